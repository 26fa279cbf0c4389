import Big from 'big.js';
import type { AnalysedArticle } from '../article.js';
import type { Claim } from '../claim/claim.js';
import { lastDay } from '../time/recognise.js';
import type { FigureMention } from '../mention.js';
import { meets, scale } from '../quantity/interval.js';
import { printedFigure } from '../quantity/print.js';
import { slipsOf } from '../quantity/slip.js';
import type { Knowledge } from './knowledge.js';
import { deriveFact, type DerivedFact } from './derived.js';
import { lookUpFact, type FactAnswer } from './look-up.js';
import { queryOf, type ClaimQuery } from './query.js';
import type { StatisticRow } from './schema.js';
import { baseValueOf, measureOfFigure, measureOfRow } from './value.js';

/** What the table says of a claim. mismatch: it contradicts it; unverified: it does not know, or not surely. */
export type ClaimStatus = 'verified' | 'mismatch' | 'unverified' | 'not-checkable';

export interface Verdict {
  readonly status: ClaimStatus;
  /** What was asked and answered; undefined where the claim is not checkable. */
  readonly query?: ClaimQuery;
  readonly answer?: FactAnswer;
  /** Set where the claim is verified by arithmetic on rows, not by a row. */
  readonly derived?: DerivedFact;
}

/** By how much a later release may differ from the one in the table: a twentieth of a level, half a point of a rate. */
const REVISION_OF_LEVEL = '0.06';
const REVISION_OF_RATE = '0.005';
/** Days from the end of a period in which the first release is the only one. */
const FIRST_RELEASE_DAYS = 300;

/** Holds a claim against the table. */
export function verifyClaim(article: AnalysedArticle, knowledge: Knowledge, claim: Claim): Verdict {
  const query = queryOf(article, knowledge, claim);
  if (query === undefined) return { status: 'not-checkable' };
  const answer = lookUpFact(knowledge, query);
  if (answer.agrees) return { status: 'verified', query, answer };
  if (answer.match !== 'exact') {
    const derived = answer.match === 'other-vintage' ? undefined : deriveFact(knowledge, query);
    const agrees = derived?.baseUnit === query.measure.baseUnit && meets(derived.interval, query.measure.interval);
    return agrees ? { status: 'verified', query, answer, derived } : { status: 'unverified', query, answer };
  }
  // The figure of another release is no slip of the hand, whatever the text calls it.
  if (answer.elsewhere.some((row) => row.vintage !== answer.rows[0]?.vintage && sameKey(row, answer.rows[0])))
    return { status: 'unverified', query, answer };
  const certain = answer.rows.every((row) => contradicts(row, query, claim, knowledge, article));
  return { status: certain ? 'mismatch' : 'unverified', query, answer };
}

function sameKey(a: StatisticRow, b: StatisticRow | undefined): boolean {
  return a.indicator === b?.indicator && a.scope === b.scope && a.period === b.period;
}

/** True if the difference from a release cannot be a revision that the table does not hold. */
function contradicts(
  row: StatisticRow,
  query: ClaimQuery,
  claim: Claim,
  knowledge: Knowledge,
  article: AnalysedArticle,
): boolean {
  if (claim.figure.kind === 'range') return false;
  if (isFirstReleaseOnly(row, article.issueDate)) return true;
  const fact = baseValueOf(row, knowledge.unitByName);
  const { lower, upper } = query.measure.interval;
  const gaps = [lower, upper].flatMap((end) => (end === undefined ? [] : [end.minus(fact).abs()]));
  const gap = gaps.reduce((least, each) => (each.lt(least) ? each : least), gaps[0] ?? new Big(0));
  const isRate = query.measure.baseUnit === '1';
  const room = isRate ? new Big(REVISION_OF_RATE) : fact.abs().times(REVISION_OF_LEVEL);
  if (gap.gt(room)) return true;
  return isSlip(claim.figure, row, article.folded, knowledge);
}

/** True if the paper appeared so soon after the period that no revision can have come out. */
function isFirstReleaseOnly(row: StatisticRow, issueDate: string | undefined): boolean {
  if (issueDate === undefined || row.period === '') return false;
  const end = lastDay(row.period.split('/').at(-1) ?? '').slice(0, 10);
  const days =
    (Date.parse(lastDay(issueDate)) - Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(end) ? end : lastDay(end.slice(0, 4)))) /
    86_400_000;
  return days >= 0 && days <= FIRST_RELEASE_DAYS;
}

/**
 * True if the figure would be the row's value but for one slip of the hand: two neighbouring digits swapped (three digits or more) or one digit
 * other than the last changed (four or more). A revision hardly ever looks like that.
 */
export function isSlip(figure: FigureMention, row: StatisticRow, folded: string, knowledge: Knowledge): boolean {
  const fact = measureOfRow(row, knowledge.unitByName);
  const digits = printedFigure(figure, folded)?.digits.replace(/\D/g, '').length ?? 0;
  if (fact === undefined || digits < 3) return false;
  return slipsOf(figure, { text: folded, folded }).some(({ kind, interval, wrong, right }) => {
    if (kind !== 'swap' && !(kind === 'digit' && digits >= 4 && wrong.at(-1) === right.at(-1))) return false;
    const own = scale(interval, new Big(1).div(factorOf(figure)));
    const mended = measureOfFigure(
      { ...figure, interval: own, baseInterval: interval } as FigureMention,
      knowledge.unitByName,
    );
    return mended !== undefined && meets(mended.interval, fact.interval);
  });
}

function factorOf(figure: FigureMention): Big {
  return new Big(figure.kind === 'quantity' ? figure.unit.factor : 1);
}
