import Big from 'big.js';
import type { AnalysedArticle } from '../../article.js';
import type { FigureMention, QuantityMention } from '../../mention.js';
import { say } from '../../message.js';
import { exactly, meets, minus } from '../../quantity/interval.js';
import type { Interval } from '../../quantity/interval.js';
import { plainText } from '../../quantity/print.js';
import { slice } from '../../text/span.js';
import { OwnText } from '../own-text.js';
import type { Fix, Related, Report, Rule } from '../rule.js';
import { fromTos, pairBefore, ratioOf } from './from-to.js';
import type { FromTo } from './from-to.js';

const SOFT = '(?:了|近|约|逾|超过|超|将近|接近|大约|至少)*';
/** Verbs of decrease right before a multiple; 降到, 减为 state a level and are not among them. */
const DECREASE = new RegExp(
  `(?:下降|减少|降低|缩小|缩短|减小|下跌|下滑|减缓|压缩|缩减|回落|减轻|减产|减收|削减)${SOFT}$`,
);
const INCREASE = new RegExp(`(?:增长|增加|提高|提升|上升|扩大|上涨|增产|增收|猛增|激增)${SOFT}$`);

const ONE = new Big(1);

/** Relation: nothing decreases by a multiple; from a to b is b÷a times a, an increase by b÷a−1 times; 翻n番 is 2 to the n times. */
export const timesMisuse: Rule = {
  id: 'times-misuse',
  group: 'arithmetic',
  severity: 'error',
  title: say`倍数误用`,
  check(article, _knowledge, report) {
    const own = new OwnText(article);
    const pairs = fromTos(article);
    for (const mention of article.mentions) {
      if (mention.kind !== 'quantity' || !own.isText(mention.span.start)) continue;
      const unit = mention.unit.unit;
      if (unit !== '倍' && unit !== '番') continue;
      const before = article.text.slice(Math.max(0, mention.span.start - 12), mention.span.start);
      const decrease = unit === '倍' ? DECREASE.exec(before)?.[0] : undefined;
      if (decrease !== undefined) {
        report(decreased(article, mention, decrease));
        continue;
      }
      const pair = pairBefore(pairs, mention, article.folded);
      const ratio = pair === undefined ? undefined : ratioOf(pair);
      if (pair === undefined || ratio === undefined) continue;
      const found =
        unit === '番'
          ? doubled(article, mention, pair, ratio)
          : INCREASE.test(before)
            ? increased(article, mention, pair, ratio)
            : undefined;
      if (found !== undefined) report(found);
    }
  },
};

function decreased(article: AnalysedArticle, figure: QuantityMention, verb: string): Report {
  const span = { start: figure.span.start - verb.length, end: figure.span.end };
  const share = figure.numeral.value.times(100);
  const newText = `${plainText(share)}%`;
  const fix: Fix = { title: say`改为“${newText}”`, kind: 'suggestion', edits: [{ span: figure.span, newText }] };
  return {
    span,
    message: say`“${slice(article.text, span)}”说不通：减少一倍就是零，“${verb.slice(0, 2)}”不用倍数，应用百分数或几分之几。`,
    fixes: share.lt(100) ? [fix] : [],
  };
}

/** 由300增加到600，增加2倍: the multiple itself is printed as the increase. */
function increased(
  article: AnalysedArticle,
  figure: QuantityMention,
  pair: FromTo,
  ratio: Interval,
): Report | undefined {
  const less = figure.numeral.value.minus(ONE);
  if (meets(minus(ratio, exactly(ONE)), figure.interval) || !meets(ratio, figure.interval) || less.lte(0))
    return undefined;
  const [from, to] = [slice(article.text, pair.from.span), slice(article.text, pair.to.span)];
  const newText = `${plainText(less)}倍`;
  return {
    span: figure.span,
    message: say`由${from}到${to}是原来的${slice(article.text, figure.span)}，应为增加${newText}。`,
    related: places(pair),
    fixes: [{ title: say`改为“${newText}”`, kind: 'suggestion', edits: [{ span: figure.span, newText }] }],
  };
}

/** 由40增至120，翻两番: two doublings make 160. Only where the multiple is clearly another. */
function doubled(article: AnalysedArticle, figure: QuantityMention, pair: FromTo, ratio: Interval): Report | undefined {
  const times = Number(figure.numeral.value.toFixed());
  if (!Number.isInteger(times) || times < 1 || times > 8 || figure.bound !== '') return undefined;
  if (meets(ratio, around(times))) return undefined;
  const start =
    figure.span.start - (/翻(?:了|上)?$/.exec(article.text.slice(0, figure.span.start).slice(-2))?.[0].length ?? 0);
  const span = { start, end: figure.span.end };
  const [from, to] = [slice(article.text, pair.from.span), slice(article.text, pair.to.span)];
  const multiple = new Big(2).pow(times);
  const real = [1, 2, 3, 4].find((each) => meets(ratio, around(each)));
  const newText = real === undefined ? undefined : `翻${'一两三四'.charAt(real - 1)}番`;
  return {
    span,
    message: say`“${slice(article.text, span)}”是原来的${multiple.toFixed()}倍，由${from}到${to}不是。`,
    related: places(pair),
    fixes:
      newText === undefined ? [] : [{ title: say`改为“${newText}”`, kind: 'suggestion', edits: [{ span, newText }] }],
  };
}

/** What n doublings may be printed for: from four fifths of the multiple to two fifths above it. */
function around(times: number): Interval {
  const multiple = new Big(2).pow(times);
  return { lower: multiple.times('0.8'), upper: multiple.times('1.4') };
}

function places({ from, to }: { from: FigureMention; to: FigureMention }): readonly Related[] {
  return [
    { span: from.span, message: say`原来` },
    { span: to.span, message: say`后来` },
  ];
}
