// What the other scripts share: where the project is, how it speaks, how it runs a program. Only Node, no packages.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** A path inside the project. */
export const inProject = (...parts) => path.join(root, ...parts);

/** One line for the reader, in both languages. */
export function say(chinese, english) {
  console.log(`核稿 ▸ ${chinese}\n       ${english}`);
}

/** An outcome the reader can act on: printed without a stack trace by `main`. */
export class Stop extends Error {
  /** @param {number} [code] exit code */
  constructor(chinese, english, code = 1) {
    super(`${chinese}\n       ${english}`);
    this.code = code;
  }
}

/** Runs a script's body; a `Stop` ends it with its message, anything else with its stack. */
export async function main(body) {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    console.error(error instanceof Stop ? `核稿 ✗ ${error.message}` : error);
    process.exitCode = error instanceof Stop ? error.code : 1;
  }
}

/** Runs a program to its end with its output shown. Gives the exit code. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

/** Runs npm (the one that runs this script, if it does), wherever its launcher is. */
export function npm(args, options = {}) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) return run(process.execPath, [cli, ...args], options);
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, {
    ...options,
    shell: process.platform === 'win32',
  });
}

/** The full path of a program on the PATH, or undefined. */
export function onPath(...names) {
  const endings = process.platform === 'win32' ? ['.cmd', '.exe', ''] : [''];
  for (const name of names)
    for (const folder of (process.env.PATH ?? '').split(path.delimiter))
      for (const ending of endings) {
        const file = path.join(folder, name + ending);
        if (folder && existsSync(file) && statSync(file).isFile()) return file;
      }
  return undefined;
}

/** What a program prints, trimmed; undefined if it cannot be run or fails. */
export function output(command, args, options = {}) {
  const result = spawnSync(command, args, { encoding: 'utf8', ...options });
  return result.status === 0 ? result.stdout.trim() : undefined;
}

/** A hash over files and folders (names and contents); what does not exist counts as empty. */
export function hashOf(...paths) {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0]);
  const add = (file) => {
    if (!existsSync(file)) return;
    if (statSync(file).isDirectory()) for (const name of readdirSync(file).sort()) add(path.join(file, name));
    else hash.update(path.relative(root, file)).update('\0').update(readFileSync(file));
  };
  for (const file of paths) add(inProject(file));
  return hash.digest('hex');
}

/** Does a step only if its inputs changed since it last succeeded. Gives true if it was done. */
export async function once(stamp, hash, step) {
  const file = inProject(stamp);
  if (existsSync(file) && readFileSync(file, 'utf8') === hash) return false;
  await step();
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, hash);
  return true;
}
