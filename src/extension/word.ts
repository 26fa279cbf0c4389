import {
  commands,
  Disposable,
  EventEmitter,
  FileChangeType,
  FileSystemError,
  FileType,
  Uri,
  window,
  workspace,
  type FileChangeEvent,
  type FileStat,
  type FileSystemProvider,
} from 'vscode';
import { say } from '../core/message.js';
import { changesBetween } from '../word/changes.js';
import { editWord } from '../word/edit.js';
import { readWord } from '../word/manuscript.js';
import { copyName } from '../word/name.js';
import type { Text } from './texts.js';

/** The scheme under which the text of a .docx is a document like any other: checked, mended, saved. */
export const WORD_SCHEME = 'hegao-word';

/** The .docx behind a document of `WORD_SCHEME`. */
export function wordFileOf({ query }: Uri): Uri {
  return Uri.parse(query, true);
}

/** The document that shows the text of a .docx. */
export function wordTextOf(file: Uri): Uri {
  return Uri.from({ scheme: WORD_SCHEME, path: file.path, query: file.toString() });
}

/** Opens Word manuscripts as texts, and writes what was mended in them to a copy. */
export function registerWord(text: Text): Disposable {
  const files = new WordFiles(text);
  return Disposable.from(
    files,
    workspace.registerFileSystemProvider(WORD_SCHEME, files, { isCaseSensitive: true }),
    commands.registerCommand('hegao.openWord', async (chosen?: Uri) => {
      const file = chosen ?? (await choose(text));
      if (file === undefined) return;
      const read = readWord(await workspace.fs.readFile(file));
      if (!read.ok) void window.showErrorMessage(text(read.message));
      else await window.showTextDocument(await workspace.openTextDocument(wordTextOf(file)), { preview: false });
    }),
    commands.registerCommand('hegao.saveWord', async () => {
      const document = window.activeTextEditor?.document;
      if (document?.uri.scheme !== WORD_SCHEME)
        void window.showInformationMessage(text(say`请先用“核稿: 打开Word文稿”打开要改的文稿。`));
      else if (!document.isDirty) void window.showInformationMessage(text(say`没有新的改动，不必写回。`));
      else await document.save();
    }),
  );
}

async function choose(text: Text): Promise<Uri | undefined> {
  const chosen = await window.showOpenDialog({ filters: { Word: ['docx'] }, title: text(say`打开Word文稿`) });
  return chosen?.[0];
}

/** VS Code takes what begins with this mark for UTF-8 whatever the user's own encoding is, and keeps it on saving. */
const MARK = '\ufeff';

/** What was saved of a manuscript in this session. */
interface Saved {
  readonly text: string;
  readonly time: number;
  readonly copy: Uri;
}

class WordFiles implements FileSystemProvider, Disposable {
  readonly #text: Text;
  readonly #changed = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  readonly #saved = new Map<string, Saved>();

  constructor(text: Text) {
    this.#text = text;
  }

  dispose(): void {
    this.#changed.dispose();
  }

  watch(): Disposable {
    return Disposable.from();
  }

  async stat(uri: Uri): Promise<FileStat> {
    const { ctime, mtime, size } = await workspace.fs.stat(wordFileOf(uri));
    return { type: FileType.File, ctime, mtime: Math.max(mtime, this.#saved.get(uri.toString())?.time ?? 0), size };
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    const saved = this.#saved.get(uri.toString());
    // An original that was changed since in Word counts again.
    const isOld = saved !== undefined && (await workspace.fs.stat(wordFileOf(uri))).mtime > saved.time;
    if (isOld) this.#saved.delete(uri.toString());
    const text = saved === undefined || isOld ? (await this.#original(uri)).text : saved.text;
    return new TextEncoder().encode(MARK + text);
  }

  /** Saving writes the copy: the original with all that differs now. */
  async writeFile(uri: Uri, content: Uint8Array): Promise<void> {
    const { bytes, text: before } = await this.#original(uri);
    const text = new TextDecoder().decode(content).replace(/\r\n?/g, '\n');
    const edited = editWord(bytes, changesBetween(before, text));
    if ('template' in edited) throw FileSystemError.Unavailable(this.#text(edited));
    const known = this.#saved.get(uri.toString());
    const copy = known?.copy ?? (await freeName(wordFileOf(uri)));
    await workspace.fs.writeFile(copy, edited.bytes);
    this.#saved.set(uri.toString(), { text, time: Date.now(), copy });
    this.#changed.fire([{ type: FileChangeType.Changed, uri }]);
    if (edited.refused.length > 0)
      void window.showWarningMessage(
        this.#text(say`有${edited.refused.length}处改动跨越表格或分节，没有写入副本；请在Word中改。`),
      );
    else if (known === undefined) void this.#tell(copy);
  }

  async #tell(copy: Uri): Promise<void> {
    const show = this.#text(say`在文件夹中显示`);
    const name = copy.path.slice(copy.path.lastIndexOf('/') + 1);
    const chosen = await window.showInformationMessage(this.#text(say`改正后的副本存为${name}，原文件未动。`), show);
    if (chosen === show) await commands.executeCommand('revealInExplorer', copy);
  }

  async #original(uri: Uri): Promise<{ readonly bytes: Uint8Array; readonly text: string }> {
    const bytes = await workspace.fs.readFile(wordFileOf(uri));
    const read = readWord(bytes);
    if (!read.ok) throw FileSystemError.Unavailable(this.#text(read.message));
    return { bytes, text: read.text };
  }

  readDirectory(): never {
    throw FileSystemError.NoPermissions();
  }

  createDirectory(): never {
    throw FileSystemError.NoPermissions();
  }

  delete(): never {
    throw FileSystemError.NoPermissions();
  }

  rename(): never {
    throw FileSystemError.NoPermissions();
  }
}

/** The first name for a copy that is not taken: earlier copies are never written over. */
async function freeName(file: Uri): Promise<Uri> {
  const slash = file.path.lastIndexOf('/') + 1;
  for (let number = 1; ; number++) {
    const copy = file.with({ path: file.path.slice(0, slash) + copyName(file.path.slice(slash), number) });
    try {
      await workspace.fs.stat(copy);
    } catch (error) {
      if (error instanceof FileSystemError && error.code === 'FileNotFound') return copy;
      throw error;
    }
  }
}
