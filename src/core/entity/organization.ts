import type { RegionRow } from '../fact/schema.js';
import type { OrganizationMention, RegionMention } from '../mention.js';
import type { Span } from '../text/span.js';
import type { Department } from './department.js';
import { institutionAt, institutionBetween } from './institution.js';
import { isUnder } from './lexicon.js';
import type { Lexicon } from './lexicon.js';

/** What behind an organ's last character shows that it belongs to the next word: 财政部门, 委员, 局面, 中国科学院士 … */
const NEXT_WORD: Readonly<Record<string, RegExp>> = {
  部: /^[门分队位件署长类落级委]/,
  委: /^[员派托屈任内]/,
  局: /^[面部势限域]/,
  会: /^[议计员场见晤谈]/,
  院: /^[校子落]/,
  厅: /^[级局长堂]/,
  办: /^[理法公学好事案结]/,
  署: /^[名]/,
  社: /^[会区保]/,
  行: /^[业为动政]/,
  大: /^[会力量学代型]/,
  府: /^[性间]/,
};

/** Levels printed alone, for the division of the article: 省科技厅, 市科技局. */
/** What may stand before a level printed alone. */
const BEFORE_LEVEL = /[^\p{Script=Han}]|[由和与及经向对同请按据令在是让被并给到从]/u;

/**
 * The organizations named in a text, in order, disjoint: central organs by dictionary; local organs, parks and institutions composed
 * of a division and what stands behind it; companies by their suffix where their left edge is sure.
 * @param regions the divisions of the same text.
 */
export function recogniseOrganizations(
  text: string,
  regions: readonly RegionMention[],
  lexicon: Lexicon,
): OrganizationMention[] {
  const local = [...localOrgans(text, regions, lexicon)];
  const ends = new Set(local.map(({ span }) => span.end));
  const found = [
    ...centralOrgans(text, lexicon),
    ...local,
    ...bareOrgans(text, regions, lexicon),
    // A division's name is the surer left edge: 对太原钢铁（集团）有限公司.
    ...institutionBetween(text)
      .filter(({ span }) => !ends.has(span.end))
      .map(({ span, canonical }) => organization(span, canonical)),
  ];
  return tied(text, longestFirst(found));
}

function organization(span: Span, canonical: string, region?: RegionRow): OrganizationMention {
  return { kind: 'organization', span, canonical, ...(region === undefined ? {} : { region }) };
}

/** True unless the organ that ends at `end` is cut out of a longer word: 财政部 in 财政部门. */
export function endsThere(text: string, end: number): boolean {
  return NEXT_WORD[text.charAt(end - 1)]?.test(text.slice(end, end + 2)) !== true;
}

function* centralOrgans(text: string, { organs }: Lexicon): Generator<OrganizationMention> {
  for (const { start, end, value } of organs.matches(text)) {
    if (!endsThere(text, end)) continue;
    // 市委组织部, 省司法部…: the dictionary's name is a piece of a local one.
    if (/[省市县区州]|第[一二三四五六七八]/.test(text.slice(Math.max(0, start - 2), start))) continue;
    const mention = organization({ start, end }, value.canonical);
    yield value.organ === undefined ? mention : { ...mention, organ: value.organ };
  }
}

/** Organs and institutions behind a division or a chain of them: 广东省广州市科学技术局. */
function* localOrgans(
  text: string,
  regions: readonly RegionMention[],
  lexicon: Lexicon,
): Generator<OrganizationMention> {
  for (const [i, mention] of regions.entries()) {
    const from = chainStart(regions, i, lexicon);
    const at = mention.span.end;
    const next = regions[i + 1];
    // 上海 before 浦东新区 is not the name of a park; 医院甘肃医院 is a branch of what is before it.
    if (next?.span.start === at || /[院学行司]/.test(text.charAt(from - 1))) continue;
    const name = mention.region?.name ?? text.slice(mention.span.start, at);
    const department = lexicon.departments.longestAt(text, at);
    const institution = institutionAt(text, at);
    if (department !== undefined && department.end >= (institution?.end ?? 0) && endsThere(text, department.end)) {
      if (mention.form === 'short' && !department.value.afterShort) continue;
      const span = { start: from - before(text, from).length, end: department.end };
      const parent = TAX.exec(text.slice(span.start, from))?.[0] ?? '';
      yield organization(span, parent + fullName(name, department.value), mention.region);
    } else if (institution !== undefined) {
      const start = from - before(text, from).length;
      const canonical = text.slice(start === from ? mention.span.start : start, at) + institution.canonical;
      yield organization({ start, end: institution.end }, canonical, mention.region);
    }
  }
}

/** Where the chain of divisions begins that ends with the one at `index`: that of 广东省 for 广州市 in 广东省广州市. */
function chainStart(regions: readonly RegionMention[], index: number, lexicon: Lexicon): number {
  let start = regions[index]?.span.start ?? 0;
  for (let i = index; i > 0; i--) {
    const [child, parent] = [regions[i], regions[i - 1]];
    if (child === undefined || parent?.span.end !== child.span.start) break;
    if (!child.candidates.some((row) => parent.candidates.some((above) => isUnder(row, above, lexicon)))) break;
    start = parent.span.start;
  }
  return start;
}

