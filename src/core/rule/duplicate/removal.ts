import type { AnalysedArticle, Block } from '../../article.js';
import { say } from '../../message.js';
import type { Message } from '../../message.js';
import type { Span } from '../../text/span.js';
import type { Fix } from '../rule.js';

/** Take out the later paragraph, or the earlier one where it lies in the same article. */
export function removals(article: AnalysedArticle, later: Block, earlier?: Block): readonly Fix[] {
  const fixes = [remove(article, later.span, say`删去后一处`)];
  return earlier === undefined ? fixes : [...fixes, remove(article, earlier.span, say`删去前一处`)];
}

/** Takes a paragraph out with one of the line ends beside it. */
function remove({ text }: AnalysedArticle, span: Span, title: Message): Fix {
  const cut: Span =
    span.start > 0 ? { start: span.start - 1, end: span.end } : { start: 0, end: Math.min(text.length, span.end + 1) };
  return { title, kind: 'suggestion', edits: [{ span: cut, newText: '' }] };
}
