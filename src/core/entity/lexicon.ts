import type { Knowledge } from '../fact/knowledge.js';
import { parentChain } from './division.js';
import type { DocumentRow, OrganRow, RegionLevel, RegionRow } from '../fact/schema.js';
import type { RegionMention } from '../mention.js';
import { departmentForms } from './department.js';
import type { Department } from './department.js';
import { plainTitle } from './title.js';
import { Trie } from './trie.js';
import { UNSURE_NAMES, WORDS_WITH_NAMES } from './words.js';

/** What a name of divisions may stand for. */
export interface RegionName {
  readonly name: string;
  readonly form: RegionMention['form'];
  /** All its owners; current ones first, higher levels first. */
  readonly rows: readonly RegionRow[];
  /** Those it stands for without any evidence beside it; the others need their parent, a list or their full name in the article. */
  readonly sure: readonly RegionRow[];
}

/** A central organ under one of its names. */
export interface OrganName {
  readonly canonical: string;
  readonly organ: OrganRow | undefined;
}

/** Everything the entity recognisers look names up in. Built once from the tables by `buildLexicon`. */
export interface Lexicon {
  /** Names of divisions, and words that only look like them (value `undefined`). */
  readonly regions: Trie<RegionName | undefined>;
  readonly organs: Trie<OrganName>;
  readonly departments: Trie<Department>;
  readonly documents: ReadonlyMap<string, DocumentRow>;
  /** The divisions above a division, nearest first, whatever its time. */
  readonly ancestors: (region: RegionRow) => readonly RegionRow[];
}

const LEVELS: readonly RegionLevel[] = ['province', 'prefecture', 'county'];

/** The rank of a level: 0 for provinces, 1 for prefectures, 2 for counties. */
export function rank({ level }: RegionRow): number {
  return LEVELS.indexOf(level);
}

const lexiconOf = new WeakMap<Knowledge, Lexicon>();

/** The dictionaries of a Knowledge, built on first use. The cache holds no state that a result could depend on. */
export function lexiconFor(knowledge: Knowledge): Lexicon {
  const built = lexiconOf.get(knowledge) ?? buildLexicon(knowledge);
  lexiconOf.set(knowledge, built);
  return built;
}

/** Builds the dictionaries of the entity recognisers. */
export function buildLexicon(knowledge: Knowledge): Lexicon {
  const ancestorsOf = new Map<RegionRow, readonly RegionRow[]>();
  return {
    regions: new Trie([...regionNames(knowledge), ...WORDS_WITH_NAMES.map((word) => [word, undefined] as const)]),
    organs: new Trie(organNames(knowledge)),
    departments: new Trie(departmentForms(knowledge.tables.organLevels)),
    documents: new Map(knowledge.tables.documents.map((row) => [plainTitle(row.title), row] as const).reverse()),
    ancestors: (region) => {
      const known = ancestorsOf.get(region);
      if (known !== undefined) return known;
      const chain = parentChain(knowledge, region);
      ancestorsOf.set(region, chain);
      return chain;
    },
  };
}

function regionNames(knowledge: Knowledge): Map<string, RegionName> {
  const names = new Map<string, RegionName>();
  const shortNames = new Map<string, Set<RegionRow>>();
  const add = (name: string, row: RegionRow): void => {
    // Of one character (湘, 沪) there are more words than divisions.
    if (name.length < 2 || name === row.name) return;
    const rows = shortNames.get(name);
    if (rows === undefined) shortNames.set(name, new Set([row]));
    else rows.add(row);
  };
  for (const rows of knowledge.regionsByName.values())
    for (const row of rows) for (const name of [row.shortName, ...row.aliases]) add(name, row);
  for (const [name, owners] of shortNames) {
    const rows = inOrder([...owners]);
    const form = rows.some(({ shortName }) => shortName === name) ? 'short' : 'alias';
    names.set(name, { name, form, rows, sure: form === 'alias' && name.length > 2 ? rows : sureOwners(name, rows) });
  }
  for (const [name, rows] of knowledge.regionsByName) {
    const sure = rows.some(({ ambiguous }) => ambiguous === 'full') ? [] : rows;
    names.set(name, { name, form: 'full', rows, sure });
  }
  return names;
}

/**
 * The owners that a short name stands for by itself: present ones, above the level of every owner that is marked as ambiguous. The
 * short names of urban districts (天河, 东湖, 双城) are never enough.
 */
function sureOwners(name: string, rows: readonly RegionRow[]): readonly RegionRow[] {
  if (UNSURE_NAMES.has(name)) return [];
  const marked = rows.filter(({ ambiguous }) => ambiguous !== '').map(rank);
  const limit = Math.min(LEVELS.length, ...marked);
  return rows.filter(
    (row) => row.validTo === '' && rank(row) < limit && !(row.level === 'county' && row.name.endsWith('区')),
  );
}

function inOrder(rows: readonly RegionRow[]): readonly RegionRow[] {
  return [...rows].sort((a, b) => Number(a.validTo !== '') - Number(b.validTo !== '') || rank(a) - rank(b));
}

/** The bodies of the state above the ministries, and organs that share an office with one of the Party: the table does not list them. */
const STATE_BODIES: Readonly<Record<string, string>> = {
  国务院: '国务院',
  国务院办公厅: '国务院办公厅',
  全国人民代表大会常务委员会: '全国人民代表大会常务委员会',
  全国人大常委会: '全国人民代表大会常务委员会',
  全国人民代表大会: '全国人民代表大会',
  全国人大: '全国人民代表大会',
  中国人民政治协商会议全国委员会: '中国人民政治协商会议全国委员会',
  全国政协: '中国人民政治协商会议全国委员会',
  中国共产党中央委员会: '中国共产党中央委员会',
  中共中央: '中国共产党中央委员会',
  党中央: '中国共产党中央委员会',
  中共中央办公厅: '中共中央办公厅',
  中央办公厅: '中共中央办公厅',
  中央军事委员会: '中央军事委员会',
  中央军委: '中央军事委员会',
  中央军委办公厅: '中央军委办公厅',
  国家新闻出版署: '国家新闻出版署',
  国家电影局: '国家电影局',
  国家版权局: '国家版权局',
  国家档案局: '国家档案局',
  国家航天局: '国家航天局',
};

function organNames(knowledge: Knowledge): Map<string, OrganName> {
  const names = new Map<string, OrganName>();
  for (const [name, canonical] of Object.entries(STATE_BODIES)) names.set(name, { canonical, organ: undefined });
  // Present owners of a name last, so that theirs it is.
  const organs = [...knowledge.tables.organs].sort(
    (a, b) => Number(a.validTo === '') - Number(b.validTo === '') || (a.validTo < b.validTo ? -1 : 1),
  );
  for (const organ of organs)
    for (const name of organ.shortNames.flatMap(variantsOf))
      if (name.length > 2) names.set(name, { canonical: organ.name, organ });
  for (const organ of organs)
    for (const name of variantsOf(organ.name)) names.set(name, { canonical: organ.name, organ });
  return names;
}

/** The name itself, and 国家发改委 for 国家发展改革委, which the table does not list as it is no official short form. */
function variantsOf(name: string): readonly string[] {
  return name.includes('发展改革委') ? [name, name.replace('发展改革委', '发改委')] : [name];
}

/** True if `region` lies within `parent`, going by codes. */
export function isUnder(region: RegionRow, parent: RegionRow, { ancestors }: Lexicon): boolean {
  return ancestors(region).some(({ code }) => code === parent.code);
}