function fullName(division: string, { canonical, party }: Department): string {
  return `${party ? '中共' : ''}${division}${canonical}`;
}

const TAX = /^国家税务总局/;
/** What before a division belongs to the name of the organ or company: 中共湖南省委, 国家税务总局湖南省税务局, 国网湖南省电力有限公司. */
const BEFORE =
  /(?:中国共产党|中共|国家税务总局|国网|中国(?:移动|联通|电信|邮政|铁塔|石油|石化)|中铁|中建|中交|中冶|中电建|国药|华润|华能|华电|大唐|国电|国能|招商局)$/;

function before(text: string, at: number): string {
  return BEFORE.exec(text.slice(Math.max(0, at - 8), at))?.[0] ?? '';
}

/** Organs behind a level alone: 市科技局, 省政府. The article's only division of that level is theirs. */
function* bareOrgans(
  text: string,
  regions: readonly RegionMention[],
  lexicon: Lexicon,
): Generator<OrganizationMention> {
  for (const match of text.matchAll(/自治区|[省市县区州]/g)) {
    const [level] = match;
    const start = match.index;
    if (start > 0 && !BEFORE_LEVEL.test(text.charAt(start - 1))) continue;
    const department = lexicon.departments.longestAt(text, start + level.length);
    if (department === undefined || !endsThere(text, department.end)) continue;
    const home = homeOf(regions, level);
    const name = home?.name ?? level;
    yield organization({ start, end: department.end }, fullName(name, department.value), home);
  }
}

/** The division that 省, 市 … alone stands for: the only one of its kind that the article names. */
function homeOf(regions: readonly RegionMention[], level: string): RegionRow | undefined {
  const rows = new Map<string, RegionRow>();
  for (const { region } of regions)
    if (region !== undefined && LEVEL_OF[level]?.(region) === true) rows.set(region.code, region);
  return rows.size === 1 ? [...rows.values()][0] : undefined;
}

/** Which divisions a level printed alone may stand for. */
const LEVEL_OF: Readonly<Record<string, (region: RegionRow) => boolean>> = {
  省: (region) => region.level === 'province' && !region.name.endsWith('市'),
  自治区: (region) => region.level === 'province' && !region.name.endsWith('市'),
  市: (region) => region.level === 'prefecture' || (region.level === 'province' && region.name.endsWith('市')),
  州: (region) => region.level === 'prefecture',
  县: (region) => region.level === 'county',
  区: (region) => region.level === 'county',
};

/** Of mentions that overlap the longest, of equally long ones the first. */
function longestFirst(mentions: readonly OrganizationMention[]): OrganizationMention[] {
  const length = ({ span }: OrganizationMention): number => span.end - span.start;
  const sorted = [...mentions].sort((a, b) => a.span.start - b.span.start || length(b) - length(a));
  const kept: OrganizationMention[] = [];
  for (const mention of sorted) {
    const last = kept.at(-1);
    if (last === undefined || mention.span.start >= last.span.end) kept.push(mention);
    else if (length(mention) > length(last) && mention.organ === undefined) kept[kept.length - 1] = mention;
  }
  return kept;
}

const DEFINITION = /^[（(](?:以下|下)?(?:简称|统称|称)(?:为)?[：:]?[“‘"]?([\p{Script=Han}A-Za-z]{2,14})[”’"]?[）)]/u;
const COMPANY_TAIL = /(?:股份有限公司|有限责任公司|有限公司)$/;

/** Gives short forms the name of the long one: by definition （以下简称…）, and 某某集团 for 某某集团有限公司. */
function tied(text: string, mentions: readonly OrganizationMention[]): OrganizationMention[] {
  const canonicalOf = new Map<string, string>();
  const defined: { readonly name: string; readonly from: number; readonly of: OrganizationMention }[] = [];
  for (const mention of mentions) {
    const { span, canonical } = mention;
    const stem = canonical.replace(COMPANY_TAIL, '');
    if (stem !== canonical && stem.length > 3) canonicalOf.set(stem, canonicalOf.has(stem) ? '' : canonical);
    const definition = DEFINITION.exec(text.slice(span.end, span.end + 40));
    if (definition?.[1] !== undefined)
      defined.push({ name: definition[1], from: span.end + definition[0].length, of: mention });
  }
  const found = mentions.map((mention) => {
    const long = canonicalOf.get(mention.canonical);
    return long === undefined || long === '' ? mention : { ...mention, canonical: long };
  });
  for (const { name, from, of } of defined) {
    const { organ, region } = of;
    for (let at = text.indexOf(name, from); at >= 0; at = text.indexOf(name, at + name.length)) {
      const mention = organization({ start: at, end: at + name.length }, of.canonical, region);
      found.push(organ === undefined ? mention : { ...mention, organ });
    }
  }
  return defined.length === 0 ? found : longestFirst(found);
}
