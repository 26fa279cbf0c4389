/**
 * The rows of the fact table as they stand in facts/*.csv, one interface per file.
 *
 * Cells are kept as text where a recogniser must read them with its own exactness (values, dates); lists are split
 * at `|`. Columns outside this schema are ignored. The columns are a contract: change them only by adding.
 */

/** facts/statistics.csv: one published figure. `period`: 2021 | 2021-12-31 | 2021-Q1 | 2016/2020. */
export interface StatisticRow {
  readonly subject: string;
  readonly indicator: string;
  /** Empty unless the figure is narrower than the indicator says (口径). */
  readonly scope: string;
  readonly period: string;
  /** As printed, in `unit`. */
  readonly value: string;
  readonly unit: string;
  readonly bound: FactBound;
  /** Which release: 报告, 公报初步核算, 最终核实, 普查修订 … A figure is wrong only if it fits none. */
  readonly vintage: string;
  readonly source: string;
  readonly sourceDate: string;
  readonly locator: string;
  /** A, B or a number from 0 to 1 in text. */
  readonly confidence: string;
}

/** How a value is bounded: empty = as printed. */
export type FactBound = '' | '≈' | '>' | '>=' | '<' | '<=';

/** facts/targets.csv: one promised figure of a plan. */
export interface TargetRow {
  readonly subject: string;
  readonly plan: string;
  readonly indicator: string;
  readonly deadline: string;
  readonly value: string;
  readonly unit: string;
  readonly bound: FactBound;
  readonly direction: string;
  /** 约束性, 预期性 or empty. */
  readonly nature: string;
  readonly source: string;
  readonly sourceDate: string;
  readonly confidence: string;
}

/** facts/indicators.csv: an indicator with its other names. */
export interface IndicatorRow {
  readonly indicator: string;
  readonly aliases: readonly string[];
  readonly dimension: string;
  readonly defaultUnit: string;
  /** True if the values of parts add up to the whole's. */
  readonly aggregates: boolean;
  readonly note: string;
}

/** facts/units.csv: a unit of measure or a classifier. `factor` times a value gives it in `baseUnit`. */
export interface UnitRow {
  readonly unit: string;
  readonly aliases: readonly string[];
  readonly dimension: string;
  /** Decimal text. */
  readonly factor: string;
  readonly baseUnit: string;
  readonly legal: string;
  readonly note: string;
}

/** facts/documents.csv: laws, plans and notices. `title` without 《》. */
export interface DocumentRow {
  readonly title: string;
  readonly issuer: string;
  readonly number: string;
  readonly issued: string;
  readonly published: string;
  readonly shortTitle: string;
  readonly status: string;
  readonly source: string;
  readonly confidence: string;
}

/** facts/regions.csv and the bundled present divisions: one division under one name and parent (GB/T 2260). */
export interface RegionRow {
  /** Six digits. */
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly level: RegionLevel;
  /** Empty for provinces. */
  readonly parentCode: string;
  readonly aliases: readonly string[];
  /** Year; empty = as far back as the table goes. */
  readonly validFrom: string;
  /** Year in which it ended; empty = exists today. */
  readonly validTo: string;
  /** What became of it; several codes are separated by `|`. */
  readonly successorCode: string;
  /**
   * `short`: the short name is as often an ordinary word or a piece of one (平安, 合作, 衡水 in 均衡水平); `full`: even the full name is
   * (范县 in 示范县, 和县 in 市和县). Such a name counts only where its neighbours show that it is the division: behind its parent's
   * name, or in a list of others.
   */
  readonly ambiguous: '' | 'short' | 'full';
  readonly source: string;
}

export type RegionLevel = 'province' | 'prefecture' | 'county';

/** facts/region_groups.csv: 长三角, 胶东五市, metropolitan areas … */
export interface RegionGroupRow {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: string;
  /** region, or country for groups of states. */
  readonly memberType: string;
  readonly members: readonly string[];
  readonly memberCount: string;
  readonly order: string;
  readonly approved: string;
  readonly issuer: string;
  readonly areaKm2: string;
  readonly source: string;
  readonly confidence: string;
}

/** facts/organs.csv: central organs, current and historic. */
export interface OrganRow {
  readonly name: string;
  readonly shortNames: readonly string[];
  readonly level: string;
  readonly region: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly successor: string;
  readonly source: string;
  readonly confidence: string;
}

/** facts/organ_level_rules.csv: what a line department is called at each level. */
export interface OrganLevelRow {
  readonly function: string;
  readonly nameStem: string;
  readonly provinceSuffix: readonly string[];
  readonly municipalitySuffix: readonly string[];
  readonly prefectureSuffix: readonly string[];
  readonly countySuffix: readonly string[];
  readonly exceptions: string;
  readonly source: string;
  readonly confidence: string;
}

/** facts/formulations.csv: fixed formulations (提法) with their members in order. */
export interface FormulationRow {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly count: string;
  readonly members: readonly string[];
  readonly ordered: boolean;
  readonly introduced: string;
  readonly source: string;
  readonly confidence: string;
}

/** facts/phrases.csv: near misses of fixed phrases. `match` says how `wrong` is read. */
export interface PhraseRow {
  readonly wrong: string;
  readonly right: string;
  readonly kind: string;
  readonly note: string;
  readonly source: string;
  readonly confidence: string;
  readonly match: 'literal' | 'regex';
  readonly contextRequired: string;
  readonly exceptions: readonly string[];
}

/** facts/events.csv: dates that policy texts cite. */
export interface EventRow {
  readonly event: string;
  readonly aliases: readonly string[];
  readonly date: string;
  readonly source: string;
  readonly confidence: string;
}

/** Everything the core knows about the world, as read by src/knowledge. Missing tables are empty. */
export interface Tables {
  readonly statistics: readonly StatisticRow[];
  readonly targets: readonly TargetRow[];
  readonly indicators: readonly IndicatorRow[];
  readonly units: readonly UnitRow[];
  readonly documents: readonly DocumentRow[];
  readonly regions: readonly RegionRow[];
  readonly regionGroups: readonly RegionGroupRow[];
  readonly organs: readonly OrganRow[];
  readonly organLevels: readonly OrganLevelRow[];
  readonly formulations: readonly FormulationRow[];
  readonly phrases: readonly PhraseRow[];
  readonly events: readonly EventRow[];
}

/** Tables with nothing in them, to start from in tests and merges. */
export const EMPTY_TABLES: Tables = {
  statistics: [],
  targets: [],
  indicators: [],
  units: [],
  documents: [],
  regions: [],
  regionGroups: [],
  organs: [],
  organLevels: [],
  formulations: [],
  phrases: [],
  events: [],
};
