import { unzipSync, zipSync, type Unzipped } from 'fflate';
import { say, type Message } from '../core/message.js';
import { isWord, parse, children, type XmlDocument } from './xml.js';

/** A .docx with its parts by name, in their order. */
export interface WordPackage {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** The part that holds the text, word/document.xml nearly always. */
  readonly main: string;
}

/** No manuscript unpacks to more; a small file that does is made to harm. Bytes, all parts together. */
const LARGEST = 256 * 1024 * 1024;

/** How a zip archive and an old or locked Word file begin. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

const starts = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** True if the bytes are an archive, as a .docx is. */
export function isZip(bytes: Uint8Array): boolean {
  return starts(bytes, ZIP);
}

/** The parts of a .docx, or a sentence that says why there are none. */
export function unpack(bytes: Uint8Array): WordPackage | Message {
  if (starts(bytes, COMPOUND))
    return say`这是旧格式（*.doc）或设有密码的Word文稿，没有核对；请去掉密码，另存为“Word文档（*.docx）”再核。`;
  if (!isZip(bytes)) return say`这不是Word文稿（*.docx），没有核对；请用Word或WPS另存为*.docx再核。`;
  let parts: Unzipped;
  let size = 0;
  try {
    parts = unzipSync(bytes, { filter: ({ originalSize }) => (size += originalSize) <= LARGEST });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return say`Word文稿已损坏（${error.message}），没有核对；请用Word或WPS打开修复后再存一次。`;
  }
  if (size > LARGEST) return say`Word文稿展开后超过${LARGEST / 1024 / 1024}MB，没有核对；请分成几个文件再核。`;
  const map = new Map(Object.entries(parts));
  const main = mainPart(map);
  if (main === undefined || !map.has(main)) return say`压缩包里没有Word正文，没有核对；请用Word或WPS另存为*.docx再核。`;
  return { parts: map, main };
}

/** A .docx of the parts. Media, which are compressed already, are stored as they are. */
export function pack(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  // A fixed date: the same manuscript gives the same bytes.
  const mtime = new Date(1980, 0, 1);
  return zipSync(
    Object.fromEntries(
      [...parts].map(([name, bytes]) => [name, [bytes, { mtime, level: /\.(?:png|jpe?g|gif)$/i.test(name) ? 0 : 6 }]]),
    ),
  );
}

/** The part with the relationships of a part. */
export function relationshipsOf(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** What a part is tied to, by the last word of the relationship's type (footnotes, comments …): full part name. */
export function related(parts: ReadonlyMap<string, Uint8Array>, part: string, type: string): string | undefined {
  const relationships = readXml(parts, relationshipsOf(part));
  const root = relationships?.documentElement;
  if (!root) return undefined;
  const found = [...children(root)].find((each) => each.getAttribute('Type')?.endsWith(`/${type}`) === true);
  const target = found?.getAttribute('Target');
  if (target === null || target === undefined) return undefined;
  if (target.startsWith('/')) return target.slice(1);
  return part.slice(0, part.lastIndexOf('/') + 1) + target.replace(/^\.\//, '');
}

/** A part as a document; undefined if it is missing or cannot be read. */
export function readXml(parts: ReadonlyMap<string, Uint8Array>, name: string): XmlDocument | undefined {
  const bytes = parts.get(name);
  return bytes === undefined ? undefined : parse(bytes);
}

function mainPart(parts: ReadonlyMap<string, Uint8Array>): string | undefined {
  const name = related(parts, '', 'officeDocument') ?? 'word/document.xml';
  const root = readXml(parts, name)?.documentElement;
  return root && isWord(root, 'document') ? name : undefined;
}
