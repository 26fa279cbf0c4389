import type { Found } from './desk.js';
import type { Marks } from './protocol.js';
import { judge } from './verdicts.js';

/** Where a document's figures agree with the fact table, contradict it, or could not be found in it. */
export function marksOf({ articles, knowledge, converter }: Found): Marks {
  const judged = articles.flatMap((article) =>
    judge(article, knowledge).map(({ claim, verdict }) => ({
      status: verdict.status,
      range: converter.range(article.toDocument(claim.figure.span)),
    })),
  );
  const of = (wanted: string): Marks['verified'] =>
    judged.filter(({ status }) => status === wanted).map(({ range }) => range);
  return { verified: of('verified'), mismatch: of('mismatch'), unverified: of('unverified') };
}
