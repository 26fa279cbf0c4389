import type { AnalysedArticle, Block } from '../../article.js';
import type { FigureMention } from '../../mention.js';
import { rounded, valueOf, valuesOf } from '../../quantity/figure.js';
import { meets } from '../../quantity/interval.js';
import { printedFigure } from '../../quantity/print.js';
import { slipsOf } from '../../quantity/slip.js';
import type { Page, Repair, SlipKind } from '../../quantity/slip.js';
import { lastUpTo, slice } from '../../text/span.js';
import type { WordedFigure } from './same-wording.js';

/** Two figures of one thing, one slip apart. */
export interface Conflict {
  readonly wrong: WordedFigure;
  readonly right: WordedFigure;
  /** The slip that makes the wrong figure the right one. */
  readonly slip: Repair;
}

const SCALE: ReadonlySet<SlipKind> = new Set(['separator', 'unit', 'multiplier', 'point']);
const PLAIN: ReadonlySet<SlipKind> = new Set(['swap', 'digit']);
/** So many earlier figures of the same words are looked at. */
const MEMORY = 12;
/** So many figures of the same words before and behind one are asked whether they agree with it. */
const WITNESSES = 200;
/** How many times a bound can be surpassed. */
const FAR = 5;

/** True for the headline and the deck, which restate the body. */
export function isHead({ kind }: Block): boolean {
  return kind === 'headline' || kind === 'deck';
}

/** True for slips by a power of ten. */
export function isScale({ kind }: Pick<Repair, 'kind'>): boolean {
  return SCALE.has(kind);
}

/**
 * The single slip by which one figure is printed as the other. Where only the wording ties them, this tells a restated figure from
 * another one: unlike things rarely differ by a single key.
 */
export function slipBetween(a: FigureMention, b: FigureMention, page: Page): Repair | undefined {
  if (!mayBeSlip(a, b, page)) return undefined;
  return slipsOf(a, page).find(({ kind, value }) => (SCALE.has(kind) || PLAIN.has(kind)) && value.eq(valueOf(b)));
}

/** A quick look that spares the search: the same digits in another place, or no more than two digits of as many differ. */
function mayBeSlip(a: FigureMention, b: FigureMention, { folded }: Page): boolean {
  if (a.numeral.value.c.join('') === b.numeral.value.c.join('')) return true;
  const [one, other] = [a, b].map((figure) => printedFigure(figure, folded)?.digits.replace(/\D/g, '') ?? '');
  if (one === undefined || other === undefined || one.length !== other.length) return false;
  return [...one].filter((digit, i) => digit !== other.charAt(i)).length <= 2;
}

/** True if the page does not say the same of both: neither a rounding of the other, nor bounds that both allow. */
export function differ(a: FigureMention, b: FigureMention, page: Page): boolean {
  const [one, other] = [valueOf(a), valueOf(b)];
  if (a.bound === b.bound && words(a, page) === words(b, page))
    return a.numeral.ulp.eq(b.numeral.ulp) ? !one.eq(other) : !meets(rounded(a), rounded(b));
  // 超过1200万 allows 1244万, but nobody says it of 1200亿.
  const isFar = one.abs().gt(other.abs().times(FAR)) || other.abs().gt(one.abs().times(FAR));
  return isFar || !meets(valuesOf(a), valuesOf(b));
}

function words({ qualifiers }: FigureMention, { folded }: Page): string {
  return qualifiers.map((span) => slice(folded, span)).join('');
}

/** Pairs of figures in the same words, one slip apart: of two, the one that stands alone against others is wrong, else the later. */
export function conflicts(article: AnalysedArticle, figures: readonly WordedFigure[]): readonly Conflict[] {
  const modes = new ModeReader(article);
  const groups = new Map<string, WordedFigure[]>();
  for (const each of figures) {
    const group = groups.get(each.key) ?? [];
    group.push(each);
    groups.set(each.key, group);
  }
  const found: Conflict[] = [];
  for (const group of groups.values()) {
    const told = new Set<WordedFigure>();
    const company = new Company(article, group);
    for (const [i, later] of group.entries()) {
      for (const earlier of group.slice(Math.max(0, i - MEMORY), i)) {
        if (told.has(later) || told.has(earlier) || !differ(earlier.figure, later.figure, article)) continue;
        const pair = judge(article, modes, company, earlier, later);
        if (pair === undefined) continue;
        told.add(pair.wrong);
        found.push(pair);
      }
    }
  }
  return found;
}

/** Which figures of the same words stand alone and which have others that agree with them; each is asked about once. */
class Company {
  readonly #article: AnalysedArticle;
  readonly #group: readonly WordedFigure[];
  readonly #places: ReadonlyMap<WordedFigure, number>;
  readonly #known = new Map<WordedFigure, boolean>();

  constructor(article: AnalysedArticle, group: readonly WordedFigure[]) {
    this.#article = article;
    this.#group = group;
    this.#places = new Map(group.map((each, i) => [each, i]));
  }

