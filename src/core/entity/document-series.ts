import type { DocumentRow } from '../fact/schema.js';
import { plainNumber } from './document-index.js';

/** One number of a series with its day, as days since 1970. */
interface Issued {
  readonly serial: number;
  readonly day: number;
  readonly row: DocumentRow | undefined;
}

/** What shows that a number and a date do not belong together: the documents of the series before and behind it. */
export interface OutOfOrder {
  readonly before: DocumentRow | undefined;
  readonly behind: DocumentRow | undefined;
  /** Serials that one wrong digit would explain, the likeliest first. */
  readonly serials: readonly number[];
}

/** By how many days a document may be dated out of the order of its number: of 1,834 known ones two are by more. */
const JITTER = 20;
/** How far, as a part of the gap between its neighbours and in days, it may lie from where its number would fall: of the 1,834 none lies further. */
const DRIFT = 0.4;
const DRIFT_DAYS = 45;
const DAY = 86_400_000;

/** The numbers that an issuer gives within a year, 国办发〔2018〕1号, 2号 …: they run with the dates. */
export class DocumentSeries {
  readonly #series = new Map<string, Issued[]>();

  /** @param rows of facts/documents.csv; those without number or day do not count. */
  constructor(rows: readonly DocumentRow[]) {
    for (const row of rows) {
      const parts = partsOf(row.number);
      if (parts === undefined || row.issued.length !== 10) continue;
      const issued = { serial: parts.serial, day: Date.parse(row.issued) / DAY, row };
      const known = this.#series.get(parts.series);
      if (known === undefined) this.#series.set(parts.series, [issued]);
      else known.push(issued);
    }
    for (const all of this.#series.values()) all.sort((a, b) => a.serial - b.serial);
  }

  /** Whether a document of this number can be of this ISO day; undefined where it can, or the series is not known. */
  outOfOrder(number: string, date: string): OutOfOrder | undefined {
    const parts = partsOf(number);
    const all = parts === undefined ? undefined : this.#series.get(parts.series);
    const day = Date.parse(date) / DAY;
    if (parts === undefined || all === undefined || Number.isNaN(day)) return undefined;
    const distance = (serial: number): number => distanceOf(around(all, serial, parts.year), serial, day);
    if (distance(parts.serial) <= 1) return undefined;
    const { before, behind } = around(all, parts.serial, parts.year);
    const taken = new Set(all.map(({ serial }) => serial));
    const serials = oneDigitOff(parts.serial)
      .filter((serial) => !taken.has(serial) && distance(serial) <= 1)
      .sort((a, b) => distance(a) - distance(b));
    return { before: before.row, behind: behind?.row, serials };
  }
}

function partsOf(
  number: string,
): { readonly series: string; readonly year: string; readonly serial: number } | undefined {
  const match = /^(\D+〔(\d{4})〕)(\d+)号$/.exec(plainNumber(number));
  return match === null ? undefined : { series: match[1] ?? '', year: match[2] ?? '', serial: Number(match[3]) };
}

/** The known numbers next to a serial, itself aside; before the first stands the beginning of the year. */
function around(
  all: readonly Issued[],
  serial: number,
  year: string,
): { readonly before: Issued; readonly behind: Issued | undefined } {
  const before = all.findLast((each) => each.serial < serial);
  const start = { serial: 0, day: Date.parse(`${year}-01-01`) / DAY, row: undefined };
  return { before: before ?? start, behind: all.find((each) => each.serial > serial) };
}

/** How far a day lies from where a serial would put it, in units of what is allowed. */
function distanceOf(
  { before, behind }: { readonly before: Issued; readonly behind: Issued | undefined },
  serial: number,
  day: number,
): number {
  const outside = Math.max(before.day - day, behind === undefined ? 0 : day - behind.day) / JITTER;
  if (behind === undefined) return outside;
  const gap = behind.day - before.day;
  const expected = before.day + (gap * (serial - before.serial)) / (behind.serial - before.serial);
  return Math.max(outside, Math.abs(day - expected) / Math.max(DRIFT_DAYS, DRIFT * gap));
}

/** The serials that differ in one digit. */
function oneDigitOff(serial: number): readonly number[] {
  const digits = String(serial);
  return [...digits].flatMap((digit, i) =>
    [...'0123456789'].flatMap((other) => {
      const changed = digits.slice(0, i) + other + digits.slice(i + 1);
      return other === digit || changed.startsWith('0') ? [] : [Number(changed)];
    }),
  );
}
