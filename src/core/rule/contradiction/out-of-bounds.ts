import type { AnalysedArticle } from '../../article.js';
import type { FigureMention } from '../../mention.js';
import { isFigure } from '../../quantity/figure.js';
import { say } from '../../message.js';
import type { Message } from '../../message.js';
import { slice } from '../../text/span.js';
import { OwnText } from '../own-text.js';
import type { Rule } from '../rule.js';

/** Shares of a whole by their names; 完成率, 毛入学率, 产能利用率 may well pass 100%. */
const SHARE =
  /(?:占比|(?<![之]间)比重|覆盖率|(?<!毛)入学率|普及率|合格率|达标率|出勤率|失业率|城镇化率|化率|识字率|参保率|满意[率度]|成活率|治愈率|入住率|优良率|优良(?:天数)?比[例率]|准点率|办结率|破案率|升学率|录取率|巩固率|自给率)(?:[^，。；、\d]{0,6}(?:达到?|提高到|上升到|升至|提升至|为|是))?$/;
const AGE = 130;
const PER_DAY = /每[天日][^，。；\d]{0,10}$/;
const PER_YEAR = /(?:全年|年|一年)[^，。；\d]{0,12}天数(?:达到?|为|是)?$/;

/** Relation: shares of a whole stay within 100%, ages within man's, hours within the day, days within the year. */
export const outOfBounds: Rule = {
  id: 'out-of-bounds',
  group: 'contradiction',
  severity: 'warning',
  title: say`数值超出可能`,
  check(article, _knowledge, report) {
    const own = new OwnText(article);
    for (const mention of article.mentions) {
      if (!isFigure(mention) || !own.isText(mention.span.start)) continue;
      const message = faultOf(article, mention);
      if (message !== undefined) report({ span: mention.span, message });
    }
  },
};

function faultOf(article: AnalysedArticle, figure: FigureMention): Message | undefined {
  const before = article.folded.slice(Math.max(0, figure.span.start - 24), figure.span.start);
  const { value } = figure.numeral;
  const printed = slice(article.text, figure.span);
  if (figure.kind === 'percent' && figure.unit === '%')
    return value.gt(100) && SHARE.test(before) ? say`“${printed}”超过100%，占整体的份额不会如此，请核对。` : undefined;
  if (figure.kind !== 'quantity') return undefined;
  if (figure.unit.unit === '岁' && value.gt(AGE) && /^\d+$/.test(slice(article.folded, figure.numeral.span)))
    return say`“${printed}”超出人的寿命，请核对。`;
  if (figure.unit.unit === '小时' && value.gt(24) && PER_DAY.test(before))
    return say`一天只有24小时，请核对“${printed}”。`;
  if (figure.unit.unit === '天' && value.gt(366) && PER_YEAR.test(before))
    return say`一年至多366天，请核对“${printed}”。`;
  return undefined;
}
