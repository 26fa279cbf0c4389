import assert from 'node:assert/strict';
import fc from 'fast-check';
import { commentWord, type Comment } from '../../src/word/comment.js';
import { readWord } from '../../src/word/manuscript.js';
import { docx, footnotes, p, part } from './docx.js';

const by = { name: '核稿', initials: '核', date: '2024-03-05T08:00:00Z' };

function commented(bytes: Uint8Array, ...comments: readonly Comment[]): { document: string; bytes: Uint8Array } {
  const result = commentWord(bytes, comments, by);
  assert.ok(result instanceof Uint8Array);
  return { document: part(result, 'word/document.xml'), bytes: result };
}

const textOf = (bytes: Uint8Array): string => {
  const read = readWord(bytes);
  assert.ok(read.ok);
  return read.text;
};

describe('a comment in a Word manuscript', () => {
  it('stands around exactly its words, which keep their format', () => {
    const { document, bytes } = commented(docx(p('共', ['<w:b/>', '合计五项'], '。')), {
      span: { start: 3, end: 4 },
      lines: ['列有六项。', '改法：改为“六”'],
    });
    assert.ok(
      document.includes(
        '<w:r><w:rPr><w:b/></w:rPr><w:t>合计</w:t></w:r><w:commentRangeStart w:id="0"/><w:r><w:rPr><w:b/></w:rPr><w:t>五</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>项</w:t></w:r>',
      ),
      document,
    );
    assert.match(
      part(bytes, 'word/comments.xml'),
      /<w:comment w:id="0" w:author="核稿" w:date="2024-03-05T08:00:00Z" w:initials="核"><w:p><w:r><w:t>列有六项。<\/w:t><\/w:r><\/w:p><w:p>/,
    );
    assert.match(part(bytes, 'word/_rels/document.xml.rels'), /relationships\/comments" Target="comments.xml"/);
    assert.match(part(bytes, '[Content_Types].xml'), /PartName="\/word\/comments.xml"/);
    assert.equal(textOf(bytes), '共合计五项。');
  });

  it('comes after those that are there', () => {
    const first = commented(docx(p('甲乙丙')), { span: { start: 0, end: 1 }, lines: ['一'] });
    const second = commented(first.bytes, { span: { start: 1, end: 2 }, lines: ['二'] });
    const comments = part(second.bytes, 'word/comments.xml');
    assert.deepEqual(
      [...comments.matchAll(/w:id="(\d+)"/g)].map(([, id]) => id),
      ['0', '1'],
    );
    assert.equal(part(second.bytes, '[Content_Types].xml').match(/comments\.xml/g)?.length, 1);
  });

  it('on a note stands at its mark in the body', () => {
    const reference = '<w:p><w:r><w:t>正文</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>';
    const { document } = commented(docx(reference, footnotes('注注')), { span: { start: 4, end: 6 }, lines: ['重复'] });
    assert.match(
      document,
      /<w:commentRangeStart w:id="0"\/><w:r><w:footnoteReference w:id="1"\/><\/w:r><w:commentRangeEnd/,
    );
  });

  it('leaves the text as it was and has both its marks in order, wherever it stands', () => {
    const run = fc
      .array(fc.constantFrom('甲', '乙', '1', ' '), { minLength: 1, maxLength: 5 })
      .map((each) => each.join(''));
    fc.assert(
      fc.property(
        fc.array(fc.array(run, { maxLength: 3 }), { minLength: 1, maxLength: 4 }),
        fc.array(fc.tuple(fc.nat(30), fc.nat(10)), { minLength: 1, maxLength: 5 }),
        (paragraphs, spans) => {
          const bytes = docx(paragraphs.map((runs) => p(...runs)).join(''));
          const text = textOf(bytes);
          const comments = spans.map(([from, length]) => {
            const start = Math.min(from, text.length);
            return { span: { start, end: Math.min(start + length, text.length) }, lines: ['注'] };
          });
          const { document, bytes: after } = commented(bytes, ...comments);
          assert.equal(textOf(after), text);
          for (const [id] of comments.entries()) {
            const places = ['RangeStart', 'RangeEnd', 'Reference'].map((mark) =>
              document.indexOf(`<w:comment${mark} w:id="${id}"/>`),
            );
            assert.ok(
              places.every((place, i) => place > (places[i - 1] ?? 0)),
              `${id}: ${places.join()} ${document}`,
            );
          }
        },
      ),
    );
  });
});
