import { Disposable, StatusBarAlignment, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { say } from '../core/message.js';
import { STATUS, type StatusParams } from '../server/protocol.js';
import type { Text } from './texts.js';

/** How many findings the document in front has; a click shows them. */
export function createStatus(client: LanguageClient, text: Text): Disposable {
  const item = window.createStatusBarItem('hegao.findings', StatusBarAlignment.Left, 10);
  item.name = text(say`核稿`);
  item.command = 'workbench.actions.view.problems';
  const latest = new Map<string, StatusParams>();
  const show = (): void => {
    const document = window.activeTextEditor?.document;
    const status = document === undefined ? undefined : latest.get(client.code2ProtocolConverter.asUri(document.uri));
    if (status === undefined) {
      item.hide();
      return;
    }
    const { error, warning, information, hint } = status.counts;
    const count = error + warning;
    item.text = status.skipped
      ? text(say`核稿：未核对`)
      : count === 0
        ? `$(check) ${text(say`核稿`)}`
        : `$(warning) ${text(say`核稿：${count}处`)}`;
    item.tooltip = status.skipped
      ? text(say`本文太长，没有核对。`)
      : text(say`错误${error}处，警告${warning}处，提示${information}处，建议${hint}处。`);
    item.show();
  };
  return Disposable.from(
    item,
    client.onNotification(STATUS, (status: StatusParams) => {
      latest.set(status.uri, status);
      show();
    }),
    window.onDidChangeActiveTextEditor(show),
  );
}
