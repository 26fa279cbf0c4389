import type { Knowledge } from '../fact/knowledge.js';
import type { DocumentRow } from '../fact/schema.js';
import { plainTitle } from './title.js';

/** The table of documents by title and number. */
export interface DocumentIndex {
  /** All documents of a title (as `plainTitle` gives it), with or without the issuer before 关于 or 中华人民共和国. */
  byTitle(title: string): readonly DocumentRow[];
  /** The document of a number, in any brackets. */
  byNumber(number: string): DocumentRow | undefined;
  /** All titles as `byTitle` knows them. */
  readonly titles: ReadonlySet<string>;
}

/** A document number as it is compared: 〔 〕 for brackets, without spaces, 第 and leading zeros. */
export function plainNumber(number: string): string {
  return number
    .replace(/\s+/g, '')
    .replace(/[[（(【［]/, '〔')
    .replace(/[\]）)】］]/, '〕')
    .replace(/〕第?0*(?=\d)/, '〕');
}

/** What is often left out at the beginning of a title. */
const OMITTED = /^(?:中华人民共和国|(?:中共中央|国务院|办公厅|、)+(?=关于|对|转发|印发))/;

/** Builds the index of a table of documents. */
export function buildDocumentIndex({ tables }: Pick<Knowledge, 'tables'>): DocumentIndex {
  const byTitle = new Map<string, DocumentRow[]>();
  const byNumber = new Map<string, DocumentRow>();
  for (const row of tables.documents) {
    const title = plainTitle(row.title);
    for (const name of new Set([title, title.replace(OMITTED, '')])) {
      const known = byTitle.get(name);
      if (known === undefined) byTitle.set(name, [row]);
      else known.push(row);
    }
    if (row.number !== '') byNumber.set(plainNumber(row.number), row);
  }
  return {
    byTitle: (title) => byTitle.get(title) ?? [],
    byNumber: (number) => byNumber.get(plainNumber(number)),
    titles: new Set(byTitle.keys()),
  };
}
