import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Finding } from '../../src/core/finding.js';
import { say } from '../../src/core/message.js';
import { PRESETS } from '../../src/core/preset.js';
import type { Severity } from '../../src/core/rule/rule.js';
import {
  applySettings,
  DEFAULT_SETTINGS,
  readSettings,
  settingsComplaints,
  settingsFor,
  SETTINGS_SCHEMA,
  wanted,
} from '../../src/core/settings.js';

const root = new URL('../../../', import.meta.url);
const json = (name: string): unknown => JSON.parse(readFileSync(new URL(name, root), 'utf8'));

interface Contribution {
  readonly [field: string]: unknown;
  readonly markdownDescription: string;
  readonly markdownEnumDescriptions?: readonly string[];
}

const { contributes } = json('package.json') as {
  contributes: { configuration: { properties: Readonly<Record<string, Contribution>> } };
};

function finding(ruleId: string, start: number, severity: Severity, fields: Partial<Finding> = {}): Finding {
  const span = { start, end: start + 2 };
  return { ruleId, group: 'arithmetic', severity, span, message: say`${ruleId}`, related: [], fixes: [], ...fields };
}

const levels = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ ruleId, severity }) => `${ruleId} ${severity}`);

describe('settings', () => {
  it('package.json contributes each as the schema says, described in both languages', () => {
    const { properties } = contributes.configuration;
    assert.deepEqual(
      Object.keys(properties),
      Object.keys(SETTINGS_SCHEMA).map((key) => `hegao.${key}`),
    );
    const texts = [json('package.nls.json'), json('package.nls.zh-cn.json')] as Readonly<Record<string, string>>[];
    for (const [key, schema] of Object.entries(SETTINGS_SCHEMA)) {
      const contribution = properties[`hegao.${key}`];
      assert.ok(contribution !== undefined);
      const facts = Object.fromEntries(Object.keys(schema).map((field) => [field, contribution[field]]));
      assert.deepEqual(facts, schema, key);
      for (const hole of [contribution.markdownDescription, ...(contribution.markdownEnumDescriptions ?? [])])
        for (const text of texts) assert.ok(text[hole.replaceAll('%', '')], hole);
    }
  });

  it('are read with the prefix, without it, and as VS Code nests them', () => {
    assert.equal(readSettings({ 'hegao.preset': 'book' }).settings.preset, 'book');
    assert.equal(readSettings({ preset: 'book' }).settings.preset, 'book');
    assert.equal(readSettings({ houseStyle: { grouping: 'comma' } }).settings.houseStyle.grouping, 'comma');
    assert.deepEqual(readSettings({}).settings, DEFAULT_SETTINGS);
  });

  it('that do not fit are told and left at their default', () => {
    const read = readSettings({
      'hegao.maxFindings': 0,
      'hegao.issueDate': '2022-02-30',
      'hegao.preset': 'blog',
      'hegao.severityByFile': { '*.txt': { layout: 'loud' } },
      'hegao.severity': { 'no-such-rule': 'off' },
    });
    assert.deepEqual(read.faults, ['preset', 'severityByFile', 'issueDate', 'maxFindings']);
    assert.deepEqual(read.unknown, ['no-such-rule']);
    assert.equal(settingsComplaints(read).length, 5);
    assert.deepEqual({ ...read.settings, severity: {} }, DEFAULT_SETTINGS);
  });

  it('a rule goes before its group, the file before the folder, the settings before the preset', () => {
    const findings = [finding('sum-mismatch', 0, 'error'), finding('relative-date', 5, 'hint', { group: 'time' })];
    const shown = (raw: object, file = '讲话/1.txt'): readonly string[] => {
      const { settings } = readSettings(raw as Record<string, unknown>);
      return levels(
        wanted(
          findings,
          settingsFor(settings, (glob) => file.startsWith(glob)),
        ),
      );
    };
    assert.deepEqual(shown({}), ['sum-mismatch error', 'relative-date hint']);
    assert.deepEqual(shown({ severity: { arithmetic: 'off', 'sum-mismatch': 'warning' } }), [
      'sum-mismatch warning',
      'relative-date hint',
    ]);
    assert.deepEqual(shown({ preset: 'book' }), ['sum-mismatch error', 'relative-date warning']);
    assert.deepEqual(shown({ preset: 'book', severity: { time: 'information' } }), [
      'sum-mismatch error',
      'relative-date information',
    ]);
    const severityByFile = { 讲话: { time: 'off' }, '讲话/1': { 'sum-mismatch': 'hint' }, 社论: { arithmetic: 'off' } };
    assert.deepEqual(shown({ severityByFile, preset: 'book', severity: { time: 'error' } }), ['sum-mismatch hint']);
  });

  it('presets name rules with severities of their own only', () => {
    for (const [name, table] of Object.entries(PRESETS))
      for (const level of Object.values(table)) assert.notEqual(level, 'error', name);
  });

  it('a matter of house style is told only in a house of that style', () => {
    const comma = finding('house-style', 0, 'information', { style: { option: 'grouping', value: 'comma' } });
    assert.deepEqual(wanted([comma], DEFAULT_SETTINGS), []);
    assert.deepEqual(wanted([comma], readSettings({ houseStyle: { grouping: 'comma' } }).settings), [comma]);
  });

  it('a rule that is off leaves the slip to the others', () => {
    const findings = [finding('fact-mismatch', 0, 'error', { group: 'fact' }), finding('sum-mismatch', 0, 'error')];
    assert.deepEqual(levels(wanted(findings, DEFAULT_SETTINGS)), ['sum-mismatch error']);
    assert.deepEqual(levels(wanted(findings, readSettings({ severity: { 'sum-mismatch': 'off' } }).settings)), [
      'fact-mismatch error',
    ]);
  });

  it('say so where findings are cut, and keep the gravest', () => {
    const findings = [finding('a', 0, 'hint'), finding('b', 5, 'error'), finding('c', 9, 'hint')];
    assert.deepEqual(levels(applySettings(findings, { ...DEFAULT_SETTINGS, maxFindings: 2 })), [
      'a hint',
      'b error',
      'max-findings information',
    ]);
  });
});
