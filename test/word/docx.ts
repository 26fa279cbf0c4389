import { strToU8, unzipSync, zipSync } from 'fflate';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A .docx as Word stores it, of the XML of its body and further parts. */
export function docx(body: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const relation = (type: string, target: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONS}/${type}" Target="${target}"/></Relationships>`;
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': relation('officeDocument', 'word/document.xml'),
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document xmlns:w="${W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}<w:sectPr><w:pgSz w:w="11906"/></w:sectPr></w:body></w:document>`,
    'word/_rels/document.xml.rels': relation('footnotes', 'footnotes.xml'),
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

/** A paragraph of runs; each a text, or properties and a text. */
export function p(...runs: readonly (string | readonly [string, string])[]): string {
  return `<w:p>${runs
    .map((run) => (typeof run === 'string' ? ['', run] : [`<w:rPr>${run[0]}</w:rPr>`, run[1]]))
    .map(([properties = '', text = '']) => `<w:r>${properties}<w:t>${text}</w:t></w:r>`)
    .join('')}</w:p>`;
}

export function footnotes(...texts: readonly string[]): Readonly<Record<string, string>> {
  const notes = texts.map((text, i) => `<w:footnote w:id="${i + 1}">${p(text)}</w:footnote>`).join('');
  return { 'word/footnotes.xml': `<w:footnotes xmlns:w="${W}">${notes}</w:footnotes>` };
}

/** A part of a .docx as text. */
export function part(bytes: Uint8Array, name: string): string {
  const found = unzipSync(bytes)[name];
  return found === undefined ? '' : new TextDecoder().decode(found);
}
