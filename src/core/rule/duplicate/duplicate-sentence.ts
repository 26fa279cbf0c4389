import type { AnalysedArticle, Block, Sentence } from '../../article.js';
import { say } from '../../message.js';
import { slice } from '../../text/span.js';
import type { Rule } from '../rule.js';
import { repeatsOf } from './repeats.js';
import { bare } from './shingles.js';

/** Shorter sentences recur. */
const SHORTEST = 20;

/** Relation: no long sentence stands in an article twice. One that stands there more often is a set phrase. */
export const duplicateSentence: Rule = {
  id: 'duplicate-sentence',
  group: 'duplicate',
  severity: 'information',
  title: say`句子重复`,
  check(article, _knowledge, report) {
    const repeated = new Set<Block>(repeatsOf(article).flatMap(({ later, earlier }) => [later.block, earlier.block]));
    const places = new Map<string, Sentence[]>();
    for (const sentence of article.sentences) {
      const { block, span } = sentence;
      if (block.kind !== 'body' || repeated.has(block) || span.end - span.start < SHORTEST) continue;
      const printed = slice(article.text, span);
      if (!/[。！？]/.test(printed) || isSetForm(printed)) continue;
      const text = bare(printed);
      if (text.length < SHORTEST) continue;
      const known = places.get(text);
      if (known === undefined) places.set(text, [sentence]);
      else known.push(sentence);
    }
    for (const [earlier, later, third] of places.values()) {
      if (earlier === undefined || later === undefined || third !== undefined) continue;
      report({
        span: later.span,
        message: say`这句话在前文已经出现过。`,
        related: [{ span: earlier.span, message: say`前一处` }],
        fixes: [{ title: say`删去后一处`, kind: 'suggestion', edits: [{ span: cut(article, later), newText: '' }] }],
      });
    }
  },
};

/** Rules, labelled entries and quotations repeat their form. */
function isSetForm(text: string): boolean {
  return (
    /^\s*(?:第[一二三四五六七八九十百零\d]+条|[^，。：]{2,12}：|“|[（(])/.test(text) || /依法|处.{1,12}罚/.test(text)
  );
}

/** The sentence; the whole paragraph with its line end where it is all there is. */
function cut({ text }: AnalysedArticle, { span, block }: Sentence): { start: number; end: number } {
  const whole = span.start === block.span.start && span.end === block.span.end;
  if (!whole) return span;
  return span.start > 0
    ? { start: span.start - 1, end: span.end }
    : { start: 0, end: Math.min(text.length, span.end + 1) };
}
