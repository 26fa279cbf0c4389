import { printedFigure } from '../quantity/print.js';
import type { Diagnosis } from '../quantity/repair.js';
import { asWideAs } from '../quantity/slip.js';
import type { Page, Repair } from '../quantity/slip.js';
import { slice } from '../text/span.js';
import type { FigureMention } from '../mention.js';
import { say } from '../message.js';
import type { Message } from '../message.js';
import type { Fix } from './rule.js';

/** No more than three are offered for one finding. */
const MOST = 3;

/** The clause with what the search for a slip has found: 分项合计49所，与“59所”不符；若“59”为“49”之误，则相符。 */
export function explained(clause: Message, { best, isSole }: Pick<Diagnosis, 'best' | 'isSole'>): Message {
  return best !== undefined && isSole
    ? say`${clause}；若“${best.wrong}”为“${best.right}”之误，则相符。`
    : say`${clause}。`;
}

/**
 * The fixes for a failed relation, the best first: what explains it by one slip, then `otherwise`, the figure that follows from the
 * others.
 */
export function repairFixes({ repairs }: Pick<Diagnosis, 'repairs'>, { text }: Page, otherwise?: Fix): readonly Fix[] {
  const fixes = repairs.slice(0, MOST).map((repair) => repairFix(repair, text));
  const titles = new Set(fixes.map(({ title }) => title.args[0]));
  return otherwise === undefined || titles.has(otherwise.title.args[0]) ? fixes : [...fixes, otherwise].slice(0, MOST);
}

/** The fix that puts a repaired figure in place of the printed one, as a suggestion. */
function repairFix({ figure, span, newText }: Repair, text: string): Fix {
  const start = Math.min(span.start, figure.numeral.span.start);
  const mended = text.slice(start, span.start) + newText + text.slice(span.end, Math.max(span.end, figure.span.end));
  return { title: say`改为“${mended}”`, kind: 'suggestion', edits: [{ span, newText }] };
}

/** The fix that prints another whole figure, multiplier and unit included; undefined where the figure is not in Arabic digits. */
export function figureFix(figure: FigureMention, printed: string, { text, folded }: Page): Fix | undefined {
  if (printedFigure(figure, folded) === undefined) return undefined;
  const span = { start: figure.numeral.span.start, end: figure.span.end };
  const newText = asWideAs(printed, slice(text, span));
  return { title: say`改为“${newText}”`, kind: 'suggestion', edits: [{ span, newText }] };
}
