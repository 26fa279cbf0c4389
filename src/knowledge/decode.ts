/** The encodings a text may come in. */
export type Encoding = 'utf-8' | 'gb18030';

/**
 * The text of a file in UTF-8 (with or without a byte-order mark) or GB18030, which Excel and older editors write in China.
 * The mark is taken out. Returns undefined if the bytes are neither.
 */
export function decodeText(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } | undefined {
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      // GB18030 gives a meaning to nearly every byte: a NUL shows that this is no text at all.
      if (!text.includes('\0')) return { text, encoding };
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return undefined;
}
