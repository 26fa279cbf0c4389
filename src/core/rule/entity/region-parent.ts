import type { AnalysedArticle } from '../../article.js';
import type { Knowledge } from '../../fact/knowledge.js';
import { isCurrent, parentChain, regionsAt } from '../../entity/division.js';
import type { RegionRow } from '../../fact/schema.js';
import { MentionIndex } from '../../entity/mention-index.js';
import type { RegionMention } from '../../mention.js';
import { say } from '../../message.js';
import { contains } from '../../text/span.js';
import type { Span } from '../../text/span.js';
import type { Edit, Fix, Rule } from '../rule.js';
import { formerly, level } from './region-history.js';
import { yearsAt } from './years.js';

/** What behind the second name shows that the two only stand side by side, or that the second is part of another name. */
const SIDE_BY_SIDE =
  /^(?:[两双]|之间|对口|协作|帮扶|合作|高铁|铁路|高速|公路|城际|航线|航班|线|段|方向|驻|籍|商会|会馆|办事处|联络处|菜|人(?!民|大|口|均|社))/;
/** Organizations that carry a division's name wherever they are. */
const BRAND = /(?:银行|大学|学院|公司|集团|商会|协会|联合会|日报|晚报|交易所|出版社|电视台)$/;
const MUNICIPALITIES = ['11', '12', '31', '50'];

/**
 * Relation: a division printed right behind a higher one lies in it. Right are all parents that it had in a year the article names; where
 * the article names none, in any year.
 */
export const regionParent: Rule = {
  id: 'region-parent',
  group: 'entity',
  severity: 'error',
  title: say`行政区划隶属关系有误`,
  check(article, knowledge, report) {
    const index = new MentionIndex(article.mentions);
    const regions = index.of('region');
    const right = new Set<number>();
    const wrong: number[] = [];
    for (let i = 1; i < regions.length; i++) {
      const [parent, child] = [regions[i - 1], regions[i]];
      if (child === undefined || parent?.span.end !== child.span.start) continue;
      if (belongs(child, parent, [], knowledge)) right.add(sentenceOf(article, child.span));
      else if (isPair(article, regions, i, index)) wrong.push(i);
    }
    for (const i of wrong) {
      const [parent, child] = [regions[i - 1], regions[i]];
      if (parent === undefined || child === undefined) continue;
      const years = yearsAt(article, child.span);
      if (belongs(child, parent, years, knowledge) || formerly(child, parent, Math.min(...years))) continue;
      const city = parent.candidates.every(({ code }) => MUNICIPALITIES.includes(code.slice(0, 2)));
      // 北京常德 may be two cities side by side, unless it stands among pairs of province and city; 重庆浦东新区 can be no two.
      const district = child.form === 'full' && textOf(article, child.span).endsWith('区');
      if (city && parent.form !== 'full' && !district && !right.has(sentenceOf(article, child.span))) continue;
      const owners = ownersOf(child, years);
      const homes = owners.map((owner) => fullName(owner, knowledge));
      const [printed, name] = [textOf(article, parent.span), textOf(article, child.span)];
      report({
        span: parent.span,
        severity: parent.form === 'full' || child.form === 'full' ? 'error' : 'warning',
        message: say`“${name}”属${[...new Set(homes)].join('、')}，不属“${printed}”。`,
        related: [{ span: child.span, message: say`“${name}”` }],
        ...(owners[0] === undefined ? {} : { source: { title: owners[0].source } }),
        fixes: owners.slice(0, 3).flatMap((owner) => fixFor(article, regions, i, owner, knowledge)),
      });
    }
  },
};

function textOf(article: AnalysedArticle, { start, end }: Span): string {
  return article.text.slice(start, end);
}

function sentenceOf(article: AnalysedArticle, span: Span): number {
  return article.sentences.findIndex((sentence) => contains(sentence.span, span));
}

/** True if the two names are meant as parent and child. */
function isPair(article: AnalysedArticle, regions: readonly RegionMention[], i: number, index: MentionIndex): boolean {
  const [above, parent, child] = [regions[i - 2], regions[i - 1], regions[i]];
  if (parent === undefined || child === undefined) return false;
  if (above?.span.end === parent.span.start && level(above) === level(parent)) return false;
  if (SIDE_BY_SIDE.test(article.text.slice(child.span.end, child.span.end + 4))) return false;
  if (index.at('document', child.span.start) !== undefined) return false;
  const organization = index.at('organization', child.span.start);
  if (organization?.span.start === child.span.start && BRAND.test(organization.canonical)) return false;
  if (level(parent) === 0 && level(child) === 0) {
    // 四川省重庆市, not 广东省广西壮族自治区.
    const [name, inner] = [textOf(article, parent.span), textOf(article, child.span)];
    return /[省区]$/.test(name) && inner.endsWith('市') && !/[、与和]$/.test(article.text.slice(0, parent.span.start));
  }
  if (level(parent) === 1 && child.form !== 'full') return false;
  // Divisions right under a province or the 兵团, in the bounds of a prefecture.
  if (level(parent) > 0 && child.candidates.some(({ code }) => code.startsWith('90', 2))) return false;
  return level(parent) < level(child);
}

/** True if any owner of the child's name lay in any owner of the parent's, in one of `years` (in any year if there are none). */
function belongs(child: RegionMention, parent: RegionMention, years: readonly number[], knowledge: Knowledge): boolean {
  const rows = years.length === 0 ? child.candidates : years.flatMap((year) => regionsAt(child.candidates, year));
  return rows.some((row) =>
    parentChain(knowledge, row).some(({ code }) => parent.candidates.some((above) => above.code === code)),
  );
}

/** The divisions that the child's name may mean: those of the article's years, else those of today; of one code only once. */
function ownersOf({ region, candidates }: RegionMention, years: readonly number[]): readonly RegionRow[] {
  if (region !== undefined) return [region];
  const then = years.flatMap((year) => regionsAt(candidates, year));
  const pool = then.length > 0 ? then : candidates.some(isCurrent) ? candidates.filter(isCurrent) : candidates;
  return [...new Map(pool.map((row) => [row.code, row])).values()];
}

/** 湖南省 for 张家界市; 湖南省株洲市 for 醴陵市. */
function fullName(region: RegionRow, knowledge: Knowledge): string {
  return parentChain(knowledge, region)
    .map(({ name }) => name)
    .reverse()
    .join('');
}

/** The right parents instead of those printed, in as many levels and in the form in which they are printed. */
function fixFor(
  article: AnalysedArticle,
  regions: readonly RegionMention[],
  i: number,
  owner: RegionRow,
  knowledge: Knowledge,
): readonly Fix[] {
  const [above, parent, child] = [regions[i - 2], regions[i - 1], regions[i]];
  if (parent === undefined || child === undefined) return [];
  const chain = parentChain(knowledge, owner);
  const deep = above?.span.end === parent.span.start && level(above) === 0;
  const province = chain.at(-1);
  if (province === undefined) {
    // 重庆市 needs none.
    const edit: Edit = { span: parent.span, newText: '' };
    return [{ title: say`删除“${textOf(article, parent.span)}”`, kind: 'suggestion', edits: [edit] }];
  }
  const rows = level(parent) === 0 ? [province] : deep ? [...chain].reverse() : chain.slice(0, 1);
  const text = rows.map(({ name, shortName }) => (parent.form === 'full' ? name : shortName)).join('');
  const span = { start: deep ? above.span.start : parent.span.start, end: parent.span.end };
  const edit: Edit = { span, newText: text };
  return [{ title: say`改为“${text + textOf(article, child.span)}”`, kind: 'suggestion', edits: [edit] }];
}
