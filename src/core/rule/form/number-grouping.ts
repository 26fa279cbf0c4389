import type { AnalysedArticle } from '../../article.js';
import type { FigureMention } from '../../mention.js';
import { say } from '../../message.js';
import { slice } from '../../text/span.js';
import type { Span } from '../../text/span.js';
import { OwnText } from '../own-text.js';
import type { Report, Rule } from '../rule.js';
import { figuresByEnd, isDecimalComma, longNumbers, numeralStandard } from './figures.js';

/** Digits and commas, as a number with separators is printed; a decimal fraction may follow. */
const RUN = /(?<![\d.,A-Za-z[]|\d，)\d+(?:,\d+)+(?![\d,])(?:\.\d+)?/g;
/** Groups of three behind full-width commas: 19，239. */
const WIDE = /(?<![\d.,/A-Za-z]|\d，)\d{1,3}(?:，\d{3})+(?![\d，,.])/g;
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const SOURCE = numeralStandard('5.1.1');

/**
 * Relation: separators stand between groups of three digits, half width, and an article groups its long numbers always or never
 * (GB/T 15835—2011, 5.1.1).
 */
export const numberGrouping: Rule = {
  id: 'number-grouping',
  group: 'form',
  severity: 'warning',
  title: say`千分撇`,
  check(article, _knowledge, report) {
    const own = new OwnText(article);
    const byEnd = figuresByEnd(article);
    const grouped = longNumbers(article).some(({ grouping }) => grouping !== 'none');
    for (const { index, 0: run } of article.folded.matchAll(RUN)) {
      const span = { start: index, end: index + run.length };
      if (GROUPED.test(run) || !own.isText(index) || !isOneNumber(article.folded, span, byEnd.get(span.end))) continue;
      report(misplaced(article.text, span, grouped));
    }
    // In text with full-width digits the full-width mark goes with them: how wide they are is width-form's matter.
    for (const { index, 0: run } of article.text.matchAll(WIDE)) {
      const span = { start: index, end: index + run.length };
      if (!own.isText(index) || !isMeasured(byEnd.get(span.end)) || /[第前列居]/.test(article.text.charAt(index - 1)))
        continue;
      const newText = run.replaceAll('，', ',');
      report({
        span,
        message: say`“${run}”的千分撇应为半角，全角逗号把一个数断成了两个。`,
        source: SOURCE,
        fixes: [{ title: say`改为“${newText}”`, kind: 'safe', edits: [{ span, newText }] }],
      });
    }
    const mixed = mixedStyles(article);
    if (mixed !== undefined) report(mixed);
  },
};

function isMeasured(figure: FigureMention | undefined): boolean {
  return figure !== undefined && (figure.kind !== 'number' || figure.numeral.script === 'mixed');
}

/**
 * True if the run is one number: a figure with its unit ends it, and it is no list of years, of counted things (1,2,3) or of clauses,
 * and no decimal fraction with a comma, which is decimal-form's.
 */
function isOneNumber(folded: string, { start, end }: Span, figure: FigureMention | undefined): boolean {
  const run = folded.slice(start, end);
  // 5015,0万 is read as 5015 and 0, which no 万 goes with.
  const isAmount = isMeasured(figure) || /[万亿]/.test(folded.charAt(end));
  if (!isAmount || /[第图表]/.test(folded.charAt(start - 1))) return false;
  const groups = run.replace(/\..*$/, '').split(',');
  if (groups.every((group) => /^(?:1[89]|20)\d\d$/.test(group))) return false;
  if (groups.length === 2) return run.includes('.') || !isDecimalComma(run, folded.slice(end, end + 3));
  const rising = groups.every((group, i) => i === 0 || Number(group) > Number(groups[i - 1]));
  return !rising || groups.some((group) => group.length === 3);
}

/** The digits again, grouped the way the article groups its numbers; both ways are offered, and the decimal where it may be one. */
function misplaced(text: string, span: Span, grouped: boolean): Report {
  const run = slice(text, span);
  const [whole = '', point = ''] = run.split(/(?=[.．])/);
  const digits = whole.replace(/[，,]/g, '');
  const forms = [digits + point, digits.replace(/(?<=.)(?=(?:.{3})+$)/g, ',') + point];
  if (grouped) forms.reverse();
  // 118,20 may as well be 118.20: then the editor has to say.
  const isUnclear = point === '' && /^.{1,3}[，,].{1,2}$/.test(whole);
  if (isUnclear) forms.push(run.replace(/[，,]/, '.'));
  return {
    span,
    message: isUnclear
      ? say`“${run}”的千分撇位置不对，从个位起每三位一组；若是小数，应用小数点。`
      : say`“${run}”的千分撇位置不对，从个位起每三位一组。`,
    source: SOURCE,
    fixes: [...new Set(forms)].map((newText) => ({
      title: say`改为“${newText}”`,
      kind: isUnclear ? 'suggestion' : 'safe',
      edits: [{ span, newText }],
    })),
  };
}

/** One finding for all numbers of the rarer style. */
function mixedStyles(article: AnalysedArticle): Report | undefined {
  const numbers = longNumbers(article);
  const grouped = numbers.filter(({ grouping }) => grouping === 'comma');
  const plain = numbers.filter(({ grouping }) => grouping === 'none');
  const odd = grouped.length < plain.length ? grouped : plain;
  const [first] = odd;
  const other = (odd === grouped ? plain : grouped)[0];
  if (first === undefined || other === undefined) return undefined;
  const edits = odd.map(({ span }) => {
    const digits = slice(article.folded, span).replaceAll(',', '');
    return { span, newText: odd === plain ? digits.replace(/\B(?=(?:\d{3})+$)/g, ',') : digits };
  });
  return {
    span: first.span,
    severity: 'information',
    // Where the house has decided, house-style speaks.
    style: { option: 'grouping', value: 'any' },
    message: say`“${slice(article.text, first.span)}”与“${slice(article.text, other.span)}”写法不一：同一篇里五位以上的数，千分撇或者都用，或者都不用（共${odd.length}处）。`,
    related: [
      { span: other.span, message: say`另一种写法` },
      ...odd.slice(1).map(({ span }) => ({ span, message: say`写法相同` })),
    ],
    source: SOURCE,
    fixes: [{ title: odd === plain ? say`都加千分撇` : say`都不用千分撇`, kind: 'safe', edits }],
  };
}
