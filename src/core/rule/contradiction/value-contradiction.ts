import type { AnalysedArticle, Block } from '../../article.js';
import type { Claim } from '../../claim/claim.js';
import { unitOf, valuesOf } from '../../quantity/figure.js';
import { meets } from '../../quantity/interval.js';
import type { Interval } from '../../quantity/interval.js';
import { say } from '../../message.js';
import type { FigureMention } from '../../mention.js';
import { slice } from '../../text/span.js';
import type { Fix, Rule } from '../rule.js';
import { slipBetween, wordedFigures } from './same-wording.js';
import type { WordedFigure } from './same-wording.js';

type FigureClaim = Claim & { readonly figure: FigureMention };

/** Relation: what one article says of the same subject, indicator, scope, period and kind has one value. */
export const valueContradiction: Rule = {
  id: 'value-contradiction',
  group: 'contradiction',
  severity: 'error',
  title: say`同一数据前后不一`,
  check(article, _knowledge, report) {
    const modes = new ModeReader(article);
    const told = new Set<FigureMention>();
    for (const claims of comparable(article, modes)) {
      const [first] = claims;
      if (first === undefined) continue;
      const other = claims.find((claim) => !meets(valueOf(claim), valueOf(first)));
      if (other === undefined || distinctValues(claims) > 2) continue;
      if (
        !(isFullyKeyed(first) && isFullyKeyed(other)) &&
        slipBetween(first.figure, other.figure, article) === undefined
      )
        continue;
      // The value that stands alone against others is the likelier slip; of two, the later.
      const against = claims.filter((claim) => meets(valueOf(claim), valueOf(other)));
      const agreeing = claims.filter((claim) => meets(valueOf(claim), valueOf(first)));
      const [wrong, right] = against.length <= agreeing.length ? [other, first] : [first, other];
      const [said, before] = [slice(article.text, wrong.figure.span), slice(article.text, right.figure.span)];
      const name = wrong.indicator === undefined ? '' : slice(article.text, wrong.indicator.span);
      told.add(wrong.figure).add(right.figure);
      report({
        span: wrong.figure.span,
        message: say`“${name}”此处为“${said}”，另一处为“${before}”，请核对。`,
        related: [{ span: right.figure.span, message: say`另一处` }],
        fixes: fixesFor(article, wrong, right),
      });
    }
    for (const [right, wrong] of restated(article, modes)) {
      if (told.has(wrong.figure) || told.has(right.figure)) continue;
      const [said, before] = [slice(article.text, wrong.figure.span), slice(article.text, right.figure.span)];
      report({
        span: wrong.figure.span,
        message: say`“${wrong.key.split('|')[0] ?? ''}”此处为“${said}”，另一处为“${before}”，请核对。`,
        related: [{ span: right.figure.span, message: say`另一处` }],
        fixes: fixesFor(article, wrong, right),
      });
    }
  },
};

const valueOf = ({ figure }: { readonly figure: FigureMention }): Interval => valuesOf(figure);

/** Pairs of figures in the same words, one slip apart: the one that stands alone against others, or the later of two, second. */
function restated(article: AnalysedArticle, modes: ModeReader): readonly (readonly [WordedFigure, WordedFigure])[] {
  const groups = new Map<string, WordedFigure[]>();
  for (const worded of wordedFigures(article, 4)) {
    if (worded.block.kind === 'headline' || worded.block.kind === 'deck') continue;
    const key = `${worded.key}|${modes.at(worded.figure.span.start)}`;
    const group = groups.get(key) ?? [];
    group.push(worded);
    groups.set(key, group);
  }
  const pairs: (readonly [WordedFigure, WordedFigure])[] = [];
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined || distinctValues(group) !== 2) continue;
    const other = group.find((each) => !meets(valueOf(each), valueOf(first)));
    if (
      other === undefined ||
      !isSameSetting(first, other) ||
      slipBetween(first.figure, other.figure, article) === undefined
    )
      continue;
    const against = group.filter((each) => meets(valueOf(each), valueOf(other)));
    pairs.push(against.length * 2 <= group.length ? [first, other] : [other, first]);
  }
  return pairs;
}

/** 2023年 here and 2024年 there: two figures of one kind. */
function isSameSetting(a: WordedFigure, b: WordedFigure): boolean {
  return a.setting === b.setting || !/\d|[上去今]年|“/.test(a.setting + b.setting);
}

function distinctValues(claims: readonly { readonly figure: FigureMention }[]): number {
  const seen: Interval[] = [];
  for (const claim of claims) if (!seen.some((value) => meets(value, valueOf(claim)))) seen.push(valueOf(claim));
  return seen.length;
}

