import { EMPTY_TABLES, type Tables } from '../core/fact/schema.js';

/** A table as its field names and rows of values, which is half the size of objects and as quick to read. */
interface PackedTable {
  readonly fields: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** The compiled fact table: JSON text of `tables`. */
export function packTables(tables: Tables): string {
  const packed = Object.entries(tables).map(([key, rows]: [string, readonly object[]]): [string, PackedTable] => {
    const fields = Object.keys(rows[0] ?? {});
    return [key, { fields, rows: rows.map((row) => fields.map((field) => (row as Record<string, unknown>)[field])) }];
  });
  return JSON.stringify(Object.fromEntries(packed));
}

/** The tables of compiled text. @throws SyntaxError if it is damaged. */
export function unpackTables(text: string): Tables {
  const packed = JSON.parse(text) as Partial<Record<keyof Tables, PackedTable>>;
  const tables: Partial<Record<string, unknown>> = {};
  for (const [key, { fields, rows }] of Object.entries(packed))
    tables[key] = rows.map((values) => rowOf(fields, values));
  return { ...EMPTY_TABLES, ...(tables as Partial<Tables>) };
}

/** Fields are set in one order for all rows of a table, so that they share their shape in memory. */
function rowOf(fields: readonly string[], values: readonly unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (let i = 0; i < fields.length; i++) row[fields[i] ?? ''] = values[i];
  return row;
}
