import Big from 'big.js';

/** A numeral read at one place of a folded text. Offsets are of that text. */
export interface ReadNumeral {
  readonly start: number;
  readonly end: number;
  readonly value: Big;
  /** One unit of the last printed digit. */
  readonly ulp: Big;
  readonly script: 'arabic' | 'han' | 'mixed';
  /** Numerator and denominator of 三分之一, 1/3. */
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

const HAN_DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  '○': 0,
  O: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
  兩: 2,
  貳: 2,
  參: 3,
  陸: 6,
};
const SMALL: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const LARGE: Readonly<Record<string, string>> = { 万: '1e4', 萬: '1e4', 亿: '1e8', 億: '1e8' };
const BIG_WAN = new Big('1e4');
const BIG_YI = new Big('1e8');

/** 廿, 卅: twenty and thirty in one character. */
const TENS: Readonly<Record<string, number>> = { 廿: 20, 卅: 30 };

/** Units that begin with a character which is also a multiplier: 5千瓦 is five kilowatts, not five thousand watts. */
const UNIT_AT =
  /(?:[千兆百]?(?:瓦|米|克|伏|焦|帕|赫|卡)|千字|[百千万]分[点之]|兆[^\d零一二三四五六七八九十]|百年|千年|万年|百姓|百货)/y;

/** Grouped by commas or by thin or unbreakable spaces (GB/T 15835—2011, 5.1.1), or not at all. */
const ARABIC = /\d{1,3}(?:(?:,\d{3})+|(?:[\u2009\u202f\xa0]\d{3})+)(?![\d])(?:\.\d+)?|\d+(?:\.\d+)?/y;

/** True for a character a numeral may begin with. */
export function beginsNumeral(char: string): boolean {
  return (
    (char >= '0' && char <= '9') ||
    (HAN_DIGITS[char] !== undefined && char !== 'O') ||
    SMALL[char] !== undefined ||
    LARGE[char] !== undefined ||
    TENS[char] !== undefined ||
    char === '几' ||
    char === '数'
  );
}

function startsUnit(text: string, at: number): boolean {
  UNIT_AT.lastIndex = at;
  const found = UNIT_AT.exec(text)?.[0];
  return found !== undefined && (found.length > 1 || !(text.charAt(at) in SMALL));
}

/** 10 to the power of the place of the last non-zero digit of a whole number; 1 for zero and for fractions. */
export function lastPlace(value: Big): Big {
  if (value.eq(ZERO)) return ONE;
  const digits = value.abs().toFixed();
  const point = digits.indexOf('.');
  if (point >= 0) return TEN.pow(-(digits.length - point - 1));
  const zeros = /0*$/.exec(digits)?.[0].length ?? 0;
  return TEN.pow(zeros);
}

/** Reads the fraction behind 百分之, 三分之, or undefined. */
function readDenominator(text: string, at: number): { end: number; value: Big } | undefined {
  const match = /^\s{0,2}分\s{0,2}之\s{0,2}/.exec(text.slice(at, at + 9));
  return match === null ? undefined : { end: at + match[0].length, value: ONE };
}

/**
 * Reads the longest numeral that begins at `at`: Arabic with separators and decimals, Chinese with multipliers, mixed
 * (3万4000, 1.79万亿, 十几万, 500多亿, 两万五), digit by digit (二〇二二), and fractions (三分之一). Signs, 第 and 百分之 belong
 * to the caller. Undefined if none begins there.
 */
export function readNumeral(text: string, at: number): ReadNumeral | undefined {
  const plain = readWhole(text, at);
  if (plain === undefined || plain.positional) return plain;
  const bar = readDenominator(text, plain.end);
  if (bar !== undefined && !plain.value.eq(ZERO)) {
    const upper = readWhole(text, bar.end);
    if (upper !== undefined) return fraction(plain, upper, upper.end);
  }
  if (
    plain.script === 'arabic' &&
    text.charAt(plain.end) === '/' &&
    /^\d{1,3}(?![\d/.年月])/.test(text.slice(plain.end + 1, plain.end + 6))
  ) {
    const lower = readWhole(text, plain.end + 1);
    if (
      lower !== undefined &&
      lower.value.gt(plain.value) &&
      plain.value.lt(100) &&
      lower.script === 'arabic' &&
      lower.value.eq(lower.value.round()) &&
      !/[/\d]/.test(text.charAt(plain.start - 1))
    )
      return fraction(lower, plain, lower.end, plain.start);
  }
  return plain;
}

function fraction(
  denominator: ReadNumeral,
  numerator: ReadNumeral,
  end: number,
  start = denominator.start,
): ReadNumeral {
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
    size: end - start,
  };
}

