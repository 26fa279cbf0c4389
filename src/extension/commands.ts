import { commands, Uri, window, type Disposable, type ExtensionContext } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { say } from '../core/message.js';
import { CHECK, type CheckParams } from '../server/protocol.js';
import type { Text } from './texts.js';

/** The commands of package.json. Each works on the document in front, or says what is missing. */
export function registerCommands(context: ExtensionContext, client: LanguageClient, text: Text): readonly Disposable[] {
  const register = (name: string, body: (...args: never[]) => Promise<void>): Disposable =>
    commands.registerCommand(name, body);
  return [
    register('hegao.check', async () => {
      const document = window.activeTextEditor?.document;
      if (document === undefined) {
        void window.showInformationMessage(text(say`请先打开要核对的文稿。`));
        return;
      }
      await client.sendRequest(CHECK, { uri: client.code2ProtocolConverter.asUri(document.uri) } satisfies CheckParams);
    }),
    register('hegao.fixAll', async () => {
      await commands.executeCommand('editor.action.sourceAction', { kind: 'source.fixAll.hegao', apply: 'first' });
    }),
    register('hegao.restartServer', () => client.restart()),
    register('hegao.openRulePage', async (id: string) => {
      await commands.executeCommand(
        'markdown.showPreview',
        Uri.joinPath(context.extensionUri, 'docs', 'rules', `${id}.md`),
      );
    }),
  ];
}
