import Big from 'big.js';
import { ARABIC, DIGIT, kindOf, LARGE, NONE, POINT, SMALL, TENS, VAGUE, valueOf } from './digits.js';

/** A numeral read at one place of a folded text. Offsets are of that text. */
export interface ReadNumeral {
  readonly start: number;
  readonly end: number;
  readonly value: Big;
  /** One unit of the last printed digit. */
  readonly ulp: Big;
  readonly script: 'arabic' | 'han' | 'mixed';
  /** Numerator and denominator of 三分之一, 1/3, 二又三分之一. */
  readonly fraction?: readonly [Big, Big];
  /** 十几, 三四百, 500多: the value lies between `value` and `value + spread`. Zero if the numeral is plain. */
  readonly spread: Big;
  /** The words 几, 多, 余, 来, 数 inside it. */
  readonly vague: readonly { readonly start: number; readonly end: number }[];
  /** 万, 亿 or 万亿 as the last printed multiplier, 1 for none: what a range's first number may share. */
  readonly scale: Big;
  /** Printed digit by digit (二〇二二), as years and serials are. */
  readonly positional: boolean;
  /** Number of characters that are digits or multipliers. */
  readonly size: number;
}

const ZERO = new Big(0);
const ONE = new Big(1);
const TEN = new Big(10);
const WAN = new Big('1e4');
const YI = new Big('1e8');
const POWERS = Array.from({ length: 24 }, (_, i) => new Big(`1e${i}`));
const DECIMALS = Array.from({ length: 24 }, (_, i) => new Big(`1e-${i}`));

/**
 * Digits, grouped by commas (half width, or 82，225 in full) or by thin or unbreakable spaces (GB/T 15835—2011, 5.1.1) or not at all,
 * and decimals; a fraction may lack its zero.
 */
const PRINTED = /\d{1,3}(?:(?:[,，]\d{3})+|(?:[\u2009\u202f\xa0]\d{3})+)(?![\d])(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+/y;

/** Words that begin with a multiplier and are no part of the number before them: 5千瓦 is five kilowatts, 3百分点. */
const WORD_AT = /(?:千(?:瓦|米|克|伏|焦|帕|赫|卡)|[百千]\s?分点|百姓|百货|百色)/y;

/** A multiplier, or a word of vagueness and a multiplier, behind spaces. */
const SPACED = / {1,3}(?:([多余几来]) {0,3})?([十拾百佰千仟万亿])/y;
/** 点 and a digit behind it, with spaces that only set the characters apart. */
const POINT_WORD = / {0,3}[点點] {0,3}(?=[\d零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖])/y;
/** Digits as they stand behind 点. */
const HAN_DECIMALS = /[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖]+|\d+/y;
const BAR = / {0,3}分 {0,3}之 {0,3}([负-] {0,2})?/y;
const AND = / {0,3}又 {0,3}/y;
/** ×10^-6, ×10⁸, e-6: scientific notation behind digits. */
const EXPONENT = /(?:[eE]([+-]?\d{1,2})|\s?[×xX*]\s?10(?:\^([+-]?\d{1,2})|([⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})))(?![\w.])/y;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function at(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}

/** True for a character a numeral may begin with. */
export function beginsNumeral(char: string): boolean {
  return beginsNumeralAt(char, 0);
}

/** True if a numeral may begin at `index`. The point of .46 counts where digits follow it and none precede. */
export function beginsNumeralAt(text: string, index: number): boolean {
  const kind = kindOf(text.charCodeAt(index));
  if (kind !== POINT) return kind !== NONE;
  return (
    kindOf(text.charCodeAt(index + 1)) === ARABIC &&
    !/[\w.)）]/.test(text.charAt(index - 1)) &&
    !/\d $/.test(text.slice(Math.max(0, index - 2), index))
  );
}

/** The value of the place of the last non-zero digit of a whole number (500 -> 100), of the last decimal of others (0.25 -> 0.01); 1 for zero. */
export function lastPlace(value: Big): Big {
  if (value.eq(ZERO)) return ONE;
  const digits = value.abs().toFixed();
  const point = digits.indexOf('.');
  if (point >= 0) return decimalPlace(digits.length - point - 1);
  let zeros = 0;
  while (digits.charAt(digits.length - 1 - zeros) === '0') zeros++;
  return POWERS[zeros] ?? TEN.pow(zeros);
}

