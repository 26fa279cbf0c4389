import {
  commands,
  Disposable,
  env,
  EventEmitter,
  languages,
  Range,
  Uri,
  ViewColumn,
  window,
  workspace,
  type TextDocument,
  type WebviewPanel,
} from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { Range as ProtocolRange } from 'vscode-languageserver-protocol';
import { say } from '../core/message.js';
import { REPORT, type ReportParams, type ReportResult } from '../server/protocol.js';
import { manuscriptWithNotes } from './manuscript.js';
import type { Text } from './texts.js';

/** What a report is exported to. */
type Form = 'html' | 'markdown' | 'word';

const ENDINGS: Readonly<Record<Form, string>> = { html: 'html', markdown: 'md', word: 'docx' };

/** How long findings must rest before an open report is made anew, in milliseconds. */
const REST = 300;

/** 审读报告: a page beside the text that keeps up with it, and its export. */
export class Reports implements Disposable {
  readonly #client: LanguageClient;
  readonly #text: Text;
  readonly #panels = new Map<string, WebviewPanel>();
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #fronted = new EventEmitter<undefined>();
  readonly #wires: Disposable;

  /** Fires when a report comes to the front or leaves it. */
  readonly onDidChangeFront = this.#fronted.event;

  constructor(client: LanguageClient, text: Text) {
    this.#client = client;
    this.#text = text;
    this.#wires = Disposable.from(
      this.#fronted,
      commands.registerCommand('hegao.openReport', () => this.open()),
      commands.registerCommand('hegao.exportReport', (form?: Form, uri?: string) => this.#export(form, uri)),
      commands.registerCommand('hegao.showPlace', (uri: string, range: ProtocolRange) => showPlace(uri, range)),
      languages.onDidChangeDiagnostics(({ uris }) => {
        for (const uri of uris) this.#schedule(uri.toString());
      }),
    );
  }

  dispose(): void {
    this.#wires.dispose();
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const panel of this.#panels.values()) panel.dispose();
  }

  /** Shows the report on the document in front. Gives its page, undefined if there is none. */
  async open(): Promise<string | undefined> {
    const document = this.#documentInFront();
    if (document === undefined) return undefined;
    const key = document.uri.toString();
    const known = this.#panels.get(key);
    if (known !== undefined) {
      known.reveal();
      return this.#fill(key, known);
    }
    const title = this.#text(say`审读报告`);
    const panel = window.createWebviewPanel(
      'hegao.report',
      `${title}${this.#text(say`：`)}${nameOf(document.uri)}`,
      ViewColumn.Beside,
      {
        enableScripts: false,
        enableCommandUris: ['hegao.showPlace', 'hegao.exportReport'],
        localResourceRoots: [],
        enableFindWidget: true,
      },
    );
    this.#panels.set(key, panel);
    panel.onDidDispose(() => {
      this.#panels.delete(key);
      this.#fronted.fire(undefined);
    });
    panel.onDidChangeViewState(() => {
      this.#fronted.fire(undefined);
    });
    this.#fronted.fire(undefined);
    return this.#fill(key, panel);
  }

  /** The document that the report in front speaks of, undefined where no report is in front or its document is closed. */
  spokenOf(): TextDocument | undefined {
    const [key] = [...this.#panels].find(([, panel]) => panel.active) ?? [];
    return workspace.textDocuments.find(({ uri }) => uri.toString() === key);
  }

  #documentInFront(): TextDocument | undefined {
    const document = window.activeTextEditor?.document;
    if (document !== undefined) return document;
    const spoken = this.spokenOf();
    if (spoken === undefined) void window.showInformationMessage(this.#text(say`请先打开要核对的文稿。`));
    return spoken;
  }

  #schedule(key: string): void {
    const panel = this.#panels.get(key);
    if (panel === undefined) return;
    clearTimeout(this.#timers.get(key));
    this.#timers.set(
      key,
      setTimeout(() => void this.#fill(key, panel), REST),
    );
  }

  async #fill(key: string, panel: WebviewPanel): Promise<string | undefined> {
    // The key is encoded twice, as in the links to places (src/server/report.ts).
    const link = (form: Form, words: string): string =>
      `<a href="command:hegao.exportReport?${encodeURIComponent(JSON.stringify([form, encodeURIComponent(key)]))}">${words}</a>`;
    const tools = `<p class="quiet">${[
      link('word', this.#text(say`导出带批注的Word文稿`)),
      link('html', this.#text(say`导出网页`)),
      link('markdown', this.#text(say`导出Markdown`)),
    ].join(' · ')}</p>`;
    const result = await this.#ask(Uri.parse(key, true), { form: 'html', tools, place: 'hegao.showPlace' });
    // A text that is closed or switched off keeps its last report.
    if (result?.content !== undefined) panel.webview.html = result.content;
    return result?.content;
  }

