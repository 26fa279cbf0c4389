import type { AnalysedArticle } from '../../article.js';
import type { Claim } from '../../claim/claim.js';
import type { FigureMention } from '../../mention.js';
import { unitOf, valuesOf } from '../../quantity/figure.js';
import { meets } from '../../quantity/interval.js';
import type { Interval } from '../../quantity/interval.js';
import type { Repair } from '../../quantity/slip.js';
import { slice } from '../../text/span.js';
import { OwnText } from '../own-text.js';
import { conflicts, isHead, isLikelier, isLimit, ModeReader, slipBetween } from './restated.js';
import { wordedFigures } from './same-wording.js';

type FigureClaim = Claim & { readonly figure: FigureMention };

/** Two figures of one thing that cannot both be right. */
export interface Contradiction {
  /** The one that stands alone against others; of two, the later. */
  readonly wrong: FigureMention;
  readonly right: FigureMention;
  /** What both measure, as printed. */
  readonly name: string;
  /** The slip that makes one the other; undefined where subject, indicator and period are printed and no slip explains it. */
  readonly slip: Repair | undefined;
}

/** What was found in an article, for the two rules that tell it. */
const foundIn = new WeakMap<AnalysedArticle, readonly Contradiction[]>();

/** All of an article's body: by what is claimed, then by like wording. No figure is told twice. */
export function contradictions(article: AnalysedArticle): readonly Contradiction[] {
  const known = foundIn.get(article);
  if (known !== undefined) return known;
  const found = search(article);
  foundIn.set(article, found);
  return found;
}

function search(article: AnalysedArticle): readonly Contradiction[] {
  const found: Contradiction[] = [];
  const told = new Set<FigureMention>();
  const add = (one: Contradiction): void => {
    if (told.has(one.wrong) || told.has(one.right)) return;
    told.add(one.wrong).add(one.right);
    found.push(one);
  };
  for (const claims of comparable(article)) {
    const one = claimed(article, claims);
    if (one !== undefined) add(one);
  }
  const body = wordedFigures(article).filter(({ block }) => !isHead(block));
  for (const { wrong, right, slip } of conflicts(article, body))
    add({ wrong: wrong.figure, right: right.figure, name: wrong.name, slip });
  return found;
}

/** What claims that speak of one thing contradict each other in: fully keyed ones in any value, others by one slip. */
function claimed(article: AnalysedArticle, claims: readonly FigureClaim[]): Contradiction | undefined {
  const [first] = claims;
  const other = claims.find((claim) => first !== undefined && !meets(valueOf(claim), valueOf(first)));
  if (first === undefined || other === undefined || hasManyValues(claims)) return undefined;
  const slip = slipBetween(other.figure, first.figure, article);
  const digits = Math.min(first.figure.numeral.value.c.length, other.figure.numeral.value.c.length);
  // 1200 and 1300 are round: two such figures may well both be meant.
  const isPlain = slip !== undefined && (slip.kind === 'digit' || slip.kind === 'swap');
  if (!(isFullyKeyed(first) && isFullyKeyed(other)) && (slip === undefined || (isPlain && digits < 3)))
    return undefined;
  const against = claims.filter((claim) => meets(valueOf(claim), valueOf(other)));
  const agreeing = claims.filter((claim) => meets(valueOf(claim), valueOf(first)));
  const back = slipBetween(first.figure, other.figure, article);
  const isFirst = against.length > agreeing.length || (against.length === agreeing.length && isLikelier(back, slip));
  const [wrong, right] = isFirst ? [first, other] : [other, first];
  const name = wrong.indicator === undefined ? '' : slice(article.text, wrong.indicator.span);
  return { wrong: wrong.figure, right: right.figure, name, slip: isFirst ? back : slip };
}

const valueOf = ({ figure }: FigureClaim): Interval => valuesOf(figure);

/** True for more than two values: a series, not one thing said twice. */
function hasManyValues(claims: readonly FigureClaim[]): boolean {
  const seen: Interval[] = [];
  for (const claim of claims) {
    if (!seen.some((value) => meets(value, valueOf(claim)))) seen.push(valueOf(claim));
    if (seen.length > 2) return true;
  }
  return false;
}

/** Subject, indicator and period all stand in the claim's own words: two values can then only contradict. */
function isFullyKeyed({ subject, indicator, period }: FigureClaim): boolean {
  return (
    [subject, indicator, period].every((slot) => slot !== undefined && !slot.inherited) && (period?.start ?? '') !== ''
  );
}

/** Claims that speak of the same thing, in groups of two or more. */
function comparable(article: AnalysedArticle): readonly (readonly FigureClaim[])[] {
  const modes = new ModeReader(article);
  const own = new OwnText(article);
  const groups = new Map<string, FigureClaim[]>();
  for (const claim of article.claims) {
    const block = own.blockAt(claim.figure.span.start);
    if (block === undefined || isHead(block)) continue;
    if (!isComparable(claim, article)) continue;
    const key = [
      claim.kind,
      claim.role ?? '',
      claim.direction ?? '',
      claim.indicator?.canonical,
      unitOf(claim.figure),
      claim.scope,
      modes.at(claim.figure.span.start),
    ].join('|');
    const group = groups.get(key) ?? [];
    group.push(claim);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap((group) => byWhomAndWhen(group)).filter((group) => group.length > 1);
}

/** Parts a group so that within each part subject and period nowhere differ; one left open fits a single part only. */
function byWhomAndWhen(group: readonly FigureClaim[]): readonly (readonly FigureClaim[])[] {
  const subjects = new Set(group.map(({ subject }) => subject?.canonical ?? ''));
  const periods = new Set(group.map(({ period }) => period?.canonical ?? ''));
  subjects.delete('');
  periods.delete('');
  const parts = new Map<string, FigureClaim[]>();
  for (const claim of group) {
    const subject = claim.subject?.canonical ?? (subjects.size === 1 ? [...subjects][0] : '');
    const period = claim.period?.canonical ?? (periods.size === 1 ? [...periods][0] : '');
    const key = `${subject ?? ''}|${period ?? ''}`;
    const part = parts.get(key) ?? [];
    part.push(claim);
    parts.set(key, part);
  }
  return [...parts.values()];
}

/** An own, printed, telling indicator; not one end of a change (由26.7%提高到52.1%), a part, a share of something or a yearly mean. */
function isComparable(claim: Claim, article: AnalysedArticle): claim is FigureClaim {
  const { figure, indicator, kind } = claim;
  if (figure.kind === 'range' || figure.kind === 'number' || indicator === undefined || indicator.inherited)
    return false;
  if (isLimit(figure, article) || (figure.kind === 'quantity' && figure.unit.unit === '年')) return false;
  if (kind === 'share' || claim.role === 'part' || indicator.canonical.length < 4) return false;
  const before = article.folded.slice(indicator.span.end, figure.span.start);
  const after = article.folded.slice(figure.span.end, figure.span.end + 8);
  if (/[由从]/.test(before) || /^[^，。；]{0,4}(?:增|提高|上升|下降|降|减|扩大|调整)[^，。；]{0,3}[到至]/.test(after))
    return false;
  if (/(?:增长|增加|提高|上升|下降|减少|降低|比|较|每|平均|同比|分别|其中)/.test(before) && kind === 'level')
    return false;
  return !/[每人均个第]$|增|减|提高|下降|每|其中|左右|以上|目标/.test(indicator.canonical);
}
