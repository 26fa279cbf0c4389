import Big from 'big.js';
import type { Knowledge } from '../fact/knowledge.js';
import type { UnitRow } from '../fact/schema.js';

/** A unit read behind a number. */
export interface ReadUnit {
  readonly end: number;
  readonly unit: UnitRow;
}

/**
 * Words that begin like a unit but are none: behind 方 these characters make 方面, 方案 … The table is by the unit's last
 * character; it keeps 两部门, 一方面, 三分之一, 五家庭 from being read as amounts.
 */
const NOT_BEFORE: Readonly<Record<string, string>> = {
  方: '面案式法针位便向略',
  部: '门分署委队长属',
  分: '别之析布类散工享红行公母期配局支',
  度: '过假量',
  级: '别',
  班: '子',
  期: '间望待货限盼',
  家: '庭园乡族具里长政居禽畜国',
  项: '目',
  条: '件例款约',
  次: '序数生要品日',
  单: '位独元',
  类: '似别型',
  种: '植子养业田族',
  场: '所景地馆合',
  所: '有以得在谓属需',
  处: '于理置分罚境',
  片: '区面',
  台: '阶风湾账',
  列: '车入举',
  架: '构',
  套: '餐路利',
  批: '准复评次发判',
  只: '有要能是会争',
  株: '洲',
  位: '于置列居一',
  名: '单称义录额优城牌',
  人: '才口民力员工大均类文身生为气心社居',
  户: '籍均口外用',
  天: '津然气下',
  周: '边期围',
  里: '程',
  两: '国省市岸个地会大翼手',
  成: '为果就立员本功效都熟品',
  番: '禺茄',
  点: '心燃亮击',
  门: '类户槛店',
  节: '约能省水日目',
  时: '间代期候刻',
  元: '素旦首',
  档: '案次',
  层: '面次级',
  尺: '寸度',
  担: '任保当负',
  张: '家掖',
  块: '状',
  例: '如外',
  股: '份东市权',
  步: '伐入',
  头: '部条',
  口: '岸号径',
  圈: '层',
  组: '织成建合',
  环: '境节保评',
  段: '落',
  面: '积向临对貌',
  线: '上下',
  字: '化',
  村: '民庄委',
  镇: '化',
  对: '外于口接比策象标内台华港澳公方应准等称付待话抗手立照面其此这该全我国各所一',
  国: '家内际务有产土',
  区: '域',
  县: '域委城',
  市: '场民委政',
  打: '白破击造响好通赢非拐黑假包',
  匹: '马配',
  蚊: '子虫帐香',
  双: '方边重向语非侧碳一创选',
  省: '份级委内外',
};

/** Finds the unit that stands at a place: the longest name wins, compounds with / are made as they come. */
export class UnitIndex {
  /** Names by first character, longest first. */
  readonly #byFirst = new Map<string, { readonly name: string; readonly unit: UnitRow }[]>();
  readonly #compounds = new Map<string, UnitRow>();
  readonly #names: ReadonlyMap<string, UnitRow>;
  readonly #factors = new Map<UnitRow, Big>();

  constructor(knowledge: Knowledge) {
    const names = new Map<string, UnitRow>();
    for (const [name, unit] of knowledge.unitByName) names.set(name, unit);
    // 万吨, 亿千瓦时: numerals take the multiplier, the unit that stays must be known by itself.
    for (const [name, unit] of knowledge.unitByName) {
      const bare = /^([百千]?[万亿]{1,2})(.+)$/.exec(name);
      if (bare?.[1] === undefined || bare[2] === undefined || names.has(bare[2]) || unit.factor === '') continue;
      const factor = [...bare[1]].reduce((all, each) => all.times(MULTIPLIERS[each] ?? 1), new Big(1));
      names.set(bare[2], { ...unit, unit: bare[2], aliases: [], factor: new Big(unit.factor).div(factor).toFixed() });
    }
    for (const [name, unit] of names) {
      if (name === '' || /^[万亿百千]{1,2}(?!瓦|米|克|伏|卡|分)/.test(name)) continue;
      const first = name.charAt(0);
      const list = this.#byFirst.get(first) ?? [];
      list.push({ name, unit });
      this.#byFirst.set(first, list);
    }
    for (const list of this.#byFirst.values()) list.sort((a, b) => b.name.length - a.name.length);
    this.#names = names;
  }

  /** The unit of a name, as if read up to `end`. */
  named(name: string, end: number): ReadUnit | undefined {
    const unit = this.#names.get(name);
    return unit === undefined ? undefined : { end, unit };
  }

  /** What an amount in `unit` is to be multiplied with to be in its base unit. */
  factorOf(unit: UnitRow): Big {
    const known = this.#factors.get(unit);
    if (known !== undefined) return known;
    const factor = new Big(unit.factor === '' ? 1 : unit.factor);
    this.#factors.set(unit, factor);
    return factor;
  }

  /** The unit whose name stands at `at` of a folded text, or undefined. */
  read(text: string, at: number): ReadUnit | undefined {
    const simple = this.#simple(text, at);
    if (simple === undefined || text.charAt(simple.end) !== '/') return simple;
    const below = this.#simple(text, simple.end + 1);
    if (below === undefined) return simple;
    return { end: below.end, unit: this.#compound(simple.unit, below.unit) };
  }

  #simple(text: string, at: number): ReadUnit | undefined {
    for (const { name, unit } of this.#byFirst.get(text.charAt(at)) ?? []) {
      if (!text.startsWith(name, at)) continue;
      const end = at + name.length;
      const last = name.charAt(name.length - 1);
      const next = text.charAt(end);
      if (next !== '' && (NOT_BEFORE[last]?.includes(next) ?? false)) continue;
      // Latin symbols end where Latin letters end: 5G is no five grams.
      if (/[A-Za-z]/.test(last) && /[A-Za-z\d]/.test(next)) continue;
      return { end, unit };
    }
    return undefined;
  }

  #compound(above: UnitRow, below: UnitRow): UnitRow {
    const name = `${above.unit}/${below.unit}`;
    const known = this.#compounds.get(name);
    if (known !== undefined) return known;
    const divisible = above.factor !== '' && below.factor !== '' && !new Big(below.factor).eq(0);
    const made: UnitRow = {
      unit: name,
      aliases: [],
      dimension: `${above.dimension}/${below.dimension}`,
      factor: divisible ? new Big(above.factor).div(below.factor).toFixed() : '1',
      baseUnit: divisible ? `${above.baseUnit}/${below.baseUnit}` : name,
      legal: '',
      note: '',
    };
    this.#compounds.set(name, made);
    return made;
  }
}

const MULTIPLIERS: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };
