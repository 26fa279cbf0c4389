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
import { ARABIC, kindOf, LARGE, NONE, POINT, simplified, SMALL } from './digits.js';
import { scale } from './interval.js';
import { beginsNumeralAt, readNumeral } from './numeral.js';
import type { ReadNumeral } from './numeral.js';
import type { ReadUnit, UnitIndex } from './unit.js';
import { isNameBehind, isNumeralWord } from './words.js';

/** Counters that belong to 第: 第4个, 第三批. */
const COUNTERS = new Set([...'个名位批次届条项款章节期号期卷册版轮部回组类种阶步大季位座所家']);

/** Signs of percent behind a numeral; 六成五 and 六成半 carry their second digit behind 成. */
const PERCENT_SIGN =
  /(?:%|‰|个? {0,3}百 ?分 ?点|个?千分点|成(?![为果就立员本功效都熟品])(?: ?半| ?[一二三四五六七八九](?![成线是个项种家名十百千万]))?)/y;
/** 百分之, 千分之, 万分之, 百万分之 before the numeral. */
const PERCENT_HEAD = /([百佰千仟万亿]|[十百千万]万|[十百千]亿) {0,3}分 {0,3}之 {0,3}([负-])?/y;
/** 打八折, 75折: what is left of a price; not 三折叠, 一波三折. */
const DISCOUNT = /折(?![叠扣射线返腾旧断合磨价桥回])/y;
const ADDRESS = /(?:https?:\/\/|www\.)[!-~]+/g;
/** 8时30分, 8点半, 9:30: the time of day, which is no amount. */
const CLOCK =
  /(?:[01]?\d|2[0-4])(?:时(?![间代期候尚段速])(?:[0-5]?\d分(?:[0-5]?\d秒)?|半|整)?|点(?:[0-5]?\d分|半|整|钟)|:[0-5]\d(?::[0-5]\d)?(?![\d:.]))/y;
const JOINER = /\s?(?:[-–—－~～〜]{1,2}|至|到)\s?/y;
const RATIO = /\d{1,6}(?:\.\d{1,6})?(?: ?[:∶：] ?\d{1,6}(?:\.\d{1,6})?){1,8}(?![\d:∶])/y;

/** Units an amount of which may be printed with half (半小时) or in parts (1小时20分). */
const MEASURES = new Set(['time', 'length', 'mass', 'volume', 'area', 'money', 'temperature']);
const SYMBOLS: Readonly<Record<string, string>> = { $: '美元', '¥': '元', '￥': '元', '€': '欧元', '£': '英镑' };
const HUNDRED = new Big(100);
const ONE = new Big(1);
const HALF = new Big('0.5');
const ZERO = new Big(0);

/** Looks for `pattern`, which is sticky, at `index`. */
function at(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}

/**
 * Numbers, percents, quantities, ordinals, ranges and ratios of an article, in order, disjoint within a kind and outside `taken`
 * (dates and periods, which own their digits).
 */
export function recogniseFigures(
  article: Pick<Article, 'folded'>,
  units: UnitIndex,
  taken: readonly Span[] = [],
): Mention[] {
  return new FigureScanner(simplified(article.folded), units, taken).scan();
}

class FigureScanner {
  readonly #text: string;
  readonly #units: UnitIndex;
  /** Dates, periods and addresses of web pages. */
  readonly #taken: readonly Span[];

  constructor(text: string, units: UnitIndex, taken: readonly Span[]) {
    this.#text = text;
    this.#units = units;
    const addresses = Array.from(text.matchAll(ADDRESS), ({ index, 0: { length } }) => ({
      start: index,
      end: index + length,
    }));
    this.#taken = [...taken, ...addresses].sort((a, b) => a.start - b.start);
  }

