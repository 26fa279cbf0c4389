import type { AnalysedArticle, Block } from '../../article.js';
import { say } from '../../message.js';
import type { Message } from '../../message.js';
import { slice } from '../../text/span.js';
import type { Span } from '../../text/span.js';
import type { Fix, Rule } from '../rule.js';
import { candidates, likeness, shingle } from './shingles.js';
import type { Likeness } from './shingles.js';

/** Shorter paragraphs repeat for good reasons. */
const SHORTEST = 60;

/** Relation: no paragraph of an article stands in it twice, word for word or nearly so. */
export const duplicateParagraph: Rule = {
  id: 'duplicate-paragraph',
  group: 'duplicate',
  severity: 'warning',
  title: say`段落重复`,
  check(article, _knowledge, report) {
    const blocks = article.blocks.filter(
      ({ kind, span }) => (kind === 'body' || kind === 'item') && span.end - span.start >= SHORTEST,
    );
    const shingled = blocks.map(({ span }) => shingle(slice(article.text, span)));
    const told = new Set<Block>();
    for (const [i, k] of candidates(shingled)) {
      const [later, earlier] = [blocks[i], blocks[k]];
      const [a, b] = [shingled[i], shingled[k]];
      if (later === undefined || earlier === undefined || a === undefined || b === undefined || told.has(later))
        continue;
      const alike = likeness(a, b);
      if (!isRepeated(alike)) continue;
      told.add(later);
      report({
        span: later.span,
        message: describe(article, later, earlier, alike),
        related: [{ span: earlier.span, message: say`前一处` }],
        fixes: [remove(article, later, say`删去后一处`), remove(article, earlier, say`删去前一处`)],
      });
    }
  },
};

/** The same paragraph with small changes, or one that stands whole inside the other. */
function isRepeated({ jaccard, containment }: Likeness): boolean {
  return jaccard >= 0.6 || containment >= 0.85;
}

function describe(article: AnalysedArticle, later: Block, earlier: Block, { jaccard }: Likeness): Message {
  const [a, b] = [slice(article.text, later.span), slice(article.text, earlier.span)];
  if (a === b) return say`此段与前文一段完全相同。`;
  const share = String(Math.round(jaccard * 100));
  const [added, gone] = difference(a, b);
  return say`此段与前文一段重复（相同${share}%）：此处“${added}”，前文“${gone}”。`;
}

/** The first place at which two texts part, some characters of each. */
function difference(a: string, b: string): readonly [string, string] {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const show = (text: string): string => {
    const from = Math.max(0, start - 2);
    const part = text.slice(from, Math.max(from + 1, text.length - end));
    return part.length > 16 ? `${part.slice(0, 15)}…` : part;
  };
  return [show(a), show(b)];
}

/** Takes a paragraph out with one of the line ends beside it. */
function remove(article: AnalysedArticle, { span }: Block, title: Message): Fix {
  const cut: Span =
    span.start > 0
      ? { start: span.start - 1, end: span.end }
      : { start: 0, end: Math.min(article.text.length, span.end + 1) };
  return { title, kind: 'suggestion', edits: [{ span: cut, newText: '' }] };
}
