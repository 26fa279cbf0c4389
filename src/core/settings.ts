import type { Finding } from './finding.js';
import type { IgnoreScope } from './ignore.js';
import { say } from './message.js';
import type { Message } from './message.js';
import { PRESETS, type Preset } from './preset.js';
import { merged, slipsIn } from './resolve.js';
import { RULES } from './rule/index.js';
import type { Severity, StyleOption } from './rule/rule.js';
import { isAtLeast, SEVERITIES } from './severity.js';
import { isDate } from './time/calendar.js';

/** A severity as settings give it. */
export type SeveritySetting = Severity | 'off';

/** Rule or group id -> severity; a rule's own entry goes before its group's. */
export type SeverityTable = Readonly<Record<string, SeveritySetting>>;

/** The part of JSON Schema that settings need. */
export type ValueSchema =
  | { readonly type: 'boolean' }
  | { readonly type: 'string'; readonly enum?: readonly string[]; readonly pattern?: string }
  | { readonly type: 'integer'; readonly minimum: number }
  | { readonly type: 'array'; readonly items: { readonly type: 'string' }; readonly uniqueItems?: boolean }
  | { readonly type: 'object'; readonly additionalProperties: ValueSchema };

/** A setting: what it may be, and what it is where nothing is said. */
export type SettingSchema = ValueSchema & {
  readonly default: boolean | string | number | readonly string[] | Readonly<Record<string, never>>;
};

const SEVERITY_TABLE = {
  type: 'object',
  additionalProperties: { type: 'string', enum: [...SEVERITIES, 'off'] },
} as const;

/**
 * Every `hegao.*` setting with its schema and default: the one source. The contributions in package.json repeat it with descriptions, and a
 * test holds the two together.
 */
export const SETTINGS_SCHEMA = {
  enable: { type: 'boolean', default: true },
  run: { type: 'string', enum: ['onType', 'onSave', 'manual'], default: 'onType' },
  languages: { type: 'array', items: { type: 'string' }, uniqueItems: true, default: ['plaintext', 'markdown'] },
  include: { type: 'array', items: { type: 'string' }, default: ['**/*.txt', '**/*.md', '**/*.docx'] },
  exclude: { type: 'array', items: { type: 'string' }, default: ['**/node_modules/**', '**/.git/**', '**/~$*'] },
  issueDate: { type: 'string', pattern: '^$|^\\d{4}-\\d{2}-\\d{2}$', default: '' },
  preset: { type: 'string', enum: ['newspaper', 'official', 'book'] satisfies Preset[], default: 'newspaper' },
  severity: { ...SEVERITY_TABLE, default: {} },
  severityByFile: { type: 'object', additionalProperties: SEVERITY_TABLE, default: {} },
  facts: { type: 'array', items: { type: 'string' }, default: [] },
  maxFindings: { type: 'integer', minimum: 1, default: 500 },
  'highlight.numbers': { type: 'boolean', default: true },
  'highlight.entities': { type: 'boolean', default: true },
  'highlight.targets': { type: 'boolean', default: true },
  'highlight.verified': { type: 'boolean', default: true },
  'houseStyle.rangeDash': { type: 'string', enum: ['any', '—', '～', '-', '至'], default: 'any' },
  'houseStyle.grouping': { type: 'string', enum: ['any', 'comma', 'space', 'none'], default: 'any' },
  'houseStyle.numerals': { type: 'string', enum: ['any', 'arabic', 'han'], default: 'any' },
} as const satisfies Readonly<Record<string, SettingSchema>>;

