/** Days of a month of the Gregorian calendar. */
export function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** True if the calendar has this day. A missing year counts as a leap year. */
export function isDate(year: number | undefined, month: number | undefined, day: number | undefined): boolean {
  if (month !== undefined && (month < 1 || month > 12)) return false;
  if (day === undefined) return true;
  return day >= 1 && day <= (month === undefined ? 31 : daysIn(year ?? 2000, month));
}

/** Day of the week, 0 for Sunday; Zeller's congruence, so that no clock or locale is asked. */
export function weekdayOf(year: number, month: number, day: number): number {
  const m = month < 3 ? month + 12 : month;
  const y = month < 3 ? year - 1 : year;
  return (
    (day + Math.floor((13 * (m + 1)) / 5) + y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + 6) % 7
  );
}

/** ISO text of a date, as precise as what is given: 2022-03-30, 2022-03, 2022. */
export function iso(year: number, month?: number, day?: number): string {
  const pad = (value: number, width: number): string => String(value).padStart(width, '0');
  return (
    pad(year, 4) +
    (month === undefined ? '' : `-${pad(month, 2)}`) +
    (month === undefined || day === undefined ? '' : `-${pad(day, 2)}`)
  );
}

/** The years of a five-year plan, first and last; the first plan is 1953—1957. Undefined for numbers that name none. */
export function planYears(plan: number): readonly [number, number] | undefined {
  if (plan < 1 || plan > 30) return undefined;
  if (plan === 1) return [1953, 1957];
  if (plan === 2) return [1958, 1962];
  const first = 1966 + 5 * (plan - 3);
  return [first, first + 4];
}

/**
 * First and last day, ISO, of the `count`th week of a year (as ISO 8601 numbers them) or of a month (from its first Monday).
 * Undefined if there is none.
 */
export function weekDays(
  year: number,
  month: number | undefined,
  count: number,
): readonly [string, string] | undefined {
  if (count < 1 || count > 53 || (month !== undefined && count > 5)) return undefined;
  // ISO 8601: the first week of a year is the one with 4 January in it.
  const anchor = month === undefined ? 4 : 1;
  const sinceMonday = (weekdayOf(year, month ?? 1, anchor) + 6) % 7;
  const firstMonday = month === undefined ? anchor - sinceMonday : sinceMonday === 0 ? 1 : 8 - sinceMonday;
  const monday = firstMonday + 7 * (count - 1);
  return [dayAfter(year, month ?? 1, monday), dayAfter(year, month ?? 1, monday + 6)];
}

/** The date of a day counted from the first of a month, which may lie outside the month: 0 is the last of the month before. */
function dayAfter(year: number, month: number, day: number): string {
  let [y, m, d] = [year, month, day];
  while (d < 1) {
    [y, m] = m === 1 ? [y - 1, 12] : [y, m - 1];
    d += daysIn(y, m);
  }
  for (let length = daysIn(y, m); d > length; length = daysIn(y, m)) {
    d -= length;
    [y, m] = m === 12 ? [y + 1, 1] : [y, m + 1];
  }
  return iso(y, m, d);
}
