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
import type { Span } from '../text/span.js';
import type { Claim, ClaimKind, PeriodSlot, Slot, SubjectSlot, Target } from './claim.js';
import type { IndicatorIndex } from './indicator.js';

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
  /^(?:[，、；：。！？\s（(）)“”]|其中|同时|此外|另外|目前|如今|全年|当年|年末|年底|全国|全省|全市|全县|全区|累计|共计|共有?|预计|力争|确保|争取|将|已经?|也|还|则|分别|而|并且?|且|以及|和|与|及|到|至|在|从|由|于|比上年末?|比去年|同比|较上年|按[^，]{2,8}计算|实际|名义|年均|平均|约|近|的|是|使|让|为|我省|我市|我国|该[省市县区园]|本[省市县区])/;
const TAIL =
  /(?:达到|达成|达|为|是|有|至|到|实现|完成|突破|超过|超|约占|约为|约|近|逾|不足|不到|低于|高于|不低于|不少于|不超过|控制在|保持在|稳定在|保持|维持在|提高到|提升至|提升到|增长到|增加到|上升到|降至|降到|增长|增加|提高|上升|上涨|提升|下降|减少|降低|回落|同比|比上年末?|比去年|较上年|较去年|实际|名义|年均|平均|累计|合计|总计|共计|共|分别|均|都|已|将|了|的|：|:|\s)$/;

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

/** Which words promise: empty if the sentence reports. */
const MODALITY = /(?:力争|争取|确保|预期|预计|计划|将|有望|目标|要|努力|不低于|控制在|建成|实现|形成|基本|达到)/;

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
  const parallel = pairing(text, sentence, inside, figures);
  for (const figure of figures) {
    const own: Span = { start: from, end: figure.span.start };
    from = figure.span.end;
    const within = inside.filter(({ span }) => span.start >= own.start && span.end <= own.end);
    const words = text.slice(own.start, own.end);
    const subject = parallel.get(figure) ?? subjectIn(article, within);
    const period = periodIn(article, within);
    const { indicator, scope } = indicatorIn(article, own, within, indicators);
    const unit = unitOf(figure);
    const kind = kindOf(words, figure);
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
    if (subject !== undefined && !parallel.has(figure)) running.subject = subject;
    if (period !== undefined) running.period = period;
    if (indicator !== undefined) {
      running.indicator = indicator;
      running.scope = scope;
    }
    if (kind === 'level') running.unit = unit;
    running.sentence = index;
  }
  // Subjects and periods printed without a figure still set the stage for the next sentence.
  const rest = inside.filter(({ span }) => span.start >= from);
  const whole = figures.length === 0 ? inside : rest;
  running.subject = subjectIn(article, whole) ?? running.subject;
  running.period = periodIn(article, whole) ?? running.period;
  return claims;
}

/** A、B、C分别为x、y和z: which subject each figure belongs to. */
function pairing(
  text: string,
  sentence: Sentence,
  inside: readonly Mention[],
  figures: readonly Figure[],
): ReadonlyMap<Figure, SubjectSlot> {
  const pairs = new Map<Figure, SubjectSlot>();
  const offset = text.slice(sentence.span.start, sentence.span.end).indexOf('分别');
  if (offset < 0) return pairs;
  const at = sentence.span.start + offset;
  const after = figures.filter(({ span }) => span.start > at);
  const values: Figure[] = [];
  for (const figure of after) {
    const gap = values.length === 0 ? '' : text.slice(values.at(-1)?.span.end, figure.span.start);
    if (values.length > 0 && !/^(?:、|和|及|以及|与)(?:约|超|近)?$/.test(gap)) break;
    values.push(figure);
  }
  const places = inside.filter(
    (mention): mention is RegionMention => mention.kind === 'region' && mention.span.end <= at,
  );
  const run: RegionMention[] = [];
  for (const place of places.reverse()) {
    const gap = run.length === 0 ? text.slice(place.span.end, at) : text.slice(place.span.end, run[0]?.span.start);
    if (run.length === 0 ? gap.length > 30 : !/^(?:、|和|及|以及|与)$/.test(gap)) break;
    run.unshift(place);
  }
  if (values.length < 2 || run.length !== values.length) return pairs;
  for (const [i, figure] of values.entries()) {
    const place = run[i];
    if (place !== undefined) pairs.set(figure, regionSlot(text, place));
  }
  return pairs;
}

function regionSlot(text: string, { span, region }: RegionMention): SubjectSlot {
  return {
    span,
    canonical: region?.name ?? text.slice(span.start, span.end),
    inherited: false,
    ...(region === undefined ? {} : { region }),
  };
}

/** The last region or organ printed, or 全国 and 我国, or 三市 as the sum of what was named. */
function subjectIn(article: Article, within: readonly Mention[]): SubjectSlot | undefined {
  const candidates = within.filter(
    (mention): mention is RegionMention | OrganizationMention =>
      mention.kind === 'region' || mention.kind === 'organization',
  );
  const last = candidates.at(-1);
  if (last === undefined) return undefined;
  if (last.kind === 'region') return regionSlot(article.text, last);
  return {
    span: last.span,
    canonical: last.canonical,
    inherited: false,
    ...(last.region === undefined ? {} : { region: last.region }),
  };
}

