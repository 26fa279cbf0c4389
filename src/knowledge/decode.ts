import { say } from '../core/message.js';
import type { Message } from '../core/message.js';

/** The encodings a text may come in, by their WHATWG labels. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** How a text lies in its file, so that it can be written back the same way. */
export interface Storage {
  readonly encoding: Encoding;
  /** True if a byte-order mark stands before the text; it is no part of it. */
  readonly bom: boolean;
}

/** A file read, or a sentence that says why it was not and what to do. */
export type Decoded =
  ({ readonly ok: true; readonly text: string } & Storage) | { readonly ok: false; readonly message: Message };

/** Beyond this no file is a manuscript, and checking it would keep the editor waiting. Bytes. */
export const LARGEST = 16 * 1024 * 1024;

/** What a file too large to be checked is answered with. `size` in bytes. */
export function tooLarge(size: number): Message {
  return say`文件有${(size / 1024 / 1024).toFixed(1)}MB，超过${LARGEST / 1024 / 1024}MB，没有核对；请分成几个文件再核。`;
}

/** How files begin that hold a text, but are none. */
const WORD_PROCESSOR = [[0x50, 0x4b, 0x03, 0x04], [0xd0, 0xcf, 0x11, 0xe0], [...Buffer.from('{\\rtf')]];
const PDF = [...Buffer.from('%PDF-')];

/** The byte-order marks; GB18030 has one of its own. */
const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
];

/**
 * The text of a file: in the encoding of its byte-order mark, else UTF-8 where the bytes are valid, else GB18030 where they are
 * and read like Chinese. Nothing is replaced: a file with a byte that its encoding does not know is refused.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > LARGEST) return { ok: false, message: tooLarge(bytes.length) };
  if (WORD_PROCESSOR.some((signature) => startsWith(bytes, signature)))
    return { ok: false, message: say`这是Word、WPS等软件的文稿，没有核对；请另存为“纯文本（*.txt）”再核。` };
  if (startsWith(bytes, PDF))
    return { ok: false, message: say`这是PDF文件，没有核对；请把其中的文字复制到文本文件（*.txt）再核。` };
  for (const [encoding, mark] of MARKS) {
    if (!startsWith(bytes, mark)) continue;
    const text = textOf(bytes.subarray(mark.length), encoding);
    return text === undefined ? unreadable(bytes, encoding) : { ok: true, text, encoding, bom: true };
  }
  // Both encodings below give a NUL a meaning, no text has one.
  if (bytes.includes(0))
    return { ok: false, message: say`这不是文本文件，没有核对；若是文稿，请用“另存为”存成UTF-8编码的文本再核。` };
  const utf8 = textOf(bytes, 'utf-8');
  if (utf8 !== undefined) return { ok: true, text: utf8, encoding: 'utf-8', bom: false };
  if (isNearlyUtf8(bytes)) return unreadable(bytes, 'utf-8');
  const gb18030 = readsLikeChinese(bytes) ? textOf(bytes, 'gb18030') : undefined;
  return gb18030 === undefined
    ? { ok: false, message: say`文件的编码认不出来，没有核对；请在编辑器中选对编码打开，再存成UTF-8。` }
    : { ok: true, text: gb18030, encoding: 'gb18030', bom: false };
}

/**
 * The bytes of a text as `storage` says; undefined where the encoding cannot hold the text exactly.
 * Reading them again gives the same text.
 */
export function encode(text: string, { encoding, bom }: Storage): Uint8Array | undefined {
  const body = bytesOf(text, encoding);
  if (textOf(body, encoding) !== text) return undefined;
  const mark = bom ? (MARKS.find(([each]) => each === encoding)?.[1] ?? []) : [];
  return Buffer.concat([Uint8Array.from(mark), body]);
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function textOf(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Names the first line that holds what the encoding does not know. */
function unreadable(bytes: Uint8Array, encoding: Encoding): Decoded {
  const loose = new TextDecoder(encoding).decode(bytes);
  const line = loose.slice(0, loose.indexOf('\ufffd')).split(/\r\n|\n|\r/).length;
  const name = encoding.toUpperCase();
  return {
    ok: false,
    message: say`文件是${name}编码，但第${line}行有无法识别的字节，没有核对；请取原稿重新保存，或改好这一行再核。`,
  };
}

/** True if far more characters are valid UTF-8 than not: a damaged file, which must not pass for GB18030. */
function isNearlyUtf8(bytes: Uint8Array): boolean {
  const loose = new TextDecoder('utf-8').decode(bytes);
  const bad = loose.match(/\ufffd/g)?.length ?? 0;
  const good = loose.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  return good > 10 * bad;
}

/**
 * GB18030 gives a meaning to nearly every pair of bytes, so that Big5 and others pass for it. Chinese as it is printed stands almost
 * wholly in the rows of GB/T 2312's signs and common characters; a few words alone may not.
 */
function readsLikeChinese(bytes: Uint8Array): boolean {
  let pairs = 0;
  let common = 0;
  for (let i = 0; i + 1 < bytes.length; i++) {
    const lead = bytes[i] ?? 0;
    const trail = bytes[i + 1] ?? 0;
    if (lead < 0x80) continue;
    pairs++;
    if (trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xd7))) common++;
    i++;
  }
  return pairs < 20 || common >= 0.6 * pairs;
}

function bytesOf(text: string, encoding: Encoding): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16();
    case 'gb18030':
      return toGb18030(text);
  }
}

/** Made from Node's own decoder, so that it is its exact inverse. */
function toGb18030(text: string): Uint8Array {
  const codes = gb18030Codes();
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x80) bytes.push(point);
    else if (point >= 0x10000) bytes.push(...fourBytes(point - 0x10000 + 189_000));
    else bytes.push(...(codes.get(character) ?? [0x3f]));
  }
  return Uint8Array.from(bytes);
}

let gb18030: ReadonlyMap<string, readonly number[]> | undefined;

/** The two- and four-byte codes of the Basic Multilingual Plane; where a character has both, the two bytes. */
function gb18030Codes(): ReadonlyMap<string, readonly number[]> {
  if (gb18030 !== undefined) return gb18030;
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, readonly number[]>();
  const add = (code: readonly number[]): void => {
    const character = decoder.decode(Uint8Array.from(code));
    if (character.length === 1 && !codes.has(character)) codes.set(character, code);
  };
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) add([lead, trail]);
  for (let index = 0; index < 39_420; index++) add(fourBytes(index));
  return (gb18030 = codes);
}

/** The code at a place in the order of four-byte codes. */
function fourBytes(index: number): readonly number[] {
  return [
    0x81 + Math.floor(index / 12_600),
    0x30 + (Math.floor(index / 1260) % 10),
    0x81 + (Math.floor(index / 10) % 126),
    0x30 + (index % 10),
  ];
}
