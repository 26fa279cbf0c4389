import { Uri, workspace, type DocumentFilter, type ExtensionContext } from 'vscode';
import {
  LanguageClient,
  TransportKind,
  type LanguageClientOptions,
  type ServerOptions,
} from 'vscode-languageclient/node';
import { say } from '../core/message.js';
import type { StartOptions } from '../server/protocol.js';
import { language, rulePages, type Text } from './texts.js';

/** Where documents may lie. Old versions in diff editors (git:) and output panels are not manuscripts. */
const SCHEMES = ['file', 'untitled', 'vscode-vfs', 'vscode-remote', 'hegao-word'];

/** A newsroom's tables, and what it ignores: where they change on disk, texts are checked again. */
const WATCHED = ['**/*.csv', '**/*.xlsx', '**/.hegao/ignored.json'];

/** How often a server that keeps crashing is started again, within the three minutes that the client counts. */
const RESTARTS = 10;

/** Which documents are manuscripts. */
export function manuscripts(): (DocumentFilter & { readonly scheme: string; readonly pattern?: string })[] {
  const languages = workspace.getConfiguration('hegao').get<readonly string[]>('languages') ?? [
    'plaintext',
    'markdown',
  ];
  return languages.flatMap((language) => SCHEMES.map((scheme) => ({ language, scheme })));
}

/** The client of the language server, not yet started. The server runs in its own process and is started again if it dies. */
export function createClient(context: ExtensionContext, text: Text): LanguageClient {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const server: ServerOptions = {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
  };
  const watchers = WATCHED.map((pattern) => workspace.createFileSystemWatcher(pattern));
  context.subscriptions.push(...watchers);
  const options: LanguageClientOptions = {
    documentSelector: [...manuscripts(), { scheme: 'file', pattern: '**/*.csv' }],
    synchronize: { fileEvents: watchers },
    connectionOptions: { maxRestartCount: RESTARTS },
    initializationOptions: {
      locale: language(),
      rulePages: rulePages(context.extensionUri).toString(),
      commands: true,
    } satisfies StartOptions,
    outputChannelName: text(say`核稿`),
  };
  return new LanguageClient('hegao', text(say`核稿`), server, options);
}
