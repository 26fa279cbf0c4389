import type { IndicatorRow, RegionRow, Tables, UnitRow } from './schema.js';

/**
 * The tables with the indexes that recognisers and rules look things up by. Built once by `buildKnowledge`, never changed.
 */
export interface Knowledge {
  readonly tables: Tables;
  /** Unit by name or alias, as printed after a number (元, 平方公里, 个 …). */
  readonly unitByName: ReadonlyMap<string, UnitRow>;
  /** Indicators by name or alias; an alias may belong to several. */
  readonly indicatorsByName: ReadonlyMap<string, readonly IndicatorRow[]>;
  /** All divisions, current and historic, by full name. */
  readonly regionsByName: ReadonlyMap<string, readonly RegionRow[]>;
  /** All divisions by short name (长沙) and alias (湘). */
  readonly regionsByShortName: ReadonlyMap<string, readonly RegionRow[]>;
  /** Divisions by code; the current one first. */
  readonly regionsByCode: ReadonlyMap<string, readonly RegionRow[]>;
}
