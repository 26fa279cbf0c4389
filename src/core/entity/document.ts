import type { DocumentMention, TermMention } from '../mention.js';
import type { Span } from '../text/span.js';
import type { Lexicon } from './lexicon.js';
import { plainTitle } from './title.js';

/** A document number: 国发〔2021〕1号, 湘政办发[2022]6号, （财税〔2019〕13号）; the year's brackets in any form. */
export const DOCUMENT_NUMBER =
  /[\p{Script=Han}]{1,14}\s?[〔[（(【［]\s?(?:19|20)\d{2}\s?[〕\]）)】］]\s?第?\s?\d{1,5}\s?号|中发\s?[〔[（(【［]\s?(?:19|20)\d{2}\s?[〕\]）)】］]\s?\d{1,3}\s?号/u;

/** A title runs over no more than this many characters; what is longer lacks its closing mark. */
const LONGEST_TITLE = 160;

/** The short title that a definition gives: （以下简称《规划》）, （以下称“《意见》”）, （下称《方案》）. */
const DEFINITION =
  /^\s?[（(]?\s?[^（）()《》。；]{0,40}?(?:以下|下)?(?:简称|统称|并称|称)(?:为|作)?[：:]?\s?[“‘"]?《([^《》]{1,40})》[”’"]?\s?[）)]/u;

/**
 * The titles between 《 and 》 of a text, in order, disjoint; inner title marks belong to the title. The number in brackets behind a
 * title is taken up; a short title by definition gives its later mentions the full one as `canonical`.
 */
export function recogniseDocuments(text: string, { documents }: Pick<Lexicon, 'documents'>): DocumentMention[] {
  const mentions: DocumentMention[] = [];
  /** Full title by short title, as far as defined so far. */
  const full = new Map<string, string>();
  for (const span of titleSpans(text)) {
    const title = text.slice(span.start + 1, span.end - 1);
    const plain = plainTitle(title);
    const canonical = full.get(plain) ?? title;
    const document = documents.get(plainTitle(canonical));
    const number = numberBehind(text, span.end);
    mentions.push({
      kind: 'document',
      span,
      title,
      canonical,
      ...(number === undefined ? {} : { number }),
      ...(document === undefined ? {} : { document }),
    });
    const definition = definitionBehind(text, number?.span.end ?? span.end);
    if (definition !== undefined && definition.title !== title) full.set(plainTitle(definition.title), canonical);
  }
  return mentions;
}

/** A definition of a short title that stands right behind a title (or its number): the short title and its span with marks. */
export function definitionBehind(
  text: string,
  at: number,
): { readonly title: string; readonly span: Span } | undefined {
  // Behind a number the bracket may already be open: （国发〔2021〕1号，以下简称《意见》）.
  const match = DEFINITION.exec(text.slice(at, at + 110));
  if (match?.[1] === undefined) return undefined;
  const start = at + match[0].lastIndexOf(`《${match[1]}》`);
  return { title: match[1], span: { start, end: start + match[1].length + 2 } };
}

function numberBehind(text: string, at: number): DocumentMention['number'] {
  const behind = text.slice(at, at + 40);
  const open = /^\s?[（(]\s?/.exec(behind)?.[0];
  if (open === undefined) return undefined;
  const match = DOCUMENT_NUMBER.exec(behind);
  if (match?.index !== open.length) return undefined;
  const start = at + match.index;
  return { text: match[0], span: { start, end: start + match[0].length } };
}

/** The outermost pairs of 《》, each within one block. A mark without its partner makes no title. */
function* titleSpans(text: string): Generator<Span> {
  for (let at = text.indexOf('《'); at >= 0;) {
    const end = titleEnd(text, at);
    if (end !== undefined) yield { start: at, end };
    at = text.indexOf('《', end ?? at + 1);
  }
}

function titleEnd(text: string, start: number): number | undefined {
  const limit = Math.min(text.length, start + LONGEST_TITLE);
  let depth = 0;
  for (let at = start; at < limit; at++) {
    const char = text.charAt(at);
    if (char === '\n') return undefined;
    if (char === '《') depth++;
    if (char === '》' && --depth === 0) return at + 1;
    // A second title that opens although the first is no name any more: the first lacks its mark.
    if (depth > 0 && /[。！？]/.test(char) && !text.slice(at, limit).startsWith('。》'))
      return /[！？]/.test(char) ? continueIfShort(text, at, limit) : undefined;
  }
  return undefined;
}

/** Titles of plays and articles may ask or call out: 《谁是最可爱的人？》. */
function continueIfShort(text: string, at: number, limit: number): number | undefined {
  const close = text.indexOf('》', at);
  const open = text.indexOf('《', at);
  return close >= 0 && close < limit && (open < 0 || close < open) && close - at < 30 ? close + 1 : undefined;
}

/** A name in quotation marks, not a sentence: no stops in it. */
const TERM = /“([^“”，。；：！？\n]{1,24})”/g;

/** The names between “ and ” of a text. */
export function recogniseTerms(text: string): TermMention[] {
  return [...text.matchAll(TERM)].map((match) => ({
    kind: 'term',
    span: { start: match.index, end: match.index + match[0].length },
    text: match[1] ?? '',
  }));
}

/** A definition of a short title: （以下简称《规划》）. */
export interface ShortTitle {
  readonly title: string;
  /** 《规划》, with its marks. */
  readonly span: Span;
  /** The mention of the full title before it; undefined where it stands for something without title marks. */
  readonly of: DocumentMention | undefined;
}

const SHORT_TITLE = /(?:以下|下文?)(?:并|统|简)?称(?:为|作|之为)?[：:]?\s?[“‘"]?《([^《》\n]{1,40})》/g;
/** How far behind a title its short one may be defined: past a number, a date, an issuer. */
const REACH = 80;

/** The definitions of short titles in a text, in order. @param documents the titles of the same text, in order. */
export function shortTitles(text: string, documents: readonly DocumentMention[]): readonly ShortTitle[] {
  return [...text.matchAll(SHORT_TITLE)].map((match) => {
    const end = match.index + match[0].length;
    const title = match[1] ?? '';
    const before = documents.filter(({ span }) => span.end <= match.index).at(-1);
    const near =
      before !== undefined &&
      match.index - before.span.end <= REACH &&
      !/[。；\n]/.test(text.slice(before.span.end, match.index));
    return { title, span: { start: end - title.length - 2, end }, of: near ? before : undefined };
  });
}
