import assert from 'node:assert/strict';
import { commands, window, workspace } from 'vscode';
import { readWord } from '../../src/word/manuscript.js';
import { docx, p, part } from '../word/docx.js';
import { clearDesk, findingsWhen, has, hegao, inWorkspace, open, when } from './desk.js';

describe('the report on the desk', () => {
  before(hegao);
  afterEach(clearDesk);

  it('stands beside the text, with places to go to', async () => {
    const { reports } = await hegao();
    const { document } = await open('harbour.txt');
    await findingsWhen(document, has('sum-mismatch'));
    const page = await reports.open();
    assert.ok(page);
    assert.match(page, /harbour\.txt/);
    assert.match(page, /command:hegao\.showPlace/);
    assert.doesNotMatch(page, /<script/);
    await when(
      (listener) => window.tabGroups.onDidChangeTabs(listener),
      () => window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label.endsWith('：harbour.txt')),
    );
    await when(
      (listener) => reports.onDidChangeFront(listener),
      () => (reports.spokenOf() === document ? true : undefined),
    );
    const [, args = ''] = /command:hegao\.showPlace\?([^"]+)"/.exec(page) ?? [];
    await commands.executeCommand(
      'hegao.showPlace',
      ...(JSON.parse(decodeURIComponent(decodeURIComponent(args))) as unknown[]),
    );
    const editor = window.activeTextEditor;
    assert.ok(editor && editor.document === document && !editor.selection.isEmpty);
  });

  it('is exported as page, Markdown, and manuscript with notes', async () => {
    const { reports } = await hegao();
    const { document } = await open('harbour.txt');
    await findingsWhen(document, has('sum-mismatch'));
    const written = async (form: 'html' | 'markdown' | 'word', name: string): Promise<Uint8Array> => {
      await reports.exportTo(document, form, inWorkspace(name));
      return workspace.fs.readFile(inWorkspace(name));
    };
    assert.doesNotMatch(new TextDecoder().decode(await written('html', 'r.html')), /command:/);
    assert.match(new TextDecoder().decode(await written('markdown', 'r.md')), /17\.6亿吨/);
    const word = await written('word', 'r.docx');
    const read = readWord(word);
    assert.ok(read.ok && read.text === document.getText().replaceAll('\r\n', '\n'));
    assert.match(part(word, 'word/comments.xml'), /16\.7亿吨/);
  });

  it('on a Word manuscript is the manuscript itself, as mended so far, with notes', async () => {
    const { reports } = await hegao();
    const file = inWorkspace('批注.docx');
    await workspace.fs.writeFile(file, docx(p('旅客', ['<w:b/>', '的的换乘'], '越来越方便，投资比上年增长7.5%。')));
    await commands.executeCommand('hegao.openWord', file);
    const editor = window.activeTextEditor;
    assert.ok(editor);
    await findingsWhen(editor.document, has('stutter'));
    assert.ok(await editor.edit((edit) => edit.insert(editor.document.positionAt(0), '广大')));
    await reports.exportTo(editor.document, 'word', inWorkspace('批注.审读报告.docx'));
    const xml = part(await workspace.fs.readFile(inWorkspace('批注.审读报告.docx')), 'word/document.xml');
    assert.match(
      xml,
      /广大旅客<\/w:t><\/w:r><w:commentRangeStart w:id="1"\/><w:r><w:rPr><w:b\/><\/w:rPr><w:t>的的<\/w:t>/,
    );
  });
});
