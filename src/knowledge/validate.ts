import Big from 'big.js';
import { buildKnowledge, type Knowledge } from '../core/fact/knowledge.js';
import { PhraseIndex } from '../core/fact/phrase-index.js';
import { parentChain } from '../core/entity/division.js';
import type { StatisticRow, Tables } from '../core/fact/schema.js';
import { baseValueOf, measureOfRow } from '../core/fact/value.js';
import { say, type Message } from '../core/message.js';
import { meets } from '../core/quantity/interval.js';
import type { TableProblem } from './problem.js';
import type { ReadResult } from './tables.js';

type Add = (row: object, field: string, message: Message, severity?: TableProblem['severity']) => void;

/**
 * What single cells do not show: references between the tables, duplicates, contradictions, sums. Rows that were not read from a file (the present
 * divisions) are believed.
 */
export function validateTables({ tables, placeOf }: ReadResult): readonly TableProblem[] {
  const problems: TableProblem[] = [];
  const add: Add = (row, field, message, severity = 'error') => {
    const place = placeOf(row, field);
    if (place !== undefined) problems.push({ ...place, severity, message });
  };
  const knowledge = buildKnowledge(tables);
  checkUnits(tables, add);
  checkIndicators(tables, knowledge, add);
  checkStatistics(tables, knowledge, add);
  checkSums(tables, knowledge, add);
  checkTargets(tables, knowledge, add);
  checkRegions(tables, knowledge, add);
  checkMembers(tables, knowledge, add);
  checkOrgans(tables, add);
  checkPhrases(tables, knowledge, add);
  checkDuplicates(tables.documents, ({ title, number, issued }) => `${title}\t${number}\t${issued}`, 'title', add);
  checkDuplicates(tables.events, ({ event }) => event, 'event', add);
  return problems;
}

/**
 * What single cells of a newsroom's own rows do not show: unknown indicators and units, duplicates, contradictions among them. All are warnings:
 * the rows are used. @param knowledge the bundled tables, to which the rows refer.
 */
export function validateRows({ tables, placeOf }: ReadResult, knowledge: Knowledge): readonly TableProblem[] {
  const problems: TableProblem[] = [];
  const add: Add = (row, field, message) => {
    const place = placeOf(row, field);
    if (place !== undefined) problems.push({ ...place, severity: 'warning', message });
  };
  const units = new Map([...knowledge.unitByName, ...buildKnowledge(tables).unitByName]);
  const indicators = [...knowledge.tables.indicators, ...tables.indicators];
  const known: Knowledge = { ...knowledge, unitByName: units, tables: { ...knowledge.tables, indicators } };
  checkStatistics(tables, known, add);
  checkTargets(tables, known, add);
  checkDuplicates(tables.documents, ({ title, number, issued }) => `${title}\t${number}\t${issued}`, 'title', add);
  checkDuplicates(tables.events, ({ event }) => event, 'event', add);
  return problems;
}

function checkDuplicates<Row extends object>(
  rows: readonly Row[],
  key: (row: Row) => string,
  field: string,
  add: Add,
): void {
  const seen = new Set<string>();
  for (const row of rows) {
    if (seen.has(key(row))) add(row, field, say`与前面的一行重复；请删去其中一行。`);
    seen.add(key(row));
  }
}

function checkUnits({ units }: Tables, add: Add): void {
  const owners = new Map(units.map((unit) => [unit.unit, unit]));
  checkDuplicates(units, ({ unit }) => unit, 'unit', add);
  for (const unit of units) {
    if (new Big(unit.factor).lte(0)) add(unit, 'factor', say`换算系数应大于0。`);
    const base = owners.get(unit.baseUnit);
    if (base !== undefined && base.dimension !== unit.dimension)
      add(unit, 'baseUnit', say`基本单位“${unit.baseUnit}”的量纲不同。`);
    for (const alias of unit.aliases) {
      const owner = owners.get(alias);
      if (owner !== undefined && owner !== unit) add(unit, 'aliases', say`别名“${alias}”已是另一单位的名称。`);
    }
  }
}

