import type { AnalysedArticle, Block } from '../../article.js';
import type { FigureMention } from '../../mention.js';
import { unitOf, valuesOf } from '../../quantity/figure.js';
import { meets } from '../../quantity/interval.js';
import { slipsOf } from '../../quantity/slip.js';
import type { Page, Repair } from '../../quantity/slip.js';
import { OwnText } from '../own-text.js';

/** A figure with the words right before it that say what it measures. */
export interface WordedFigure {
  readonly figure: FigureMention;
  readonly block: Block;
  /** The words of its clause, without those that only date, place or soften it. */
  readonly key: string;
  /** The dates and places taken out of the clause, as printed. */
  readonly setting: string;
}

const SETTING =
  /(?:\d{4}年(?:\d{1,2}月)?(?:[底末初])?|[上去今本当]年|“[^”]{2,6}”(?:期间|时期|末)?|[五三]年来?|全年|年末|年底|全[国省市县区]|我[国省市县区]|[本该][省市县区]|上半年|[一二三四]季度)/g;
const SOFT =
  /^(?:其中|目前|截至|到|预计|据统计|共计|共有?|累计|初步核算|实现|完成|的|，)+|(?:突破|超过?|达到?了?|约|近|接近|将近|逾|为|是|有|完成|实现|共计|共|:|：|\s)+$/g;
/** Words that tell one figure of a kind from another: what they measure is not named by the clause alone. */
const UNTELLING =
  /^(?:其中|增长|下降|提高|减少|增加|比上年|同比|上升|降低|高于|低于|平均|每)|[由从每第占]|比上|比去|较上|同比|目标|不低于|以上$|其中|分别|(?:增长|下降|提高|减少|增加|上升|降低|扩大|收窄|回落)(?:了)?$/;

/** The figures of an article whose own clause says in at least `fewest` characters what they measure. */
export function wordedFigures(article: AnalysedArticle, fewest: number): readonly WordedFigure[] {
  const own = new OwnText(article);
  const found: WordedFigure[] = [];
  let last = 0;
  for (const mention of article.mentions) {
    if (mention.kind === 'range') last = mention.span.end;
    if (mention.kind !== 'quantity' && mention.kind !== 'percent') continue;
    const from = last;
    last = mention.span.end;
    const block = own.blockAt(mention.span.start);
    if (block === undefined || !own.isText(mention.span.start)) continue;
    const words = article.folded.slice(Math.max(from, block.span.start), mention.span.start);
    const clause = /[^，。；：:！？、（）()]*$/.exec(words)?.[0] ?? '';
    if (clause.length === words.length && from > block.span.start) continue;
    const setting = [...clause.matchAll(SETTING)].map(([each]) => each).join('');
    const key = clause.replace(SETTING, '').replace(SOFT, '').replace(SOFT, '');
    if (key.length < fewest || key.length > 30 || UNTELLING.test(key)) continue;
    found.push({ figure: mention, block, key: `${key}|${unitOf(mention)}`, setting });
  }
  return found;
}

/**
 * One slip (万 for 亿, a digit, two digits swapped, the point) makes one figure the other. Where nothing else ties them,
 * only this tells a restated figure from another one: unlike things rarely differ by a single key.
 */
export function slipBetween(a: FigureMention, b: FigureMention, page: Page): Repair | undefined {
  const link = slipsOf(a, page).find(({ kind, interval }) => kind !== 'length' && meets(interval, valuesOf(b)));
  if (link === undefined) return undefined;
  const digits = (figure: FigureMention): number => figure.numeral.value.c.length;
  const isScale = ['unit', 'multiplier', 'point', 'separator'].includes(link.kind);
  // 1200 and 1300 are round: two such figures may well both be meant.
  return isScale || (digits(a) >= 3 && digits(b) >= 3) ? link : undefined;
}
