import type { AnalysedArticle } from '../../article.js';
import { MentionIndex } from '../../entity/mention-index.js';
import type { Knowledge } from '../../fact/knowledge.js';
import type { OrganRow } from '../../fact/schema.js';
import { gravest, least } from '../../fact/trust.js';
import type { OrganizationMention } from '../../mention.js';
import { say } from '../../message.js';
import { slice } from '../../text/span.js';
import type { Span } from '../../text/span.js';
import type { Fix, Report, Rule } from '../rule.js';
import { yearsAt } from './years.js';

/** Organs that went into others but kept their name as a second one, or are still called so. */
const STILL_USED =
  /国家海洋局|国家宗教|国务院侨|国家公务员局|国家外国专家局|国家外专局|中央电视台|央视|广播电台|国家行政学院|国家预防腐败局|金融委/;
/** Words beside a name that show that the text knows of the change. */
const KNOWN_BEFORE = /(?:原|曾|前|旧|时任|当时的?|撤销|前身|前身是|前身为)$/;
const KNOWN_BEHIND = /^(?:[（(][^（）()]{0,10}[今现已]|改组|撤销|更名|并入|现为|今为|时期|原)/;

/** Relation: a central organ bears the name that it had in the year the text speaks of; a court is called in full. */
export const organName: Rule = {
  id: 'organ-name',
  group: 'entity',
  severity: 'warning',
  title: say`机构名称有误或已变更`,
  check(article, knowledge, report) {
    const index = new MentionIndex(article.mentions);
    for (const mention of index.of('organization')) {
      const finding = renamed(article, mention, index, knowledge);
      if (finding !== undefined) report(finding);
    }
    for (const { span } of index.of('region')) {
      const court = COURT.exec(article.text.slice(span.end, span.end + 8));
      if (court !== null) report(courtInFull(span.end, court));
    }
  },
};

function renamed(
  article: AnalysedArticle,
  { span, organ }: OrganizationMention,
  index: MentionIndex,
  knowledge: Knowledge,
): Report | undefined {
  if (organ === undefined || organ.validTo === '') return undefined;
  const printed = slice(article.text, span);
  if (STILL_USED.test(printed) || isKnown(article, span) || index.at('document', span.start) !== undefined)
    return undefined;
  // 农业部 may be that of another country, 人事部 that of a company: others of our state must stand in the article.
  if (printed.length < 4 && !isAmongOrgans(article, span, index)) return undefined;
  const years = yearsAt(article, span);
  const last = Number(organ.validTo.slice(0, 4));
  if (years.length === 0 || years.some((year) => year <= last)) return undefined;
  const now = presentOf(organ, knowledge);
  return {
    span,
    message:
      now.length === 0
        ? say`“${printed}”已于${last}年撤销。`
        : say`“${printed}”已于${last}年撤销或更名，今为${now.map(({ name }) => name).join('、')}。`,
    severity: least('warning', gravest(organ)),
    source: { title: organ.source, date: organ.validTo },
    fixes: now.map(({ name }) => replacement(span, name)),
  };
}

function isKnown({ text }: AnalysedArticle, { start, end }: Span): boolean {
  return KNOWN_BEFORE.test(text.slice(Math.max(0, start - 4), start)) || KNOWN_BEHIND.test(text.slice(end, end + 14));
}

function isAmongOrgans({ text }: AnalysedArticle, { start }: Span, index: MentionIndex): boolean {
  const own =
    !/\p{Script=Han}/u.test(text.charAt(start - 1)) ||
    /(?:国务院|国家|由|和|与|及|向|对|经|会同)$/.test(text.slice(0, start).slice(-3));
  return (
    own &&
    index
      .of('organization')
      .some(
        ({ organ, canonical, span }) =>
          span.start !== start && (organ?.validTo === '' || canonical.startsWith('国务院')),
      )
  );
}

/** What became of an organ, followed through to those that exist today. */
function presentOf(organ: OrganRow, knowledge: Knowledge): readonly OrganRow[] {
  const present = new Set<OrganRow>();
  const seen = new Set<string>();
  const follow = ({ successor }: OrganRow): void => {
    for (const name of successor.split('|')) {
      if (name === '' || seen.has(name)) continue;
      seen.add(name);
      const row = knowledge.tables.organs.find((candidate) => candidate.name === name);
      if (row === undefined) continue;
      if (row.validTo === '') present.add(row);
      else follow(row);
    }
  };
  follow(organ);
  return [...present];
}

/** 第二中级法院 for 第二中级人民法院 behind a division. */
const COURT = /^(第[一二三四五])?(中级|高级)法院/;

function courtInFull(start: number, [whole, ordinal = '', level = '']: RegExpExecArray): Report {
  const span = { start, end: start + whole.length };
  const name = `${ordinal}${level}人民法院`;
  return { span, message: say`“${whole}”的全称是“${name}”。`, fixes: [replacement(span, name)] };
}

function replacement(span: Span, name: string): Fix {
  return { title: say`改为“${name}”`, kind: 'suggestion', edits: [{ span, newText: name }] };
}
