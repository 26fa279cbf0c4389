import type { AnalysedArticle } from '../../article.js';
import { MentionIndex } from '../../entity/mention-index.js';
import { say } from '../../message.js';
import { slice } from '../../text/span.js';
import type { Span } from '../../text/span.js';
import { OwnText } from '../own-text.js';
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
  是: ['求为即但凡于只可总若要还就便更都', '否非'],
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

/** Words that are doubled on purpose: verbs to soften them (研究研究), quantities and colours to make much of them (很多很多, 碧绿碧绿). */
const DOUBLED = new Set(
  (
    '研究 讨论 商量 学习 休息 考虑 了解 锻炼 交流 比较 打听 收拾 准备 活动 体会 思考 关心 帮助 介绍 整理 参观 检查 反省 教育 意思 ' +
    '很多 许多 好多 大片 大批 成批 成片 成群 永远 一直 非常 特别 十分 真的 真正 渐渐 谢谢 加油 雪白 通红 碧绿 漆黑 火红 金黄 湛蓝 笔直 滚烫 冰凉'
  ).split(' '),
);

const NUMERAL = /[一二三四五六七八九十〇零百千万]/;
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
    const protectedAt = protection(article);
    const words = new Uses(article.text);
    const doubled = /([\u4e00-\u9fff]{1,8})\1+/g;
    for (let match = doubled.exec(article.text); match !== null; match = doubled.exec(article.text)) {
      const unit = match[1] ?? '';
      const span = { start: match.index, end: match.index + match[0].length };
      if (!protectedAt(span) && (unit.length === 1 ? isStammer(article.text, span) : !isMeant(unit, span, words))) {
        tell(span, unit, unit.length === 1 && match[0].length === 2 ? 'safe' : 'suggestion');
      } else {
        // 门诊|诊疗诊疗: another doubling may begin within, but nothing within a long run is the writer's.
        doubled.lastIndex = match[0].length < LONG_RUN ? match.index + 1 : span.end;
      }
    }
  },
};

/** True for a character that stands three times, or a function word that stands twice. */
function isStammer(text: string, span: Span): boolean {
  const char = text.charAt(span.start);
  if (span.end - span.start === 2) return isDoubledFunctionWord(text, span);
  if (LAUGHTER.test(char) || NUMERAL.test(char)) return false;
  // 三百六十行|行行出状元: what is counted stands once more.
  return !(span.end - span.start === 3 && char === '行' && NUMERAL.test(text.charAt(span.start - 1)));
}

function isDoubledFunctionWord(text: string, { start, end }: Span): boolean {
  const around = FUNCTION_WORDS[text.charAt(start)];
  if (around === undefined) return false;
  const before = text.charAt(start - 1);
  const behind = text.charAt(end);
  return !(before !== '' && around[0].includes(before)) && !(behind !== '' && around[1].includes(behind));
}

/** True for doublings that the language makes, or that two neighbouring words make by chance (产业创业|创新). */
function isMeant(unit: string, { start, end }: Span, words: Uses): boolean {
  const { text } = words;
  if (/^[一二两三四五六七八九十每几逐万千百][\u4e00-\u9fff]{1,2}$/.test(unit) || DOUBLED.has(unit)) return true;
  if (/^(.)\1$/.test(unit) || isExclamation(text, { start, end }) || SECOND_WORD.test(text.slice(start, end + 3)))
    return true;
  const shifted = unit.slice(1) + unit.charAt(0);
  const [all, turned] = [words.count(unit), words.count(shifted)];
  if (turned > all) return true;
  if (unit.length > 2) return false;
  // 并跑|领跑|领域, 监测|预测|预警: read one character on, the neighbours make words with it that the text has elsewhere.
  const [before, behind] = [text.slice(start - 1, start + 1), text.slice(end - 1, end + 1)];
  if (!/^[\u4e00-\u9fff]{2}$/.test(behind) || /[的了等是在和及与为]$/.test(behind)) return false;
  if (all === 2) return words.isFree(behind);
  const here = words.count(unit + unit);
  return start > 0 && !words.isFree(unit) && words.count(before) > here && words.count(behind) > here && turned > here;
}

/** Words that may follow on their own first half: 支持发展|发展中国家. */
const SECOND_WORD = /^(?:发展发展中|建设建设银|学习学习强)/;

/** How a text uses some words; each is looked for once. */
class Uses {
  readonly text: string;
  readonly #known = new Map<string, { readonly count: number; readonly isFree: boolean }>();

  constructor(text: string) {
    this.text = text;
  }

  /** How often the words stand in the text, one behind the other. */
  count(words: string): number {
    return this.#of(words).count;
  }

  /** True for two characters that stand between different neighbours on both sides, as words do and cuttings out of words (监|测预|警) do not. */
  isFree(words: string): boolean {
    return this.#of(words).isFree;
  }

  #of(words: string): { readonly count: number; readonly isFree: boolean } {
    const before = this.#known.get(words);
    if (before !== undefined) return before;
    const [left, right] = [new Set<string>(), new Set<string>()];
    let count = 0;
    for (let at = this.text.indexOf(words); at >= 0; at = this.text.indexOf(words, at + words.length)) {
      count++;
      left.add(this.text.charAt(at - 1));
      right.add(this.text.charAt(at + words.length));
    }
    const found = { count, isFree: left.size >= 3 && right.size >= 3 };
    this.#known.set(words, found);
    return found;
  }
}

/** True if the doubling is a clause by itself, as in speech: ，挺好挺好。 */
function isExclamation(text: string, { start, end }: Span): boolean {
  return /[，。！？；：“”…\s]|^$/.test(text.charAt(start - 1)) && /[，。！？；”…\s]|^$/.test(text.charAt(end));
}

/** Runs without a mark that are too long for a clause: the cells of a table, printed one behind the other. */
const LONG_RUN = 80;

/**
 * Tells whether a place is not the writer's running text: names in quotation marks, short titles (《向前向前》), code, tables, also such
 * as have lost their rules.
 */
function protection(article: AnalysedArticle): (span: Span) => boolean {
  const own = new OwnText(article);
  const mentions = new MentionIndex(article.mentions);
  return ({ start, end }) => {
    const kind = own.blockAt(start)?.kind;
    const isShort = (name: string | undefined): boolean => name !== undefined && name.length < 12;
    if (kind === undefined || kind === 'code' || kind === 'cell' || isShort(mentions.at('term', start)?.text))
      return true;
    const title = mentions.at('document', start)?.title;
    if (title !== undefined && title.length < 12) return true;
    let [from, to] = [start, end];
    while (from > 0 && start - from < LONG_RUN && !MARK.test(article.text.charAt(from - 1))) from--;
    while (to < article.text.length && to - end < LONG_RUN && !MARK.test(article.text.charAt(to))) to++;
    return to - from >= LONG_RUN;
  };
}

const MARK = /[\p{P}\n]/u;
