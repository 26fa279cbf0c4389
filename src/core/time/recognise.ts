import type { Article } from '../article.js';
import type { DateMention, PeriodMention } from '../mention.js';
import { simplified } from '../quantity/digits.js';
import type { Span } from '../text/span.js';
import { daysIn, isDate, iso, planYears, weekDays } from './calendar.js';

type TimeMention = DateMention | PeriodMention;

const YEAR = String.raw`(?:\d{4}|[〇零○一二三四五六七八九]{4})`;
const SHORT_YEAR = String.raw`(?:\d{2}|[〇零○一二三四五六七八九]{2})`;
const MONTH = String.raw`(?:\d{1,2}|十[一二三]?|[一二三四五六七八九]|元)`;
const DAY = String.raw`(?:\d{1,2}|[一二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])`;
const DASH = String.raw`\s?(?:[-–—－~～〜]{1,2}|至|到)\s?`;
const RELATIVE_YEAR = '(?:今年|去年|前年|明年|后年|本年度?|当年|上年|上一年|翌年|次年)';
/** Half years, quarters, ends: what may follow a year. */
const PART =
  '(?:年?初|年?底|年?末|年中|年?上半年|年?下半年|年?前半年|年?后半年|年?(?:第?[一二三四1234]|首)(?:季度|个季度)[初末]?|年?前(?:两|二|三|2|3)(?:个)?季度|年?[前首](?:\\d{1,2}|[一二两三四五六七八九十]{1,2})个?月|年?首月|年?(?:最后|后) ?(?:\\d{1,2}|[一二两三四五六七八九十]{1,2}) ?个?(?:月|季度)|年?春|年?夏|年?秋|年?冬)';
/** Weeks of a year or month: 第二周. */
const WEEK = String.raw`的?第 ?(\d{1,2}|[一二三四五六七八九十]{1,3}) ?个?(?:周(?![年岁])|星期(?![一二三四五六日天])|礼拜(?![一二三四五六日天]))`;
/** Thirds of a month. */
const MONTH_PART = String.raw`(上旬|中旬|下旬)`;
/** What joins two dates: 2020-05-26起至2020-05-29. */
const TO = String.raw`\s?起?(?:[-–—－~～〜]{1,2}|至|到)\s?`;