  async #ask(uri: Uri, wishes: Pick<ReportParams, 'form' | 'tools' | 'place'>): Promise<ReportResult | undefined> {
    const params: ReportParams = {
      uri: this.#client.code2ProtocolConverter.asUri(uri),
      name: nameOf(uri),
      made: new Date().toLocaleString(env.language),
      language: env.language,
      ...wishes,
    };
    return (await this.#client.sendRequest<ReportResult | null>(REPORT, params)) ?? undefined;
  }

  async #export(asked: Form | undefined, key: string | undefined): Promise<void> {
    const document =
      key === undefined ? this.#documentInFront() : workspace.textDocuments.find(({ uri }) => uri.toString() === key);
    if (document === undefined) {
      if (key !== undefined) void window.showInformationMessage(this.#text(say`文稿已经关闭；请重新打开后再导出。`));
      return;
    }
    const form = asked ?? (await this.#chooseForm());
    if (form === undefined) return;
    const target = await window.showSaveDialog({
      defaultUri: this.#suggestion(document.uri, form),
      filters: { [form === 'word' ? 'Word' : form === 'html' ? 'HTML' : 'Markdown']: [ENDINGS[form]] },
    });
    if (target !== undefined) await this.exportTo(document, form, target);
  }

  /** Writes the report on a document to a file and says where it is. */
  async exportTo(document: TextDocument, form: Form, target: Uri): Promise<void> {
    const result = await this.#ask(document.uri, { form: form === 'word' ? 'notes' : form });
    if (result === undefined) {
      void window.showWarningMessage(this.#text(say`本文还没有核对完，或没有打开核对，没有导出。`));
      return;
    }
    const content =
      result.content === undefined
        ? await manuscriptWithNotes(document, result, new Date().toISOString())
        : new TextEncoder().encode(result.content);
    if ('template' in content) {
      void window.showErrorMessage(this.#text(content));
      return;
    }
    await workspace.fs.writeFile(target, content);
    void this.#tell(target);
  }

  async #tell(target: Uri): Promise<void> {
    const open = this.#text(say`打开`);
    const chosen = await window.showInformationMessage(this.#text(say`审读报告已存为${nameOf(target)}。`), open);
    if (chosen === open) await env.openExternal(target);
  }

  async #chooseForm(): Promise<Form | undefined> {
    const items = [
      { form: 'word' as const, label: this.#text(say`带批注的Word文稿`) },
      { form: 'html' as const, label: this.#text(say`网页（HTML）`) },
      { form: 'markdown' as const, label: 'Markdown' },
    ];
    return (await window.showQuickPick(items, { title: this.#text(say`导出审读报告`) }))?.form;
  }

  #suggestion(uri: Uri, form: Form): Uri {
    const name = `${nameOf(uri).replace(/\.[^.]*$/, '')}.${this.#text(say`审读报告`)}.${ENDINGS[form]}`;
    const folder = workspace.workspaceFolders?.[0]?.uri;
    // The page to try things on lies where nobody looks.
    const isKept = !['untitled', 'hegao-word'].includes(uri.scheme) && !uri.path.includes('/globalStorage/');
    if (isKept) return uri.with({ path: uri.path.replace(/[^/]*$/, name) });
    if (uri.scheme === 'hegao-word') return Uri.parse(uri.query, true).with({ path: uri.path.replace(/[^/]*$/, name) });
    return folder === undefined ? Uri.file(name) : Uri.joinPath(folder, name);
  }
}

async function showPlace(uri: string, { start, end }: ProtocolRange): Promise<void> {
  const document = await workspace.openTextDocument(Uri.parse(uri, true));
  const visible = window.visibleTextEditors.find((editor) => editor.document === document);
  const selection = new Range(start.line, start.character, end.line, end.character);
  await window.showTextDocument(document, { selection, viewColumn: visible?.viewColumn ?? ViewColumn.One });
}

function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