  scan(): Mention[] {
    const text = this.#text;
    const found: Mention[] = [];
    let next = 0;
    for (let index = 0; index < text.length;) {
      const code = text.charCodeAt(index);
      const isHalf = code === 0x534a || (code === 0x5bf9 && text.startsWith('打对折', index - 1));
      if (!isHalf && kindOf(code) === NONE) {
        index++;
        continue;
      }
      while ((this.#taken[next]?.end ?? Infinity) <= index) next++;
      const block = this.#taken[next];
      if (block !== undefined && block.start <= index) {
        index = block.end;
        continue;
      }
      const clock = this.#clock(index);
      if (clock > 0) {
        index += clock;
        continue;
      }
      const limit = block?.start ?? text.length;
      const mention = isHalf
        ? this.#half(index)
        : beginsNumeralAt(text, index)
          ? this.#mentionAt(index, limit)
          : undefined;
      if (mention === undefined || mention.span.end > limit) {
        index = this.#skip(index);
        continue;
      }
      found.push(mention);
      index = Math.max(index + 1, mention.span.end);
    }
    return found;
  }

  /** Behind what is no mention: past the digits of a code, else one character. */
  #skip(index: number): number {
    const text = this.#text;
    if (kindOf(text.charCodeAt(index)) !== ARABIC) return index + 1;
    let end = index + 1;
    while (isDigitOrMark(text.charCodeAt(end))) end++;
    return end;
  }

  /** The length of a time of day at `index`, 0 if there is none. A ratio (2:3 behind 比例) is none. */
  #clock(index: number): number {
    const text = this.#text;
    const mark = text.charCodeAt(index + (kindOf(text.charCodeAt(index + 1)) === ARABIC ? 2 : 1));
    if (mark !== 0x65f6 && mark !== 0x70b9 && mark !== 0x3a) return 0;
    if (kindOf(text.charCodeAt(index)) !== ARABIC || /[\d.,:]/.test(text.charAt(index - 1))) return 0;
    return this.#ratioAt(index) === undefined ? (at(CLOCK, text, index)?.[0].length ?? 0) : 0;
  }

  #mentionAt(index: number, limit: number): Mention | undefined {
    const text = this.#text;
    const kind = kindOf(text.charCodeAt(index));
    if (kind === ARABIC) {
      const ratio = this.#ratioAt(index);
      if (ratio !== undefined) return ratio;
    }
    if (kind === SMALL || kind === LARGE) {
      const percent = this.#hanPercentAt(index);
      if (percent !== undefined) return this.#range(percent, limit);
    }
    const numeral = readNumeral(text, index);
    if (numeral === undefined || numeral.end > limit) return undefined;
    const before = text.charAt(index - 1);
    if (before === '第') return this.#ordinal(numeral);
    const hasDigits = numeral.script !== 'han';
    if (hasDigits && this.#isCode(numeral)) return undefined;
    if (!hasDigits && isNumeralWord(text, index, numeral.size)) return undefined;
    const figure = this.#figure(numeral) ?? this.#lowEnd(numeral) ?? this.#lonely(numeral);
    return figure === undefined ? undefined : this.#range(figure, limit);
  }

