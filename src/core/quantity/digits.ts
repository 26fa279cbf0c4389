/** What a character can be in a numeral. */
export const NONE = 0;
export const ARABIC = 1;
/** 零 〇 一 … 九, 两, 壹 … 玖. */
export const DIGIT = 2;
/** 十 百 千. */
export const SMALL = 3;
/** 万 亿. */
export const LARGE = 4;
/** 廿 卅 卌. */
export const TENS = 5;
/** 几 数. */
export const VAGUE = 6;
/** The point of .46, which has no digit before it. */
export const POINT = 7;

const VALUES: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
};
const MULTIPLIERS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const LARGE_MULTIPLIERS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };
const TENS_VALUES: Readonly<Record<string, number>> = { 廿: 20, 卅: 30, 卌: 40 };

/**
 * Traditional characters of numerals and units, and the simplified one each stands for: one code unit for one, so that figures of
 * quoted texts from Taiwan, Hong Kong and Macao are read as those of any other text.
 */
const TRADITIONAL =
  '萬億點兩幾餘來貳參叄陸負個對雙塊鐘時間號週後圓噸畝頃釐銖鎊歐韓條項張臺輛隻頭場屆層級種類戶處顆歲過於達約長侖攝華紀內錢';
const SIMPLIFIED =
  '万亿点两几余来贰叁叁陆负个对双块钟时间号周后圆吨亩顷厘铢镑欧韩条项张台辆只头场届层级种类户处颗岁过于达约长仑摄华纪内钱';

const kinds = new Uint8Array(0x10000);
const values = new Float64Array(0x10000);

function enter(kind: number, table: Readonly<Record<string, number>>): void {
  for (const [char, value] of Object.entries(table)) {
    kinds[char.charCodeAt(0)] = kind;
    values[char.charCodeAt(0)] = value;
  }
}

enter(ARABIC, { 0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6, 7: 7, 8: 8, 9: 9 });
enter(DIGIT, VALUES);
enter(SMALL, MULTIPLIERS);
enter(LARGE, LARGE_MULTIPLIERS);
enter(TENS, TENS_VALUES);
enter(VAGUE, { 几: 0, 数: 0 });
enter(POINT, { '.': 0 });
for (const [i, char] of [...TRADITIONAL].entries()) {
  const code = SIMPLIFIED.charCodeAt(i);
  kinds[char.charCodeAt(0)] = kinds[code] ?? NONE;
  values[char.charCodeAt(0)] = values[code] ?? 0;
}

/** What the code unit can be in a numeral: NONE, ARABIC, DIGIT … NaN, as `charCodeAt` gives behind the end, is NONE. */
export function kindOf(code: number): number {
  return kinds[code] ?? NONE;
}

/** The value of a digit or multiplier: 五 is 5, 百 is 100. */
export function valueOf(code: number): number {
  return values[code] ?? 0;
}

const toSimplified = new Map([...TRADITIONAL].map((char, i) => [char, SIMPLIFIED.charAt(i)]));
const everyTraditional = new RegExp(`[${TRADITIONAL}]`, 'g');
const isTraditional = new Uint8Array(0x10000);
for (const char of TRADITIONAL) isTraditional[char.charCodeAt(0)] = 1;

/** `text` with the traditional characters of numerals and units made simplified; same length. */
export function simplified(text: string): string {
  for (let i = 0; i < text.length; i++) {
    if (isTraditional[text.charCodeAt(i)] === 1)
      return text.replace(everyTraditional, (char) => toSimplified.get(char) ?? char);
  }
  return text;
}
