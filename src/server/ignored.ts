import path from 'node:path';
import { IGNORED_FILE, withIgnored, withoutIgnored, type Ignored } from '../core/ignore.js';
import type { Message } from '../core/message.js';
import { readIgnored, writeIgnored } from '../knowledge/ignored.js';

/** The lists of what is ignored, one a folder, read when first asked for; and one for texts that lie in no folder, which ends with the server. */
export class IgnoredLists {
  readonly #lists = new Map<string | undefined, readonly Ignored[]>();
  readonly #tell: (file: string, message: Message) => void;
  readonly #broken = new Set<string>();
  #merged: Readonly<Record<'own' | 'all' | 'entries', readonly Ignored[]>> | undefined;
  #last: { readonly folder: string | undefined; readonly entry: Ignored } | undefined;

  /** @param tell is told of entries that cannot be read. */
  constructor(tell: (file: string, message: Message) => void) {
    this.#tell = tell;
  }

  of(folder: string | undefined): readonly Ignored[] {
    const known = this.#lists.get(folder);
    if (known !== undefined) return known;
    const read = folder === undefined ? [] : this.#read(path.join(folder, IGNORED_FILE));
    this.#lists.set(folder, read);
    return read;
  }

  /** What counts for a text that lies in no folder: its own entries, and those for the whole of the folder that is open. */
  forLoose(folder: string | undefined): readonly Ignored[] {
    const own = this.of(undefined);
    if (folder === undefined) return own;
    const all = this.of(folder);
    if (this.#merged?.own !== own || this.#merged.all !== all)
      this.#merged = { own, all, entries: [...own, ...all.filter(({ scope }) => scope === 'workspace')] };
    return this.#merged.entries;
  }

  /** Reads the files again when they are next asked for. */
  forget(): void {
    for (const folder of this.#lists.keys()) if (folder !== undefined) this.#lists.delete(folder);
  }

  /** Gives where the entry is kept: a file that cannot be read whole is not written over. */
  add(folder: string | undefined, entry: Ignored): 'file' | 'session' {
    this.#last = { folder, entry };
    return this.#keep(folder, withIgnored(this.of(folder), entry));
  }

  remove(folder: string | undefined, gone: readonly Ignored[]): void {
    const [before, left] = [this.of(folder), withoutIgnored(this.of(folder), gone)];
    if (left.length < before.length) this.#keep(folder, left);
  }

  /** Takes out the entry added last, once. */
  removeLast(): void {
    if (this.#last !== undefined) this.remove(this.#last.folder, [this.#last.entry]);
    this.#last = undefined;
  }

  #read(file: string): readonly Ignored[] {
    const { entries, faults } = readIgnored(file);
    for (const fault of faults) this.#tell(file, fault);
    if (faults.length > 0) this.#broken.add(file);
    else this.#broken.delete(file);
    return entries;
  }

  #keep(folder: string | undefined, entries: readonly Ignored[]): 'file' | 'session' {
    this.#lists.set(folder, entries);
    const file = folder === undefined ? undefined : path.join(folder, IGNORED_FILE);
    if (file === undefined || this.#broken.has(file)) return 'session';
    writeIgnored(file, entries);
    return 'file';
  }
}
