import assert from 'node:assert/strict';
import {
  commands,
  extensions,
  languages,
  Position,
  Range,
  Uri,
  window,
  workspace,
  type CodeAction,
  type Diagnostic,
  type Disposable,
  type TextDocument,
  type TextEditor,
} from 'vscode';
import type { Api } from '../../src/extension/extension.js';

/** The extension, started and with its server answering. */
export async function hegao(): Promise<Api> {
  const extension = extensions.getExtension<Api>('hegao.hegao');
  assert.ok(extension, 'the extension is not installed');
  const api = await extension.activate();
  await api.ready;
  return api;
}

/** Resolves with the first value that `look` gives, asked at once and again whenever `event` fires. */
export function when<Value>(
  event: (listener: () => void) => Disposable,
  look: () => Value | undefined,
): Promise<Value> {
  return new Promise((resolve) => {
    const found = look();
    if (found !== undefined) {
      resolve(found);
      return;
    }
    const listening = event(() => {
      const later = look();
      if (later === undefined) return;
      listening.dispose();
      resolve(later);
    });
  });
}

/** Findings of a document as `code: covered text`. */
export function told(document: TextDocument): readonly string[] {
  return findings(document).map((each) => `${codeOf(each)}: ${document.getText(each.range)}`);
}

export function findings({ uri }: TextDocument): readonly Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === '核稿' || source === 'Hegao');
}

/** The rule's id of a diagnostic. */
export function codeOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Resolves with a document's findings as soon as they fit. */
export function findingsWhen(
  document: TextDocument,
  fit: (diagnostics: readonly Diagnostic[]) => boolean,
): Promise<readonly Diagnostic[]> {
  return when(
    (listener) => languages.onDidChangeDiagnostics(listener),
    () => {
      const now = findings(document);
      return fit(now) ? now : undefined;
    },
  );
}

export const has =
  (code: string) =>
  (diagnostics: readonly Diagnostic[]): boolean =>
    diagnostics.some((diagnostic) => codeOf(diagnostic) === code);

export const lacks =
  (code: string) =>
  (diagnostics: readonly Diagnostic[]): boolean =>
    !has(code)(diagnostics);

/** URI of a file of the test's workspace. */
export function inWorkspace(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  assert.ok(folder);
  return Uri.joinPath(folder.uri, name);
}

/** Opens a file of the test's workspace, as it is on disk. */
export async function open(name: string): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument(inWorkspace(name)));
}

/** Opens an untitled text. */
export async function write(content: string, language = 'plaintext'): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument({ content, language }));
}

/** Closes everything without asking to save. */
export async function clearDesk(): Promise<void> {
  while (window.tabGroups.activeTabGroup.activeTab !== undefined)
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await commands.executeCommand('workbench.action.closeAllEditors');
}

/** The range of the first `text` in a document. */
export function rangeOf(document: TextDocument, text: string): Range {
  const start = document.getText().indexOf(text);
  assert.ok(start >= 0, `“${text}” is not in the text`);
  return new Range(document.positionAt(start), document.positionAt(start + text.length));
}

/** The code actions offered at the first `text` in a document. */
export async function actionsAt(document: TextDocument, text: string, kind?: string): Promise<readonly CodeAction[]> {
  const range = rangeOf(document, text);
  return commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, kind);
}

/** Does a code action as a click on it would: its edit, then its command. */
export async function perform(action: CodeAction | undefined): Promise<void> {
  assert.ok(action, 'there is no such action');
  if (action.edit !== undefined) assert.ok(await workspace.applyEdit(action.edit));
  if (action.command !== undefined)
    await commands.executeCommand(action.command.command, ...((action.command.arguments ?? []) as unknown[]));
}

/** Replaces the first `text` of an editor as typing would. */
export async function retype(editor: TextEditor, text: string, newText: string): Promise<void> {
  assert.ok(await editor.edit((edit) => edit.replace(rangeOf(editor.document, text), newText)));
}

/** The text of the hovers at the first `text` in a document. */
export async function hoverAt(document: TextDocument, text: string): Promise<string> {
  const { start } = rangeOf(document, text);
  const hovers = await commands.executeCommand<readonly { contents: readonly ({ value: string } | string)[] }[]>(
    'vscode.executeHoverProvider',
    document.uri,
    new Position(start.line, start.character + 1),
  );
  return hovers
    .flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : part.value)))
    .join('\n');
}
