import type { FigureMention, RangeMention } from '../mention.js';
import type { Span } from '../text/span.js';

/** Farthest end of a noun behind its number, in characters. */
const LONGEST = 20;

/** What stands right behind a number and is no noun that it counts. */
const NO_NOUN =
  /^(?:以[上下内外]|左右|上下|[的了和与及或、，。；：！？）)多余增减达超为是在被均比占从由到至以共其已将向对之来前后内外中时起]|分别|提高|提升|上升|上涨|下降|降低|同比|环比|累计|合计|建成|完成|实现)/;

/** Words at which the noun has ended: what is said of it. */
const BEHIND_NOUN =
  /[，。；：、！？（）()“”\n]|以及|[和与](?!谐|平)|及(?!以)|取得|实现|获|入选|被|列入|全部|均|正式|投入|建成|开工|通车|启动|加快|得到|建立|恢复|提供|达到|超过|成为|纳入|通过|完成|签约|落地|上市|参加|提[高升]|增[长加]|下降|减少|开展|进行|免费|重点|[有是为在向对将已从由于]|(?<=.{2})的/;

/** Places that are called by one character. */
const ONE_CHARACTER = /^[省市县区州镇乡村国校院]$/;

/**
 * What is counted, where it stands behind its number: 本科高校 in 新增2所本科高校, 补贴 in 200亿元补贴; undefined if nothing does.
 * `bare`: nothing before the number can be what it counts, so that 的 may join the two (几十亿元的收入).
 */
export function nounBehind(
  text: string,
  { span: { end } }: FigureMention | RangeMention,
  bare: boolean,
): Span | undefined {
  const words = text.slice(end, end + LONGEST + 8).replace(/\n[^]*$/, '');
  const over = (bare ? /^(?:以上|左右|多|余)?的?(?=[\u4e00-\u9fff“])/ : /^(?:以上|左右|多|余)(?=[\u4e00-\u9fff])/).exec(
    words,
  );
  const from = over?.[0].length ?? 0;
  const rest = words.slice(from);
  if (NO_NOUN.test(rest)) return undefined;
  // A quoted name is part of the noun: 20个“开口子”工程.
  const veiled = rest.replace(/“[^“”]*”/g, (quoted) => '名'.repeat(quoted.length));
  const stop = veiled.search(BEHIND_NOUN);
  const length = stop < 0 ? rest.length : stop;
  if (length > LONGEST || length === 0) return undefined;
  const noun = rest.slice(0, length).replace(/(?<=.)[中内]$/, '');
  if (!/^[\u4e00-\u9fff“”A-Za-z\d]+$/.test(noun) || (noun.length === 1 && !ONE_CHARACTER.test(noun))) return undefined;
  return { start: end + from, end: end + from + noun.length };
}

/** A verb right before the number that calls for what it is done to. */
const CALLS_FOR =
  /(?:发放|提供|安排|新建|建成|建设|建立|打造|培育|引进|实施|推出|出台|制定|开展|举办|创建|新增|取得|获得|下达|设立|落实)了?(?:约|近|超|超过|逾)?$/;

/** True where the words before a number end in a verb that what is counted must follow. */
export function callsForNoun(words: string): boolean {
  return CALLS_FOR.test(words);
}

/** True where the words before a number are verbs and adverbs alone: what it counts can only stand behind it. */
export function isVerbAlone(words: string): boolean {
  return VERBS.test(words);
}

const VERBS =
  /^(?:新|再|又|共|已|将|要|拟|还|并|全年|累计|成功|组织|实施|制定|研究|出台|推出|办好|完成|举办|承办|打造|培育|引进|开展|安排|发放|提供|获评|获批|拥有|共有|设立|开通|投用|启动|解决|整治|支持|推进|落地|创建|布局|选派|调整|取得|赢得|实现|开设|认定|建立|改造|更新|遴选|推广|增|新增|新建|建成|建设|发布|签订|签署|受理|办理|办结|查处|侦破|化解|投入|补助|拨付|利用|一次性|扩大|创造|进一步|大力|加快|扎实|深入|全面|同|与|对|在|把|到|从|地|了|约|近|超|逾)*$/;
