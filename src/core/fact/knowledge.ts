import { PhraseIndex } from './phrase-index.js';
import type { IndicatorRow, RegionGroupRow, RegionRow, StatisticRow, Tables, TargetRow, UnitRow } from './schema.js';

/**
 * The tables with the indexes that recognisers and rules look things up by. Built once by `buildKnowledge`, never changed.
 */
export interface Knowledge {
  readonly tables: Tables;
  /** Unit by name or alias, as printed after a number (元, 平方公里, 个 …). */
  readonly unitByName: ReadonlyMap<string, UnitRow>;
  /** Indicators by name or alias; an alias may belong to several. */
  readonly indicatorsByName: ReadonlyMap<string, readonly IndicatorRow[]>;
  /** All divisions, current and historic, by full name; current ones first, higher levels first. */
  readonly regionsByName: ReadonlyMap<string, readonly RegionRow[]>;
  /**
   * All divisions by short name (长沙) and alias (湘), in the same order. Left out: short names that are the full name (赵县) or that
   * `RegionRow.ambiguous` marks (平安, 合作).
   */
  readonly regionsByShortName: ReadonlyMap<string, readonly RegionRow[]>;
  /** Divisions by code; the current one first. */
  readonly regionsByCode: ReadonlyMap<string, readonly RegionRow[]>;
  /** The group of divisions that a name or alias stands for. */
  groupOf(name: string): RegionGroupRow | undefined;
  /** All rows of statistics.csv of a subject (by full name, or a name of its region group) and an indicator (by the table's name). */
  statisticsOf(subject: string, indicator: string): readonly StatisticRow[];
  /** All rows of targets.csv of a subject (by full name, or a name of its region group). */
  targetsOf(subject: string): readonly TargetRow[];
  /** The near misses of phrases.csv. */
  phrases(): PhraseIndex;
}

/** Builds the indexes over `tables`. Rows of the same key keep the tables' order; the first owner of a unit's name wins. */
export function buildKnowledge(tables: Tables): Knowledge {
  const unitByName = new Map<string, UnitRow>();
  for (const unit of tables.units) if (!unitByName.has(unit.unit)) unitByName.set(unit.unit, unit);
  for (const unit of tables.units)
    for (const alias of unit.aliases) if (!unitByName.has(alias)) unitByName.set(alias, unit);

  const indicatorsByName = new Map<string, IndicatorRow[]>();
  for (const row of tables.indicators)
    for (const name of [row.indicator, ...row.aliases]) add(indicatorsByName, name, row);

  const regionsByName = new Map<string, RegionRow[]>();
  const regionsByShortName = new Map<string, RegionRow[]>();
  const regionsByCode = new Map<string, RegionRow[]>();
  for (const row of [...tables.regions].sort(currentAndHighFirst)) {
    add(regionsByName, row.name, row);
    add(regionsByCode, row.code, row);
    if (row.shortName !== '' && row.shortName !== row.name && row.ambiguous === '')
      add(regionsByShortName, row.shortName, row);
    for (const alias of row.aliases) if (alias !== row.name) add(regionsByShortName, alias, row);
  }

  const groups = lazy(() => {
    const names = new Map<string, RegionGroupRow>();
    for (const row of tables.regionGroups) for (const alias of row.aliases) names.set(alias, row);
    for (const row of tables.regionGroups) names.set(row.name, row);
    return names;
  });
  const subjectName = (name: string): string => groups().get(name)?.name ?? name;
  const statistics = lazy(() => {
    const index = new Map<string, StatisticRow[]>();
    for (const row of tables.statistics) add(index, `${subjectName(row.subject)}\t${row.indicator}`, row);
    return index;
  });

  const targets = lazy(() => {
    const index = new Map<string, TargetRow[]>();
    for (const row of tables.targets) add(index, subjectName(row.subject), row);
    return index;
  });

  return {
    tables,
    unitByName,
    indicatorsByName,
    regionsByName,
    regionsByShortName,
    regionsByCode,
    groupOf: (name) => groups().get(name),
    statisticsOf: (subject, indicator) => statistics().get(`${subjectName(subject)}\t${indicator}`) ?? [],
    targetsOf: (subject) => targets().get(subjectName(subject)) ?? [],
    phrases: lazy(() => new PhraseIndex(tables.phrases)),
  };
}

/** The value of `make`, made when it is first asked for. */
function lazy<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

const LEVELS = ['province', 'prefecture', 'county'];

function currentAndHighFirst(a: RegionRow, b: RegionRow): number {
  return (
    Number(a.validTo !== '') - Number(b.validTo !== '') ||
    LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
    (a.code < b.code ? -1 : a.code > b.code ? 1 : 0) ||
    (a.validTo > b.validTo ? -1 : 1)
  );
}

/** Adds `row` under `key`; a row is kept once however many of its names are alike. */
function add<Row>(index: Map<string, Row[]>, key: string, row: Row): void {
  const rows = index.get(key);
  if (rows === undefined) index.set(key, [row]);
  else if (!rows.includes(row)) rows.push(row);
}
