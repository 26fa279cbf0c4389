import type { RegionRow } from '../fact/schema.js';
import { alikeTo } from './confusable.js';
import type { Lexicon } from './lexicon.js';
import { Trie } from './trie.js';

/** What a misspelt short name may stand for. */
export interface RegionSlip {
  readonly right: string;
  readonly row: RegionRow;
  /** Which character is wrong. */
  readonly index: number;
}

/** Slips that are common words or other names: 大力 is no slip for 大理. */
const WORDS = new Set(
  (
    '大清 大力 代理 信仰 上游 县城 进城 叫作 山洞 金花 老山 新港 西岸 山头 梁山 宣称 向阳 三名 江河 宜城 通话 大礼 恩师 南洋 全州 荒山 周日 秦安 河里 ' +
    '八中 京山 肛门 绵羊 归州 伊利 新江 河内 徽州 山系 大洞 赣南 龙眼 同化 安详 西平 大水 熙宁 同仁 安西 天理 东山 搭理 大通 中尉 金城 西川 种田 海内 ' +
    '漓江 釜山 钟山 东关 大吏 邓州 少阳 将门 普尔 重度 无水 白净 横山 沙门 榆树 铜铃 冀南 落山 本息 苔原 抱头 安东 雨林 宝山 保单 甘州 德川 雍州 崂山 ' +
    '大统 海难 山溪 澧水 煤山 沿边 陕南 播州 打理 青鸟 刘安 砚台 恩泽 宜阳 郾城 大度 抱定 太元 海州 盖州 洛河 婺州 大利 富阳 答理 咸海 靖远 人理 河州 ' +
    '郓城 武卫 九泉 金州 大历 楚州 商海 柳城 塔河 青梅 吴中 复建 新语 桂阳 安度 瑶山 阿爸 秦州 黑盒 广顺 宾州 辽远 大桶 新州 琼山 威宁 梅山 大荔 香江 ' +
    '盛德 集安 弋阳 光州 湖内 射阳 瞳仁 毒理 定息 静海 得州 怀仁 信州 山内 汤泉 禁城 晋州 无息 龙颜 紫阳 曲径 海贝 浮山 冒名 内港 红褐 锦城 安山 溧水 ' +
    '乌梅 博山 乐善 冲水 京门 潮阳 清源 海纳 榆木 太安 广阳 永川 许州 临邑 青阳 育林 药山 南靖 商阳 竹海 福山 重山 报头 潞安 祁阳 横水 阳原 长直 平乡 ' +
    '清苑 甜水 安州 暨南 新阳 清原 中庆 南江 情海 北境 长台 运程 心阳 广川 富山 海商 广源 银州 中委 昭阳 盐边 怀安 阿南 靖州 荷池 湖田 大津 富顺 本席 ' +
    '管口 常春 四坪 辽原 柏城 百城 常川 漏底 露底 红门 庐州 鲁州 广远 尧山 桂州 山难 那区 海西 太水 大里 安养 五湖 台安 扬州 中位 中原 上市 上班 海报 ' +
    '大楼 大型 大家 青年 青春 安全 安心 安静 长期 长远 成就 城市 都市 南方 南部 广大 东部 西部 常年 平安 东西 海里 海域'
  ).split(' '),
);

/**
 * The slips of one character in the short names, of two characters, of `rows`, that are neither words nor names of their own; each with
 * all the names it may stand for.
 */
export function regionSlips(
  rows: readonly RegionRow[],
  { regions }: Pick<Lexicon, 'regions'>,
): Trie<readonly RegionSlip[]> {
  const slips = new Map<string, RegionSlip[]>();
  for (const row of rows) {
    const { shortName } = row;
    if (row.validTo !== '' || shortName.length !== 2) continue;
    for (const index of [0, 1])
      for (const char of alikeTo(shortName.charAt(index))) {
        const slip = index === 0 ? char + shortName.charAt(1) : shortName.charAt(0) + char;
        if (WORDS.has(slip) || FUNCTION_WORD.test(char) || regions.has(slip)) continue;
        const known = slips.get(slip);
        if (known === undefined) slips.set(slip, [{ right: shortName, row, index }]);
        else known.push({ right: shortName, row, index });
      }
  }
  return new Trie(slips);
}

/** Characters that stand between words and are no slips. */
export const FUNCTION_WORD =
  /[的了在和是与及为以于之而有不还也都就又很再等但从被把对向将让使其这那哪各每一二三四五六七八九十]/;
