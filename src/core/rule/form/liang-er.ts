import { say } from '../../message.js';
import { OwnText } from '../own-text.js';
import type { Rule } from '../rule.js';

/** Classifiers that take 两, and what behind them makes another word of it (二项式, 二台子, 二头肌, 二名单位). */
const CLASSIFIERS =
  /^(?:个(?!五年|百年)|家(?!庄)|名(?!单)|项(?!式|分布|定理)|座|件|种|台(?!子|山)|辆|张|艘|架|支(?!队|部|行)|栋|只|块|篇|户|匹|棵|株|套|份|处|位(?!数|制|于)|起|场|所(?!有)|本|根|幅|把(?!手))/;

/** Relation: before a classifier two is 两, not 二. */
export const liangEr: Rule = {
  id: 'liang-er',
  group: 'form',
  severity: 'information',
  title: say`“二”与“两”`,
  check(article, _knowledge, report) {
    const own = new OwnText(article);
    for (const mention of article.mentions) {
      if (
        mention.kind !== 'quantity' ||
        !['count', 'population'].includes(mention.unit.dimension) ||
        !own.isRunning(mention.span.start)
      )
        continue;
      const { start, end } = mention.numeral.span;
      const counter = article.text.slice(mention.unitSpan.start, mention.unitSpan.start + 3);
      if (article.text.slice(start, end) !== '二' || !CLASSIFIERS.test(counter)) continue;
      // 其二, 初二, 星期二, 区二户: numbers things; 一二, 二、三: digits of a list.
      if (/[第其初周期之号楼区路〇零一二三四五六七八九十百千万\d、．.]/.test(article.text.charAt(start - 1))) continue;
      const newText = '两';
      report({
        span: mention.span,
        message: say`量词前用“两”：“${article.text.slice(start, mention.span.end)}”应为“${newText}${article.text.slice(end, mention.span.end)}”。`,
        fixes: [
          {
            title: say`改为“${newText}${article.text.slice(end, mention.span.end)}”`,
            kind: 'suggestion',
            edits: [{ span: { start, end }, newText }],
          },
        ],
      });
    }
  },
};