  /** True if another figure of the group agrees with this one. */
  has(one: WordedFigure): boolean {
    const before = this.#known.get(one);
    if (before !== undefined) return before;
    const place = this.#places.get(one) ?? 0;
    const found = this.#group
      .slice(Math.max(0, place - WITNESSES), place + WITNESSES)
      .some((each) => each !== one && !differ(each.figure, one.figure, this.#article));
    this.#known.set(one, found);
    return found;
  }
}

function judge(
  article: AnalysedArticle,
  modes: ModeReader,
  company: Company,
  earlier: WordedFigure,
  later: WordedFigure,
): Conflict | undefined {
  const forth = slipBetween(later.figure, earlier.figure, article);
  const back = slipBetween(earlier.figure, later.figure, article);
  const slip = forth ?? back;
  if (slip === undefined || isLimit(earlier.figure, article) || isLimit(later.figure, article)) return undefined;
  if (!isSameSetting(earlier, later)) return undefined;
  if (PLAIN.has(slip.kind) && !isTelling(article, modes, slip.kind, earlier, later)) return undefined;
  const [before, behind] = [company.has(earlier), company.has(later)];
  if (before && behind) return undefined;
  const isEarlier = behind || (!before && isLikelier(back, forth));
  const [wrong, right] = isEarlier ? [earlier, later] : [later, earlier];
  return { wrong, right, slip: (isEarlier ? back : forth) ?? slip };
}

/** 2.500公里 beside 2500公里: the point is the slip wherever it stands. */
export function isLikelier(one: Repair | undefined, other: Repair | undefined): boolean {
  return one?.kind === 'separator' && other?.kind !== 'separator';
}

/** A wrong digit, or two swapped, may be another year's or place's figure, a plan's, or one of a row of round ones. */
function isTelling(
  article: AnalysedArticle,
  modes: ModeReader,
  kind: SlipKind,
  a: WordedFigure,
  b: WordedFigure,
): boolean {
  // 营业利润 alone is somebody's, who stands in a clause before.
  if (Math.min(a.name.length, b.name.length) < 6 && !(a.isOpening && b.isOpening)) return false;
  const [first, second] = [a.scene, b.scene];
  const isElsewhere = (one: string, other: string): boolean => one !== '' && other !== '' && one !== other;
  if (isElsewhere(first.year, second.year) || isElsewhere(first.place, second.place)) return false;
  if (modes.at(a.figure.span.start) !== modes.at(b.figure.span.start)) return false;
  const significant = (figure: FigureMention): number => figure.numeral.value.c.length;
  if (significant(a.figure) >= 3 && significant(b.figure) >= 3) return true;
  const printed = (figure: FigureMention): number =>
    printedFigure(figure, article.folded)?.digits.replace(/\D/g, '').length ?? 0;
  const isRound = a.figure.kind === 'percent' || Math.min(printed(a.figure), printed(b.figure)) < 3;
  // The longer the words that are the same, the less likely that they speak of two things.
  return (
    !isRound && a.name.length >= (kind === 'swap' ? 6 : 8) && words(a.figure, article) === words(b.figure, article)
  );
}

/** 3人以下死亡, 5000元以上的罚款, 1万人以上5万人以下: a limit that a rule sets is no figure of a thing. */
export function isLimit({ span, numeral }: FigureMention, { folded }: Page): boolean {
  const behind = folded.slice(numeral.span.end, span.end + 10);
  return /^[^，。；、]{0,4}?及?以[上下内](?:的|或|[死重轻中伤罚]|\d)/.test(behind);
}

/** 2023年 here and 2024年 there: two figures of one kind. */
function isSameSetting(a: WordedFigure, b: WordedFigure): boolean {
  if (a.setting === b.setting) return true;
  const rest = ({ setting }: WordedFigure): string => setting.replace(/\d{4}年(?!\d)/g, '');
  return rest(a) === rest(b) ? a.scene.year === b.scene.year : !/\d|[上去今]年|“/.test(a.setting + b.setting);
}

/** Words that make what follows a plan, and those that only look like them. */
const PLANNED = /(?:预期|目标|力争|争取|确保|拟|将|要|预计|到20\d\d年)/;
const NO_PLAN = /需要|[主重必首摘纪纲]要|要[求素点闻闻]|将[军近领士]|不要/g;

/** Whether a section reports or plans: the same indicator has one value in the review and another in the goals. */
export class ModeReader {
  readonly #headings: readonly Block[];
  readonly #article: AnalysedArticle;
  /** Sentences by their place in the article: true for those that plan. */
  readonly #plans = new Map<number, boolean>();

  constructor(article: AnalysedArticle) {
    this.#article = article;
    this.#headings = article.blocks.filter(
      ({ kind, level }) => (kind === 'heading' || kind === 'headline') && level <= 1,
    );
  }

  /** plan or empty, for what stands at an offset. */
  at(offset: number): string {
    const { sentences, folded } = this.#article;
    const place = lastUpTo(sentences, offset);
    const sentence = sentences[place];
    if (sentence === undefined) return '';
    const isPlan = this.#plans.get(place) ?? PLANNED.test(slice(folded, sentence.span).replace(NO_PLAN, ''));
    this.#plans.set(place, isPlan);
    if (isPlan) return 'plan';
    const heading = this.#headings[lastUpTo(this.#headings, offset)];
    return heading !== undefined &&
      heading.span.start <= offset &&
      /(?:任务|安排|目标|打算|部署|今后|未来|展望|思路|要求)/.test(slice(this.#article.text, heading.span))
      ? 'plan'
      : '';
  }
}
