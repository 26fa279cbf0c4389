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
  const tables = Object.entries(packed).map(([key, { fields, rows }]) => [
    key,
    rows.map((values) => Object.fromEntries(fields.map((field, i) => [field, values[i]]))),
  ]);
  return { ...EMPTY_TABLES, ...(Object.fromEntries(tables) as Partial<Tables>) };
}
