import type { Uri } from 'vscode';
import {
  CancellationTokenSource,
  commands,
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  Disposable,
  languages,
  Location,
  ProgressLocation,
  Range,
  RelativePattern,
  window,
  workspace,
  type CancellationToken,
  type DiagnosticCollection,
} from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { say, type Message } from '../core/message.js';
import { sharedParagraphs } from '../core/rule/duplicate/between.js';
import { decode } from '../knowledge/decode.js';
import { CHECK_TEXT, type CheckTextParams, type CheckTextResult, type Paragraph } from '../server/protocol.js';
import { readWord } from '../word/manuscript.js';
import type { Text } from './texts.js';
import { wordTextOf } from './word.js';

/** What a check of folders came to. */
export interface FolderSummary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  /** Files that could not be read, each with a finding that says why. */
  readonly unread: number;
  /** Paragraphs that stand in an earlier file as well. */
  readonly shared: number;
  readonly cancelled: boolean;
}

/** A file that was checked. */
interface Checked {
  /** Where its findings are shown: for Word files the document that shows their text. */
  readonly uri: Uri;
  readonly name: string;
  readonly diagnostics: Diagnostic[];
  readonly paragraphs: readonly Paragraph[];
}

/**
 * 核对文件夹: checks the files of folders one after the other and shows in Problems what is found in those that are not open. Once a file is opened
 * the server speaks for it, and what was kept here goes.
 */
export class FolderCheck implements Disposable {
  readonly #client: LanguageClient;
  readonly #text: Text;
  readonly #kept: DiagnosticCollection = languages.createDiagnosticCollection('hegao-folder');
  readonly #wires: Disposable;

  constructor(client: LanguageClient, text: Text) {
    this.#client = client;
    this.#text = text;
    this.#wires = Disposable.from(
      this.#kept,
      workspace.onDidOpenTextDocument(({ uri }) => {
        this.#kept.delete(uri);
      }),
      commands.registerCommand('hegao.checkFolder', (folder?: Uri) => this.#ask(folder)),
    );
  }

  dispose(): void {
    this.#wires.dispose();
  }

  async #ask(folder: Uri | undefined): Promise<void> {
    const folders = folder === undefined ? (workspace.workspaceFolders ?? []).map(({ uri }) => uri) : [folder];
    if (folders.length === 0) {
      void window.showInformationMessage(this.#text(say`请先打开要核对的文件夹。`));
      return;
    }
    const title = this.#text(say`正在核对文件夹`);
    const summary = await window.withProgress(
      { location: ProgressLocation.Notification, cancellable: true, title },
      (progress, token) =>
        this.check(folders, token, (done, all, name) => {
          progress.report({ increment: 100 / all, message: `${done}/${all} ${name}` });
        }),
    );
    await this.#tell(summary);
  }

  /** Checks all files of the folders that the settings mean. `told` is called before each file. */
  async check(
    folders: readonly Uri[],
    token: CancellationToken = new CancellationTokenSource().token,
    told: (done: number, all: number, name: string) => void = () => undefined,
  ): Promise<FolderSummary> {
    this.#kept.clear();
    const files = (await Promise.all(folders.map((folder) => filesOf(folder)))).flat();
    const checked: Checked[] = [];
    let unread = 0;
    for (const [i, file] of files.entries()) {
      if (token.isCancellationRequested) break;
      const name = workspace.asRelativePath(file);
      told(i + 1, files.length, name);
      const read = await textOf(file);
      if ('template' in read) {
        unread++;
        this.#kept.set(file, [this.#diagnostic(new Range(0, 0, 0, 0), read)]);
        continue;
      }
      const result = await this.#client.sendRequest<CheckTextResult | null>(
        CHECK_TEXT,
        { uri: this.#client.code2ProtocolConverter.asUri(file), ...read.params } satisfies CheckTextParams,
        token,
      );
      if (result === null) continue;
      const diagnostics = await this.#client.protocol2CodeConverter.asDiagnostics([...result.diagnostics]);
      checked.push({ uri: read.uri, name, diagnostics, paragraphs: result.paragraphs });
    }
    const shared = this.#addShared(checked);
    const open = new Set(workspace.textDocuments.map(({ uri }) => uri.toString()));
    for (const { uri, diagnostics } of checked) if (!open.has(uri.toString())) this.#kept.set(uri, diagnostics);
    const count = (severity: DiagnosticSeverity): number =>
      checked.reduce((sum, each) => sum + each.diagnostics.filter((one) => one.severity === severity).length, 0);
    return {
      files: checked.length,
      errors: count(DiagnosticSeverity.Error),
      warnings: count(DiagnosticSeverity.Warning),
      unread,
      shared,
      cancelled: token.isCancellationRequested,
    };
  }

