import type { FigureMention } from '../../mention.js';
import { say } from '../../message.js';
import { printedFigure } from '../../quantity/print.js';
import type { Repair } from '../../quantity/repair.js';
import type { Fix } from '../rule.js';

/** The fix that puts a repaired figure in place of the printed one, as a suggestion. */
export function repairFix({ figure, newText }: Repair, text: string): Fix {
  const unit = text.slice(figure.numeral.span.end, figure.span.end);
  return {
    title: say`改为“${newText + unit}”`,
    kind: 'suggestion',
    edits: [{ span: figure.numeral.span, newText }],
  };
}

/** The fix that prints another whole figure, multiplier and unit included; undefined where the figure is not in Arabic digits. */
export function figureFix(figure: FigureMention, printed: string, folded: string): Fix | undefined {
  if (printedFigure(figure, folded) === undefined) return undefined;
  return {
    title: say`改为“${printed}”`,
    kind: 'suggestion',
    edits: [{ span: { start: figure.numeral.span.start, end: figure.span.end }, newText: printed }],
  };
}
