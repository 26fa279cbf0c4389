import type { AnalysedArticle } from '../../article.js';
import { say } from '../../message.js';
import { slice } from '../../text/span.js';
import type { Span } from '../../text/span.js';
import type { FixKind, Rule } from '../rule.js';

/**
 * Function words that never stand twice, each with the characters before and behind which the pair is two words:
 * 目的|的, 为了|了解, 共和|和, 现在|在.
 */
const FUNCTION_WORDS: Readonly<Record<string, readonly [before: string, behind: string]>> = {
  的: ['目标中', '确士'],
  了: ['不一为罢除', '解结却断望然如'],
  和: ['共缓温调平饱总附柔暖随祥谦', '平谐睦气美声解风服乐'],
  在: ['现存实正潜所自外内何不旨好', '线场位建职册校读野案岗编此于内华家乎意'],
  与: ['参给授付赠施', '会时其'],
  及: ['普涉波惠触顾危遍', '时早其格'],
  为: ['认行作因成以称变分视人更', '主数何了止难首期民政'],
  把: ['一', '握手关控脉'],
  被: ['棉', '子套'],
  从: ['服顺听盲', '业事而容'],
  将: ['即', '军来领士'],
  以: ['所可予加得足', '及后前上下内外往便致'],
  并: ['合兼吞', '且购网行存列'],
  而: ['然从反进', '且后今'],
  就: ['成', '业地此近医'],
  对: ['针面反绝应相核一', '于应接策口比外内称待话'],
  由: ['自理', '此于'],
  向: ['方面走倾导志流', '上前来往'],
};

/** Words that speech doubles for weight: 非常非常重要. */
const WEIGHTY = new Set([
  '非常',
  '特别',
  '十分',
  '永远',
  '真的',
  '真正',
  '很多',
  '好多',
  '许多',
  '一直',
  '谢谢',
  '加油',
]);

/** Verbs that are doubled to soften them: 研究研究, 讨论讨论. */
const SOFTENED = new Set([
  '研究',
  '讨论',
  '商量',
  '学习',
  '休息',
  '考虑',
  '了解',
  '锻炼',
  '交流',
  '比较',
  '打听',
  '收拾',
  '准备',
  '活动',
  '体会',
  '思考',
  '关心',
  '帮助',
  '介绍',
  '整理',
  '参观',
  '检查',
  '反省',
  '教育',
  '意思',
]);

const LAUGHTER = /[哈呵嘻啦咚咯哗嗡滴嘟啪嘿呜喵汪叮]/;

/** Relation: no character, word or run of characters follows on itself where the language does not double it. */
export const stutter: Rule = {
  id: 'stutter',
  group: 'duplicate',
  severity: 'warning',
  title: say`字词重复`,
  check(article, _knowledge, report) {
    const tell = (span: Span, keep: string, kind: FixKind): void => {
      report({
        span,
        message: say`“${slice(article.text, span)}”似有字词重复，应为“${keep}”。`,
        fixes: [{ title: say`改为“${keep}”`, kind, edits: [{ span, newText: keep }] }],
      });
    };
    for (const match of article.text.matchAll(/([\u4e00-\u9fff]{1,8})\1+/g)) {
      if (isProtected(article, match.index)) continue;
      const unit = match[1] ?? '';
      const span = { start: match.index, end: match.index + match[0].length };
      if (unit.length === 1) {
        const times = match[0].length;
        if (
          times >= 3
            ? !LAUGHTER.test(unit) && !/[一二三四五六七八九十〇零]/.test(unit)
            : isDoubledFunctionWord(article.text, span)
        )
          tell(span, unit, times === 2 ? 'safe' : 'suggestion');
      } else if (!isMeant(unit, article) && !isExclamation(article.text, span)) tell(span, unit, 'suggestion');
    }
  },
};

function isDoubledFunctionWord(text: string, { start, end }: Span): boolean {
  const around = FUNCTION_WORDS[text.charAt(start)];
  if (around === undefined) return false;
  const before = text.charAt(start - 1);
  const behind = text.charAt(end);
  return !(before !== '' && around[0].includes(before)) && !(behind !== '' && around[1].includes(behind));
}

/** True for doublings that the language makes, or that two neighbouring words make by chance (产业创业|创新). */
function isMeant(unit: string, article: AnalysedArticle): boolean {
  if (
    /^[一二两三四五六七八九十每几逐万千百][\u4e00-\u9fff]{1,2}$/.test(unit) ||
    SOFTENED.has(unit) ||
    WEIGHTY.has(unit)
  )
    return true;
  if (/^(.)\1$/.test(unit)) return true;
  // 共建|共治: read one character on, the pair is the word that the text knows.
  const shifted = unit.slice(1) + unit.charAt(0);
  return occurrences(article.text, shifted) > occurrences(article.text, unit);
}

/** True if the doubling is a clause by itself, as in speech: ，挺好挺好。 */
function isExclamation(text: string, { start, end }: Span): boolean {
  return /[，。！？；：“”…\s]|^$/.test(text.charAt(start - 1)) && /[，。！？；”…\s]|^$/.test(text.charAt(end));
}

function occurrences(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** Names in quotation marks, titles, table cells and code are as they are. */
function isProtected(article: AnalysedArticle, offset: number): boolean {
  const within = ({ span }: { readonly span: Span }): boolean => span.start <= offset && offset < span.end;
  if (article.mentions.some((mention) => (mention.kind === 'document' || mention.kind === 'term') && within(mention)))
    return true;
  const block = article.blocks.find(within);
  return block === undefined || block.kind === 'code' || block.kind === 'cell';
}
