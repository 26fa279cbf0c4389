import type { Span } from '../../text/span.js';
import { HEAD_NOUNS, QUOTED_TERMS } from './quoted-terms.js';

/** A title, term or remark is taken to be no longer than this. */
export const LONGEST = 40;

/** What a title ends in, and what goes on behind a title: a mark, an article, a verb, 的 (unless 的通知 follows). */
const TITLE =
  /(?:法|条例|规定|办法|意见|通知|规划|纲要|方案|决定|公报|细则|标准|公约|协定|报告|计划|宣言|章程|规范|指南|措施|日报|周刊|时报|(?<!代)表|目录|名录|清单|年鉴(?:[-—]\d{4})?|白皮书|报告书|决议|声明|公告)(?=[，。；：、！？（()）\d\s”]|第[一二三四五六七八九十百零\d]|规定|要求|明确|提出|精神|所|中|和|与|等|及|以及|自|已|是|对|在|今|进行|于|从|将|向|由|经|同时|应|为|作|予以|公布|发布|印发|施行|废止|实施(?!细则|办法|方案|意见|规定|条例)|$|的(?![^，。]{0,12}(?:通知|意见|决定|批复|函|报告|说明)))/g;

/** How long the title is that `rest`, what follows its opening mark, begins with. */
export function titleEnd(rest: string): number | undefined {
  const clause = rest.slice(0, Math.max(rest.search(/[，。；：！？\n]|$/), 0)).slice(0, LONGEST + 20);
  for (const match of clause.matchAll(TITLE)) {
    const end = match.index + match[0].length;
    // 药品管理法|规定 may go on as a title: 规定 behind it ends none.
    if (end > 1) return end;
  }
  return clause.length > 0 && clause.length < LONGEST ? clause.length : undefined;
}

/** Where in `rest`, what stands before its closing mark, the title begins. */
export function titleStart(rest: string): number | undefined {
  const inner = rest.slice(rest.lastIndexOf('）') < rest.lastIndexOf('（') ? rest.lastIndexOf('（') + 1 : 0);
  const clause = tail(inner, /[，。；：！？、“”《》\n]/);
  const from = rest.length - clause.length;
  const about = /(?:[国务院中共央办公厅省市县人民政府部委会局财政]{3,16})?关于/.exec(clause);
  const state = clause.indexOf('中华人民共和国');
  if (state >= 0) return from + state;
  if (about !== null) {
    // 国务院印发关于…的意见: the issuer does not go before 关于 at once.
    return from + about.index;
  }
  const verb = [
    ...clause.matchAll(
      /根据|按照|依据|依照|遵照|参照|违反|实施|落实|贯彻|制定|发布|出台|修订|通过|审议|公布|执行|签署|编制|印发|遵守|学习|符合|的|和|与|在|(?<!以)及(?!其)/g,
    ),
  ].at(-1);
  return verb === undefined ? from : from + verb.index + verb[0].length;
}

/** Numbers and what is counted (三个高于, 两个一百年), plans. */
const NUMBERED = /^(?:[一二三四五六七八九十两\d]+个[\p{Script=Han}]{2,3}?(?=[^\p{Script=Han}]|的|HEADS|$))/u;
const HEAD = new RegExp(`^(?:的|${HEAD_NOUNS})`);
const NUMBERED_TERM = new RegExp(NUMBERED.source.replace('HEADS', HEAD_NOUNS), 'u');

