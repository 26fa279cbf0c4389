import { commands, Disposable, window, workspace, type QuickPickItem } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { say } from '../core/message.js';
import {
  Commands,
  IGNORE,
  IGNORED,
  UNIGNORE,
  type DocumentParams,
  type IgnoredItem,
  type IgnoreParams,
  type IgnoreResult,
  type UnignoreParams,
} from '../server/protocol.js';
import type { Text } from './texts.js';

/** Keeping quiet about findings, and looking through what is kept quiet. */
export function registerIgnoring(client: LanguageClient, text: Text): Disposable {
  return Disposable.from(
    commands.registerCommand(Commands.ignore, (params: IgnoreParams) => ignore(client, text, params)),
    commands.registerCommand('hegao.manageIgnored', () => manage(client, text)),
  );
}

async function ignore(client: LanguageClient, text: Text, params: IgnoreParams): Promise<void> {
  const { kept } = await client.sendRequest<IgnoreResult>(IGNORE, params);
  if (kept === 'file') {
    window.setStatusBarMessage(text(say`已忽略，记在.hegao/ignored.json。`), 5000);
    return;
  }
  void window.showInformationMessage(
    kept === 'session' ? text(say`已忽略，只在本次有效：没有可写的文件夹。`) : text(say`文稿已改动，请再试一次。`),
  );
}

/** Lists the entries, those without effect chosen beforehand; what is left chosen is taken out. */
async function manage(client: LanguageClient, text: Text): Promise<void> {
  const document = window.activeTextEditor?.document.uri ?? workspace.workspaceFolders?.[0]?.uri;
  const uri = document === undefined ? '' : client.code2ProtocolConverter.asUri(document);
  const entries = await client.sendRequest<readonly IgnoredItem[]>(IGNORED, { uri } satisfies DocumentParams);
  if (entries.length === 0) {
    void window.showInformationMessage(text(say`没有忽略的问题。在问题处按Ctrl+.可选择“忽略这一处”。`));
    return;
  }
  const items = entries.map((entry): QuickPickItem & { key: string } => ({
    label: entry.text === '' ? entry.ruleId : entry.text,
    description: [entry.text === '' ? '' : entry.ruleId, entry.document].filter((part) => part !== '').join(' · '),
    detail: entry.unused
      ? text(say`已不起作用：文中不再有这个问题`)
      : entry.scope === 'finding'
        ? text(say`这一处`)
        : entry.scope === 'document'
          ? text(say`全文`)
          : text(say`整个工作区`),
    picked: entry.unused,
    key: entry.key,
  }));
  const chosen = await window.showQuickPick(items, {
    canPickMany: true,
    title: text(say`忽略的问题`),
    placeHolder: text(say`选中的将从名单中删去，重新核对`),
  });
  if (chosen === undefined || chosen.length === 0) return;
  await client.sendRequest(UNIGNORE, { uri, keys: chosen.map(({ key }) => key) } satisfies UnignoreParams);
}
