import type { AnalysedArticle, Block } from '../../article.js';
import type { Mention } from '../../mention.js';
import { slice } from '../../text/span.js';
import { bare, shingle } from './shingles.js';
import type { Shingled } from './shingles.js';

/** Shorter paragraphs repeat for good reasons. */
const SHORTEST = 60;

/** A paragraph made ready to be held against others. */
export interface Paragraph extends Shingled {
  readonly block: Block;
  /** Its figures and times in order, outermost only. */
  readonly figures: readonly Mention[];
  /** `text` with every figure and time replaced by #: what it says apart from how much and when. */
  readonly frame: string;
  /** Names of divisions and organs as printed, sorted. */
  readonly names: readonly string[];
  /** 第三条, （二）, 4.; empty if it has none. */
  readonly marker: string;
  /** 计算方法 in 计算方法：…; empty if it has none. */
  readonly label: string;
  /** Counts the annexes before it: what an annex repeats of the letter it belongs to is no slip. */
  readonly part: number;
}

const MARKER =
  /^(?:第[一二三四五六七八九十百零〇\d]+[章节条款]|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[①-⑳]|[一二三四五六七八九十]+是|第[一二三四五六七八九十]+[，、])/;
const LABEL = /^([^，。：；]{2,12})：/;
const ANNEX = /^附\s*(?:件|表|录|图|则)/;

/** Built once an article; an article that an edit did not touch keeps its blocks. No result depends on it. */
const known = new WeakMap<readonly Block[], readonly Paragraph[]>();

/** The paragraphs and items of an article that are long enough to be missed if they stood twice. */
export function paragraphsOf(article: AnalysedArticle): readonly Paragraph[] {
  const before = known.get(article.blocks);
  if (before !== undefined) return before;
  const paragraphs: Paragraph[] = [];
  let part = 0;
  let next = 0;
  for (const block of article.blocks) {
    const { start, end } = block.span;
    const printed = slice(article.text, block.span);
    if (ANNEX.test(printed) && printed.length < SHORTEST) part++;
    const inside: Mention[] = [];
    for (let mention = article.mentions[next]; mention !== undefined; mention = article.mentions[next]) {
      if (mention.span.start >= end) break;
      if (mention.span.start >= start) inside.push(mention);
      next++;
    }
    if ((block.kind !== 'body' && block.kind !== 'item') || end - start < SHORTEST) continue;
    const figures = outermost(inside.filter(isFigure));
    paragraphs.push({
      ...shingle(printed),
      block,
      figures,
      frame: frameOf(article.text, block, figures),
      names: inside
        .filter(({ kind }) => kind === 'region' || kind === 'organization')
        .map(({ span }) => slice(article.text, span))
        .sort(),
      marker: MARKER.exec(printed)?.[0] ?? '',
      label: LABEL.exec(printed)?.[1] ?? '',
      part,
    });
  }
  known.set(article.blocks, paragraphs);
  return paragraphs;
}

/** True for a mention that says when. */
export function isTime({ kind }: Mention): boolean {
  return kind === 'date' || kind === 'period';
}

function isFigure(mention: Mention): boolean {
  return isTime(mention) || ['number', 'percent', 'quantity', 'range', 'ratio'].includes(mention.kind);
}

function outermost(mentions: readonly Mention[]): readonly Mention[] {
  let end = 0;
  return mentions.filter(({ span }) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
}

function frameOf(text: string, { span }: Block, figures: readonly Mention[]): string {
  const pieces: string[] = [];
  let at = span.start;
  for (const figure of figures) {
    pieces.push(text.slice(at, figure.span.start));
    at = figure.span.end;
  }
  pieces.push(text.slice(at, span.end));
  return pieces.map(bare).join('#');
}