/** How long the quoted term or speech is that `rest` begins with; `before` is what leads to it, `next` the next quoted term. */
export function termEnd(rest: string, before: string, next: string): number | undefined {
  if (/[说道：]$|表示|指出|强调/.test(before)) return /[。！？]/.exec(rest)?.index ?? rest.length;
  const term = QUOTED_TERMS.find((each) => rest.startsWith(each)) ?? NUMBERED_TERM.exec(rest)?.[0];
  if (term !== undefined) return term.length;
  const dated = /^\d{1,2}[•·．.]\d{1,2}/.exec(rest)?.[0];
  if (dated !== undefined) return dated.length;
  // “两基”成果, “三公”经费; “全民艺术学堂”300个.
  if (/^[一二两三四五六七八九双]\p{Script=Han}/u.test(rest) && HEAD.test(rest.slice(2))) return 2;
  // “两学一做”学习教育, “椰字号”品牌.
  const made = /^(?:[一二两三四五六]\p{Script=Han}[一二两三四五六]\p{Script=Han}|\p{Script=Han}字号)/u.exec(rest)?.[0];
  if (made !== undefined) return made.length;
  const counted = /^(\p{Script=Han}{4,12})\d/u.exec(rest)?.[1];
  if (counted !== undefined && !HEAD.test(counted.slice(2))) return counted.length;
  // 用“辛苦指数换取群众的“幸福指数”: terms of one make.
  if (next.length > 2 && rest.startsWith(next.slice(-2), next.length - 2)) return next.length;
  const pair = /^(\p{Script=Han}{4})，(\p{Script=Han}{4})/u.exec(rest);
  if (pair !== null && HEAD.test(rest.slice(9))) return 9;
  const clause = rest.slice(0, Math.max(rest.search(/[，。；：！？\n]|$/), 0)).slice(0, LONGEST * 2);
  const items = clause.split('、');
  const [first = '', last = ''] = [items[0], items.at(-1)];
  const even = items.slice(0, -1).every(({ length }) => length === first.length) ? first.length : 0;
  // 政治合格、军事过硬、作风优良|的总要求: items of like length.
  if (items.length > 1 && even > 0 && last.length > even && HEAD.test(last.slice(even)))
    return clause.length - last.length + even;
  if (first.length <= 4) return first.length;
  for (let end = 2; end < first.length && end <= 24; end++) {
    const behind = first.slice(end);
    if (end <= 12 ? HEAD.test(behind) || (end > 2 && end < 6 && /^[和与了]/.test(behind)) : behind.startsWith('等'))
      return end;
  }
  return first.length;
}

/** The term in whole marks that begins at `open`, or nothing. */
export function nextTerm(text: string, open: number, block: Span): string {
  return open < 0 || open >= block.end ? '' : (/^“([^“”]{2,12})”/.exec(text.slice(open, open + 14))?.[1] ?? '');
}

/** Words that a quoted term stands behind. */
const BEFORE_TERM =
  /推进|实施|开展|实现|坚持|深化|共建|建设|打造|推动|落实|做到|推行|按照|时代|所谓|优化|提升|发展|完善|拓展|增强|强化|完成|做好|构建|推广|实行|围绕|加强|贯彻|确保|建立|加快|办好|坚定|促进|锚定|运用|整治|支持|抓好|健全|一批|把握|扩大|发挥|反对|加大|用好|做实|治理|擦亮|拥护|执行|建成|解决|破解|培育|创新|入选|巩固|聚焦|树立|采取|通过|进行|践行|纳入|授予|根据|还有|成为|称为|誉为|继续|消除|防止|避免|市场|的|了|和|与|是|为|成|以|把|在|对|年|从|由/g;

/** Where in `rest` the quoted term or speech begins that ends it. */
export function termStart(rest: string): number | undefined {
  const term = QUOTED_TERMS.find((each) => rest.endsWith(each));
  if (term !== undefined) return rest.length - term.length;
  const digits = /\d[\dA-Z+.]*$/.exec(rest);
  // 1310, but 中国制造2025.
  if (digits !== null && !/^20\d\d$/.test(digits[0])) return digits.index;
  if (/[一二三四五六七八九两双]\p{Script=Han}$/u.test(rest)) return rest.length - 2;
  const idiom = /(?:以\p{Script=Han}[促代养带补换]|退.进|一\p{Script=Han}一)\p{Script=Han}$/u.exec(rest);
  if (idiom !== null) return idiom.index;
  const items = tail(rest, /[，。；：！？“”（）()\n]/).split('、');
  const { length } = items.at(-1) ?? '';
  const even = items.slice(1).every((item) => item.length === length);
  // 极核引领、次级支撑、竞相发展、片区协同: items of like length.
  if (items.length > 1 && even && (items[0]?.length ?? 0) >= length)
    return rest.length - items.length * (length + 1) + 1;
  const numbered = /[一二三四五六七八九十两]个\p{Script=Han}{2,4}$/u.exec(rest);
  if (numbered !== null) return numbered.index;
  const sentence = tail(rest, /[。！？；\n“”]/);
  const speech = sentence.lastIndexOf('：');
  if (speech >= 0) return rest.length - sentence.length + speech + 1;
  const clause = tail(rest, /[，。；：！？、“”（）()\n]/);
  const from = rest.length - clause.length;
  const verb = [...clause.slice(0, -1).matchAll(BEFORE_TERM)].at(-1);
  const start = verb === undefined ? from : from + verb.index + verb[0].length;
  // Where no verb is near, four characters are likeliest: 退二进三.
  return rest.length - start > 5 && !rest.includes('·', start) ? rest.length - 4 : start;
}

