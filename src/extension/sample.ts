import { commands, Uri, window, workspace, type Disposable, type ExtensionContext } from 'vscode';

/** The page to try things on: a fresh copy each time, so that nothing of the extension's own is changed. */
export function registerSample({ extensionUri, globalStorageUri }: ExtensionContext): Disposable {
  return commands.registerCommand('hegao.openSample', async () => {
    const copy = Uri.joinPath(globalStorageUri, '示例.txt');
    const known = workspace.textDocuments.find(({ uri }) => uri.toString() === copy.toString());
    if (known === undefined)
      await workspace.fs.copy(Uri.joinPath(extensionUri, 'samples', '示例.txt'), copy, { overwrite: true });
    await window.showTextDocument(await workspace.openTextDocument(copy), { preview: false });
  });
}