const patterns: Readonly<Record<string, RegExp>> = {
  isoDate: new RegExp(String.raw`(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?![\d./])`, 'y'),
  dayFirstDate: /(\d{1,2})([-/])(\d{1,2})\2(\d{4})(?![\d/.])/y,
  to: new RegExp(TO, 'y'),
  week: new RegExp(WEEK, 'y'),
  monthPart: new RegExp(MONTH_PART, 'y'),
  yearsBetween: new RegExp(String.raw`(${YEAR})\s?年[和与至到](${YEAR})\s?年(?:度)?之间`, 'y'),
  yearRange: new RegExp(
    String.raw`(${YEAR})\s?(年?)(?:度)?(?:${DASH}|/(?=\d{4}\s?(?:学年|财年|年度|赛季|榨季)))(${YEAR})\s?(?:年|学年|财年|财政年度)(?!第)`,
    'y',
  ),
  shortYearRange: new RegExp(String.raw`(${YEAR})\s?(?:年)?(?:${DASH})(\d{2})\s?年(?:(${MONTH})月)?`, 'y'),
  bareYearRange: new RegExp(String.raw`(${YEAR})(?:${DASH})(${YEAR})(?=\s?[)）]|(?!\d))`, 'y'),
  yearMonthRange: new RegExp(
    String.raw`(?:(${YEAR})\s?年|(${RELATIVE_YEAR}))\s?(${MONTH})月?份?${DASH}(${MONTH})月(?!\s?${DAY}[日号])份?`,
    'y',
  ),
  dayRange: new RegExp(
    String.raw`(?:(${YEAR})\s?年|(${RELATIVE_YEAR}))?(${MONTH})\s?月(${DAY})[日号]?(?:${DASH})(?:(${YEAR})\s?年)?(?:(${MONTH})\s?月)?(${DAY})[日号]`,
    'y',
  ),
  date: new RegExp(
    String.raw`(?:(${YEAR}|${SHORT_YEAR})\s?年|(${RELATIVE_YEAR}))\s?(${MONTH})\s?月(?:份|\s?(${DAY})\s?[日号])?(?![月])`,
    'y',
  ),
  part: new RegExp(String.raw`(?:(${YEAR})\s?年?|(${RELATIVE_YEAR}))(?:年?的?)?(${PART})`, 'y'),
  year: new RegExp(String.raw`(${YEAR})\s?(?:年(?:度|内|以来|间)?|(?=学年|财年))(?![轮级])`, 'y'),
  shortYear: new RegExp(
    String.raw`(0\d|[〇零][一二三四五六七八九]|[五六七八九][〇零一二三四五六七八九])年(?!代|级|龄|[来以]|间|后|前|内)`,
    'y',
  ),
  relative: new RegExp(
    String.raw`(${RELATIVE_YEAR})(?:以来)?|(本月|上月|上个月|下月|下个月|当月)(?:份)?(?:(${DAY})[日号])?`,
    'y',
  ),
  decade: new RegExp(
    String.raw`(?:(上个?世纪|本世纪|\d{2}世纪|[一二]?十[一二三四五六七八九]?世纪))(?:\s?(\d0|[一二三四五六七八九]十)年代)?(?:[初中末]期?|中叶)?|(\d0|[二三四五六七八九]十|\d{4})年代(?:[初中末]期?)?`,
    'y',
  ),
  quotedPlan: new RegExp(
    String.raw`“(十?[一二三四五六七八九]五|十五|[一二三四五六七八九]五)”(?:时期|期间|末期?|初期?|以来)?`,
    'y',
  ),
  plan: new RegExp(
    String.raw`(十[一二三四五六七八九]五)(?=时期|期间|末|初|以来|规划|计划|开局|收官|”|》|[^\d年月日])(?:时期|期间|末|初|以来)?|(九五|八五|七五|六五|十五)(?:时期|期间|计划)`,
    'y',
  ),
  longPlan: new RegExp(String.raw`第([一二三四五六七八九十]{1,3})个五年(?:规划|计划)(?:时期|期间|期)?`, 'y'),
  monthRange: new RegExp(String.raw`(${MONTH})月?(?:${DASH})(${MONTH})\s?月(?!\s?${DAY}[日号])份?`, 'y'),
  monthDay: new RegExp(String.raw`(${MONTH})\s?月\s?(${DAY})\s?[日号]`, 'y'),
  month: new RegExp(String.raw`(${MONTH})月(?:份|底|末|初|中旬|上旬|下旬|中)?(?![\d个])`, 'y'),
  day: new RegExp(String.raw`(\d{1,2})日(?![本元照子常益夜产均内游报前后]|起|程)`, 'y'),
  recent:
    /(?:最近|近|过去|未来|今后|此后)的? ?(\d{1,3}|[一二两三四五六七八九十几数]{1,3}) ?[多余]?(个?(?:五年|年|月|周|天))(?:以?来|间|以?内)?(?![度级份代报底初末均龄轻夜])/y,
  half: new RegExp(
    '(上半年|下半年|前三季度|前两个?季度|第?[一二三四1234]季度|前(?:\\d{1,2}|[一二两三四五六七八九十]{1,2})个?月)',
    'y',
  ),
};

const HAN = '〇一二三四五六七八九';

/** A Chinese or Arabic number below 100, or a year digit by digit. */
function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  if (text === '元' || text === '首') return 1;
  if (text === '两') return 2;
  const digits = [...text.replace(/[零○]/g, '〇').replace('廿', '二十')];
  if (!digits.includes('十')) return Number(digits.map((each) => HAN.indexOf(each)).join(''));
  const [tens = '', ones = ''] = digits.join('').split('十');
  return (tens === '' ? 1 : HAN.indexOf(tens)) * 10 + (ones === '' ? 0 : HAN.indexOf(ones));
}

/**
 * Dates and periods of an article, in order and disjoint. Relative ones (今年, 去年底, 3月30日) are resolved against `issueDate` or,
 * where a year stands shortly before in the same block, against that year; else their values stay undefined.
 */
