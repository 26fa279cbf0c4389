import assert from 'node:assert/strict';
import { encode, type Encoding } from '../../src/knowledge/decode.js';
import { Place } from './place.js';

const SUM = '2023年，甲港吞吐量13.5亿吨、乙港3.2亿吨，两港合计17.6亿吨。';
const BRACKETS = '全市(含开发区)产值增长20%，深圳、珠海等地同步推进，居民收入稳步提高。';

describe('input', () => {
  let place: Place;
  beforeEach(() => (place = new Place()));
  afterEach(() => place.remove());

  const stored = (text: string, encoding: Encoding, bom: boolean): Uint8Array => {
    const bytes = encode(text, { encoding, bom });
    assert.ok(bytes !== undefined);
    return bytes;
  };

  for (const [name, encoding, bom] of [
    ['UTF-8', 'utf-8', false],
    ['UTF-8 with a byte-order mark', 'utf-8', true],
    ['GB18030', 'gb18030', false],
    ['UTF-16, little end first', 'utf-16le', true],
    ['UTF-16, big end first', 'utf-16be', true],
  ] as const)
    it(`in ${name} is read, and written back as it was`, async () => {
      place.write({ 'a.txt': stored(`${BRACKETS}\n${SUM}`, encoding, bom) });
      const { out } = await place.hegao(['check', '--format', 'json', '--fix', 'a.txt']);
      const { files } = JSON.parse(out) as { files: { encoding: string; characters: number }[] };
      assert.deepEqual(
        files.map((file) => [file.encoding, file.characters]),
        [[encoding, BRACKETS.length + SUM.length + 1]],
      );
      const mended = `${BRACKETS.replace('(', '（').replace(')', '）')}\n${SUM}`;
      assert.deepEqual(place.bytes('a.txt'), Buffer.from(stored(mended, encoding, bom)));
    });

  const refused: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
    [
      'UTF-8 with a broken byte',
      Buffer.concat([Buffer.from(`${SUM}\n导语`), Buffer.from([0xe5, 0x9b]), Buffer.from('，正文。')]),
      /UTF-8编码，但第2行有无法识别的字节/,
    ],
    ['a binary file', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0]), /不是文本文件/],
    ['a Word document', Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), /Word/],
    ['a PDF', Buffer.from('%PDF-1.7\n'), /PDF/],
    ['a file of 20 MB', Buffer.alloc(20 * 1024 * 1024, SUM), /20\.0MB，超过16MB/],
  ];
  for (const [name, content, reason] of refused)
    it(`${name} is told, and the other file checked`, async () => {
      place.write({ 'bad.txt': content, 'good.txt': SUM });
      const { code, out, err } = await place.hegao(['check', 'bad.txt', 'good.txt']);
      assert.equal(code, 2);
      assert.match(err, reason);
      assert.equal(err.split('\n').length, 2);
      assert.match(out, /^good\.txt\n.*sum-mismatch/);
    });

  it('an empty file holds nothing', async () => {
    place.write({ 'a.txt': '', 'b.txt': '\ufeff' });
    const { code, out, err } = await place.hegao(['check', 'a.txt', 'b.txt']);
    assert.deepEqual([code, out, err], [0, '核对了2个文件，没有发现问题。\n', '']);
  });

  it('a folder without texts is told', async () => {
    place.write({ 'empty/a.png': '' });
    const { code, err } = await place.hegao(['check', 'empty']);
    assert.equal(code, 2);
    assert.match(err, /^empty: 文件夹里没有可核对的文件。/);
  });

  it('from standard input is told for what it is, too', async () => {
    const { code, err } = await place.hegao(['check', '-'], { stdin: Buffer.from([0, 1, 2]) });
    assert.equal(code, 2);
    assert.match(err, /^-: 这不是文本文件/);
  });
});
