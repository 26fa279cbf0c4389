import {
  CodeActionKind,
  DidChangeConfigurationNotification,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type {
  CancellationToken,
  Connection,
  InitializeParams,
  InitializeResult,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { render } from '../core/message.js';
import { translatorFor, type Translate } from '../knowledge/locale.js';
import { loadSegmenter } from '../knowledge/segmenter.js';
import { codeActions, FIX_ALL, RECORD_KIND } from './actions.js';
import type { Say } from './convert.js';
import { Desk } from './desk.js';
import { searchFacts } from './facts.js';
import { checkText, longParagraphs } from './folder.js';
import { explain } from './hover.js';
import { entriesOf, ignoredItems, ignoreFinding } from './ignoring.js';
import { outlineOf } from './outline.js';
import { recordFact } from './own-tables.js';
import * as protocol from './protocol.js';
import { Publisher, type Occasion } from './publisher.js';
import { reportOf } from './report.js';
import { semanticTokens, TOKEN_TYPES } from './tokens.js';

/** Answers the language server protocol on `connection` until it closes. */
export function serve(connection: Connection): void {
  new Server(connection).listen();
}

/** Wires the protocol to the desk and what works on it. */
class Server {
  readonly #connection: Connection;
  readonly #desk: Desk;
  readonly #publisher: Publisher;
  readonly #told = new Set<string>();
  /** The version in which each document was opened. */
  readonly #opened = new Map<string, number>();
  #translate: Translate = () => undefined;
  #options: protocol.StartOptions = {};
  #refreshesTokens = false;
  #refreshesDiagnostics = false;
  #folderUris: readonly string[] = [];

  constructor(connection: Connection) {
    this.#connection = connection;
    const teller = {
      say: this.#say,
      once: (cause: string, message: string): void => {
        if (this.#told.has(cause)) return;
        this.#told.add(cause);
        // Told, not asked: a client need not know questions.
        void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
      },
    };
    this.#desk = new Desk(connection, teller);
    this.#publisher = new Publisher(connection, this.#desk, teller);
  }

  listen(): void {
    const connection = this.#connection;
    connection.onInitialize((params) => this.#initialize(params));
    connection.onInitialized(() => {
      if (this.#desk.asksConfiguration)
        void connection.client.register(DidChangeConfigurationNotification.type, { section: 'hegao' });
    });
    this.#followDocuments();
    this.#answerEditor();
    this.#answerClient();
    this.#desk.documents.listen(connection);
    connection.listen();
  }

  readonly #say: Say = (message) => render(message, this.#translate);

  #initialize({ capabilities, initializationOptions, locale, workspaceFolders }: InitializeParams): InitializeResult {
    this.#options = (initializationOptions ?? {}) as protocol.StartOptions;
    const { pull = false, rulePages } = this.#options;
    this.#translate = translatorFor(this.#options.locale ?? locale ?? 'zh');
    this.#publisher.options = { pull, rulePages: rulePages?.replace(/\/$/, '') };
    this.#desk.asksConfiguration = capabilities.workspace?.configuration === true;
    this.#refreshesTokens = capabilities.workspace?.semanticTokens?.refreshSupport === true;
    this.#refreshesDiagnostics = capabilities.workspace?.diagnostics?.refreshSupport === true;
    this.#setFolders((workspaceFolders ?? []).map(({ uri }) => uri));
    return {
      serverInfo: { name: 'hegao' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL, RECORD_KIND] },
        hoverProvider: true,
        documentSymbolProvider: true,
        semanticTokensProvider: { legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [] }, full: true },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        ...(pull
          ? { diagnosticProvider: { identifier: 'hegao', interFileDependencies: false, workspaceDiagnostics: true } }
          : {}),
      },
    };
  }

  #setFolders(uris: readonly string[]): void {
    this.#folderUris = uris;
    this.#desk.folders.set(uris);
  }

  #followDocuments(): void {
    const { documents } = this.#desk;
    const schedule = (uri: string, occasion: Occasion): void => this.#publisher.schedule(uri, occasion);
    documents.onDidOpen(({ document }) => {
      this.#opened.set(document.uri, document.version);
      schedule(document.uri, 'open');
    });
    documents.onDidChangeContent(({ document }) => {
      // Opening is told as a change too.
      if (document.version !== this.#opened.get(document.uri)) schedule(document.uri, 'change');
    });
    documents.onDidSave(({ document }) => schedule(document.uri, 'save'));
    documents.onDidClose(({ document: { uri } }) => {
      this.#opened.delete(uri);
      this.#publisher.close(uri);
      this.#desk.close(uri);
    });
  }

  #answerEditor(): void {
    const connection = this.#connection;
    const desk = this.#desk;
    connection.onDidChangeConfiguration(() => {
      desk.forgetSettings();
      this.#checkAll();
      if (this.#refreshesTokens) void connection.languages.semanticTokens.refresh();
    });
    connection.onNotification('workspace/didChangeWorkspaceFolders', ({ event }: { event: FolderEvent }) => {
      const removed = new Set(event.removed.map(({ uri }) => uri));
      this.#setFolders([...this.#folderUris.filter((uri) => !removed.has(uri)), ...event.added.map(({ uri }) => uri)]);
      desk.forgetSettings();
      this.#checkAll();
    });
    connection.onDidChangeWatchedFiles(({ changes }) => {
      desk.ignored.forget();
      if (changes.some(({ uri }) => !uri.endsWith('.json'))) desk.forgetTables();
      this.#checkAll();
    });
    connection.onCodeAction(async ({ textDocument: { uri }, range, context: { only } }) => {
      const found = await desk.current(uri);
      if (found === undefined) return [];
      const { rulePages } = this.#publisher.options;
      return codeActions(found, range, only, {
        text: this.#say,
        rulePages,
        commands: this.#options.commands === true,
      });
    });
    connection.onHover(async ({ textDocument: { uri }, position }) => {
      const found = await desk.current(uri);
      if (found === undefined) return null;
      const { converter } = found;
      const told = explain(found, converter.offset(position), this.#say);
      return told === undefined
        ? null
        : { contents: { kind: 'markdown', value: told.markdown }, range: converter.range(told.span) };
    });
    connection.onDocumentSymbol(async ({ textDocument: { uri } }) => {
      const found = await desk.current(uri);
      return found === undefined ? [] : [...found.converter.symbols(found.articles, this.#say)];
    });
    connection.languages.semanticTokens.on(async ({ textDocument: { uri } }) => {
      if (!(await desk.checks(uri))) return { data: [] };
      const found = await desk.current(uri);
      // The editor asks again for the newer version; an answer for the old one would colour the wrong words.
      if (found === undefined) throw new ResponseError(LSPErrorCodes.ContentModified, 'content modified');
      return semanticTokens(found.articles, found.text, found.configuration.highlight);
    });
    connection.languages.diagnostics.on(async ({ textDocument: { uri } }, token) => {
      const found = await desk.current(uri);
      if (token.isCancellationRequested || found === undefined)
        throw new ResponseError(LSPErrorCodes.ServerCancelled, 'document changed', { retriggerRequest: true });
      return { kind: DocumentDiagnosticReportKind.Full, items: this.#publisher.diagnostics(found) };
    });
    connection.languages.diagnostics.onWorkspace(async () => {
      const items: WorkspaceDocumentDiagnosticReport[] = [];
      for (const { uri } of desk.documents.all()) {
        const found = await desk.current(uri);
        if (found === undefined) continue;
        const diagnostics = this.#publisher.diagnostics(found);
        items.push({ uri, version: found.version, kind: DocumentDiagnosticReportKind.Full, items: diagnostics });
      }
      return { items };
    });
  }

  /** The requests of docs/protocol.md. */
  #answerClient(): void {
    const connection = this.#connection;
    const desk = this.#desk;
    connection.onRequest(protocol.CHECK, ({ uri }: protocol.DocumentParams) => this.#publisher.check(uri));
    connection.onRequest(protocol.ENGINE, (): protocol.EngineResult => {
      const { segmenter, failures } = loadSegmenter();
      const reasons = failures.map(({ engine, reason }) => `${engine}: ${reason}`);
      return { engine: segmenter.engine, reasons, pid: process.pid };
    });
    connection.onRequest(protocol.OUTLINE, async ({ uri }: protocol.DocumentParams) => {
      const found = await desk.current(uri);
      return found === undefined ? null : outlineOf(found, this.#say);
    });
    connection.onRequest(protocol.REPORT, async (params: protocol.ReportParams) => {
      const found = await desk.current(params.uri);
      return found === undefined ? null : reportOf(found, params, this.#say);
    });
    connection.onRequest(protocol.CHECK_TEXT, async (params: protocol.CheckTextParams, token: CancellationToken) => {
      const found = await checkText(desk, params, () => token.isCancellationRequested);
      if (found === undefined) return null;
      return { diagnostics: this.#publisher.diagnostics(found), paragraphs: longParagraphs(found) };
    });
    connection.onRequest(protocol.FACTS, async ({ query, uri = '', limit }: protocol.FactsParams) =>
      searchFacts(desk.tables(uri, await desk.configuration(uri)), query, limit),
    );
    connection.onRequest(protocol.IGNORE, async (params: protocol.IgnoreParams): Promise<protocol.IgnoreResult> => {
      const found = await desk.current(params.uri);
      const result = found === undefined ? ({ kept: 'none' } as const) : ignoreFinding(desk, found, params);
      this.#checkAll();
      return result;
    });
    connection.onRequest(protocol.IGNORED, ({ uri }: protocol.DocumentParams) => ignoredItems(desk, uri));
    connection.onRequest(protocol.UNIGNORE, ({ uri, keys }: protocol.UnignoreParams) => {
      if (keys === undefined) desk.ignored.removeLast();
      else
        for (const folder of [undefined, desk.folders.of(uri)]) desk.ignored.remove(folder, entriesOf(desk, uri, keys));
      this.#checkAll();
      return null;
    });
    connection.onRequest(protocol.RECORD, ({ uri, fact }: protocol.RecordParams) => {
      const folder = desk.folders.of(uri);
      if (folder === undefined) return null;
      const table = recordFact(folder, fact);
      desk.forgetTables();
      this.#checkAll();
      return table;
    });
  }

  /** What all texts depend on has changed. */
  #checkAll(): void {
    for (const { uri } of this.#desk.documents.all()) this.#publisher.schedule(uri, 'open');
    if (this.#options.pull === true && this.#refreshesDiagnostics)
      void this.#connection.languages.diagnostics.refresh();
  }
}

interface FolderEvent {
  readonly added: readonly { readonly uri: string }[];
  readonly removed: readonly { readonly uri: string }[];
}
