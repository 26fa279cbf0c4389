import Big from 'big.js';
import type { AnalysedArticle } from '../../article.js';
import { say } from '../../message.js';
import type { FigureMention, NumberMention, Numeral, QuantityMention, RatioMention } from '../../mention.js';
import { isLike, valueOf } from '../../quantity/figure.js';
import { addUp, exactly, meets, sum } from '../../quantity/interval.js';
import { agrees, diagnose } from '../../quantity/repair.js';
import type { Relation } from '../../quantity/repair.js';
import { slice } from '../../text/span.js';
import { OwnText } from '../own-text.js';
import { explained, repairFixes } from '../repair-fix.js';
import type { Report, Rule } from '../rule.js';

/** What is divided into shares of 100: 三次产业结构, 一二三产业比例. */
const SHARES =
  /(?:产业|增加值|人口|收入|支出|投资|能源|消费|结构)[^，。；]{0,12}(?:结构|构成|占比|比重|比例|比|之比)[^，。；、\d]{0,12}$/;
const INDUSTRIES = [
  /(?:第一产业|一产)[^，。；]{0,8}$/,
  /(?:第二产业|二产)[^，。；]{0,8}$/,
  /(?:第三产业|三产)[^，。；]{0,8}$/,
];
/** Each share is rounded by itself. */
const SLACK = new Big('0.2');
const HUNDRED = exactly(new Big(100));
/** How far before a ratio the values of its parts are looked for. */
const REACH = 400;

/** Relation: the shares of a whole make 100, within rounding, and fit the values that the text gives of the three industries. */
export const ratioNot100: Rule = {
  id: 'ratio-not-100',
  group: 'arithmetic',
  severity: 'error',
  title: say`结构比例之和不是100`,
  check(article, _knowledge, report) {
    const own = new OwnText(article);
    const ratios = article.mentions.filter((mention): mention is RatioMention => mention.kind === 'ratio');
    for (const [i, ratio] of ratios.entries()) {
      const { span, parts } = ratio;
      if (parts.length < 3 || !own.isText(span.start) || !isStructure(article, ratio, ratios[i - 1])) continue;
      const total = addUp(parts.map(({ value }) => value));
      // 1∶2∶3 compares; shares in per cent come near to 100 or hold a slip in one figure.
      if (!looksLikeShares(parts.map(({ value }) => value))) continue;
      const fromValues = valuesFit(article, ratio);
      if (total.minus(100).abs().gt(SLACK))
        report(
          finding(
            article,
            ratio,
            say`“${slice(article.text, span)}”各部分之和为${total.toFixed()}，应为100`,
            fromValues,
          ),
        );
      else if (fromValues !== undefined && !agrees(fromValues(figuresOf(ratio))))
        report(finding(article, ratio, say`“${slice(article.text, span)}”与前文三次产业的数值不符`, fromValues));
    }
  },
};

/** The ratio is named as the structure of a whole, or follows one that is. */
function isStructure({ folded }: AnalysedArticle, { span }: RatioMention, last: RatioMention | undefined): boolean {
  const before = (at: number): string =>
    folded.slice(Math.max(0, at - 40), at).replace(/(?:由|从)?(?:上年|去年|\d{4}年)?的?$/, '');
  // 由8.3∶41.4∶50.3调整为7.9∶40.1∶52.0: the name stands before the first.
  const follows = last !== undefined && /^[^，。；]{0,16}$/.test(folded.slice(last.span.end, span.start));
  return SHARES.test(before(follows ? last.span.start : span.start));
}

type Fit = (parts: readonly FigureMention[]) => Relation;

function finding(
  article: AnalysedArticle,
  ratio: RatioMention,
  clause: Report['message'],
  fit: Fit | undefined,
): Report {
  const parts = figuresOf(ratio);
  const makes100: Relation = (read) => meets(sum(parts.map(read)), HUNDRED);
  const diagnosis = diagnose(article, parts, makes100, fit === undefined ? {} : { also: fit(parts) });
  const wrong = diagnosis.isSole ? diagnosis.best?.figure : undefined;
  return {
    span: wrong?.span ?? ratio.span,
    message: explained(clause, diagnosis),
    related: parts
      .filter((part) => part !== wrong)
      .map((part) => ({ span: part.span, message: say`第${parts.indexOf(part) + 1}部分` })),
    fixes: repairFixes(diagnosis, article),
  };
}

function figuresOf({ parts }: RatioMention): readonly NumberMention[] {
  return parts.map(asFigure);
}

function asFigure(numeral: Numeral): NumberMention {
  const half = numeral.ulp.div(2);
  const interval = { lower: numeral.value.minus(half), upper: numeral.value.plus(half) };
  return { kind: 'number', span: numeral.span, numeral, bound: '', interval, qualifiers: [] };
}

/** 第一产业增加值38亿元；第二产业增加值6800亿元；第三产业增加值5442亿元: what each share must then be, to one more digit of grace. */
function valuesFit(article: AnalysedArticle, { span }: RatioMention): Fit | undefined {
  const { folded, mentions } = article;
  const words = folded.slice(Math.max(0, span.start - 40), span.start);
  if (!/(?:三次产业|三产|一二三产)/.test(words) || /[由从]|上年|去年/.test(words)) return undefined;
  const values: (QuantityMention | undefined)[] = [undefined, undefined, undefined];
  for (const mention of mentions) {
    if (mention.span.start > span.start) break;
    if (mention.kind !== 'quantity' || mention.span.start < span.start - REACH) continue;
    const label = /[^，。；]*$/.exec(folded.slice(Math.max(0, mention.span.start - 24), mention.span.start))?.[0] ?? '';
    const which = INDUSTRIES.findIndex((name) => name.test(label));
    if (which >= 0 && !/增长|拉动|贡献|比|人员/.test(label)) values[which] = mention;
  }
  const [a, b, c] = values;
  if (a === undefined || b === undefined || c === undefined || !isLike(a, b) || !isLike(b, c)) return undefined;
  const whole = addUp([a, b, c].map(valueOf));
  if (whole.lte(0)) return undefined;
  return (parts) => (read) =>
    parts.every((part, i) => {
      const due = valueOf([a, b, c][i] ?? a)
        .div(whole)
        .times(100);
      // A share may be rounded the other way to make 100.
      const grace = part.numeral.ulp;
      return meets(read(part), { lower: due.minus(grace), upper: due.plus(grace) });
    });
}

/** True if all but one may be shares in per cent: each is below 100 and together they leave room for the one. */
function looksLikeShares(values: readonly Big[]): boolean {
  const total = addUp(values);
  if (total.gt(70) && total.lt(200)) return true;
  return values.some((value) => {
    const others = total.minus(value);
    return others.gt(40) && others.lt(100);
  });
}
