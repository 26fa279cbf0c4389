import type { AnalysedArticle } from '../../article.js';
import { isRare, likeness } from '../../entity/confusable.js';
import { lexiconFor } from '../../entity/lexicon.js';
import type { Lexicon } from '../../entity/lexicon.js';
import type { MentionIndex } from '../../entity/mention-index.js';
import { NearFinder } from '../../entity/near.js';
import { FUNCTION_WORD, regionSlips } from '../../entity/region-slips.js';
import type { RegionSlip } from '../../entity/region-slips.js';
import type { Trie } from '../../entity/trie.js';
import type { Knowledge } from '../../fact/knowledge.js';
import { isCurrent, isWithin } from '../../entity/division.js';
import type { RegionRow } from '../../fact/schema.js';
import { bySpan, slice } from '../../text/span.js';
import type { Span } from '../../text/span.js';
import { standsElsewhere } from './neighbours.js';

interface Names {
  readonly lexicon: Lexicon;
  /** Two characters: of provinces and prefectures. */
  readonly slips: Trie<readonly RegionSlip[]>;
  /** Three characters and more: all present divisions by name and short name. */
  readonly long: ReadonlyMap<string, readonly RegionRow[]>;
  readonly near: NearFinder;
}

const namesOf = new WeakMap<Knowledge, Names>();

/** The dictionaries of the rule, built on first use; they hold no state that a result could depend on. */
function names(knowledge: Knowledge): Names {
  const built = namesOf.get(knowledge);
  if (built !== undefined) return built;
  const lexicon = lexiconFor(knowledge);
  const cities = knowledge.tables.regions.filter(({ level }) => level !== 'county');
  const long = longNames(knowledge);
  const made = { lexicon, slips: regionSlips(cities, lexicon), long, near: new NearFinder(long.keys()) };
  namesOf.set(knowledge, made);
  return made;
}

/** A place where a division's name is misspelt. */
export interface RegionMisspelling {
  readonly span: Span;
  readonly right: string;
  /** Which character is wrong. */
  readonly index: number;
}

/** The misspelt names of divisions in an article, in order; of overlapping ones the longest. One that stands twice is no slip. */
export function misspelt(
  article: AnalysedArticle,
  index: MentionIndex,
  knowledge: Knowledge,
): readonly RegionMisspelling[] {
  const { text } = article;
  const kept: RegionMisspelling[] = [];
  for (const slip of [...longSlips(text, index, knowledge), ...shortSlips(text, index, knowledge)].sort(bySpan)) {
    const printed = slice(text, slip.span);
    if (slip.span.start < (kept.at(-1)?.span.end ?? 0)) continue;
    if (index.at('region', slip.span.start) !== undefined || isCutOut(text, slip, index)) continue;
    if (!text.includes(printed, text.indexOf(printed) + 1)) kept.push(slip);
  }
  return kept;
}

/** Slips in names of three characters and more: 株州市, 嘉裕关. */
function* longSlips(text: string, index: MentionIndex, knowledge: Knowledge): Generator<RegionMisspelling> {
  const { lexicon, long, near } = names(knowledge);
  const provinces = new Set(index.of('region').map(({ region }) => region?.code.slice(0, 2)));
  for (const { span, name, slip, index: at } of near.find(text)) {
    // Of counties only those of the provinces that the article names.
    const rows = (long.get(name) ?? []).filter((row) => row.level !== 'county' || provinces.has(row.code.slice(0, 2)));
    if (rows.length === 0) continue;
    const full = rows.some((row) => row.name === name);
    if (slip !== 'replace' || lexicon.regions.has(slice(text, span))) continue;
    if (
      (name.length < 4 && FUNCTION_WORD.test(text.charAt(span.start + at))) ||
      (full && NEXT_WORD.test(text.slice(span.end - 1, span.end + 1)))
    )
      continue;
    const alike = likeness(name.charAt(at), text.charAt(span.start + at));
    if (alike === undefined || !(alike.sound || alike.shape) || (full && at === name.length - 1)) continue;
    // 无废城市, 各地州市: what begins before the name's first right character is no evidence by itself.
    const sure = full && at > 0 && name.length > 2;
    if (sure || rows.some((row) => hasEvidence(text, span, name, row, index, knowledge)))
      yield { span, right: name, index: at };
  }
}