/** Subject, indicator and period all stand in the claim's own words: two values can then only contradict. */
function isFullyKeyed({ subject, indicator, period }: FigureClaim): boolean {
  return (
    [subject, indicator, period].every((slot) => slot !== undefined && !slot.inherited) && (period?.start ?? '') !== ''
  );
}

/** Take over the other place's figure, in its bound as well as its digits. */
function fixesFor(
  article: AnalysedArticle,
  wrong: { readonly figure: FigureMention },
  right: { readonly figure: FigureMention },
): readonly Fix[] {
  const printed = slice(article.text, right.figure.span);
  return [{ title: say`改为“${printed}”`, kind: 'suggestion', edits: [{ span: wrong.figure.span, newText: printed }] }];
}

/** Claims that speak of the same thing, in groups of two or more. */
function comparable(article: AnalysedArticle, modes: ModeReader): readonly (readonly FigureClaim[])[] {
  const groups = new Map<string, FigureClaim[]>();
  for (const claim of article.claims) {
    if (!isComparable(claim, article)) continue;
    const key = [
      claim.kind,
      claim.role ?? '',
      claim.direction ?? '',
      claim.indicator?.canonical,
      unitOf(claim.figure),
      claim.scope,
      modes.of(claim),
    ].join('|');
    const group = groups.get(key) ?? [];
    group.push(claim);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap((group) => byWhomAndWhen(group)).filter((group) => group.length > 1);
}

/** Parts a group so that within each part subject and period nowhere differ; one left open fits a single part only. */
function byWhomAndWhen(group: readonly FigureClaim[]): readonly (readonly FigureClaim[])[] {
  const subjects = new Set(group.map(({ subject }) => subject?.canonical ?? ''));
  const periods = new Set(group.map(({ period }) => period?.canonical ?? ''));
  subjects.delete('');
  periods.delete('');
  const parts = new Map<string, FigureClaim[]>();
  for (const claim of group) {
    const subject = claim.subject?.canonical ?? (subjects.size === 1 ? [...subjects][0] : '');
    const period = claim.period?.canonical ?? (periods.size === 1 ? [...periods][0] : '');
    const key = `${subject ?? ''}|${period ?? ''}`;
    const part = parts.get(key) ?? [];
    part.push(claim);
    parts.set(key, part);
  }
  return [...parts.values()];
}

/** An own, printed, telling indicator; not one end of a change (由26.7%提高到52.1%), a part, a share of something or a yearly mean. */
function isComparable(claim: Claim, article: AnalysedArticle): claim is FigureClaim {
  const { figure, indicator, kind } = claim;
  if (figure.kind === 'range' || figure.kind === 'number' || indicator === undefined || indicator.inherited)
    return false;
  if (kind === 'share' || claim.role === 'part' || indicator.canonical.length < 4) return false;
  const before = article.folded.slice(indicator.span.end, figure.span.start);
  const after = article.folded.slice(figure.span.end, figure.span.end + 8);
  if (/[由从]/.test(before) || /^[^，。；]{0,4}(?:增|提高|上升|下降|降|减|扩大|调整)[^，。；]{0,3}[到至]/.test(after))
    return false;
  if (/(?:增长|增加|提高|上升|下降|减少|降低|比|较|每|平均|同比|分别|其中)/.test(before) && kind === 'level')
    return false;
  return !/[每人均个第]$|增|减|提高|下降|每|其中|左右|以上|目标/.test(indicator.canonical);
}

/** Whether a section reports or plans: the same indicator has one value in the review and another in the goals. */
class ModeReader {
  readonly #headings: readonly Block[];
  readonly #article: AnalysedArticle;

  constructor(article: AnalysedArticle) {
    this.#article = article;
    this.#headings = article.blocks.filter(({ kind }) => kind === 'heading' || kind === 'headline');
  }

  of(claim: Claim): string {
    return this.at(claim.figure.span.start);
  }

  /** plan or empty, for what stands at an offset. */
  at(offset: number): string {
    const sentence = this.#article.sentences[sentenceAt(this.#article, offset)];
    if (sentence === undefined) return '';
    const words = slice(this.#article.folded, sentence.span);
    if (/(?:预期|目标|力争|争取|确保|计划|拟|将|要|安排|预计|到20\d\d年)/.test(words)) return 'plan';
    const heading = this.#headings.findLast(({ span, level }) => level <= 1 && span.start <= offset);
    return heading !== undefined &&
      /(?:任务|安排|目标|打算|部署|今后|未来|展望|思路|要求)/.test(slice(this.#article.text, heading.span))
      ? 'plan'
      : '';
  }
}

function sentenceAt({ sentences }: AnalysedArticle, offset: number): number {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences[middle]?.span.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
