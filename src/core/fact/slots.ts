import type { AnalysedArticle } from '../article.js';
import type { Claim } from '../claim/claim.js';
import { lastDay } from '../time/recognise.js';
import type { FactQuery } from './look-up.js';

/** How sure the key is: all slots in the claim's own sentence; some carried over from an earlier one; subject only implied. */
export type KeyStrength = 'printed' | 'carried' | 'implied';

const STRENGTHS: readonly KeyStrength[] = ['printed', 'carried', 'implied'];

/** The less sure of two. */
export function weaker(a: KeyStrength, b: KeyStrength): KeyStrength {
  return STRENGTHS.indexOf(a) > STRENGTHS.indexOf(b) ? a : b;
}

/** 全国 as the one spoken of, not as a measure: 居全国首位, 全国平均. */
const NATION =
  /(?<![居占对于较比高低由从在为入])(?:全国|我国|中国(?=GDP|国内|经济|人口))(?!第|首|前|平均|同|各|性|最|率先|重点|人大|政协|统一|范围|水平|领先|先进|文明|百|[二三四五六七八九十\d])/;
const LOCAL = /全[省市县区州盟旗]|[我本][省市县区州]/;

/** What the headline of a statistical communiqué says of all its figures: whose they are, and of which year. */
export interface Frame {
  readonly subject?: string;
  readonly year?: string;
}

/** The frame of an article; empty for any but a communiqué. */
export function frameOf(article: AnalysedArticle): Frame {
  const [head] = article.blocks;
  if (head === undefined) return {};
  const title = article.folded.slice(head.span.start, head.span.end);
  const year = /(\d{4})年.*统计公报/.exec(title)?.[1];
  if (year === undefined || title.length > 60) return {};
  if (/中华人民共和国|全国/.test(title)) return { subject: '全国', year };
  const behind = article.mentions.findIndex(({ span }) => span.start >= head.span.end);
  const regions = article.mentions
    .slice(0, behind < 0 ? undefined : behind)
    .filter((mention) => mention.kind === 'region' && mention.span.end <= head.span.end);
  const region = regions.length === 1 && regions[0]?.kind === 'region' ? regions[0].region : undefined;
  return { ...(region === undefined ? {} : { subject: region.name }), year };
}

/** The claim's period where its year is printed, or told by the issue's date or a communiqué's headline. */
export function periodOf(
  article: AnalysedArticle,
  { period, sentence }: Claim,
  frame: Frame,
): (FactQuery['period'] & { readonly strength: KeyStrength }) | undefined {
  if (period === undefined)
    return frame.year === undefined ? undefined : { start: frame.year, end: frame.year, strength: 'implied' };
  const printed = article.folded.slice(period.span.start, period.span.end);
  const isDated =
    /\d{4}|[〇一二三四五六七八九]{4}/.test(printed) || (article.issueDate !== undefined && /^[今去前]年/.test(printed));
  if (!isDated || !DATE.test(period.start) || !DATE.test(period.end)) return undefined;
  const isOwn = period.span.start >= (article.sentences[sentence]?.span.start ?? 0);
  // 2021年末 is a day, 2021年12月 a month.
  const start = /[末底]$/.test(printed) ? lastDay(period.end) : period.start;
  return { start, end: /[末底]$/.test(printed) ? start : period.end, strength: isOwn ? 'printed' : 'carried' };
}

const DATE = /^\d{4}(-\d{2}){0,2}$/;

/** The table's scopes for the narrowing words of a claim, those of its indicator's and subject's own names aside. */
export function scopesOf(
  article: AnalysedArticle,
  { scope, indicator }: Claim,
  subject: string,
  link: string,
): readonly string[] {
  const own =
    indicator === undefined ? '' : article.text.slice(indicator.span.start, indicator.span.end) + indicator.canonical;
  const words = scope.split('+').filter((word) => word !== '' && !own.includes(word) && !subject.includes(word));
  if (words.length > 0) return [words.join('+')];
  if (link.includes('平均')) return ['年均'];
  return subject.endsWith('都市圈') ? ['', '都市圈规划范围'] : ['', '年均'];
}

/** Whose the claim is, as far as its sentence, the text before it or the frame say clearly; undefined where in doubt. */
export function subjectOf(
  article: AnalysedArticle,
  { subject, indicator, sentence: index }: Claim,
  before: string,
  frame: Frame,
): { readonly name: string; readonly strength: KeyStrength } | undefined {
  const start = article.sentences[index]?.span.start ?? 0;
  const named = subject !== undefined && subject.span.start >= start ? subject : undefined;
  const since = named === undefined ? before : before.slice(named.span.end - start);
  // Behind a region named in the same sentence only the clause itself can speak of the nation.
  const nearby = named === undefined ? since : (/[^，；：]*$/.exec(since.slice(0, -1))?.[0] ?? '');
  if (NATION.test(nearby)) return { name: '全国', strength: 'printed' };
  if (named !== undefined) return LOCAL.test(since) ? undefined : { name: named.canonical, strength: 'printed' };
  if (frame.subject !== undefined) return { name: frame.subject, strength: 'implied' };
  if (LOCAL.test(since)) return undefined;
  if (subject !== undefined) {
    if (/全国|我国|全[省市县区]/.test(article.folded.slice(subject.span.end, start))) return undefined;
    return { name: subject.canonical, strength: 'carried' };
  }
  // 国内生产总值 with no subject is the nation's, unless the paper speaks for a province or a city.
  const isNational =
    (indicator?.canonical ?? '').startsWith('国内生产总值') &&
    NATION.test(article.folded) &&
    !LOCAL.test(article.folded);
  return isNational ? { name: '全国', strength: 'implied' } : undefined;
}
