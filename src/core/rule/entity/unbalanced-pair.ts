import type { AnalysedArticle } from '../../article.js';
import { say } from '../../message.js';
import type { Fix, Report, Rule } from '../rule.js';
import { LONGEST } from './mark-places.js';
import { PARTNER, PartnerFinder } from './missing-mark.js';

/** Marks that stand in pairs. Half-width round brackets count as full-width ones: the two are often mixed, which is another rule's matter. */
const PAIRS: readonly { readonly open: string; readonly close: string; readonly blocks: number }[] = [
  // `blocks`: over how many blocks a pair may reach. Quotations and bracketed remarks run over paragraphs, titles at most over a line end.
  { open: '《', close: '》', blocks: 1 },
  { open: '“', close: '”', blocks: 40 },
  { open: '（(', close: '）)', blocks: 8 },
  { open: '〔', close: '〕', blocks: 0 },
  { open: '【', close: '】', blocks: 2 },
  { open: '「', close: '」', blocks: 10 },
];

/** A mark and the block it stands in. */
interface Mark {
  readonly at: number;
  readonly mark: string;
  readonly block: number;
}

/** What begins an item and needs no opening bracket: 1）, a), 第三）. */
const MARKER = /(?:^|[\s。；：，、\n（(])(?:\d{1,2}|[a-zA-Z]|[一二三四五六七八九十]{1,3}|[①-⑳])$/;

/** Relation: each opening mark has its closing mark, within the paragraph or, for quotations and remarks, a few paragraphs on. */
export const unbalancedPair: Rule = {
  id: 'unbalanced-pair',
  group: 'entity',
  severity: 'warning',
  title: say`成对标点不成对`,
  check(article, _knowledge, report) {
    const marks = marksOf(article);
    const partners = new PartnerFinder(article.folded);
    const lone = PAIRS.flatMap(({ open, close, blocks }) =>
      acrossBlocks(loneMarks(article, marks, open, close), open, blocks),
    )
      .filter((mark) => !isContinuedQuote(article, mark) && !isOrnament(article, mark))
      .sort((a, b) => a.at - b.at);
    for (let i = 0; i < lone.length; i++) {
      const [mark, next] = [lone[i], lone[i + 1]];
      if (mark === undefined) continue;
      if (next !== undefined && isMismatch(article, mark, next)) {
        report(mismatch(mark, next));
        i++;
        continue;
      }
      const partner = PARTNER[mark.mark] ?? '';
      const isOpen = OPENING.includes(mark.mark);
      const block = article.blocks[mark.block]?.span;
      report({
        span: { start: mark.at, end: mark.at + 1 },
        message: isOpen ? say`“${mark.mark}”之后缺“${partner}”。` : say`“${mark.mark}”之前缺“${partner}”。`,
        fixes: block === undefined ? [] : partners.fixes({ ...mark, block }, isOpen),
      });
    }
  },
};

const OPENING = PAIRS.map(({ open }) => open).join('');

/** True if an opening mark of one kind is closed by one of another: 〔2021）. */
function isMismatch({ text }: AnalysedArticle, open: Mark, close: Mark): boolean {
  return (
    OPENING.includes(open.mark) &&
    !OPENING.includes(close.mark) &&
    close.at - open.at < LONGEST &&
    !/[。；\n]/.test(text.slice(open.at, close.at))
  );
}

function mismatch(open: Mark, close: Mark): Report {
  const replace = (at: number, mark: string): Fix => ({
    title: say`把“${at === open.at ? open.mark : close.mark}”改为“${mark}”`,
    kind: 'suggestion',
    edits: [{ span: { start: at, end: at + 1 }, newText: mark }],
  });
  return {
    span: { start: close.at, end: close.at + 1 },
    message: say`前面是“${open.mark}”，这里是“${close.mark}”，两者不成对。`,
    related: [{ span: { start: open.at, end: open.at + 1 }, message: say`前一半` }],
    fixes: [replace(close.at, PARTNER[open.mark] ?? ''), replace(open.at, PARTNER[close.mark] ?? '')],
  };
}

const MARKS = /[《》“”（）()〔〕【】「」]/g;

function marksOf({ text, blocks }: AnalysedArticle): readonly Mark[] {
  return blocks.flatMap(({ kind, span }, block) =>
    kind === 'code'
      ? []
      : [...text.slice(span.start, span.end).matchAll(MARKS)].map(([mark], i, all) => ({
          at: span.start + (all[i]?.index ?? 0),
          mark,
          block,
        })),
  );
}

/** The marks of one kind that find no partner in their block. */
function loneMarks(
  { text, blocks }: AnalysedArticle,
  marks: readonly Mark[],
  open: string,
  close: string,
): readonly Mark[] {
  const lone: Mark[] = [];
  let waiting: Mark[] = [];
  for (const mark of marks) {
    if (waiting[0] !== undefined && waiting[0].block !== mark.block) {
      for (const each of waiting) lone.push(each);
      waiting = [];
    }
    if (open.includes(mark.mark)) waiting.push(mark);
    else if (close.includes(mark.mark) && waiting.pop() === undefined) {
      const before = text.slice(Math.max(blocks[mark.block]?.span.start ?? 0, mark.at - 6), mark.at);
      if (!isOther(before, mark.mark)) lone.push(mark);
    }
  }
  return [...lone, ...waiting].sort((a, b) => a.at - b.at);
}

/** True if a closing mark stands for something else: behind the number of an item, as inches or seconds behind a digit, in a face. */
function isOther(before: string, mark: string): boolean {
  if (/[）)]/.test(mark)) return MARKER.test(before) || /[:：;；]-?$/.test(before);
  return mark === '”' && /(?:^|[^\d.])\d{1,2}(?:\.\d)?$/.test(before);
}

/** Leaves out the marks that find their partner in one of the next blocks. */
function acrossBlocks(lone: readonly Mark[], open: string, reach: number): readonly Mark[] {
  const left: Mark[] = [];
  for (const mark of lone) {
    const partner = left.at(-1);
    if (
      !open.includes(mark.mark) &&
      partner !== undefined &&
      open.includes(partner.mark) &&
      mark.block > partner.block &&
      mark.block - partner.block <= reach
    )
      left.pop();
    else left.push(mark);
  }
  return left;
}

/** A quotation of several paragraphs opens anew in each and closes once, in the last; so do the paragraphs of an amendment set as one. */
function isContinuedQuote({ text, blocks }: AnalysedArticle, { at, mark, block }: Mark): boolean {
  const here = blocks[block]?.span;
  if (mark !== '“' || here === undefined) return false;
  const next = blocks[block + 1];
  const begins = (place: number): boolean => {
    let from = place;
    while (from > here.start && /\s/.test(text.charAt(from - 1))) from--;
    return from === here.start || /[。；：！？]/.test(text.charAt(from - 1));
  };
  if (!begins(at)) return false;
  const again = text.indexOf('“', at + 1);
  if (again >= 0 && again < here.end) return begins(again);
  return next !== undefined && text.startsWith('“', next.span.start);
}

/** Marks that point (》》 更多) or stand in a scrap of a few characters. */
function isOrnament({ text, blocks }: AnalysedArticle, { at, mark, block }: Mark): boolean {
  const { start, end } = blocks[block]?.span ?? { start: at, end: at };
  return text.charAt(at + 1) === mark || text.charAt(at - 1) === mark || end - start < 6;
}
