import type { AnalysedArticle, Block } from '../../article.js';
import { gravest, least } from '../../fact/trust.js';
import type { PhraseHit } from '../../fact/phrase-index.js';
import { say } from '../../message.js';
import { contains, slice, type Span } from '../../text/span.js';
import type { Related, Rule, Severity } from '../rule.js';

/** Marks in the table's exceptions that are no words: stay silent in quoted speech; in papers of before `OLD_UNTIL`. */
const IN_QUOTATION = '引文';
const IN_OLD_PAPERS = '旧文';
const OLD_UNTIL = 2010;

/** Kinds that are a matter of wording: in a quotation the words are the speaker's. */
const WORDING = ['固定表述', '知识性', '法律术语'];
/** Quotation marks around more than a term hold what somebody said. */
const SPEECH_LENGTH = 16;

/** Relation: no near miss of a fixed phrase, name or word of the phrase table stands in the text. */
export const fixedPhrase: Rule = {
  id: 'fixed-phrase',
  group: 'entity',
  severity: 'warning',
  title: say`固定表述、名称或用字有误`,
  check(article, knowledge, report) {
    const hits = knowledge.phrases().find(article.folded);
    if (hits.length === 0) return;
    const titles = spansOf(/《[^《》\n]*》/g, article.text);
    const speeches = spansOf(/“[^“”\n]*”/g, article.text).filter(({ start, end }) => end - start >= SPEECH_LENGTH);
    const year = yearOf(article);
    for (const hit of hits) {
      const { span, row, right } = hit;
      const block = article.blocks.find((each) => contains(each.span, span));
      if (block === undefined || block.kind === 'code' || titles.some((title) => contains(title, span))) continue;
      const isSpoken = speeches.some((speech) => contains(speech, span));
      if (isSpoken && (row.exceptions.includes(IN_QUOTATION) || WORDING.includes(row.kind))) continue;
      if (year < OLD_UNTIL && row.exceptions.includes(IN_OLD_PAPERS)) continue;
      if (isExcepted(hit, article.text) || !hasContext(hit, block, article.text)) continue;
      const wrong = slice(article.text, span);
      const elsewhere = rightFormElsewhere(hit, article.text);
      const severity = severityOf(hit, elsewhere !== undefined);
      report({
        span,
        severity,
        message:
          row.note === '' || row.note.length > 40
            ? severity === 'hint'
              ? say`“${wrong}”或为“${right}”之误，请核对。`
              : say`“${wrong}”应为“${right}”。`
            : say`“${wrong}”应为“${right}”（${row.note}）。`,
        source: { title: row.source },
        related: elsewhere ?? [],
        fixes: [{ title: say`改为“${right}”`, kind: 'suggestion', edits: [{ span, newText: right }] }],
      });
    }
  },
};

function spansOf(pattern: RegExp, text: string): readonly Span[] {
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** The year the article is of: that of its issue, else the middle one of those it mentions; Infinity where it mentions none. */
function yearOf({ mentions, issueDate }: AnalysedArticle): number {
  if (issueDate !== undefined) return Number(issueDate.slice(0, 4));
  const years = mentions
    .flatMap((mention) =>
      mention.kind === 'date' && mention.year !== undefined && mention.year > 1900 ? [mention.year] : [],
    )
    .sort((a, b) => a - b);
  return years[years.length >> 1] ?? Infinity;
}

/** True where the match lies within a phrase that the table excepts. */
function isExcepted({ span, row }: PhraseHit, text: string): boolean {
  return row.exceptions.some((phrase) => {
    const from = Math.max(0, span.end - phrase.length);
    const at = text.slice(from, span.start + phrase.length).indexOf(phrase);
    return at >= 0;
  });
}

function hasContext({ row }: PhraseHit, { span }: Block, text: string): boolean {
  return row.contextRequired === '' || row.contextRequired.split('|').some((word) => slice(text, span).includes(word));
}

/** The place of the right form, if the article uses it and the wrong one only here: then this one is a slip. */
function rightFormElsewhere({ span, row, right }: PhraseHit, text: string): readonly Related[] | undefined {
  if (row.match === 'regex' || text.indexOf(row.wrong) !== span.start || text.includes(row.wrong, span.end))
    return undefined;
  const at = text.indexOf(right);
  return at < 0 ? undefined : [{ span: { start: at, end: at + right.length }, message: say`本文另处作“${right}”` }];
}

function severityOf({ row }: PhraseHit, isLoneSlip: boolean): Severity {
  return isLoneSlip ? 'warning' : least('warning', gravest(row));
}