/** Slips in names of two characters: 荆洲. */
function* shortSlips(text: string, index: MentionIndex, knowledge: Knowledge): Generator<RegionMisspelling> {
  const { lexicon, slips } = names(knowledge);
  const counties = new Set<RegionRow>();
  for (const { region } of index.of('region')) if (region?.level === 'county') counties.add(region);
  for (const dictionary of [slips, regionSlips([...counties], lexicon)])
    for (const { start, end, value } of dictionary.matches(text)) {
      // 株州 of 株州市 is found as such.
      const rest = value.filter(({ right, row }) => !text.startsWith(row.name.slice(right.length), end));
      const span = { start, end };
      if (rest.length === 0) continue;
      const evident = rest.filter(({ right, row }) => hasEvidence(text, span, right, row, index, knowledge));
      // 深川湾 is a slip of 深圳湾 only where the article has that; of several names that would do it is the one the article has.
      const isFeature = FEATURE.test(text.charAt(end));
      const printed = evident.filter(({ right }) => text.includes(isFeature ? right + text.charAt(end) : right));
      const fitting = isFeature || (evident.length > 1 && printed.length > 0) ? printed : evident;
      const [slip] = fitting;
      if (slip !== undefined && fitting.length === 1) yield { span, right: slip.right, index: slip.index };
    }
}

const NEXT_WORD = /市[场民值]|省[会份]|区[域间]|县[域级]/;
/** A river, a hill, a village: the names of such are not held. */
const FEATURE = /[水河江湖山岭湾岛沟村镇乡路街沱坝]/;

function longNames({ tables }: Knowledge): Map<string, RegionRow[]> {
  const long = new Map<string, RegionRow[]>();
  for (const row of tables.regions.filter(isCurrent))
    for (const name of new Set([row.name, row.shortName]))
      if (name.length > 2) {
        const known = long.get(name);
        if (known === undefined) long.set(name, [row]);
        else known.push(row);
      }
  return long;
}

/**
 * True if its neighbours or the article show that some characters are a misspelt name and not a piece of other words: the parent
 * before them, other divisions beside them in a list, the right name elsewhere.
 */
function hasEvidence(
  text: string,
  { start, end }: Span,
  right: string,
  row: RegionRow,
  index: MentionIndex,
  knowledge: Knowledge,
): boolean {
  const parent = index.at('region', start - 1);
  if (parent?.region !== undefined && isWithin(knowledge, row, parent.region)) return true;
  const listed =
    (/[、和与及]/.test(text.charAt(start - 1)) && index.at('region', start - 2)?.span.end === start - 1) ||
    (text.charAt(end) === '、' && index.at('region', end + 1)?.span.start === end + 1);
  const before = text.slice(Math.max(0, start - 2), start);
  // Behind 的 and 以 any word may begin: 开放的大门 is no slip of 天门, 我的绍山 sounds like 韶山.
  const edge = LEFT_EDGE.test(before) || (/[以的]$/.test(before) && soundsAlike(text.slice(start, end), right));
  return (
    listed ||
    ((edge || [...text.slice(start, end)].some(isRare)) &&
      index.of('region').some(({ region, span }) => region?.code === row.code && slice(text, span).startsWith(right)))
  );
}

/** True if two names of one length differ in characters that sound alike. */
function soundsAlike(printed: string, right: string): boolean {
  return [...right].every((char, i) => char === printed[i] || likeness(char, printed.charAt(i))?.sound === true);
}

/** What stands before a name, if its left edge is to be told without a dictionary of words. */
const LEFT_EDGE =
  /(?:^|[^\p{Script=Han}]|[在由从至到与及对向赴]|支持|推动|推进|促进|加快|建设|建成|提升|打造|深化|做强|做优|做大|开工|实施|依托|联动|对接|服务|位于|落户|来自|前往|走进|完善|培育|发挥|举办|优化|增强|保障|加强|拓展|新增|创建|申建|稳定|抓好|组织|开展|引导|鼓励|指导|批准|同意)$/u;

/** Mentions that end in a unit; no name begins in one. */
const COUNTED = ['quantity', 'range', 'date', 'period'] as const;

/** True if the wrong character goes with the word beside it, as the rest of the article shows: 扩大|里程. */
function isCutOut(
  text: string,
  { span: { start, end }, right, index: wrong }: RegionMisspelling,
  index: MentionIndex,
): boolean {
  // 连续6天|仅靠
  if (COUNTED.some((kind) => index.at(kind, start) !== undefined)) return true;
  if (wrong === 0) return standsElsewhere(text, start - 1, (at) => index.at('region', at + 1) !== undefined);
  return wrong === right.length - 1 && standsElsewhere(text, end - 1, (at) => index.at('region', at) !== undefined);
}