  /** Digits behind Latin letters, or in 1+2+N and 3-A. */
  #isCode({ start, end }: ReadNumeral): boolean {
    const text = this.#text;
    const before = text.charAt(start - 1);
    if (/[A-Za-z.]/.test(before)) return true;
    // 010, 0755: the area code of a telephone.
    if (text.charAt(start) === '0' && kindOf(text.charCodeAt(start + 1)) === ARABIC) return true;
    if (text.charAt(end) === '+' && /[A-Za-z\d]/.test(text.charAt(end + 1))) return true;
    return /[-+/×]/.test(before) && /[A-Za-z\d]/.test(text.charAt(start - 2));
  }

  /** The figure a numeral makes with its sign, unit and qualifiers, or undefined where it is a word or a code. */
  #figure(numeral: ReadNumeral): FigureMention | undefined {
    const text = this.#text;
    const signed = this.#signed(numeral);
    let end = signed.end;
    // 60余万 is read inside the numeral; 1300多家, 30余公里 before the unit.
    let plus: Span | undefined;
    if ('多余来几'.includes(text.charAt(end)) && end < text.length && numeral.value.gte(10)) {
      if (this.#units.read(text, end + 1) !== undefined) {
        plus = { start: end, end: end + 1 };
        end++;
      }
    }
    const suffixed = this.#thousands(signed);
    if (suffixed !== undefined && text.charAt(suffixed.end) === '个')
      return this.#percent(suffixed, suffixed.end, '个百分点', undefined);
    if (plus === undefined && text.startsWith('个半', end)) {
      // 三个半小时: half belongs to the number.
      const unit = this.#units.read(text, end + 2);
      if (unit !== undefined && MEASURES.has(unit.unit.dimension)) {
        const value = { ...signed, end: end + 2, value: signed.value.plus(HALF), ulp: HALF };
        return this.#quantity(value, end + 2, unit.end, unit.unit, undefined);
      }
    }
    let gap = 0;
    while (gap < 3 && text.charCodeAt(end + gap) === 0x20) gap++;
    const percent = at(PERCENT_SIGN, text, end + gap)?.[0];
    if (percent !== undefined && !(percent.startsWith('成') && numeral.script === 'arabic' && numeral.value.gt(10)))
      return this.#percent(signed, end + gap, percent, plus);
    const discount = this.#discount(signed);
    if (discount !== undefined) return discount;
    const unit = this.#unitBehind(numeral, end, gap);
    if (unit !== undefined) {
      const value = unit.unit.dimension === 'temperature' ? this.#belowZero(signed) : signed;
      return this.#parts(this.#quantity(value, unit.start, unit.end, unit.unit, plus), unit.end);
    }
    const symbol = this.#symbol(signed);
    if (symbol !== undefined) return symbol;
    if (suffixed !== undefined) return this.#plain(suffixed);
    if (numeral.script === 'han' && (numeral.size === 1 || (numeral.positional && numeral.size < 3))) return undefined;
    if (isNameBehind(text, numeral.end, numeral.script !== 'han')) return undefined;
    return this.#plain(signed);
  }

  /** The unit behind a numeral, `gap` spaces from its end, if the numeral and it make an amount. */
  #unitBehind(numeral: ReadNumeral, end: number, gap: number): (ReadUnit & { readonly start: number }) | undefined {
    if (gap > 1) return undefined;
    const text = this.#text;
    const start = end + gap;
    const unit = this.#units.read(text, start);
    if (unit === undefined) return undefined;
    const row = this.#minutes(unit, start) ?? this.#yuan(unit, start) ?? unit;
    if (gap > 0 && numeral.script === 'han' && !MEASURES.has(row.unit.dimension)) return undefined;
    return this.#unitFits(numeral, row.unit, start, row.end) ? { ...row, start } : undefined;
  }

  /** 分 is a minute before seconds (五分三十秒) and in 一分半钟. */
  #minutes(unit: ReadUnit, start: number): ReadUnit | undefined {
    const text = this.#text;
    if (unit.end !== start + 1 || text.charAt(start) !== '分') return undefined;
    if (!/^(?:半钟|[\d一二三四五六七八九十]{1,3}秒)/.test(text.slice(unit.end, unit.end + 4))) return undefined;
    return this.#units.named('分钟', unit.end);
  }

  /** 块 is a 元 before 角 and 分. */
  #yuan(unit: ReadUnit, start: number): ReadUnit | undefined {
    const text = this.#text;
    if (unit.end !== start + 1 || text.charAt(start) !== '块') return undefined;
    if (!/^[\d一二三四五六七八九][角毛]/.test(text.slice(unit.end, unit.end + 2))) return undefined;
    return this.#units.named('元', unit.end);
  }

  /** 一到五个: a single Chinese digit counts as the low end of a range with a unit. */
  #lowEnd(numeral: ReadNumeral): NumberMention | undefined {
    if (numeral.script !== 'han' || numeral.size !== 1 || at(JOINER, this.#text, numeral.end) === null)
      return undefined;
    const figure = this.#plain(numeral);
    const range = this.#range(figure, this.#text.length);
    if (range.kind !== 'range' || range.to.kind === 'number') return undefined;
    return range.from.numeral.value.lt(range.to.numeral.value) ? figure : undefined;
  }

  /** A line or cell that holds nothing but 零, 负一, 一双, 1.2M; and 五 in 是五。 */
  #lonely(numeral: ReadNumeral): FigureMention | undefined {
    const text = this.#text;
    const signed = this.#signed(numeral);
    const opens = isEdge(text, signed.start - 1);
    if (numeral.positional && numeral.size < 3) return undefined;
    if (isEdge(text, numeral.end))
      return opens || text.charAt(signed.start - 1) === '是' ? this.#plain(signed) : undefined;
    if (!opens) return undefined;
    const unit = this.#units.read(text, numeral.end);
    if (unit === undefined || !isEdge(text, unit.end)) return undefined;
    return this.#quantity(signed, numeral.end, unit.end, unit.unit, undefined);
  }

  /** 1.2M, 15k alone on a line or in a cell; in running text they are names (5G, 100M). */
  #thousands(read: ReadNumeral, start = read.start): ReadNumeral | undefined {
    const text = this.#text;
    const next = text.charAt(read.end);
    if (next === '' || !' kKMG'.includes(next) || !isEdge(text, start - 1)) return undefined;
    const suffix = /^ ?([kKMG])(?=\n|$|个百分点)/.exec(text.slice(read.end, read.end + 6));
    if (suffix?.[1] === undefined) return undefined;
    const factor = new Big(suffix[1] === 'M' ? '1e6' : suffix[1] === 'G' ? '1e9' : '1e3');
    return { ...read, end: read.end + suffix[0].length, value: read.value.times(factor), ulp: read.ulp.times(factor) };
  }

  /** The numeral with a leading minus sign, 负 or 零下 taken in. */
  #signed(numeral: ReadNumeral): ReadNumeral {
    const text = this.#text;
    const { start } = numeral;
    const place = text.charCodeAt(start - 1) === 0x20 && text.charAt(start - 2) === '负' ? start - 2 : start - 1;
    const sign = text.charAt(place);
    if (sign === '下' && text.charAt(place - 1) === '零')
      return { ...numeral, start: place - 1, value: numeral.value.times(-1) };
    if (sign !== '-' && sign !== '−' && sign !== '负') return numeral;
    const before = text.charAt(place - 1);
    if (sign === '负' ? /[担欠抱肩胜自]/.test(before) : /[-−\w\u4e00-\u9fff%)）]/.test(before)) return numeral;
    return { ...numeral, start: place, value: numeral.value.times(-1) };
  }

  /** 气温-5℃: before a temperature a hyphen behind words is a minus sign. */
  #belowZero(read: ReadNumeral): ReadNumeral {
    const text = this.#text;
    const [before, sign] = [text.charAt(read.start - 2), text.charAt(read.start - 1)];
    if ((sign !== '-' && sign !== '−') || !/[\u4e00-\u9fff]/.test(before)) return read;
    return { ...read, start: read.start - 1, value: read.value.times(-1) };
  }

  /** A Chinese 一 with a mere classifier (一个, 一种) is an article, not an amount; 年 and 月 behind four digits are time's. */
  #unitFits(numeral: ReadNumeral, unit: UnitRow, start: number, end: number): boolean {
    const text = this.#text;
    if (numeral.script === 'han' && numeral.size === 1) {
      if (numeral.value.eq(ONE) && (unit.dimension === 'count' || unit.dimension === 'population')) return false;
      const name = text.slice(start, end);
      // 四方签署, 三方: parties, not cubic metres.
      if (name === '方') return false;
      // 每百平方公里, 千家: a bare multiplier counts only with 上, 近, 超 before it.
      if (/[百千佰仟]/.test(text.charAt(numeral.start)) && !/[上近超逾约]/.test(text.charAt(numeral.start - 1)))
        return false;
      if ((name === '分' || name === '点') && numeral.value.eq(10)) return false;
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
  ): Pick<NumberMention, 'bound' | 'interval' | 'qualifiers'> {
    const front = qualifierBefore(this.#text, read.start);
    const behind = qualifierBehind(this.#text, end);
    const softenings = [front?.softening, plus === undefined ? undefined : ('plus' as const), behind?.softening].filter(
      (each) => each !== undefined,
    );
    const qualifiers = [front?.span, ...read.vague, plus, behind?.span]
      .filter((each) => each !== undefined)
      .sort((a, b) => a.start - b.start);
    return { ...boundOf(read, softenings, exact), qualifiers };
  }

  #plain(read: ReadNumeral): NumberMention {
    return {
      kind: 'number',
      span: { start: read.start, end: read.end },
      numeral: this.#numeralOf(read),
      ...this.#bounds(read, read.end, undefined, false),
    };
  }

  #percent(read: ReadNumeral, signStart: number, sign: string, plus: Span | undefined): PercentMention {
    const end = signStart + sign.length;
    let value = read;
    let unit: PercentMention['unit'] =
      sign === '%' ? '%' : sign === '‰' ? '‰' : sign.includes('千') ? '千分点' : '百分点';
    if (sign.startsWith('成')) {
      const tail = sign.slice(1).trim();
      const rest = tail === '' ? 0 : tail === '半' ? 5 : '一二三四五六七八九'.indexOf(tail) + 1;
      value = {
        ...read,
        value: read.value.times(10).plus(rest),
        ulp: tail === '' ? read.ulp.times(10) : ONE,
        spread: read.spread.times(10),
      };
      unit = '%';
    }
    return this.#percentMention(value, { start: read.start, end }, unit, plus);
  }

  #percentMention(read: ReadNumeral, span: Span, unit: PercentMention['unit'], plus?: Span): PercentMention {
    return {
      kind: 'percent',
      span,
      numeral: this.#numeralOf(read),
      ...this.#bounds({ ...read, start: span.start }, span.end, plus, false),
      unit,
    };
  }

  /** 八折, 七五折, 9.9折: the per cent of the price that is left. */
  #discount(read: ReadNumeral): PercentMention | undefined {
    const text = this.#text;
    if (text.charAt(read.end) !== '折' || read.value.gte(HUNDRED) || read.value.lte(ZERO)) return undefined;
    if (
      read.script === 'han' &&
      read.size !== 1 &&
      !read.positional &&
      !text.slice(read.start, read.end).includes('点')
    )
      return undefined;
    if (at(DISCOUNT, text, read.end) === null || text.charAt(read.start - 1) === '波') return undefined;
    const ten = read.value.lt(10) ? new Big(10) : ONE;
    const value = { ...read, value: read.value.times(ten), ulp: read.ulp.times(ten) };
    return this.#percentMention(value, { start: read.start, end: read.end + 1 }, '%');
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
      value = { ...read, value: read.value.plus(HALF), ulp: HALF };
      end = unitEnd + (text.charAt(unitEnd + 1) === '钟' ? 2 : 1);
    }
    const counted = unit.dimension === 'count' || unit.dimension === 'population';
    const exact =
      counted &&
      read.scale.eq(ONE) &&
      read.value.eq(read.value.round()) &&
      (read.script === 'arabic' || read.value.lt(HUNDRED));
    const bounds = this.#bounds(value, end, plus, exact);
    return {
      kind: 'quantity',
      span: { start: read.start, end },
      numeral: this.#numeralOf(value),
      ...bounds,
      unit,
      unitSpan: { start: unitStart, end: unitEnd },
      baseInterval:
        unit.factor === '1' || unit.factor === ''
          ? bounds.interval
          : scale(bounds.interval, this.#units.factorOf(unit)),
    };
  }

  /** 1小时20分, 六角五分, 3年6个月: the parts in ever smaller units make one quantity, in the smallest unit. */
  #parts(first: QuantityMention, unitEnd: number): QuantityMention {
    const text = this.#text;
    if (
      first.span.end !== unitEnd ||
      (first.bound !== '' && first.bound !== '≈' && first.qualifiers.some(({ start }) => start >= unitEnd))
    )
      return first;
    if (!MEASURES.has(first.unit.dimension)) return first;
    const start = unitEnd + (at(/[零又 ]/y, text, unitEnd) === null ? 0 : 1);
    if (kindOf(text.charCodeAt(start)) === NONE || kindOf(text.charCodeAt(start)) === POINT) return first;
    const read = readNumeral(text, start);
    if (read === undefined) return first;
    const isTime = first.unit.dimension === 'time';
    const unit =
      isTime && /^分(?!钟|之|散|[一-龥]{0,1}类)/.test(text.slice(read.end, read.end + 3))
        ? this.#units.named('分钟', read.end + 1)
        : this.#units.read(text, read.end);
    if (unit?.unit.dimension !== first.unit.dimension || unit.unit.baseUnit !== first.unit.baseUnit) return first;
    const [large, small] = [this.#units.factorOf(first.unit), this.#units.factorOf(unit.unit)];
    if (!small.lt(large) || !read.value.times(small).lt(large) || read.spread.gt(ZERO)) return first;
    const sum = first.numeral.value.times(large).div(small).plus(read.value);
    const whole = { ...read, start: first.span.start, value: sum, vague: [] };
    const joined = this.#quantity(whole, read.end, unit.end, unit.unit, undefined);
    return this.#parts(joined, unit.end);
  }

  /** 半小时, 半公里, 个半小时, 半折, 打对折; not 上半年, 一半, 多半. */
  #half(index: number): FigureMention | undefined {
    const text = this.#text;
    const before = text.charAt(index - 1);
    const begins = before === '个' && isEdge(text, index - 2) ? index - 1 : index;
    if (begins === index && /[上下前后多过大年天月时个一这那东南西北斤米里分亩吨元点]/.test(before)) return undefined;
    const read: ReadNumeral = {
      start: begins,
      end: index + 1,
      value: begins === index ? HALF : ONE.plus(HALF),
      ulp: HALF,
      script: 'han',
      spread: ZERO,
      vague: [],
      scale: ONE,
      positional: false,
      size: 1,
    };
    if (begins === index) {
      const discount = this.#discount({ ...read, value: read.value.times(10), ulp: ONE });
      if (discount !== undefined) return discount;
    }
    const unit = this.#units.read(text, index + 1);
    if (unit === undefined || unit.unit.dimension === 'money' || !MEASURES.has(unit.unit.dimension)) return undefined;
    return this.#quantity(read, index + 1, unit.end, unit.unit, undefined);
  }

  /** ¥500, $3.2亿: the sign of a currency before the number. */
  #symbol(read: ReadNumeral): QuantityMention | undefined {
    const name = SYMBOLS[this.#text.charAt(read.start - 1)];
    const unit = name === undefined ? undefined : this.#units.named(name, read.end);
    if (unit === undefined) return undefined;
    const start = read.start - 1;
    const made = this.#quantity({ ...read, start }, read.end, read.end, unit.unit, undefined);
    return { ...made, numeral: this.#numeralOf(read), unitSpan: { start, end: read.start } };
  }

  /** 百分之六十, 千分之二, 百万分之五, 百分百, 打对折. */
  #hanPercentAt(index: number): PercentMention | undefined {
    const text = this.#text;
    const head = at(PERCENT_HEAD, text, index);
    if (head === null) return this.#spokenPercentAt(index);
    const [whole, name = '', sign] = head;
    const denominator = readNumeral(text.slice(index, index + name.length), 0)?.value ?? LARGE_DENOMINATORS[name];
    const numeral = readNumeral(text, index + whole.length);
    if (denominator === undefined || numeral === undefined) return undefined;
    const read = this.#thousands(numeral, index) ?? numeral;
    const perMille = denominator.eq(1000);
    const share = perMille || denominator.eq(HUNDRED) ? ONE : HUNDRED.div(denominator);
    const value = {
      ...read,
      value: read.value.times(sign === undefined ? share : share.times(-1)),
      ulp: read.ulp.times(share),
      spread: read.spread.times(share),
    };
    return this.#percentMention(value, { start: index, end: read.end }, perMille ? '‰' : '%');
  }

  /** 百分百, and 百分三十 with 之 left out. */
  #spokenPercentAt(index: number): PercentMention | undefined {
    const text = this.#text;
    if (!text.startsWith('百分', index)) return undefined;
    const read = readNumeral(text, index + 2);
    if (read === undefined || read.value.gt(HUNDRED) || read.value.lt(10) || read.script !== 'han') return undefined;
    return this.#percentMention(read, { start: index, end: read.end }, '%');
  }

  #ordinal(numeral: ReadNumeral): OrdinalMention {
    const counter = this.#text.charAt(numeral.end);
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
    const joiner = at(JOINER, text, first.span.end)?.[0];
    if (joiner === undefined) return first;
    const start = first.span.end + joiner.length;
    if (!beginsNumeralAt(text, start)) return first;
    const read = readNumeral(text, start);
    const second =
      this.#hanPercentAt(start) ?? (read === undefined || read.end > limit ? undefined : this.#figure(read));
    if (second === undefined || second.span.start !== start) return first;
    // 从3万元到5万元 is a change; 从8500到3万元, with the unit printed once, a range.
    if (/[从由自]/.test(text.charAt(first.span.start - 1)) && /[至到]/.test(joiner))
      if (first.kind !== 'number' || second.kind === 'number') return first;
    const [from, to] = this.#shareUnit(first, second) ?? [];
    if (from === undefined || to === undefined) return first;
    // 6—0岁 is a range turned round, 5000—3人 none.
    if (to.numeral.value.gt(0) && from.numeral.value.gt(to.numeral.value.times(1000))) return first;
    return {
      kind: 'range',
      span: { start: first.span.start, end: second.span.end },
      from,
      to,
      unitTwice: from === first && to === second && first.kind !== 'number',
    };
  }

  /** Both ends of a range in one unit; undefined if the two can be no range. */
  #shareUnit(first: FigureMention, second: FigureMention): readonly [FigureMention, FigureMention] | undefined {
    if (first.kind === 'quantity')
      return second.kind === 'quantity' && second.unit.dimension === first.unit.dimension ? [first, second] : undefined;
    if (first.kind === 'percent') {
      if (second.kind === 'percent') return second.unit === first.unit ? [first, second] : undefined;
      // 百分之三到五: said once for both.
      const isHead = first.numeral.span.start > first.span.start;
      return isHead && second.kind === 'number' && second.numeral.script === 'han'
        ? [first, { ...second, kind: 'percent', unit: first.unit }]
        : undefined;
    }
    const read = readNumeral(this.#text, first.numeral.span.start);
    const other = readNumeral(this.#text, second.numeral.span.start);
    if (read === undefined) return undefined;
    // 9—16亿, 八百到九百亿: the multiplier is printed once. 三千到一万 are what they say.
    const isShared =
      other !== undefined && read.scale.eq(ONE) && other.scale.gt(ONE) && read.value.lt(other.value.div(other.scale));
    if (second.kind === 'number' && !isShared) return [first, second];
    const shared = isShared ? other.scale : ONE;
    const scaled = { ...read, value: first.numeral.value.times(shared), ulp: read.ulp.times(shared) };
    const span = { start: first.span.start, end: first.span.end };
    if (second.kind === 'number') return [{ ...this.#plain(scaled), span }, second];
    if (second.kind === 'percent') return [this.#percentMention(scaled, span, second.unit), second];
    const made = this.#quantity(scaled, first.span.end, first.span.end, second.unit, undefined);
    return [{ ...made, span, unitSpan: second.unitSpan }, second];
  }

  /** 8.3∶41.4∶50.3; with a plain colon only where it can be no time of day. */
  #ratioAt(index: number): RatioMention | undefined {
    const text = this.#text;
    if (/[\d.:∶]/.test(text.charAt(index - 1))) return undefined;
    const match = at(RATIO, text, index);
    if (match === null) return undefined;
    const pieces = [...match[0].matchAll(/\d+(?:\.\d+)?/g)];
    if (
      pieces.length === 2 &&
      !match[0].includes('∶') &&
      !match[0].includes('.') &&
      !/(?:比|比例|结构)[^，。]{0,8}$/.test(text.slice(Math.max(0, index - 12), index))
    )
      return undefined;
    const parts = pieces.map(({ 0: piece, index: from }): Numeral => {
      const decimals = piece.includes('.') ? piece.length - piece.indexOf('.') - 1 : 0;
      return {
        span: { start: index + from, end: index + from + piece.length },
        value: new Big(piece),
        ulp: new Big(10).pow(-decimals),
        script: 'arabic',
      };
    });
    return { kind: 'ratio', span: { start: index, end: index + match[0].length }, parts };
  }
}

const LARGE_DENOMINATORS: Readonly<Record<string, Big>> = {
  万: new Big('1e4'),
  亿: new Big('1e8'),
  万万: new Big('1e8'),
};

/** A digit, comma or point. */
function isDigitOrMark(code: number): boolean {
  return (code >= 48 && code <= 57) || code === 44 || code === 46;
}

/** True if nothing stands at `index`, or the end of a line or of a sentence does. */
function isEdge(text: string, index: number): boolean {
  const char = text.charAt(index);
  return char === '' || char === '\n' || char === '。';
}
