import type { AnalysedArticle } from '../article.js';
import type { Claim } from '../claim/claim.js';
import { negate } from '../quantity/interval.js';
import type { Span } from '../text/span.js';
import type { Knowledge } from './knowledge.js';
import { releaseOf, type FactQuery } from './look-up.js';
import { frameOf, periodOf, scopesOf, subjectOf, weaker, type KeyStrength } from './slots.js';
import { measureOfFigure } from './value.js';

/** A claim as a question to the table. */
export interface ClaimQuery extends FactQuery {
  readonly strength: KeyStrength;
}

/** Words that may stand between an indicator and its figure without changing what is said. */
const LINK =
  /^(?:[\s，、:：和与及]|\[\d+\]|平均值?|平均|[（(](?:GDP|CPI|PPI)[）)]|总量|总额|规模|数值|全年|全社会|初步核算数?|核算|首次|再次|双双|稳定|持续|已经?|又|也|均|都|共|达到?了?|达成|实现|完成|为|是|有|突破|超过?|站上|跃?上|迈上|跨上|跨越|约占?|近|逾|将近|接近|不足|不到|高达|仅|只有|同比|比上?一?年|比上年末?|比去年|较上?一?年|较上年末?|较去年|按(?:不变|可比)价格?计算|实际|名义|分别|累?计?增长到?|增加到?|提高到?|提升到?|上升到?|上涨|下降到?|减少到?|降低到?|降至|降到|回落到?|增速|增幅|涨幅|降幅|[了的至])*$/;
/** Words that may stand before an indicator without narrowing it. */
const HEAD =
  /^(?:[\s“”，；：、]|全国|我国|全[省市县区州]|[我本][省市县区州]|实现|完成|累计|全年|全社会|当年|同期|年?[末底]|其中|据统计|经?初步核算|共|的|城市|地区(?=生产总值))*$/;
const REAL = /实际|不变价|可比价/;
const ANNUAL = /年均|平均每年/;
/** A promise, an estimate, an assumption: no report of what was. */
const NOT_REPORTED = /预期|目标|力争|争取|确保|计划|预计|拟|有望|将(?!近)|假设|如果|若|要求|相当于/;
/** A place in an order, in the figure's own clause. */
const RANKED = /排名|居全|居首|位[居列]|居第|前\d|以上的|(?:全国|全省|世界|各地|城市)第[一二三四五六七八九十\d]/;
/**
 * The claim as a question to the table, or undefined where its slots do not say clearly enough what is meant: silence is right wherever
 * there is doubt.
 */
export function queryOf(article: AnalysedArticle, knowledge: Knowledge, claim: Claim): ClaimQuery | undefined {
  const { figure, indicator } = claim;
  const sentence = article.sentences[claim.sentence];
  if (figure.kind === 'range' || indicator === undefined || sentence === undefined) return undefined;
  if (claim.kind === 'change' || claim.kind === 'rank' || claim.kind === 'target') return undefined;
  const measure = measureOfFigure(figure, knowledge.unitByName);
  // Most figures are of things the table does not know: leave early.
  const knows = (name: string): boolean => knowledge.indicatorsByName.has(name);
  const isKnown = knows(trimmed(indicator.canonical)) || knows(`${printedName(article, indicator.span)}增速`);
  const group = isKnown ? undefined : groupIn(knowledge, trimmed(indicator.canonical));
  if (!isKnown && group === undefined) return undefined;
  const link = linkOf(article, claim);
  if (measure === undefined || link === undefined || link.length > 40 || !LINK.test(link)) return undefined;
  const before = article.folded.slice(sentence.span.start, figure.span.start);
  const behind = /^[^，。；、]{0,8}/.exec(article.folded.slice(figure.span.end, sentence.span.end))?.[0] ?? '';
  const clause = before.slice(before.lastIndexOf('，') + 1) + behind;
  if (NOT_REPORTED.test(before.slice(-30) + behind) || RANKED.test(clause) || isPromised(article, figure))
    return undefined;
  const name = printedIndicator(article, claim);
  const printed = name === undefined ? undefined : (group?.indicator ?? name);
  if (printed === undefined || isLoose(printed, before)) return undefined;
  if (before.lastIndexOf('（') > before.lastIndexOf('）') || !followsKnownClaims(article, knowledge, claim))
    return undefined;

  const frame = frameOf(article);
  const subject =
    group === undefined
      ? subjectOf(article, claim, before, frame)
      : { name: group.subject, strength: 'printed' as const };
  const period = periodOf(article, claim, frame);
  const indicators = indicatorsOf(knowledge, claim, printed, link);
  if (subject === undefined || period === undefined || indicators.length === 0) return undefined;
  const falls = claim.kind === 'rate' && claim.direction === 'down';
  return {
    subject: subject.name,
    indicators,
    scopes: scopesOf(article, claim, subject.name, link),
    period,
    measure: falls ? { ...measure, interval: negate(measure.interval) } : measure,
    ...releaseIn(before),
    strength: weaker(subject.strength, period.strength),
  };
}

