const HAN_PAIR = /^\p{Script=Han}{2}$/u;
/** Words of one character that stand beside a name without being a part of it: 商务部|等, 由|商务部. */
const ALONE = /^[由和与及在对为将的]|[等的和与及]$/;

/**
 * True if the two Han characters at `place` stand elsewhere in the text too: a word, most likely, of which only one belongs to the name
 * in question. Places for which `isName` holds do not count: there the name stands beside the same neighbour.
 */
export function standsElsewhere(text: string, place: number, isName: (at: number) => boolean): boolean {
  const pair = text.slice(Math.max(0, place), place + 2);
  if (!HAN_PAIR.test(pair) || ALONE.test(pair)) return false;
  for (let at = text.indexOf(pair); at >= 0; at = text.indexOf(pair, at + 1))
    if (at !== place && !isName(at)) return true;
  return false;
}
