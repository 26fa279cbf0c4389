import type { AnalysedArticle } from '../../article.js';
import { say } from '../../message.js';
import type { Message } from '../../message.js';
import type { DateMention, PeriodMention } from '../../mention.js';
import { slice } from '../../text/span.js';
import { daysIn } from '../../time/calendar.js';
import type { Fix, Rule } from '../rule.js';
import { dateSlips } from './date-slips.js';

const FIXES = 3;

/** Relation: a month is one of twelve, and a day one of the month's in that year. */
export const impossibleDate: Rule = {
  id: 'impossible-date',
  group: 'time',
  severity: 'error',
  title: say`日期不存在`,
  check(article, _knowledge, report) {
    for (const mention of article.mentions) {
      if ((mention.kind !== 'date' && mention.kind !== 'period') || isLunar(article, mention)) continue;
      const message =
        mention.kind === 'date'
          ? faultOf(mention)
          : mention.impossible === true
            ? say`“${slice(article.text, mention.span)}”中有不存在的日期，请核对。`
            : undefined;
      if (message !== undefined) report({ span: mention.span, message, fixes: fixesFor(article, mention) });
    }
  },
};

/** What the date may have been; only its author knows, so the likeliest few. */
function fixesFor(article: AnalysedArticle, mention: DateMention | PeriodMention): readonly Fix[] {
  if (mention.kind !== 'date') return [];
  return dateSlips(article, mention)
    .slice(0, FIXES)
    .map(({ span, newText }) => {
      const { start, end } = mention.span;
      const mended = article.text.slice(start, span.start) + newText + article.text.slice(span.end, end);
      return { title: say`改为“${mended}”`, kind: 'suggestion', edits: [{ span, newText }] };
    });
}

function faultOf({ year, month, day }: DateMention): Message | undefined {
  if (month !== undefined && (month < 1 || month > 12)) return say`没有${month}月，请核对日期。`;
  if (month === undefined || day === undefined) return undefined;
  const days = daysIn(year ?? 2000, month);
  if (day >= 1 && day <= days) return undefined;
  return year !== undefined && month === 2 && day === 29
    ? say`${year}年不是闰年，2月没有29日，请核对日期。`
    : say`${month}月没有${day}日，请核对日期。`;
}

/** Months of the lunar calendar have thirty days whatever their number. */
function isLunar(article: AnalysedArticle, { span }: DateMention | PeriodMention): boolean {
  return /(?:农历|阴历|夏历|旧历|腊月|正月|闰)[^，。；]{0,8}$/.test(
    article.folded.slice(Math.max(0, span.start - 12), span.start),
  );
}
