import Big from 'big.js';
import type { Article } from '../article.js';
import type { UnitRow } from '../fact/schema.js';
import type {
  FigureMention,
  Mention,
  NumberMention,
  Numeral,
  OrdinalMention,
  PercentMention,
  QuantityMention,
  RangeMention,
  RatioMention,
} from '../mention.js';
import type { Span } from '../text/span.js';
import { boundOf, qualifierBefore, qualifierBehind } from './bound.js';
import { scale } from './interval.js';
import { beginsNumeral, readNumeral } from './numeral.js';
import type { ReadNumeral } from './numeral.js';
import type { UnitIndex } from './unit.js';

/** Idioms and words that open like numerals. Tested at the numeral's start, the character before included. */
const WORDS =
  /^(?:千(?:万(?:不|要|别|一)|方百计|家万户|差万别|军万马|丝万缕|篇一律|辛万苦|变万化|锤百炼|古|秋|里眼|载|山万水|头万绪|姿百态|亿)|百(?:姓|货|科|般|家(?:争鸣|讲坛)|花齐放|折不挠|废待兴|年未有|年大计|年奋斗|年目标|尺竿头|战百胜|业|感|计|闻不如|分之|余年|合|灵|色|度|川)|万(?:物|众一心|家灯火|无一失|象|里长|般|全|能|分|岁|里|寿|事|年|隆|科|达|向|州|宁|县)|十(?:分|足|全十美|字|佳)|三三两两|七上八下|四面八方|五花八门|四通八达|五湖四海|四季|四周|四处|四肢|三农|三江|三峡|三明|三亚|三门|三星|三角|三维|二维|两岸|两会|两翼|两侧|两边|两端|两手|两旁|一旦|一(?:[些起般样定切直致体律向再面边贯流线并带路把旦共同系概应经何日下时度齐味举番](?!年)|心一意|五一十|清二楚|国两制|以贯之|往无前|马当先|丝不苟|系列|方面|部分|分为二|会儿|点儿|手抓|站式|网通|窗|卡通|码通|件事|对一|老一小|揽子|盘棋|张网|张图|家人|脉相承|如既往|目了然|体化|二三产业)|零(?:部件|售|食|星|碎|距离|工|散|和|容忍|基础|报告|增长)|两[国省市县岸侧翼山]|三(?:北|明|军|国)|二三线)/;
const BEFORE_WORD = /(?:统|唯|万|之|专|单|同|合|划|归|逐|某|每|另|哪|任|惟|第|“|周|星期|礼拜)$/;

