import assert from 'node:assert/strict';
import { commands, window, workspace } from 'vscode';
import { readWord } from '../../src/word/manuscript.js';
import { docx, p, part } from '../word/docx.js';
import { actionsAt, clearDesk, findingsWhen, has, hegao, inWorkspace, lacks, perform, told } from './desk.js';

describe('a Word manuscript on the desk', () => {
  before(async () => {
    await hegao();
    await workspace.fs.writeFile(
      inWorkspace('讲话.docx'),
      docx(p('铁路工作') + p('旅客', ['<w:b/>', '的的换乘'], '越来越方便，投资比上年增长7.5%。')),
    );
  });
  afterEach(clearDesk);

  it('is opened as text, checked, mended, and saved to copies that keep its form', async () => {
    const file = inWorkspace('讲话.docx');
    const original = await workspace.fs.readFile(file);
    await commands.executeCommand('hegao.openWord', file);
    const document = window.activeTextEditor?.document;
    assert.ok(document);
    assert.equal(document.getText(), '铁路工作\n旅客的的换乘越来越方便，投资比上年增长7.5%。');
    await findingsWhen(document, has('stutter'));
    assert.deepEqual(told(document), ['stutter: 的的']);
    await perform((await actionsAt(document, '的的', 'quickfix'))[0]);
    await findingsWhen(document, lacks('stutter'));
    assert.ok(document.isDirty);
    await commands.executeCommand('hegao.saveWord');
    assert.ok(!document.isDirty);

    const copy = await workspace.fs.readFile(inWorkspace('讲话.核稿.docx'));
    const read = readWord(copy);
    assert.ok(read.ok && read.text === document.getText());
    assert.match(part(copy, 'word/document.xml'), /<w:rPr><w:b\/><\/w:rPr><w:t>的换乘<\/w:t>/);
    assert.ok(Buffer.from(await workspace.fs.readFile(file)).equals(original));
  });

  it('never writes over a copy of an earlier day', async () => {
    await workspace.fs.writeFile(inWorkspace('会议.docx'), docx(p('会议开始')));
    await workspace.fs.writeFile(inWorkspace('会议.核稿.docx'), new TextEncoder().encode('earlier'));
    await commands.executeCommand('hegao.openWord', inWorkspace('会议.docx'));
    const editor = window.activeTextEditor;
    assert.ok(editor);
    assert.ok(await editor.edit((edit) => edit.insert(editor.document.positionAt(0), '全国')));
    await commands.executeCommand('hegao.saveWord');
    const read = readWord(await workspace.fs.readFile(inWorkspace('会议.核稿2.docx')));
    assert.ok(read.ok && read.text === '全国会议开始');
    assert.equal(new TextDecoder().decode(await workspace.fs.readFile(inWorkspace('会议.核稿.docx'))), 'earlier');
  });
});