function checkIndicators({ indicators }: Tables, { unitByName }: Knowledge, add: Add): void {
  checkDuplicates(indicators, ({ indicator }) => indicator, 'indicator', add);
  const names = new Set(indicators.map(({ indicator }) => indicator));
  for (const row of indicators) {
    if (row.defaultUnit !== '' && !unitByName.has(row.defaultUnit))
      add(row, 'defaultUnit', say`单位表中没有“${row.defaultUnit}”。`);
    for (const alias of row.aliases) if (names.has(alias)) add(row, 'aliases', say`别名“${alias}”已是另一指标的名称。`);
  }
}

function keyOf({ subject, indicator, scope, period, vintage }: StatisticRow): string {
  return [subject, indicator, scope, period, vintage].join('\t');
}

function checkStatistics({ statistics }: Tables, knowledge: Knowledge, add: Add): void {
  const known = new Set(knowledge.tables.indicators.map(({ indicator }) => indicator));
  const byKey = new Map<string, StatisticRow[]>();
  for (const row of statistics) {
    if (!known.has(row.indicator))
      add(row, 'indicator', say`指标表中没有“${row.indicator}”；请先在indicators.csv中登记。`);
    if (row.unit !== '' && !knowledge.unitByName.has(row.unit)) add(row, 'unit', say`单位表中没有“${row.unit}”。`);
    const measure = measureOfRow(row, knowledge.unitByName);
    for (const other of byKey.get(keyOf(row)) ?? []) {
      const before = measureOfRow(other, knowledge.unitByName);
      if (measure === undefined || before?.baseUnit !== measure.baseUnit) continue;
      if (row.value === other.value && row.unit === other.unit && row.bound === other.bound)
        add(row, 'value', say`与前面的一行重复；请删去其中一行。`);
      else if (!meets(before.interval, measure.interval))
        add(row, 'value', say`同一数据同一版本另有一行为${other.value + other.unit}；请核对，或注明不同的vintage。`);
    }
    byKey.set(keyOf(row), [...(byKey.get(keyOf(row)) ?? []), row]);
  }
}

/** Parts of the whole that must add up: all provinces known for a period against the nation. GDP differs a little by design. */
function checkSums({ statistics }: Tables, knowledge: Knowledge, add: Add): void {
  const provinces = knowledge.tables.regions.filter(
    ({ level, validTo, code }) => level === 'province' && validTo === '' && code < '710000',
  );
  const additive = new Set(
    knowledge.tables.indicators.filter(({ aggregates }) => aggregates).map(({ indicator }) => indicator),
  );
  const nationName: Readonly<Record<string, string>> = { 地区生产总值: '国内生产总值', 常住人口: '总人口' };
  const keys = new Map<string, StatisticRow>();
  for (const row of statistics)
    if (additive.has(row.indicator) && row.scope === '') keys.set(`${row.indicator}\t${row.period}`, row);
  for (const { indicator, period } of keys.values()) {
    const parts = provinces.map(({ name }) => exactRow(knowledge, name, indicator, period));
    if (provinces.length === 0 || parts.includes(undefined)) continue;
    const wholes = knowledge
      .statisticsOf('全国', nationName[indicator] ?? indicator)
      .filter((row) => row.period === period && row.scope === '' && row.bound === '');
    if (wholes.length === 0) continue;
    const total = parts.reduce(
      (all, row) => (row === undefined ? all : all.plus(baseValueOf(row, knowledge.unitByName))),
      new Big(0),
    );
    const ratios = wholes.map((row) => Number(total.div(baseValueOf(row, knowledge.unitByName))));
    const [whole] = wholes;
    if (whole !== undefined && !ratios.some((ratio) => ratio > 0.985 && ratio < 1.015)) {
      add(whole, 'value', say`各省${indicator}之和是全国的${(ratios[0] ?? 0).toFixed(3)}倍；请核对。`, 'warning');
    }
  }
}

function exactRow(knowledge: Knowledge, subject: string, indicator: string, period: string): StatisticRow | undefined {
  return knowledge
    .statisticsOf(subject, indicator)
    .find((row) => row.period === period && row.scope === '' && row.bound === '');
}

