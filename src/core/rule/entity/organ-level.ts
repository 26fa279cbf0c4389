import { bracketForms, stemForms } from '../../entity/department.js';
import { MentionIndex } from '../../entity/mention-index.js';
import type { OrganLevelRow } from '../../fact/schema.js';
import { gravest, least } from '../../fact/trust.js';
import type { OrganizationMention } from '../../mention.js';
import { say } from '../../message.js';
import { slice } from '../../text/span.js';
import type { Span } from '../../text/span.js';
import type { Rule } from '../rule.js';
import { yearsAt } from './years.js';

/** Where an organ stands: a province, a municipality under the central government, or below. */
type Level = '省' | '直辖市' | '市' | '县';

/** Departments of provinces were called 局 for long: of texts on those years the table does not tell. */
const TABLE_BEGINS = 2000;

/**
 * Relation: a line department bears the name of its level: 厅 in a province, 局 (or 委员会) below. Only 厅 and 局 are told apart; which
 * of 局 and 委员会 it is differs from place to place.
 */
export const organLevel: Rule = {
  id: 'organ-level',
  group: 'entity',
  severity: 'warning',
  title: say`部门名称与层级不符`,
  check(article, knowledge, report) {
    const names = departmentNames(knowledge.tables.organLevels);
    for (const mention of new MentionIndex(article.mentions).of('organization')) {
      const { span } = mention;
      const printed = slice(article.text, span);
      const suffix = printed.slice(-1);
      if (suffix !== '厅' && suffix !== '局') continue;
      const level = levelOf(mention, printed);
      const row = rowOf(printed, names);
      // 省财政局长会议 is one of the heads of 局 below.
      if (level === undefined || row === undefined || article.text.charAt(span.end) === '长') continue;
      const right = rightSuffix(row, level, suffix);
      const years = yearsAt(article, span);
      if (right === undefined || years.some((year) => year < TABLE_BEGINS)) continue;
      const last: Span = { start: span.end - 1, end: span.end };
      const name = printed.slice(0, -1) + right;
      report({
        span,
        message: say`${level}级的这个部门一般称“${row.nameStem + right}”，“${printed}”与层级不符。`,
        severity: least('warning', gravest(row)),
        source: { title: row.source },
        fixes: [{ title: say`改为“${name}”`, kind: 'suggestion', edits: [{ span: last, newText: right }] }],
      });
    }
  },
};

/** The stems of the table in all their forms, each without its suffix. */
function departmentNames(rows: readonly OrganLevelRow[]): ReadonlyMap<string, OrganLevelRow> {
  const names = new Map<string, OrganLevelRow>();
  for (const row of rows)
    for (const stem of bracketForms(row.nameStem)) for (const form of stemForms(stem)) names.set(form, row);
  return names;
}

/** The row whose stem stands before the last character, whatever division stands before it. */
function rowOf(printed: string, names: ReadonlyMap<string, OrganLevelRow>): OrganLevelRow | undefined {
  for (let start = 0; start < printed.length - 2; start++) {
    const row = names.get(printed.slice(start, -1));
    if (row !== undefined) return row;
  }
  return undefined;
}

const NAMES_OF_PLACES = /[省市县区州盟旗]/;

/** The level that the printed name shows: by its division in full, or by 省, 市 … alone. Hong Kong, Macao and Taiwan go other ways. */
function levelOf({ region }: OrganizationMention, printed: string): Level | undefined {
  const alone = /^(自治区|[省市县])/.exec(printed)?.[1];
  if (alone === '自治区' || alone === '省') return '省';
  if (alone === '县') return '县';
  if (region === undefined) return undefined;
  if (['71', '81', '82'].includes(region.code.slice(0, 2)) || !NAMES_OF_PLACES.test(printed.slice(0, -2)))
    return undefined;
  if (region.level === 'province') return region.name.endsWith('市') ? '直辖市' : '省';
  return region.level === 'prefecture' ? '市' : '县';
}

/** 厅 for 局 or the other way, where the table knows only the other at this level. */
function rightSuffix(row: OrganLevelRow, level: Level, suffix: '厅' | '局'): '厅' | '局' | undefined {
  const borne = {
    省: row.provinceSuffix,
    直辖市: row.municipalitySuffix,
    市: row.prefectureSuffix,
    县: row.countySuffix,
  }[level];
  if (borne.includes(suffix)) return undefined;
  const other = suffix === '厅' ? '局' : '厅';
  return borne.includes(other) ? other : undefined;
}