function decimalPlace(decimals: number): Big {
  return DECIMALS[decimals] ?? TEN.pow(-decimals);
}

/**
 * Reads the longest numeral that begins at `start`: Arabic with separators and decimals, Chinese with multipliers, mixed
 * (3万4000, 1.79万亿, 十几万, 500多亿, 两万五), digit by digit (二〇二二), fractions (三分之一, 1/3, 二又三分之一) and scientific
 * notation (1.2×10⁵). Single spaces that only set the characters apart (三 百 五) are read over. Signs, 第 and 百分之 belong to
 * the caller. Undefined if none begins there.
 */
export function readNumeral(text: string, start: number): ReadNumeral | undefined {
  const whole = readWhole(text, start);
  if (whole === undefined) return undefined;
  if (whole.script === 'arabic' && whole.scale === ONE) {
    const printed = slashed(text, whole) ?? powered(text, whole);
    if (printed !== undefined) return printed;
  }
  const next = text.charCodeAt(whole.end);
  // 分, 又 or spaces before them: most numerals end here.
  if (next !== 0x5206 && next !== 0x53c8 && next !== 0x20) return whole;
  const parts = fractionBehind(text, whole);
  if (parts !== undefined) return parts;
  const and = at(AND, text, whole.end);
  if (and === null || !isWhole(whole.value)) return whole;
  const denominator = readWhole(text, whole.end + and[0].length);
  const rest = denominator === undefined ? undefined : fractionBehind(text, denominator);
  if (rest?.fraction === undefined) return whole;
  return mixedFraction(whole, rest);
}

function isWhole(value: Big): boolean {
  return value.eq(value.round());
}

/** 三分之一 where `denominator` is 三. */
function fractionBehind(text: string, denominator: ReadNumeral): ReadNumeral | undefined {
  const bar = at(BAR, text, denominator.end);
  if (bar === null || denominator.value.eq(ZERO)) return undefined;
  const upper = readWhole(text, denominator.end + bar[0].length);
  if (upper === undefined) return undefined;
  const numerator = bar[1] === undefined ? upper : { ...upper, value: upper.value.times(-1) };
  return fraction(denominator, numerator, denominator.start, upper.end);
}

/** 1/3, and 1 3/5 with the whole number before it. A fraction above one only with a sign: 24/7 and 9/11 are names. */
function slashed(text: string, first: ReadNumeral): ReadNumeral | undefined {
  const slash = text.charAt(first.end);
  if (slash === ' ' && isWhole(first.value) && first.size <= 3) {
    const part = /^ (\d{1,2})\/(\d{1,2})(?![\d/.年月万亿])/.exec(text.slice(first.end, first.end + 8));
    if (part?.[1] === undefined || part[2] === undefined || Number(part[1]) >= Number(part[2])) return undefined;
    const end = first.end + part[0].length;
    return mixedFraction(first, fraction(plain(part[2], first), plain(part[1], first), first.end + 1, end));
  }
  if (slash !== '/' || /[/\d]/.test(text.charAt(first.start - 1)) || !first.value.lt(100)) return undefined;
  const match = /^\d{1,3}(?![\d/.,年月万亿])/.exec(text.slice(first.end + 1, first.end + 6));
  if (match === null) return undefined;
  const lower = plain(match[0], first);
  const signed = /[-−负負]/.test(text.charAt(first.start - 1));
  if (lower.value.eq(ZERO) || (!signed && !lower.value.gt(first.value))) return undefined;
  return fraction(lower, first, first.start, first.end + 1 + match[0].length);
}

function plain(digits: string, like: ReadNumeral): ReadNumeral {
  return { ...like, value: new Big(digits) };
}

function fraction(denominator: ReadNumeral, numerator: ReadNumeral, start: number, end: number): ReadNumeral {
  return {
    ...denominator,
    start,
    end,
    value: numerator.value.div(denominator.value),
    ulp: ZERO,
    spread: ZERO,
    vague: [],
    scale: ONE,
    script: numerator.script === denominator.script ? numerator.script : 'mixed',
    fraction: [numerator.value, denominator.value],
    positional: false,
    size: end - start,
  };
}

