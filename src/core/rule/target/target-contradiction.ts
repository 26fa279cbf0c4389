import type { AnalysedArticle } from '../../article.js';
import { say } from '../../message.js';
import { slice } from '../../text/span.js';
import { differ, isLimit } from '../contradiction/restated.js';
import { wordedFigures } from '../contradiction/same-wording.js';
import type { WordedFigure } from '../contradiction/same-wording.js';
import { takeOver } from '../contradiction/value-contradiction.js';
import type { Fix, Rule } from '../rule.js';
import { promiseAt, promisesOf } from './promises.js';
import type { Promised } from './promises.js';

/** A clause of so many characters is not promised twice for two years by chance. */
const LONG = 8;

/** Relation: what is promised has one deadline, and for one deadline one value. */
export const targetContradiction: Rule = {
  id: 'target-contradiction',
  group: 'target',
  severity: 'error',
  title: say`同一目标前后不一`,
  check(article, _knowledge, report) {
    const promises = promisesOf(article);
    const first = new Map<string, Promised>();
    for (const promise of promises) {
      const clause = slice(article.folded, promise.clause);
      if (clause.length < LONG) continue;
      const earlier = first.get(clause);
      if (earlier === undefined) first.set(clause, promise);
      else if (yearOf(earlier) !== yearOf(promise)) {
        const [said, before] = [promise, earlier].map(({ mention }) => slice(article.text, mention.span));
        report({
          span: promise.mention.span,
          message: say`“${slice(article.text, promise.clause)}”此处定在${said ?? ''}，另一处定在${before ?? ''}，请核对。`,
          related: [{ span: earlier.mention.span, message: say`另一处` }],
          fixes: yearFix(article, promise, earlier),
        });
      }
    }
    for (const [right, wrong] of otherValues(article, promises)) {
      const [said, before] = [slice(article.text, wrong.figure.span), slice(article.text, right.figure.span)];
      report(
        takeOver(
          article,
          wrong.figure,
          right.figure,
          say`同一期限的目标“${wrong.name}”此处为“${said}”，另一处为“${before}”，请核对。`,
        ),
      );
    }
  },
};

function yearOf({ deadline }: Promised): string {
  return deadline.slice(0, 4);
}

/** The later deadline as the earlier one prints it. */
function yearFix({ text }: AnalysedArticle, { mention }: Promised, earlier: Promised): readonly Fix[] {
  const newText = slice(text, earlier.mention.span);
  return [{ title: say`改为“${newText}”`, kind: 'suggestion', edits: [{ span: mention.span, newText }] }];
}

/** Paragraphs on two places have goals of their own. */
function isElsewhere({ scene: { place: one } }: WordedFigure, { scene: { place: other } }: WordedFigure): boolean {
  return one !== '' && other !== '' && one !== other;
}

/** Pairs of figures of one name and one deadline that cannot both be meant; the later second. */
function otherValues(
  article: AnalysedArticle,
  promises: readonly Promised[],
): readonly (readonly [WordedFigure, WordedFigure])[] {
  const first = new Map<string, WordedFigure>();
  const pairs: (readonly [WordedFigure, WordedFigure])[] = [];
  for (const each of wordedFigures(article)) {
    const promise = promiseAt(promises, each.figure.span.start);
    if (promise === undefined || isLimit(each.figure, article)) continue;
    const key = `${yearOf(promise)}|${each.setting}|${each.key}`;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, each);
    else if (!isElsewhere(earlier, each) && differ(earlier.figure, each.figure, article)) pairs.push([earlier, each]);
  }
  return pairs;
}
