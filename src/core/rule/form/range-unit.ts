import type { AnalysedArticle } from '../../article.js';
import type { FigureMention, RangeMention } from '../../mention.js';
import { say } from '../../message.js';
import { slice } from '../../text/span.js';
import type { Span } from '../../text/span.js';
import { OwnText } from '../own-text.js';
import type { Edit, Report, Rule } from '../rule.js';
import { numeralStandard } from './figures.js';

const SOURCE = numeralStandard('5.1.3');

/**
 * Relation: where leaving it out would change the value, both ends of a range carry the multiplier or the sign: 9亿～16亿,
 * 15%～30% (GB/T 15835—2011, 5.1.3). A unit of measure may stand once (100～150公斤). Years are joined by a dash, not a hyphen.
 */
export const rangeUnit: Rule = {
  id: 'range-unit',
  group: 'form',
  severity: 'warning',
  title: say`数值范围的写法`,
  check(article, _knowledge, report) {
    const own = new OwnText(article);
    const hyphens: Span[] = [];
    for (const mention of article.mentions) {
      if (mention.kind === 'range' && own.isText(mention.span.start)) {
        const sign = leftOut(mention, article);
        if (sign !== undefined) report(completed(article, mention, sign));
      }
      if (mention.kind === 'period' && mention.years !== undefined && own.isText(mention.span.start)) {
        // Of the marks in use only the keyboard's hyphen is none of the standard's.
        const hyphen = /(?<=[\d０-９年])\s?-{1,2}\s?(?=[\d０-９])/.exec(slice(article.text, mention.span));
        if (hyphen !== null) {
          const start = mention.span.start + hyphen.index;
          hyphens.push({ start, end: start + hyphen[0].length });
        }
      }
    }
    if (hyphens.length > 0) report(dashes(article, hyphens));
  },
};

/** The 万, 亿 or % that the second end has and the first lacks, as printed. */
function leftOut({ from, to, unitTwice }: RangeMention, { text, folded }: AnalysedArticle): string | undefined {
  if (unitTwice || from.numeral.script === 'han') return undefined;
  const multiplier = /[万亿]+$/.exec(slice(folded, to.numeral.span))?.[0];
  if (multiplier !== undefined && !/[万亿]$/.test(firstNumeral(from, folded))) return multiplier;
  return to.kind === 'percent' ? /^\s?([%％‰])$/.exec(text.slice(to.numeral.span.end, to.span.end))?.[1] : undefined;
}

function firstNumeral({ numeral }: FigureMention, folded: string): string {
  return slice(folded, numeral.span);
}

function completed(article: AnalysedArticle, { span, from }: RangeMention, sign: string): Report {
  const at = from.numeral.span.end;
  const whole = article.text.slice(span.start, at) + sign + article.text.slice(at, span.end);
  const edit: Edit = { span: { start: at - 1, end: at }, newText: article.text.slice(at - 1, at) + sign };
  return {
    span,
    message: say`“${slice(article.text, span)}”前一个数省去“${sign}”会有歧义，应为“${whole}”。`,
    source: SOURCE,
    fixes: [{ title: say`改为“${whole}”`, kind: 'safe', edits: [edit] }],
  };
}

/** One finding for all hyphens between years: how a house joins years is a matter of style. */
function dashes(article: AnalysedArticle, hyphens: readonly Span[]): Report {
  const first = hyphens[0] ?? { start: 0, end: 0 };
  const [before, behind] = [
    article.text.slice(first.start - 5, first.start),
    article.text.slice(first.end, first.end + 5),
  ];
  const shown = /(\d{4}年?)$/.exec(before)?.[1] ?? before;
  return {
    span: { start: first.start - shown.length, end: first.end + 4 },
    severity: 'information',
    message: say`起止年份之间用一字线“—”，如“${shown}—${behind.slice(0, 5)}”（共${hyphens.length}处）。`,
    related: hyphens.slice(1).map((span) => ({ span, message: say`写法相同` })),
    source: SOURCE,
    fixes: [{ title: say`都改为“—”`, kind: 'safe', edits: hyphens.map((span) => ({ span, newText: '—' })) }],
  };
}
