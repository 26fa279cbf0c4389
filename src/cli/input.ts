import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { glob } from 'tinyglobby';
import { say } from '../core/message.js';
import type { Message } from '../core/message.js';
import { DEFAULT_SETTINGS, readSettings } from '../core/settings.js';
import type { Settings } from '../core/settings.js';
import { LARGEST, readManuscript, tooLarge } from '../knowledge/manuscript.js';
import type { ManuscriptEncoding } from '../knowledge/manuscript.js';
import type { Output } from './run.js';

/** A file to check: its path as given, or the reason it cannot be. */
export type Input =
  | { readonly path: string; readonly text: string; readonly encoding: ManuscriptEncoding }
  | { readonly path: string; readonly fault: Message };

/**
 * The files that the arguments name: files as they are, folders and globs through include and exclude, - for standard input.
 * Windows separators in a glob are taken as such.
 */
export async function* readInputs(
  names: readonly string[],
  settings: Settings,
  { surroundings }: Output,
): AsyncGenerator<Input> {
  const cwd = surroundings.cwd();
  for (const name of names) {
    if (name === '-') {
      yield fromBytes('-', await readAll(surroundings.stdin));
      continue;
    }
    const full = path.resolve(cwd, name);
    if (existsSync(full) && !statSync(full).isDirectory()) {
      yield readFile(name, full);
      continue;
    }
    const isFolder = existsSync(full);
    const patterns = isFolder ? settings.include : [name.replaceAll('\\', '/')];
    const found = await glob([...patterns], {
      cwd: isFolder ? full : cwd,
      ignore: [...settings.exclude],
      absolute: true,
      dot: false,
    });
    if (found.length === 0)
      yield { path: name, fault: isFolder ? say`文件夹里没有可核对的文件。` : say`没有这个文件；请检查路径。` };
    for (const file of found.sort()) yield readFile(path.relative(cwd, file) || file, file);
  }
}

function readFile(name: string, full: string): Input {
  try {
    const { size } = statSync(full);
    if (size > LARGEST) return { path: name, fault: tooLarge(size) };
    return fromBytes(name, readFileSync(full));
  } catch (error) {
    return { path: name, fault: say`文件打不开：${error instanceof Error ? error.message : String(error)}` };
  }
}

function fromBytes(name: string, bytes: Uint8Array): Input {
  const manuscript = readManuscript(bytes);
  return manuscript.ok
    ? { path: name, text: manuscript.text, encoding: manuscript.encoding }
    : { path: name, fault: manuscript.message };
}

async function readAll(stream: NodeJS.ReadableStream): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return Buffer.concat(chunks);
}

/** The settings of --config, else of .vscode/settings.json in the folder of the first file, as the editor reads them. */
export function settingsFor(
  config: string | undefined,
  names: readonly string[],
  output: Output,
): Settings | undefined {
  const cwd = output.surroundings.cwd();
  const first = names.find((name) => name !== '-') ?? '.';
  const file = config === undefined ? nearest(path.resolve(cwd, first)) : path.resolve(cwd, config);
  if (file === undefined) return DEFAULT_SETTINGS;
  try {
    const { settings, faults } = readSettings(
      JSON.parse(withoutComments(readFileSync(file, 'utf8'))) as Record<string, unknown>,
    );
    for (const fault of faults) output.warn(file, say`设置hegao.${fault}的值不合要求，按默认值处理。`);
    return settings;
  } catch (error) {
    output.warn(config ?? file, say`设置文件读不出来：${error instanceof Error ? error.message : String(error)}`);
    return config === undefined ? DEFAULT_SETTINGS : undefined;
  }
}

function nearest(from: string): string | undefined {
  const here = path.join(from, '.vscode', 'settings.json');
  if (existsSync(here)) return here;
  const parent = path.dirname(from);
  return parent === from ? undefined : nearest(parent);
}

/** VS Code's settings may hold comments and trailing commas. */
function withoutComments(json: string): string {
  return json
    .replace(/("(?:\\.|[^"\\])*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (_, text: string | undefined) => text ?? '')
    .replace(
      /("(?:\\.|[^"\\])*")|,(\s*[}\]])/g,
      (_, text: string | undefined, close: string | undefined) => text ?? close ?? '',
    );
}
