import { say } from '../core/message.js';
import { buildReport, publicationOf } from '../core/report/build.js';
import type { Span } from '../core/text/span.js';
import { marginNotes } from '../report/comments.js';
import { pageEnd, pageStart, section } from '../report/html.js';
import { markdownReport } from '../report/markdown.js';
import type { Say } from './convert.js';
import type { Found } from './desk.js';
import type { LineStyle, ReportParams, ReportResult } from './protocol.js';

/** The report on a document, in the form that is asked for. */
export function reportOf(
  found: Found,
  { name, made, form, language, tools, place }: ReportParams,
  text: Say,
): ReportResult {
  const { articles, findings, knowledge, configuration, converter } = found;
  const publication = publicationOf(configuration.settings.preset);
  const report = buildReport({ name, text: found.text, articles, findings, knowledge, publication });
  const { version } = found;
  if (form === 'markdown') return { version, content: markdownReport(report, text, made) };
  if (form === 'notes') return { version, notes: marginNotes(report, text), lines: lineStyles(found) };
  // VS Code decodes the arguments of a command once more than they were encoded: the URI's own escapes must outlive that.
  const link = (span: Span): string =>
    `command:${place ?? ''}?${encodeURIComponent(JSON.stringify([encodeURIComponent(found.uri), converter.range(span)]))}`;
  const options = {
    language,
    made,
    ...(tools === undefined ? {} : { tools }),
    ...(place === undefined ? {} : { link }),
  };
  const skipped = found.skipped ? `<p class="error">${text(say`本文太长，没有核对。`)}</p>` : '';
  return { version, content: pageStart(text, options) + skipped + section(report, text, options) + pageEnd() };
}

/** The lines that are more than body, for those who set the text anew. */
function lineStyles({ articles, converter }: Found): readonly LineStyle[] {
  return articles.flatMap((article) =>
    article.blocks.flatMap(({ kind, span }): LineStyle[] => {
      if (kind !== 'headline' && kind !== 'heading' && kind !== 'deck') return [];
      const { line } = converter.range(article.toDocument(span)).start;
      return [{ line, style: kind === 'headline' ? 'title' : 'heading' }];
    }),
  );
}
