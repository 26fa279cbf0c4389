import type { AnalysedArticle } from '../../article.js';
import { say } from '../../message.js';
import { OwnText } from '../own-text.js';
import type { Rule } from '../rule.js';
import { numeralStandard } from './figures.js';

const DIGITS = '一二三四五六七八九';

/**
 * What is counted or measured in such approximations. Left out are words that number things rather than count them, so that 二、三
 * are two of them: 产业, 级, 类, 号, 线, 季度, 月, 日, 届, 批, 期, 章, 条, 款, 项, 环, 楼, 审.
 */
const COUNTED =
  '(?:[十百千万亿]+(?=[年天个人岁名家户里亩元吨米斤公倍件种次只头台辆斤])[年天个人岁名家户里亩元吨米斤公倍件种次只头台辆]|[百千万亿]|年(?![级期制度限生代]|规划|计划|行动|滚动)|天|个(?!季度|专项)|倍|次(?!会|全)|人(?!大|称)|岁|名|家|户|里|公里|公斤|米|吨|亩|元|小时|分钟|周(?!岁|年)|遍|回|件|台|辆|头|只|成|斤|尺|种)';

/** 三、四天; 十五、六岁: two neighbouring digits with a 、 between them. */
const PAIR = new RegExp(
  `(?<![、第和至到\\d〇零${DIGITS}两百千万])(十?)([${DIGITS}两])、([${DIGITS}])(?=${COUNTED})`,
  'g',
);

/** What is counted, as far as the message shows it. */
const COUNTER = /^[十百千万亿]*(?:个月|小时|分钟|公[里斤顷]|[\u4e00-\u9fff])/;

/** Relation: the two digits of an approximate number stand without a mark between them (GB/T 15835—2011, 5.2.1). */
export const approximateNumberComma: Rule = {
  id: 'approximate-number-comma',
  group: 'form',
  severity: 'warning',
  title: say`概数之间用了顿号`,
  check(article, _knowledge, report) {
    const own = new OwnText(article);
    for (const match of article.folded.matchAll(PAIR)) {
      const [pair, ten = '', low = '', high = ''] = match;
      const block = own.blockAt(match.index);
      if (block === undefined || !own.isText(match.index)) continue;
      // 二、三年来的工作: the first is a heading's number.
      if (block.span.start === match.index && isNumbering(article, low)) continue;
      // 第十五、六条: the 第 is one character further on.
      if (!areNeighbours(low, high) || article.folded.charAt(match.index - 1) === '第') continue;
      const digits = { start: match.index, end: match.index + pair.length };
      const unit = COUNTER.exec(article.text.slice(digits.end, digits.end + 8))?.[0] ?? '';
      const span = { start: digits.start, end: digits.end + unit.length };
      const forms = ten === '' && low === '二' ? [low + high, `两${high}`] : [ten + low + high];
      report({
        span,
        message: say`“${pair}${unit}”表示概数，中间不用顿号，应为“${forms[0] ?? ''}${unit}”。`,
        source: numeralStandard('5.2.1'),
        fixes: forms.map((form) => ({
          title: say`改为“${form}${unit}”`,
          kind: 'safe',
          edits: [{ span: digits, newText: form }],
        })),
      });
    }
  },
};

/** True if a paragraph that begins 五、 may be the fifth: it is the first, or there is a fourth. */
function isNumbering({ text, blocks }: AnalysedArticle, digit: string): boolean {
  const place = DIGITS.indexOf(digit);
  return place === 0 || blocks.some(({ span }) => text.startsWith(`${DIGITS.charAt(place - 1)}、`, span.start));
}

/** 三四, 两三, 三五. */
function areNeighbours(low: string, high: string): boolean {
  const [a, b] = [low === '两' ? 2 : DIGITS.indexOf(low) + 1, DIGITS.indexOf(high) + 1];
  return b === a + 1 || (a === 3 && b === 5);
}
