import { readNumeral } from '../quantity/numeral.js';

/** Words that state how many, as offsets in the words given. */
export interface ReadCount {
  readonly start: number;
  /** Behind the noun, or behind the counter where the noun is none that is known to be counted. */
  readonly end: number;
  /** Behind the number and its counter. */
  readonly counterEnd: number;
  /** Length of the number itself. */
  readonly length: number;
  readonly value: number;
  /** 个, 大, 市; the first of a sum (三省一市). */
  readonly counter: string;
  /** What is counted: 任务 in 六大任务, 市 in 五市; empty where it is no word that is known to be counted. */
  readonly noun: string;
  /** 三省一市: several numbers added. */
  readonly isSum: boolean;
}

const NUMBER =
  '(?:一(?=[省市县区州镇乡村][一二两三四五六七八九])|[两二三四五六七八九]|[二三四五]?十[一二三四五六七八九]?|\\d{1,2})';

/** Counters which are what they count: 五市, 四方, 两省. Each with what may not follow it. */
const STANDING =
  '省(?!级|委|政|道|力|略|心)|市(?!场|委|政|民|值|容|级|域)|县(?!域|委|级|政|道)|区(?!域|间|块|委|级|分|别|位)|州|盟|旗(?!舰|帜)|国(?!家|务|内|际|有|产|民|土|防|道)|地(?!方|区|域|位|点|级|铁|处|块|面|下|理|质)|' +
  '方(?!案|式|法|米|便|向|略|可|面)|城(?!市|镇|乡|区)|镇(?!长|街)|乡(?!镇|村|亲)|村(?!民|庄|委)|校(?!长|区|园|企)|(?<=两)院(?!士|校|长|区)|级(?!别)|者|人(?!次|口|均|民|才|大|员|以|左|多|工|群)|部委|部门|单位|企业|方面|领域|环节|产业|层面|主体|港(?!口|区|澳)|岛(?!屿)';

/** Counters that ask for a noun. Times, turns and lots (批, 次, 届, 轮) count something else than the items of a list. */
const CLASSIFIER =
  '大(?!于|约|概|型|量|幅|学|力|规|批|省|国|会)|个(?!月|百分|小时|工作日|交易日|季度|世纪|年|别|性|体|人|半|多)|项(?!目)|种(?!植|子|业|粮|质)|类(?!似|别|型)|条(?!件|例|款)|支(?!持|付|部|出|撑|柱)|座|处(?!理|罚|置|于|分|长)|件(?!均)|部(?!分|门|长|委|署|队)|家(?!庭|园|乡|长|电)|所(?!有|以|得|在|属)|门(?!户|口|诊)|名(?!称|单|录)|位(?!于|置|居|次)|款(?!项)|样(?!本|板)|道|点(?!钟|半|整|多|[\\d一二三四五六七八九十])';

const STANDS = new RegExp(`^(?:${STANDING})`);
const HEAD = new RegExp(`(?<number>${NUMBER})(?<counter>${STANDING}|${CLASSIFIER})`, 'g');

/** 三省一市, 两市三区: places of several kinds, counted one by one. */
const MORE = new RegExp(`(?<number>一|${NUMBER})(?<counter>省|市|县|区|州|镇|乡|村|盟|旗|特区|自治区|兵团)`, 'y');