function mixedFraction(whole: ReadNumeral, part: ReadNumeral): ReadNumeral {
  const [upper, lower] = part.fraction ?? [ZERO, ONE];
  const joined = fraction(
    { ...part, value: lower },
    { ...part, value: whole.value.times(lower).plus(upper) },
    whole.start,
    part.end,
  );
  return { ...joined, script: whole.script === part.script ? whole.script : 'mixed' };
}

/** 1.2×10⁵, 2.5e-3, 2^10. An exponent behind e needs a point or a sign, so that no model number is taken for one. */
function powered(text: string, base: ReadNumeral): ReadNumeral | undefined {
  const next = text.charAt(base.end);
  if (next === '' || !'eE ×xX*^'.includes(next)) return undefined;
  const raised = next === '^' ? /^\^\+?(\d{1,2})(?!\d)/.exec(text.slice(base.end, base.end + 5)) : null;
  if (raised !== null) return { ...base, end: base.end + raised[0].length, value: base.value.pow(Number(raised[1])) };
  const match = at(EXPONENT, text, base.end);
  if (match === null) return undefined;
  const [, letter, caret, superscript] = match;
  if (letter !== undefined && isWhole(base.value) && !/^[+-]/.test(letter)) return undefined;
  const exponent =
    superscript === undefined
      ? Number(letter ?? caret)
      : Number(
          [...superscript]
            .map((each) => (each === '⁻' ? '-' : each === '⁺' ? '+' : SUPERSCRIPTS.indexOf(each)))
            .join(''),
        );
  const power = exponent < 0 ? decimalPlace(-exponent) : (POWERS[exponent] ?? TEN.pow(exponent));
  return {
    ...base,
    end: base.end + match[0].length,
    value: base.value.times(power),
    ulp: base.ulp.times(power),
    scale: power,
  };
}

/** The running state of a numeral read from left to right. */
class Builder {
  /** What stands before 兆. */
  high = ZERO;
  total = ZERO;
  section = ZERO;
  current: Big | undefined;
  ulp = ONE;
  spread = ZERO;
  scale = ONE;
  lastMultiplier = 1;
  zeroBefore = false;
  arabic = false;
  han = false;
  vague: { start: number; end: number }[] = [];

  get value(): Big {
    return this.high
      .plus(this.total)
      .plus(this.section)
      .plus(this.current ?? ZERO);
  }

  get isEmpty(): boolean {
    return this.current === undefined && this.section.eq(ZERO) && this.total.eq(ZERO);
  }

  get isZero(): boolean {
    return this.value.eq(ZERO);
  }

  small(multiplier: number): void {
    const factor = new Big(multiplier);
    this.section = this.section.plus((this.current ?? ONE).times(factor));
    this.ulp = this.current === undefined ? factor : this.ulp.times(factor);
    this.spread = this.spread.times(factor);
    this.current = undefined;
    this.lastMultiplier = multiplier;
    this.zeroBefore = false;
  }

  large(factor: Big): void {
    const below = this.section.plus(this.current ?? ZERO);
    const isYi = factor.eq(YI);
    const all = this.total.plus(below);
    // 万亿, 万万 multiply what stands before; 一亿三千万 adds.
    if (isYi || (below.eq(ZERO) && !this.total.eq(ZERO))) this.total = all.eq(ZERO) ? factor : all.times(factor);
    else this.total = this.total.plus((below.eq(ZERO) ? ONE : below).times(factor));
    this.ulp = this.ulp.times(factor);
    this.spread = this.spread.times(factor);
    this.scale = isYi && this.scale.eq(WAN) && below.eq(ZERO) ? this.scale.times(factor) : factor;
    this.section = ZERO;
    this.current = undefined;
    this.lastMultiplier = isYi ? 1e8 : 1e4;
    this.zeroBefore = false;
  }
}

