import {
  CodeActionKind,
  DidChangeConfigurationNotification,
  DocumentDiagnosticReportKind,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
  TextDocuments,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type {
  CodeAction,
  Connection,
  Diagnostic,
  InitializeParams,
  InitializeResult,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fileURLToPath } from 'node:url';
import type { Fault } from '../core/checker.js';
import type { Knowledge } from '../core/fact/knowledge.js';
import { render, say } from '../core/message.js';
import { safeEdits } from '../core/fix.js';
import { DEFAULT_SETTINGS, readSettings, type Settings } from '../core/settings.js';
import { overlaps } from '../core/text/span.js';
import { knowledgeWith } from '../knowledge/layered.js';
import { translatorFor, type Translate } from '../knowledge/locale.js';
import { loadSegmenter } from '../knowledge/segmenter.js';
import { Converter, type Say } from './convert.js';
import { LONGEST, OpenDocument, type Result } from './document-store.js';
import { explain } from './hover.js';
import {
  CHECK,
  ENGINE,
  STATUS,
  type CheckParams,
  type EngineResult,
  type StartOptions,
  type StatusParams,
} from './protocol.js';
import { semanticTokens, TOKEN_TYPES, type Families } from './tokens.js';

/** How long the text must rest before it is checked, in milliseconds. */
const REST = 200;

/** Everything under hegao.* that the server goes by, for one document. */
interface Configuration {
  readonly settings: Settings;
  readonly enable: boolean;
  readonly run: 'onType' | 'onSave' | 'manual';
  readonly highlight: Families;
}

const DEFAULTS: Configuration = {
  settings: DEFAULT_SETTINGS,
  enable: true,
  run: 'onType',
  highlight: { numbers: true, entities: true, targets: true },
};

/** Answers the language server protocol on `connection` until it closes. */
export function serve(connection: Connection): void {
  new Server(connection).listen();
}

class Server {
  readonly #connection: Connection;
  readonly #documents = new TextDocuments(TextDocument);
  readonly #open = new Map<string, OpenDocument>();
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #configurations = new Map<string, Promise<Configuration>>();
  readonly #knowledge = new Map<string, Knowledge>();
  readonly #told = new Set<string>();
  #translate: Translate = () => undefined;
  #rulePages: string | undefined;
  #folder = process.cwd();
  #pull = false;
  #asksConfiguration = false;
  #refreshesTokens = false;
  #refreshesDiagnostics = false;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  listen(): void {
    const connection = this.#connection;
    connection.onInitialize((params) => this.#initialize(params));
    connection.onInitialized(() => {
      if (this.#asksConfiguration)
        void connection.client.register(DidChangeConfigurationNotification.type, { section: 'hegao' });
    });
    connection.onDidChangeConfiguration(() => this.#reconfigure());
    this.#documents.onDidOpen(({ document }) => this.#schedule(document.uri, 'open'));
    this.#documents.onDidChangeContent(({ document }) => {
      if (document.version > (this.#open.get(document.uri)?.latest?.version ?? -1))
        this.#schedule(document.uri, 'change');
    });
    this.#documents.onDidSave(({ document }) => this.#schedule(document.uri, 'save'));
    this.#documents.onDidClose(({ document }) => this.#close(document.uri));
    connection.onRequest(CHECK, ({ uri }: CheckParams) => this.#checkNow(uri));
    connection.onRequest(ENGINE, (): EngineResult => {
      const { segmenter, failures } = loadSegmenter();
      const reasons = failures.map(({ engine, reason }) => `${engine}: ${reason}`);
      return { engine: segmenter.engine, reasons, pid: process.pid };
    });
    connection.onCodeAction((params) => this.#codeActions(params.textDocument.uri, params.range, params.context.only));
    connection.onHover(({ textDocument, position }) => this.#hover(textDocument.uri, position));
    connection.onDocumentSymbol(async ({ textDocument }) => {
      const found = await this.#current(textDocument.uri);
      return found === undefined ? [] : [...found.converter.symbols(found.result.articles, this.#say)];
    });
    connection.languages.semanticTokens.on(async ({ textDocument }) => {
      const document = this.#documents.get(textDocument.uri);
      const found = await this.#current(textDocument.uri);
      // The editor asks again for the newer version; an answer for the old one would colour the wrong words.
      if (document === undefined || found === undefined)
        throw new ResponseError(LSPErrorCodes.ContentModified, 'content modified');
      const { highlight } = await this.#configuration(textDocument.uri);
      return semanticTokens(found.result.articles, document.getText(), highlight);
    });
    connection.languages.diagnostics.on(async ({ textDocument }, token) => {
      const found = await this.#current(textDocument.uri);
      if (token.isCancellationRequested || found === undefined)
        throw new ResponseError(LSPErrorCodes.ServerCancelled, 'document changed', { retriggerRequest: true });
      return { kind: DocumentDiagnosticReportKind.Full, items: this.#diagnostics(found) };
    });
    connection.languages.diagnostics.onWorkspace(async () => {
      const items: WorkspaceDocumentDiagnosticReport[] = [];
      for (const { uri } of this.#documents.all()) {
        const found = await this.#current(uri);
        if (found === undefined) continue;
        items.push({
          uri,
          version: found.result.version,
          kind: DocumentDiagnosticReportKind.Full,
          items: this.#diagnostics(found),
        });
      }
      return { items };
    });
    this.#documents.listen(connection);
    connection.listen();
  }

  readonly #say: Say = (message) => render(message, this.#translate);

  #initialize({ capabilities, initializationOptions, locale, workspaceFolders }: InitializeParams): InitializeResult {
    const options = (initializationOptions ?? {}) as StartOptions;
    this.#translate = translatorFor(options.locale ?? locale ?? 'zh');
    this.#rulePages = options.rulePages?.replace(/\/$/, '');
    this.#pull = options.pull === true;
    this.#asksConfiguration = capabilities.workspace?.configuration === true;
    this.#refreshesTokens = capabilities.workspace?.semanticTokens?.refreshSupport === true;
    this.#refreshesDiagnostics = capabilities.workspace?.diagnostics?.refreshSupport === true;
    const folder = workspaceFolders?.[0]?.uri;
    if (folder?.startsWith('file:') === true) this.#folder = fileURLToPath(folder);
    return {
      serverInfo: { name: 'hegao' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, `${CodeActionKind.SourceFixAll}.hegao`] },
        hoverProvider: true,
        documentSymbolProvider: true,
        semanticTokensProvider: { legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [] }, full: true },
        ...(this.#pull
          ? { diagnosticProvider: { identifier: 'hegao', interFileDependencies: false, workspaceDiagnostics: true } }
          : {}),
      },
    };
  }

  /** The settings of a document, asked of the client once and again when they change. */
  #configuration(uri: string): Promise<Configuration> {
    const known = this.#configurations.get(uri);
    if (known !== undefined) return known;
    const asked = this.#asksConfiguration ? this.#ask(uri) : Promise.resolve(DEFAULTS);
    this.#configurations.set(uri, asked);
    return asked;
  }

  async #ask(uri: string): Promise<Configuration> {
    const raw = ((await this.#connection.workspace.getConfiguration({ scopeUri: uri, section: 'hegao' })) ??
      {}) as Record<string, unknown>;
    const { settings, faults } = readSettings(raw);
    for (const fault of faults)
      this.#tellOnce(`setting ${fault}`, this.#say(say`设置hegao.${fault}的值不合要求，按默认值处理。`));
    const highlight = (raw['highlight'] ?? {}) as Partial<Families>;
    const run = raw['run'];
    return {
      settings,
      enable: raw['enable'] !== false,
      run: run === 'onSave' || run === 'manual' ? run : 'onType',
      highlight: {
        numbers: highlight.numbers !== false,
        entities: highlight.entities !== false,
        targets: highlight.targets !== false,
      },
    };
  }

  #reconfigure(): void {
    this.#configurations.clear();
    this.#knowledge.clear();
    for (const { uri } of this.#documents.all()) {
      this.#open.delete(uri);
      this.#schedule(uri, 'open');
    }
    if (this.#refreshesTokens) void this.#connection.languages.semanticTokens.refresh();
    if (this.#pull && this.#refreshesDiagnostics) void this.#connection.languages.diagnostics.refresh();
  }

  /** The tables for a document's settings; bad rows of the newsroom's own are told once. */
  #tables({ facts }: Settings): Knowledge {
    const key = facts.join('\n');
    const known = this.#knowledge.get(key);
    if (known !== undefined) return known;
    const { knowledge, faults } = knowledgeWith(facts, this.#folder);
    for (const { place, message } of faults) this.#connection.console.warn(`${place}: ${this.#say(message)}`);
    const [first] = faults;
    if (first !== undefined)
      this.#tellOnce(
        key,
        this.#say(say`事实表有${faults.length}处要改，第一处在${first.place}：${this.#say(first.message)}`),
      );
    this.#knowledge.set(key, knowledge);
    return knowledge;
  }

  /** Checks after the text has rested; a newer edit starts the wait anew. */
  #schedule(uri: string, why: 'open' | 'change' | 'save'): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.set(
      uri,
      setTimeout(
        () => {
          this.#timers.delete(uri);
          void this.#configuration(uri)
            .then(({ run, enable }) => {
              const wanted = enable && (run === 'onType' || (run === 'onSave' && why !== 'change'));
              return wanted ? this.#checkNow(uri) : this.#clear(uri, enable);
            })
            .catch((error: unknown) => {
              this.#failed(uri, error);
            });
        },
        why === 'change' ? REST : 0,
      ),
    );
  }

  /** Where checking is switched off, what an earlier check told goes. */
  async #clear(uri: string, enabled: boolean): Promise<void> {
    if (enabled || this.#pull) return;
    await this.#connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  async #checkNow(uri: string): Promise<void> {
    try {
      const found = await this.#current(uri);
      if (found === undefined) return;
      const { result } = found;
      if (!this.#pull)
        await this.#connection.sendDiagnostics({
          uri,
          version: result.version,
          diagnostics: this.#diagnostics(found),
        });
      const counts = { error: 0, warning: 0, information: 0, hint: 0 };
      for (const { severity } of result.findings) counts[severity]++;
      await this.#connection.sendNotification(STATUS, {
        uri,
        version: result.version,
        counts,
        skipped: result.skipped,
      } satisfies StatusParams);
    } catch (error) {
      this.#failed(uri, error);
    }
  }

  /** The result for the document as it is now; undefined if it changed while it was checked, or is closed. */
  async #current(uri: string): Promise<{ readonly result: Result; readonly converter: Converter } | undefined> {
    const { settings, enable } = await this.#configuration(uri);
    const document = this.#documents.get(uri);
    if (document === undefined || !enable) return undefined;
    const open =
      this.#open.get(uri) ?? new OpenDocument(this.#tables(settings), (fault) => this.#ruleFailed(uri, fault));
    this.#open.set(uri, open);
    const latest = open.latest;
    const language = document.languageId === 'markdown' ? 'markdown' : 'plain';
    const options = { language, ...(settings.issueDate === '' ? {} : { issueDate: settings.issueDate }) } as const;
    const result =
      latest?.version === document.version
        ? latest
        : await open.check(() => this.#documents.get(uri), settings, options);
    const now = this.#documents.get(uri);
    if (result === undefined || now?.version !== result.version) return undefined;
    return { result, converter: new Converter(now.getText(), uri, result.version) };
  }

  #diagnostics({ result, converter }: { readonly result: Result; readonly converter: Converter }): Diagnostic[] {
    if (result.skipped) {
      const message = say`本文超过${LONGEST / 10_000}万字，没有核对；请分成几个文件再核。`;
      return [
        {
          range: converter.range({ start: 0, end: 0 }),
          severity: 3,
          source: this.#say(say`核稿`),
          code: 'too-long',
          message: this.#say(message),
        },
      ];
    }
    return result.findings.map((finding) => converter.diagnostic(finding, this.#say, this.#rulePages));
  }

  async #codeActions(
    uri: string,
    range: Diagnostic['range'],
    only: readonly string[] | undefined,
  ): Promise<CodeAction[]> {
    const found = await this.#current(uri);
    if (found === undefined) return [];
    const { result, converter } = found;
    const wants = (kind: string): boolean =>
      only === undefined || only.some((each) => kind === each || kind.startsWith(`${each}.`));
    const actions: CodeAction[] = [];
    if (wants(CodeActionKind.QuickFix)) {
      const asked = { start: converter.offset(range.start), end: converter.offset(range.end) };
      for (const finding of result.findings) {
        const { span } = finding;
        if (
          !overlaps(span, { start: asked.start, end: Math.max(asked.end, asked.start + 1) }) &&
          span.end !== asked.start
        )
          continue;
        actions.push(
          ...converter.actions(finding, this.#say, converter.diagnostic(finding, this.#say, this.#rulePages)),
        );
      }
    }
    const fixAll = `${CodeActionKind.SourceFixAll}.hegao`;
    const edits = wants(fixAll) ? safeEdits(result.findings) : [];
    if (edits.length > 0)
      actions.push({ title: this.#say(say`修复全部格式问题`), kind: fixAll, edit: converter.edit(edits) });
    return actions;
  }

  async #hover(
    uri: string,
    position: Diagnostic['range']['start'],
  ): Promise<{ contents: { kind: 'markdown'; value: string }; range: Diagnostic['range'] } | null> {
    const found = await this.#current(uri);
    const open = this.#open.get(uri);
    if (found === undefined || open === undefined) return null;
    const told = explain(found.result.articles, found.converter.offset(position), open.knowledge, this.#say);
    return told === undefined
      ? null
      : { contents: { kind: 'markdown', value: told.markdown }, range: found.converter.range(told.span) };
  }

  #close(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
    this.#open.delete(uri);
    this.#configurations.delete(uri);
    if (!this.#pull) void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  #ruleFailed(uri: string, { ruleId, error }: Fault): void {
    this.#connection.console.error(
      `${ruleId} on ${uri}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    this.#tellOnce(
      ruleId,
      this.#say(say`规则${ruleId}出错，本文的这一项没有核对；其余各项不受影响。详情见“输出”面板。`),
    );
  }

  #failed(uri: string, error: unknown): void {
    if (error instanceof ResponseError && error.code === ErrorCodes.PendingResponseRejected) return;
    this.#connection.console.error(
      `${uri}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    this.#tellOnce(uri, this.#say(say`本文没有核对成。详情见“输出”面板；可执行“核稿: 重启核对服务”再试。`));
  }

  /** One message a cause, so that an error in every paragraph does not fill the screen. */
  #tellOnce(cause: string, message: string): void {
    if (this.#told.has(cause)) return;
    this.#told.add(cause);
    this.#connection.window.showWarningMessage(message);
  }
}
