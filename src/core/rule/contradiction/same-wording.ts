import type { AnalysedArticle, Block } from '../../article.js';
import type { FigureMention, Mention } from '../../mention.js';
import { isFigure, unitOf } from '../../quantity/figure.js';
import { printedFigure } from '../../quantity/print.js';
import { OwnText } from '../own-text.js';

/** A figure with the words right before it that say what it measures. */
export interface WordedFigure {
  readonly figure: FigureMention;
  readonly block: Block;
  /** The words of its clause, without those that only date, place or soften it. */
  readonly name: string;
  /** `name` and unit: figures of one key measure the same thing. */
  readonly key: string;
  /** True if its clause opens the sentence or follows an introduction only, so that it names its subject itself. */
  readonly isOpening: boolean;
  /** The dates and places taken out of the clause, as printed. */
  readonly setting: string;
  /** The year and the place that stand nearest before it in its paragraph; empty where none does. */
  readonly scene: { readonly year: string; readonly place: string };
}

const SETTING =
  /(?:(?:\d{4}|[一二][〇零○一二三四五六七八九]{3})年(?:\d{1,2}月)?(?:[底末初])?|[上去今本当]年|“[^”]{2,6}”(?:期间|时期|末)?|[五三]年来?|全年|年末|年底|全[国省市县区]|我[国省市县区]|[本该][省市县区]|上半年|[一二三四]季度)/g;
const SOFT =
  /^(?:其中|目前|截至|到|按[^，。；]{2,10}?(?:价格?|口径|汇率)(?:计算)?|预计|据统计|共计|共有?|累计|初步核算|实现|完成|的|，)+|(?:突破|超过?|达到?了?|约|近|接近|将近|逾|为|是|有|完成|实现|共计|共|:|：|\s)+$/g;
/** Words with which no clause names what a figure measures, before and behind. */
const UNTELLING =
  /^(?:其中|[同环]?比|较|[由从每占]|平均|分别|以上|(?:增长|下降|提高|减少|增加|上升|降低|高于|低于|扩大|回落|新增)了?$)|(?:[由从第]|分别)$/;
/** What a verb of change leaves of a name. */
const CHANGED =
  /(?:[比较](?:上年|去年|上年末|上年同期|同期)?|同比)?(?:增长|增加|提高|上升|上涨|下降|减少|降低|扩大|回落|[由从每占])了?$/;
const FEWEST = 4;
const LONGEST = 40;

/** The figures of an article whose own clause says what they measure. */
export function wordedFigures(article: AnalysedArticle): readonly WordedFigure[] {
  const { folded } = article;
  const own = new OwnText(article);
  const found: WordedFigure[] = [];
  let last = 0;
  const scene = new SceneReader(article);
  for (const mention of article.mentions) {
    const block = own.blockAt(mention.span.start);
    if (block === undefined) continue;
    scene.read(mention, block);
    if (mention.kind === 'range') last = mention.span.end;
    if (!isFigure(mention) || isPartOfName(mention, article)) continue;
    const from = last;
    last = mention.span.end;
    // A bare number tells what it counts only if it is one of some size: 参保人数突破5100万.
    if (mention.kind === 'number' && !/[万亿]$/.test(printedFigure(mention, folded)?.multiplier ?? '')) continue;
    if (!own.isText(mention.span.start)) continue;
    const words = folded.slice(Math.max(from, block.span.start), mention.span.start);
    const clause = /[^，。；：:！？、（）()]*$/.exec(words)?.[0] ?? '';
    if (clause.length === words.length && from > block.span.start) continue;
    const setting = [...clause.matchAll(SETTING)].map(([each]) => each).join('');
    const name = clause
      .replace(/\[\d+\]/g, '')
      .replace(SETTING, '')
      .replace(SOFT, '')
      .replace(SOFT, '');
    if (name.replace(CHANGED, '').length < FEWEST || name.length > LONGEST || UNTELLING.test(name)) continue;
    const start = mention.span.start - clause.length;
    const isOpening =
      start <= block.span.start ||
      /[。；！？](?:[^，。；\d]{2,8}，)?$/.test(folded.slice(Math.max(block.span.start, start - 12), start));
    found.push({
      figure: mention,
      block,
      name,
      key: `${name}|${unitOf(mention)}`,
      setting,
      isOpening,
      scene: scene.now,
    });
  }
  return found;
}

/** 五年累计, 两项, [53]: a length of time, a count in words, a note's number belongs to what a figure is called. */
function isPartOfName(figure: FigureMention, { folded }: AnalysedArticle): boolean {
  if (figure.kind === 'quantity')
    return figure.numeral.script === 'han' && (figure.unit.dimension === 'count' || figure.unit.dimension === 'time');
  return (
    figure.kind === 'number' && folded.charAt(figure.span.start - 1) === '[' && folded.charAt(figure.span.end) === ']'
  );
}

/** Follows the text for the year of the sentence and the place that a sentence of the paragraph opens with. */
class SceneReader {
  readonly #article: AnalysedArticle;
  #block = -1;
  #year = '';
  #yearAt = 0;
  #place = '';
  #at = 0;

  constructor(article: AnalysedArticle) {
    this.#article = article;
  }

  read(mention: Mention, block: Block): void {
    if (this.#block !== block.span.start) {
      this.#block = block.span.start;
      this.#year = this.#place = '';
    }
    this.#at = mention.span.start;
    if (mention.kind === 'date') {
      this.#year = mention.value?.slice(0, 4) ?? this.#year;
      this.#yearAt = mention.span.end;
    }
    const place =
      mention.kind === 'region'
        ? mention.region?.name
        : mention.kind === 'organization'
          ? mention.canonical
          : undefined;
    if (place !== undefined && /(?:^|[。；\n])[^，。；\n]{0,8}$/.test(this.#before(mention.span.start)))
      this.#place = place;
  }

  get now(): WordedFigure['scene'] {
    const isSame = this.#year !== '' && !/[。；]/.test(this.#article.folded.slice(this.#yearAt, this.#at));
    return { year: isSame ? this.#year : '', place: this.#place };
  }

  #before(at: number): string {
    return this.#article.folded.slice(Math.max(this.#block, at - 10), at);
  }
}
