import { say } from '../../message.js';
import type { Edit, Rule } from '../rule.js';

/** From this many cuts on, and more than two a block, the whole document was wrapped; one finding then speaks for all. */
const WRAPPED = 12;

/** Relation: a line end stands where a sentence goes on. Layout has joined the text already; this offers to mend the page. */
export const splitLine: Rule = {
  id: 'split-line',
  group: 'layout',
  severity: 'warning',
  title: say`断行未接排`,
  check(article, _knowledge, report) {
    // Across a page number nothing is to be mended: the page has to end somewhere.
    const joints = article.blocks.flatMap((block) => block.joints.filter((joint) => !block.pageEnds.includes(joint)));
    const edits = joints.map((joint): Edit => ({
      span: { start: joint - 1, end: joint + 1 },
      newText: article.text.slice(joint - 1, joint + 1),
    }));
    const [first] = edits;
    if (first !== undefined && joints.length >= WRAPPED && joints.length > article.blocks.length) {
      report({
        span: first.span,
        severity: 'information',
        message: say`全文按固定宽度断行，共${joints.length}处；核查时已按接排后的文字进行，可一次接排。`,
        fixes: [{ title: say`全文接排`, kind: 'safe', edits }],
      });
      return;
    }
    for (const [i, edit] of edits.entries()) {
      const joint = joints[i] ?? 0;
      const [left, right] = [article.text.slice(Math.max(0, joint - 4), joint), article.text.slice(joint, joint + 4)];
      report({
        span: edit.span,
        message: say`“${left}”与“${right}”之间被换行断开，应接排。`,
        fixes: [{ title: say`接排`, kind: 'safe', edits: [edit] }],
      });
    }
  },
};