/** The settings that say what is checked and how findings are shown. Those of the editor's display are the editor's own. */
export interface Settings {
  readonly preset: Preset;
  readonly severity: SeverityTable;
  /** Glob of files -> severities that hold for them; a later glob goes before an earlier one. */
  readonly severityByFile: Readonly<Record<string, SeverityTable>>;
  readonly houseStyle: Readonly<Record<StyleOption, string>>;
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

export const DEFAULT_SETTINGS: Settings = readSettings({}).settings;

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
  const houseStyle = (source['houseStyle'] ?? {}) as Readonly<Record<string, unknown>>;
  const read = (key: keyof typeof SETTINGS_SCHEMA): unknown => {
    const value = source[`hegao.${key}`] ?? source[key] ?? houseStyle[key.replace('houseStyle.', '')];
    if (value === undefined || value === null) return SETTINGS_SCHEMA[key].default;
    if (fits(value, SETTINGS_SCHEMA[key]) && (key !== 'issueDate' || isDay(value as string))) return value;
    faults.push(key);
    return SETTINGS_SCHEMA[key].default;
  };
  const settings = {
    preset: read('preset'),
    severity: read('severity'),
    severityByFile: read('severityByFile'),
    houseStyle: {
      rangeDash: read('houseStyle.rangeDash'),
      grouping: read('houseStyle.grouping'),
      numerals: read('houseStyle.numerals'),
    },
    facts: read('facts'),
    exclude: read('exclude'),
    include: read('include'),
    issueDate: read('issueDate'),
    maxFindings: read('maxFindings'),
  } as Settings;
  const known = severityKeys();
  const named = [settings.severity, ...Object.values(settings.severityByFile)].flatMap((table) => Object.keys(table));
  return { settings, faults, unknown: [...new Set(named)].filter((key) => !known.includes(key)) };
}

/** True if a value is what its schema asks for. */
export function fits(value: unknown, schema: ValueSchema): boolean {
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
        Object.values(value).every((each) => fits(each, schema.additionalProperties))
      );
  }
}

/** True for an ISO date of the calendar, and for an empty text, which means none. */
export function isDay(text: string): boolean {
  if (text === '') return true;
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return day !== undefined && isDate(Number(year), Number(month), Number(day));
}

/**
 * The settings for one file: what `severityByFile` says of it goes before `severity`.
 * @param isMeant tells whether a glob means the file.
 */
export function settingsFor(settings: Settings, isMeant: (glob: string) => boolean): FileSettings {
  const tables = Object.entries(settings.severityByFile).filter(([glob]) => isMeant(glob));
  return { ...settings, severityHere: tables.reverse().map(([, table]) => table) };
}

/** Settings with what holds for one file only. */
export interface FileSettings extends Settings {
  /** The first goes before the others, all go before `severity`. */
  readonly severityHere?: readonly SeverityTable[];
}

/** What of the findings is wanted besides the settings. */
export interface Wishes {
  /** The least severity that is of interest. */
  readonly least?: Severity;
  /** What an editor ignores, from `silence`. */
  readonly silenced?: ReadonlyMap<Finding, IgnoreScope>;
}

/**
 * The findings as the settings want them, in their order, all of them: in the wanted house style, with their severities, without what is
 * switched off, ignored or below `least`, and with one finding for each slip.
 */
export function wanted(
  findings: readonly Finding[],
  settings: FileSettings,
  { least = 'hint', silenced }: Wishes = {},
): readonly Finding[] {
  const tables: readonly SeverityTable[] = [
    ...(settings.severityHere ?? []),
    settings.severity,
    PRESETS[settings.preset],
  ];
  const dropped = new Set<Finding>();
  const leveled = findings.flatMap((finding) => {
    const { style, ruleId, group } = finding;
    if (style !== undefined && settings.houseStyle[style.option] !== style.value) return [];
    const table = tables.find((each) => (each[ruleId] ?? each[group]) !== undefined);
    const level = table?.[ruleId] ?? table?.[group] ?? finding.severity;
    const scope = silenced?.get(finding);
    if (level === 'off' || (scope !== undefined && scope !== 'finding')) return [];
    const shown = level === finding.severity ? finding : { ...finding, severity: level };
    if (scope === 'finding') dropped.add(shown);
    return [shown];
  });
  // An ignored place is right as it is, whichever rules speak of it.
  return slipsIn(leveled)
    .filter(({ finding }) => !dropped.has(finding) && isAtLeast(finding.severity, least))
    .map(({ finding, others }) => merged({ finding, others: others.filter((other) => !dropped.has(other)) }));
}

/** What is `wanted`, but no more than `maxFindings`, the gravest kept. Where some are cut, a finding at the first of them says how many. */
export function applySettings(
  findings: readonly Finding[],
  settings: FileSettings,
  wishes: Wishes = {},
): readonly Finding[] {
  const kept = wanted(findings, settings, wishes);
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
