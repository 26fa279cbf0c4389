import type { Article, Sentence } from '../article.js';
import type {
  DateMention,
  FigureMention,
  Mention,
  OrganizationMention,
  PeriodMention,
  RangeMention,
  RegionMention,
} from '../mention.js';
import { slice } from '../text/span.js';
import type { Span } from '../text/span.js';
import type { Claim, ClaimKind, PeriodSlot, Slot, SubjectSlot } from './claim.js';
import type { IndicatorIndex } from './indicator.js';
import { callsForNoun, isVerbAlone, nounBehind } from './noun-behind.js';
import { respectively } from './respectively.js';

type Figure = FigureMention | RangeMention;

/** Words that show a change; behind them 到, 至, 达 make the figure a level again. */
const UP = /(?:增长|增加|提高|上升|上涨|增幅|增速|提升|扩大|增|升|涨)/;
const DOWN = /(?:下降|减少|降低|回落|下跌|缩小|下滑|收窄|降幅|跌幅|减|降|跌)/;
const CHANGE = new RegExp(
  String.raw`(?:${UP.source}|${DOWN.source})(?!到|至|为|值|加值|速|长率)(?:了|约|近|超|超过|将近|逾|不到|不足|约为|达|幅度?|幅?达|幅?为)*$`,
);
const TO_LEVEL = new RegExp(String.raw`(?:${UP.source}|${DOWN.source})(?:到了?|至|为)(?:约|近|超|超过|逾)?$`);
const SHARE = /(?:占|占比|比重|比例|份额|占有率|覆盖率)[^，。；、]{0,16}$/;
const TOTAL = /(?:合计|总计|共计|总共|一共|累计|共有?|总额|总数|总量)(?:约|达到?|为|近|超过?|完成|实现)*$/;
const PART = /^(?:[，；。（(]|\s)*(?:其中|这其中|内含|含)/;

/** What stands before an indicator that is not in the table and does not belong to it. */
const LEAD =
  /^(?:[，、；：。！？\s（(）)“”]|其中|其次|首先|同时|此外|另外|目前|如今|全年|当年|年末|年底|全国|全省|全市|全县|全区|累计|共计|共有?|预计|力争|确保|争取|将|已经?|也|还|则|分别|而|并且?|且|以及|和|与|及|到|至|在|从|由|于|比上年末?|比去年|同比|较上年|按[^，]{2,8}计算|实际|名义|年均|平均|约|近|的|是|使|让|为|我省|我市|我国|该[省市县区园]|本[省市县区])/;
const TAIL =
  /(?:达到|达成|达|为|是|有|至|到|实现|完成|突破|超过|超|约占|约为|约|近|逾|不足|不到|低于|高于|不低于|不少于|不超过|控制在|保持在|稳定在|保持|维持在|提高到|提升至|提升到|增长到|增加到|上升到|降至|降到|增长|增加|提高|上升|上涨|提升|下降|减少|降低|回落|同比|比上年末?|比去年|较上年|较去年|实际|名义|年均|平均|累计|合计|总计|共计|共|分别|均|都|已经?|将|现|现已|要|只|就|还|仍然?|不过|应当?|预计|了|的|：|:|\s)$/;

/** A longer phrase is no name. */
const LONGEST_NAME = 24;

/** 口径 printed near an indicator. */
const SCOPES = [
  '都市圈',
  '城市群',
  '全域',
  '中心城区',
  '主城区',
  '市辖区',
  '规模以上',
  '规上',
  '限额以上',
  '限上',
  '城镇',
  '农村',
  '户籍',
  '城乡',
  '全口径',
  '同口径',
];

/** Slots as they run through a block. */
interface Running {
  subject: SubjectSlot | undefined;
  indicator: Slot | undefined;
  period: PeriodSlot | undefined;
  scope: string;
  unit: string;
  sentence: number;
}

const carried = <S extends Slot>(slot: S | undefined): S | undefined =>
  slot === undefined ? undefined : { ...slot, inherited: true };

/** The claims of an article: one for every figure, its slots from its own words, else from the clauses before it in the block. */
export function recogniseClaims(
  article: Article,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  indicators: IndicatorIndex,
): readonly Claim[] {
  const claims: Claim[] = [];
  let running: Running = fresh();
  let section: PeriodSlot | undefined;
  let next = 0;
  for (const [index, sentence] of sentences.entries()) {
    if (sentence.span.start === sentence.block.span.start) running = { ...fresh(), period: section };
    const inside: Mention[] = [];
    while (next < mentions.length && (mentions[next]?.span.start ?? Infinity) < sentence.span.end) {
      const mention = mentions[next];
      if (mention !== undefined && mention.span.start >= sentence.span.start) inside.push(mention);
      next++;
    }
    claims.push(...claimsOf(article, sentence, index, inside, indicators, running));
    // 一、2023年工作回顾: the year of a heading holds for the paragraphs under it.
    if (sentence.block.kind === 'heading' && sentence.block.level <= 1) section = carried(periodIn(article, inside));
  }
  return claims;
}

function fresh(): Running {
  return { subject: undefined, indicator: undefined, period: undefined, scope: '', unit: '', sentence: -1 };
}

function claimsOf(
  article: Article,
  sentence: Sentence,
  index: number,
  inside: readonly Mention[],
  indicators: IndicatorIndex,
  running: Running,
): readonly Claim[] {
  const text = article.folded;
  const claims: Claim[] = [];
  const figures = inside.filter(
    (mention): mention is Figure =>
      mention.kind === 'quantity' ||
      mention.kind === 'percent' ||
      mention.kind === 'range' ||
      mention.kind === 'number',
  );
  let from = sentence.span.start;
  let passed = 0;
  const row = respectively(text, sentence.span, inside, figures);
  let kindOfRow: ClaimKind = 'level';
  for (const figure of figures) {
    const own: Span = { start: from, end: figure.span.start };
    from = figure.span.end;
    const within: Mention[] = [];
    for (; passed < inside.length; passed++) {
      const mention = inside[passed];
      if (mention === undefined || mention.span.start >= own.end) break;
      if (mention.span.start >= own.start && mention.span.end <= own.end) within.push(mention);
    }
    const words = text.slice(own.start, own.end);
    const { place, thing, first, index: nth = 0, count = 0 } = row.get(figure) ?? {};
    const firstOfRow = first === undefined ? -1 : claims.findIndex((claim) => claim.figure === first);
    const taken = claims[(firstOfRow < 0 ? claims.length : firstOfRow) + nth - count];
    const subject = place === undefined ? subjectIn(article, own, within) : regionSlot(text, place);
    const compared = comparedWith(article, within, figure);
    const period = compared ?? periodIn(article, within);
    const named =
      thing === undefined
        ? indicatorIn(article, own, within, indicators)
        : indicatorIn(
            article,
            thing,
            within.filter((mention) => mention.span.start >= thing.start && mention.span.end <= thing.end),
            indicators,
          );
    const takesUp = first !== undefined && place === undefined && thing === undefined && count > 0;
    const { indicator, scope } =
      takesUp && taken?.indicator !== undefined && claims.length >= count
        ? { indicator: carried(taken.indicator), scope: taken.scope }
        : counted(text, figure, own, named);
    const unit = unitOf(figure);
    const kind: ClaimKind = first === undefined || first === figure ? kindOf(words, figure, indicator) : kindOfRow;
    if (first === figure) kindOfRow = kind;
    const clauseStart = Math.max(words.lastIndexOf('，'), words.lastIndexOf('；'), words.lastIndexOf('：'));
    const sameSentence = running.sentence === index;
    // 长沙…、株洲约3420亿元: an indicator carries over to a new subject only within the sentence and for the same unit.
    const carriesIndicator =
      indicator === undefined &&
      running.indicator !== undefined &&
      (sameSentence || subject === undefined) &&
      (running.unit === unit || kind === 'rate' || kind === 'change' || kind === 'share');
    const claim: Claim = {
      span: {
        start: Math.min(
          subject?.span.start ?? figure.span.start,
          indicator?.span.start ?? figure.span.start,
          figure.span.start,
        ),
        end: figure.span.end,
      },
      kind,
      figure,
      subject: subject ?? carried(running.subject),
      indicator: indicator ?? (carriesIndicator ? carried(running.indicator) : undefined),
      scope: scope !== '' ? scope : indicator === undefined && carriesIndicator ? running.scope : '',
      period: period ?? carried(running.period),
      direction: DOWN.test(words.slice(-8))
        ? 'down'
        : UP.test(words.slice(-8)) && (kind === 'rate' || kind === 'change')
          ? 'up'
          : undefined,
      role: TOTAL.test(words.slice(Math.max(0, clauseStart))) ? 'total' : PART.test(words) ? 'part' : undefined,
      sentence: index,
    };
    claims.push(claim);
    if (subject !== undefined && place === undefined) running.subject = subject;
    if (period !== undefined && compared === undefined) running.period = period;
    if (indicator !== undefined) {
      running.indicator = indicator;
      running.scope = scope;
    }
    if (kind === 'level' || kind === 'change') running.unit = unit;
    running.sentence = index;
  }
  // Subjects and periods printed without a figure still set the stage for the next sentence.
  const rest = inside.filter(({ span }) => span.start >= from);
  const whole = figures.length === 0 ? inside : rest;
  running.subject = subjectIn(article, sentence.span, whole) ?? running.subject;
  running.period = periodIn(article, whole) ?? running.period;
  return claims;
}

function regionSlot(text: string, { span, region }: RegionMention): SubjectSlot {
  return {
    span,
    canonical: region?.name ?? text.slice(span.start, span.end),
    inherited: false,
    ...(region === undefined ? {} : { region }),
  };
}

/** 全国 and 我国 where a clause begins with them; not those it is held against (高于全国). */
const NATION =
  /(?:^|[，。；：、\s]|[年月日底末初]|截至[^，]{1,10}，)(全国|我国)(?!人民代表|人大|政协|各地|统一|性|文明|重点|首)/g;

/** The last region or organ printed, or 全国 and 我国. */
function subjectIn(article: Article, own: Span, within: readonly Mention[]): SubjectSlot | undefined {
  const last = within.findLast(
    (mention): mention is RegionMention | OrganizationMention =>
      mention.kind === 'region' || mention.kind === 'organization',
  );
  const nation = [...article.folded.slice(own.start, own.end).matchAll(NATION)].at(-1);
  const at = nation === undefined ? -1 : own.start + nation.index + nation[0].length - 2;
  if (at >= 0 && at > (last?.span.start ?? -1))
    return { span: { start: at, end: at + 2 }, canonical: '全国', inherited: false };
  if (last === undefined) return undefined;
  if (last.kind === 'region') return regionSlot(article.text, last);
  return {
    span: last.span,
    canonical: last.canonical,
    inherited: false,
    ...(last.region === undefined ? {} : { region: last.region }),
  };
}

/** 比1952年的5.8万人: the figure is of the year that it is compared with. */
function comparedWith(article: Article, within: readonly Mention[], figure: Figure): PeriodSlot | undefined {
  const last = within.findLast((mention) => mention.kind === 'date' || mention.kind === 'period');
  if (last === undefined || !/^[底末]?的$/.test(article.text.slice(last.span.end, figure.span.start))) return undefined;
  if (!/[比较由从]$/.test(article.text.slice(Math.max(0, last.span.start - 1), last.span.start))) return undefined;
  return slotOfTime(article, last);
}

function periodIn(article: Article, within: readonly Mention[]): PeriodSlot | undefined {
  const times = within.filter(
    (mention): mention is DateMention | PeriodMention => mention.kind === 'date' || mention.kind === 'period',
  );
  // 比上年, 较2020年: what is compared with, not when.
  const last = times.findLast(
    ({ span }) => !/[比较与同]$/.test(article.text.slice(Math.max(0, span.start - 1), span.start)),
  );
  return last === undefined ? undefined : slotOfTime(article, last);
}

function slotOfTime(article: Article, last: DateMention | PeriodMention): PeriodSlot {
  const [start, end] = last.kind === 'date' ? [last.value, last.value] : [last.start, last.end];
  const printed = article.text.slice(last.span.start, last.span.end);
  return {
    span: last.span,
    canonical: start === undefined || end === undefined ? printed : start === end ? start : `${start}/${end}`,
    inherited: false,
    start: start ?? '',
    end: end ?? '',
  };
}

/** The indicator named in the words before a figure: from the table, else the noun phrase itself. */
function indicatorIn(
  article: Article,
  own: Span,
  within: readonly Mention[],
  indicators: IndicatorIndex,
): { indicator: Slot | undefined; scope: string } {
  const text = article.folded;
  const words = text.slice(own.start, own.end);
  const clause =
    own.start +
    Math.max(
      words.lastIndexOf('，'),
      words.lastIndexOf('；'),
      words.lastIndexOf('。'),
      words.lastIndexOf('：'),
      words.lastIndexOf('、'),
    ) +
    1;
  const scope = SCOPES.filter((name) => words.includes(name)).join('+');
  let start = Math.max(
    clause,
    ...within
      .filter(
        ({ kind, span }) =>
          kind === 'region' ||
          kind === 'organization' ||
          ((kind === 'date' || kind === 'period') && !isCompared(text, span)),
      )
      .map(({ span }) => span.end),
  );
  let end = own.end;
  for (
    let lead = LEAD.exec(text.slice(start, end));
    lead !== null && lead[0] !== '';
    lead = LEAD.exec(text.slice(start, end))
  )
    start += lead[0].length;
  // 比1954年增加: what is compared with belongs to the figure, not to its name.
  const compared = within.find(
    ({ kind, span }) => (kind === 'date' || kind === 'period') && span.start > start && isCompared(text, span),
  );
  if (compared !== undefined) end = Math.max(start, compared.span.start - 1);
  for (
    let tail = TAIL.exec(text.slice(start, end));
    tail !== null && tail[0] !== '';
    tail = TAIL.exec(text.slice(start, end))
  )
    end -= tail[0].length;
  const share = shareOf(text, start, end);
  if (share !== undefined) return { indicator: share, scope };
  // 高于全国2个百分点 is of what was spoken of before.
  if (/^(?:[快高低慢多少好]于|领先)/.test(text.slice(start, end))) return { indicator: undefined, scope };
  const known =
    indicators.last(text, start, own.end) ?? (end - start < 2 ? indicators.last(text, own.start, own.end) : undefined);
  // 民间投资项目比重: the table's name is but a part of the name.
  const goesOn = known === undefined ? '' : text.slice(known.span.end, Math.max(known.span.end, end));
  const isPart =
    /^[\u4e00-\u9fff]{1,8}(?:比重|比例|占比|增速|增幅|[率数额量])$/.test(goesOn) && end - start <= LONGEST_NAME;
  if (known !== undefined && !isPart) {
    // 实际投资额 is not 投资额: words printed before the table's name narrow it and belong to the indicator.
    const narrow = known.span.start > start && known.span.end >= end ? text.slice(start, known.span.start) : '';
    const span = narrow === '' ? known.span : { start, end: known.span.end };
    return { indicator: { span, canonical: narrow + known.canonical, inherited: false }, scope };
  }
  const before = text.slice(own.start, clause - 1);
  const goesBack = own.end > clause && end - start < 2 && compared === undefined && text.charAt(clause - 1) === '，';
  if (goesBack && before.length > 1 && !/[。；]/.test(before) && !ASIDE.test(before))
    // 其次是人均财产净收入，达12517元: the clause before names it.
    return indicatorIn(article, { start: own.start, end: clause - 1 }, within, indicators);
  if (end - start < 2 || end - start > LONGEST_NAME) return { indicator: undefined, scope };
  // 农业（包括农村副业）
  const canonical = text.slice(start, end).replace(/（[^（）]*）$/, '');
  return { indicator: { span: { start, end }, canonical, inherited: false }, scope };
}

/** 制造业增加值占地区生产总值比重: the whole names what is measured, not what it is a share of. */
function shareOf(text: string, start: number, end: number): Slot | undefined {
  const printed = text.slice(start, end);
  if (!/^[^占]{2,20}占[^占]{2,20}(?:比重|比例|份额)$/.test(printed)) return undefined;
  return { span: { start, end }, canonical: printed, inherited: false };
}

/** True for a time that a figure is compared with: 比上年, 较2020年. */
function isCompared(text: string, { start }: Span): boolean {
  return /[比较与同]$/.test(text.slice(Math.max(0, start - 1), start));
}

/** Clauses that tell how a figure was reckoned, not what it is of. */
const ASIDE = /(?:^|，)[^，]*(?:扣除|按[^，]*计算|与[^，]*相比|同口径|可比|折合)[^，]*$/;

const LASTS = /寿命|年限|时间|时长|工期|期限|时限|学时|年龄|天数|日数|周期|历时/;

/**
 * What a number counts may stand behind it: 新增2所本科高校, 发放200亿元补贴. Behind a counter it is always meant, behind a measure where
 * nothing but a verb stands before.
 */
function counted(
  text: string,
  figure: Figure,
  own: Span,
  named: { readonly indicator: Slot | undefined; readonly scope: string },
): { readonly indicator: Slot | undefined; readonly scope: string } {
  const one = figure.kind === 'range' ? figure.to : figure;
  if (one.kind !== 'quantity' || one.unit.dimension === 'ratio') return named;
  // 今后五年, 15分钟健身圈: a stretch of time is of something only where it is said to be.
  if (one.unit.dimension === 'time')
    return LASTS.test(named.indicator?.canonical ?? '') ? named : { ...named, indicator: undefined };
  const clause = /[^，。；：、]*$/.exec(text.slice(own.start, own.end))?.[0] ?? '';
  const isBare =
    named.indicator === undefined ||
    isVerbAlone(slice(text, named.indicator.span)) ||
    isVerbAlone(clause) ||
    callsForNoun(clause);
  const isCounter = one.unit.dimension === 'count' || one.unit.unit === '名' || one.unit.unit === '户';
  if (!isCounter && !isBare) return named;
  const span = nounBehind(text, figure, isBare && !isCounter);
  if (span !== undefined) return { ...named, indicator: { span, canonical: slice(text, span), inherited: false } };
  return isBare && named.indicator !== undefined && isVerbAlone(slice(text, named.indicator.span))
    ? { ...named, indicator: undefined }
    : named;
}

function unitOf(figure: Figure): string {
  const one = figure.kind === 'range' ? figure.to : figure;
  return one.kind === 'quantity' ? one.unit.baseUnit : one.kind === 'percent' ? one.unit : '';
}

function kindOf(words: string, figure: Figure, indicator: Slot | undefined): ClaimKind {
  const one = figure.kind === 'range' ? figure.to : figure;
  const tail = words.slice(-24);
  if (one.kind === 'percent') {
    if (one.unit === '百分点' || one.unit === '千分点') return 'change';
    if (TO_LEVEL.test(tail)) return 'level';
    if (CHANGE.test(tail) || /(?:同比|比上年|年均|增速|增幅|增长率)[^，。；]{0,10}$/.test(tail)) return 'rate';
    return SHARE.test(tail) ? 'share' : 'level';
  }
  if (TO_LEVEL.test(tail)) return 'level';
  // 增长4.9倍
  if (one.kind === 'quantity' && one.unit.dimension === 'ratio') return CHANGE.test(tail) ? 'rate' : 'level';
  // 新增就业120万人, 新增2所学校 tell how many; 里程新增1700公里 tells how many more.
  if (/新增(?:约|近|超|超过)?$/.test(tail) && (indicator === undefined || indicator.span.start >= figure.span.end))
    return 'level';
  if (/(?:^|[，；。：])[^，；。：、]{0,6}(?:降低|减少|压减|节约)[^，；。：、]{2,10}(?:约|近|超|超过)?$/.test(tail))
    return 'change';
  return CHANGE.test(tail) ? 'change' : 'level';
}
