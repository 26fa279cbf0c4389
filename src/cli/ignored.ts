import { existsSync } from 'node:fs';
import path from 'node:path';
import { silence, withoutIgnored, type Ignored } from '../core/ignore.js';
import { say, type Message } from '../core/message.js';
import { writeIgnored, type IgnoredFile } from '../knowledge/ignored.js';
import { finder } from './check.js';
import { Desk, type DeskOptions } from './desk.js';
import { forEachInput } from './input.js';
import type { Output } from './run.js';

/** The options of `hegao ignored`. */
export interface IgnoredOptions extends DeskOptions {
  readonly remove?: boolean;
}

/** What was seen of one file of ignored findings. */
interface Seen {
  readonly read: IgnoredFile;
  readonly documents: Set<string>;
  readonly used: Set<Ignored>;
}

/**
 * `hegao ignored`: the entries that nothing in the given files needs any more; 1 if there is one left, 2 if a file could not be read.
 * Entries of documents that lie elsewhere are not judged, those of documents that are gone are unused.
 */
export async function listUnused(names: readonly string[], options: IgnoredOptions, output: Output): Promise<number> {
  const desk = new Desk(options, output);
  const seen = new Map<string, Seen>();
  await forEachInput(names, desk, ({ path: place, text }) => {
    const { document, ...read } = desk.ignoredFor(place);
    const of = seen.get(read.file) ?? { read, documents: new Set(), used: new Set() };
    seen.set(read.file, of);
    of.documents.add(document);
    const findings = finder(place, desk)(text);
    for (const entry of silence(read.entries, { document, findings, text }).used) of.used.add(entry);
    return Promise.resolve();
  });
  let left = false;
  for (const { read, documents, used } of seen.values()) {
    const unused = read.entries.filter(
      (entry) =>
        !used.has(entry) &&
        (entry.scope === 'workspace' ||
          documents.has(entry.document) ||
          !existsSync(path.join(read.folder, entry.document))),
    );
    for (const entry of unused) await output.write(`${read.file}: ${output.text(told(entry))}\n`);
    if (unused.length === 0) continue;
    // A file of which not every line was understood would lose those lines.
    if (options.remove === true && read.faults.length === 0)
      writeIgnored(read.file, withoutIgnored(read.entries, unused));
    else left = true;
  }
  return desk.failed ? 2 : left ? 1 : 0;
}

function told(entry: Ignored): Message {
  switch (entry.scope) {
    case 'workspace':
      return say`各文件都不报${entry.rule}：没有用处了`;
    case 'document':
      return say`${entry.document}不报${entry.rule}：没有用处了`;
    case 'finding':
      return say`${entry.document}中“${entry.before}⟦${entry.text}⟧${entry.after}”不报${entry.rule}：没有用处了`;
  }
}
