import type { AnalysedArticle } from '../../article.js';
import type { ListItem, Marker } from '../../claim/claim.js';
import { say } from '../../message.js';
import { hanNumeral } from '../../quantity/han.js';
import { slice } from '../../text/span.js';
import type { Edit, Rule } from '../rule.js';

/** Relation: the numbers of an enumeration count on by one. */
export const enumerationGap: Rule = {
  id: 'enumeration-gap',
  group: 'list',
  severity: 'error',
  title: say`序号不连续`,
  check(article, _knowledge, report) {
    for (const { items } of article.lists) {
      const numbered = items.filter(hasMarker);
      for (const { at, expected, renumbered } of slips(numbered.map(({ marker }) => marker.number))) {
        const [before, here] = [numbered[at - 1], numbered[at]];
        if (before === undefined || here === undefined) continue;
        if (isExplained(article, before, here, expected)) continue;
        const [last, printed] = [slice(article.text, before.marker.span), slice(article.text, here.marker.span)];
        const edits = renumbered.flatMap(({ at: index, number }) => {
          const marker = numbered[index]?.marker;
          return marker === undefined ? [] : [editOf(article, marker, number)];
        });
        const due = withNumber(printed, expected);
        report({
          span: here.marker.span,
          message: say`序号不连续：“${last}”之后应为“${due}”，此处为“${printed}”。`,
          related: [{ span: before.marker.span, message: say`前一项` }],
          fixes: [
            {
              title: edits.length === 1 ? say`改为“${due}”` : say`从“${due}”起顺次改号`,
              kind: 'suggestion',
              edits,
            },
          ],
        });
      }
    }
  },
};

type Numbered = ListItem & { readonly marker: Marker };

function hasMarker(item: ListItem): item is Numbered {
  return item.marker !== undefined;
}

/** A place where the count breaks, the number it should have, and what to renumber (indexes and new numbers). */
interface Slip {
  readonly at: number;
  readonly expected: number;
  readonly renumbered: readonly { readonly at: number; readonly number: number }[];
}

/**
 * The breaks of a count, each explained as little as can be: one wrong number (1 2 6 4), two that changed places (1 3 2 4), or all
 * from here on (1 2 4 5, 1 2 2 3). A count that falls back otherwise is another enumeration whose first number is not printed; what
 * follows is left alone.
 */
function slips(numbers: readonly number[]): readonly Slip[] {
  const found: Slip[] = [];
  let last = numbers[0] ?? 0;
  for (let at = 1; at < numbers.length; at++) {
    const [number = 0, next, afterNext] = numbers.slice(at);
    const expected = last + 1;
    if (number === expected) last = number;
    else if (next === expected && number === expected + 1 && (afterNext === undefined || afterNext === expected + 2)) {
      found.push({
        at,
        expected,
        renumbered: [
          { at, number: expected },
          { at: at + 1, number },
        ],
      });
      last = number;
      at++;
    } else if (next === expected + 1 || (next === undefined && number >= last)) {
      found.push({ at, expected, renumbered: [{ at, number: expected }] });
      last = expected;
    } else if (number < last) return found;
    else {
      const rest = numbers.slice(at).findIndex((value, k, tail) => k > 0 && value !== (tail[k - 1] ?? 0) + 1);
      const length = rest < 0 ? numbers.length - at : rest;
      found.push({
        at,
        expected,
        renumbered: Array.from({ length }, (_, k) => ({ at: at + k, number: expected + k })),
      });
      last = number;
    }
  }
  return found;
}

/** The number that is missed stands between the two after all, run into other text; or the heading is printed twice. */
function isExplained(article: AnalysedArticle, before: Numbered, here: Numbered, expected: number): boolean {
  if (here.marker.number === before.marker.number) return before.text === here.text;
  const due = withNumber(slice(article.folded, here.marker.span), expected).trim();
  const between = article.folded.slice(before.marker.span.end, here.marker.span.start);
  for (let at = between.indexOf(due); at >= 0; at = between.indexOf(due, at + 1))
    if (!/[\d.十百第]/.test(between.charAt(at - 1)) && !/\d/.test(between.charAt(at + due.length))) return true;
  return false;
}

function editOf(article: AnalysedArticle, { span }: Marker, number: number): Edit {
  return { span, newText: withNumber(slice(article.text, span), number) };
}

/** The marker as printed, with another number in the same script. */
function withNumber(printed: string, number: number): string {
  return printed.replace(/[①-⑳]|[０-９]+|\d+|[一二三四五六七八九十百零〇]+/, (digits) => {
    if (/^[①-⑳]/.test(digits)) return String.fromCharCode(0x245f + number);
    if (/^\d/.test(digits)) return String(number);
    if (/^[０-９]/.test(digits))
      return String(number).replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
    return hanNumeral(number);
  });
}
