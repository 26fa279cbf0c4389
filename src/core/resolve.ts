import type { Finding } from './finding.js';
import { say } from './message.js';
import { SEVERITIES } from './severity.js';
import { overlaps } from './text/span.js';
import type { Span } from './text/span.js';

/**
 * Rules that may speak of one slip, by what they speak of. In each family the more exact rule stands first: where two overlap, it
 * speaks and the other becomes a related place of its finding. A rule named nowhere shares its finding only with one of exactly
 * the same place or the same fix.
 */
export const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  /** A figure: the text's own arithmetic, then its other statements, then the fact table, then mere likelihood. */
  figure: [
    ...['sum-mismatch', 'rate-difference', 'percent-point', 'times-misuse', 'growth-mismatch', 'share-mismatch'],
    ...['part-exceeds-whole', 'ratio-not-100', 'product-mismatch', 'equivalent-mismatch'],
    ...['headline-mismatch', 'target-contradiction', 'target-regress', 'value-contradiction'],
    ...['target-mismatch', 'fact-mismatch', 'scale-slip', 'out-of-bounds'],
  ],
  /** Years and days: what no calendar has, then what is said beside it. */
  time: [
    ...['impossible-date', 'weekday-mismatch', 'plan-period', 'duration-mismatch', 'anniversary', 'period-reversed'],
    ...['target-stale', 'chronology', 'relative-date'],
  ],
  /** A list: the item, then the members it should have, then their number. */
  list: ['list-duplicate-item', 'formulation-members', 'set-membership', 'list-count', 'rank-after-list'],
  /** A name or a wording: what a table knows, then what the text itself shows. */
  name: [
    ...['region-parent', 'region-name', 'organ-level', 'organ-name', 'document-number', 'title-mismatch'],
    ...['fixed-phrase', 'stutter', 'name-drift', 'short-title'],
  ],
  /** A paragraph that breaks off: behind an open bracket, or anywhere. */
  end: ['unbalanced-pair', 'truncated-paragraph'],
  /** A passage that stands twice. */
  passage: ['duplicate-with-different-figures', 'duplicate-paragraph', 'duplicate-sentence'],
  /** How a number is printed. */
  form: [
    ...[
      'decimal-form',
      'number-grouping',
      'mixed-numerals',
      'range-reversed',
      'range-unit',
      'approximate-number-comma',
    ],
    ...['redundant-approximation', 'year-form', 'liang-er', 'unit-form', 'numeral-style', 'width-form'],
  ],
};

interface Rank {
  readonly family: string;
  readonly place: number;
}

const RANKS: ReadonlyMap<string, Rank> = new Map(
  Object.entries(FAMILIES).flatMap(([family, rules]) => rules.map((id, place) => [id, { family, place }] as const)),
);

/** One slip: what speaks, and what would only repeat it. */
export interface Slip {
  readonly finding: Finding;
  readonly others: readonly Finding[];
}

/**
 * Findings by slip. Of those that speak of one slip the graver speaks, at equal severity the more exact, else the first.
 * @param findings in order, with the severities they are shown with.
 */
export function slipsIn(findings: readonly Finding[]): readonly Slip[] {
  const alike = likenesses(findings);
  const order = findings
    .map((finding, index) => ({ index, finding }))
    .sort((a, b) => weight(a.finding) - weight(b.finding) || place(a.finding) - place(b.finding) || a.index - b.index);
  const others = new Map<number, Finding[]>();
  for (const { index, finding } of order) {
    const leader = alike[index]?.find((other) => others.has(other));
    if (leader === undefined) others.set(index, []);
    else others.get(leader)?.push(finding);
  }
  return findings.flatMap((finding, index) => {
    const led = others.get(index);
    return led === undefined ? [] : [{ finding, others: led }];
  });
}

/** One finding for a slip: the others are named at their places, and their fixes come behind. */
export function merged({ finding, others }: Slip): Finding {
  if (others.length === 0) return finding;
  const related = [...finding.related];
  const fixes = [...finding.fixes];
  const told = new Set([keyOf(finding.span), ...related.map(({ span }) => keyOf(span))]);
  const titles = new Set(fixes.map(keyOfFix));
  for (const other of others) {
    related.push({ span: other.span, message: say`同一处（${other.ruleId}）：${other.message}` });
    for (const each of other.related) {
      if (told.has(keyOf(each.span))) continue;
      told.add(keyOf(each.span));
      related.push(each);
    }
    for (const fix of other.fixes) {
      if (titles.has(keyOfFix(fix))) continue;
      titles.add(keyOfFix(fix));
      fixes.push(fix);
    }
  }
  return { ...finding, related, fixes };
}

/** Findings, in order, with one for each slip. */
export function resolve(findings: readonly Finding[]): readonly Finding[] {
  return slipsIn(findings).map(merged);
}

function weight({ severity }: Finding): number {
  return SEVERITIES.indexOf(severity);
}

function place({ ruleId }: Finding): number {
  return RANKS.get(ruleId)?.place ?? Number.MAX_SAFE_INTEGER;
}

/** For each finding the indexes of those that speak of the same slip. */
function likenesses(findings: readonly Finding[]): readonly (readonly number[])[] {
  const alike: number[][] = findings.map(() => []);
  const join = (a: number, b: number): void => {
    if (alike[a]?.includes(b) === true) return;
    alike[a]?.push(b);
    alike[b]?.push(a);
  };
  const byFix = new Map<string, number>();
  let open: number[] = [];
  for (const [index, finding] of findings.entries()) {
    open = open.filter((other) => (findings[other]?.span.end ?? 0) > finding.span.start);
    for (const other of open) {
      const before = findings[other];
      if (before !== undefined && isOneSlip(before, finding)) join(other, index);
    }
    open.push(index);
    const [fix] = finding.fixes;
    if (fix === undefined || fix.edits.length === 0) continue;
    const twin = byFix.get(keyOfFix(fix));
    if (twin === undefined) byFix.set(keyOfFix(fix), index);
    else join(twin, index);
  }
  return alike;
}

/** Of two findings that overlap: they have one place, or are of one family and would mend the same words. */
function isOneSlip(a: Finding, b: Finding): boolean {
  if (keyOf(a.span) === keyOf(b.span)) return true;
  if (a.ruleId === b.ruleId) return false;
  const [one, other] = [RANKS.get(a.ruleId), RANKS.get(b.ruleId)];
  if (one === undefined || one.family !== other?.family) return false;
  const [fix, otherFix] = [a.fixes[0], b.fixes[0]];
  if (fix === undefined || otherFix === undefined) return true;
  return fix.edits.some(({ span }) => otherFix.edits.some((edit) => meet(span, edit.span)));
}

/** True if two edits change the same words, or one inserts beside what the other changes. */
function meet(a: Span, b: Span): boolean {
  return overlaps(a, b) || ((a.start === a.end || b.start === b.end) && a.start <= b.end && b.start <= a.end);
}

function keyOf({ start, end }: Span): string {
  return `${start}-${end}`;
}

function keyOfFix({ edits }: Finding['fixes'][number]): string {
  return edits.map(({ span, newText }) => `${keyOf(span)}:${newText}`).join('\n');
}
