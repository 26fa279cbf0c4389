import type { Span } from '../text/span.js';
import { Trie } from './trie.js';

/** An institution's name behind a division: where it ends, and its full form. */
export interface Institution {
  readonly end: number;
  readonly canonical: string;
}

/** The kinds of institution that a name may end in, each with what may stand before its suffix. */
interface Kind {
  readonly name: string;
  /** Characters between the division (or 中国, 国家) and the suffix. */
  readonly min: number;
  readonly max: number;
  /** What behind the suffix shows that it is a piece of a longer word. */
  readonly notBefore?: RegExp;
  /** Words that make the rest no proper name: 综合性国家科学中心, 重点实验室. */
  readonly banned: RegExp;
  /** Suffixes, each with its full form where it is a short one. */
  readonly suffixes: Readonly<Record<string, string>>;
  /** What may follow and still belong to the name: 集团 + 有限公司, 大学 + 附属第一医院. */
  readonly tail?: RegExp;
  /** What before it may begin the name, of 中国, 中华, 国家, 全国. */
  readonly national?: RegExp;
}

const same = (names: string): Readonly<Record<string, string>> =>
  Object.fromEntries(names.split(' ').map((name) => [name, name]));

/** Verbs and other words that never stand in a name of any kind. */
const VERBS =
  /支持|推动|推进|加快|打造|成立|组建|设立|共建|共同|举办|召开|发布|印发|开展|实施|完善|提升|依托|引进|落户|入选|获批|建成|建好|拥有|新增|培育|牵头|加强|强化|深化|签署|签订|签约|出台|制定|位于|属于|作为|成为|加入|参加|联手|携手|邀请|授予|要求|组织|负责|承办|主办|协办|承担|来自|前往|走进|进入|首家|首个|首批|第一批|第二批|所有|全部|部分|一批|其他|有关|相关|一流|特色|企业|各类|各级|方面|人民|群众|经济社会|我们|他们|现代化|高质量|以及|通过|根据|按照|关于|不断|持续|积极|全面|国务院|[省市县家]级|申[建报]|筹建|设有|[共具享]有|出席|领导|登记备案|会商|和(?![平谐])/;
const WORKS = /建设|发展|创建|扩建|升级|规划|投资|改革|合作|共享|联合|重点|高水平|若干|国际化/;
const NAMED = new RegExp(`${VERBS.source}|${WORKS.source}`);

/** What may follow the name of a zone: a part of it, or its administration. */
const ZONE_TAIL = /^[\p{Script=Han}]{2,4}片区|^(?:党工委)?管理委员会|^(?:党工委)?管委会/u;

