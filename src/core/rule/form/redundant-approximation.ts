import type { FigureMention } from '../../mention.js';
import { say } from '../../message.js';
import { slice } from '../../text/span.js';
import type { Span } from '../../text/span.js';
import { OwnText } from '../own-text.js';
import type { Fix, Rule } from '../rule.js';

/** How a word before the figure limits it, and the words behind it that then say the same again or the opposite. */
const CLASHES: readonly (readonly [before: RegExp, behind: RegExp])[] = [
  [/^(?:约|大约|大概|约为|约合|约占|约达)$/, /^(?:左右|上下|前后|多|余|来|有余|开外|以上|以下)$/],
  [/^(?:近|将近|接近|逼近)$/, /^(?:左右|上下|多|余|来|有余|开外|以上)$/],
  [/^(?:超过|突破|超出|高于|多于|大于|跨过|超越|超|逾)$/, /^(?:以上|及以上|多|余|有余|开外|左右|上下)$/],
  [/^(?:不足|不到|低于|少于|小于|未满|不满|未达)$/, /^(?:以下|以内|左右|上下|多|余|有余)$/],
  [/^(?:不超过|不高于|不多于|不大于|最多|至多|顶多)$/, /^(?:以内|之内|以下|左右|上下)$/],
  [/^(?:不低于|不少于|不小于|至少|最少|起码|不下)$/, /^(?:以上|及以上|左右|上下)$/],
];

/** 近 before a length of time means recent: 近10多年来. */
const TIME = /^(?:年|个?月|天|日|周|个?星期|届|次|期|个世纪|世纪)/;

/** Relation: one word is enough to say that a figure is approximate or a limit (约…左右, 超过…以上, 近…余). */
export const redundantApproximation: Rule = {
  id: 'redundant-approximation',
  group: 'form',
  severity: 'warning',
  title: say`概数词语重复或矛盾`,
  check(article, _knowledge, report) {
    const own = new OwnText(article);
    const { text } = article;
    for (const mention of article.mentions) {
      const ends = endsOf(mention.kind === 'range' ? [mention.from, mention.to] : isFigure(mention) ? [mention] : []);
      if (ends === undefined || !own.isText(mention.span.start)) continue;
      const { before, behind } = ends;
      const [first, second] = [slice(text, before), slice(text, behind)];
      if (!CLASHES.some(([a, b]) => a.test(first) && b.test(second))) continue;
      if (first === '近' && TIME.test(text.slice(ends.unit, ends.unit + 3))) continue;
      // 左右两侧, 上下游, 以上学历: the second word belongs to what follows.
      if (/^(?:两|侧|岸|逢源|游|级|联动|铺|班|学)/.test(text.slice(behind.end, behind.end + 2))) continue;
      // 低于13%左右的预期目标: the figure with its 左右 is what the goal says.
      if (/^的[^，。；]{0,8}(?:目标|预期|指标|要求|水平|任务|计划)/.test(text.slice(behind.end, behind.end + 14)))
        continue;
      const whole = { start: before.start, end: Math.max(behind.end, mention.span.end) };
      const fix = (cut: Span, other: string): Fix => ({
        title: say`删去“${slice(text, cut)}”，保留“${other}”`,
        kind: 'suggestion',
        edits: [{ span: cut, newText: '' }],
      });
      report({
        span: whole,
        message: say`“${slice(text, whole)}”中“${first}”与“${second}”重复或矛盾，保留一个即可。`,
        fixes: [fix(behind, first), fix(before, second)],
      });
    }
  },
};

function isFigure(mention: { readonly kind: string }): mention is FigureMention {
  return mention.kind === 'number' || mention.kind === 'percent' || mention.kind === 'quantity';
}

/** The last qualifier before the figure and the first one inside or behind it; `unit` is where its numeral and 多 end. */
function endsOf(figures: readonly FigureMention[]): { before: Span; behind: Span; unit: number } | undefined {
  const [first, last] = [figures[0], figures.at(-1)];
  const before = first?.qualifiers.filter(({ end }) => end <= first.numeral.span.start).at(-1);
  const behind = last?.qualifiers.find(({ start }) => start > last.numeral.span.start);
  if (before === undefined || behind === undefined || last === undefined) return undefined;
  return {
    before,
    behind,
    unit: Math.max(last.numeral.span.end, behind.start === last.numeral.span.end ? behind.end : 0),
  };
}