/** Digits as printed, and behind them 万, 亿 or 万亿 at most: how nearly all figures look. Undefined for anything longer. */
function readArabic(text: string, start: number): ReadNumeral | undefined {
  const printed = at(PRINTED, text, start)?.[0];
  if (printed === undefined) return undefined;
  let end = start + printed.length;
  let scale = ONE;
  let size = printed.length;
  const first = text.charCodeAt(end);
  if (kindOf(first) === LARGE) {
    const second = text.charCodeAt(end + 1);
    const isPair = valueOf(first) === 1e4 && kindOf(second) === LARGE && valueOf(second) === 1e8;
    if (at(WORD_AT, text, end) !== null) return undefined;
    scale = isPair ? (POWERS[12] ?? ONE) : valueOf(first) === 1e4 ? WAN : YI;
    end += isPair ? 2 : 1;
    size += isPair ? 2 : 1;
  }
  const next = text.charCodeAt(end);
  // 3万4000, 5百, 500多亿, 7 万: the long way.
  if (kindOf(next) !== NONE && kindOf(next) !== POINT) return undefined;
  if (next === 0x591a || next === 0x4f59 || next === 0x6765 || next === 0x20 || next === 0x5146) return undefined;
  const digits = printed.length > 4 ? printed.replace(/[^\d.]/g, '') : printed;
  const point = digits.indexOf('.');
  const place = point < 0 ? ONE : decimalPlace(digits.length - point - 1);
  const value = new Big(point === 0 ? `0${digits}` : digits);
  return {
    start,
    end,
    value: scale === ONE ? value : value.times(scale),
    ulp: scale === ONE ? place : place.times(scale),
    script: 'arabic',
    spread: ZERO,
    vague: [],
    scale,
    positional: false,
    size,
  };
}

/** How many of the characters at `index` are spaces before a multiplier that goes on with the numeral. */
function spacesWithin(text: string, index: number, b: Builder): number {
  const match = at(SPACED, text, index);
  if (match !== null) {
    const isLarge = match[2] === '万' || match[2] === '亿';
    // 12 百货 and 5 千瓦 are no numerals; 7 万5 千4 百 is one once a multiplier stands before.
    if (!isLarge && b.arabic && b.lastMultiplier === 1) return 0;
    if (match[1] !== undefined && !isLarge) return 0;
    return spaces(text, index);
  }
  const gap = spaces(text, index);
  const kind = kindOf(text.charCodeAt(index + gap));
  if (b.current !== undefined || b.lastMultiplier === 1) return 0;
  // 一百 五 十 二, 三 百 五: the digit goes on only where a multiplier follows or the numeral ends.
  if (kind === DIGIT && !b.arabic)
    return /^.(?: {0,3}[十拾百佰千仟万亿]|[^\u4e00-\u9fff]|[点又分]|$)/.test(text.slice(index + gap, index + gap + 5))
      ? gap
      : 0;
  if (kind === ARABIC && b.arabic)
    return /^\d{1,4} {0,3}[百千万]/.test(text.slice(index + gap, index + gap + 8)) ? gap : 0;
  return 0;
}

function spaces(text: string, index: number): number {
  let end = index;
  while (text.charCodeAt(end) === 0x20 && end - index < 4) end++;
  return end - index;
}

function isWordAt(text: string, index: number): boolean {
  return at(WORD_AT, text, index) !== null;
}