export function recogniseTimes(
  article: Pick<Article, 'folded' | 'blocks'>,
  issueDate?: string,
): readonly TimeMention[] {
  return new TimeScanner(article, issueDate).scan();
}

/** Characters that a date or period may begin with, besides digits, and what may stand behind them. */
const HAN_BEHIND = '〇零○一二三四五六七八九十 年月世至到季五—–-－~～〜';
const COUNT_BEHIND = ' 0123456789一二两三四五六七八九十几数';
const TRIGGERS: ReadonlyMap<number, string> = new Map(
  Object.entries({
    ...Object.fromEntries([...'〇零○一二三四五六七八九十'].map((digit) => [digit, HAN_BEHIND])),
    元: '月',
    今: '年后',
    去: '年',
    前: '年两二三23首最0123456789一四五六七八九十',
    明: '年',
    后: '年',
    本: '年月世',
    当: '年月',
    上: '年一半月个世',
    下: '半月个',
    翌: '年',
    次: '年',
    第: COUNT_BEHIND,
    '“': '十一二三四五六七八九',
    近: `的${COUNT_BEHIND}`,
    最: '近',
    过: '去',
    未: '来',
    此: '后',
  }).map(([char, behind]) => [char.charCodeAt(0), behind]),
);

/** 1 for every character that a date or period may begin with. */
const BEGINS = new Uint8Array(0x10000);
for (const code of TRIGGERS.keys()) BEGINS[code] = 1;
for (const digit of '0123456789') BEGINS[digit.charCodeAt(0)] = 1;

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

class TimeScanner {
  readonly #text: string;
  readonly #article: Pick<Article, 'folded' | 'blocks'>;
  readonly #issueYear: number | undefined;
  readonly #issueMonth: number | undefined;
  readonly #found: TimeMention[] = [];
  /** Year and month last printed in this block: what 3月30日 and 5日 go by. */
  #year: number | undefined;
  #month: number | undefined;

  constructor(article: Pick<Article, 'folded' | 'blocks'>, issueDate: string | undefined) {
    this.#text = simplified(article.folded);
    this.#article = article;
    const issue = /^(\d{4})(?:-(\d{2}))?/.exec(issueDate ?? '');
    this.#issueYear = issue === null ? undefined : Number(issue[1]);
    this.#issueMonth = issue?.[2] === undefined ? undefined : Number(issue[2]);
  }

  scan(): readonly TimeMention[] {
    const text = this.#text;
    for (const block of this.#article.blocks) {
      if (block.kind === 'code') continue;
      this.#year = undefined;
      this.#month = undefined;
      for (let at = block.span.start; at < block.span.end;) {
        const code = text.charCodeAt(at);
        if (BEGINS[code] !== 1 || !this.#mayBegin(code, at)) {
          at++;
          continue;
        }
        const mention = this.#at(at);
        if (mention === undefined || mention.span.end > block.span.end) {
          at = isDigit(code) ? this.#pastDigits(at) : at + 1;
          continue;
        }
        this.#found.push(mention);
        at = mention.span.end;
      }
    }
    return this.#found;
  }

  /** A cheap look ahead: most characters that can begin a date do not. */
  #mayBegin(code: number, at: number): boolean {
    const second = TRIGGERS.get(code);
    return second?.includes(this.#text.charAt(at + 1)) ?? true;
  }

  #pastDigits(at: number): number {
    let end = at;
    while (/[\d,.]/.test(this.#text.charAt(end))) end++;
    return Math.max(end, at + 1);
  }

  #exec(name: string, at: number): RegExpExecArray | null {
    const pattern = patterns[name];
    if (pattern === undefined) return null;
    pattern.lastIndex = at;
    return pattern.exec(this.#text);
  }

  /** The mention at `at`; a date joined to a second one (2014年11月到2015年3月) makes a period. */
  #at(at: number): TimeMention | undefined {
    const first = this.#single(at);
    if (first?.kind !== 'date' || first.value === undefined) return first;
    const to = this.#exec('to', first.span.end);
    if (to === null) return this.#within(first);
    const start = first.span.end + to[0].length;
    const second = this.#dayFirstDate(start) ?? this.#isoDate(start) ?? this.#date(start) ?? this.#yearAlone(start);
    if (second?.kind !== 'date' || second.value === undefined) return this.#within(first);
    return this.#period({ start: at, end: second.span.end }, first.value, second.value, 'range');
  }