  /** Adds what files share to their findings. */
  #addShared(checked: readonly Checked[]): number {
    const pairs = sharedParagraphs(checked.map(({ paragraphs }) => paragraphs.map(({ text }) => text)));
    for (const { later, earlier, jaccard } of pairs) {
      const [here, there] = [checked[later.file], checked[earlier.file]];
      const [range, other] = [here?.paragraphs[later.paragraph]?.range, there?.paragraphs[earlier.paragraph]?.range];
      if (here === undefined || there === undefined || range === undefined || other === undefined) continue;
      const share = Math.round(jaccard * 100);
      const told = this.#diagnostic(
        this.#client.protocol2CodeConverter.asRange(range),
        share === 100 ? say`此段与${there.name}的一段相同。` : say`此段与${there.name}的一段重复（相同${share}%）。`,
      );
      const place = new Location(there.uri, this.#client.protocol2CodeConverter.asRange(other));
      told.relatedInformation = [new DiagnosticRelatedInformation(place, this.#text(say`另一处`))];
      here.diagnostics.push(told);
    }
    return pairs.length;
  }

  #diagnostic(range: Range, message: Message): Diagnostic {
    const diagnostic = new Diagnostic(range, this.#text(message), DiagnosticSeverity.Information);
    diagnostic.source = this.#text(say`核稿`);
    return diagnostic;
  }

  async #tell({ files, errors, warnings, unread, shared, cancelled }: FolderSummary): Promise<void> {
    const parts = [
      cancelled ? say`核对中止：已核对${files}个文件` : say`核对了${files}个文件`,
      say`错误${errors}处，警告${warnings}处`,
      ...(shared > 0 ? [say`文件之间重复${shared}处`] : []),
      ...(unread > 0 ? [say`另有${unread}个文件读不出来，原因见“问题”面板`] : []),
    ];
    const show = this.#text(say`查看问题`);
    const sentence = parts.map((part) => this.#text(part)).join(this.#text(say`；`)) + this.#text(say`。`);
    if ((await window.showInformationMessage(sentence, show)) === show)
      await commands.executeCommand('workbench.actions.view.problems');
  }
}

/** The files of a folder that the settings mean, in order of their names. */
async function filesOf(folder: Uri): Promise<readonly Uri[]> {
  const settings = workspace.getConfiguration('hegao', folder);
  const glob = (names: readonly string[]): string => (names.length === 1 ? (names[0] ?? '') : `{${names.join(',')}}`);
  const include = settings.get<readonly string[]>('include') ?? [];
  const exclude = settings.get<readonly string[]>('exclude') ?? [];
  if (include.length === 0) return [];
  const files = await workspace.findFiles(
    new RelativePattern(folder, glob(include)),
    exclude.length === 0 ? null : new RelativePattern(folder, glob(exclude)),
  );
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** A file's text as the server wants it, and the document in which it can be seen; or why it cannot be read. */
async function textOf(
  file: Uri,
): Promise<{ readonly uri: Uri; readonly params: Omit<CheckTextParams, 'uri'> } | Message> {
  let bytes: Uint8Array;
  try {
    bytes = await workspace.fs.readFile(file);
  } catch (error) {
    return say`文件打不开，请检查权限：${error instanceof Error ? error.message : String(error)}`;
  }
  if (/\.docx$/i.test(file.path)) {
    const read = readWord(bytes);
    return read.ok ? { uri: wordTextOf(file), params: { text: read.text, language: 'plain' } } : read.message;
  }
  const language = /\.(?:md|markdown)$/i.test(file.path) ? 'markdown' : 'plain';
  const decoded = decode(bytes);
  return decoded.ok ? { uri: file, params: { text: decoded.text, language } } : decoded.message;
}
