import type { AnalysedArticle } from '../../article.js';
import { say } from '../../message.js';
import { factorOf, rounded, valueOf } from '../../quantity/figure.js';
import { holds, meets, sum, addUp } from '../../quantity/interval.js';
import { printLike } from '../../quantity/print.js';
import { agrees, diagnose } from '../../quantity/repair.js';
import type { Relation } from '../../quantity/repair.js';
import { slice } from '../../text/span.js';
import { explained, figureFix, repairFixes } from '../repair-fix.js';
import type { Fix, Rule } from '../rule.js';
import { sumGroups } from './sum-groups.js';
import type { SumGroup } from './sum-groups.js';

/** Relation: the parts a text gives as all of a whole add up to the total it states, within rounding. */
export const sumMismatch: Rule = {
  id: 'sum-mismatch',
  group: 'arithmetic',
  severity: 'error',
  title: say`分项合计与总数不符`,
  check(article, _knowledge, report) {
    for (const group of sumGroups(article)) {
      const { total, parts, complete } = group;
      const addsUp = additionOf(group);
      if (!complete || agrees(addsUp)) continue;
      const printed = slice(article.text, total.span);
      const added = printLike(addUp(parts.map(valueOf)).div(factorOf(total)), total, article.folded);
      const diagnosis = diagnose(article, [total, ...parts], addsUp, { suspect: total });
      const wrong = diagnosis.best?.figure ?? total;
      report({
        span: wrong.span,
        message: explained(say`分项合计${added}，与“${printed}”不符`, diagnosis),
        related: [total, ...parts]
          .filter((figure) => figure !== wrong)
          .map(({ span }) => ({ span, message: span === total.span ? say`合计` : say`分项` })),
        fixes: repairFixes(diagnosis, article, totalFix(article, group, added)),
      });
    }
  },
};

/** The parts make the total. */
export function additionOf({ total, parts }: Pick<SumGroup, 'total' | 'parts'>): Relation {
  return (read) => meets(sum(parts.map(read)), read(total));
}

/** The total as the parts make it, if they are printed without about or over. */
export function totalFix(
  article: AnalysedArticle,
  { total, parts }: Pick<SumGroup, 'total' | 'parts'>,
  added: string,
): Fix | undefined {
  const isPlain = parts.every((part) => part.qualifiers.length === 0 && holds(rounded(part), valueOf(part)));
  return isPlain ? figureFix(total, added, article) : undefined;
}