/** Remarks that stand for a word's other form: 林区（场）, 客（货）运, 企（事）业. */
const ALTERNATIVE =
  /^(?:区、市|市、区|县、区|区、县|县、市|市、县|[场站所室乡镇街村区市县厅局州盟旗货客事校间套组院馆库店改扩粉离](?=.)|\p{Script=Han}{1,3}业(?!务)(?=\p{Script=Han})|(?:社区|街道|校区|园区|乡镇)(?=\p{Script=Han}))/u;

/** How long the remark in brackets is that `rest` begins with; `isWhole` where it may be all of its paragraph. */
export function remarkEnd(rest: string, before: string, isWhole: boolean): number | undefined {
  if (isWhole && !/[。！？]./.test(rest)) return rest.replace(/[。\s]+$/, '').length;
  const short = /^以下(?:统一)?(?:简称|称)(?:为)?(?:“[^”]*”|《[^》]*》)/.exec(rest)?.[0];
  if (short !== undefined) return short.length;
  const latin = /^(?:[A-Za-z\d.+-]*[A-Za-z][A-Za-z\d.+-]*|[ⅠⅡⅢⅣⅤⅥ][ⅠⅡⅢⅣⅤⅥ~～—-]*[类级期]?)/.exec(rest)?.[0];
  if (latin !== undefined) return latin.length;
  const other = ALTERNATIVE.exec(rest)?.[0];
  if (other !== undefined) return other.length;
  const remark = /^(?:其中|不含|不包括|包括|含|详见|见)/.exec(rest)?.[0];
  if (remark === '其中') return rest.search(/[。；！？\n]|$/);
  // 棚圈（储草棚、青贮窑30万户, but 站点50个（含省级12个: nouns, and a number that goes on behind the bracket.
  const nouns = /^([\p{Script=Han}、]{2,20})\d/u.exec(rest)?.[1];
  const isCounted = /\d[万亿]?\p{Script=Han}{1,3}$/u.test(before);
  if (nouns !== undefined && !isCounted && !/增长|下降|达|为|约|占|提高|上升|第|同比|减少|增加|共|近|超/.test(nouns))
    return nouns.replace(/、$/, '').length;
  if (remark !== undefined) return /^[^，。；！？\n]*(?:，下同)?/.exec(rest)?.[0].length;
  return rest.search(/[，。；：、！？\n]|\s{2}|$/);
}

/** What a remark in brackets begins with. */
const REMARK = /以下简称|以下称|不含|不包括|包括|含|详见|见附件|\d+(?:\.\d+)?[\p{Script=Han}%％]{0,3}$/u;

/** Where in `rest` the remark in brackets begins that ends it; `endsBlock` where its paragraph ends with it. */
export function remarkStart(rest: string, endsBlock: boolean): number | undefined {
  const sentence = tail(rest, /[。！？]/);
  if (endsBlock && (sentence.length < rest.length || rest.length < LONGEST)) return rest.length - sentence.length;
  const latin = /[A-Za-z][A-Za-z\d.+-]*$/.exec(rest);
  if (latin !== null) return latin.index;
  const pair = /(?:区、市|市、区|县、区|区、县|县、市|市、县)$/.exec(rest);
  if (pair !== null) return pair.index;
  const clause = tail(rest, /[，。；：！？、\n]/);
  const remark = REMARK.exec(clause);
  if (remark !== null) return rest.length - clause.length + remark.index;
  return /[场站所室乡镇街村区市县厅局州盟旗货客事校间套组院馆库店]$/.test(rest) ? rest.length - 1 : undefined;
}

/** What follows the last of some marks. */
function tail(text: string, marks: RegExp): string {
  let start = text.length;
  while (start > 0 && text.length - start < LONGEST * 2 && !marks.test(text.charAt(start - 1))) start--;
  return text.slice(start);
}
