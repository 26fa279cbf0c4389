import type { Finding } from './finding.js';
import { say } from './message.js';
import { RULES } from './rule/index.js';
import type { Severity } from './rule/rule.js';
import { overlaps } from './text/span.js';

/** A severity as settings give it. */
export type SeveritySetting = Severity | 'off';

/** The settings that shape findings: `hegao.*` of VS Code and of --config. Each has its default. */
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
  severity: {},
  facts: [],
  exclude: ['**/node_modules/**', '**/.git/**'],
  include: ['**/*.txt', '**/*.md'],
  issueDate: '',
  maxFindings: 500,
};

/** From the gravest to the least. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** True if `severity` is as grave as `least` or graver. */
export function isAtLeast(severity: Severity, least: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(least);
}

/**
 * Reads settings as they stand in a JSON file (`hegao.severity` and the like, or the same keys without prefix). What does not
 * fit a key is left at its default and named in `faults`.
 */
export function readSettings(source: Readonly<Record<string, unknown>>): {
  readonly settings: Settings;
  readonly faults: readonly string[];
} {
  const faults: string[] = [];
  const get = (key: keyof Settings): unknown => source[`hegao.${key}`] ?? source[key];
  const strings = (key: 'facts' | 'exclude' | 'include'): readonly string[] => {
    const value = get(key);
    if (value === undefined) return DEFAULT_SETTINGS[key];
    if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value;
    faults.push(key);
    return DEFAULT_SETTINGS[key];
  };
  const issueDate = get('issueDate') ?? '';
  const isDay = typeof issueDate === 'string' && /^(?:|\d{4}-\d{2}-\d{2})$/.test(issueDate);
  if (!isDay) faults.push('issueDate');
  const maxFindings = get('maxFindings') ?? DEFAULT_SETTINGS.maxFindings;
  const isCount = typeof maxFindings === 'number' && Number.isInteger(maxFindings) && maxFindings > 0;
  if (!isCount) faults.push('maxFindings');
  const severity = readSeverity(get('severity'));
  if (severity === undefined) faults.push('severity');
  return {
    settings: {
      severity: severity ?? {},
      facts: strings('facts'),
      exclude: strings('exclude'),
      include: strings('include'),
      issueDate: isDay ? issueDate : '',
      maxFindings: isCount ? maxFindings : DEFAULT_SETTINGS.maxFindings,
    },
    faults,
  };
}

function readSeverity(value: unknown): Settings['severity'] | undefined {
  if (value === undefined) return {};
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value);
  const known = (level: unknown): level is SeveritySetting =>
    level === 'off' || SEVERITIES.some((each) => each === level);
  return entries.every(([, level]) => known(level)) ? (Object.fromEntries(entries) as Settings['severity']) : undefined;
}

/**
 * The findings as the settings want them: severities changed, switched-off rules left out, doubles of one slip folded, and no
 * more than `maxFindings`; a last finding then says how many are not shown.
 */
export function applySettings(findings: readonly Finding[], { severity, maxFindings }: Settings): readonly Finding[] {
  const kept: Finding[] = [];
  for (const finding of findings) {
    const level = severity[finding.ruleId] ?? severity[finding.group] ?? finding.severity;
    if (level !== 'off') kept.push(level === finding.severity ? finding : { ...finding, severity: level });
  }
  if (kept.length <= maxFindings) return kept;
  const shown = kept.slice(0, maxFindings);
  const last = shown.at(-1);
  return [
    ...shown,
    {
      ruleId: 'max-findings',
      group: 'layout',
      severity: 'information',
      span: kept[maxFindings]?.span ?? last?.span ?? { start: 0, end: 0 },
      message: say`此后还有${kept.length - maxFindings}处没有列出；可在设置hegao.maxFindings中调高上限。`,
      related: [],
      fixes: [],
    },
  ];
}

/** The edits of all safe first fixes that do not overlap, for fix-all; in order of the text. */
export function safeEdits(findings: readonly Finding[]): Finding['fixes'][number]['edits'] {
  const taken: Finding['fixes'][number]['edits'][number][] = [];
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
export function applyEdits(text: string, edits: Finding['fixes'][number]['edits']): string {
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
