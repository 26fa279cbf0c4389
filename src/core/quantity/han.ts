const DIGITS = '零一二三四五六七八九';

/** A whole number from 0 to 999 in Chinese numerals, as sections and items are numbered: 十二, 二十, 一百零三. */
export function hanNumeral(value: number): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const digit = (n: number): string => DIGITS.charAt(n);
  if (value < 10) return digit(value);
  const head = hundreds === 0 ? '' : `${digit(hundreds)}百`;
  const ten =
    tens === 0 ? (hundreds > 0 && ones > 0 ? '零' : '') : tens === 1 && hundreds === 0 ? '十' : `${digit(tens)}十`;
  return head + ten + (ones === 0 ? '' : digit(ones));
}
