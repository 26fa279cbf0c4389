import { commands, Disposable, EventEmitter, Uri, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { Range } from 'vscode-languageserver-protocol';
import { say } from '../core/message.js';
import { Commands } from '../server/protocol.js';
import type { Text } from './texts.js';

const SCHEME = 'hegao-passage';

/** Shows two passages of a text side by side with their differences; both follow the text. */
export function registerCompare(client: LanguageClient, text: Text): Disposable {
  const changed = new EventEmitter<Uri>();
  const shown = new Map<string, { readonly source: string; readonly range: Range }>();
  const passage = (source: string, range: Range, side: string): Uri => {
    const uri = Uri.from({ scheme: SCHEME, path: `/${side}.txt`, query: `${range.start.line}` });
    shown.set(uri.toString(), { source, range });
    changed.fire(uri);
    return uri;
  };
  return Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      async provideTextDocumentContent(uri) {
        const place = shown.get(uri.toString());
        if (place === undefined) return '';
        const document = await workspace.openTextDocument(client.protocol2CodeConverter.asUri(place.source));
        // A sentence a line, so that the difference stands out.
        return document
          .getText(client.protocol2CodeConverter.asRange(place.range))
          .replace(/([。！？；])(?=[^”’」\r\n])/g, '$1\n');
      },
    }),
    commands.registerCommand(Commands.compare, async (source: string, one: Range, other: Range) => {
      const title = text(say`第${one.start.line + 1}行 ↔ 第${other.start.line + 1}行`);
      await commands.executeCommand('vscode.diff', passage(source, one, '1'), passage(source, other, '2'), title);
    }),
  );
}
