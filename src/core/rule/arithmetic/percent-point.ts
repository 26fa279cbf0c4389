import Big from 'big.js';
import type { AnalysedArticle } from '../../article.js';
import type { PercentMention } from '../../mention.js';
import { say } from '../../message.js';
import { exactly, meets, minus, negate, scale } from '../../quantity/interval.js';
import { slice } from '../../text/span.js';
import { OwnText } from '../own-text.js';
import type { Related, Report, Rule } from '../rule.js';
import { fromTos, pairBefore, ratioOf } from './from-to.js';
import type { FromTo } from './from-to.js';

const VERB = '(?:提高|上升|提升|下降|降低|回落|增加|减少|上涨|回升|下滑|增长|收窄|扩大|缩小)';
const SOFT = '(?:了|近|约|超过|超|逾|达)*';
const CHANGE = new RegExp(`${VERB}${SOFT}$`);

/** What is a share or a rate by its name, so that its level is printed in per cent. */
const RATE = '(?:率|占比|比重|比例|份额|增速|涨幅|降幅|增幅)';
/** Between the name and the level: 为, 达到, 占…的. */
const NAMED = new RegExp(`${RATE}(?:[^，。；、%\\d]{0,8}|[（(][^）)]{0,8}[）)]为?)$`);
/** Between the level and its change: what it is compared with, and no other subject. */
const COMPARED = new RegExp(
  `^(?:左右|以上)?[，,（(](?:[比较][^，。；、%]{1,12}?|同比|环比|[一二三四五六七八九十两\\d]+年(?:来|间)?|累计|分别|年均|平均|进一步|又|再)*${VERB}${SOFT}$`,
);
/** Between the change and the level behind it: 提高2.2%，达到15%. */
const REACHED = /^[，、,]?(?:达到?|至|为|升至|降至|增至|提高到|上升到|下降到|回落到)$/;
const NAME_TO_CHANGE = new RegExp(`${RATE}[^，。；、%\\d]{0,10}${VERB}${SOFT}$`);

/** Relation: the change of a rate or share, measured on its own scale, is in percentage points; per cent of it is a growth rate. */
export const percentPoint: Rule = {
  id: 'percent-point',
  group: 'arithmetic',
  severity: 'warning',
  title: say`百分数与百分点`,
  check(article, _knowledge, report) {
    const own = new OwnText(article);
    const pairs = fromTos(article);
    const percents = article.mentions.filter((mention): mention is PercentMention => mention.kind === 'percent');
    for (const [i, change] of percents.entries()) {
      if (change.unit !== '%' || change.numeral.value.lte(0) || !own.isText(change.span.start)) continue;
      if (!/[%％]$/.test(slice(article.text, change.span))) continue;
      const pair = pairBefore(pairs, change, article.folded);
      const found =
        pair === undefined
          ? besideLevel(article, change, percents[i - 1], percents[i + 1])
          : betweenLevels(article, change, pair);
      if (found !== undefined) report(found);
    }
  },
};

/** 占比由20%提高到23%，提高3%: the difference fits, the growth rate does not. */
function betweenLevels(article: AnalysedArticle, change: PercentMention, pair: FromTo): Report | undefined {
  const { from, to } = pair;
  const ratio = ratioOf(pair);
  if (from.kind !== 'percent' || to.kind !== 'percent' || from === change || to === change || ratio === undefined)
    return undefined;
  const verb = article.folded.slice(pair.to.span.end, change.span.start);
  if (/[降减落缩]/.test(verb) !== to.numeral.value.lt(from.numeral.value) && CHANGE.test(verb)) return undefined;
  const gap = minus(to.interval, from.interval);
  const growth = scale(minus(ratio, exactly(new Big(1))), new Big(100));
  const fits = (interval: typeof gap): boolean =>
    meets(interval, change.interval) || meets(negate(interval), change.interval);
  if (!fits(gap) || fits(growth)) return undefined;
  return finding(article, change, [
    { span: from.span, message: say`原来` },
    { span: to.span, message: say`后来` },
  ]);
}

/** 城镇化率为65%，比上年提高1.2%; 占比提高2.2%，达到15%. */
function besideLevel(
  article: AnalysedArticle,
  change: PercentMention,
  last: PercentMention | undefined,
  next: PercentMention | undefined,
): Report | undefined {
  const { folded } = article;
  const textBefore = (end: number): string => folded.slice(Math.max(0, end - 24), end);
  const isLevel = (level: PercentMention): boolean =>
    level.unit === '%' && change.numeral.value.lt(level.numeral.value);
  if (
    last !== undefined &&
    isLevel(last) &&
    COMPARED.test(folded.slice(last.span.end, change.span.start)) &&
    NAMED.test(textBefore(last.span.start))
  )
    return finding(article, change, [{ span: last.span, message: say`比率的水平` }]);
  if (
    next !== undefined &&
    isLevel(next) &&
    REACHED.test(folded.slice(change.span.end, next.span.start)) &&
    NAME_TO_CHANGE.test(textBefore(change.span.start))
  )
    return finding(article, change, [{ span: next.span, message: say`比率的水平` }]);
  return undefined;
}

function finding(article: AnalysedArticle, change: PercentMention, related: readonly Related[]): Report {
  const points = `${slice(article.text, change.numeral.span)}个百分点`;
  return {
    span: change.span,
    message: say`比率之差用百分点：“${slice(article.text, change.span)}”应为“${points}”，除非是指比率本身增减了这一成数。`,
    related,
    fixes: [{ title: say`改为“${points}”`, kind: 'suggestion', edits: [{ span: change.span, newText: points }] }],
  };
}