/** The running state of a numeral read from left to right. */
class Builder {
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
    return this.total.plus(this.section).plus(this.current ?? ZERO);
  }

  small(multiplier: number): void {
    const factor = new Big(multiplier);
    this.section = this.section.plus((this.current ?? ONE).times(factor));
    this.ulp = this.current === undefined ? factor : this.ulp.times(factor);
    this.spread = this.current === undefined && this.spread.eq(ZERO) ? ZERO : this.spread.times(factor);
    this.current = undefined;
    this.lastMultiplier = multiplier;
    this.zeroBefore = false;
  }

  large(factor: Big): void {
    const below = this.section.plus(this.current ?? ZERO);
    const isYi = factor.eq(BIG_YI);
    if (isYi) this.total = this.total.plus(below).eq(ZERO) ? factor : this.total.plus(below).times(factor);
    else this.total = this.total.plus((below.eq(ZERO) ? ONE : below).times(factor));
    this.ulp = this.ulp.times(factor);
    this.spread = this.spread.times(factor);
    this.scale = isYi && this.scale.eq(BIG_WAN) && below.eq(ZERO) ? this.scale.times(factor) : factor;
    this.section = ZERO;
    this.current = undefined;
    this.lastMultiplier = isYi ? 1e8 : 1e4;
    this.zeroBefore = false;
  }
}

