import type { Finding } from './finding.js';
import { say } from './message.js';
import type { Message } from './message.js';
import { foldWidth } from './text/fold.js';
import type { Span } from './text/span.js';

/** How far an editor's “this is right as it is” reaches: this place, this rule in this document, this rule everywhere. */
export type IgnoreScope = 'finding' | 'document' | 'workspace';

/**
 * What tells a finding again after the text around it has moved or changed: the words it marks and those beside them in the same
 * clause, without spaces and in half width. No position is part of it.
 */
export interface Fingerprint {
  /** The marked words; of long ones the beginning and the end. */
  readonly text: string;
  readonly before: string;
  readonly after: string;
  /** Which of several alike in the document, from 1. */
  readonly nth: number;
}

/** One line of .hegao/ignored.json. */
export type Ignored =
  | ({ readonly scope: 'finding'; readonly rule: string; readonly document: string } & Fingerprint)
  | { readonly scope: 'document'; readonly rule: string; readonly document: string }
  | { readonly scope: 'workspace'; readonly rule: string };

/** What of a document's findings is not to be shown, and by which entries. */
export interface Silenced {
  readonly findings: ReadonlyMap<Finding, IgnoreScope>;
  readonly used: ReadonlySet<Ignored>;
}

/** Path of the file in a folder. */
export const IGNORED_FILE = '.hegao/ignored.json';

/** Characters that count as beside a finding. */
const BESIDE = 12;
/** Marked words up to this length are kept whole. */
const WHOLE = 40;
/** What ends a clause, and with it what counts as beside; a single line end may only be that of the column. */
const CLAUSE_END = /[，。；：！？、,;:!?]|\n(?=\s)/;

/**
 * The fingerprints of all findings of a document, in their order.
 * @param findings all that the rules found, whatever the settings say of them: which of several alike one is, must not depend on these.
 */
export function fingerprints(findings: readonly Finding[], text: string): readonly Fingerprint[] {
  const counts = new Map<string, number>();
  return findings.map(({ ruleId, span }) => {
    const parts = { text: shortened(plain(text.slice(span.start, span.end))), ...beside(text, span) };
    const key = [ruleId, parts.text, parts.before, parts.after].join('\n');
    const nth = (counts.get(key) ?? 0) + 1;
    counts.set(key, nth);
    return { ...parts, nth };
  });
}

/**
 * The entry that ignores one of a document's findings.
 * @param document path from the folder that holds .hegao, with slashes.
 * @param findings all of the document, as the rules found them.
 */
export function ignore(
  finding: Pick<Finding, 'ruleId' | 'span'>,
  scope: IgnoreScope,
  {
    document,
    findings,
    text,
  }: { readonly document: string; readonly findings: readonly Finding[]; readonly text: string },
): Ignored | undefined {
  const rule = finding.ruleId;
  if (scope === 'workspace') return { scope, rule };
  if (scope === 'document') return { scope, rule, document };
  const index = findings.findIndex(
    ({ ruleId, span }) => ruleId === rule && span.start === finding.span.start && span.end === finding.span.end,
  );
  const fingerprint = fingerprints(findings, text)[index];
  return fingerprint === undefined ? undefined : { scope, rule, document, ...fingerprint };
}

/** Which of a document's findings are ignored. `findings` are all of the document, as the rules found them. */
export function silence(
  entries: readonly Ignored[],
  {
    document,
    findings,
    text,
  }: { readonly document: string; readonly findings: readonly Finding[]; readonly text: string },
): Silenced {
  const own = new Map(
    entries
      .filter((entry) => entry.scope === 'workspace' || entry.document === document)
      .map((entry) => [keyOf(entry), entry]),
  );
  const silenced = new Map<Finding, IgnoreScope>();
  const used = new Set<Ignored>();
  if (own.size === 0) return { findings: silenced, used };
  for (const [index, fingerprint] of fingerprints(findings, text).entries()) {
    const finding = findings[index];
    if (finding === undefined) continue;
    const rule = finding.ruleId;
    const asked: readonly Ignored[] = [
      { scope: 'workspace', rule },
      { scope: 'document', rule, document },
      { scope: 'finding', rule, document, ...fingerprint },
    ];
    for (const each of asked) {
      const entry = own.get(keyOf(each));
      if (entry === undefined) continue;
      used.add(entry);
      silenced.set(finding, entry.scope);
      break;
    }
  }
  return { findings: silenced, used };
}

