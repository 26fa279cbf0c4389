import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import { render } from '../../src/core/message.js';
import { readWord } from '../../src/word/manuscript.js';
import { docx, footnotes, p } from './docx.js';

const textOf = (bytes: Uint8Array): string => {
  const read = readWord(bytes);
  return read.ok ? read.text : `✗ ${render(read.message)}`;
};

describe('a Word manuscript', () => {
  it('is read a line a paragraph, whatever runs its words are in', () => {
    assert.equal(
      textOf(docx(p('2023年', ['<w:b/>', '国内生产总值']) + '<w:p/>' + p('增长5.2%。'))),
      '2023年国内生产总值\n\n增长5.2%。',
    );
  });

  it('has its table rows as lines with a tab between the cells', () => {
    const cell = (...paragraphs: string[]): string =>
      `<w:tc><w:tcPr/>${paragraphs.map((each) => p(each)).join('')}</w:tc>`;
    const table = `<w:tbl><w:tblPr/><w:tr>${cell('指标')}${cell('2023年')}</w:tr><w:tr>${cell('粮食', '产量')}${cell('69541')}</w:tr></w:tbl>`;
    assert.equal(textOf(docx(p('前') + table + p('后'))), '前\n指标\t2023年\n粮食\n产量\t69541\n后');
  });

  it('has foot- and endnotes behind the body', () => {
    const reference =
      '<w:p><w:r><w:t>正文</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>。</w:t></w:r></w:p>';
    assert.equal(
      textOf(docx(reference + p('完'), footnotes('没有引用的注', '初步核算数。'))),
      '正文。\n完\n\n初步核算数。',
    );
  });

  it('is read with its tracked changes accepted', () => {
    const changed =
      '<w:p><w:r><w:t>共</w:t></w:r><w:del w:id="1"><w:r><w:delText>五</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>六</w:t></w:r></w:ins><w:moveFrom w:id="3"><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:r><w:t>项</w:t></w:r></w:p>';
    const joined = '<w:p><w:pPr><w:rPr><w:del w:id="4"/></w:rPr></w:pPr><w:r><w:t>上半</w:t></w:r></w:p>';
    assert.equal(textOf(docx(changed + joined + p('下半'))), '共六项\n上半下半');
  });

  it('has the result of a field but not its code, no hidden text, and a text box once', () => {
    const field =
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2024年</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>暗藏</w:t></w:r></w:p>';
    const box = `<w:p><w:r><w:t>图</w:t><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>${p('框内')}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${p('框内')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    assert.equal(textOf(docx(field + box + p('后'))), '2024年\n图\n框内\n后');
  });

  it('has tabs, line breaks and hyphens, but no page breaks', () => {
    const run =
      '<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:br w:type="page"/><w:tab/><w:t>A</w:t><w:noBreakHyphen/><w:t>1</w:t></w:r></w:p>';
    assert.equal(textOf(docx(run)), '甲\n乙\tA-1');
  });

  it('has white space only where Word shows it', () => {
    assert.equal(
      textOf(docx('<w:p><w:r><w:t>\n 甲 </w:t><w:t xml:space="preserve"> 乙\n</w:t></w:r></w:p>')),
      '甲 乙 ',
    );
  });

  describe('that cannot be read says why', () => {
    for (const [what, bytes, told] of [
      ['a damaged archive', docx(p('正文')).slice(0, 300), '已损坏'],
      ['an archive without a manuscript', zipSync({ 'a.txt': strToU8('甲') }), '没有Word正文'],
      ['damaged XML', docx('<w:p><w:r>'), '没有Word正文'],
      [
        'a document type',
        docx(p('正文'), { 'word/document.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x/>' }),
        '没有Word正文',
      ],
      ['the old format, or a password', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0), '密码'],
      ['a text', strToU8('正文'), '不是Word文稿'],
    ] as const)
      it(what, () => {
        assert.match(textOf(bytes), new RegExp(`^✗ .*${told}`));
      });
  });
});
