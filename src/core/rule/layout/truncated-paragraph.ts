import type { AnalysedArticle, Block } from '../../article.js';
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
      if (i === article.blocks.length - 1 && endsInName(article, block)) continue;
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

/** The last paragraph ends in a whole name: a list that lacks its full stop, or a signature. */
function endsInName({ text, mentions }: AnalysedArticle, { span: { end } }: Block): boolean {
  if (/[站所局厅院馆校县市]$/.test(text.slice(end - 1, end))) return true;
  return mentions.some(({ kind, span }) => span.end === end && (kind === 'organization' || kind === 'region'));
}

/** Signatures, credits, dates, addresses, references and bracketed remarks may stand without a stop. */
function endsOtherwise(text: string): boolean {
  return (
    /[）)”》】〕〉」』\]\d%A-Za-z…：:]$/.test(text) ||
    /[\d〇○零一二三四五六七八九十][年月日]$|(?:电话|摄|供稿|整理|讯|办公室|人民政府|公司)$/.test(text.slice(-6)) ||
    // An organ that has signed, run on behind the last sentence.
    /(?:^|[。；\s])[^。；，、]{1,24}[厅局部委会院等]$/.test(text.slice(-28)) ||
    endsInHeading(text)
  );
}

/** A signature, or a heading that a copied page has run on behind white space. */
function endsInHeading(text: string): boolean {
  const tail = text.slice(Math.max(0, text.length - 60));
  return (
    /\S\s[^\s，。；、：》]{2,40}$/.test(tail) ||
    /[。！？]\s{2,}[（(]?[一二三四五六七八九十]{1,3}[、）)][^。；]{2,50}$/.test(tail)
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
