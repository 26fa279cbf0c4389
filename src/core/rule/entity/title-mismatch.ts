import type { AnalysedArticle } from '../../article.js';
import { buildDocumentIndex } from '../../entity/document-index.js';
import type { DocumentIndex } from '../../entity/document-index.js';
import { MentionIndex } from '../../entity/mention-index.js';
import { plainTitle } from '../../entity/title.js';
import { TitleFinder, titleSlip } from '../../entity/title-slip.js';
import type { Knowledge } from '../../fact/knowledge.js';
import type { DocumentRow } from '../../fact/schema.js';
import { gravest, least } from '../../fact/trust.js';
import type { DocumentMention } from '../../mention.js';
import { say } from '../../message.js';
import type { Report, Rule, Severity } from '../rule.js';

interface Titles {
  readonly index: DocumentIndex;
  readonly finder: TitleFinder;
}

const titlesOf = new WeakMap<Knowledge, Titles>();

/** The titles of the table, indexed on first use; holds no state that a result could depend on. */
function tableTitles(knowledge: Knowledge): Titles {
  const built = titlesOf.get(knowledge);
  if (built !== undefined) return built;
  const index = buildDocumentIndex(knowledge);
  const made = { index, finder: new TitleFinder([...index.titles].filter(({ length }) => length >= SHORTEST + 2)) };
  titlesOf.set(knowledge, made);
  return made;
}

/** Shorter titles differ by a character and are others. */
const SHORTEST = 5;

/** Relation: a title stands in one form in the article, and in that of the table of documents. */
export const titleMismatch: Rule = {
  id: 'title-mismatch',
  group: 'entity',
  severity: 'warning',
  title: say`文件名称前后不一致`,
  check(article, knowledge, report) {
    const { index, finder } = tableTitles(knowledge);
    const printed = new Map<string, DocumentMention[]>();
    for (const mention of new MentionIndex(article.mentions).of('document')) {
      const key = plainTitle(mention.title);
      const known = printed.get(key);
      if (known === undefined) printed.set(key, [mention]);
      else known.push(mention);
    }
    for (const [title, mentions] of printed) {
      if (title.length < SHORTEST || index.titles.has(title)) continue;
      const other = otherForm(article, title, printed, index);
      const [inTable, ...more] = other === undefined ? finder.near(title) : [];
      if (other !== undefined) for (const mention of mentions) report(differs(mention, other));
      else if (inTable !== undefined && more.length === 0)
        for (const mention of mentions) report(differsFromTable(mention, inTable, index));
    }
  },
};

/** The form of the title elsewhere in the article that is likelier the right one. */
function otherForm(
  { text }: AnalysedArticle,
  title: string,
  printed: ReadonlyMap<string, readonly DocumentMention[]>,
  index: DocumentIndex,
): DocumentMention | undefined {
  for (const [other, mentions] of printed) {
    const slip = titleSlip(title, other);
    const [first] = mentions;
    if (slip === undefined || first === undefined) continue;
    const times = (printed.get(title)?.length ?? 0) - mentions.length;
    if (index.titles.has(other) || times < 0) return first;
    // As often one as the other: the pairs of characters about the slip stand oftener in the text where they are right.
    if (times === 0 && around(text, title, slip.index) < around(text, other, slip.index)) return first;
  }
  return undefined;
}

/** How often the commoner of the two pairs of characters at `index` stands in the text. */
function around(text: string, title: string, index: number): number {
  const pairs = [title.slice(Math.max(0, index - 1), index + 1), title.slice(index, index + 2)];
  return Math.max(...pairs.map((pair) => (pair.length < 2 ? 0 : text.split(pair).length)));
}

function differs({ span, title }: DocumentMention, other: DocumentMention): Report {
  return {
    span: { start: span.start + 1, end: span.end - 1 },
    message: say`《${title}》与他处的《${other.title}》只差一字，疑有误。`,
    related: [{ span: other.span, message: say`他处作《${other.title}》` }],
    fixes: [change(span, other.title)],
  };
}

function differsFromTable({ span, title }: DocumentMention, right: string, index: DocumentIndex): Report {
  const [row] = index.byTitle(right);
  return {
    span: { start: span.start + 1, end: span.end - 1 },
    message: say`《${title}》疑为《${right}》之误。`,
    ...(row === undefined
      ? {}
      : { severity: trustOfTitle(row), source: { title: row.title, date: row.issued, locator: row.number } }),
    fixes: [change(span, right)],
  };
}

/** A row's confidence is that of its date; of its title only the source can raise a doubt. */
function trustOfTitle({ source }: DocumentRow): Severity {
  return least('warning', gravest({ source, confidence: 'B' }));
}

function change({ start, end }: DocumentMention['span'], title: string): NonNullable<Report['fixes']>[number] {
  return {
    title: say`改为《${title}》`,
    kind: 'suggestion',
    edits: [{ span: { start: start + 1, end: end - 1 }, newText: title }],
  };
}