function readWhole(text: string, start: number): ReadNumeral | undefined {
  const first = kindOf(text.charCodeAt(start));
  if (first === NONE) return undefined;
  if (first === ARABIC || first === POINT) {
    const read = readArabic(text, start);
    if (read !== undefined) return read;
  }
  const b = new Builder();
  let index = start;
  let end = start;
  let positional = false;
  let size = 0;
  const take = (length: number, counted = length): void => {
    index += length;
    size += counted;
    end = index;
  };
  for (;;) {
    const code = text.charCodeAt(index);
    const kind = kindOf(code);
    if (kind === ARABIC || (kind === POINT && index === start)) {
      if (b.current !== undefined || (b.arabic && b.lastMultiplier === 1)) break;
      const printed = at(PRINTED, text, index)?.[0] ?? text.charAt(index);
      const digits = printed.replace(/[^\d.]/g, '');
      b.current = new Big(digits.startsWith('.') ? `0${digits}` : digits);
      b.ulp = digits.includes('.') ? decimalPlace(digits.length - digits.indexOf('.') - 1) : ONE;
      b.spread = ZERO;
      b.arabic = true;
      take(printed.length);
      continue;
    }
    if (kind === DIGIT) {
      if (b.current !== undefined && !b.current.eq(ZERO)) break;
      if (b.arabic && b.current !== undefined) break;
      const digit = valueOf(code);
      const run = digitsAt(text, index);
      if (run.length >= 2 && b.current === undefined && !(digit === 0 && !b.isEmpty)) {
        const pair = approximatePair(run, text, index + run.length);
        if (pair !== undefined) {
          b.current = new Big(pair[0]);
          b.spread = new Big(pair[1] - pair[0]);
          b.ulp = ONE;
          b.han = true;
          take(2);
          continue;
        }
        if (b.isEmpty) {
          b.current = new Big(printedDigits(run));
          b.ulp = ONE;
          b.han = true;
          positional = true;
          take(run.length);
          if (kindOf(text.charCodeAt(index)) === LARGE) {
            positional = false;
            continue;
          }
          if (readDecimals(text, index, b, take)) positional = false;
          break;
        }
      }
      if (digit === 0) {
        const next = kindOf(text.charCodeAt(index + 1));
        if (b.isEmpty) b.current = ZERO;
        else if (next !== DIGIT && next !== SMALL && next !== ARABIC && next !== VAGUE) break;
        b.zeroBefore = true;
        b.han = true;
        index++;
        size++;
        if (b.isZero) end = index;
        if (b.current?.eq(ZERO) === true) {
          readDecimals(text, index, b, take);
          if (kindOf(text.charCodeAt(index)) !== LARGE) break;
        }
        continue;
      }
      if (b.current !== undefined) break;
      // 七亿两: behind a multiplier 两 is the unit, unless it goes on (七亿两千万).
      if (text.charAt(index) === '两' && !b.isEmpty && !isMultiplier(text, index + 1)) break;
      const zeroBefore = b.zeroBefore;
      b.current = new Big(digit);
      b.ulp = ONE;
      b.spread = ZERO;
      b.han = true;
      take(1);
      const next = kindOf(text.charCodeAt(index));
      const followed = next === SMALL || next === LARGE || next === DIGIT || spacesBeforeMultiplier(text, index);
      // 两万五, 一千二: the last digit takes the place below the last multiplier.
      if (!followed && !zeroBefore && b.lastMultiplier > 10 && at(POINT_WORD, text, index) === null) {
        const place = new Big(b.lastMultiplier).div(TEN);
        b.current = b.current.times(place);
        b.ulp = place;
      }
      continue;
    }
    if (kind === TENS) {
      if (!b.isEmpty) break;
      b.section = new Big(valueOf(code));
      b.lastMultiplier = 10;
      b.ulp = TEN;
      b.han = true;
      take(1);
      continue;
    }
    if (kind === SMALL) {
      const small = valueOf(code);
      if (!b.isEmpty && isWordAt(text, index)) break;
      if (b.current === undefined && small !== 10 && !b.isEmpty && !b.zeroBefore && b.spread.eq(ZERO)) break;
      if (b.current === undefined && !b.isEmpty && b.lastMultiplier <= small) break;
      b.small(small);
      if (!b.arabic) b.han = true;
      take(1);
      continue;
    }
    if (kind === LARGE) {
      if (isWordAt(text, index)) break;
      // 万众, 亿万, 万万: without digits before, only 万亿 is a numeral.
      if (b.isZero && !text.startsWith('万亿', index)) break;
      b.large(valueOf(code) === 1e4 ? WAN : YI);
      if (!b.arabic) b.han = true;
      take(1);
      continue;
    }
    if (kind === VAGUE) {
      const next = kindOf(text.charCodeAt(index + 1));
      if (b.isEmpty) {
        // 几十, 数百万: between one and ten times the multiplier.
        if (
          (next !== SMALL && next !== LARGE) ||
          /^[几数](?:百|千|万|十)(?:字化|据|分)/.test(text.slice(index, index + 4))
        )
          break;
        b.current = ONE;
        b.spread = new Big(9);
        b.ulp = ONE;
      } else {
        if (text.charAt(index) === '数' || b.current !== undefined || b.lastMultiplier === 1) break;
        // 十几, 三十几, 一百几十: the place below is open; 一百零几: the ones.
        b.spread = b.zeroBefore ? TEN : new Big(b.lastMultiplier);
      }
      b.vague.push({ start: index, end: index + 1 });
      b.han = true;
      take(1);
      continue;
    }
    if (code === 0x20 && size > 0) {
      const gap = spacesWithin(text, index, b);
      if (gap > 0) {
        index += gap;
        continue;
      }
    }
    if (isMoreOrSo(code) && !b.isEmpty && b.spread.eq(ZERO)) {
      const gap = spaces(text, index + 1);
      if (kindOf(text.charCodeAt(index + 1 + gap)) !== LARGE || isWordAt(text, index + 1 + gap)) break;
      const below = b.section.plus(b.current ?? ZERO);
      b.spread = lastPlace(below.eq(ZERO) ? b.value : below);
      b.vague.push({ start: index, end: index + 1 });
      take(1 + gap, 0);
      continue;
    }
    // 四十九兆九千亿: 兆 as 万亿, only where 亿 follows.
    if (
      code === 0x5146 &&
      b.total.eq(ZERO) &&
      /^.[\d一二三四五六七八九十百千]{1,7}亿/.test(text.slice(index, index + 9))
    ) {
      b.high = b.value.times('1e12');
      b.section = ZERO;
      b.current = undefined;
      b.ulp = b.ulp.times('1e12');
      b.lastMultiplier = 1e12;
      take(1);
      continue;
    }
    if (!b.arabic && readDecimals(text, index, b, take)) {
      if (kindOf(text.charCodeAt(index)) === LARGE) continue;
    }
    break;
  }
  if (end === start) return undefined;
  // A vague 数 or 几 that leads nowhere, or a bare multiplier 万 and 亿, is a word.
  if (end === start + 1 && (first === VAGUE || first === LARGE)) return undefined;
  return {
    start,
    end,
    value: b.value,
    ulp: b.ulp,
    script: b.arabic ? (b.han ? 'mixed' : 'arabic') : 'han',
    spread: b.spread,
    vague: b.vague,
    scale: b.scale,
    positional,
    size,
  };
}

