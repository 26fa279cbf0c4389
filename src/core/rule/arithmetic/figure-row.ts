import type { AnalysedArticle, Block } from '../../article.js';
import type { FigureMention } from '../../mention.js';
import { isFigure } from '../../quantity/figure.js';
import { OwnText } from '../own-text.js';

/** A figure as it stands among its neighbours of the paragraph. */
export interface RowFigure {
  readonly figure: FigureMention;
  /** The words since the figure before it, or since the paragraph's start. Folded. */
  readonly label: string;
  /** level: how much there is; change: by how much it grew or shrank; base: what that is compared with, as in 比1957年的12亿元增长. */
  readonly kind: 'level' | 'change' | 'base';
  /** Where the bracket it stands in opens; undefined outside brackets. */
  readonly bracket: number | undefined;
  readonly direction: 'up' | 'down' | undefined;
}

const UP = /(?:增长|增加|提高|上升|上涨|增幅|增速|提升|扩大|回升|净增|多增|增高|增|升|涨|多[支收])$/;
const DOWN = /(?:下降|减少|降低|回落|下跌|缩小|下滑|收窄|降幅|跌幅|少|减|降|跌|少[支收])$/;
const SOFT = /(?:了|约|近|超|超过|将近|逾|不到|不足|约为|达|为|幅度|\s)*$/;

/** The figures of each paragraph in order: what relations between neighbouring figures are read from. */
export function figureRows(article: AnalysedArticle): readonly (readonly RowFigure[])[] {
  const own = new OwnText(article);
  const rows = new Map<Block, RowFigure[]>();
  let last: { readonly block: Block; readonly end: number } | undefined;
  for (const mention of article.mentions) {
    const figures = mention.kind === 'range' ? [mention.from, mention.to] : isFigure(mention) ? [mention] : [];
    for (const figure of figures) {
      const block = own.blockAt(figure.span.start);
      if (block === undefined || !isRow(own, block, figure.span.start) || isCounter(figure, article.folded)) continue;
      const from = last?.block === block ? last.end : block.span.start;
      last = { block, end: figure.span.end };
      // The two ends of a range are no level each; they only part the labels.
      if (mention.kind === 'range') continue;
      const label = article.folded.slice(from, figure.span.start);
      const row = rows.get(block) ?? [];
      row.push({ figure, label, bracket: bracketAt(article.folded, block, figure), ...changeOf(label) });
      rows.set(block, row);
    }
  }
  return [...rows.values()];
}

/** Running text; a table copied into a text with what follows it passes for a long caption. */
function isRow(own: OwnText, block: Block, at: number): boolean {
  return own.isRunning(at) || (block.kind === 'caption' && block.span.end - block.span.start > 80 && own.isText(at));
}

/** Where the bracket around a figure opens. Brackets run over no sentence end. */
function bracketAt(folded: string, block: Block, figure: FigureMention): number | undefined {
  const from = Math.max(block.span.start, figure.span.start - 120);
  const words = folded.slice(from, figure.span.start);
  const open = /[（(](?![^]*[）)])[^。]*$/.exec(words);
  return open === null ? undefined : from + open.index;
}

/** 三项合计, 两类学校共计, 一批: a count in words is part of what a figure is called. */
function isCounter(figure: FigureMention, folded: string): boolean {
  if (figure.kind !== 'quantity' || figure.unit.dimension !== 'count') return false;
  return (
    figure.numeral.script === 'han' ||
    /^[^，。；、\d]{0,6}(?:合计|共计|总计|共)/.test(folded.slice(figure.span.end, figure.span.end + 10))
  );
}

function changeOf(label: string): Pick<RowFigure, 'kind' | 'direction'> {
  if (/[比较][^，。；、]{0,10}(?:年|月|期|末|初|预算)的?$/.test(label)) return { kind: 'base', direction: undefined };
  const words = label.replace(/(?:到|至)(?:约|近|超过?|逾)?$/, '=').replace(SOFT, '');
  if (DOWN.test(words)) return { kind: 'change', direction: 'down' };
  if (UP.test(words)) return { kind: 'change', direction: 'up' };
  return { kind: 'level', direction: undefined };
}
