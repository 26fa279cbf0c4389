import assert from 'node:assert/strict';
import { commands, languages, Uri, window, workspace } from 'vscode';
import { docx, p } from '../word/docx.js';
import { clearDesk, hegao, inWorkspace } from './desk.js';

const RAIL =
  '　　2023年，全国铁路完成固定资产投资7645亿元，比上年增长7.5%；投产新线3637公里，其中高速铁路2776公里，一批重点工程建成通车，沿线群众的出行更加便捷。\n';

describe('a folder on the desk', () => {
  const folder = (): Uri => inWorkspace('一版');
  const place = (name: string): Uri => Uri.joinPath(folder(), name);
  /** How many findings of a file point to another. */
  const sharedWith = (name: string, other: Uri): number =>
    languages
      .getDiagnostics(place(name))
      .filter(({ relatedInformation = [] }) =>
        relatedInformation.some(({ location }) => location.uri.toString() === other.toString()),
      ).length;
  before(async () => {
    await hegao();
    const write = (name: string, text: string): Thenable<void> =>
      workspace.fs.writeFile(place(name), new TextEncoder().encode(text));
    await write('甲.txt', `铁路\n${RAIL}`);
    await write('乙.txt', `旅客的的换乘越来越方便。\n${RAIL}`);
    await write('坏.txt', '\u0000\u0001');
    await workspace.fs.writeFile(place('丙.docx'), docx(p('大会要求进行进行整改。')));
  });
  after(clearDesk);

  it('is checked file by file, unopened, with what they share and what could not be read', async () => {
    const { folders } = await hegao();
    const summary = await folders.check([folder()]);
    assert.deepEqual(summary, { files: 3, errors: 0, warnings: 2, unread: 1, shared: 1, cancelled: false });
    const told = (uri: Uri): string[] => languages.getDiagnostics(uri).map(({ message }) => message);
    assert.ok(told(place('乙.txt')).some((message) => message.includes('“的的”')));
    assert.equal(sharedWith('甲.txt', place('乙.txt')) + sharedWith('乙.txt', place('甲.txt')), 1);
    assert.equal(told(place('坏.txt')).length, 1);
    const word = languages.getDiagnostics().find(([uri]) => uri.scheme === 'hegao-word');
    assert.match(word?.[1][0]?.message ?? '', /进行进行/);
  });

  it('gives a file over to the server when it is opened', async () => {
    const { folders } = await hegao();
    await folders.check([folder()]);
    await window.showTextDocument(await workspace.openTextDocument(place('乙.txt')));
    assert.equal(sharedWith('乙.txt', place('甲.txt')), 0);
  });

  it('has a page to try things on', async () => {
    await commands.executeCommand('hegao.openSample');
    assert.match(window.activeTextEditor?.document.getText() ?? '', /国民经济回升向好/);
  });
});
