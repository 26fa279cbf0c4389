import Big from 'big.js';
import type { FactBound } from '../fact/schema.js';
import type { Span } from '../text/span.js';
import type { Interval } from './interval.js';
import { lastPlace } from './numeral.js';
import type { ReadNumeral } from './numeral.js';

const ZERO = new Big(0);
const HALF = new Big('0.5');

/** How a word softens or bounds the figure it stands by. near: a little below (近, 接近). */
type Softening = 'about' | 'near' | 'above' | 'from' | 'below' | 'upTo' | 'plus';

/** Words before a figure, the longest of each ending first. */
const BEFORE: readonly (readonly [string, Softening])[] = [
  ['不低于', 'from'],
  ['不少于', 'from'],
  ['不小于', 'from'],
  ['不超过', 'upTo'],
  ['不高于', 'upTo'],
  ['不多于', 'upTo'],
  ['不大于', 'upTo'],
  ['大约', 'about'],
  ['大概', 'about'],
  ['约为', 'about'],
  ['约合', 'about'],
  ['约占', 'about'],
  ['约达', 'about'],
  ['将近', 'near'],
  ['接近', 'near'],
  ['逼近', 'near'],
  ['超过', 'above'],
  ['突破', 'above'],
  ['超出', 'above'],
  ['高于', 'above'],
  ['多于', 'above'],
  ['大于', 'above'],
  ['跨过', 'above'],
  ['超越', 'above'],
  ['至少', 'from'],
  ['最少', 'from'],
  ['起码', 'from'],
  ['不下', 'from'],
  ['不足', 'below'],
  ['不到', 'below'],
  ['未满', 'below'],
  ['不满', 'below'],
  ['低于', 'below'],
  ['少于', 'below'],
  ['小于', 'below'],
  ['未达', 'below'],
  ['最多', 'upTo'],
  ['至多', 'upTo'],
  ['顶多', 'upTo'],
  ['约', 'about'],
  ['近', 'near'],
  ['超', 'above'],
  ['逾', 'above'],
  ['破', 'above'],
];

/** Words behind a figure. */
const BEHIND: readonly (readonly [string, Softening])[] = [
  ['及以上', 'from'],
  ['以上', 'from'],
  ['及以下', 'upTo'],
  ['以下', 'upTo'],
  ['以内', 'upTo'],
  ['之内', 'upTo'],
  ['左右', 'about'],
  ['上下', 'about'],
  ['前后', 'about'],
  ['有余', 'plus'],
  ['开外', 'plus'],
  ['多', 'plus'],
  ['余', 'plus'],
  ['内', 'upTo'],
];

/** Words that only look like a bound: 最近, 附近, 不久 … before 近; 内陆, 多年, 余下 … behind. */
const FALSE_BEFORE =
  /(?:最近|附近|邻近|靠近|临近|就近|亲近|相近|新近|远近|条约|合约|节约|制约|公约|签约|集约|违约|大约束|高超|爆破|打破|冲破|攻破)$/;
const FALSE_BEHIND =
  /^(?:内[容部外地需涵陆销生在阁蒙]|多[种样元方边数少次的层点民党年]|余[下额地款量热]|以[下上]简称|以下简称)/;

/** A word that softens a figure, with its place. */
export interface Qualifier {
  readonly span: Span;
  readonly softening: Softening;
}

/** The words before a figure by their last character; what may stand between them and the figure counts as one, too. */
const byLast = new Map<string, (readonly [string, Softening])[]>(
  Array.from('了达到为有在 \t\u00a0', (char) => [char, []]),
);
for (const entry of BEFORE) {
  const last = entry[0].slice(-1);
  byLast.set(last, [...(byLast.get(last) ?? []), entry]);
}
const firstBehind = new Set([' ', ...BEHIND.map(([word]) => word.charAt(0))]);

/** The qualifying word that ends right before `at` (了, 到, 为 may stand between), or undefined. */
export function qualifierBefore(text: string, at: number): Qualifier | undefined {
  if (!byLast.has(text.charAt(at - 1))) return undefined;
  const window = text.slice(Math.max(0, at - 6), at);
  const gap = /(?:[了达到为有在]{0,2}|\s)$/.exec(window)?.[0].length ?? 0;
  for (const trim of gap > 0 ? [0, gap] : [0]) {
    const head = window.slice(0, window.length - trim);
    if (FALSE_BEFORE.test(head)) continue;
    for (const [word, softening] of byLast.get(head.slice(-1)) ?? []) {
      if (!head.endsWith(word)) continue;
      const end = at - trim;
      return { span: { start: end - word.length, end }, softening };
    }
  }
  return undefined;
}

/** The qualifying word that begins right at `at`, or undefined. */
export function qualifierBehind(text: string, at: number): Qualifier | undefined {
  if (!firstBehind.has(text.charAt(at))) return undefined;
  const window = text.slice(at, at + 5);
  const gap = window.startsWith(' ') ? 1 : 0;
  if (FALSE_BEHIND.test(window.slice(gap))) return undefined;
  for (const [word, softening] of BEHIND) {
    if (window.startsWith(word, gap)) return { span: { start: at + gap, end: at + gap + word.length }, softening };
  }
  return undefined;
}

/** Half the room 约 leaves around a value: wider for rounder numbers, 5% for one significant digit, 2% for two, else rounding. */
function aboutRoom(value: Big, ulp: Big): Big {
  const place = lastPlace(value);
  const significant = value.eq(0) ? 1 : value.abs().div(place).toFixed(0).length;
  const share = significant === 1 ? '0.05' : significant === 2 ? '0.02' : '0.005';
  const room = value.abs().times(share);
  const half = ulp.div(2);
  return room.gt(half) ? room : half;
}

/** The values a numeral can mean with the words around it, and the bound in the fact table's signs. `exact`: counted, not rounded. */
export function boundOf(
  numeral: ReadNumeral,
  softenings: readonly Softening[],
  exact: boolean,
): { readonly bound: FactBound; readonly interval: Interval } {
  const { value, ulp, spread } = numeral;
  if (exact && softenings.length === 0 && spread.eq(0)) return { bound: '', interval: { lower: value, upper: value } };
  const half = exact ? ZERO : ulp.times(HALF);
  if (softenings.includes('below')) return { bound: '<', interval: { lower: undefined, upper: value.plus(spread) } };
  if (softenings.includes('upTo'))
    return { bound: '<=', interval: { lower: undefined, upper: value.plus(spread).plus(half) } };
  if (softenings.includes('above')) return { bound: '>', interval: { lower: value.minus(half), upper: undefined } };
  if (softenings.includes('from')) return { bound: '>=', interval: { lower: value.minus(half), upper: undefined } };
  if (spread.gt(0)) return { bound: '≈', interval: { lower: value, upper: value.plus(spread) } };
  if (softenings.includes('plus'))
    return { bound: '>', interval: { lower: value, upper: value.plus(lastPlace(value)) } };
  if (softenings.includes('near'))
    return { bound: '≈', interval: { lower: value.times('0.9'), upper: value.plus(half) } };
  if (softenings.includes('about')) {
    const room = aboutRoom(value, ulp);
    return { bound: '≈', interval: { lower: value.minus(room), upper: value.plus(room) } };
  }
  return { bound: '', interval: { lower: value.minus(half), upper: value.plus(half) } };
}
