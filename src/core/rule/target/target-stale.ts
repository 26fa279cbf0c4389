import { say } from '../../message.js';
import { lastDay } from '../../time/recognise.js';
import { slice } from '../../text/span.js';
import type { Rule } from '../rule.js';
import { promisesOf } from './promises.js';

/** Words of will; without them a sentence may tell what was achieved. */
const WILL = /力争|争取|确保|将|有望|计划|拟|预计/;
const DONE = /已经?|了|原定|原计划|曾/;

/** Relation: what is still promised lies ahead of the day of issue. Needs the issue date. */
export const targetStale: Rule = {
  id: 'target-stale',
  group: 'target',
  severity: 'information',
  title: say`目标期限已过`,
  check(article, _knowledge, report) {
    const { issueDate } = article;
    if (issueDate === undefined) return;
    for (const { mention, deadline, span } of promisesOf(article)) {
      if (lastDay(deadline) >= issueDate) continue;
      const around = article.folded.slice(Math.max(0, mention.span.start - 4), span.end);
      if (!WILL.test(around) || DONE.test(around)) continue;
      report({
        span: mention.span,
        message: say`到刊发之日（${issueDate}），“${slice(article.text, mention.span)}”已经过去，不宜再说成将来的目标。`,
      });
    }
  },
};
