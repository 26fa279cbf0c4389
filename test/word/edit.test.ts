import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../src/core/fix.js';
import type { Edit } from '../../src/core/rule/rule.js';
import { changesBetween } from '../../src/word/changes.js';
import { createWord } from '../../src/word/create.js';
import { editWord } from '../../src/word/edit.js';
import { readWord } from '../../src/word/manuscript.js';
import { docx, footnotes, p, part } from './docx.js';

const textOf = (bytes: Uint8Array): string => {
  const read = readWord(bytes);
  assert.ok(read.ok);
  return read.text;
};

/** The manuscript with one word of its text replaced. */
const replaced = (bytes: Uint8Array, old: string, newText: string): { bytes: Uint8Array; refused: readonly Edit[] } => {
  const start = textOf(bytes).indexOf(old);
  assert.ok(start >= 0);
  const edited = editWord(bytes, [{ span: { start, end: start + old.length }, newText }]);
  assert.ok(!('template' in edited));
  return edited;
};

describe('a fix in a Word manuscript', () => {
  it('takes the format of the place and leaves the rest of the file as it was', () => {
    const before = docx(p('合计', ['<w:b/>', '2.834'], ['<w:i/>', '万吨']) + p('完'), { 'word/theme.xml': '<a/>' });
    const after = replaced(before, '2.834万吨', '2,834万吨').bytes;
    assert.equal(textOf(after), '合计2,834万吨\n完');
    assert.equal(part(after, 'word/document.xml'), part(before, 'word/document.xml').replace('2.834', '2,834'));
    assert.equal(part(after, 'word/theme.xml'), '<a/>');
  });

  it('across runs goes where the first change is', () => {
    const after = replaced(docx(p('湖', ['<w:b/>', '州市'], '。')), '湖州市', '丽水市').bytes;
    assert.equal(textOf(after), '丽水市。');
    assert.match(part(after, 'word/document.xml'), /<w:b\/><\/w:rPr><w:t>市<\/w:t>/);
  });

  it('that joins two lines joins two paragraphs', () => {
    const after = replaced(docx(p('铁路营业里') + p(['<w:b/>', '程达到']) + p('完')), '里\n程', '里程').bytes;
    assert.equal(textOf(after), '铁路营业里程达到\n完');
    assert.equal(part(after, 'word/document.xml').match(/<w:p>/g)?.length, 2);
  });

  it('that deletes a paragraph leaves no empty one', () => {
    for (const old of ['重复\n', '\n重复']) {
      const after = replaced(docx(p('甲') + p('重复') + p('乙')), old, '').bytes;
      assert.equal(textOf(after), '甲\n乙');
      assert.equal(part(after, 'word/document.xml').match(/<w:p>/g)?.length, 2);
    }
  });

  it('in a note is made there', () => {
    const reference = '<w:p><w:r><w:t>正文</w:t><w:footnoteReference w:id="1"/></w:r></w:p>';
    const after = replaced(docx(reference, footnotes('初步核算数数')), '数数', '数').bytes;
    assert.match(part(after, 'word/footnotes.xml'), /<w:t>初步核算数<\/w:t>/);
  });

  it('that would tear a table is refused, and the others are made', () => {
    const cell = (text: string): string => `<w:tc>${p(text)}</w:tc>`;
    const bytes = docx(`<w:tbl><w:tr>${cell('甲甲')}${cell('乙')}</w:tr></w:tbl>${p('的的')}`);
    const edits = [
      { span: { start: 2, end: 3 }, newText: '' },
      { span: { start: 5, end: 6 }, newText: '' },
    ];
    const edited = editWord(bytes, edits);
    assert.ok(!('template' in edited));
    assert.deepEqual(edited.refused, [edits[0]]);
    assert.equal(textOf(edited.bytes), '甲甲\t乙\n的');
  });

  it('types into an empty paragraph, and line ends and tabs as Word has them', () => {
    const edited = editWord(docx('<w:p/>' + p('完')), [{ span: { start: 0, end: 0 }, newText: '甲\n乙\t丙' }]);
    assert.ok(!('template' in edited));
    assert.equal(textOf(edited.bytes), '甲\n乙\t丙\n完');
  });

  it('reads back as the mended text, whatever the edits', () => {
    const words = fc.array(fc.constantFrom('甲', '乙', '1', '，', ' ', '\n', '&'), { maxLength: 12 });
    fc.assert(
      fc.property(
        fc.array(fc.array(words, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
        fc.array(fc.tuple(fc.nat(6), fc.nat(5), words), { maxLength: 4 }),
        (paragraphs, steps) => {
          const escaped = (text: string): string =>
            text.replaceAll('&', '&amp;').replaceAll('\n', '</w:t><w:br/><w:t xml:space="preserve">');
          const body = paragraphs
            .map(
              (runs) =>
                `<w:p>${runs.map((run) => `<w:r><w:t xml:space="preserve">${escaped(run.join(''))}</w:t></w:r>`).join('')}</w:p>`,
            )
            .join('');
          const bytes = docx(body);
          const text = textOf(bytes);
          const edits: Edit[] = [];
          let at = 0;
          for (const [skip, length, fresh] of steps) {
            const start = at + skip;
            const end = start + length;
            if (end > text.length) break;
            edits.push({ span: { start, end }, newText: fresh.join('') });
            at = end + 1;
          }
          const edited = editWord(bytes, edits);
          assert.ok(!('template' in edited));
          assert.deepEqual(edited.refused, []);
          assert.equal(textOf(edited.bytes), applyEdits(text, edits));
        },
      ),
    );
  });
});

describe('the changes between two texts', () => {
  it('are few and give the second', () => {
    assert.deepEqual(changesBetween('甲乙丙\n丁\n', '甲乙\n丁\n戊'), [
      { span: { start: 2, end: 3 }, newText: '' },
      { span: { start: 6, end: 6 }, newText: '戊' },
    ]);
  });

  it('always give the second', () => {
    const text = fc.array(fc.constantFrom('甲', '乙', '\n', '😀'), { maxLength: 20 }).map((each) => each.join(''));
    fc.assert(fc.property(text, text, (a, b) => applyEdits(a, changesBetween(a, b)) === b));
  });
});

describe('a manuscript made of a text', () => {
  it('reads back as its lines', () => {
    const lines = ['标题', '　　正文\t<甲>&"乙"', '', ' 完 '];
    assert.equal(textOf(createWord(lines.map((text) => ({ text, style: 'body' })))), lines.join('\n'));
  });
});
