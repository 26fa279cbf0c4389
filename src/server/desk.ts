import { homedir } from 'node:os';
import { TextDocuments, type Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { AnalysedArticle } from '../core/article.js';
import type { ReadingOptions } from '../core/check.js';
import type { Fault } from '../core/checker.js';
import type { Knowledge } from '../core/fact/knowledge.js';
import type { Finding } from '../core/finding.js';
import { silence, type Ignored, type Silenced } from '../core/ignore.js';
import { say } from '../core/message.js';
import { applySettings } from '../core/settings.js';
import { knowledgeWith } from '../knowledge/layered.js';
import { DEFAULT_CONFIGURATION, readConfiguration, type Configuration } from './configuration.js';
import { Converter, type Say } from './convert.js';
import { OpenDocument, type Result } from './document-store.js';
import { Folders } from './folders.js';
import { IgnoredLists } from './ignored.js';

/** A document as it is now, read and checked: what every request works on. */
export interface Found {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  readonly articles: readonly AnalysedArticle[];
  /** As the settings and the ignored list want them, in order. */
  readonly findings: readonly Finding[];
  /** All that the rules found, in order. */
  readonly all: readonly Finding[];
  readonly silenced: Silenced;
  /** True if the text was too long to be checked. */
  readonly skipped: boolean;
  /** Rules that failed on it. */
  readonly failed: ReadonlySet<string>;
  readonly converter: Converter;
  readonly knowledge: Knowledge;
  readonly configuration: Configuration;
  readonly reading: ReadingOptions;
}

/** What the desk says to the reader. */
export interface Teller {
  readonly say: Say;
  /** One message a cause, so that an error in every paragraph does not fill the screen. */
  once(cause: string, message: string): void;
}

/** The open documents with their settings, tables and ignored lists. */
export class Desk {
  readonly documents = new TextDocuments(TextDocument);
  readonly folders = new Folders();
  readonly ignored: IgnoredLists;
  /** Set where the client can be asked for settings. */
  asksConfiguration = false;
  readonly #connection: Connection;
  readonly #teller: Teller;
  readonly #open = new Map<string, OpenDocument>();
  readonly #failed = new Map<string, Set<string>>();
  /** The last answer for each document, and what it was made of. */
  readonly #found = new Map<string, { result: Result; entries: readonly Ignored[]; found: Found }>();
  readonly #configurations = new Map<string, Promise<Configuration>>();
  readonly #knowledge = new Map<string, Knowledge>();

  constructor(connection: Connection, teller: Teller) {
    this.#connection = connection;
    this.#teller = teller;
    this.ignored = new IgnoredLists((file, message) => {
      teller.once(file, `${file}: ${teller.say(message)}`);
    });
  }

  /** True if a document is checked as a text: checking is not switched off for it, and it is no table. */
  async checks(uri: string): Promise<boolean> {
    return !/\.csv$/i.test(uri) && (await this.configuration(uri)).enable;
  }

  /** The document as it is now, checked; undefined if it changed while it was, is closed, or is not to be checked. */
  async current(uri: string): Promise<Found | undefined> {
    const configuration = await this.configuration(uri);
    const document = this.documents.get(uri);
    if (document === undefined || !(await this.checks(uri))) return undefined;
    const { settings } = configuration;
    const open = this.#openDocument(uri, configuration);
    const language = document.languageId === 'markdown' ? 'markdown' : 'plain';
    const reading = { language, ...(settings.issueDate === '' ? {} : { issueDate: settings.issueDate }) } as const;
    const result = await open.check(() => this.documents.get(uri), reading);
    const now = this.documents.get(uri);
    if (result === undefined || now?.version !== result.version) return undefined;
    const entries = this.entries(uri);
    const before = this.#found.get(uri);
    if (before?.result === result && before.entries === entries && before.found.configuration === configuration)
      return before.found;
    const [text, all] = [now.getText(), result.findings];
    const silenced = silence(entries, { document: this.documentName(uri), findings: all, text });
    const found: Found = {
      ...{ uri, text, all, silenced, configuration, reading },
      version: result.version,
      articles: result.articles,
      findings: applySettings(all, settings, { silenced: silenced.findings }),
      skipped: result.skipped,
      failed: this.#failed.get(uri) ?? new Set(),
      converter: new Converter(text, uri, result.version),
      knowledge: open.knowledge,
    };
    this.#found.set(uri, { result, entries, found });
    return found;
  }

  /** The entries of the ignored list that count for a document. */
  entries(uri: string): readonly Ignored[] {
    const folder = this.folders.of(uri);
    return this.folders.pathIn(uri) === undefined ? this.ignored.forLoose(folder) : this.ignored.of(folder);
  }

  /** What the ignored list calls a document. */
  documentName(uri: string): string {
    return this.folders.pathIn(uri) ?? uri;
  }

  /** The settings of a document, asked of the client once and again when they change. */
  configuration(uri: string): Promise<Configuration> {
    const known = this.#configurations.get(uri);
    if (known !== undefined) return known;
    const asked = this.asksConfiguration ? this.#ask(uri) : Promise.resolve(DEFAULT_CONFIGURATION);
    this.#configurations.set(uri, asked);
    return asked;
  }

  /** The tables for a document's settings; bad rows of the newsroom's own are told once. */
  tables(uri: string, { settings: { facts } }: Configuration): Knowledge {
    // Where no folder is open, only what is named in full can be found; the home folder stands in.
    const folder = this.folders.of(uri) ?? homedir();
    const key = [folder, ...facts].join('\n');
    const known = this.#knowledge.get(key);
    if (known !== undefined) return known;
    const { say: text } = this.#teller;
    const { knowledge, faults } = knowledgeWith(facts, folder);
    for (const { place, message } of faults) this.#connection.console.warn(`${place}: ${text(message)}`);
    const [first] = faults;
    if (first !== undefined)
      this.#teller.once(
        key + first.place,
        text(say`事实表有${faults.length}处要改，第一处在${first.place}：${text(first.message)}`),
      );
    this.#knowledge.set(key, knowledge);
    return knowledge;
  }

  close(uri: string): void {
    this.#open.delete(uri);
    this.#found.delete(uri);
    this.#failed.delete(uri);
    this.#configurations.delete(uri);
  }

  /** Settings have changed: they are asked for again, and every text is read again. */
  forgetSettings(): void {
    this.#configurations.clear();
    this.forgetTables();
  }

  /** Tables have changed: every text is read again. */
  forgetTables(): void {
    this.#knowledge.clear();
    this.#open.clear();
    this.#failed.clear();
  }

  #openDocument(uri: string, configuration: Configuration): OpenDocument {
    const known = this.#open.get(uri);
    if (known !== undefined) return known;
    const open = new OpenDocument(this.tables(uri, configuration), (fault) => {
      this.#ruleFailed(uri, fault);
    });
    this.#open.set(uri, open);
    return open;
  }

  async #ask(uri: string): Promise<Configuration> {
    const raw = ((await this.#connection.workspace.getConfiguration({ scopeUri: uri, section: 'hegao' })) ??
      {}) as Record<string, unknown>;
    const { configuration, faults } = readConfiguration(raw, this.folders.pathIn(uri));
    for (const fault of faults)
      this.#teller.once(`setting ${fault}`, this.#teller.say(say`设置hegao.${fault}的值不合要求，按默认值处理。`));
    return configuration;
  }

  #ruleFailed(uri: string, { ruleId, error }: Fault): void {
    this.#connection.console.error(
      `${ruleId} on ${uri}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    this.#failed.set(uri, (this.#failed.get(uri) ?? new Set()).add(ruleId));
    this.#teller.once(
      ruleId,
      this.#teller.say(say`规则${ruleId}出错，本文的这一项没有核对；其余各项不受影响。详情见“输出”面板。`),
    );
  }
}
