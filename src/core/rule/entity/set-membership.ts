import type { AnalysedArticle } from '../../article.js';
import type { EnumeratedList, ListItem } from '../../claim/claim.js';
import { MentionIndex } from '../../entity/mention-index.js';
import type { Knowledge } from '../../fact/knowledge.js';
import { parentChain } from '../../entity/division.js';
import type { RegionGroupRow, RegionRow } from '../../fact/schema.js';
import { gravest, least } from '../../fact/trust.js';
import { say } from '../../message.js';
import { slice } from '../../text/span.js';
import type { Fix, Report, Rule } from '../rule.js';

/** What may stand between the last item and a group's name behind it; the group's name must not go on as another's. */
const BEFORE_NAME = /^(?:[（(][^（）()]{1,4}[）)])?(?:等)?(?:\d{1,2}[个市省])?/;
/** What may stand between a group's name and the first item behind it. */
const BEHIND_NAME = /^(?:地区|区域|城市)?(?:[（(：:]|，?(?:即|也就是|包括|包含|涵盖|是指|指的是|分别是|分别为|由)：?)$/;
/** Behind a name: the items are beside the group, not in it; or another group follows. */
const OUTSIDE = /^(?:以?外|之外|周边|毗邻|邻近|沿线|沿岸|以[东南西北]|[、与和及])/;
/** Words that are a kind of division before they are a group. */
const KINDS = ['直辖市', '自治区', '特别行政区'];

/** Relation: the divisions printed right beside the name of a known group belong to it, and where all are meant none is missing. */
export const setMembership: Rule = {
  id: 'set-membership',
  group: 'entity',
  severity: 'warning',
  title: say`区域成员有误`,
  check(article, knowledge, report) {
    const index = new MentionIndex(article.mentions);
    for (const list of article.lists) {
      if (list.form !== 'marks' || list.items.length < 2) continue;
      const regions = list.items.map((item) => regionOf(item, index));
      if (!regions.every((region) => region !== undefined)) continue;
      const uses = usesBeside(article, list, knowledge);
      // One name may stand for several groups (东盟 before and after 2025): it is right if it is right for one.
      const verdicts = uses.map((use) => judge(article, list, regions, use, knowledge));
      const [finding] = verdicts;
      if (finding !== undefined && !verdicts.includes(undefined)) report(finding);
    }
  },
};

/** The division that an item is, and nothing else. */
function regionOf({ span }: ListItem, index: MentionIndex): RegionRow | undefined {
  const last = index.at('region', span.end - 1);
  return last?.span.end === span.end ? last.region : undefined;
}

interface GroupUse {
  readonly group: RegionGroupRow;
  readonly name: string;
  /** True where 等 leaves members out. */
  readonly open: boolean;
}

/** The groups named right behind or before a list. */
function usesBeside({ text }: AnalysedArticle, list: EnumeratedList, { tables }: Knowledge): readonly GroupUse[] {
  const first = list.items[0]?.span.start ?? 0;
  const last = list.items.at(-1)?.span.end ?? 0;
  const head = text.slice(Math.max(0, first - 24), first);
  const tail = text.slice(last, last + 28);
  const gap = BEFORE_NAME.exec(tail)?.[0] ?? '';
  const open = gap.includes('等');
  return tables.regionGroups.flatMap((group): GroupUse[] => {
    if (group.members.length === 0 || group.memberType === 'country') return [];
    for (const name of namesOf(group)) {
      if (tail.startsWith(name, gap.length) && (open || !KINDS.includes(name)))
        return isAnother(tail.slice(gap.length), name, tables.regionGroups) ? [] : [{ group, name, open }];
      const at = head.lastIndexOf(name);
      if (at >= 0 && name.length > 2 && !KINDS.includes(name) && BEHIND_NAME.test(head.slice(at + name.length)))
        return [{ group, name, open: list.open || open }];
    }
    return [];
  });
}

/** Its names as they stand in a text, the longest first. */
function namesOf({ name, aliases }: RegionGroupRow): readonly string[] {
  return [name, ...aliases].map((each) => each.replace(/（.*）$/, '')).sort((a, b) => b.length - a.length);
}

/** True if a longer name of another group stands there, or the words behind the name take it outside. */
function isAnother(text: string, name: string, groups: readonly RegionGroupRow[]): boolean {
  return (
    OUTSIDE.test(text.slice(name.length)) ||
    groups.some((each) =>
      [each.name, ...each.aliases].some((other) => other.length > name.length && text.startsWith(other)),
    )
  );
}

function judge(
  article: AnalysedArticle,
  list: EnumeratedList,
  regions: readonly RegionRow[],
  { group, name, open }: GroupUse,
  knowledge: Knowledge,
): Report | undefined {
  const about = { severity: least('warning', gravest(group)), source: { title: group.source } };
  const chains = regions.map((region) => [region, ...parentChain(knowledge, region)]);
  const isIn = (chain: readonly RegionRow[]): boolean =>
    chain.some((row) => group.members.some((member) => member === row.name || member.endsWith(row.name)));
  const strangers = regions.flatMap((region, i) =>
    isIn(chains[i] ?? []) || holdsMember(region, group, knowledge) ? [] : [i],
  );
  const missing = group.members.filter((member) => !regions.some((region) => member === region.name));
  const [stranger, ...others] = strangers;
  const item = stranger === undefined ? undefined : list.items[stranger];
  if (item !== undefined && others.length === 0 && regions.length > 2) {
    const printed = slice(article.text, item.span);
    const [lost, ...more] = missing;
    const right = lost === undefined || more.length > 0 ? undefined : likePrinted(lost, printed, knowledge);
    return {
      ...about,
      span: item.span,
      message: say`“${name}”是${shown(group)}，“${printed}”不在其中。`,
      fixes: right === undefined ? [] : [replacement(item, right)],
    };
  }
  // All are meant where the list is closed, and every item is a member itself.
  const own = regions.filter(({ name: each }) => group.members.includes(each)).length;
  if (open || strangers.length > 0 || own < regions.length || missing.length === 0 || missing.length > 2 || own < 2)
    return undefined;
  const last = list.items.at(-1);
  const [lost] = missing;
  if (last === undefined || lost === undefined) return undefined;
  const right = likePrinted(lost, slice(article.text, last.span), knowledge);
  return {
    ...about,
    span: { start: list.items[0]?.span.start ?? last.span.start, end: last.span.end },
    message: say`“${name}”是${shown(group)}，这里缺${missing.join('、')}。`,
    fixes:
      missing.length > 1
        ? []
        : [
            {
              title: say`补“${right}”`,
              kind: 'suggestion',
              edits: [{ span: { start: last.span.end, end: last.span.end }, newText: `、${right}` }],
            },
          ],
  };
}

/** True for a division that holds a member: 广东 beside 粤港澳大湾区 is no slip of a city. */
function holdsMember(region: RegionRow, { members }: RegionGroupRow, knowledge: Knowledge): boolean {
  return members.some((member) =>
    (knowledge.regionsByName.get(member) ?? []).some((row) =>
      parentChain(knowledge, row).some(({ code }) => code === region.code),
    ),
  );
}

/** The members for people, a long set by its number. */
function shown({ members }: RegionGroupRow): string {
  return members.length > 16 ? `${members.slice(0, 16).join('、')}等${members.length}个` : members.join('、');
}

/** A member in full or short, as the other name is printed. */
function likePrinted(member: string, printed: string, { regionsByName }: Knowledge): string {
  return /[省市区县州盟旗]$/.test(printed) ? member : (regionsByName.get(member)?.[0]?.shortName ?? member);
}

function replacement({ span }: ListItem, right: string): Fix {
  return { title: say`改为“${right}”`, kind: 'suggestion', edits: [{ span, newText: right }] };
}