/** A group of divisions printed before what is measured: 长三角三省一市地区生产总值. */
function groupIn(
  knowledge: Knowledge,
  name: string,
): { readonly subject: string; readonly indicator: string } | undefined {
  for (let cut = Math.min(name.length - 2, 16); cut >= 2; cut--) {
    const group = knowledge.groupOf(name.slice(0, cut));
    const indicator = name.slice(cut).replace(/^(?:[二三四五六七八九十\d]+[地省市州]|全域|区域(?=地区))+/, '');
    if (group !== undefined && knowledge.indicatorsByName.has(indicator)) return { subject: group.name, indicator };
  }
  return undefined;
}

/** The release that the words before a figure name; of several the last. */
function releaseIn(before: string): Pick<FactQuery, 'release'> {
  const named = before.match(/最终核实|普查(?:后)?修订|初步核算/g)?.at(-1);
  return named === undefined ? {} : { release: releaseOf(named) };
}

/** A name without words before it that say nothing of it (实现). */
function trimmed(name: string): string {
  return name.replace(/^(?:实现|完成|累计|全年|的)+/, '');
}

function printedName(article: AnalysedArticle, { start, end }: Span): string {
  return trimmed(article.folded.slice(start, end));
}

/**
 * The indicator as printed, without words before it that say nothing of it (实现, 全省). Undefined where something unknown stands between it
 * and the clause, the subject or the period it follows: 南京市江北新区地区生产总值 is not 南京市's.
 */
function printedIndicator(article: AnalysedArticle, claim: Claim): string | undefined {
  const { indicator, subject, period } = claim;
  const sentence = article.sentences[claim.sentence];
  if (indicator === undefined || sentence === undefined) return undefined;
  const { start, end } = indicator.span;
  const text = article.folded;
  const name = printedName(article, indicator.span);
  if (start < sentence.span.start) return name;
  const lead = text.slice(sentence.span.start, start);
  const clause =
    sentence.span.start + Math.max(...['，', '；', '：', '（', '、'].map((mark) => lead.lastIndexOf(mark))) + 1;
  // 成都、武汉地区生产总值分别为: the list of subjects belongs to it.
  const isShared = text.startsWith('分别', end);
  const before = isShared
    ? article.mentions.filter(({ kind, span }) => kind === 'region' && clause <= span.start && span.end <= start)
    : [];
  const slots = [subject?.span, period?.span, ...before.map(({ span }) => span)].flatMap((span) =>
    span !== undefined && span.end <= start ? [span.end] : [],
  );
  if (!HEAD.test(text.slice(Math.max(clause, ...slots), start))) return undefined;
  // 全国人口 is a name of its own.
  return name === '人口' && text.slice(start - 2, start) === '全国' ? '全国人口' : name;
}

/** True for a name too short to stand alone (出口, 人口), or any but a long one behind 其中: it takes its meaning from what goes before. */
function isLoose(name: string, before: string): boolean {
  return name.length < 3 || (before.includes('其中') && name.length < 5);
}

function isPromised(article: AnalysedArticle, figure: Claim['figure']): boolean {
  return article.targets.some(
    (target) =>
      target.figure === figure || (target.span.start < figure.span.start && figure.span.end <= target.span.end),
  );
}

