import type { AnalysedArticle } from '../core/article.js';
import type { Claim } from '../core/claim/claim.js';
import type { Knowledge } from '../core/fact/knowledge.js';
import type { StatisticRow } from '../core/fact/schema.js';
import { verifyClaim, type Verdict } from '../core/fact/verify.js';

/** A claim with what the table says of it. */
export interface Judged {
  readonly claim: Claim;
  readonly verdict: Verdict;
}

/** Of releases that a figure fits, or fits none of, the one to show: a figure before a bound (超过126万亿元). */
export function rowToShow(rows: readonly StatisticRow[]): StatisticRow | undefined {
  return rows.findLast(({ bound }) => bound === '') ?? rows[0];
}

/** By an article's claims, which stay the same while an edit elsewhere moves the article. */
const judgedBefore = new WeakMap<
  readonly Claim[],
  { readonly knowledge: Knowledge; readonly judged: readonly Judged[] }
>();

/** Holds every claim of an article against the table, once. */
export function judge(article: AnalysedArticle, knowledge: Knowledge): readonly Judged[] {
  const before = judgedBefore.get(article.claims);
  if (before?.knowledge === knowledge) return before.judged;
  const judged = article.claims.map((claim) => ({ claim, verdict: verifyClaim(article, knowledge, claim) }));
  judgedBefore.set(article.claims, { knowledge, judged });
  return judged;
}
