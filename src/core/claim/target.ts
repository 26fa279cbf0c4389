import type { Article, Sentence } from '../article.js';
import type { DateMention, Mention, PeriodMention } from '../mention.js';
import { lastUpTo } from '../text/span.js';
import type { Span } from '../text/span.js';
import type { Claim, Target } from './claim.js';

/** Which words promise: empty if the sentence reports. */
const MODALITY = /(?:力争|争取|确保|预期|预计|计划|将|有望|目标|要|努力|不低于|控制在|建成|实现|形成|基本|达到)/;

/** Words that promise whatever else stands there. */
const SURELY = /力争|争取|确保|预期|计划|将|目标|拟/;

/** Right before and behind a time that a promise is due by: 力争到2025年; 2025年底前; “十四五”期间; 2025年主要预期目标. */
const BEFORE = /(?:到|至|截至|力争|争取|计划|于|在)$/;
const MODAL_BEFORE = /(力争|争取|确保|计划)[到至于在]?$/;
const BEHIND = /^(?:[底末]|[上下]半年)?(?:之|以)?前/;
const PLAN_TIME = /^[“"]?[一二三四五六七八九十]+五[”"]?(?:规划|计划)?(?:期间|时期)/;
const YEAR_GOAL = /^[^，。；：]{0,14}(?:预期)?目标[^，。；：]{0,6}[：:是为]/;

/** The promises of an article: every 到2035年 and 到“十四五”末 with what its sentence promises. */
export function recogniseTargets(
  article: Article,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  claims: readonly Claim[],
  issueDate: string | undefined,
): readonly Target[] {
  const targets: Target[] = [];
  const times = mentions.filter(
    (mention): mention is DateMention | PeriodMention => mention.kind === 'date' || mention.kind === 'period',
  );
  let nextClaim = 0;
  for (const [i, mention] of times.entries()) {
    const index = lastUpTo(sentences, mention.span.start);
    const sentence = sentences[index];
    const due = sentence === undefined ? undefined : dueBy(article.folded, mention, sentence.span, issueDate);
    if (sentence === undefined || due === undefined) continue;
    const last = due.runsOn ? lastOfRun(article.folded, sentences, index) : index;
    const following = times
      .slice(i + 1)
      .find(({ span }) => BEFORE.test(article.folded.slice(Math.max(0, span.start - 2), span.start)));
    const end = Math.min(sentences[last]?.span.end ?? sentence.span.end, following?.span.start ?? Infinity);
    while ((claims[nextClaim]?.figure.span.start ?? Infinity) < mention.span.end) nextClaim++;
    const promised: Claim[] = [];
    for (let k = nextClaim; k < claims.length && (claims[k]?.figure.span.start ?? Infinity) < end; k++) {
      const claim = claims[k];
      if (claim !== undefined) promised.push(claim);
    }
    targets.push(...promisesOf(promised, due, mention, sentence));
  }
  return targets;
}

/** How a time makes a promise due. */
interface Due {
  readonly marker: Span;
  readonly deadline: string;
  readonly modality: string;
  /** True if the promises run on over several sentences parted by ；. */
  readonly runsOn: boolean;
}

function dueBy(
  text: string,
  mention: DateMention | PeriodMention,
  sentence: Span,
  issueDate: string | undefined,
): Due | undefined {
  const { span } = mention;
  const deadline = mention.kind === 'date' ? mention.value : mention.end;
  const before = BEFORE.exec(text.slice(Math.max(sentence.start, span.start - 4), span.start))?.[0] ?? '';
  const rest = text.slice(span.end, sentence.end);
  const behind = BEHIND.exec(rest)?.[0] ?? '';
  const isPlan =
    mention.kind === 'period' && mention.form === 'plan' && PLAN_TIME.test(text.slice(span.start, span.end + 4));
  const isGoal = mention.kind === 'date' && mention.month === undefined && YEAR_GOAL.test(rest);
  if (deadline === undefined || before.endsWith('截至')) return undefined;
  if (before === '' && behind === '' && !isPlan && !isGoal) return undefined;
  const lead = text.slice(sentence.start, span.start);
  const modality = isGoal ? '目标' : (MODAL_BEFORE.exec(lead)?.[1] ?? MODALITY.exec(rest)?.[0] ?? '');
  const isAhead = issueDate !== undefined && deadline.slice(0, 4) >= issueDate.slice(0, 4);
  if (modality === '' && !isAhead) return undefined;
  if (/^[于在]$/.test(before) && !/(?:计划|预计|力争|将|拟)/.test(lead)) return undefined;
  // What a plan period or a date with 前 holds may be a report as well.
  if (before === '' && !isGoal && !SURELY.test(lead + rest) && !isAhead) return undefined;
  if (isPlan && !SURELY.test(lead + rest)) return undefined;
  if (/^(?:[的底末初中]?[，、]|[底末]?[，、]?)?(?:已|共有|以来)/.test(rest)) return undefined;
  return {
    marker: { start: span.start - before.length, end: span.end + behind.length },
    deadline,
    modality,
    runsOn: isGoal,
  };
}

/** One target for every figure that is promised; changes and what they start from go with the figure they explain. */
function promisesOf(
  claims: readonly Claim[],
  { marker, deadline, modality }: Due,
  deadlineMention: DateMention | PeriodMention,
  sentence: Sentence,
): readonly Target[] {
  const targets: Target[] = [];
  let start: Claim | undefined;
  for (const claim of claims) {
    const isOfAnotherTime =
      claim.period !== undefined && !claim.period.inherited && claim.period.span.start > deadlineMention.span.start;
    if (isOfAnotherTime) {
      start = claim;
      continue;
    }
    if (targets.length > 0 && (claim.kind === 'change' || claim.indicator === undefined)) continue;
    const isFirst = targets.length === 0;
    targets.push({
      span: isFirst ? { start: marker.start, end: sentence.span.end } : claim.span,
      marker,
      deadline,
      deadlineMention,
      subject: claim.subject,
      indicator: claim.indicator,
      figure: claim.figure,
      ...(start !== undefined && start.indicator?.canonical === claim.indicator?.canonical
        ? { baseline: start.figure }
        : {}),
      modality,
    });
    start = undefined;
  }
  if (targets.length > 0) return targets;
  return [
    {
      span: { start: marker.start, end: sentence.span.end },
      marker,
      deadline,
      deadlineMention,
      subject: undefined,
      indicator: undefined,
      figure: undefined,
      modality,
    },
  ];
}

/** The last of the sentences of a paragraph that ； joins to the one at `index`. */
function lastOfRun(text: string, sentences: readonly Sentence[], index: number): number {
  let last = index;
  while (
    text.charAt((sentences[last]?.span.end ?? 0) - 1) === '；' &&
    sentences[last + 1]?.block === sentences[index]?.block
  )
    last++;
  return last;
}
