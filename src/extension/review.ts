import {
  commands,
  Disposable,
  Selection,
  StatusBarAlignment,
  TextEditorRevealType,
  ThemeColor,
  window,
  workspace,
  WorkspaceEdit,
  type Range,
  type TextEditor,
} from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { say } from '../core/message.js';
import {
  Commands,
  IGNORE,
  UNIGNORE,
  type FindingItem,
  type FixItem,
  type IgnoreParams,
  type IgnoreResult,
  type UnignoreParams,
} from '../server/protocol.js';
import type { Standing } from './standing.js';
import type { Text } from './texts.js';

/** What has been done with a finding, and where it was. */
interface Step {
  readonly did: 'accepted' | 'ignored' | 'skipped';
  readonly range: Range;
}

/** How far a review is; undefined while none is under way. */
export interface Progress {
  /** From 1. */
  readonly place: number;
  readonly total: number;
  readonly finding: string;
}

/** Goes through the findings of a text one by one, each dealt with by a single key. */
export class Review extends Disposable {
  readonly #client: LanguageClient;
  readonly #standing: Standing;
  readonly #text: Text;
  readonly #bar = window.createStatusBarItem('hegao.review', StatusBarAlignment.Left, 11);
  readonly #hint = window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new ThemeColor('editor.rangeHighlightBackground'),
    after: { margin: '0 0 0 2em', color: new ThemeColor('editorCodeLens.foreground') },
  });
  #editor: TextEditor | undefined;
  #findings: readonly FindingItem[] = [];
  #index = 0;
  #steps: Step[] = [];

  constructor(client: LanguageClient, standing: Standing, text: Text) {
    const register = (name: string, body: () => Promise<void>): Disposable =>
      commands.registerCommand(`hegao.review.${name}`, body);
    const own = [
      register('start', () => this.#start()),
      register('accept', () => this.#accept(this.#current?.fixes[0])),
      register('choose', () => this.#choose()),
      register('ignore', () => this.#ignore()),
      register('next', () => this.#skip()),
      register('back', () => this.#back()),
      register('undo', () => this.#undo()),
      register('end', () => this.#end()),
      window.onDidChangeActiveTextEditor((editor) => {
        // Looking into another text ends the review; a panel without an editor does not.
        if (editor !== undefined && this.#editor !== undefined && editor.document !== this.#editor.document)
          void this.#end();
      }),
    ];
    super(() => {
      for (const each of [...own, this.#bar, this.#hint]) each.dispose();
    });
    this.#client = client;
    this.#standing = standing;
    this.#text = text;
    this.#bar.name = text(say`逐处审改`);
    this.#bar.command = 'hegao.review.end';
  }

  get progress(): Progress | undefined {
    const finding = this.#current;
    if (finding === undefined) return undefined;
    const done = this.#steps.length;
    return { place: done + 1, total: done + this.#findings.length - this.#index, finding: finding.ruleId };
  }

  get #current(): FindingItem | undefined {
    return this.#editor === undefined ? undefined : this.#findings[this.#index];
  }

  async #start(): Promise<void> {
    const editor = window.activeTextEditor;
    if (editor === undefined || this.#standing.of(editor.document) === undefined) {
      void window.showInformationMessage(this.#text(say`请先打开要审改的文稿。`));
      return;
    }
    this.#editor = editor;
    this.#steps = [];
    await this.#read();
    this.#index = 0;
    await this.#show();
  }

  async #accept(fix: FixItem | undefined): Promise<void> {
    const [editor, finding] = [this.#editor, this.#current];
    if (editor === undefined || finding === undefined) return;
    if (fix === undefined) {
      window.setStatusBarMessage(this.#text(say`这一处没有现成的改法，请直接改文稿，或跳到下一处。`), 4000);
      return;
    }
    const edit = new WorkspaceEdit();
    for (const { range, newText } of fix.edits) edit.replace(editor.document.uri, this.#range(range), newText);
    if (!(await workspace.applyEdit(edit))) return;
    this.#steps.push({ did: 'accepted', range: this.#range(finding.range) });
    await this.#goOn();
  }

  /** Shows all fixes, and what else can be done. */
  async #choose(): Promise<void> {
    const finding = this.#current;
    if (finding === undefined) return;
    const fixes = finding.fixes.map((fix) => ({ label: `$(edit) ${fix.title}`, act: () => this.#accept(fix) }));
    const rule = finding.ruleId;
    const items = [
      ...fixes,
      { label: `$(eye-closed) ${this.#text(say`忽略这一处`)}`, act: () => this.#ignore() },
      { label: `$(eye-closed) ${this.#text(say`本文不再报“${rule}”`)}`, act: () => this.#ignore('document') },
      {
        label: `$(book) ${this.#text(say`查看规则说明“${rule}”`)}`,
        act: async () => {
          await commands.executeCommand(Commands.openRulePage, rule);
        },
      },
    ];
    const chosen = await window.showQuickPick(items, { title: finding.message });
    await chosen?.act();
  }

  async #ignore(scope: IgnoreParams['scope'] = 'finding'): Promise<void> {
    const [editor, finding] = [this.#editor, this.#current];
    if (editor === undefined || finding === undefined) return;
    const uri = this.#standing.uriOf(editor.document);
    const params: IgnoreParams = { uri, ruleId: finding.ruleId, range: finding.range, scope };
    const { kept } = await this.#client.sendRequest<IgnoreResult>(IGNORE, params);
    if (kept === 'none') return;
    this.#steps.push({ did: 'ignored', range: this.#range(finding.range) });
    await this.#goOn();
  }

  async #skip(): Promise<void> {
    const finding = this.#current;
    if (finding === undefined) return;
    this.#steps.push({ did: 'skipped', range: this.#range(finding.range) });
    this.#index++;
    await this.#show();
  }

  async #back(): Promise<void> {
    if (this.#current === undefined || this.#index === 0) return;
    if (this.#steps.at(-1)?.did === 'skipped') this.#steps.pop();
    this.#index--;
    await this.#show();
  }

  async #undo(): Promise<void> {
    const [editor, step] = [this.#editor, this.#steps.pop()];
    if (editor === undefined || step === undefined) return;
    if (step.did === 'accepted') await commands.executeCommand('undo');
    if (step.did === 'ignored') {
      const uri = this.#standing.uriOf(editor.document);
      await this.#client.sendRequest(UNIGNORE, { uri } satisfies UnignoreParams);
    }
    await this.#read();
    this.#seek(step.range);
    await this.#show();
  }

  /** After a step that changes what is found: to the first finding from that place on. */
  async #goOn(): Promise<void> {
    const at = this.#steps.at(-1)?.range;
    await this.#read();
    if (at !== undefined) this.#seek(at);
    await this.#show();
  }

  #seek({ start }: Range): void {
    const index = this.#findings.findIndex(({ range }) => this.#range(range).start.isAfterOrEqual(start));
    this.#index = index < 0 ? this.#findings.length : index;
  }

  /** Reads the findings of the text as it is now. */
  async #read(): Promise<void> {
    const document = this.#editor?.document;
    if (document === undefined) return;
    const outline = await this.#standing.outlineOfNow(document);
    this.#findings = outline?.articles.flatMap(({ findings }) => findings) ?? [];
  }

  async #show(): Promise<void> {
    const [editor, finding, progress] = [this.#editor, this.#current, this.progress];
    if (editor === undefined) return;
    if (finding === undefined || progress === undefined) {
      await this.#finish();
      return;
    }
    await commands.executeCommand('setContext', 'hegao.reviewing', true);
    await window.showTextDocument(editor.document, {
      ...(editor.viewColumn === undefined ? {} : { viewColumn: editor.viewColumn }),
    });
    const range = this.#range(finding.range);
    editor.selection = new Selection(range.start, range.end);
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
    const fix = finding.fixes[0]?.title ?? this.#text(say`无现成改法`);
    const contentText = `${progress.place}/${progress.total} ${fix}`;
    editor.setDecorations(this.#hint, [{ range, renderOptions: { after: { contentText } } }]);
    this.#bar.text = `$(edit) ${this.#text(say`审改 ${progress.place}/${progress.total}：回车采纳 →另选 Del忽略 ↓下一处 ↑上一处 ⌫撤销 Esc结束`)}`;
    this.#bar.tooltip = finding.message;
    this.#bar.show();
    await commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
  }

  async #finish(): Promise<void> {
    const count = (did: Step['did']): number => this.#steps.filter((step) => step.did === did).length;
    const message =
      this.#steps.length === 0
        ? this.#text(say`没有发现问题，不必审改。`)
        : this.#text(say`审改完毕：采纳${count('accepted')}处，忽略${count('ignored')}处，略过${count('skipped')}处。`);
    await this.#end();
    void window.showInformationMessage(message);
  }

  async #end(): Promise<void> {
    this.#editor?.setDecorations(this.#hint, []);
    this.#editor = undefined;
    this.#findings = [];
    this.#bar.hide();
    await commands.executeCommand('setContext', 'hegao.reviewing', false);
  }

  #range(range: FindingItem['range']): Range {
    return this.#client.protocol2CodeConverter.asRange(range);
  }
}
