import type { Ignored } from '../core/ignore.js';
import { ignore } from '../core/ignore.js';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { check } from '../core/check.js';
import { silence } from '../core/ignore.js';
import { decode } from '../knowledge/decode.js';
import type { Desk, Found } from './desk.js';
import type { IgnoredItem, IgnoreParams, IgnoreResult } from './protocol.js';

/** Puts a finding of a document on the ignored list. */
export function ignoreFinding(desk: Desk, found: Found, { ruleId, range, scope }: IgnoreParams): IgnoreResult {
  const { uri, converter, all, text } = found;
  const span = { start: converter.offset(range.start), end: converter.offset(range.end) };
  const entry = ignore({ ruleId, span }, scope, { document: desk.documentName(uri), findings: all, text });
  if (entry === undefined) return { kept: 'none' };
  // An unsaved text has no name that would last: what is ignored in it is not kept.
  const lasts = scope === 'workspace' || desk.folders.pathIn(uri) !== undefined;
  return { kept: desk.ignored.add(lasts ? desk.folders.of(uri) : undefined, entry) };
}

/** The entries of a document's folder. Each document that one names is read to see whether the entry still silences anything. */
export async function ignoredItems(desk: Desk, uri: string): Promise<readonly IgnoredItem[]> {
  const entries = desk.entries(uri);
  const used = new Set<Ignored>();
  const named = new Set(entries.flatMap((entry) => (entry.scope === 'workspace' ? [] : [entry.document])));
  for (const document of named) {
    const checked = await checkNamed(desk, uri, document);
    if (checked === 'unreadable')
      for (const entry of entries.filter((each) => each.scope !== 'workspace' && each.document === document))
        used.add(entry);
    else if (checked !== undefined)
      for (const entry of silence(entries, { document, ...checked }).used) used.add(entry);
  }
  for (const open of desk.documents.all()) {
    const found = await desk.current(open.uri);
    for (const entry of found?.silenced.used ?? []) used.add(entry);
  }
  return entries.map((entry) => ({
    scope: entry.scope,
    ruleId: entry.rule,
    document: entry.scope === 'workspace' ? '' : entry.document,
    text: entry.scope === 'finding' ? entry.before + entry.text + entry.after : '',
    // Whether a rule speaks anywhere in the folder is not known without reading all of it.
    unused: entry.scope !== 'workspace' && !used.has(entry),
    key: keyOf(entry),
  }));
}

/** The entries that keys name. */
export function entriesOf(desk: Desk, uri: string, keys: readonly string[]): readonly Ignored[] {
  return desk.entries(uri).filter((entry) => keys.includes(keyOf(entry)));
}

function keyOf(entry: Ignored): string {
  return JSON.stringify(entry);
}

/** What the rules find in a file of the folder that may not be open; undefined if there is none. */
async function checkNamed(
  desk: Desk,
  uri: string,
  document: string,
): Promise<(Pick<Found, 'text'> & { findings: Found['all'] }) | 'unreadable' | undefined> {
  const folder = desk.folders.of(uri);
  const file = folder === undefined ? undefined : path.join(folder, document);
  if (file === undefined || !existsSync(file)) return undefined;
  const decoded = decode(readFileSync(file));
  // A Word manuscript that is not open; whether its entries have effect is not known.
  if (!decoded.ok) return 'unreadable';
  const configuration = await desk.configuration(uri);
  const { issueDate } = configuration.settings;
  const findings = check(decoded.text, desk.tables(uri, configuration), {
    language: /\.(?:md|markdown)$/i.test(document) ? 'markdown' : 'plain',
    ...(issueDate === '' ? {} : { issueDate }),
  });
  return { text: decoded.text, findings };
}
