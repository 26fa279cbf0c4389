import { Checker } from '../core/checker.js';
import { silence } from '../core/ignore.js';
import { LONG_PARAGRAPH } from '../core/rule/duplicate/between.js';
import { applySettings } from '../core/settings.js';
import { Converter } from './convert.js';
import type { Desk, Found } from './desk.js';
import { LONGEST } from './document-store.js';
import type { CheckTextParams, Paragraph } from './protocol.js';

/**
 * Checks the text of a file that is not open, as it would be if it were. Lets other requests go first between articles.
 * @returns undefined if the file is not to be checked, or `isCancelled` says so meanwhile.
 */
export async function checkText(
  desk: Desk,
  { uri, text, language }: CheckTextParams,
  isCancelled: () => boolean,
): Promise<Found | undefined> {
  const configuration = await desk.configuration(uri);
  if (!configuration.enable) return undefined;
  const { settings } = configuration;
  const knowledge = desk.tables(uri, configuration);
  const reading = { language, ...(settings.issueDate === '' ? {} : { issueDate: settings.issueDate }) };
  const failed = new Set<string>();
  const skipped = text.length > LONGEST;
  const steps = new Checker(knowledge, ({ ruleId }) => failed.add(ruleId)).steps(skipped ? '' : text, reading);
  let step = steps.next();
  while (step.done !== true) {
    await new Promise((resolve) => setImmediate(resolve));
    if (isCancelled()) return undefined;
    step = steps.next();
  }
  const { articles, findings: all } = step.value;
  const document = desk.documentName(uri);
  const silenced = silence(desk.ignored.of(desk.folders.of(uri)), { document, findings: all, text });
  return {
    ...{ uri, version: 0, text, articles, all, silenced, skipped, failed, knowledge, configuration, reading },
    findings: applySettings(all, settings, { silenced: silenced.findings }),
    converter: new Converter(text, uri, 0),
  };
}

/** The paragraphs that are long enough to be compared with those of other files. */
export function longParagraphs({ articles, converter }: Found): readonly Paragraph[] {
  return articles.flatMap((article) =>
    article.blocks
      .filter(({ kind, span }) => (kind === 'body' || kind === 'item') && span.end - span.start >= LONG_PARAGRAPH)
      .map(({ span }) => ({
        range: converter.range(article.toDocument(span)),
        text: article.text.slice(span.start, span.end),
      })),
  );
}
