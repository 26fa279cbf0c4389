import type { Article, Sentence } from '../article.js';

/**
 * The sentences of an article in order: each block cut behind 。！？； with the closing marks that follow. A heading or a cell is
 * one sentence. Blocks of code have none.
 */
export function splitSentences(article: Pick<Article, 'text' | 'blocks'>): readonly Sentence[] {
  const sentences: Sentence[] = [];
  for (const block of article.blocks) {
    if (block.kind === 'code') continue;
    const text = article.text.slice(block.span.start, block.span.end);
    let start = 0;
    for (const stop of text.matchAll(/[。！？；!?]+[”’」』）)》】]*/g)) {
      const end = stop.index + stop[0].length;
      sentences.push({ span: { start: block.span.start + start, end: block.span.start + end }, block });
      start = end;
    }
    if (start < text.length) sentences.push({ span: { start: block.span.start + start, end: block.span.end }, block });
  }
  return sentences;
}