const KINDS: readonly Kind[] = [
  {
    name: 'company',
    ...{ min: 2, max: 20, banned: VERBS, national: /./ },
    suffixes: same(
      '集团股份有限公司 集团有限责任公司 集团有限公司 股份有限公司 有限责任公司 有限公司 （集团）有限公司 （集团）有限责任公司 （集团）股份有限公司 集团公司 总公司',
    ),
    notBefore: /^[法制]/,
    tail: /^[\p{Script=Han}]{2,6}分公司/u,
  },
  {
    name: 'group',
    ...{ min: 2, max: 12, banned: VERBS, national: /中/ },
    suffixes: same('集团'),
    notBefore: /^[军化式]|^企业/,
    tail: /^(?:股份)?有限(?:责任)?公司/,
  },
  {
    name: 'bank',
    ...{ min: 0, max: 8, banned: NAMED, national: /./ },
    suffixes: same('银行 农商行'),
    notBefore: /^[业卡间账存贷信家机类]/,
    tail: /^股份有限公司|^[\p{Script=Han}]{2,4}分行/u,
  },
  {
    name: 'school',
    ...{ min: 0, max: 10, banned: NAMED, national: /中|国家/ },
    suffixes: same('大学'),
    notBefore: /^[生城堂排科路园]/,
    tail: /^(?:附属)?(?:第[一二三四五六])?(?:附属)?(?:[\p{Script=Han}]{0,4}医院|研究生院|研究院|出版社|[\p{Script=Han}]{2,4}校区)/u,
  },
  {
    name: 'college',
    ...{ min: 0, max: 12, banned: NAMED },
    suffixes: same('学院 党校 中学'),
    notBefore: /^[派路生]/,
  },
  {
    name: 'hospital',
    ...{ min: 0, max: 14, banned: new RegExp(`${NAMED.source}|公立|基层|三级|各|互联网|定点`.replace('|人民|', '|')) },
    suffixes: same('医院'),
    notBefore: /^[制等感]/,
    tail: /^[\p{Script=Han}]{2,4}(?:院区|分院)/u,
  },
  {
    name: 'institute',
    ...{ min: 2, max: 14, banned: VERBS, national: /中/ },
    suffixes: same('研究院 研究所 研究总院 设计院 规划院 勘察院'),
    notBefore: /^[所]/,
    tail: /^(?:股份)?有限(?:责任)?公司/,
  },
  {
    name: 'academy',
    ...{ min: 0, max: 6, banned: NAMED, national: /中/ },
    suffixes: same('科学院'),
    notBefore: /^士/,
  },
  {
    name: 'laboratory',
    ...{ min: 0, max: 8, banned: NAMED },
    suffixes: same('实验室'),
  },
  {
    name: 'centre',
    ...{ min: 1, max: 12, banned: new RegExp(`${NAMED.source}|区域|综合性|国际|各`) },
    suffixes: same(
      '科学中心 研究中心 服务中心 交易中心 会展中心 博览中心 展览中心 体育中心 奥体中心 艺术中心 检测中心 监测中心 指挥中心 考试中心 信息中心 评估中心 促进中心 鉴定中心 急救中心 血液中心 活动中心',
    ),
    notBefore: /^[城区镇主]/,
  },
  {
    name: 'association',
    ...{ min: 2, max: 14, banned: VERBS, national: /中|全国/ },
    suffixes: same('协会 学会 商会 联合会 基金会 促进会 研究会 出版社'),
  },
  {
    name: 'press',
    ...{ min: 0, max: 4, banned: NAMED },
    suffixes: same('日报 日报社 晚报 电视台 广播电视台'),
  },
  {
    name: 'hall',
    ...{ min: 0, max: 8, banned: new RegExp(`${NAMED.source}|公共|各`), national: /中/ },
    suffixes: same('图书馆 博物馆 博物院 美术馆 科技馆 档案馆 文化馆 规划馆 大剧院'),
  },
  {
    name: 'exchange',
    ...{ min: 2, max: 8, banned: NAMED, national: /中/ },
    suffixes: same('交易所'),
  },
  {
    name: 'zone',
    ...{ min: 1, max: 10, banned: new RegExp(`${NAMED.source}|各|个|家`) },
    suffixes: same('开发区 产业园区 产业园 科技园区 科技园 示范区 合作区'),
    notBefore: /^[域划间位]/,
    tail: ZONE_TAIL,
  },
  {
    name: 'park',
    ...{ min: 0, max: 10, banned: new RegExp(`${NAMED.source}|各|个|家`) },
    suffixes: {
      ...same(
        '高新技术产业开发区 经济技术开发区 经济开发区 工业园区 工业园 科学城 科技城 综合保税区 保税港区 保税区 自由贸易试验区 自由贸易港 新区',
      ),
      高新区: '高新技术产业开发区',
      高新技术开发区: '高新技术产业开发区',
      经开区: '经济技术开发区',
      综保区: '综合保税区',
      自贸试验区: '自由贸易试验区',
      自贸区: '自由贸易试验区',
      自贸港: '自由贸易港',
    },
    notBefore: /^[域划间位]/,
    tail: ZONE_TAIL,
  },
];