  /** 2021年3月上旬, 2021年第二周: a date with the part of it that is meant. */
  #within(date: DateMention): TimeMention {
    const { value, span } = date;
    if (value === undefined || date.year === undefined) return date;
    if (date.month !== undefined && date.day === undefined) {
      const part = this.#exec('monthPart', span.end);
      if (part?.[1] !== undefined) {
        const [from, to] = monthPart(part[1], daysIn(Number(value.slice(0, 4)), date.month));
        const pad = (day: number): string => `${value}-${String(day).padStart(2, '0')}`;
        return this.#period({ start: span.start, end: span.end + part[0].length }, pad(from), pad(to), 'part');
      }
    }
    const week = date.day === undefined ? this.#exec('week', span.end) : null;
    if (week?.[1] === undefined) return date;
    const days = weekDays(Number(value.slice(0, 4)), date.month, numberOf(week[1]));
    if (days === undefined) return date;
    return this.#period({ start: span.start, end: span.end + week[0].length }, days[0], days[1], 'part');
  }

  #single(at: number): TimeMention | undefined {
    const char = this.#text.charAt(at);
    if (char === '“') return this.#quotedPlan(at);
    if (char === '第') return this.#longPlan(at) ?? this.#half(at);
    if (/[\d〇零○一二三四五六七八九十元]/.test(char)) {
      if (/[\d.]/.test(char) && /[\d.,A-Za-z]/.test(this.#text.charAt(at - 1))) return undefined;
      return (
        this.#isoDate(at) ??
        this.#dayFirstDate(at) ??
        this.#ranges(at) ??
        this.#decade(at) ??
        this.#date(at) ??
        this.#part(at) ??
        this.#plan(at) ??
        this.#yearAlone(at) ??
        this.#monthly(at) ??
        this.#half(at)
      );
    }
    return (
      this.#ranges(at) ??
      this.#decade(at) ??
      this.#date(at) ??
      this.#part(at) ??
      this.#half(at) ??
      this.#recent(at) ??
      this.#relative(at)
    );
  }

  #spanOf(match: RegExpExecArray): Span {
    return { start: match.index, end: match.index + match[0].length };
  }

  #relativeYear(word: string | undefined): number | undefined {
    const base =
      word === '当年' || word === '上年' || word === '次年' || word === '翌年' || word === '上一年'
        ? (this.#year ?? this.#issueYear)
        : this.#issueYear;
    if (word === undefined || base === undefined) return undefined;
    const shift: Readonly<Record<string, number>> = {
      去年: -1,
      前年: -2,
      明年: 1,
      后年: 2,
      上年: -1,
      上一年: -1,
      翌年: 1,
      次年: 1,
    };
    return base + (shift[word] ?? 0);
  }

  /** The full year of two printed digits: those up to 49 belong to this century. */
  #fullYear(text: string): number {
    const year = numberOf(text);
    if (text.length >= 4) return year;
    return year + (year < 50 ? 2000 : 1900);
  }

  #dateMention(
    span: Span,
    year: number | undefined,
    month: number | undefined,
    day: number | undefined,
    relative: boolean,
  ): DateMention {
    const known = year ?? (month === undefined ? undefined : this.#yearFor(month));
    const valid = known !== undefined && isDate(known, month, day);
    if (known !== undefined) this.#year = known;
    if (month !== undefined) this.#month = month;
    return {
      kind: 'date',
      span,
      value: valid ? iso(known, month, day) : undefined,
      year,
      month,
      day,
      relative: relative || year === undefined,
    };
  }

  /** The year of a month printed without one: that of the text before, else the issue's. */
  #yearFor(month: number): number | undefined {
    if (this.#year !== undefined) return this.#year;
    if (this.#issueYear === undefined) return undefined;
    return this.#issueMonth !== undefined && month > this.#issueMonth + 6 ? this.#issueYear - 1 : this.#issueYear;
  }

  #period(
    span: Span,
    start: string | undefined,
    end: string | undefined,
    form: PeriodMention['form'],
    more: Partial<PeriodMention> = {},
  ): PeriodMention {
    return { kind: 'period', span, start, end, form, ...more };
  }

  #isoDate(at: number): TimeMention | undefined {
    const match = this.#exec('isoDate', at);
    if (match === null) return undefined;
    const [year, month, day] = [Number(match[1]), Number(match[3]), Number(match[4])];
    if (year < 1000 || year > 2200 || (match[2] === '.' && (month > 12 || day > 31))) return undefined;
    const end = /^(?:\s?[-–—~至到]\s?)(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?!\d)/.exec(
      this.#text.slice(at + match[0].length, at + match[0].length + 16),
    );
    if (end !== null) {
      const span = { start: at, end: at + match[0].length + end[0].length };
      return this.#period(span, iso(year, month, day), iso(Number(end[1]), Number(end[3]), Number(end[4])), 'range');
    }
    return this.#dateMention(this.#spanOf(match), year, month, day, false);
  }

  /** 31/12/2021, day first as elsewhere in the world; month first only where the second number can be no month. */
  #dayFirstDate(at: number): DateMention | undefined {
    const match = this.#exec('dayFirstDate', at);
    if (match === null) return undefined;
    const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
    const [day, month] = second > 12 ? [second, first] : [first, second];
    if (year < 1800 || year > 2200 || !isDate(year, month, day)) return undefined;
    return this.#dateMention(this.#spanOf(match), year, month, day, false);
  }

  #ranges(at: number): TimeMention | undefined {
    const between = this.#exec('yearsBetween', at);
    if (between?.[1] !== undefined && between[2] !== undefined) {
      const [from, to] = [numberOf(between[1]), numberOf(between[2])];
      return this.#period(this.#spanOf(between), iso(from), iso(to), 'range', { years: [from, to] });
    }
    const years = this.#exec('yearRange', at);
    if (years?.[1] !== undefined && years[3] !== undefined) {
      const [from, to] = [numberOf(years[1]), numberOf(years[3])];
      this.#year = to;
      return this.#period(this.#spanOf(years), iso(from), iso(to), 'range', { years: [from, to] });
    }
    const short = this.#exec('shortYearRange', at);
    if (short?.[1] !== undefined && short[2] !== undefined) {
      const from = numberOf(short[1]);
      const to = from - (from % 100) + Number(short[2]);
      const month = short[3] === undefined ? undefined : numberOf(short[3]);
      return this.#period(this.#spanOf(short), iso(from), iso(to, month), 'range', { years: [from, to] });
    }
    const bare = this.#exec('bareYearRange', at);
    if (bare?.[1] !== undefined && bare[2] !== undefined && /^\d{4}$/.test(bare[1])) {
      const [from, to] = [numberOf(bare[1]), numberOf(bare[2])];
      const plausible = from >= 1800 && from <= 2100 && to >= 1800 && to <= 2100;
      if (plausible && /[(（\s自从在]$|^$/.test(this.#text.charAt(at - 1)))
        return this.#period(this.#spanOf(bare), iso(from), iso(to), 'range', { years: [from, to] });
    }
    const days = this.#exec('dayRange', at);
    if (days?.[3] !== undefined && days[4] !== undefined && days[7] !== undefined) {
      const from = this.#dateMention(
        this.#spanOf(days),
        days[1] === undefined ? this.#relativeYear(days[2]) : numberOf(days[1]),
        numberOf(days[3]),
        numberOf(days[4]),
        days[2] !== undefined,
      );
      const toMonth = days[6] === undefined ? numberOf(days[3]) : numberOf(days[6]);
      const toYear = days[5] === undefined ? this.#year : numberOf(days[5]);
      const toDay = numberOf(days[7]);
      const end = toYear !== undefined && isDate(toYear, toMonth, toDay) ? iso(toYear, toMonth, toDay) : undefined;
      const impossible = !isDate(from.year, from.month, from.day) || !isDate(toYear, toMonth, toDay);
      return this.#period(this.#spanOf(days), from.value, end, 'range', impossible ? { impossible } : {});
    }
    const months = this.#exec('yearMonthRange', at);
    if (months?.[3] !== undefined && months[4] !== undefined) {
      const year = months[1] === undefined ? this.#relativeYear(months[2]) : numberOf(months[1]);
      if (year !== undefined) this.#year = year;
      return this.#monthsPeriod(this.#spanOf(months), year, numberOf(months[3]), numberOf(months[4]));
    }
    const monthsAlone = this.#exec('monthRange', at);
    if (monthsAlone?.[1] !== undefined && monthsAlone[2] !== undefined) {
      const [from, to] = [numberOf(monthsAlone[1]), numberOf(monthsAlone[2])];
      if (from <= 12 && to <= 12)
        return this.#monthsPeriod(this.#spanOf(monthsAlone), this.#year ?? this.#issueYear, from, to);
    }
    return undefined;
  }

  #monthsPeriod(span: Span, year: number | undefined, from: number, to: number): PeriodMention {
    const impossible = !isDate(undefined, from, undefined) || !isDate(undefined, to, undefined);
    const known = impossible ? undefined : year;
    const ends = known === undefined ? [undefined, undefined] : [iso(known, from), iso(known, to)];
    return this.#period(span, ends[0], ends[1], 'range', impossible ? { impossible } : {});
  }

  #date(at: number): DateMention | undefined {
    const match = this.#exec('date', at);
    if (match?.[3] === undefined) return undefined;
    if (match[1] !== undefined && match[1].length === 2 && match[4] === undefined && !/^[09〇零]/.test(match[1]))
      return undefined;
    const year = match[1] === undefined ? this.#relativeYear(match[2]) : this.#fullYear(match[1]);
    const day = match[4] === undefined ? undefined : numberOf(match[4]);
    return this.#dateMention(this.#spanOf(match), year, numberOf(match[3]), day, match[2] !== undefined);
  }

  /** 2024年底, 去年上半年, 2021年前三季度. */
  #part(at: number): PeriodMention | undefined {
    const match = this.#exec('part', at);
    if (match?.[3] === undefined) return undefined;
    const bare = match[1] !== undefined && !match[0].includes('年');
    if (
      bare ||
      (match[1] !== undefined &&
        this.#text.charAt(at + match[1].length).trim() !== '年' &&
        this.#text.charAt(at + match[1].length + 1) !== '年')
    )
      return undefined;
    const year = match[1] === undefined ? this.#relativeYear(match[2]) : numberOf(match[1]);
    if (year !== undefined) this.#year = year;
    return this.#partOf(this.#spanOf(match), year, match[3].replace(/^年(?=[上下前后第首一二三四\d春夏秋冬])/, ''));
  }

  #partOf(span: Span, year: number | undefined, part: string): PeriodMention {
    const months = partMonths(part);
    if (year === undefined || months === undefined) return this.#period(span, undefined, undefined, 'part');
    return this.#period(span, iso(year, months[0]), iso(year, months[1]), 'part');
  }

  #yearAlone(at: number): DateMention | undefined {
    const match = this.#exec('year', at);
    if (match?.[1] !== undefined) {
      const year = numberOf(match[1]);
      if (year < 1000 || year > 2200) return undefined;
      // 2021年 as a length of time does not occur; 1000年 and 2000年 before 的历史 do.
      if (
        /^[\s]?[的]?(?:历史|历程|文明)/.test(this.#text.slice(at + match[0].length, at + match[0].length + 4)) &&
        year % 100 === 0
      )
        return undefined;
      const length = match[0].replace(/(?:度|内|以来|间)$/, '').length;
      return this.#dateMention({ start: at, end: at + length }, year, undefined, undefined, false);
    }
    const short = this.#exec('shortYear', at);
    if (short?.[1] === undefined || /[\d一二三四五六七八九十百第近约满达共长]/.test(this.#text.charAt(at - 1)))
      return undefined;
    return this.#dateMention(this.#spanOf(short), this.#fullYear(short[1]), undefined, undefined, false);
  }

  #relative(at: number): DateMention | undefined {
    const match = this.#exec('relative', at);
    if (match === null) return undefined;
    const span = { start: at, end: at + match[0].replace(/以来$/, '').length };
    if (match[1] !== undefined) {
      const year = this.#relativeYear(match[1]);
      if (year === undefined)
        return {
          kind: 'date',
          span,
          value: undefined,
          year: undefined,
          month: undefined,
          day: undefined,
          relative: true,
        };
      return this.#dateMention(span, year, undefined, undefined, true);
    }
    const shift = match[2]?.startsWith('上') === true ? -1 : match[2]?.startsWith('下') === true ? 1 : 0;
    if (this.#issueYear === undefined || this.#issueMonth === undefined)
      return {
        kind: 'date',
        span,
        value: undefined,
        year: undefined,
        month: undefined,
        day: undefined,
        relative: true,
      };
    const index = this.#issueYear * 12 + this.#issueMonth - 1 + shift;
    return this.#dateMention(
      span,
      Math.floor(index / 12),
      (index % 12) + 1,
      match[3] === undefined ? undefined : numberOf(match[3]),
      true,
    );
  }

  #decade(at: number): PeriodMention | undefined {
    const match = this.#exec('decade', at);
    if (match === null) return undefined;
    const span = this.#spanOf(match);
    const thisCentury = this.#issueYear === undefined ? 21 : Math.floor(this.#issueYear / 100) + 1;
    if (match[1] !== undefined) {
      const name = match[1];
      const century = name.startsWith('上')
        ? thisCentury - 1
        : name.startsWith('本')
          ? thisCentury
          : numberOf(name.replace('世纪', ''));
      const first = (century - 1) * 100;
      if (match[2] === undefined) return this.#period(span, iso(first + 1), iso(first + 100), 'century');
      const decade = first + numberOf(match[2]);
      return this.#period(span, iso(decade), iso(decade + 9), 'decade');
    }
    if (match[3] === undefined) return undefined;
    const years = numberOf(match[3]);
    const decade = match[3].length === 4 ? years : 1900 + years;
    return this.#period(span, iso(decade), iso(decade + 9), 'decade');
  }

  #planPeriod(span: Span, plan: number): PeriodMention | undefined {
    const years = planYears(plan);
    return years === undefined ? undefined : this.#period(span, iso(years[0]), iso(years[1]), 'plan', { plan });
  }

  #quotedPlan(at: number): PeriodMention | undefined {
    const match = this.#exec('quotedPlan', at);
    return match?.[1] === undefined
      ? undefined
      : this.#planPeriod(
          this.#spanOf(match),
          numberOf(match[1].slice(0, match[1] === '十五' ? 2 : -1)) + (match[1] === '十五' ? -5 : 0),
        );
  }

  #plan(at: number): PeriodMention | undefined {
    const match = this.#exec('plan', at);
    if (match === null) return undefined;
    const name = match[1] ?? match[2] ?? '';
    const plan = name === '十五' ? 10 : numberOf(name.slice(0, -1));
    return this.#planPeriod({ start: at, end: at + match[0].replace(/计划$/, '').length }, plan);
  }

  #longPlan(at: number): PeriodMention | undefined {
    const match = this.#exec('longPlan', at);
    return match?.[1] === undefined ? undefined : this.#planPeriod(this.#spanOf(match), numberOf(match[1]));
  }

  /** 3月30日, 2月, 21日: months and days without a year. */
  #monthly(at: number): DateMention | undefined {
    if (/[\d一二三四五六七八九十个数几第]/.test(this.#text.charAt(at - 1))) return undefined;
    const monthDay = this.#exec('monthDay', at);
    if (monthDay?.[1] !== undefined && monthDay[2] !== undefined)
      return this.#dateMention(this.#spanOf(monthDay), undefined, numberOf(monthDay[1]), numberOf(monthDay[2]), true);
    const month = this.#exec('month', at);
    if (
      month?.[1] !== undefined &&
      !/^[一二三四五六七八九十]+月[^份底末初中上下，。、；]/.test(month[0] + this.#text.charAt(at + month[0].length))
    ) {
      const value = numberOf(month[1]);
      if (value <= 12) return this.#dateMention(this.#spanOf(month), undefined, value, undefined, true);
    }
    const day = this.#exec('day', at);
    if (day?.[1] === undefined || this.#month === undefined || Number(day[1]) > 31) return undefined;
    return this.#dateMention(this.#spanOf(day), undefined, this.#month, Number(day[1]), true);
  }

  /** 近三年, 过去五年, 未来十年: where it ends is not said. 历时近三年 is a length of time. */
  #recent(at: number): PeriodMention | undefined {
    const match = this.#exec('recent', at);
    if (match === null) return undefined;
    const isLength =
      match[0].startsWith('近') &&
      !/(?:来|间|内)$/.test(match[0]) &&
      !/[\s，。、；：“（(是在与比较和从]|^$/.test(this.#text.charAt(at - 1));
    if (isLength) return undefined;
    const count = match[2] === '年' && !/[几数多余]/.test(match[0]) ? numberOf(match[1] ?? '') : undefined;
    const length = count === undefined ? {} : { length: count };
    return this.#period(this.#spanOf(match), undefined, undefined, 'duration', length);
  }

  /** 上半年, 前三季度 without a year: of the year before them in the block, else of the issue's. */
  #half(at: number): PeriodMention | undefined {
    const match = this.#exec('half', at);
    return match?.[1] === undefined
      ? undefined
      : this.#partOf(this.#spanOf(match), this.#year ?? this.#issueYear, match[1]);
  }
}

/** First and last day of a third of a month that has `days`. */
function monthPart(part: string, days: number): readonly [number, number] {
  if (part === '上旬') return [1, 10];
  return part === '中旬' ? [11, 20] : [21, days];
}

/** First and last month of a part of the year. */
function partMonths(part: string): readonly [number, number] | undefined {
  const name = part.replace(/^年(?!初|底|末|中)/, '');
  if (/^年?初$/.test(name)) return [1, 3];
  if (/^年?[底末]$/.test(name)) return [12, 12];
  if (name.endsWith('年中')) return [6, 7];
  if (/^[上前]半年/.test(name)) return [1, 6];
  if (/^[下后]半年/.test(name)) return [7, 12];
  const ahead = /^[前首](\d{1,2}|[一二两三四五六七八九十]{1,2})?个?(季度|月)$/.exec(name);
  if (ahead !== null) {
    const count = ahead[1] === undefined ? 1 : numberOf(ahead[1]);
    return [1, Math.min(12, ahead[2] === '季度' ? count * 3 : count)];
  }
  const quarter = /^第?([一二三四1234]|首)个?季度([初末])?$/.exec(name);
  if (quarter?.[1] !== undefined) {
    const last = numberOf(quarter[1]) * 3;
    return quarter[2] === undefined ? [last - 2, last] : quarter[2] === '初' ? [last - 2, last - 2] : [last, last];
  }
  const behind = /^(?:最后|后) ?(\d{1,2}|[一二两三四五六七八九十]{1,2}) ?个?(季度|月)$/.exec(name);
  if (behind?.[1] !== undefined) {
    const count = numberOf(behind[1]) * (behind[2] === '季度' ? 3 : 1);
    return count > 12 ? undefined : [13 - count, 12];
  }
  if (name === '首月') return [1, 1];
  const season = '春夏秋冬'.indexOf(name.slice(-1));
  return season < 0
    ? undefined
    : (
        [
          [2, 4],
          [5, 7],
          [8, 10],
          [11, 12],
        ] as const
      )[season];
}

/** The last day of an ISO date of any precision, for comparing periods. */
export function lastDay(value: string): string {
  const [year = '', month, day] = value.split('-');
  if (day !== undefined) return value;
  if (month === undefined) return `${year}-12-31`;
  return `${year}-${month}-${String(daysIn(Number(year), Number(month))).padStart(2, '0')}`;
}

/** The first day of an ISO date of any precision. */
export function firstDay(value: string): string {
  const [year = '', month, day] = value.split('-');
  return day !== undefined ? value : `${year}-${month ?? '01'}-01`;
}