/** The places of an article's claims, built once. No result depends on it. */
const placesOf = new WeakMap<readonly Claim[], ReadonlyMap<Claim, number>>();

/** The place of a claim among those of its article; -1 if it is none of them. */
function placeOf({ claims }: AnalysedArticle, claim: Claim): number {
  const places = placesOf.get(claims) ?? new Map(claims.map((each, i) => [each, i]));
  placesOf.set(claims, places);
  return places.get(claim) ?? -1;
}

/** False if a figure before this one in the sentence is of something the table does not know: then the subject may have changed. */
function followsKnownClaims(article: AnalysedArticle, knowledge: Knowledge, claim: Claim): boolean {
  const subjectEnd = claim.subject?.span.end ?? 0;
  for (let i = placeOf(article, claim) - 1; i >= 0; i--) {
    const previous = article.claims[i];
    if (previous?.sentence !== claim.sentence || previous.figure.span.end <= subjectEnd) return true;
    const names = [previous.indicator?.canonical ?? '', printedIndicator(article, previous) ?? ''];
    if (!names.some((name) => knowledge.indicatorsByName.has(name))) return false;
  }
  return true;
}

/**
 * The words between the indicator and the figure, subject and period aside; where the indicator is carried over (长沙13270亿元、株洲3420亿元，
 * 增长8.3%), those between this figure and the one before. Undefined where the figure does not follow the indicator plainly.
 */
function linkOf(article: AnalysedArticle, claim: Claim): string | undefined {
  const links: string[] = [];
  for (let at = placeOf(article, claim); ; at--) {
    const current = article.claims[at];
    if (current?.indicator === undefined || current.sentence !== claim.sentence) return undefined;
    if (current.indicator.canonical !== claim.indicator?.canonical) return undefined;
    if (current !== claim && current.kind !== 'level' && current.kind !== 'rate') return undefined;
    const isCarried = current.indicator.inherited;
    const from = isCarried ? article.claims[at - 1]?.figure.span.end : current.indicator.span.end;
    if (from === undefined) return undefined;
    links.push(wordsBetween(article, from, current.figure.span.start, current));
    if (!isCarried) break;
  }
  const [own, ...earlier] = links;
  return earlier.every((link) => LINK.test(link)) ? own : undefined;
}

/** The folded text between two offsets without the claim's own subject and period. */
function wordsBetween(article: AnalysedArticle, start: number, end: number, { subject, period }: Claim): string {
  const cuts = [subject?.span, period?.span].filter(
    (span) => span !== undefined && span.start >= start && span.end <= end,
  );
  let text = '';
  let at = start;
  for (const cut of cuts.sort((a, b) => (a?.start ?? 0) - (b?.start ?? 0))) {
    if (cut === undefined) continue;
    text += article.folded.slice(at, cut.start);
    at = cut.end;
  }
  return text + article.folded.slice(at, end);
}

/**
 * The table's names for what the words mean: as printed, else what the claim took them for; for 增长5.2% the growth rate, real or nominal as
 * said.
 */
function indicatorsOf(
  knowledge: Knowledge,
  { kind, indicator }: Claim,
  printed: string,
  link: string,
): readonly string[] {
  const namesOf = (name: string): readonly string[] =>
    (knowledge.indicatorsByName.get(name) ?? []).map((row) => row.indicator);
  const names = namesOf(printed).length > 0 ? namesOf(printed) : namesOf(trimmed(indicator?.canonical ?? ''));
  if (kind !== 'rate') return ANNUAL.test(link) ? [] : names;
  const rates = namesOf(`${printed}增速`);
  const bases = rates.length > 0 ? rates.map((name) => name.replace(/增速$/, '')) : names;
  return bases.flatMap((name) => {
    const isVolume = /生产总值|增加值/.test(name);
    if (/(?:增速|涨幅|降幅|增长率)$/.test(name)) return [name];
    if (link.includes('名义')) return isVolume ? [] : [`${name}增速`];
    if (REAL.test(link)) return [`${name}实际增速`, ...(isVolume ? [`${name}增速`] : [])];
    return [`${name}增速`, `${name}实际增速`, `${name}涨幅`];
  });
}