function periodIn(article: Article, within: readonly Mention[]): PeriodSlot | undefined {
  const times = within.filter(
    (mention): mention is DateMention | PeriodMention => mention.kind === 'date' || mention.kind === 'period',
  );
  // 比上年, 较2020年: what is compared with, not when.
  const last = times.findLast(
    ({ span }) => !/[比较与同]$/.test(article.text.slice(Math.max(0, span.start - 1), span.start)),
  );
  if (last === undefined) return undefined;
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
      .filter(({ kind }) => kind === 'region' || kind === 'organization' || kind === 'date' || kind === 'period')
      .map(({ span }) => span.end),
  );
  let end = own.end;
  for (
    let lead = LEAD.exec(text.slice(start, end));
    lead !== null && lead[0] !== '';
    lead = LEAD.exec(text.slice(start, end))
  )
    start += lead[0].length;
  for (
    let tail = TAIL.exec(text.slice(start, end));
    tail !== null && tail[0] !== '';
    tail = TAIL.exec(text.slice(start, end))
  )
    end -= tail[0].length;
  const known = indicators.last(text, start, own.end) ?? indicators.last(text, own.start, own.end);
  if (known !== undefined) {
    // 实际投资额 is not 投资额: words printed before the table's name narrow it and belong to the indicator.
    const narrow = known.span.start > start && known.span.end >= end ? text.slice(start, known.span.start) : '';
    const span = narrow === '' ? known.span : { start, end: known.span.end };
    return { indicator: { span, canonical: narrow + known.canonical, inherited: false }, scope };
  }
  if (end - start < 2 || end - start > 24) return { indicator: undefined, scope };
  return { indicator: { span: { start, end }, canonical: text.slice(start, end), inherited: false }, scope };
}

function unitOf(figure: Figure): string {
  const one = figure.kind === 'range' ? figure.to : figure;
  return one.kind === 'quantity' ? one.unit.baseUnit : one.kind === 'percent' ? one.unit : '';
}

function kindOf(words: string, figure: Figure): ClaimKind {
  const one = figure.kind === 'range' ? figure.to : figure;
  const tail = words.slice(-24);
  if (one.kind === 'percent') {
    if (one.unit === '百分点' || one.unit === '千分点') return 'change';
    if (TO_LEVEL.test(tail)) return 'level';
    if (CHANGE.test(tail) || /(?:同比|比上年|年均|增速|增幅|增长率)[^，。；]{0,10}$/.test(tail)) return 'rate';
    return SHARE.test(tail) ? 'share' : 'level';
  }
  if (TO_LEVEL.test(tail)) return 'level';
  return CHANGE.test(tail) ? 'change' : 'level';
}

/** The promises of an article: every 到2035年 and 到“十四五”末 with what its sentence promises. */
export function recogniseTargets(
  article: Article,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  claims: readonly Claim[],
  issueDate: string | undefined,
): readonly Target[] {
  const text = article.folded;
  const targets: Target[] = [];
  const byStart = [...sentences];
  for (const mention of mentions) {
    if (mention.kind !== 'date' && mention.kind !== 'period') continue;
    const before = /(?:到|至|截至|力争|争取|计划|于|在)$/.exec(
      text.slice(Math.max(0, mention.span.start - 2), mention.span.start),
    )?.[0];
    if (before === undefined) continue;
    const index = findSentence(byStart, mention.span.start);
    const sentence = sentences[index];
    if (sentence === undefined) continue;
    const deadline = mention.kind === 'date' ? mention.value : mention.end;
    if (deadline === undefined || before === '截至') continue;
    const rest = text.slice(mention.span.end, sentence.span.end);
    const modality = MODALITY.exec(rest)?.[0] ?? '';
    const future = issueDate !== undefined && deadline.slice(0, 4) >= issueDate.slice(0, 4);
    if (modality === '' && !future) continue;
    if (
      (before === '于' || before === '在') &&
      !/(?:计划|预计|力争|将|拟)/.test(text.slice(sentence.span.start, mention.span.start))
    )
      continue;
    if (/^(?:[的底末初中]?[，、]|[底末]?[，、]?)?(?:已|共有|以来)/.test(rest)) continue;
    const claim = claims.find((each) => each.sentence === index && each.figure.span.start >= mention.span.end);
    targets.push({
      span: { start: mention.span.start - before.length, end: sentence.span.end },
      marker: { start: mention.span.start - before.length, end: mention.span.end },
      deadline,
      deadlineMention: mention,
      subject: claim?.subject,
      indicator: claim?.indicator,
      figure: claim?.figure,
      modality,
    });
  }
  return targets;
}

/** Index of the sentence that holds an offset. */
function findSentence(sentences: readonly Sentence[], offset: number): number {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences[middle]?.span.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
