import { say } from '../../message.js';
import type { Span } from '../../text/span.js';
import type { Fix } from '../rule.js';

/** The other half of each mark. */
export const PARTNER: Readonly<Record<string, string>> = Object.fromEntries(
  ['《》', '“”', '（）', '()', '〔〕', '【】', '「」'].flatMap(([a = '', b = '']) => [
    [a, b],
    [b, a],
  ]),
);

const STOP = /[，。；：、！？\n]/;
/** A title, term or remark is taken to be no longer than this. */
export const LONGEST = 40;
/** What a title ends in. */
const TITLE_END =
  /^(?:法|条例|规定|办法|意见|通知|规划|纲要|方案|决定|公报|细则|标准|公约|协定|报告|计划|宣言|章程|规范|指南)/;
/** What stands before a title. */
const BEFORE_TITLE =
  /根据|按照|依据|依照|遵照|参照|违反|实施|落实|贯彻|制定|发布|出台|修订|通过|审议|公布|执行|签署|编制|印发/;
/** What a remark in brackets begins with. */
const REMARK = /以下简称|以下称|不含|不包括|包括|含|详见|见附件|\d+(?:\.\d+)?[\p{Script=Han}%％]{0,3}$/u;

/** Puts in the missing mark: around the same words as elsewhere in the article, else where such a name or remark begins or ends. */
export function addPartner(
  text: string,
  { at, mark }: { readonly at: number; readonly mark: string },
  isOpen: boolean,
): readonly Fix[] {
  const partner = PARTNER[mark] ?? '';
  const place = isOpen ? endFor(text, at, mark, partner) : startFor(text, at, mark, partner);
  if (place === undefined) return [];
  const shown = isOpen ? text.slice(at, place) + partner : partner + text.slice(place, at + 1);
  const span: Span = { start: place, end: place };
  return [{ title: say`补上“${partner}”，作${shown}`, kind: 'suggestion', edits: [{ span, newText: partner }] }];
}

function endFor(text: string, at: number, mark: string, partner: string): number | undefined {
  const name = namesBetween(text, mark, partner).find((known) => text.startsWith(known, at + 1));
  if (name !== undefined) return at + 1 + name.length;
  let title: number | undefined;
  for (let end = at + 2; end < text.length && end - at < LONGEST; end++) {
    const ending = mark === '《' ? TITLE_END.exec(text.slice(end, end + 2))?.[0] : undefined;
    if (ending !== undefined) title = end + ending.length;
    if (STOP.test(text.charAt(end))) return title ?? end;
  }
  return title;
}

function startFor(text: string, at: number, mark: string, partner: string): number | undefined {
  const name = namesBetween(text, partner, mark).find((known) => text.slice(0, at).endsWith(known));
  if (name !== undefined) return at - name.length;
  let clause = at;
  while (clause > 0 && at - clause < LONGEST && !STOP.test(text.charAt(clause - 1))) clause--;
  const before = text.slice(clause, at);
  if (mark === '》') {
    const verb = BEFORE_TITLE.exec(before);
    return verb === null ? undefined : clause + verb.index + verb[0].length;
  }
  const remark = /[）)]/.test(mark) ? REMARK.exec(before) : null;
  return remark === null ? undefined : clause + remark.index;
}

/** What stands between marks of this kind in the article, the longest first. */
function namesBetween(text: string, open: string, close: string): string[] {
  const names = new Set<string>();
  for (let start = text.indexOf(open); start >= 0; start = text.indexOf(open, start + 1)) {
    const end = text.indexOf(close, start);
    if (end < 0) break;
    const inner = text.slice(start + 1, end);
    if (inner.length > 1 && inner.length < LONGEST && !inner.includes(open) && !inner.includes('\n')) names.add(inner);
  }
  return [...names].sort((a, b) => b.length - a.length);
}