interface Suffix {
  readonly kind: Kind;
  readonly canonical: string;
}

const SUFFIXES = new Trie<Suffix>(
  KINDS.flatMap((kind) =>
    Object.entries(kind.suffixes).map(([suffix, canonical]) => [suffix, { kind, canonical }] as const),
  ),
);

/** Characters that do not stand in the name of an institution, or hardly. */
const STOP =
  /[^\p{Script=Han}A-Za-z（）]|[的了是在与及等将为于由向被把从其这该各并或而至到以也都已可要个项名次年月日时后前内外]/u;
const LONGEST = 30;

/**
 * The institution whose name goes on at `at`, behind a division: 交通控股集团有限公司 behind 山西, 大学 behind 湖南. Undefined where
 * what stands between the two is no proper name; a miss is better than a wrong edge.
 */
export function institutionAt(text: string, at: number): Institution | undefined {
  return find(text, at, (kind) => kind.min);
}

function find(text: string, at: number, leastOf: (kind: Kind) => number): Institution | undefined {
  const limit = Math.min(text.length, at + LONGEST);
  for (let pos = at; pos < limit; pos++) {
    const hit = SUFFIXES.longestAt(text, pos);
    if (hit !== undefined) {
      const { kind, canonical } = hit.value;
      const between = text.slice(at, pos);
      const behind = text.slice(hit.end, hit.end + 12);
      const tail = kind.tail?.exec(behind)?.[0] ?? '';
      // 开发区管委会 is a name right behind a division, 开发区 is none.
      const least = kind.name === 'zone' && tail !== '' ? 0 : leastOf(kind);
      if (
        between.length >= least &&
        between.length <= kind.max &&
        !kind.banned.test(between) &&
        balanced(between) &&
        kind.notBefore?.test(behind) !== true
      ) {
        return { end: hit.end + tail.length, canonical: between + canonical + tail.replace('管委会', '管理委员会') };
      }
    }
    if (STOP.test(text.charAt(pos))) return undefined;
  }
  return undefined;
}

function balanced(between: string): boolean {
  return /^[^（）]*(?:（[^（）]*）[^（）]*)*$/.test(between);
}

/** What a national name begins with. */
const NATIONAL = /中国|中华|国家|全国/g;
const COMPANY = /(?:股份有限公司|有限责任公司|有限公司)/g;
/** What stands right before a company's name, if that is all that is before it. */
const EDGE = /[，。；：、“”‘’《》\s]/;

/** National institutions (中国石油天然气集团有限公司), and companies between a sign and their suffix (，华为技术有限公司). */
export function institutionBetween(text: string): readonly { readonly span: Span; readonly canonical: string }[] {
  const found: { readonly span: Span; readonly canonical: string }[] = [];
  for (const match of text.matchAll(NATIONAL)) {
    const at = match.index + match[0].length;
    const institution = find(text, at, (kind) =>
      kind.national?.test(match[0]) === true ? Math.max(2, kind.min) : Infinity,
    );
    if (institution !== undefined)
      found.push({ span: { start: match.index, end: institution.end }, canonical: match[0] + institution.canonical });
  }
  for (const match of text.matchAll(COMPANY)) {
    const end = match.index + match[0].length;
    let start = match.index;
    while (
      start > 0 &&
      match.index - start < 16 &&
      !EDGE.test(text.charAt(start - 1)) &&
      !STOP.test(text.charAt(start - 1))
    )
      start--;
    const sound =
      (start === 0 || EDGE.test(text.charAt(start - 1))) && !/[对同到就按经给请让]/.test(text.charAt(start));
    const between = text.slice(start, match.index);
    if (sound && between.length >= 2 && !VERBS.test(between) && balanced(between) && !/^[法制]/.test(text.slice(end)))
      found.push({ span: { start, end }, canonical: text.slice(start, end) });
  }
  return found;
}
