import type { AnalysedArticle, Block } from '../../article.js';
import { DOCUMENT_NUMBER } from '../../entity/document.js';
import { buildDocumentIndex, plainNumber } from '../../entity/document-index.js';
import type { DocumentIndex } from '../../entity/document-index.js';
import { DocumentSeries } from '../../entity/document-series.js';
import { MentionIndex } from '../../entity/mention-index.js';
import { plainTitle } from '../../entity/title.js';
import type { Knowledge } from '../../fact/knowledge.js';
import type { DocumentRow } from '../../fact/schema.js';
import { gravest, least, most } from '../../fact/trust.js';
import { say } from '../../message.js';
import type { Span } from '../../text/span.js';
import type { Report, Rule } from '../rule.js';
import { againstDate, datelines, sourceOf, type PrintedNumber } from './document-date.js';
import { numberForm } from './document-number-form.js';

interface Documents {
  readonly index: DocumentIndex;
  readonly series: DocumentSeries;
}

const documentsOf = new WeakMap<Knowledge, Documents>();

/** The table of documents, indexed on first use; holds no state that a result could depend on. */
function documents(knowledge: Knowledge): Documents {
  const built = documentsOf.get(knowledge);
  if (built !== undefined) return built;
  // A series is as sure as its rows: those known to their editor only place no other number.
  const sure = knowledge.tables.documents.filter((row) => gravest(row) !== 'hint');
  const made = { index: buildDocumentIndex(knowledge), series: new DocumentSeries(sure) };
  documentsOf.set(knowledge, made);
  return made;
}

/**
 * Relations: the number behind a title, or below a document's heading, is that of the table, or else fits the document's date; and
 * it is set as GB/T 9704—2012, 7.2.5 says.
 */
export const documentNumber: Rule = {
  id: 'document-number',
  group: 'entity',
  severity: 'warning',
  title: say`文号有误`,
  check(article, knowledge, report) {
    const { index, series } = documents(knowledge);
    const wrong = new Set<number>();
    const mentions = new MentionIndex(article.mentions);
    const dates = datelines(article, mentions);
    for (const { title, number } of mentions.of('document')) {
      if (number === undefined) continue;
      const finding = against(index, plainTitle(title), title, number.text, number.span);
      if (finding === undefined) continue;
      wrong.add(number.span.start);
      report(finding);
    }
    for (const [i, block] of article.blocks.entries()) {
      const number = numberAtStart(article, block);
      if (number === undefined || wrong.has(number.span.start)) continue;
      const finding =
        againstHeading(article, index, i, number) ?? againstDate(series, dates.find(([at]) => at > i)?.[1], number);
      if (finding !== undefined) report(finding);
    }
    for (const finding of numberForm(article)) report(finding);
  },
};

/** Compares a number with those that the table gives to documents of this title. */
function against(index: DocumentIndex, key: string, title: string, number: string, span: Span): Report | undefined {
  const rows = index.byTitle(key).filter((row) => row.number.includes('〔') && isKindred(row.number, number));
  if (rows.length === 0) return index.byTitle(key).length > 0 ? undefined : ofAnother(index, key, title, number, span);
  if (rows.some((row) => plainNumber(row.number) === plainNumber(number))) return undefined;
  const owner = index.byNumber(number);
  return {
    span,
    message:
      owner === undefined
        ? say`《${title}》的文号是${listOf(rows)}，不是${number}。`
        : say`《${title}》的文号是${listOf(rows)}；${number}是《${owner.title}》的文号。`,
    severity: least('warning', most(...rows.map(gravest))),
    ...sourceOf(rows[0]),
    fixes: rows.slice(0, 3).map((row) => ({
      title: say`改为“${row.number}”`,
      kind: 'suggestion',
      edits: [{ span, newText: row.number }],
    })),
  };
}

/** What a full title ends in. */
const TITLE_END = /(?:通知|意见|决定|批复|复函|函|办法|规定|方案|规划|纲要|通报|公告|命令|报告|条例|细则|答复)$/;

/** A number that the table gives to a document of quite another title. */
function ofAnother(index: DocumentIndex, key: string, title: string, number: string, span: Span): Report | undefined {
  const owner = index.byNumber(number);
  if (owner === undefined || !TITLE_END.test(key) || shareWords(key, plainTitle(owner.title))) return undefined;
  return {
    span,
    message: say`${number}是《${owner.title}》的文号，与《${title}》不符。`,
    severity: least('warning', gravest(owner)),
    ...sourceOf(owner),
  };
}

/** True if two titles have eight characters in a row in common behind their 关于: the one may be a form of the other. */
function shareWords(a: string, b: string): boolean {
  const body = a.slice(a.indexOf('关于') + 2);
  for (let at = 0; at + 8 <= Math.max(8, body.length); at++) if (b.includes(body.slice(at, at + 8))) return true;
  return false;
}

/** True if two numbers are of one issuer's series: of a document that two issuers number apart the table has only one. */
function isKindred(a: string, b: string): boolean {
  const series = (number: string): string => /^[^〔]*/.exec(plainNumber(number))?.[0] ?? '';
  return series(a).endsWith(series(b)) || series(b).endsWith(series(a));
}

function listOf(rows: readonly DocumentRow[]): string {
  return [...new Set(rows.map(({ number }) => number))].join('、');
}

/** The number that a block consists of or begins with, as it stands below a document's heading. */
function numberAtStart({ text }: AnalysedArticle, { span }: Block): PrintedNumber | undefined {
  const match = DOCUMENT_NUMBER.exec(text.slice(span.start, Math.min(span.end, span.start + 40)));
  if (match?.index !== 0) return undefined;
  return { text: match[0], span: { start: span.start, end: span.start + match[0].length } };
}

/** At most so many lines make a heading. */
const HEADING_BLOCKS = 14;

/** Compares a number with the title that the blocks above it make. */
function againstHeading(
  article: AnalysedArticle,
  index: DocumentIndex,
  at: number,
  number: PrintedNumber,
): Report | undefined {
  let title = '';
  for (let i = at - 1; i >= 0 && i >= at - HEADING_BLOCKS; i--) {
    const { start, end } = article.blocks[i]?.span ?? { start: 0, end: 0 };
    title = article.text.slice(start, end) + title;
    const key = plainTitle(title);
    if (index.byTitle(key).length > 0 || /^(?:国务院|中共中央)/.test(key))
      return against(index, key, title, number.text, number.span);
  }
  return undefined;
}
