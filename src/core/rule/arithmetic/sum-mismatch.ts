import { meets, scale, sum } from '../../quantity/interval.js';
import type { Interval } from '../../quantity/interval.js';
import Big from 'big.js';
import { say } from '../../message.js';
import type { FigureMention } from '../../mention.js';
import { printLike } from '../../quantity/print.js';
import { soleRepair } from '../../quantity/repair.js';
import { slice } from '../../text/span.js';
import type { Rule } from '../rule.js';
import { sumGroups } from './sum-groups.js';
import type { QuantityClaim, SumGroup } from './sum-groups.js';

/** Relation: the parts a text gives as all of a whole add up to the total it states, within rounding. */
export const sumMismatch: Rule = {
  id: 'sum-mismatch',
  group: 'arithmetic',
  severity: 'error',
  title: say`分项合计与总数不符`,
  check(article, _knowledge, report) {
    for (const group of sumGroups(article)) {
      if (!group.complete) continue;
      const { total, parts } = group;
      if (meets(sum(parts.map(({ figure }) => figure.baseInterval)), total.figure.baseInterval)) continue;
      const printed = slice(article.text, total.figure.span);
      const added = printLike(sumOf(parts).div(factorOf(total)), total.figure, article.folded);
      const repair = repairOf(group, article.folded);
      const wrong = repair?.figure ?? total.figure;
      const related = [total, ...parts]
        .filter(({ figure }) => figure !== wrong)
        .map(({ figure }) => ({ span: figure.span, message: figure === total.figure ? say`合计` : say`分项` }));
      const unit = article.text.slice(wrong.numeral.span.end, wrong.span.end);
      report({
        span: wrong.span,
        message:
          repair === undefined
            ? say`分项合计${added}，与“${printed}”不符。`
            : say`分项合计${added}，与“${printed}”不符；若“${repair.wrong}”为“${repair.right}”之误，则相符。`,
        related,
        fixes:
          repair === undefined
            ? []
            : [
                {
                  title: say`改为“${repair.newText + unit}”`,
                  kind: 'suggestion',
                  edits: [{ span: wrong.numeral.span, newText: repair.newText }],
                },
              ],
      });
    }
  },
};

function factorOf({ figure }: QuantityClaim): Big {
  return new Big(figure.unit.factor === '' ? 1 : figure.unit.factor);
}

/** The sum of the printed values in the base unit. */
function sumOf(parts: readonly QuantityClaim[]): Big {
  return parts.reduce((all, part) => all.plus(part.figure.numeral.value.times(factorOf(part))), new Big(0));
}

/** The single slip that would make the sum right to the printed digits. */
function repairOf({ total, parts }: SumGroup, folded: string): ReturnType<typeof soleRepair> {
  const claims = [total, ...parts];
  const exact = ({ figure }: QuantityClaim, changed: FigureMention, interval: Interval): Interval => {
    const factor = new Big(figure.unit.factor === '' ? 1 : figure.unit.factor);
    if (figure === changed) return scale(interval, factor);
    const { value, ulp } = figure.numeral;
    return scale({ lower: value.minus(ulp.div(2)), upper: value.plus(ulp.div(2)) }, factor);
  };
  return soleRepair(
    claims.map(({ figure }) => figure),
    folded,
    (changed, interval) =>
      meets(sum(parts.map((part) => exact(part, changed, interval))), exact(total, changed, interval)),
  );
}
