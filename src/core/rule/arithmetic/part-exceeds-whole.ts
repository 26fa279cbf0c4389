import { say } from '../../message.js';
import { factorOf, valueOf } from '../../quantity/figure.js';
import { addUp, sum } from '../../quantity/interval.js';
import type { Interval } from '../../quantity/interval.js';
import { printLike } from '../../quantity/print.js';
import { diagnose } from '../../quantity/repair.js';
import type { Diagnosis } from '../../quantity/repair.js';
import { slice } from '../../text/span.js';
import { explained, repairFixes } from '../repair-fix.js';
import type { Rule } from '../rule.js';
import { sumGroups } from './sum-groups.js';
import type { SumGroup } from './sum-groups.js';
import { additionOf, totalFix } from './sum-mismatch.js';

const NOTHING: Diagnosis = { best: undefined, isSole: false, repairs: [] };

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
      const apart = isSideBySide(group);
      if (above.length === 0 && !(apart && exceeds(sum(parts.map((part) => part.baseInterval)), total.baseInterval)))
        continue;
      // A slip in figures that used to add up. Parts that overlap (因私出境, 赴港澳台出境) add up only by chance one key away.
      const diagnosis =
        parts.length > 1 ? diagnose(article, [total, ...parts], additionOf(group), { suspect: total }) : NOTHING;
      const adds = apart && diagnosis.best !== undefined;
      // Behind the first part the text may go on to other things: 其中高铁370公里，新增高速公路2600公里.
      const alone = above[0] === parts[0] || (above.length === 1 && apart) ? above : [];
      if (!adds && (alone.length === 0 || above.length > alone.length)) continue;
      const part = above.length === 1 || !adds ? alone[0] : undefined;
      const told = adds ? diagnosis : NOTHING;
      const wrong = told.best?.figure ?? part ?? total;
      const whole = slice(article.text, total.span);
      const added = printLike(addUp(parts.map(valueOf)).div(factorOf(total)), total, article.folded);
      report({
        span: wrong.span,
        message: explained(
          part === undefined
            ? say`所列各项之和${added}大于总数“${whole}”`
            : say`其中的“${slice(article.text, part.span)}”大于总数“${whole}”`,
          told,
        ),
        related: [total, ...(adds ? parts : part === undefined ? [] : [part])]
          .filter((figure) => figure !== wrong)
          .map(({ span }) => ({ span, message: span === total.span ? say`总数` : say`分项` })),
        fixes: repairFixes(told, article, adds ? totalFix(article, group, added) : undefined),
      });
    }
  },
};

/** True if even the least of `a` is above the most of `b`. */
function exceeds(a: Interval, b: Interval): boolean {
  return a.lower !== undefined && b.upper !== undefined && a.lower.gt(b.upper);
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
