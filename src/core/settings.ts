import type { Finding } from './finding.js';
import { say } from './message.js';
import type { Message } from './message.js';
import { RULES } from './rule/index.js';
import type { Edit, Severity } from './rule/rule.js';
import { overlaps } from './text/span.js';
import { isDate } from './time/calendar.js';

/** From the gravest to the least. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** A severity as settings give it. */
export type SeveritySetting = Severity | 'off';

/** The part of JSON Schema that settings need. */
export type SettingSchema =
  | { readonly type: 'boolean'; readonly default: boolean }
  | { readonly type: 'string'; readonly default: string; readonly enum?: readonly string[]; readonly pattern?: string }
  | { readonly type: 'integer'; readonly default: number; readonly minimum: number }
  | {
      readonly type: 'array';
      readonly default: readonly string[];
      readonly items: { readonly type: 'string' };
      readonly uniqueItems?: boolean;
    }
  | {
      readonly type: 'object';
      readonly default: Readonly<Record<string, never>>;
      readonly additionalProperties: { readonly type: 'string'; readonly enum: readonly string[] };
    };

/**
 * Every `hegao.*` setting with its schema and default: the one source. The contributions in package.json repeat it with descriptions, and a
 * test holds the two together.
 */
export const SETTINGS_SCHEMA = {
  enable: { type: 'boolean', default: true },
  run: { type: 'string', enum: ['onType', 'onSave', 'manual'], default: 'onType' },
  languages: { type: 'array', items: { type: 'string' }, uniqueItems: true, default: ['plaintext', 'markdown'] },
  include: { type: 'array', items: { type: 'string' }, default: ['**/*.txt', '**/*.md'] },
  exclude: { type: 'array', items: { type: 'string' }, default: ['**/node_modules/**', '**/.git/**'] },
  issueDate: { type: 'string', pattern: '^$|^\\d{4}-\\d{2}-\\d{2}$', default: '' },
  severity: { type: 'object', additionalProperties: { type: 'string', enum: [...SEVERITIES, 'off'] }, default: {} },
  facts: { type: 'array', items: { type: 'string' }, default: [] },
  maxFindings: { type: 'integer', minimum: 1, default: 500 },
  'highlight.numbers': { type: 'boolean', default: true },
  'highlight.entities': { type: 'boolean', default: true },
  'highlight.targets': { type: 'boolean', default: true },
  'houseStyle.rangeDash': { type: 'string', enum: ['any', '—', '～', '-', '至'], default: 'any' },
  'houseStyle.grouping': { type: 'string', enum: ['any', 'comma', 'space', 'none'], default: 'any' },
  'houseStyle.numerals': { type: 'string', enum: ['any', 'arabic', 'han'], default: 'any' },
} as const satisfies Readonly<Record<string, SettingSchema>>;

/** The settings that say what is checked and how findings are shown. Those of the editor's display are the editor's own. */
export interface Settings {
  /** Rule or group id -> severity; a rule's own setting goes before its group's. */
  readonly severity: Readonly<Record<string, SeveritySetting>>;
  /** Further fact tables: files or folders. */
  readonly facts: readonly string[];
  /** Globs of files that are not checked. */
  readonly exclude: readonly string[];
  /** Globs of the files that are checked in a folder. */
  readonly include: readonly string[];
  /** ISO date or empty. */
  readonly issueDate: string;
  readonly maxFindings: number;
}

export const DEFAULT_SETTINGS: Settings = {
  severity: SETTINGS_SCHEMA.severity.default,
  facts: SETTINGS_SCHEMA.facts.default,
  exclude: SETTINGS_SCHEMA.exclude.default,
  include: SETTINGS_SCHEMA.include.default,
  issueDate: SETTINGS_SCHEMA.issueDate.default,
  maxFindings: SETTINGS_SCHEMA.maxFindings.default,
};

/** Settings as read, with what of them could not be used. */
export interface ReadSettings {
  readonly settings: Settings;
  /** Keys (without `hegao.`) whose value does not fit; their default holds. */
  readonly faults: readonly string[];
  /** Keys of `severity` that name neither a rule nor a group; they are without effect. */
  readonly unknown: readonly string[];
}

/** Reads settings as they stand in a JSON file (`hegao.severity` and the like), or as an editor gives them, without the prefix. */
export function readSettings(source: Readonly<Record<string, unknown>>): ReadSettings {
  const faults: string[] = [];
  const read = <Key extends keyof Settings>(key: Key): Settings[Key] => {
    const value = source[`hegao.${key}`] ?? source[key];
    if (value === undefined || value === null) return DEFAULT_SETTINGS[key];
    if (fits(value, SETTINGS_SCHEMA[key]) && (key !== 'issueDate' || isDay(value as string)))
      return value as Settings[Key];
    faults.push(key);
    return DEFAULT_SETTINGS[key];
  };
  const settings: Settings = {
    severity: read('severity'),
    facts: read('facts'),
    exclude: read('exclude'),
    include: read('include'),
    issueDate: read('issueDate'),
    maxFindings: read('maxFindings'),
  };
  const known = severityKeys();
  return { settings, faults, unknown: Object.keys(settings.severity).filter((key) => !known.includes(key)) };
}

