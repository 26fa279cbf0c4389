import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { glob } from 'tinyglobby';
import { say, type Message } from '../core/message.js';
import { decode, LARGEST, tooLarge, type Storage } from '../knowledge/decode.js';
import { isZip } from '../word/package.js';
import { readWord } from '../word/manuscript.js';
import type { Desk } from './desk.js';

/** Folders in which nobody keeps manuscripts, and which are large. */
const NEVER = ['**/node_modules/**', '**/.git/**'];

/** How an input lies in its file: a text, or a Word manuscript with its bytes. */
export type InputStorage = Storage | { readonly encoding: 'docx'; readonly bytes: Uint8Array };

/** A text to work on. */
export interface Input {
  /** As given, or as found in a folder that was given. */
  readonly path: string;
  readonly text: string;
  readonly storage: InputStorage;
}

/**
 * Gives every text that the arguments name to `body`, one after the other: files as they are, folders and globs by the settings' include and
 * exclude, - for standard input. What cannot be read, and what fails in `body`, is told on standard error; the others still come.
 */
export async function forEachInput(
  names: readonly string[],
  desk: Desk,
  body: (input: Input) => Promise<void>,
): Promise<void> {
  const { surroundings } = desk.output;
  const seen = new Set<string>();
  for (const name of names)
    for (const place of await placesOf(name, desk)) {
      const full = place === '-' ? '-' : path.resolve(surroundings.cwd(), place);
      if (seen.has(full)) continue;
      seen.add(full);
      const input = await read(place, full, desk);
      if (input === undefined) continue;
      try {
        await body(input);
      } catch (error) {
        desk.fail(place, say`核对时出错，这个文件没有核对成：${stackOf(error)}`);
      }
    }
}

/** The files that one argument names: of a folder or a glob those that the settings of each do not exclude. */
async function placesOf(name: string, desk: Desk): Promise<readonly string[]> {
  const cwd = desk.output.surroundings.cwd();
  const full = path.resolve(cwd, name);
  const isThere = existsSync(full);
  if (name === '-' || (isThere && !statSync(full).isDirectory())) return [name];
  // Windows separators are taken as such: in a glob on the command line they hardly ever mean anything else.
  const found = await glob(isThere ? ['**'] : [name.replaceAll('\\', '/')], {
    cwd: isThere ? full : cwd,
    ignore: NEVER,
    expandDirectories: false,
  });
  const places = found.sort().map((file) => {
    if (isThere) return path.join(name, file);
    return path.isAbsolute(name) ? path.resolve(cwd, file) : path.normalize(file);
  });
  const wanted = places.filter((place) => {
    const { include, exclude } = desk.settingsFor(place);
    const isMeant = desk.meaningOf(place);
    return (!isThere || include.some(isMeant)) && !exclude.some(isMeant);
  });
  if (wanted.length === 0) desk.fail(name, isThere ? say`文件夹里没有可核对的文件。` : say`没有这个文件；请检查路径。`);
  return wanted;
}

async function read(place: string, full: string, desk: Desk): Promise<Input | undefined> {
  try {
    const size = place === '-' ? 0 : statSync(full).size;
    if (size > LARGEST) {
      desk.fail(place, tooLarge(size));
      return undefined;
    }
    const bytes = place === '-' ? await readAll(desk.output.surroundings.stdin) : readFileSync(full);
    const opened = open(bytes);
    if ('storage' in opened) return { path: place, ...opened };
    desk.fail(place, opened);
  } catch (error) {
    desk.fail(place, say`文件打不开，请检查权限：${error instanceof Error ? error.message : String(error)}`);
  }
  return undefined;
}

/** The text in a file's bytes, or why there is none. */
function open(bytes: Uint8Array): Omit<Input, 'path'> | Message {
  if (isZip(bytes)) {
    const read = readWord(bytes);
    return read.ok ? { text: read.text, storage: { encoding: 'docx', bytes } } : read.message;
  }
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded.message;
  const { text, encoding, bom } = decoded;
  return { text, storage: { encoding, bom } };
}

/** Standard input to its end; what exceeds the size of a manuscript is not kept. */
async function readAll(stream: NodeJS.ReadableStream): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size <= LARGEST + bytes.length) chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** What is told of an error that is ours. */
export function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
