import { commands, window, workspace, type Disposable, type Uri } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { say } from '../core/message.js';
import { Commands, RECORD, type RecordedFact, type RecordParams } from '../server/protocol.js';
import type { Text } from './texts.js';

/** Adds a figure of the text to the newsroom's own table, with the source that the editor names. */
export function registerRecordFact(client: LanguageClient, text: Text): Disposable {
  return commands.registerCommand(
    Commands.recordFact,
    async ({
      uri,
      fact,
    }: {
      uri: string;
      fact: Omit<RecordedFact, 'source' | 'source_date'> & { source?: string };
    }) => {
      if (workspace.workspaceFolders === undefined) {
        void window.showInformationMessage(text(say`请先打开稿件所在的文件夹，本刊事实表存在其中的.hegao/facts。`));
        return;
      }
      const answer =
        fact.source ??
        (await window.showInputBox({
          title: text(say`记入本刊事实表：${fact.subject} ${fact.indicator} ${fact.period} ${fact.value + fact.unit}`),
          prompt: text(say`出处，可在末尾写明发布日期`),
          placeHolder: text(say`长沙市2023年国民经济和社会发展统计公报，2024-03-20`),
          validateInput: (value) => (value.trim() === '' ? text(say`没有出处的数据不能记入。`) : undefined),
        }));
      if (answer === undefined) return;
      const params: RecordParams = { uri, fact: { ...fact, ...sourceOf(answer) } };
      const table = await client.sendRequest<string | null>(RECORD, params);
      if (table === null) return;
      void offerTable(client.protocol2CodeConverter.asUri(table), text);
    },
  );
}

async function offerTable(table: Uri, text: Text): Promise<void> {
  const open = text(say`打开表格`);
  const answer = await window.showInformationMessage(text(say`已记入本刊事实表，全文已重新核对。`), open);
  if (answer === open) await window.showTextDocument(table);
}

/** Source and date as an editor writes them in one line. */
export function sourceOf(answer: string): Pick<RecordedFact, 'source' | 'source_date'> {
  const [, source = '', date = ''] = /^(.*?)[，,\s]*(\d{4}-\d{2}(?:-\d{2})?)?\s*$/s.exec(answer.trim()) ?? [];
  return source === '' ? { source: date, source_date: '' } : { source, source_date: date };
}
