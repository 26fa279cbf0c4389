import { isCurrent } from './division.js';
import type { RegionRow } from '../fact/schema.js';
import type { RegionMention } from '../mention.js';
import { rank } from './lexicon.js';
import type { Lexicon, RegionName } from './lexicon.js';
import type { TrieHit } from './trie.js';
import { WORDS_ACROSS } from './words.js';

interface Hit extends TrieHit<RegionName> {
  /** The end of the mention: the name's, or earlier where its last character belongs to the next word (上海市 in 上海市场). */
  readonly end: number;
}

/** What behind a full name makes its last character the beginning of another word: 上海市场, 湖南省会, 浦东新区域. */
const NEXT_WORD: Readonly<Record<string, string>> = { 市: '场民值', 省: '会份', 区: '域间', 县: '域级' };

/** Behind a short name: a lake, river, mountain, bay of that name, and not the place. */
const FEATURE = /^(?:[湖岭湾岛]|河(?![东西南北])|江(?![东西南北岸海津宁苏浙门])|山(?![东西地区水林]))/;
/** Behind a short name that ends the name of a person: 李桂东 摄. */
const BYLINE = /^\s?(?:摄|[（(]?实习|供图|绘)/;
/** Behind a short name: a road of that name. */
const ROAD = /^(?:[东西南北中][一二三四]?|[一二三四五六])?(?:路(?!网|段|况|面|径)|大?街|大道|巷|胡同)/;

const LIST_MARK = /[、和与及]/;
const HAN = /\p{Script=Han}/u;
/** What may stand before a name that is otherwise an ordinary word, if the article prints it in full elsewhere. */
const SAFE_BEFORE = /[^\p{Script=Han}]|[在由从至到和与及对向年日以省市州于，]/u;

/**
 * The divisions named in a text, in order, disjoint. A name with several owners is told by the parent printed directly before it,
 * then by its rank (长沙 is the city, not the county in it), then by the other divisions of the article; where that leaves more than
 * one, `region` is undefined.
 */
export function recogniseRegions(text: string, lexicon: Lexicon): RegionMention[] {
  const hits = withEvidence(text, scan(text, lexicon), lexicon);
  return resolve(hits, lexicon);
}

/** The names by the dictionary alone, longest first. */
function scan(text: string, { regions }: Lexicon): Hit[] {
  const hits: Hit[] = [];
  for (let at = 0; at < text.length;) {
    const hit = regions.longestAt(text, at);
    if (hit === undefined) {
      at++;
      continue;
    }
    const { value } = hit;
    if (value === undefined) {
      at = hit.end;
      continue;
    }
    const found = fit(text, { ...hit, value }, regions);
    if (found === undefined) {
      at++;
      continue;
    }
    hits.push(found);
    at = found.end;
  }
  return hits;
}

/** The hit cut back to the division's name, or undefined if what follows shows that it is none. */
function fit(text: string, hit: Hit, regions: Lexicon['regions']): Hit | undefined {
  const { start, end, value } = hit;
  const next = text.charAt(end);
  if (value.form === 'full') {
    const last = text.charAt(end - 1);
    if (next === '' || NEXT_WORD[last]?.includes(next) !== true || isDepartment(text, end)) return hit;
    const shorter = regions.longestAt(text, start, end - 1);
    return shorter?.value === undefined || shorter.end - start < 2
      ? hit
      : { start, end: shorter.end, value: shorter.value };
  }
  const behind = text.slice(end, end + 4);
  if (ROAD.test(behind)) return undefined;
  const top = value.sure[0];
  if (top === undefined) return overlapped(text, hit, regions) ? undefined : hit;
  if (rank(top) > 0 && (FEATURE.test(behind) || BYLINE.test(behind))) return undefined;
  return isCutOut(text, end, rank(top)) ? undefined : hit;
}

/** True if the last character of a short name goes with the next one: 临高速, 其中卫生. Names of cities are better known than that. */
function isCutOut(text: string, end: number, level: number): boolean {
  const across = text.slice(end - 1, end + 1);
  return level === 2 ? WORDS_ACROSS.has(across) : across === '卫生';
}

/** 市 before 市场监督管理局 is that of the city: 长沙市 + 市场监督管理局 has both, 长沙市场 has one. */
function isDepartment(text: string, end: number): boolean {
  return text.startsWith('场监督管理局', end) || text.startsWith('场监管局', end);
}

/** True if a name that is sure begins inside one that is not, and ends behind it: 江苏 in 美丽江苏. */
function overlapped(text: string, { start, end }: Hit, regions: Lexicon['regions']): boolean {
  for (let at = start + 1; at < end; at++) {
    const inner = regions.longestAt(text, at);
    if (inner?.value !== undefined && inner.value.sure.length > 0 && inner.end > end) return true;
  }
  return false;
}

/** Leaves out the names that are ordinary words, unless their neighbours or the article show that they are divisions. */
function withEvidence(text: string, hits: readonly Hit[], lexicon: Lexicon): Hit[] {
  const printedInFull = new Set(
    hits.filter(({ value }) => value.form === 'full' && value.sure.length > 0).map(({ value }) => single(value.rows)),
  );
  const kept: Hit[] = [];
  hits.forEach((hit, i) => {
    const { start, value } = hit;
    const before = kept.at(-1);
    const after = hits[i + 1];
    if (value.sure.length > 0) {
      if (!isForeign(hit, before, lexicon)) kept.push(hit);
      return;
    }
    const behindParent = before?.end === start && inside(hit, before, lexicon);
    const inList =
      (before !== undefined && isListed(text, before, hit) && related(hit, before, lexicon)) ||
      (after !== undefined &&
        after.value.sure.length > 0 &&
        isListed(text, hit, after) &&
        !HAN.test(text.charAt(start - 1)) &&
        related(hit, after, lexicon));
    const known =
      value.form !== 'full' &&
      value.rows.some((row) => printedInFull.has(row)) &&
      (start === 0 || SAFE_BEFORE.test(text.charAt(start - 1)));
    if (behindParent || inList || known) kept.push(hit);
  });
  return kept;
}

/**
 * True for the short name of a county right behind a division it does not lie in: in 广东省灵山论坛 no 灵山县 of Guangxi is meant. A
 * wrong parent is no rarer than this, but a county so named cannot be told from a word.
 */
function isForeign({ start, value }: Hit, before: Hit | undefined, lexicon: Lexicon): boolean {
  return (
    before?.end === start &&
    value.form === 'short' &&
    value.sure.every((row) => rank(row) === 2 && !isUnderAny(row, before.value.rows, lexicon))
  );
}

/** True if one character, a list mark, stands between two names: 大同、朔州. */
function isListed(text: string, a: Hit, b: Hit): boolean {
  return b.start === a.end + 1 && LIST_MARK.test(text.charAt(a.end));
}

/** True if an owner lies within an owner of `parent`; behind a short name only right below it: no 振兴 of 丹东 in 辽宁振兴. */
function inside({ value }: Hit, parent: Hit, lexicon: Lexicon): boolean {
  if (value.form === 'full') return value.rows.some((row) => isUnderAny(row, parent.value.rows, lexicon));
  return value.rows.some((row) => parent.value.rows.some(({ code }) => code === row.parentCode));
}

/** True if an owner of one name and an owner of the other lie in one province, or both are provinces. */
function related(a: Hit, b: Hit, { ancestors }: Lexicon): boolean {
  const province = (row: RegionRow): string => (ancestors(row).at(-1) ?? row).code;
  const provinces = new Set(b.value.rows.map(province));
  return a.value.rows.some((row) => provinces.has(province(row)));
}

function isUnderAny(row: RegionRow, parents: readonly RegionRow[], { ancestors }: Lexicon): boolean {
  return ancestors(row).some(({ code }) => parents.some((parent) => parent.code === code));
}

/** Tells which of its owners each name stands for. */
function resolve(hits: readonly Hit[], lexicon: Lexicon): RegionMention[] {
  const mentions: RegionMention[] = [];
  const open: number[] = [];
  for (const hit of hits) {
    const { start, end, value } = hit;
    const before = mentions.at(-1);
    const parents = before?.span.end === start ? before.candidates : [];
    const under = value.rows.filter((row) => isUnderAny(row, parents, lexicon));
    const region = single(under) ?? single(value.sure.length > 0 ? value.sure : value.rows);
    if (region === undefined) open.push(mentions.length);
    mentions.push({
      kind: 'region',
      span: { start, end },
      region,
      candidates: under.length > 0 ? [...under, ...value.rows.filter((row) => !under.includes(row))] : value.rows,
      form: value.form,
    });
  }
  for (const i of open) {
    const mention = mentions[i];
    if (mention !== undefined) mentions[i] = { ...mention, region: byContext(mention, i, mentions, lexicon) };
  }
  return mentions;
}

/** The one row meant if nothing but the rows is known: the present one, the highest of its name. */
function single(rows: readonly RegionRow[]): RegionRow | undefined {
  const present = rows.filter(isCurrent);
  const pool = present.length > 0 ? present : rows;
  const highest = Math.min(...pool.map(rank));
  const top = pool.filter((row) => rank(row) === highest);
  // Rows of one code are one division at different times; of 伊宁市 and 伊宁县 in one prefecture the city is meant.
  if (top.every(({ code }) => code === top[0]?.code)) return top[0];
  const cities = top.filter(({ name }) => name.endsWith('市'));
  return cities.length === 1 && top.every(({ parentCode }) => parentCode === cities[0]?.parentCode)
    ? cities[0]
    : undefined;
}

/** The only owner whose parent, or else whose province, the article names; or whose parent is that of another division named. */
function byContext(
  mention: RegionMention,
  index: number,
  mentions: readonly RegionMention[],
  { ancestors }: Lexicon,
): RegionRow | undefined {
  const named = new Set<string>();
  const implied = new Set<string>();
  mentions.forEach(({ region }, i) => {
    if (region === undefined || i === index) return;
    named.add(region.code);
    const parent = ancestors(region)[0];
    if (parent !== undefined) implied.add(parent.code);
  });
  const present = mention.candidates.filter(isCurrent);
  const pool = present.length > 0 ? present : mention.candidates;
  const evidence: readonly (readonly [codes: ReadonlySet<string>, depth: number])[] = [
    [named, 0],
    [named, 1],
    [implied, 0],
  ];
  for (const [codes, depth] of evidence) {
    const fitting = pool.filter((row) => codes.has(ancestors(row)[depth]?.code ?? ''));
    if (fitting.length > 0) return single(fitting);
  }
  return undefined;
}
