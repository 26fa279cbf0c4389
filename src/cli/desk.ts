import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, type ParseError } from 'jsonc-parser';
import type { Knowledge } from '../core/fact/knowledge.js';
import { say } from '../core/message.js';
import {
  DEFAULT_SETTINGS,
  readSettings,
  settingsComplaints,
  settingsFor,
  type FileSettings,
  type Settings,
} from '../core/settings.js';
import { LineIndex } from '../core/text/line-index.js';
import { decode } from '../knowledge/decode.js';
import { meaning } from '../knowledge/glob.js';
import { documentName, findIgnored, readIgnored, type IgnoredFile } from '../knowledge/ignored.js';
import { knowledgeWith } from '../knowledge/layered.js';
import { nearestWorkspace } from '../knowledge/own-table.js';
import type { Output } from './run.js';

/** What the command line says for every file alike. */
export interface DeskOptions {
  /** A settings file for all files, instead of the one near each. */
  readonly config?: string;
  /** Further fact tables. */
  readonly facts?: readonly string[];
  /** ISO date of the issue; goes before the settings'. */
  readonly issueDate?: string;
}

/** Settings with the folder against which their paths count. */
interface Placed {
  readonly settings: Settings;
  readonly folder: string;
}

/**
 * What a file is checked with: the settings and tables for its place, read once and shared. Collects whether something went wrong on the way.
 */
export class Desk {
  readonly output: Output;
  readonly #options: DeskOptions;
  readonly #settings = new Map<string, Placed>();
  readonly #knowledge = new Map<string, Knowledge>();
  readonly #ignored = new Map<string, IgnoredFile>();
  #failed = false;

  /** @throws Unusable where --config cannot be read. */
  constructor(options: DeskOptions, output: Output) {
    this.output = output;
    this.#options = options;
    if (options.config !== undefined) this.#read(path.resolve(output.surroundings.cwd(), options.config), true);
  }

  /** True if an input, a setting or a table could not be used: the exit code is 2. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Names what went wrong on standard error. */
  fail(...args: Parameters<Output['warn']>): void {
    this.#failed = true;
    this.output.warn(...args);
  }

  /** The settings for a file or folder: of --config, else of .vscode/settings.json in its folder or the nearest above. */
  settingsFor(place: string): FileSettings {
    return settingsFor(this.#placed(place).settings, this.meaningOf(place));
  }

  /** Tells which globs of its settings mean a file. */
  meaningOf(place: string): (glob: string) => boolean {
    const full = path.resolve(this.output.surroundings.cwd(), place);
    const name = documentName(this.#placed(place).folder, full);
    // ** stands for folders below, not for those above.
    return meaning(name.startsWith('..') ? full.replaceAll('\\', '/') : name);
  }

  /** What an editor ignores in a file: of .hegao/ignored.json in its folder or the nearest above. */
  ignoredFor(place: string): IgnoredFile & { readonly document: string } {
    const full = path.resolve(this.output.surroundings.cwd(), place);
    const file = findIgnored(path.dirname(full));
    if (file === undefined) return { file: '', folder: '', entries: [], faults: [], document: '' };
    let read = this.#ignored.get(file);
    if (read === undefined) {
      read = readIgnored(file);
      for (const fault of read.faults) this.fail(file, fault);
      this.#ignored.set(file, read);
    }
    return { ...read, document: documentName(read.folder, full) };
  }

  /** The tables for a file: the bundled ones, those of the settings and the command line, and those in the nearest .hegao/facts. */
  knowledgeFor(place: string): Knowledge {
    const { settings, folder } = this.#placed(place);
    const names = [...(this.#options.facts ?? []), ...settings.facts.map((name) => path.resolve(folder, name))];
    const cwd = this.output.surroundings.cwd();
    const workspace = nearestWorkspace(place === '-' ? cwd : path.dirname(path.resolve(cwd, place))) ?? cwd;
    const key = [...names, workspace].join('\n');
    const known = this.#knowledge.get(key);
    if (known !== undefined) return known;
    const { knowledge, faults } = knowledgeWith(names, cwd, workspace);
    for (const fault of faults) this.fail(fault.place, fault.message);
    this.#knowledge.set(key, knowledge);
    return knowledge;
  }

  /** How a file is to be read: Markdown by its name, with the date of the issue. */
  readingFor(place: string): { readonly language: 'plain' | 'markdown'; readonly issueDate?: string } {
    const issueDate = this.#options.issueDate ?? this.settingsFor(place).issueDate;
    const language = /\.(?:md|markdown)$/i.test(place) ? 'markdown' : 'plain';
    return { language, ...(issueDate === '' ? {} : { issueDate }) };
  }

  #placed(place: string): Placed {
    const cwd = this.output.surroundings.cwd();
    if (this.#options.config !== undefined) return this.#read(path.resolve(cwd, this.#options.config), true);
    const file = nearestSettings(place === '-' ? cwd : path.resolve(cwd, place));
    return file === undefined ? { settings: DEFAULT_SETTINGS, folder: cwd } : this.#read(file, false);
  }

  #read(file: string, isAsked: boolean): Placed {
    const known = this.#settings.get(file);
    if (known !== undefined) return known;
    // Paths in .vscode/settings.json count from the folder that holds .vscode.
    const folder = isAsked ? path.dirname(file) : path.dirname(path.dirname(file));
    const source = this.#parse(file);
    if (source === undefined && isAsked) throw new Unusable();
    const read = source === undefined ? { settings: DEFAULT_SETTINGS, faults: [], unknown: [] } : readSettings(source);
    for (const complaint of settingsComplaints(read)) this.fail(file, complaint);
    const placed: Placed = { settings: read.settings, folder };
    this.#settings.set(file, placed);
    return placed;
  }

  /** The object a settings file holds (VS Code's may have comments); undefined, with the reason told, if it cannot be read. */
  #parse(file: string): Readonly<Record<string, unknown>> | undefined {
    if (!existsSync(file)) {
      this.fail(file, say`没有这个设置文件；请检查路径。`);
      return undefined;
    }
    const decoded = decode(readFileSync(file));
    if (!decoded.ok) {
      this.fail(file, decoded.message);
      return undefined;
    }
    const errors: ParseError[] = [];
    const value: unknown = parse(decoded.text, errors, { allowTrailingComma: true, allowEmptyContent: true }) ?? {};
    const [first] = errors;
    if (first !== undefined || typeof value !== 'object' || value === null || Array.isArray(value)) {
      const { line, character } = new LineIndex(decoded.text).positionAt(first?.offset ?? 0);
      this.fail(`${file}:${line + 1}:${character + 1}`, say`设置文件从这里起读不懂；请检查引号、逗号与括号。`);
      return undefined;
    }
    return value as Readonly<Record<string, unknown>>;
  }
}

/** The settings file that was asked for cannot be used; why has been told. */
export class Unusable extends Error {}

function nearestSettings(from: string): string | undefined {
  const here = path.join(from, '.vscode', 'settings.json');
  if (existsSync(here)) return here;
  const parent = path.dirname(from);
  return parent === from ? undefined : nearestSettings(parent);
}
