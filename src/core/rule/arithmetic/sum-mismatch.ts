import Big from 'big.js';
import type { AnalysedArticle } from '../../article.js';
import type { QuantityMention } from '../../mention.js';
import { say } from '../../message.js';
import { holds, meets, sum } from '../../quantity/interval.js';
import { printLike } from '../../quantity/print.js';
import { soleRepair } from '../../quantity/repair.js';
import type { Repair } from '../../quantity/repair.js';
import { slice } from '../../text/span.js';
import type { Fix, Rule } from '../rule.js';
import { factorOf, readWith, valueOf } from './figure-row.js';
import { figureFix, repairFix } from './repair-fix.js';
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
      if (!group.complete || isRight(group)) continue;
      const { total, parts } = group;
      const printed = slice(article.text, total.span);
      const added = printLike(sumOf(parts).div(factorOf(total)), total, article.folded);
      const repair = repairOf(group, article.folded);
      const wrong = repair?.figure ?? total;
      const related = [total, ...parts]
        .filter((figure) => figure !== wrong)
        .map(({ span }) => ({ span, message: span === total.span ? say`合计` : say`分项` }));
      report({
        span: wrong.span,
        message:
          repair === undefined
            ? say`分项合计${added}，与“${printed}”不符。`
            : say`分项合计${added}，与“${printed}”不符；若“${repair.wrong}”为“${repair.right}”之误，则相符。`,
        related,
        fixes: repair === undefined ? totalFixes(article, group, added) : [repairFix(repair, article.text)],
      });
    }
  },
};

function isRight({ total, parts }: SumGroup): boolean {
  return meets(sum(parts.map(({ baseInterval }) => baseInterval)), total.baseInterval);
}

/** The sum of the printed values in the base unit. */
function sumOf(parts: readonly QuantityMention[]): Big {
  return parts.reduce((all, part) => all.plus(valueOf(part)), new Big(0));
}

/** Where nothing tells which figure is wrong: the total as the parts make it, if they are printed without about or over. */
function totalFixes(article: AnalysedArticle, { total, parts }: SumGroup, added: string): readonly Fix[] {
  const isPlain = parts.every(
    ({ qualifiers, interval, numeral }) => qualifiers.length === 0 && holds(interval, numeral.value),
  );
  const fix = isPlain ? figureFix(total, added, article.folded) : undefined;
  return fix === undefined ? [] : [fix];
}

/** The single slip that would make the sum right to the printed digits. */
function repairOf({ total, parts }: SumGroup, folded: string): Repair | undefined {
  return soleRepair([total, ...parts], folded, (changed, interval) => {
    const read = readWith(changed, interval);
    return meets(sum(parts.map(read)), read(total));
  });
}
