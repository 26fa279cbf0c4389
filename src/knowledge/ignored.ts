import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { IGNORED_FILE, parseIgnored, printIgnored, type Ignored } from '../core/ignore.js';
import { say, type Message } from '../core/message.js';
import { decode } from './decode.js';
import { findUp } from './locale.js';

/** A file of ignored findings as it lies on the disk. */
export interface IgnoredFile {
  /** Path of the file. */
  readonly file: string;
  /** The folder from which its documents' paths count. */
  readonly folder: string;
  readonly entries: readonly Ignored[];
  /** What of it cannot be used. A file with faults must not be written over. */
  readonly faults: readonly Message[];
}

/** Path of the .hegao/ignored.json that holds for what lies in `folder`: there, or in the nearest folder above; undefined if there is none. */
export function findIgnored(folder: string): string | undefined {
  return findUp(folder, path.normalize(IGNORED_FILE));
}

/** Reads a file of ignored findings; one that does not exist is empty. */
export function readIgnored(file: string): IgnoredFile {
  const folder = path.dirname(path.dirname(file));
  if (!existsSync(file)) return { file, folder, entries: [], faults: [] };
  try {
    const decoded = decode(readFileSync(file));
    return { file, folder, ...(decoded.ok ? parseIgnored(decoded.text) : { entries: [], faults: [decoded.message] }) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { file, folder, entries: [], faults: [say`忽略名单打不开，没有使用：${reason}`] };
  }
}

/** Writes the entries, making the folder if there is none. The file is replaced in one step. @throws Error of the file system. */
export function writeIgnored(file: string, entries: readonly Ignored[]): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, printIgnored(entries));
  renameSync(temporary, file);
}

/** How entries name a document: its path from the folder that holds .hegao, with slashes. */
export function documentName(folder: string, file: string): string {
  return path.relative(folder, file).replaceAll('\\', '/');
}
