/**
 * Full-width letters, digits and signs (U+FF01–U+FF5E, U+3000) that stand for ASCII ones. Chinese punctuation that shares the
 * block but is at home in Chinese text (，：；！？（）) stays, so that recognisers can tell clauses apart.
 */
const KEEP = new Set('，：；！？（）');

/** `text` with full-width letters, digits and signs (％ ． ２ Ａ 〜 －) folded to half width, one code unit to one code unit. */
export function foldWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000]/g, (char) => {
    if (KEEP.has(char)) return char;
    return char === '\u3000' ? ' ' : String.fromCharCode(char.charCodeAt(0) - 0xfee0);
  });
}
