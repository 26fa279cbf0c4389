import type { Knowledge } from '../fact/knowledge.js';
import type { RegionRow } from '../fact/schema.js';

/** True if the division existed under this name and parent in (some part of) `year`. */
export function existsIn(region: RegionRow, year: number): boolean {
  return (
    (region.validFrom === '' || Number(region.validFrom) <= year) &&
    (region.validTo === '' || year <= Number(region.validTo))
  );
}

/** Those of `regions` that existed in `year`; all of them where the year is unknown. */
export function regionsAt(regions: readonly RegionRow[], year: number | undefined): readonly RegionRow[] {
  return year === undefined ? regions : regions.filter((region) => existsIn(region, year));
}

/** True if the division exists today. */
export function isCurrent(region: RegionRow): boolean {
  return region.validTo === '';
}

/**
 * The divisions above `region`, nearest first: 浏阳市 -> 长沙市, 湖南省. For a division of the past, its parents of that time.
 * Ends early where the tables do not hold the parent.
 */
export function parentChain(knowledge: Knowledge, region: RegionRow): readonly RegionRow[] {
  const chain: RegionRow[] = [];
  let child = region;
  // A division has at most two above it; the bound keeps a faulty user table from running in a circle.
  while (child.parentCode !== '' && chain.length < 4) {
    const candidates = knowledge.regionsByCode.get(child.parentCode) ?? [];
    const parent = candidates.find((candidate) => overlap(candidate, child)) ?? candidates[0];
    if (parent === undefined) break;
    chain.push(parent);
    child = parent;
  }
  return chain;
}

/** True if `region` lies within `ancestor` or is the same division. */
export function isWithin(knowledge: Knowledge, region: RegionRow, ancestor: RegionRow): boolean {
  return region.code === ancestor.code || parentChain(knowledge, region).some(({ code }) => code === ancestor.code);
}

function overlap(a: RegionRow, b: RegionRow): boolean {
  const end = (row: RegionRow): string => (row.validTo === '' ? '9999' : row.validTo);
  return a.validFrom <= end(b) && b.validFrom <= end(a);
}