/** True if a value is what its schema asks for. */
export function fits(value: unknown, schema: SettingSchema): boolean {
  switch (schema.type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value) && value >= schema.minimum;
    case 'string':
      return (
        typeof value === 'string' &&
        (schema.enum === undefined || schema.enum.includes(value)) &&
        (schema.pattern === undefined || new RegExp(schema.pattern).test(value))
      );
    case 'array':
      return Array.isArray(value) && value.every((each) => typeof each === 'string');
    case 'object':
      return (
        typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        Object.values(value).every((each) => schema.additionalProperties.enum.includes(each as string))
      );
  }
}

/** True for an ISO date of the calendar, and for an empty text, which means none. */
export function isDay(text: string): boolean {
  if (text === '') return true;
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return day !== undefined && isDate(Number(year), Number(month), Number(day));
}

/** True if `severity` is as grave as `least` or graver. */
export function isAtLeast(severity: Severity, least: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(least);
}

/** The findings with the severities of the settings; those switched off or below `least` are left out. */
export function withSeverities(
  findings: readonly Finding[],
  { severity }: Pick<Settings, 'severity'>,
  least: Severity = 'hint',
): readonly Finding[] {
  return findings.flatMap((finding) => {
    const level = severity[finding.ruleId] ?? severity[finding.group] ?? finding.severity;
    if (level === 'off' || !isAtLeast(level, least)) return [];
    return [level === finding.severity ? finding : { ...finding, severity: level }];
  });
}

/**
 * The findings as the settings want them, in their order: severities changed, switched-off rules and what is below `least` left out, and no
 * more than `maxFindings`, the gravest kept. Where some are cut, a finding at the first of them says how many.
 */
export function applySettings(
  findings: readonly Finding[],
  settings: Pick<Settings, 'severity' | 'maxFindings'>,
  least: Severity = 'hint',
): readonly Finding[] {
  const kept = withSeverities(findings, settings, least);
  if (kept.length <= settings.maxFindings) return kept;
  const gravest = new Set(
    SEVERITIES.flatMap((level) => kept.filter(({ severity }) => severity === level)).slice(0, settings.maxFindings),
  );
  const cut = kept.filter((finding) => !gravest.has(finding));
  return kept.flatMap((finding) => {
    if (gravest.has(finding)) return [finding];
    return finding === cut[0] ? [cutNotice(finding, cut, settings.maxFindings)] : [];
  });
}

/** What stands in the place of the findings that are not shown. */
function cutNotice({ span }: Finding, cut: readonly Finding[], maxFindings: number): Finding {
  const count = (level: Severity): number => cut.filter(({ severity }) => severity === level).length;
  const counts = say`错误${count('error')}、警告${count('warning')}、提示${count('information')}、建议${count('hint')}`;
  return {
    ruleId: 'max-findings',
    group: 'layout',
    severity: 'information',
    span,
    message: say`只列出较重的${maxFindings}处，从这里起另有${cut.length}处没有列出（${counts}）；可调高设置hegao.maxFindings。`,
    related: [],
    fixes: [],
  };
}

/** The edits of all safe first fixes that do not overlap, for fix-all; in order of the text. A fix is made whole or not at all. */
export function safeEdits(findings: readonly Finding[]): readonly Edit[] {
  const taken: Edit[] = [];
  for (const { fixes } of findings) {
    const [first] = fixes;
    if (first?.kind !== 'safe') continue;
    const free = first.edits.every(
      ({ span }) =>
        !taken.some(
          (other) => overlaps(other.span, span) || (span.start === span.end && other.span.start === span.start),
        ),
    );
    if (free) taken.push(...first.edits);
  }
  return taken.sort((a, b) => a.span.start - b.span.start);
}

/** The text with edits made. Edits are in order and do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { span, newText } of edits) {
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}

/** Rule ids and groups that a severity may be set for. */
export function severityKeys(): readonly string[] {
  return [...new Set([...RULES.map(({ id }) => id), ...RULES.map(({ group }) => group)])];
}

/** A sentence for every part of the settings that could not be used. */
export function settingsComplaints({ faults, unknown }: Pick<ReadSettings, 'faults' | 'unknown'>): readonly Message[] {
  return [
    ...faults.map((key) => say`设置hegao.${key}的值不合要求，按默认值处理。`),
    ...unknown.map((key) => say`设置hegao.severity中的“${key}”不是规则，也不是规则组，不起作用。`),
  ];
}