/** What makes digits a name: 307国道, 5号楼, 〔2021〕6号, 2.0版, 3号文件. */
const NAME_BEHIND = /^(?:国道|省道|县道|高速|号(?!召)|#|版|型|频道|路(?:公交|车)?(?:$|[^线]))/;
const CODE_BEHIND = /^(?:[A-Za-z]|[-–]?[A-Za-z]\d)/;

/** Counters that belong to 第: 第4个, 第三批. */
const COUNTERS = new Set([...'个名位批次届条项款章节期号期卷册版轮部回组类种阶步大季位座所家']);

/**
 * Numbers, percents, quantities, ordinals, ranges and ratios of an article, in order, disjoint within a kind and outside `taken`
 * (dates and periods, which own their digits).
 */
export function recogniseFigures(
  article: Pick<Article, 'folded'>,
  units: UnitIndex,
  taken: readonly Span[] = [],
): Mention[] {
  return new FigureScanner(article.folded, units, taken).scan();
}

class FigureScanner {
  readonly #text: string;
  readonly #units: UnitIndex;
  readonly #taken: readonly Span[];

  constructor(text: string, units: UnitIndex, taken: readonly Span[]) {
    this.#text = text;
    this.#units = units;
    this.#taken = [...taken].sort((a, b) => a.start - b.start);
  }

  scan(): Mention[] {
    const text = this.#text;
    const found: Mention[] = [];
    let next = 0;
    for (let at = 0; at < text.length;) {
      while ((this.#taken[next]?.end ?? Infinity) <= at) next++;
      const block = this.#taken[next];
      if (block !== undefined && block.start <= at) {
        at = block.end;
        continue;
      }
      if (!beginsNumeral(text.charAt(at))) {
        at++;
        continue;
      }
      const mention = this.#mentionAt(at, block?.start ?? text.length);
      if (mention === undefined) {
        at = this.#skip(at);
        continue;
      }
      found.push(mention);
      at = Math.max(at + 1, mention.span.end);
    }
    return found;
  }

  /** Behind what is no mention: past the digits of a code, else one character. */
  #skip(at: number): number {
    const text = this.#text;
    if (!/\d/.test(text.charAt(at))) return at + 1;
    let end = at;
    while (/[\d.,]/.test(text.charAt(end))) end++;
    return Math.max(end, at + 1);
  }

  #mentionAt(at: number, limit: number): Mention | undefined {
    const text = this.#text;
    const before = text.charAt(at - 1);
    const ratio = this.#ratioAt(at);
    if (ratio !== undefined) return ratio;
    const percent = this.#hanPercentAt(at);
    if (percent !== undefined) return this.#range(percent, limit);
    const numeral = readNumeral(text, at);
    if (numeral === undefined || numeral.end > limit) return undefined;
    if (before === '第') return this.#ordinal(numeral);
    const arabic = numeral.script !== 'han';
    if (
      arabic &&
      (/[A-Za-z.]/.test(before) ||
        /^\+[A-Za-z\d]/.test(text.slice(numeral.end, numeral.end + 2)) ||
        (/[-+/×]/.test(before) && /[A-Za-z\d]/.test(text.charAt(at - 2))))
    )
      return undefined;
    if (
      !arabic &&
      (WORDS.test(text.slice(at, at + 8)) ||
        (numeral.size === 1 && BEFORE_WORD.test(text.slice(Math.max(0, at - 2), at))))
    )
      return undefined;
    const figure = this.#figure(numeral);
    return figure === undefined ? undefined : this.#range(figure, limit);
  }

  /** The figure a numeral makes with its sign, unit and qualifiers, or undefined where it is a word or a code. */
  #figure(numeral: ReadNumeral): FigureMention | undefined {
    const text = this.#text;
    const signed = this.#signed(numeral);
    let end = signed.end;
    // 60余万 is read inside the numeral; 1300多家, 30余公里 before the unit.
    const infix = /^(?:多|余|来)/.exec(text.slice(end, end + 1));
    let plus: Span | undefined;
    if (infix !== null && this.#units.read(text, end + 1) !== undefined && numeral.value.gte(10)) {
      plus = { start: end, end: end + 1 };
      end++;
    }
    const gap = text.charAt(end) === ' ' && numeral.script !== 'han' ? 1 : 0;
    const percent = /^(?:%|‰|个?百分点|个?千分点|成(?![为果就立员本功效都熟品])(?:半|[一二三四五六七八九])?)/.exec(
      text.slice(end + gap, end + gap + 4),
    )?.[0];
    if (percent !== undefined && !(percent.startsWith('成') && numeral.script === 'arabic' && numeral.value.gt(10)))
      return this.#percent(signed, end + gap, percent, plus);
    const unit = this.#units.read(text, end + gap);
    if (unit !== undefined && this.#unitFits(numeral, unit.unit, end + gap, unit.end))
      return this.#quantity(signed, end + gap, unit.end, unit.unit, plus);
    if (numeral.script === 'han' && (numeral.size === 1 || (numeral.positional && numeral.size < 3))) return undefined;
    if (
      NAME_BEHIND.test(text.slice(numeral.end, numeral.end + 3)) ||
      (numeral.script !== 'han' && CODE_BEHIND.test(text.slice(numeral.end, numeral.end + 3)))
    )
      return undefined;
    return this.#plain(signed);
  }

  /** The numeral with a leading minus sign or 负 taken in. */
  #signed(numeral: ReadNumeral): ReadNumeral {
    const text = this.#text;
    const sign = text.charAt(numeral.start - 1);
    if (!/[-−负負]/.test(sign)) return numeral;
    if (/[-−]/.test(sign) && /[\w\u4e00-\u9fff%)）]/.test(text.charAt(numeral.start - 2))) return numeral;
    if (/[负負]/.test(sign) && /[担欠抱肩胜自]/.test(text.charAt(numeral.start - 2))) return numeral;
    return { ...numeral, start: numeral.start - 1, value: numeral.value.times(-1) };
  }

  /** A Chinese 一 with a mere classifier (一个, 一种) is an article, not an amount; 年 and 月 behind four digits are time's. */
  #unitFits(numeral: ReadNumeral, unit: UnitRow, start: number, end: number): boolean {
    const text = this.#text;
    if (numeral.script === 'han' && numeral.size === 1) {
      if (numeral.value.eq(1) && (unit.dimension === 'count' || unit.dimension === 'population')) return false;
      // 四方签署, 三方: parties, not cubic metres.
      if (text.slice(start, end) === '方') return false;
      // 每百平方公里, 千家: a bare multiplier counts only with 上, 近, 超 before it.
      if (/[百千佰仟]/.test(text.charAt(numeral.start)) && !/[上近超逾约]/.test(text.charAt(numeral.start - 1)))
        return false;
      if (/^[分点]$/.test(text.slice(start, end)) && numeral.value.eq(10)) return false;
    }
    return !(numeral.positional && numeral.size >= 4 && text.charAt(start) === '年');
  }

  #numeralOf(read: ReadNumeral): Numeral {
    return {
      span: { start: read.start, end: read.end },
      value: read.value,
      ...(read.fraction === undefined ? {} : { fraction: read.fraction }),
      ulp: read.ulp,
      script: read.script,
    };
  }

  /** Bound, interval and qualifiers of a figure that ends at `end`. */
  #bounds(
    read: ReadNumeral,
    end: number,
    plus: Span | undefined,
    exact: boolean,
  ): Pick<NumberMention, 'bound' | 'interval' | 'qualifiers'> & { end: number } {
    const front = qualifierBefore(this.#text, read.start);
    const behind = qualifierBehind(this.#text, end);
    const softenings = [front?.softening, plus === undefined ? undefined : ('plus' as const), behind?.softening].filter(
      (each) => each !== undefined,
    );
    const qualifiers = [front?.span, ...read.vague, plus, behind?.span]
      .filter((each) => each !== undefined)
      .sort((a, b) => a.start - b.start);
    return { ...boundOf(read, softenings, exact), qualifiers, end };
  }

  #plain(read: ReadNumeral): NumberMention {
    const { bound, interval, qualifiers } = this.#bounds(read, read.end, undefined, false);
    return {
      kind: 'number',
      span: { start: read.start, end: read.end },
      numeral: this.#numeralOf(read),
      bound,
      interval,
      qualifiers,
    };
  }

  #percent(read: ReadNumeral, signStart: number, sign: string, plus: Span | undefined): PercentMention {
    let end = signStart + sign.length;
    let value = read;
    let unit: PercentMention['unit'] =
      sign === '%' ? '%' : sign === '‰' ? '‰' : sign.endsWith('百分点') ? '百分点' : '千分点';
    if (sign.startsWith('成')) {
      const tail = sign.slice(1);
      const rest = tail === '' ? 0 : tail === '半' ? 5 : '一二三四五六七八九'.indexOf(tail) + 1;
      value = {
        ...read,
        value: read.value.times(10).plus(rest),
        ulp: tail === '' ? read.ulp.times(10) : new Big(1),
        spread: read.spread.times(10),
      };
      unit = '%';
      end = signStart + sign.length;
    }
    const { bound, interval, qualifiers } = this.#bounds(value, end, plus, false);
    return {
      kind: 'percent',
      span: { start: read.start, end },
      numeral: { ...this.#numeralOf(value) },
      bound,
      interval,
      qualifiers,
      unit,
    };
  }

  #quantity(
    read: ReadNumeral,
    unitStart: number,
    unitEnd: number,
    unit: UnitRow,
    plus: Span | undefined,
  ): QuantityMention {
    const text = this.#text;
    let value = read;
    let end = unitEnd;
    if (text.charAt(unitEnd) === '半' && !/[半数个径天年月日夜途路岛]/.test(text.charAt(unitEnd + 1))) {
      value = { ...read, value: read.value.plus('0.5'), ulp: new Big('0.5') };
      end = unitEnd + 1;
    }
    const counted = unit.dimension === 'count' || unit.dimension === 'population';
    const exact =
      counted &&
      read.scale.eq(1) &&
      read.value.eq(read.value.round()) &&
      (read.script === 'arabic' || read.value.lt(100));
    const { bound, interval, qualifiers } = this.#bounds(value, end, plus, exact);
    const factor = unit.factor === '' ? new Big(1) : new Big(unit.factor);
    return {
      kind: 'quantity',
      span: { start: read.start, end },
      numeral: this.#numeralOf(value),
      bound,
      interval,
      qualifiers,
      unit,
      unitSpan: { start: unitStart, end: unitEnd },
      baseInterval: scale(interval, factor),
    };
  }

  /** 百分之六十, 千分之二, 百分之三到五. */
  #hanPercentAt(at: number): PercentMention | undefined {
    const text = this.#text;
    const head = /^(?:百|佰|千|仟)\s?分\s?之\s?/.exec(text.slice(at, at + 7))?.[0];
    if (head === undefined) return undefined;
    const from = at + head.length;
    const negative = /[负負-]/.test(text.charAt(from)) ? 1 : 0;
    const read = readNumeral(text, from + negative) ?? (text.startsWith('百', from) ? undefined : undefined);
    if (read === undefined) return undefined;
    const value = { ...read, start: at, value: negative === 1 ? read.value.times(-1) : read.value };
    const { bound, interval, qualifiers } = this.#bounds(value, read.end, undefined, false);
    return {
      kind: 'percent',
      span: { start: at, end: read.end },
      numeral: { ...this.#numeralOf(value), span: { start: from, end: read.end } },
      bound,
      interval,
      qualifiers,
      unit: /^[千仟]/.test(head) ? '‰' : '%',
    };
  }

  #ordinal(numeral: ReadNumeral): OrdinalMention {
    const text = this.#text;
    const counter = text.charAt(numeral.end);
    const taken = COUNTERS.has(counter) ? counter : '';
    return {
      kind: 'ordinal',
      span: { start: numeral.start - 1, end: numeral.end + taken.length },
      numeral: this.#numeralOf(numeral),
      counter: taken,
    };
  }

  /** Joins `first` with a second figure behind a dash, 到 or 至; else gives `first` back. */
  #range(first: FigureMention, limit: number): FigureMention | RangeMention {
    const text = this.#text;
    const joiner = /^\s?(?:[-–—－~～〜]{1,2}|至|到)\s?/.exec(text.slice(first.span.end, first.span.end + 4))?.[0];
    if (joiner === undefined) return first;
    if (/[从由自]$/.test(text.slice(Math.max(0, first.span.start - 1), first.span.start)) && /[至到]/.test(joiner))
      return first;
    const start = first.span.end + joiner.length;
    if (!beginsNumeral(text.charAt(start))) return first;
    const read = readNumeral(text, start);
    const second =
      this.#hanPercentAt(start) ?? (read === undefined || read.end > limit ? undefined : this.#figure(read));
    if (second === undefined) return first;
    const from = this.#shareUnit(first, second);
    if (from === undefined || from.numeral.value.gt(second.numeral.value.times(1000))) return first;
    return {
      kind: 'range',
      span: { start: first.span.start, end: second.span.end },
      from,
      to: second,
      unitTwice: from === first && first.kind !== 'number',
    };
  }

  /** `first` in the unit of `second`; undefined if the two can be no range. */
  #shareUnit(first: FigureMention, second: FigureMention): FigureMention | undefined {
    if (first.kind === 'quantity')
      return second.kind === 'quantity' && second.unit.dimension === first.unit.dimension ? first : undefined;
    if (first.kind === 'percent') return second.kind === 'percent' && second.unit === first.unit ? first : undefined;
    if (second.kind === 'number') return first;
    const read = readNumeral(this.#text, first.numeral.span.start);
    const other = readNumeral(this.#text, second.numeral.span.start);
    if (read === undefined) return undefined;
    // 9—16亿: the multiplier is printed once.
    const shared =
      other !== undefined && read.scale.eq(1) && other.scale.gt(1) && read.value.lt(10_000) ? other.scale : new Big(1);
    const scaled = { ...read, value: first.numeral.value.times(shared), ulp: read.ulp.times(shared) };
    const span = { start: first.span.start, end: first.span.end };
    if (second.kind === 'percent')
      return {
        ...this.#percent(scaled, first.span.end, second.unit === '‰' ? '‰' : '%', undefined),
        span,
        unit: second.unit,
      };
    const made = this.#quantity(scaled, first.span.end, first.span.end, second.unit, undefined);
    return { ...made, span, unitSpan: second.unitSpan };
  }

  /** 8.3∶41.4∶50.3; with a plain colon only where it can be no time of day. */
  #ratioAt(at: number): RatioMention | undefined {
    const text = this.#text;
    if (!/\d/.test(text.charAt(at)) || /[\d.:∶]/.test(text.charAt(at - 1))) return undefined;
    const match = /^\d+(?:\.\d+)?(?:\s?[:∶：]\s?\d+(?:\.\d+)?)+(?![\d:∶])/.exec(text.slice(at, at + 60));
    if (match === null) return undefined;
    const pieces = [...match[0].matchAll(/\d+(?:\.\d+)?/g)];
    if (
      pieces.length === 2 &&
      !match[0].includes('∶') &&
      !match[0].includes('.') &&
      !/(?:比|比例|结构)[^，。]{0,8}$/.test(text.slice(Math.max(0, at - 12), at))
    )
      return undefined;
    const parts = pieces
      .map(({ 0: piece, index }) => readNumeral(text.slice(0, at + index + piece.length), at + index))
      .filter((part) => part !== undefined);
    return {
      kind: 'ratio',
      span: { start: at, end: at + match[0].length },
      parts: parts.map((part) => this.#numeralOf(part)),
    };
  }
}
