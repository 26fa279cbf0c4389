/** Words that state how many, as offsets in the words given. */
export interface ReadCount {
  readonly start: number;
  readonly end: number;
  /** Length of the number itself. */
  readonly length: number;
  readonly value: number;
  readonly noun: string;
}

const DIGITS = '〇一二三四五六七八九';

/**
 * A number of two or more followed by what is counted. 大 and 个 need a noun that can be listed; counters of places and bodies
 * (五市, 四方, 两省) stand alone. Kept from 三农, 两会, 二三产业 and the like by asking for one of these words.
 */
const HEAD =
  /(?<number>[两二三四五六七八九]|十[一二三四五六七八九]?|[二三四五]十[一二三四五六七八九]?|\d{1,2})(?<counter>大(?!于|约|概|型|量|幅|学|力|规|批)|个(?!月|百|年|小时|别|性|体|人|半)|项(?!目)|种|类(?!似)|条(?!件|例)|方(?!面|案|式|法|米|便|向)|省|市(?!场|委|政|民)|县(?!域|委)|区(?!域|间)|州|盟|旗|国(?!家|务|内|际|有|产)|地(?!方|区|域|位|点|级|铁)|家(?!庭|园|乡|长)|所(?!有|以|得|在)|部门|单位|企业|方面|领域|环节|门|级(?!别)|者|支|位|名|城(?!市|镇|乡))(?<noun>[\u4e00-\u9fff]{0,6})?/g;

/** Names that hold a number: they count nothing here. */
const NAMES = /^(?:三大球|铁人三项|三北|八项规定|五项原则|四项基本|五个一|三区三州|一号)/;

/** Nouns and verbs of which a number before them is no count of items. */
const NOT_COUNTED = /^(?:以上|以下|左右|多|余|月|年|半)/;

/** The count heads in `words`, from left to right. */
export function readCount(words: string): readonly ReadCount[] {
  const counts: ReadCount[] = [];
  for (const match of words.matchAll(HEAD)) {
    const { number = '', counter = '', noun = '' } = match.groups ?? {};
    const before = words.charAt(match.index - 1);
    if (
      /[第\d.,每近约超逾几数十百千万亿]/.test(before) ||
      NOT_COUNTED.test(noun) ||
      NAMES.test(match[0]) ||
      words.slice(0, match.index).endsWith('铁人')
    )
      continue;
    const value = countOf(number);
    if (value < 2) continue;
    const named = /^[\u4e00-\u9fff]{0,4}/.exec(noun)?.[0] ?? '';
    const end =
      match.index + number.length + counter.length + (/^[大个项种类条]$/.test(counter) ? nounLength(named) : 0);
    counts.push({
      start: match.index,
      end,
      length: number.length,
      value,
      noun: words.slice(match.index + number.length, end),
    });
  }
  return counts;
}

/** Two characters make most of the nouns that are counted: 任务, 领域, 产业, 转变. */
function nounLength(noun: string): number {
  return Math.min(2, noun.length);
}

function countOf(number: string): number {
  if (/^\d+$/.test(number)) return Number(number);
  if (number === '两') return 2;
  if (!number.includes('十')) return DIGITS.indexOf(number);
  const [tens = '', ones = ''] = number.split('十');
  return (tens === '' ? 1 : DIGITS.indexOf(tens)) * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones));
}