function isMultiplier(text: string, index: number): boolean {
  const kind = kindOf(text.charCodeAt(index));
  return kind === SMALL || kind === LARGE;
}

/** 多, 余, 来 and their traditional forms. */
function isMoreOrSo(code: number): boolean {
  return code === 0x591a || code === 0x4f59 || code === 0x6765 || code === 0x9918 || code === 0x4f86;
}

function spacesBeforeMultiplier(text: string, index: number): boolean {
  return text.charCodeAt(index) === 0x20 && at(SPACED, text, index) !== null;
}

/** Takes 点五 behind the whole number read so far. 八点三十 and 三点半 are times of day, 两点一线 is no fraction. */
function readDecimals(text: string, index: number, b: Builder, take: (length: number) => void): boolean {
  const code = text.charCodeAt(index);
  if ((code !== 0x70b9 && code !== 0x9ede && code !== 0x20) || b.spread.gt(ZERO)) return false;
  const point = at(POINT_WORD, text, index);
  if (point === null || (b.current === undefined && b.section.eq(ZERO) && b.total.eq(ZERO))) return false;
  const digits = at(HAN_DECIMALS, text, index + point[0].length)?.[0] ?? '';
  const behind = text.charAt(index + point[0].length + digits.length);
  if (digits.length === 1 && /[半钟分刻十拾]/.test(behind)) return false;
  if (digits === '一' && /[线滴]/.test(behind)) return false;
  b.section = b.section.plus(b.current ?? ZERO).plus(new Big(`0.${printedDigits(digits)}`));
  b.current = undefined;
  b.ulp = decimalPlace(digits.length);
  b.han = true;
  take(point[0].length + digits.length);
  return true;
}

/** The run of Chinese digits at `index`. */
function digitsAt(text: string, index: number): string {
  let end = index;
  while (kindOf(text.charCodeAt(end)) === DIGIT) end++;
  return text.slice(index, end);
}

function printedDigits(run: string): string {
  return Array.from(run, (each) => valueOf(each.charCodeAt(0))).join('');
}

const COUNTED = '个天年月日人名岁家次倍成元块里米件项种公小分位';

/** 三四天, 七八百, 三五年: two neighbouring digits that stand for an approximate number. */
function approximatePair(run: string, text: string, behind: number): readonly [number, number] | undefined {
  if (run.length !== 2) return undefined;
  const low = valueOf(run.charCodeAt(0));
  const high = valueOf(run.charCodeAt(1));
  if (low === 0 || (high !== low + 1 && !(low === 3 && high === 5))) return undefined;
  const next = text.charCodeAt(behind);
  const kind = kindOf(next);
  return kind === SMALL || kind === LARGE || (behind < text.length && COUNTED.includes(text.charAt(behind)))
    ? [low, high]
    : undefined;
}
