import { Disposable, EventEmitter, languages, window, workspace, type TextDocument } from 'vscode';
import { say } from '../core/message.js';
import { decode } from '../knowledge/decode.js';
import { manuscripts } from './client.js';
import type { Text } from './texts.js';

/** What VS Code puts where bytes are no character of the encoding it reads by. */
const UNREADABLE = '\ufffd';

/** Notices a text that VS Code reads by the wrong encoding, says so once, and offers to read it anew. */
export class Encodings implements Disposable {
  readonly #text: Text;
  readonly #told = new WeakSet<TextDocument>();
  readonly #found = new EventEmitter<TextDocument>();
  readonly #wires: Disposable;

  /** Fires with a document that is found to be in GB18030 and was read by another encoding, once for each. */
  readonly onDidFind = this.#found.event;

  constructor(text: Text) {
    this.#text = text;
    this.#wires = Disposable.from(
      this.#found,
      window.onDidChangeActiveTextEditor((editor) => void this.#look(editor?.document)),
    );
    void this.#look(window.activeTextEditor?.document);
  }

  dispose(): void {
    this.#wires.dispose();
  }

  /** Reads a document anew by GB18030. One that has been changed is left as it is: what was typed would be lost. */
  async reopen(document: TextDocument): Promise<void> {
    if (document.isDirty) {
      void window.showWarningMessage(this.#text(say`文稿有未保存的改动，没有重新打开；请不要保存，先撤销改动再试。`));
      return;
    }
    await workspace.openTextDocument(document.uri, { encoding: 'gb18030' });
  }

  async #look(document: TextDocument | undefined): Promise<void> {
    if (document === undefined || document.isUntitled || this.#told.has(document)) return;
    if (languages.match(manuscripts(), document) === 0 || !document.getText().includes(UNREADABLE)) return;
    this.#told.add(document);
    // The bytes say what the text was; a sign printed on purpose is none of our business.
    const read = decode(await workspace.fs.readFile(document.uri));
    if (!read.ok || read.encoding !== 'gb18030') return;
    this.#found.fire(document);
    const reopen = this.#text(say`按GB18030重新打开`);
    const sentence = this.#text(say`这份文稿是GB18030（GBK）编码，打开成了乱码；保存之前请按原编码重新打开。`);
    if ((await window.showWarningMessage(sentence, reopen)) === reopen) await this.reopen(document);
  }
}
