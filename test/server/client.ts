import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createProtocolConnection, IPCMessageReader, IPCMessageWriter } from 'vscode-languageserver-protocol/node';
import type { ProtocolConnection } from 'vscode-languageserver-protocol';
import type {
  CodeAction,
  Diagnostic,
  InitializeResult,
  PublishDiagnosticsParams,
  Range,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol';

const entry = fileURLToPath(new URL('../../src/server/main.js', import.meta.url));

const running = new Set<Client>();

/** Stops the clients that a test started, failed or not. */
export async function stopAll(): Promise<void> {
  for (const client of running) await client.stop();
}

/** A language client of the kind an editor is, talking to a real server process. */
export class Client {
  readonly process: ChildProcess;
  readonly connection: ProtocolConnection;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly messages: string[] = [];
  configuration: Record<string, unknown> = {};
  #waiting: {
    readonly fits: (params: PublishDiagnosticsParams) => boolean;
    readonly done: (params: PublishDiagnosticsParams) => void;
  }[] = [];

  constructor() {
    running.add(this);
    this.process = fork(entry, ['--node-ipc'], { silent: true });
    this.connection = createProtocolConnection(new IPCMessageReader(this.process), new IPCMessageWriter(this.process));
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      const [ready, waiting] = [
        this.#waiting.filter(({ fits }) => fits(params)),
        this.#waiting.filter(({ fits }) => !fits(params)),
      ];
      this.#waiting = waiting;
      for (const { done } of ready) done(params);
    });
    this.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      this.messages.push(message);
    });
    this.connection.onRequest('workspace/configuration', () => [this.configuration]);
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onRequest('workspace/semanticTokens/refresh', () => null);
    this.connection.listen();
  }

  async start(options: object = {}, folder?: string): Promise<InitializeResult> {
    const result: InitializeResult = await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: {
        workspace: { configuration: true, semanticTokens: { refreshSupport: true } },
        textDocument: { publishDiagnostics: { relatedInformation: true, versionSupport: true } },
      },
      initializationOptions: { locale: 'zh-cn', rulePages: 'file:///pages/', ...options },
      workspaceFolders: folder === undefined ? null : [{ uri: folder, name: 'folder' }],
    });
    await this.connection.sendNotification('initialized', {});
    return result;
  }

  /** Resolves with the next diagnostics that fit. */
  next(fits: (params: PublishDiagnosticsParams) => boolean = () => true): Promise<PublishDiagnosticsParams> {
    return new Promise((done) => this.#waiting.push({ fits, done }));
  }

  /** Opens a document and gives its diagnostics. */
  async open(uri: string, text: string, languageId = 'plaintext'): Promise<readonly Diagnostic[]> {
    const answer = this.next((params) => params.uri === uri && params.version === 1);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
    return (await answer).diagnostics;
  }

  change(uri: string, version: number, ...contentChanges: readonly TextDocumentContentChangeEvent[]): Promise<void> {
    return this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  actions(uri: string, range: Range, only?: readonly string[]): Promise<readonly CodeAction[]> {
    return this.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...(only === undefined ? {} : { only }) },
    });
  }

  async stop(): Promise<void> {
    running.delete(this);
    const exited = new Promise((resolve) => this.process.once('exit', resolve));
    if (this.process.connected) {
      await this.connection.sendRequest('shutdown');
      await this.connection.sendNotification('exit');
    }
    await exited;
    this.connection.dispose();
  }
}
