import { say } from '../core/message.js';
import type { Message } from '../core/message.js';

/** The encodings a manuscript may come in; the mark, where there is one, is not part of the text. */
export type ManuscriptEncoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** A manuscript read, or the reason why it was not. */
export type Manuscript =
  | { readonly ok: true; readonly text: string; readonly encoding: ManuscriptEncoding }
  | { readonly ok: false; readonly message: Message };

/** Beyond this no file is a manuscript, and checking it would keep the editor waiting. */
export const LARGEST = 16 * 1024 * 1024;

/** What a manuscript too large to be checked is answered with. `size` in bytes. */
export function tooLarge(size: number): Message {
  return say`文件有${(size / 1024 / 1024).toFixed(1)}MB，超过${LARGEST / 1024 / 1024}MB，没有核对；请分成几个文件再核。`;
}

/** Reads the bytes of a text file: UTF-8, UTF-16 by its mark, GB18030 where the bytes are no UTF-8. */
export function readManuscript(bytes: Uint8Array): Manuscript {
  if (bytes.length > LARGEST) return { ok: false, message: tooLarge(bytes.length) };
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return decoded(bytes.subarray(2), 'utf-16le', 'utf-16le');
  if (a === 0xfe && b === 0xff) return decoded(bytes.subarray(2), 'utf-16be', 'utf-16be');
  if (bytes.subarray(0, 8192).includes(0))
    return { ok: false, message: say`这不是文本文件，没有核对；Word文稿请另存为“纯文本（*.txt）”再核。` };
  if (a === 0xef && b === 0xbb && c === 0xbf) return decoded(bytes.subarray(3), 'utf-8', 'utf-8-bom');
  const utf8 = decoded(bytes, 'utf-8', 'utf-8');
  return utf8.ok ? utf8 : decoded(bytes, 'gb18030', 'gb18030');
}

function decoded(bytes: Uint8Array, label: string, encoding: ManuscriptEncoding): Manuscript {
  try {
    return { ok: true, text: new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes), encoding };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { ok: false, message: say`文件的编码无法识别，没有核对；请用“以编码保存”存成UTF-8再核。` };
  }
}

/** The bytes of a text in the encoding it came in; undefined for GB18030, which nothing here can write. */
export function encodeManuscript(text: string, encoding: ManuscriptEncoding): Uint8Array | undefined {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-8-bom':
      return Buffer.from(`\ufeff${text}`, 'utf8');
    case 'utf-16le':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'utf-16be':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    case 'gb18030':
      return undefined;
  }
}