/** The entries with one more, sorted, each once. */
export function withIgnored(entries: readonly Ignored[], entry: Ignored): readonly Ignored[] {
  return inOrder([...entries.filter((each) => keyOf(each) !== keyOf(entry)), entry]);
}

/** The entries without some, sorted. */
export function withoutIgnored(entries: readonly Ignored[], gone: Iterable<Ignored>): readonly Ignored[] {
  const keys = new Set([...gone].map(keyOf));
  return inOrder(entries.filter((entry) => !keys.has(keyOf(entry))));
}

/** The file's text: one entry a line, always in the same order, so that versions of it can be compared and merged. */
export function printIgnored(entries: readonly Ignored[]): string {
  const lines = inOrder(entries).map((entry) => `\n    ${JSON.stringify(fieldsOf(entry))}`);
  return `{\n  "schemaVersion": 1,\n  "ignored": [${lines.join(',')}${lines.length > 0 ? '\n  ' : ''}]\n}\n`;
}

/** Reads the file's text. What cannot be used is told; the other entries hold. */
export function parseIgnored(source: string): {
  readonly entries: readonly Ignored[];
  readonly faults: readonly Message[];
} {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { entries: [], faults: [say`忽略名单不是合法的JSON，没有使用：${error.message}`] };
  }
  const list = isRecord(value) ? value['ignored'] : undefined;
  if (!Array.isArray(list)) return { entries: [], faults: [say`忽略名单里没有“ignored”一列，没有使用。`] };
  const faults: Message[] = [];
  const entries = list.flatMap((each: unknown, index) => {
    const entry = isRecord(each) ? entryOf(each) : undefined;
    if (entry !== undefined) return [entry];
    faults.push(say`忽略名单第${index + 1}条看不懂，不起作用；其余各条照常。`);
    return [];
  });
  return { entries, faults };
}

function entryOf(fields: Readonly<Record<string, unknown>>): Ignored | undefined {
  const { scope, rule, document, text, before, after, nth = 1 } = fields;
  if (typeof rule !== 'string') return undefined;
  if (scope === 'workspace') return { scope, rule };
  if (typeof document !== 'string') return undefined;
  if (scope === 'document') return { scope, rule, document };
  if (scope !== 'finding' || typeof nth !== 'number') return undefined;
  if (typeof text !== 'string' || typeof before !== 'string' || typeof after !== 'string') return undefined;
  return { scope, rule, document, text, before, after, nth };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields as they are written; the first of several alike needs no number. */
function fieldsOf(entry: Ignored): Readonly<Record<string, unknown>> {
  const { scope, rule } = entry;
  if (entry.scope === 'workspace') return { scope, rule };
  if (entry.scope === 'document') return { scope, document: entry.document, rule };
  const { document, before, text, after, nth } = entry;
  return { scope, document, rule, before, text, after, ...(nth === 1 ? {} : { nth }) };
}

/** The widest first, then by document, rule and words. */
function inOrder(entries: readonly Ignored[]): readonly Ignored[] {
  const keyed = entries.map((entry) => ({ entry, key: keyOf(entry) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ entry }) => entry);
}

function keyOf(entry: Ignored): string {
  if (entry.scope === 'workspace') return `0\n${entry.rule}`;
  if (entry.scope === 'document') return `1\n${entry.document}\n${entry.rule}`;
  const { document, rule, before, text, after, nth } = entry;
  return ['2', document, rule, text, before, after, String(nth).padStart(6, '0')].join('\n');
}

/** Without spaces and line ends, in half width, so that reflowing a text changes nothing. */
function plain(text: string): string {
  return foldWidth(text).replace(/\s+/g, '');
}

function shortened(text: string): string {
  return text.length <= WHOLE ? text : `${text.slice(0, WHOLE / 2)}…${text.slice(-WHOLE / 2)}`;
}

/** What stands beside a span within its clause. Spaces take no room, up to a few. */
function beside(text: string, { start, end }: Span): Pick<Fingerprint, 'before' | 'after'> {
  const left = text.slice(Math.max(0, start - 2 * BESIDE), start);
  const right = text.slice(end, end + 2 * BESIDE);
  return {
    before: plain(left.split(CLAUSE_END).at(-1) ?? '').slice(-BESIDE),
    after: plain(right.split(CLAUSE_END)[0] ?? '').slice(0, BESIDE),
  };
}
