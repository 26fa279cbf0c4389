/** A word with its part of speech in the tag set of jieba (n, ns, v, …); x for what is not Han. */
export interface TaggedWord {
  readonly word: string;
  readonly tag: string;
}

/**
 * The port of the word segmenter. Word boundaries and parts of speech are evidence only: no finding may need them to be
 * right, and everything works with `NO_SEGMENTER`.
 *
 * The pieces that `cut` and `tag` give always make up the whole text, so that offsets follow by adding up lengths. Only
 * runs of Han are cut; figures, letters and punctuation between them stay in one piece.
 */
export interface Segmenter {
  readonly engine: 'nodejieba' | 'jieba-wasm' | 'none';
  cut(text: string): readonly string[];
  tag(text: string): readonly TaggedWord[];
}

/** What an engine brings: it is only ever given runs of Han. */
export interface HanSegmenter {
  readonly engine: Segmenter['engine'];
  cut(han: string): readonly string[];
  tag(han: string): readonly TaggedWord[];
}

const RUNS = /\p{Script=Han}+|\P{Script=Han}+/gu;
const HAN = /^\p{Script=Han}/u;

/** Makes a segmenter of an engine. A run the engine does not give back whole is left uncut. */
export function segmenterOf(engine: HanSegmenter): Segmenter {
  const each = <Piece>(
    text: string,
    pieces: (han: string) => readonly Piece[],
    wordOf: (piece: Piece) => string,
    whole: (run: string) => Piece,
  ): Piece[] =>
    (text.match(RUNS) ?? []).flatMap((run) => {
      if (!HAN.test(run)) return [whole(run)];
      const found = pieces(run);
      return found.map(wordOf).join('') === run ? found : [whole(run)];
    });
  return {
    engine: engine.engine,
    cut: (text) =>
      each(
        text,
        (han) => engine.cut(han),
        (word) => word,
        (run) => run,
      ),
    tag: (text) =>
      each(
        text,
        (han) => engine.tag(han),
        ({ word }) => word,
        (run) => ({ word: run, tag: 'x' }),
      ),
  };
}

/** Cuts nothing. */
export const NO_SEGMENTER: Segmenter = segmenterOf({
  engine: 'none',
  cut: (han) => [han],
  tag: (han) => [{ word: han, tag: 'x' }],
});
