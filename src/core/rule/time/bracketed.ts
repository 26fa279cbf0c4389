import type { AnalysedArticle } from '../../article.js';
import type { Mention, PeriodMention } from '../../mention.js';

/** A range of years in brackets behind a name or a length of time: “十四五”规划（2021—2025年）, 三年行动计划（2021—2023年）. */
export interface BracketedYears {
  /** What the years explain. */
  readonly owner: Mention;
  readonly years: PeriodMention & { readonly years: readonly [number, number] };
  /** The words between the owner and the bracket. */
  readonly between: string;
}

/** Words that may stand between what is dated and its bracket. */
const LONGEST_GAP = 24;

/** Every bracketed range of years with the nearest mention in front of it that `owns` accepts. */
export function bracketedYears(
  article: AnalysedArticle,
  owns: (mention: Mention) => boolean,
): readonly BracketedYears[] {
  const found: BracketedYears[] = [];
  for (const [i, years] of article.mentions.entries()) {
    if (years.kind !== 'period' || years.years === undefined) continue;
    const bracket = article.folded.slice(Math.max(0, years.span.start - 1), years.span.start);
    if (bracket !== '（' && bracket !== '(') continue;
    for (let k = i - 1; k >= 0; k--) {
      const owner = article.mentions[k];
      if (owner === undefined || years.span.start - owner.span.end > LONGEST_GAP) break;
      const between = article.folded.slice(owner.span.end, years.span.start - 1);
      if (owner.span.end > years.span.start - 1 || /[，。；：！？、（()）\n]/.test(between)) continue;
      if (!owns(owner)) continue;
      found.push({ owner, years: { ...years, years: years.years }, between });
      break;
    }
  }
  return found;
}
