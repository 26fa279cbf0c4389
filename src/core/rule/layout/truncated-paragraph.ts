import type { Block } from '../../article.js';
import { say } from '../../message.js';
import { isFinished } from '../../text/line.js';
import { slice } from '../../text/span.js';
import type { Fix, Rule } from '../rule.js';

/** Characters shown of the unfinished clause. */
const SHOWN = 10;

/** Relation: a paragraph of running text ends with the end of a sentence. */
export const truncatedParagraph: Rule = {
  id: 'truncated-paragraph',
  group: 'layout',
  severity: 'warning',
  title: say`段落没有说完`,
  check(article, _knowledge, report) {
    for (const [i, block] of article.blocks.entries()) {
      const text = slice(article.text, block.span);
      if (block.kind !== 'body' || !isRunningText(text) || isFinished(text) || endsOtherwise(text)) continue;
      const clause = Math.max(...[...'，。；：、！？'].map((stop) => text.lastIndexOf(stop))) + 1;
      const start = block.span.start + Math.max(clause, text.length - SHOWN);
      const next = article.blocks[i + 1];
      report({
        span: { start, end: block.span.end },
        message:
          next?.kind === 'body'
            ? say`本段到“${article.text.slice(start, block.span.end)}”没有说完，或缺文字，或应与下段接排。`
            : say`本段到“${article.text.slice(start, block.span.end)}”中断，后面似缺文字，请对照原稿补全。`,
        fixes: next?.kind === 'body' ? [joinWith(article.text, block, next)] : [],
      });
    }
  },
};

/** Prose: it has ended a sentence before, or runs on over commas at a length no heading has. */
function isRunningText(text: string): boolean {
  return /[。；].{2,}/.test(text) || (text.length > 40 && (text.match(/，/g)?.length ?? 0) >= 2);
}

/** Signatures, credits, dates, addresses, references and bracketed remarks may stand without a stop. */
function endsOtherwise(text: string): boolean {
  return (
    /[）)”》】〕〉」』\]\d%A-Za-z…：:]$/.test(text) ||
    /(?:年|月|日|电话|摄|供稿|整理|讯|厅|局|部|委|会|院|办公室|人民政府|公司|等)$/.test(text.slice(-6)) ||
    // A signature, or a heading that a copied page has run on.
    /\s\S{2,40}$/.test(text)
  );
}

function joinWith(text: string, block: Block, next: Block): Fix {
  const [left, right] = [text.charAt(block.span.end - 1), text.charAt(next.span.start)];
  return {
    title: say`与下段接排`,
    kind: 'suggestion',
    edits: [{ span: { start: block.span.end - 1, end: next.span.start + 1 }, newText: left + right }],
  };
}
