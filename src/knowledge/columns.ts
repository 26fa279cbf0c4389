import { anchorsOf } from '../core/fact/phrase-index.js';
import type { Tables } from '../core/fact/schema.js';
import { say, type Message } from '../core/message.js';

/** What a cell must look like. list: values separated by `|`; flag: yes or no. */
export type CellType =
  | 'text'
  | 'list'
  | 'flag'
  | 'decimal'
  | 'integer'
  | 'date'
  | 'year'
  | 'period'
  | 'bound'
  | 'confidence'
  | 'code'
  | 'level'
  | 'match'
  | 'ambiguity';

export interface Column {
  /** The name in the file's header. */
  readonly name: string;
  /** The field of the row. */
  readonly field: string;
  readonly type: CellType;
  /** Required columns must be in the header, and their cells not empty. */
  readonly required: boolean;
}

export interface TableSchema {
  readonly table: keyof Tables;
  readonly file: string;
  readonly columns: readonly Column[];
  /** What is wrong with a whole row whose cells are right by themselves: the column's name, and what to do. */
  readonly check?: (
    cell: (name: string) => string,
  ) => { readonly column: string; readonly message: Message } | undefined;
}

/** `name`, `name:type`, with `!` behind it where required; fields are the names in camel case. */
function table(
  key: keyof Tables,
  file: string,
  columns: string,
  fields: Readonly<Record<string, string>> = {},
): TableSchema {
  return {
    table: key,
    file,
    columns: columns.split(' ').map((column) => {
      const [name = '', type = 'text'] = column.replace('!', '').split(':');
      const field = fields[name] ?? name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
      return { name, field, type: type as CellType, required: column.endsWith('!') };
    }),
  };
}

/** A pattern must be one, and hold words by which it is found. */
function checkPhrase(cell: (name: string) => string): { column: string; message: Message } | undefined {
  if (cell('match') !== 'regex') return undefined;
  const pattern = cell('wrong');
  try {
    new RegExp(pattern);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { column: 'wrong', message: say`不是正则表达式：${why}；按字面查找请把match改为literal。` };
  }
  if (anchorsOf(pattern) !== undefined) return undefined;
  return { column: 'wrong', message: say`正则表达式的每个分支都要有固定的文字。` };
}

/** The tables of facts/, their files and columns: the contract of src/core/fact/schema.ts. */
export const SCHEMAS: readonly TableSchema[] = [
  table(
    'statistics',
    'statistics.csv',
    'subject! indicator! scope period:period value:decimal! unit bound:bound vintage source! source_date:date locator confidence:confidence',
  ),
  table(
    'targets',
    'targets.csv',
    'subject! plan indicator! deadline:period! value:decimal! unit bound:bound direction nature source! source_date:date confidence:confidence',
  ),
  table('indicators', 'indicators.csv', 'indicator! aliases:list dimension! default_unit aggregates:flag note'),
  table('units', 'units.csv', 'unit! aliases:list dimension! factor_to_base:decimal! base_unit! legal note', {
    factor_to_base: 'factor',
  }),
  table(
    'documents',
    'documents.csv',
    'title! issuer number issued:date published:date short_title status source! confidence:confidence',
  ),
  table(
    'regions',
    'regions.csv',
    'code:code! name! short_name level:level! parent_code:code aliases:list valid_from:year valid_to:year successor_code ambiguous:ambiguity source!',
  ),
  table(
    'regionGroups',
    'region_groups.csv',
    'name! aliases:list kind! member_type members:list member_count:integer order:integer approved:date issuer area_km2:decimal source! confidence:confidence',
  ),
  table(
    'organs',
    'organs.csv',
    'name! short_names:list level region valid_from:date valid_to:date successor source! confidence:confidence',
  ),
  table(
    'organLevels',
    'organ_level_rules.csv',
    'function! name_stem! province_suffix:list municipality_suffix:list prefecture_suffix:list county_suffix:list exceptions source! confidence:confidence',
  ),
  table(
    'formulations',
    'formulations.csv',
    'name! aliases:list count:integer members:list ordered:flag introduced:date source! confidence:confidence',
  ),
  {
    ...table(
      'phrases',
      'phrases.csv',
      'wrong! right! kind note standard_or_source! confidence:confidence match:match context_required exceptions:list',
      { standard_or_source: 'source' },
    ),
    check: checkPhrase,
  },
  table('events', 'events.csv', 'event! aliases:list date:date! source! confidence:confidence'),
];

/** The fields that tell the rows of a table apart: a newsroom's row takes the place of the bundled one that has all of them alike. */
export const KEYS: { readonly [Key in keyof Tables]: readonly (keyof Tables[Key][number])[] } = {
  statistics: ['subject', 'indicator', 'scope', 'period', 'vintage'],
  targets: ['subject', 'plan', 'indicator', 'deadline', 'bound'],
  // A further row adds names to an indicator.
  indicators: ['indicator', 'aliases'],
  units: ['unit'],
  documents: ['title', 'number'],
  regions: ['code', 'name', 'validTo'],
  regionGroups: ['name'],
  organs: ['name', 'validFrom'],
  organLevels: ['function', 'nameStem'],
  formulations: ['name'],
  phrases: ['wrong'],
  events: ['event'],
};
