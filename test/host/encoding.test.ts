import assert from 'node:assert/strict';
import { workspace, type TextDocument } from 'vscode';
import { encode } from '../../src/knowledge/decode.js';
import { clearDesk, findingsWhen, has, hegao, inWorkspace, open } from './desk.js';

describe('a text in another encoding', () => {
  before(hegao);
  afterEach(clearDesk);

  it('that VS Code reads wrongly is named once, and read anew by GB18030', async () => {
    const { encodings } = await hegao();
    const found: TextDocument[] = [];
    const first = new Promise<void>((resolve) => {
      encodings.onDidFind((document) => {
        found.push(document);
        resolve();
      });
    });
    const bytes = encode('会议要求进行进行整改。\n旅客换乘越来越方便。\n', { encoding: 'gb18030', bom: false });
    assert.ok(bytes);
    await workspace.fs.writeFile(inWorkspace('旧稿.txt'), bytes);
    const { document } = await open('旧稿.txt');
    await first;
    assert.match(document.getText(), /\ufffd/);
    await encodings.reopen(document);
    await findingsWhen(document, has('stutter'));
    assert.equal(document.encoding, 'gb18030');
    assert.match(document.getText(), /进行进行整改/);
    await open('harbour.txt');
    await open('旧稿.txt');
    assert.deepEqual(found, [document]);
  });
});