const NOUNS = new RegExp(
  `(?:${(
    '任务 工程 行动 战略 领域 方面 环节 部门 产业 行业 转变 体系 系统 机制 制度 原则 要求 重点 工作 措施 举措 政策 项目 平台 基地 中心 园区 示范区 ' +
    '城市 省份 省区 省市 地区 地市 县市 市县 区县 县区 县(?![\\u4e00-\\u9fff]) 市(?![\\u4e00-\\u9fff]) 区(?![\\u4e00-\\u9fff]) 省(?![\\u4e00-\\u9fff]) 区域 乡镇 街道 社区 村庄 行政村 国家 企业 公司 单位 机构 组织 团体 高校 学校 院校 大学 ' +
    '学院 医院 品牌 品种 种类 类别 类型 门类 层次 层面 级别 等级 阶段 步骤 指标 目标 问题 矛盾 关系 难题 短板 关口 大台阶 台阶 方向 路径 路线 通道 走廊 板块 组团 ' +
    '片区 新区 开发区 自贸区 特区 特别行政区 自治区 直辖市 省会 都市圈 城市群 经济区 经济带 流域 水系 水库 湖泊 河流 港口 机场 车站 线路 铁路 公路 ' +
    '高速公路 码头 口岸 景区 景点 公园 保护区 自然保护区 遗址 遗产 民族 专业 学科 专项 专题 主题 单元 维度 要素 资源 能源 作物 产品 商品 装备 材料 技术 ' +
    '污染物 污染源 重金属 攻坚战 战役 革命 抓手 支柱 引擎 动能 优势 特色 特点 特征 亮点 变化 突破 跨越 提升 改革 创新 试点 方案 计划 规划 法规 法律 条例 文件 ' +
    '意见 办法 标准 协议 奖项 称号 栏目 展区 展馆 论坛 活动 赛事 集群 产业集群 产业链 断面 监测断面 主体 环境 关键 基本 主要 重大 核心 新兴 未来 优先 特殊 ' +
    '主导 支柱产业 国家级 省级 市级 地级 县级 重要 子 功能 功能区 能力 作用 步 抓 统筹 结合 坚持 原因 条件 因素 理由 经验 做法 管理办法 模式 方式 形式 渠道 手段 途径 准则 实事 大事 好事 实验室 门类 集群 大动脉'
  )
    .split(' ')
    .sort((a, b) => b.length - a.length)
    .join('|')})+`,
  'y',
);

/** What may stand between a counter and its noun: 2家5A级景区, 三种管理办法. */
const MODIFIER = /[\u4e00-\u9fffA-Za-z\d]/;
const LONGEST_MODIFIER = 6;
const NO_MODIFIER = /[的了着过在被将是获已均都于把让使与和及对为]/;

/** Names that hold a number: they count nothing here. */
const NAMES = /^(?:三大球|三北|八项规定|五项原则|四项基本|五个一|三区三州|三农|两会|四史|五四)/;

/** Words behind the counter that make it an amount: 五个以上, 两级多. */
const AMOUNT = /^(?:以上|以下|以内|左右|上下|多|余|月|年|半)/;

const NONE: readonly ReadCount[] = [];

/** The count heads in `words`, from left to right. */
export function readCounts(words: string): readonly ReadCount[] {
  if (!/[两二三四五六七八九十一\d]/.test(words)) return NONE;
  const counts: ReadCount[] = [];
  let from = 0;
  for (const match of words.matchAll(HEAD)) {
    const { number = '', counter = '' } = match.groups ?? {};
    if (match.index < from) continue;
    const before = words.charAt(match.index - 1);
    if (/[第\d.,每近约超逾几数多零〇一二三四五六七八九十百千]/.test(before)) continue;
    if (counter === '点' && /[午晨晚早夜时间]/.test(before)) continue;
    if (/[万亿]/.test(before) && !/^个?大?台阶/.test(words.slice(match.index + number.length))) continue;
    if (NAMES.test(words.slice(match.index, match.index + 4)) || words.endsWith('铁人', match.index)) continue;
    let value = countOf(number);
    let counterEnd = match.index + match[0].length;
    let isSum = false;
    MORE.lastIndex = counterEnd;
    for (let more = MORE.exec(words); more !== null; more = MORE.exec(words)) {
      value += countOf(more.groups?.['number'] ?? '');
      counterEnd = MORE.lastIndex;
      isSum = true;
    }
    from = counterEnd;
    if (AMOUNT.test(words.slice(counterEnd)) || value < 2) continue;
    const standing = STANDS.test(counter + words.slice(counterEnd, counterEnd + 1));
    const noun = nounAt(words, counterEnd, standing ? 0 : LONGEST_MODIFIER);
    const end = counterEnd + noun.length;
    counts.push({
      start: match.index,
      end,
      counterEnd,
      length: number.length,
      value,
      counter,
      noun: standing ? counter + noun : noun,
      isSum,
    });
  }
  return counts;
}

/** The noun behind a counter, with its modifiers; empty if no word that is known to be counted stands there. */
function nounAt(words: string, counterEnd: number, longestModifier: number): string {
  for (let at = counterEnd; at <= counterEnd + longestModifier; at++) {
    NOUNS.lastIndex = at;
    const noun = NOUNS.exec(words)?.[0];
    if (noun !== undefined) return words.slice(counterEnd, at) + noun;
    const char = words.charAt(at);
    if (!MODIFIER.test(char) || NO_MODIFIER.test(char)) break;
  }
  return '';
}

function countOf(number: string): number {
  return number === '一' ? 1 : (readNumeral(number, 0)?.value.toNumber() ?? 0);
}
