import {
  commands,
  Disposable,
  Range,
  Uri,
  window,
  workspace,
  type CodeAction,
  type ExtensionContext,
  type TextDocument,
} from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { Range as ProtocolRange } from 'vscode-languageserver-protocol';
import { say } from '../core/message.js';
import { CHECK, Commands, ENGINE, type DocumentParams, type EngineResult } from '../server/protocol.js';
import { rulePages, type Text } from './texts.js';

/** The commands that need no more than a line or two. Each works on the document in front, or says what is missing. */
export function registerCommands(context: ExtensionContext, client: LanguageClient, text: Text): Disposable {
  const register = (name: string, body: (...args: never[]) => Promise<void>): Disposable =>
    commands.registerCommand(name, body);
  return Disposable.from(
    register('hegao.check', async () => {
      const document = inFront(text);
      if (document === undefined) return;
      await client.sendRequest(CHECK, {
        uri: client.code2ProtocolConverter.asUri(document.uri),
      } satisfies DocumentParams);
    }),
    register('hegao.fixAll', async () => {
      const document = inFront(text);
      if (document === undefined) return;
      // Asked of the document and not of the editor, which may have lost the focus meanwhile.
      const [action] = await commands.executeCommand<readonly CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new Range(0, 0, document.lineCount, 0),
        'source.fixAll.hegao',
      );
      if (action?.edit !== undefined) await workspace.applyEdit(action.edit);
      else void window.showInformationMessage(text(say`没有可以一次改完的格式问题。`));
    }),
    register('hegao.restartServer', () => client.restart()),
    register('hegao.showEngine', async () => {
      const { engine, reasons } = await client.sendRequest<EngineResult>(ENGINE);
      const why = reasons.length === 0 ? '' : text(say`（其他引擎不可用：${reasons.join('；')}）`);
      void window.showInformationMessage(text(say`分词引擎：${engine}${why}`));
    }),
    register(Commands.openRulePage, async (id: string) => {
      await commands.executeCommand('markdown.showPreview', Uri.joinPath(rulePages(context.extensionUri), `${id}.md`));
    }),
    register(Commands.goTo, async (uri: string, range: ProtocolRange) => {
      await goTo(client.protocol2CodeConverter.asUri(uri), client.protocol2CodeConverter.asRange(range));
    }),
  );
}

/** Shows a place and puts the caret there. */
export async function goTo(uri: Uri, range: Range): Promise<void> {
  const open = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  await window.showTextDocument(uri, {
    selection: range,
    ...(open?.viewColumn === undefined ? {} : { viewColumn: open.viewColumn }),
  });
}

/** The document in front; where there is none, says so. */
function inFront(text: Text): TextDocument | undefined {
  const document = window.activeTextEditor?.document;
  if (document === undefined) void window.showInformationMessage(text(say`请先打开要核对的文稿。`));
  return document;
}
