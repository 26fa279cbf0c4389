import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { run } from '../../src/cli/run.js';
import { readWord } from '../../src/word/manuscript.js';
import { docx, p } from '../word/docx.js';

describe('a Word manuscript on the command line', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'hegao-'));
    writeFileSync(path.join(folder, '讲话.docx'), docx(p('旅客的', ['<w:b/>', '的换乘'], '越来越方便。')));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  async function hegao(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
    const told = { out: '', err: '' };
    const into = (key: 'out' | 'err'): Writable =>
      new Writable({
        write(chunk: Buffer, _encoding, done) {
          told[key] += chunk.toString();
          done();
        },
      });
    const surroundings = {
      stdin: Readable.from([]),
      stdout: into('out'),
      stderr: into('err'),
      env: { LANG: 'zh_CN.UTF-8' },
      cwd: () => folder,
    };
    return { code: await run(args, surroundings), ...told };
  }

  it('is checked in spans of its text', async () => {
    const { code, out } = await hegao('check', '--format', 'json', '讲话.docx');
    const { files } = JSON.parse(out) as {
      files: { encoding: string; characters: number; findings: { ruleId: string; span: object }[] }[];
    };
    assert.equal(code, 1);
    assert.deepEqual(
      files.map(({ encoding, characters }) => ({ encoding, characters })),
      [{ encoding: 'docx', characters: 12 }],
    );
    assert.deepEqual(
      files[0]?.findings.map(({ ruleId }) => ruleId),
      ['stutter'],
    );
  });

  it('is mended in a copy beside it, once', async () => {
    const before = readFileSync(path.join(folder, '讲话.docx'));
    const { err } = await hegao('check', '--fix', '讲话.docx');
    assert.match(err, /改正后的副本存为讲话\.核稿\.docx/);
    assert.deepEqual(readFileSync(path.join(folder, '讲话.docx')), before);
    const copy = readWord(readFileSync(path.join(folder, '讲话.核稿.docx')));
    assert.ok(copy.ok && copy.text === '旅客的换乘越来越方便。');
    const again = await hegao('check', '--fix', '讲话.docx');
    assert.equal(again.code, 2);
    assert.match(again.err, /已有副本/);
  });

  it('that is damaged is named, and nothing is written', async () => {
    writeFileSync(path.join(folder, '坏.docx'), docx(p('正文')).slice(0, 200));
    const { code, err } = await hegao('check', '--fix', '坏.docx');
    assert.equal(code, 2);
    assert.match(err, /坏\.docx: Word文稿已损坏/);
    assert.ok(!existsSync(path.join(folder, '坏.核稿.docx')));
  });
});
