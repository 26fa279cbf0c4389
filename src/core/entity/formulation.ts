import type { EnumeratedList, ListItem } from '../claim/claim.js';
import type { FormulationRow } from '../fact/schema.js';
import type { Span } from '../text/span.js';

/** A formulation named right beside a list, with the items of the list that stand for its members. */
export interface FormulationUse {
  readonly row: FormulationRow;
  /** The name as it stands beside the list. */
  readonly name: string;
  /** In order: the member that an item is (undefined: none of them), and where it stands. */
  readonly items: readonly FormulationItem[];
  /** True where 等 leaves members out. */
  readonly open: boolean;
}

export interface FormulationItem {
  readonly member: string | undefined;
  readonly span: Span;
}

interface Entry {
  readonly row: FormulationRow;
  readonly names: readonly string[];
}

/** How far from the list its name may stand. */
const REACH = 32;
/** What may stand between the last member and the name behind it: 创新、…、共享的新发展理念, 稳就业、…、稳预期等“六稳”工作. */
const BEFORE_NAME = /^[”’）)]?(?:等)?(?:\d+[个项]|的|这|为(?:主要)?内容的|相统一的)?[“‘"]?/;
/** What may stand between a name and the first member behind it: “六稳”工作（稳就业、…, 新发展理念，即创新、…. */
const BEHIND_NAME =
  /^[”’"]?[\p{Script=Han}]{0,4}[”’"]?(?:[（(：]|，?(?:即|也就是|就是|是指|指的是|包括|分别是|分别为|是)：?)[“‘]?$/u;

/** The fixed formulations by their members. */
export class FormulationIndex {
  readonly #byMember = new Map<string, Entry[]>();

  /** @param rows of facts/formulations.csv; those whose members hold list marks cannot be told item by item. */
  constructor(rows: readonly FormulationRow[]) {
    for (const row of rows) {
      if (row.members.length < 2 || row.members.some((member) => /[、，；和及与]/.test(member))) continue;
      const entry = { row, names: namesOf(row) };
      for (const member of new Set(row.members)) {
        const known = this.#byMember.get(member);
        if (known === undefined) this.#byMember.set(member, [entry]);
        else known.push(entry);
      }
    }
  }

  /** The formulations of which `list` gives at least two members and that are named right before or behind it. */
  near(text: string, list: EnumeratedList): readonly FormulationUse[] {
    const counts = new Map<Entry, number>();
    for (const item of list.items)
      for (const entry of this.#entriesOf(text, item)) counts.set(entry, (counts.get(entry) ?? 0) + 1);
    return [...counts].flatMap(([entry, count]) =>
      count < 2 ? [] : [nameBehind(text, list, entry) ?? nameBefore(text, list, entry) ?? []].flat(),
    );
  }

  /** The formulations one of whose members an item is, begins with (贯彻创新) or ends in (共享的新发展理念). */
  #entriesOf(text: string, { span }: ListItem): Set<Entry> {
    const printed = text.slice(span.start, Math.min(span.end, span.start + REACH));
    const found = new Set<Entry>();
    for (let cut = 0; cut < printed.length; cut++) {
      for (const entry of this.#byMember.get(printed.slice(cut)) ?? []) found.add(entry);
      for (const entry of this.#byMember.get(printed.slice(0, printed.length - cut)) ?? []) found.add(entry);
    }
    return found;
  }
}

/** The names a formulation goes by in running text, without quotation marks and remarks: 六稳, 五位一体. */
function namesOf({ name, aliases }: FormulationRow): readonly string[] {
  const plain = (text: string): string => text.replace(/（[^）]*）|[“”]/g, '');
  const quoted = /“([^”]{2,})”/.exec(name)?.[1];
  return [...new Set([plain(name), ...aliases.map(plain), ...(quoted === undefined ? [] : [quoted])])].filter(
    (each) => each.length > 1,
  );
}

/** 创新、协调、绿色、开放、共享的新发展理念: the last items are the members. */
function nameBehind(text: string, list: EnumeratedList, { row, names }: Entry): FormulationUse | undefined {
  const last = list.items.at(-1);
  if (last === undefined) return undefined;
  const tail = text.slice(last.span.start, last.span.end + REACH);
  for (const member of [...row.members].sort((a, b) => b.length - a.length).concat('')) {
    // An item that is no member, but is followed by the name, ends where the words between it and the name begin.
    const cut = member === '' ? cutBefore(tail, names) : undefined;
    if (member === '' ? cut === undefined : !tail.startsWith(member)) continue;
    const end = last.span.start + (cut ?? member.length);
    const rest = text.slice(end, end + REACH);
    const gap = BEFORE_NAME.exec(rest)?.[0] ?? '';
    const name = names.find((each) => rest.slice(gap.length).replace(/[“”]/g, '').startsWith(each));
    if (name === undefined || rest.startsWith('，')) continue;
    const items = window(text, list.items, row, end, 'behind');
    return items === undefined ? undefined : { row, name, items, open: gap.includes('等') };
  }
  return undefined;
}

/** Where in `tail` a name begins, with 的, 等 and a quotation mark before it. */
function cutBefore(tail: string, names: readonly string[]): number | undefined {
  for (const name of names) {
    let at = tail.indexOf(name);
    while (at > 0 && '的等“'.includes(tail.charAt(at - 1))) at--;
    if (at > 0) return at;
  }
  return undefined;
}

/** “六稳”（稳就业、稳金融、…）: the first items are the members. */
function nameBefore(text: string, list: EnumeratedList, { row, names }: Entry): FormulationUse | undefined {
  const [first] = list.items;
  const last = list.items.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const head = text.slice(Math.max(0, first.span.start - REACH), first.span.start);
  const name = names.find((each) => {
    const at = head.lastIndexOf(each);
    return at >= 0 && BEHIND_NAME.test(head.slice(at + each.length));
  });
  if (name === undefined) return undefined;
  const member = row.members.find((each) => text.startsWith(each, last.span.start));
  const end = member === undefined ? last.span.end : last.span.start + member.length;
  const items = window(text, list.items, row, end, 'before');
  return items === undefined ? undefined : { row, name, items, open: list.open || text.startsWith('等', end) };
}

/**
 * The items that are to be read as members: beginning with one that ends in a member (the words before it belong to the sentence), all between,
 * and the last one up to `end`. Undefined where the beginning is not to be told.
 */
function window(
  text: string,
  items: readonly ListItem[],
  { members }: FormulationRow,
  end: number,
  side: 'before' | 'behind',
): readonly FormulationItem[] | undefined {
  const found: FormulationItem[] = [];
  for (let i = items.length - 1; i >= 0; i--) {
    const item = items[i];
    if (item === undefined) break;
    const span = { start: item.span.start, end: i === items.length - 1 ? end : item.span.end };
    const printed = text.slice(span.start, span.end);
    const whole = members.find((member) => member === printed);
    const ending = whole ?? members.filter((member) => printed.endsWith(member)).sort((a, b) => b.length - a.length)[0];
    if (ending !== undefined && ending !== printed && (side === 'behind' || i === 0)) {
      found.push({ member: ending, span: { start: span.end - ending.length, end: span.end } });
      break;
    }
    if (found.length > members.length) return undefined;
    found.push({ member: whole, span });
  }
  const inOrder = found.reverse();
  // Items before the first member are of the sentence: 完整、准确、全面贯彻…
  const start = side === 'behind' ? inOrder.findIndex(({ member }) => member !== undefined) : 0;
  return inOrder.slice(Math.max(0, start));
}
