import type { RegionMention } from '../../mention.js';

const LEVELS = ['province', 'prefecture', 'county'];

/** The highest level that a name may stand for: 0 province, 1 prefecture, 2 county. */
export function level({ candidates }: RegionMention): number {
  return Math.min(...candidates.map((row) => LEVELS.indexOf(row.level)));
}

/**
 * Provinces, by the first two digits of their codes, that once held what now lies in others: of their divisions the table, which
 * begins with 1981, does not tell the time.
 */
const FORMER: Readonly<Record<string, readonly string[]>> = {
  '13': ['11', '12', '37', '15'],
  '21': ['15', '13', '22'],
  '22': ['15', '23'],
  '23': ['15', '22'],
  '32': ['31', '34', '33'],
  '34': ['32', '36'],
  '37': ['41', '13', '32'],
  '41': ['37', '13', '34'],
  '44': ['46', '45'],
  '51': ['50', '54'],
  '62': ['64', '15', '63'],
  '64': ['15'],
};
/** The last year in which any of them changed. */
const LAST_FORMER = 1997;
/** Before this year the table knows of provinces only. */
const TABLE_BEGINS = 1999;

/**
 * True if a text that speaks of the year `first` (Infinity if of none) speaks of a time for which the table does not tell that the
 * child did not belong to the parent.
 */
export function formerly(child: RegionMention, parent: RegionMention, first: number): boolean {
  if (first >= TABLE_BEGINS) return false;
  if (level(parent) > 0) return true;
  return (
    first <= LAST_FORMER &&
    parent.candidates.some(({ code }) =>
      child.candidates.some((row) => FORMER[code.slice(0, 2)]?.includes(row.code.slice(0, 2)) === true),
    )
  );
}
