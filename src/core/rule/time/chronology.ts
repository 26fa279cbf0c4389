import type { AnalysedArticle, Sentence } from '../../article.js';
import type { DateMention } from '../../mention.js';
import { say } from '../../message.js';
import { slice } from '../../text/span.js';
import { firstDay, lastDay } from '../../time/recognise.js';
import type { Report, Rule } from '../rule.js';

/** What comes first and what after it, by the words behind their dates. */
const ORDERS: readonly (readonly [RegExp, RegExp])[] = [
  [/^[^，。；、\d]{0,8}?(?:公布|颁布|发布|通过|印发)/, /^起?(?:正式)?(?:施行|实施|生效)/],
  [/^[^，。；、\d]{0,8}?(?:开工|动工|开建|奠基)/, /^[^，。；、\d]{0,8}?(?:竣工|建成|完工|通车|投产)/],
];
const WILL = /(?:将于|拟于|定于|计划于|预计于|预定于)$/;

/** Relation: what follows from something comes after it; what is still to come lies ahead of the day of issue, what is counted behind it. */
export const chronology: Rule = {
  id: 'chronology',
  group: 'time',
  severity: 'warning',
  title: say`时间先后颠倒`,
  check(article, _knowledge, report) {
    let next = 0;
    for (const sentence of article.sentences) {
      const dates: DateMention[] = [];
      while (next < article.mentions.length && (article.mentions[next]?.span.start ?? Infinity) < sentence.span.end) {
        const mention = article.mentions[next];
        if (
          mention?.kind === 'date' &&
          mention.value !== undefined &&
          !mention.relative &&
          mention.span.start >= sentence.span.start
        )
          dates.push(mention);
        next++;
      }
      for (const found of [...outOfOrder(article, sentence, dates), ...againstIssue(article, dates)]) report(found);
    }
  },
};

function outOfOrder(article: AnalysedArticle, sentence: Sentence, dates: readonly DateMention[]): readonly Report[] {
  const found: Report[] = [];
  const behind = ({ span }: DateMention): string =>
    article.folded.slice(span.end, Math.min(sentence.span.end, span.end + 16));
  for (const [first, then] of ORDERS) {
    const [befores, afters] = [first, then].map((words) => dates.filter((date) => words.test(behind(date))));
    const [before] = befores ?? [];
    const [after] = afters ?? [];
    // Several of a kind are several things.
    if (before === undefined || after === undefined || befores?.length !== 1 || afters?.length !== 1) continue;
    if (lastDay(after.value ?? '') >= firstDay(before.value ?? '')) continue;
    found.push({
      span: after.span,
      message: say`“${slice(article.text, after.span)}”早于“${slice(article.text, before.span)}”，先后似乎颠倒，请核对。`,
      related: [{ span: before.span, message: say`应在其前` }],
    });
  }
  return found;
}

function againstIssue(article: AnalysedArticle, dates: readonly DateMention[]): readonly Report[] {
  const { issueDate, folded } = article;
  if (issueDate === undefined) return [];
  return dates.flatMap(({ span, value = '' }): readonly Report[] => {
    const before = folded.slice(Math.max(0, span.start - 6), span.start);
    const printed = slice(article.text, span);
    if (/截[至止]$/.test(before) && firstDay(value) > issueDate)
      return [{ span, message: say`“截至${printed}”晚于刊发之日（${issueDate}），请核对。` }];
    if (WILL.test(before) && lastDay(value) < issueDate)
      return [{ span, message: say`到刊发之日（${issueDate}），“${printed}”已经过去，不再是“将”，请核对。` }];
    return [];
  });
}
