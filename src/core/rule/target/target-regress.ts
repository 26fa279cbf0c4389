import type { AnalysedArticle } from '../../article.js';
import { say } from '../../message.js';
import { unitOf, valueOf } from '../../quantity/figure.js';
import { slice } from '../../text/span.js';
import type { Span } from '../../text/span.js';
import { differ } from '../contradiction/restated.js';
import { wordedFigures } from '../contradiction/same-wording.js';
import type { WordedFigure } from '../contradiction/same-wording.js';
import type { Rule } from '../rule.js';
import { promiseAt, promisesOf } from './promises.js';
import type { Promised } from './promises.js';

const RISES = /(?:提高到|提升到|提升至|增加到|增长到|上升到|达到|超过|突破)$/;
const FALLS = /(?:降到|降至|下降到|降低到|减少到|控制在|压减到)$/;
/** What is done anew each time, and may well be less later. */
const ANEW = /新增|新建|新开|再|改造|治理|完成|培育|投资|增长|增速|下降|减少|提高/;

/** How far something is to be done. */
const DEGREES: Readonly<Record<string, number>> = { 初步: 0, 基本: 1, 总体: 1, '': 2, 全面: 3 };
const STEP = /(初步|基本|总体|全面)?(形成|建成|建立|实现|完成|消除)([\u4e00-\u9fff]{4,16})/;

/** Relation: of one thing, a later milestone is no step back from an earlier one. */
export const targetRegress: Rule = {
  id: 'target-regress',
  group: 'target',
  severity: 'warning',
  title: say`阶段目标倒退`,
  check(article, _knowledge, report) {
    const promises = promisesOf(article);
    for (const [before, behind] of backward(article, promises)) {
      const [early, late] = [before, behind].map(({ figure }) => slice(article.text, figure.span));
      report({
        span: behind.figure.span,
        message: say`“${behind.name}”后一阶段的目标“${late ?? ''}”不及前一阶段的“${early ?? ''}”，请核对。`,
        related: [{ span: before.figure.span, message: say`前一阶段` }],
      });
    }
    for (const [before, behind] of weaker(article, promises)) {
      report({
        span: behind,
        message: say`后一阶段“${slice(article.text, behind)}”不及前一阶段“${slice(article.text, before)}”，请核对。`,
        related: [{ span: before, message: say`前一阶段` }],
      });
    }
  },
};

type Pair<T> = readonly [T, T];

/** Levels of one thing that run against their own verb from a deadline to a later one. */
function backward(article: AnalysedArticle, promises: readonly Promised[]): readonly Pair<WordedFigure>[] {
  const last = new Map<string, { readonly worded: WordedFigure; readonly deadline: string }>();
  const found: Pair<WordedFigure>[] = [];
  for (const worded of wordedFigures(article)) {
    const promise = promiseAt(promises, worded.figure.span.start);
    const name = worded.name.replace(RISES, '').replace(FALLS, '');
    if (promise === undefined || ANEW.test(name)) continue;
    const { start } = worded.figure.span;
    const verb = article.folded.slice(Math.max(0, start - 5), start);
    const isUp = RISES.test(verb);
    if (!isUp && !FALLS.test(verb)) continue;
    const key = `${worded.scene.place}|${name}|${unitOf(worded.figure)}|${String(isUp)}`;
    const other = last.get(key);
    last.set(key, { worded, deadline: promise.deadline });
    if (other === undefined || other.deadline.slice(0, 4) === promise.deadline.slice(0, 4)) continue;
    const isLater = promise.deadline > other.deadline;
    const [before, behind] = isLater ? [other.worded, worded] : [worded, other.worded];
    if (!differ(before.figure, behind.figure, article)) continue;
    const [a, b] = [valueOf(before.figure), valueOf(behind.figure)];
    const isBack = isUp ? b.lt(a) : b.gt(a);
    if (isBack) found.push([before, behind]);
  }
  return found;
}

/** 到2025年全面建成…，到2035年基本建成…: the same thing, done less. */
function weaker(article: AnalysedArticle, promises: readonly Promised[]): readonly Pair<Span>[] {
  const seen = new Map<string, { readonly span: Span; readonly degree: number; readonly deadline: string }[]>();
  const found: Pair<Span>[] = [];
  for (const { clause, deadline } of promises) {
    const match = STEP.exec(slice(article.folded, clause));
    if (match === null) continue;
    const start = clause.start + match.index;
    const step = { span: { start, end: start + match[0].length }, degree: DEGREES[match[1] ?? ''] ?? 2, deadline };
    const same = seen.get(match[3] ?? '') ?? [];
    for (const other of same) {
      const [before, behind] = other.deadline < deadline ? [other, step] : [step, other];
      if (before.deadline < behind.deadline && before.degree > behind.degree) found.push([before.span, behind.span]);
    }
    same.push(step);
    seen.set(match[3] ?? '', same.slice(-4));
  }
  return found;
}
