import Big from 'big.js';
import { say } from '../../message.js';
import type { QuantityMention } from '../../mention.js';
import { sum } from '../../quantity/interval.js';
import type { Interval } from '../../quantity/interval.js';
import { printLike } from '../../quantity/print.js';
import { repairsOf, soleRepair } from '../../quantity/repair.js';
import { slice } from '../../text/span.js';
import type { Rule } from '../rule.js';
import { factorOf, readWith, valueOf } from './figure-row.js';
import { repairFix } from './repair-fix.js';
import { sumGroups } from './sum-groups.js';
import type { SumGroup } from './sum-groups.js';

/** Relation: no part that a text gives of a whole is more than the whole, nor are parts side by side in sum. */
export const partExceedsWhole: Rule = {
  id: 'part-exceeds-whole',
  group: 'arithmetic',
  severity: 'error',
  title: say`部分大于整体`,
  check(article, _knowledge, report) {
    for (const group of sumGroups(article)) {
      if (group.complete) continue;
      const { total, parts } = group;
      const above = parts.filter((part) => exceeds(part.baseInterval, total.baseInterval));
      // Behind the first part the text may go on to other things: 其中高铁370公里，新增高速公路2600公里.
      const tooMuch = above[0] === parts[0] || (above.length === 1 && isSideBySide(group)) ? above : [];
      if (above.length > tooMuch.length) continue;
      const together =
        tooMuch.length === 0 &&
        isSideBySide(group) &&
        exceeds(sumOf(parts), total.baseInterval) &&
        isOneSlip(group, article.folded);
      if (tooMuch.length === 0 && !together) continue;
      const part = tooMuch.length === 1 ? tooMuch[0] : undefined;
      const figures = part === undefined ? [total, ...parts] : [total, part];
      // A slip in a part makes it too much; one in the total makes it too little. The repair must leave what the text allows.
      const repair = soleRepair(figures, article.folded, (changed, interval) => {
        const read = readWith(changed, interval);
        return isMended(group, read) && !(changed === total && tooMuch.length === 1 && parts.length > 1 && !together);
      });
      const wrong = repair?.figure ?? part ?? total;
      const whole = slice(article.text, total.span);
      report({
        span: wrong.span,
        message:
          part === undefined
            ? say`所列各项之和${printLike(parts.reduce((all, each) => all.plus(valueOf(each)), new Big(0)).div(factorOf(total)), total, article.folded)}大于总数“${whole}”，请核对。`
            : say`其中的“${slice(article.text, part.span)}”大于总数“${whole}”，请核对。`,
        related: [total, ...(part === undefined ? parts : [part])]
          .filter((figure) => figure !== wrong)
          .map(({ span }) => ({ span, message: span === total.span ? say`总数` : say`分项` })),
        fixes: repair === undefined ? [] : [repairFix(repair, article.text)],
      });
    }
  },
};

function sumOf(parts: readonly QuantityMention[]): Interval {
  return sum(parts.map(({ baseInterval }) => baseInterval));
}

/** True if even the least of `a` is above the most of `b`. */
function exceeds(a: Interval, b: Interval): boolean {
  return a.lower !== undefined && b.upper !== undefined && a.lower.gt(b.upper);
}

/** True if the parts, read so, make up the whole to the printed digits: a slip in figures that used to agree. */
function isMended({ total, parts }: SumGroup, read: (figure: QuantityMention) => Interval): boolean {
  const added = sum(parts.map(read));
  const whole = read(total);
  return parts.length > 1 && !exceeds(added, whole) && !exceeds(whole, added);
}

/**
 * True if some single slip makes the parts add up to the whole. Parts that overlap (因私出境, 赴港澳台出境) are above it without a
 * slip, and then only by chance one key away from adding up.
 */
function isOneSlip(group: SumGroup, folded: string): boolean {
  return [group.total, ...group.parts].some((figure) =>
    repairsOf(figure, folded).some(({ interval }) => isMended(group, readWith(figure, interval))),
  );
}

/** Kinds of one thing, named alike and not counted twice: 国家级1家、省级560家、市级1001家; not 女性, 少数民族. */
function isSideBySide({ labels, parts }: SumGroup): boolean {
  const names = labels.map((label) =>
    label.replace(/^.*(?:其中|包括|分为)[：:，,]?/, '').replace(/^[，、；和及\s]+/, ''),
  );
  return (
    parts.length > 1 &&
    names.every((name) => name.length >= 2 && name.length <= 24 && !/女|少数民族|党员|次$|以上|以下|新增/.test(name))
  );
}