function checkTargets({ targets }: Tables, knowledge: Knowledge, add: Add): void {
  const known = new Set(knowledge.tables.indicators.map(({ indicator }) => indicator));
  for (const row of targets) {
    const indicator = row.indicator.replace(/（.*）$/, '');
    if (!known.has(indicator)) add(row, 'indicator', say`指标表中没有“${indicator}”；请先在indicators.csv中登记。`);
    if (row.unit !== '' && !knowledge.unitByName.has(row.unit)) add(row, 'unit', say`单位表中没有“${row.unit}”。`);
  }
  checkDuplicates(
    targets,
    (row) => [row.subject, row.plan, row.indicator, row.deadline, row.value, row.bound].join('\t'),
    'indicator',
    add,
  );
}

function checkRegions({ regions }: Tables, { regionsByCode }: Knowledge, add: Add): void {
  checkDuplicates(
    regions,
    ({ code, name, parentCode, validTo }) => [code, name, parentCode, validTo].join('\t'),
    'code',
    add,
  );
  for (const row of regions) {
    if (row.parentCode !== '' && !regionsByCode.has(row.parentCode))
      add(row, 'parentCode', say`没有代码为${row.parentCode}的上级区划。`);
    if (row.validFrom !== '' && row.validTo !== '' && row.validFrom > row.validTo)
      add(row, 'validTo', say`止年早于起年。`);
    for (const code of row.successorCode.split('|')) {
      if (code !== '' && !regionsByCode.has(code)) add(row, 'successorCode', say`没有代码为${code}的区划。`);
    }
  }
}

function checkMembers({ regionGroups, formulations }: Tables, knowledge: Knowledge, add: Add): void {
  const groups = new Set(regionGroups.flatMap(({ name, aliases }) => [name, ...aliases]));
  checkDuplicates(regionGroups, ({ name }) => name, 'name', add);
  for (const row of regionGroups) {
    if (row.memberCount !== '' && Number(row.memberCount) !== row.members.length) {
      add(row, 'memberCount', say`列出${row.members.length}个成员，而member_count为${row.memberCount}。`);
    }
    if (row.memberType === 'country') continue;
    for (const member of row.members) {
      if (!groups.has(member) && !isRegion(member, knowledge)) add(row, 'members', say`区划表中没有“${member}”。`);
    }
  }
  checkDuplicates(formulations, ({ name, members }) => `${name}\t${members.join('|')}`, 'name', add);
  for (const row of formulations) {
    if (row.count !== '' && row.members.length > 0 && Number(row.count) !== row.members.length) {
      add(row, 'count', say`列出${row.members.length}项，而count为${row.count}。`);
    }
  }
}

/** True for 金坛区 and for 常州市金坛区. */
function isRegion(name: string, knowledge: Knowledge): boolean {
  if (knowledge.regionsByName.has(name)) return true;
  return [...name].some((_, i) =>
    (knowledge.regionsByName.get(name.slice(i)) ?? []).some((region) =>
      parentChain(knowledge, region).some((parent) => parent.name === name.slice(0, i)),
    ),
  );
}

function checkOrgans({ organs }: Tables, add: Add): void {
  const names = new Set(organs.map(({ name }) => name));
  checkDuplicates(organs, ({ name, validFrom }) => `${name}\t${validFrom}`, 'name', add);
  for (const row of organs) {
    for (const successor of row.successor.split('|')) {
      if (successor !== '' && !names.has(successor))
        add(row, 'successor', say`机构表中没有“${successor}”。`, 'warning');
    }
  }
}

/** No near miss hits its own right form or an official name of another table. */
function checkPhrases({ phrases, documents, organs, regions }: Tables, knowledge: Knowledge, add: Add): void {
  checkDuplicates(phrases, ({ wrong }) => wrong, 'wrong', add);
  for (const row of phrases) {
    if (row.right.includes('$')) continue;
    if (new PhraseIndex([row]).find(row.right).length > 0)
      add(row, 'right', say`正确写法“${row.right}”本身会被这一行判错。`);
  }
  const index = new PhraseIndex(phrases);
  const names = [
    ...documents.map(({ title }) => title),
    ...organs.map(({ name }) => name),
    ...regions.map(({ name }) => name),
  ];
  for (const name of [...names, ...knowledge.indicatorsByName.keys()]) {
    for (const { row } of index.find(name)) add(row, 'wrong', say`误伤正式名称“${name}”。`, 'warning');
  }
}
