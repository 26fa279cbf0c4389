import type { AnalysedArticle } from '../../article.js';
import type { QuantityMention } from '../../mention.js';
import { say } from '../../message.js';
import { factorOf, rounded, valueOf } from '../../quantity/figure.js';
import { meets } from '../../quantity/interval.js';
import { printLike } from '../../quantity/print.js';
import { agrees, diagnose } from '../../quantity/repair.js';
import type { Relation } from '../../quantity/repair.js';
import { slice } from '../../text/span.js';
import { OwnText } from '../own-text.js';
import { explained, figureFix } from '../repair-fix.js';
import type { Report, Rule } from '../rule.js';

/** Measures whose units convert by fixed factors; energy and money convert by agreed or daily ones. */
const MEASURES = new Set(['length', 'area', 'mass', 'volume', 'power']);
/** Between an amount and the same in another unit: （合, ，约合, ，相当于. */
const SAME =
  /^\s?(?:[（(](?:即|约?合|折合|约?相当于|约?折合|约为|约|折|＝|=)?|[，,]?(?:约?折合|约?合|相当于|即)(?:约|为)?)$/;

/** Relation: an amount and the same amount in another unit beside it agree, within rounding. */
export const equivalentMismatch: Rule = {
  id: 'equivalent-mismatch',
  group: 'contradiction',
  severity: 'error',
  title: say`换算不符`,
  check(article, _knowledge, report) {
    const own = new OwnText(article);
    let last: QuantityMention | undefined;
    for (const mention of article.mentions) {
      if (mention.kind !== 'quantity') continue;
      if (last !== undefined && own.isRunning(mention.span.start)) {
        const found = compare(article, last, mention);
        if (found !== undefined) report(found);
      }
      last = mention;
    }
  },
};

function compare(article: AnalysedArticle, amount: QuantityMention, other: QuantityMention): Report | undefined {
  const [a, b] = [amount.unit, other.unit];
  if (!MEASURES.has(a.dimension) || a.dimension !== b.dimension || a.baseUnit !== b.baseUnit) return undefined;
  if (a.factor === b.factor || !SAME.test(article.folded.slice(amount.span.end, other.span.start))) return undefined;
  // In a bracket nothing else follows: （10公顷）, not （10公顷核心区）.
  const opened = /[（(][^）)]*$/.test(article.folded.slice(amount.span.end, other.span.start));
  if (opened && !/^[）)]/.test(article.folded.slice(other.span.end, other.span.end + 1))) return undefined;
  const same: Relation = (read) => meets(read(amount), read(other));
  if (agrees(same)) return undefined;
  // The second is computed from the first; where it does not come out even, three digits are enough.
  const exact = valueOf(amount).div(factorOf(other));
  const due = printLike(exact.round(4).eq(exact) ? exact : exact.prec(3), other, article.folded);
  const fix = figureFix(other, due, article);
  return {
    span: other.span,
    message: explained(
      say`“${slice(article.text, amount.span)}”折合${due}，与“${slice(article.text, other.span)}”不符`,
      diagnose(article, [other], (read) => meets(rounded(amount), read(other))),
    ),
    related: [{ span: amount.span, message: say`同一数量` }],
    fixes: fix === undefined ? [] : [fix],
  };
}
