import { pack } from './package.js';
import { holdable, WORD } from './xml.js';

/** How a paragraph looks. */
export type ParagraphStyle = 'title' | 'heading' | 'body';

/** A .docx of plain paragraphs, for texts that never were one: `openWord` reads the same lines from it. */
export function createWord(
  paragraphs: readonly { readonly text: string; readonly style: ParagraphStyle }[],
): Uint8Array {
  const body = paragraphs
    .map(
      ({ text, style }) =>
        `<w:p>${style === 'body' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${runs(text)}</w:p>`,
    )
    .join('');
  const encode = (text: string): Uint8Array =>
    new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`);
  const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relationships = (type: string, target: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/${type}" Target="${target}"/></Relationships>`;
  return pack(
    new Map([
      [
        '[Content_Types].xml',
        encode(
          `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
        ),
      ],
      ['_rels/.rels', encode(relationships('officeDocument', 'word/document.xml'))],
      [
        'word/document.xml',
        encode(
          `<w:document xmlns:w="${WORD}"><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1797" w:bottom="1440" w:left="1797" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr></w:body></w:document>`,
        ),
      ],
      ['word/_rels/document.xml.rels', encode(relationships('styles', 'styles.xml'))],
      ['word/styles.xml', encode(styles())],
    ]),
  );
}

function runs(text: string): string {
  const parts = holdable(text).split(/(\t|\n)/);
  const inner = parts
    .map((part) =>
      part === '\t'
        ? '<w:tab/>'
        : part === '\n'
          ? '<w:br/>'
          : part === ''
            ? ''
            : `<w:t xml:space="preserve">${escape(part)}</w:t>`,
    )
    .join('');
  return inner === '' ? '' : `<w:r>${inner}</w:r>`;
}

function styles(): string {
  const fonts = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体"/>';
  const style = (id: string, name: string, paragraph: string, run: string): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="body"/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
  return `<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:sz w:val="24"/><w:lang w:val="zh-CN" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="body"><w:name w:val="Normal"/><w:pPr><w:spacing w:line="360" w:lineRule="auto"/></w:pPr></w:style>${style('title', 'Title', '<w:jc w:val="center"/>', '<w:b/><w:sz w:val="36"/>')}${style('heading', 'heading 1', '<w:keepNext/>', '<w:b/><w:sz w:val="28"/>')}</w:styles>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