function readWhole(text: string, start: number): ReadNumeral | undefined {
  const b = new Builder();
  let at = start;
  let end = start;
  let positional = false;
  let size = 0;
  for (;;) {
    const char = text.charAt(at);
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) {
      if (b.current !== undefined) break;
      ARABIC.lastIndex = at;
      const printed = ARABIC.exec(text)?.[0] ?? char;
      if (b.arabic && b.lastMultiplier === 1) break;
      const digits = printed.replace(/[^\d.]/g, '');
      b.current = new Big(digits);
      const decimals = digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0;
      b.ulp = TEN.pow(-decimals);
      b.spread = ZERO;
      b.arabic = true;
      at += printed.length;
      size += printed.length;
      end = at;
      // 7 万5 千4 百: one space between digits and multiplier is layout.
      if (text.charAt(at) === ' ' && text.charAt(at + 1) in LARGE) at++;
      continue;
    }
    const digit = char === 'O' ? undefined : HAN_DIGITS[char];
    if (digit !== undefined) {
      if (b.arabic && b.current !== undefined) break;
      const run = readDigits(text, at);
      if (run.length >= 2 && b.current === undefined && !(digit === 0 && b.value.gt(ZERO))) {
        const pair = approximatePair(run, text.charAt(at + run.length));
        if (pair !== undefined) {
          b.current = new Big(pair[0]);
          b.spread = new Big(pair[1] - pair[0]);
          b.ulp = ONE;
          b.han = true;
          at += 2;
          size += 2;
          end = at;
          continue;
        }
        if (b.value.eq(ZERO)) {
          b.current = new Big([...run].map((each) => HAN_DIGITS[each] ?? 0).join(''));
          b.ulp = ONE;
          b.han = true;
          positional = run.length >= 2;
          at += run.length;
          size += run.length;
          end = at;
          if (!(text.charAt(at) in LARGE)) break;
          continue;
        }
      }
      if (digit === 0) {
        if (b.value.eq(ZERO) && b.current === undefined) b.current = ZERO;
        else if (
          HAN_DIGITS[text.charAt(at + 1)] === undefined &&
          !(text.charAt(at + 1) in SMALL) &&
          !/\d/.test(text.charAt(at + 1))
        )
          break;
        b.zeroBefore = true;
        b.han = true;
        at++;
        size++;
        if (b.value.eq(ZERO)) end = at;
        if (b.current?.eq(ZERO) && !/^点[零〇一二三四五六七八九]/.test(text.slice(at, at + 2))) break;
        continue;
      }
      if (b.current !== undefined) break;
      const zeroBefore = b.zeroBefore;
      b.current = new Big(digit);
      b.ulp = ONE;
      b.spread = ZERO;
      b.han = true;
      at++;
      size++;
      end = at;
      const next = text.charAt(at);
      const followed = next in SMALL || next in LARGE || HAN_DIGITS[next] !== undefined;
      // 两万五, 一千二: the last digit takes the place below the last multiplier.
      if (!followed && !zeroBefore && b.lastMultiplier > 10 && next !== '点') {
        const place = new Big(b.lastMultiplier).div(TEN);
        b.current = b.current.times(place);
        b.ulp = place;
      }
      continue;
    }
    if (char in TENS) {
      if (b.current !== undefined || !b.value.eq(ZERO)) break;
      b.section = new Big(TENS[char] ?? 0);
      b.lastMultiplier = 10;
      b.ulp = TEN;
      b.han = true;
      at++;
      size++;
      end = at;
      continue;
    }
    const small = SMALL[char];
    if (small !== undefined) {
      if (startsUnit(text, at) && (b.current !== undefined || b.value.gt(ZERO))) break;
      if (b.current === undefined && small !== 10 && b.value.gt(ZERO) && !b.zeroBefore && b.spread.eq(ZERO)) break;
      if (b.current === undefined && b.value.gt(ZERO) && b.lastMultiplier <= small) break;
      b.small(small);
      if (!b.arabic) b.han = true;
      at++;
      size++;
      end = at;
      continue;
    }
    const large = LARGE[char];
    if (large !== undefined) {
      if (startsUnit(text, at)) break;
      // 万一, 万众, 万物: without digits before, only 万亿 and 亿万 are numerals.
      if (b.value.eq(ZERO) && !(text.charAt(at + 1) in LARGE)) break;
      b.large(large === '1e4' ? BIG_WAN : BIG_YI);
      if (!b.arabic) b.han = true;
      at++;
      size++;
      end = at;
      if (text.charAt(at) === ' ' && /[\d]/.test(text.charAt(at + 1)) && b.arabic) at++;
      continue;
    }
    if (char === '点' && b.current !== undefined && !b.arabic && HAN_DIGITS[text.charAt(at + 1)] !== undefined) {
      const digits = readDigits(text, at + 1);
      const following = text.charAt(at + 1 + digits.length);
      if (digits.length === 1 && /[半钟分刻]/.test(following)) break;
      const decimals = [...digits].map((each) => HAN_DIGITS[each] ?? 0).join('');
      b.section = b.section.plus(b.current).plus(new Big(`0.${decimals}`));
      b.current = undefined;
      b.ulp = TEN.pow(-decimals.length);
      at += 1 + digits.length;
      size += 1 + digits.length;
      end = at;
      if (!(text.charAt(at) in LARGE)) break;
      continue;
    }
    if (char === '几' || (char === '数' && b.value.eq(ZERO))) {
      const next = text.charAt(at + 1);
      const leads = next in SMALL || next in LARGE;
      if (b.value.eq(ZERO) && b.current === undefined) {
        // 几十, 数百万: between one and ten times the multiplier.
        if (!leads || /^[几数](?:百|千|万|十)(?:字化|据|分)/.test(text.slice(at, at + 4))) break;
        b.current = ONE;
        b.spread = new Big(9);
        b.ulp = ONE;
      } else {
        if (b.current !== undefined || b.lastMultiplier === 1) break;
        // 十几, 三十几, 一百几十: the place below is open.
        b.spread = new Big(b.lastMultiplier);
      }
      b.vague.push({ start: at, end: at + 1 });
      b.han = true;
      at++;
      size++;
      end = at;
      continue;
    }
    if ((char === '多' || char === '余' || char === '来') && b.value.gt(ZERO) && b.spread.eq(ZERO)) {
      const next = text.charAt(at + 1);
      if (!(next in LARGE) || startsUnit(text, at + 1)) break;
      b.spread = lastPlace(b.section.plus(b.current ?? ZERO).eq(ZERO) ? b.value : b.section.plus(b.current ?? ZERO));
      b.vague.push({ start: at, end: at + 1 });
      at++;
      end = at;
      continue;
    }
    break;
  }
  if (end === start) return undefined;
  // A vague 数 or 几 that leads nowhere, or a bare multiplier 万 and 亿, is a word.
  const printed = text.slice(start, end);
  if (/^[几数万萬亿億]$/.test(printed)) return undefined;
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

/** The run of Chinese digits at `at`. */
function readDigits(text: string, at: number): string {
  let end = at;
  while (HAN_DIGITS[text.charAt(end)] !== undefined && text.charAt(end) !== 'O') end++;
  return text.slice(at, end);
}

/** 三四天, 七八百, 三五年: two neighbouring digits that stand for an approximate number. */
function approximatePair(run: string, next: string): readonly [number, number] | undefined {
  if (run.length !== 2) return undefined;
  const low = HAN_DIGITS[run.charAt(0)] ?? 0;
  const high = HAN_DIGITS[run.charAt(1)] ?? 0;
  const neighbours = high === low + 1 || (low === 3 && high === 5);
  if (low === 0 || !neighbours) return undefined;
  return next in SMALL || next in LARGE || /[个天年月日人名岁家次倍成元块里米件项种公小分位]/.test(next)
    ? [low, high]
    : undefined;
}
