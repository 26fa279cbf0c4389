import type { AnalysedArticle } from '../../article.js';
import type { DocumentSeries } from '../../entity/document-series.js';
import type { MentionIndex } from '../../entity/mention-index.js';
import type { DocumentRow } from '../../fact/schema.js';
import type { DateMention } from '../../mention.js';
import { say } from '../../message.js';
import type { Span } from '../../text/span.js';
import type { Report } from '../rule.js';

/** A document's number as printed, with its place. */
export interface PrintedNumber {
  readonly text: string;
  readonly span: Span;
}

/** The blocks that are nothing but a date, as it stands below a document's text, in order. */
export function datelines(
  { text, blocks }: AnalysedArticle,
  index: MentionIndex,
): readonly (readonly [number, DateMention])[] {
  return blocks.flatMap(({ span }, i) => {
    const date = index.at('date', span.end - 1);
    const isAlone = date?.span.end === span.end && text.slice(span.start, date.span.start).trim() === '';
    return date !== undefined && isAlone ? [[i, date] as const] : [];
  });
}

/** Compares a document's own number with the day below its text: numbers run with the dates. */
export function againstDate(
  series: DocumentSeries,
  date: DateMention | undefined,
  { text, span }: PrintedNumber,
): Report | undefined {
  const odd = date?.value?.length === 10 ? series.outOfOrder(text, date.value) : undefined;
  if (odd === undefined || date === undefined) return undefined;
  const known = [odd.before, odd.behind].filter((row) => row !== undefined);
  const neighbours = known.map(({ number, issued }) => `${number}（${issued}）`).join('、');
  return {
    span,
    message: say`“${text}”与成文日期不符：${neighbours}在它前后，序号与日期对不上；请核对文号和日期。`,
    related: [{ span: date.span, message: say`成文日期` }],
    ...sourceOf(known[0]),
    fixes: odd.serials.slice(0, 3).map((serial) => {
      const newText = text.replace(/\d+(?=\s?号$)/, String(serial));
      return { title: say`改为“${newText}”`, kind: 'suggestion', edits: [{ span, newText }] };
    }),
  };
}

/** A row of the table as the source of a finding. */
export function sourceOf(row: DocumentRow | undefined): Pick<Report, 'source'> {
  return row === undefined ? {} : { source: { title: row.title, date: row.issued, locator: row.source } };
}
