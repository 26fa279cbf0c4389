import { say } from '../../message.js';
import { unitOf } from '../../quantity/figure.js';
import { slice } from '../../text/span.js';
import type { Rule } from '../rule.js';
import { differ, isHead, slipBetween } from './restated.js';
import { wordedFigures } from './same-wording.js';
import type { WordedFigure } from './same-wording.js';
import { takeOver } from './value-contradiction.js';

const SHORTEST = 6;

/** Relation: a figure of the headline or deck is one that the article gives of the same thing, or a rounding of it. */
export const headlineMismatch: Rule = {
  id: 'headline-mismatch',
  group: 'contradiction',
  severity: 'error',
  title: say`标题与正文数字不一致`,
  check(article, _knowledge, report) {
    const figures = wordedFigures(article);
    const heads = figures.filter(({ block }) => isHead(block));
    if (heads.length === 0) return;
    const body = figures.filter(({ block }) => !isHead(block));
    for (const head of heads) {
      const related = body.filter((each) => isOfName(each, head) && isSameTime(each, head));
      if (related.some(({ figure }) => !differ(figure, head.figure, article))) continue;
      const same = related.filter(({ key }) => key === head.key);
      const slipped = [...same, ...related].find(
        ({ figure }) => slipBetween(head.figure, figure, article) !== undefined,
      );
      const right = slipped ?? (same.length === 1 ? same[0] : undefined);
      if (right === undefined) continue;
      const [said, before] = [slice(article.text, head.figure.span), slice(article.text, right.figure.span)];
      report(
        takeOver(article, head.figure, right.figure, say`标题中“${head.name}”为“${said}”，正文为“${before}”，请核对。`),
      );
    }
  },
};

/** The headline shortens: 去冬今春新建高标准农田 is 新建高标准农田 in it. Only for names of some length, and units alike. */
function isOfName(body: WordedFigure, head: WordedFigure): boolean {
  if (body.key === head.key) return true;
  if (unitOf(body.figure) !== unitOf(head.figure)) return false;
  const [long, short] = body.name.length > head.name.length ? [body.name, head.name] : [head.name, body.name];
  return short.length >= SHORTEST && long.endsWith(short);
}

function isSameTime(a: WordedFigure, b: WordedFigure): boolean {
  return a.setting === b.setting || !/\d/.test(a.setting + b.setting);
}
