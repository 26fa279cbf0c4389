import type { Article, Sentence } from '../article.js';
import type { Mention } from '../mention.js';
import type { Claim, Target } from './claim.js';

/** Which words promise: empty if the sentence reports. */
const MODALITY = /(?:力争|争取|确保|预期|预计|计划|将|有望|目标|要|努力|不低于|控制在|建成|实现|形成|基本|达到)/;

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
