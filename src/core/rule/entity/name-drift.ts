import type { AnalysedArticle } from '../../article.js';
import { likeness } from '../../entity/confusable.js';
import { FIXED_NAMES } from '../../entity/fixed-names.js';
import { endsThere } from '../../entity/organization.js';
import { NearFinder } from '../../entity/near.js';
import type { NearMiss } from '../../entity/near.js';
import { Trie } from '../../entity/trie.js';
import type { Knowledge } from '../../fact/knowledge.js';
import { say } from '../../message.js';
import { bySpan, slice } from '../../text/span.js';
import type { Rule } from '../rule.js';
import { standsElsewhere } from './neighbours.js';
import { zoneForms } from './zone-forms.js';

/** Names as they are known, and the slips that the table of phrases has already. */
interface Known {
  readonly names: Trie<string>;
  readonly near: NearFinder;
  /** Organs of five characters and more: they are held even where the article does not print them right. */
  readonly organs: ReadonlySet<string>;
  readonly slips: ReadonlySet<string>;
}

const knownOf = new WeakMap<Knowledge, Known>();

/** The names of the tables, built on first use; holds no state that a result could depend on. */
function knownNames(knowledge: Knowledge): Known {
  const built = knownOf.get(knowledge);
  if (built !== undefined) return built;
  const { organs, regionGroups, formulations, indicators, phrases } = knowledge.tables;
  const names = new Set<string>();
  const add = (least: number, ...found: readonly string[]): void => {
    for (const name of found)
      if (name.length >= least && name.length <= 24 && /^\p{Script=Han}+$/u.test(name)) names.add(name);
  };
  for (const { name, aliases } of regionGroups) add(3, name, ...aliases);
  for (const { name, aliases } of formulations) add(4, name, ...aliases);
  for (const { indicator } of indicators) add(5, indicator);
  for (const { right, match } of phrases) if (match === 'literal') add(6, right);
  for (const { name, shortNames } of organs) add(3, name, ...shortNames);
  add(3, ...FIXED_NAMES);
  const made: Known = {
    names: new Trie([...names].map((name) => [name, name] as const)),
    near: new NearFinder(names),
    organs: new Set(organs.flatMap(({ name, shortNames }) => [name, ...shortNames]).filter(({ length }) => length > 4)),
    slips: new Set(phrases.map(({ wrong }) => wrong)),
  };
  knownOf.set(knowledge, made);
  return made;
}

/**
 * Relation: a name stands in one form. Held are the names of the tables that the article prints at least once more (organs of five
 * characters and more in any case), and the organizations and quoted names that it prints at least twice.
 */
export const nameDrift: Rule = {
  id: 'name-drift',
  group: 'entity',
  severity: 'warning',
  title: say`名称前后不一致`,
  check(article, knowledge, report) {
    const { names, near, organs, slips } = knownNames(knowledge);
    const { text } = article;
    for (const finding of zoneForms(article)) report(finding);
    const printedNames = namesOf(article, names);
    const isHeld = (name: string): boolean => (printedNames.counts.get(name) ?? 0) >= leastTimes(name, names);
    const own = [...printedNames.counts.keys()].filter((name) => !names.has(name) && isHeld(name));
    const misses = near.find(text).filter(({ name }) => isHeld(name) || organs.has(name));
    let end = 0;
    for (const miss of [...misses, ...new NearFinder(own).find(text)].sort(bySpan)) {
      const printed = slice(text, miss.span);
      if (miss.span.start < end || slips.has(printed) || names.get(printed) !== undefined) continue;
      if (isInName(miss, printedNames.covered) || !isSlip(miss, printed) || occursTwice(text, printed)) continue;
      if (isCutOut(text, miss) || (miss.slip === 'drop' && !endsThere(text, miss.span.end))) continue;
      end = miss.span.end;
      const elsewhere = text.indexOf(miss.name);
      report({
        span: miss.span,
        message:
          elsewhere < 0
            ? say`“${printed}”疑为“${miss.name}”之误。`
            : say`“${printed}”与他处的“${miss.name}”只差一字，疑有误。`,
        related:
          elsewhere < 0
            ? []
            : [{ span: { start: elsewhere, end: elsewhere + miss.name.length }, message: say`他处作“${miss.name}”` }],
        fixes: [
          { title: say`改为“${miss.name}”`, kind: 'suggestion', edits: [{ span: miss.span, newText: miss.name }] },
        ],
      });
    }
  },
};

/** How often each name stands in the article, and which characters belong to one. */
function namesOf(
  { text, mentions }: AnalysedArticle,
  names: Trie<string>,
): { readonly counts: ReadonlyMap<string, number>; readonly covered: Uint8Array } {
  const counts = new Map<string, number>();
  const covered = new Uint8Array(text.length);
  const count = (name: string, start: number, end: number): void => {
    counts.set(name, (counts.get(name) ?? 0) + 1);
    if (end > start) covered.fill(1, start, end);
  };
  // Shorter names count within longer ones too: 联合国 in 联合国大会.
  for (let at = 0; at < text.length; at++)
    for (const { start, end, value } of names.allAt(text, at)) count(value, start, end);
  for (const mention of mentions) {
    const { start, end } = mention.span;
    if (mention.kind === 'organization') {
      const name = text.slice(start, end);
      if (names.get(name) === undefined) count(name, start, end);
    } else if (mention.kind === 'term' && mention.text.length > 4) count(mention.text, start, start);
  }
  return { counts, covered };
}

/** How often a name must stand in the article to be held. */
function leastTimes(name: string, names: Trie<string>): number {
  return names.get(name) !== undefined && name.length > 4 ? 1 : 2;
}

/** True if the slip lies in a name that is right: 国家统计局 is no slip for 国家税务局. */
function isInName({ span, slip, index }: NearMiss, covered: Uint8Array): boolean {
  const at = span.start + index;
  if (slip === 'replace') return covered[at] === 1;
  return slip === 'swap' ? covered[at] === 1 || covered[at + 1] === 1 : covered[at - 1] === 1 && covered[at] === 1;
}

/** Characters that names are often printed without, and numerals that tell names apart. */
const OPTIONAL = /[和与及的之暨省市县区州总副旧大小各等化性型式进出上下中一二三四五六七八九十两]/;

const OPTIONAL_IN_ORGANS = /[和与及的省市县区州总一二三四五六七八九十]/;
const PARTICLE = /[的了在和是与及为以于之而有不]/;

/** True unless the difference makes another word. */
function isSlip({ name, slip, index }: NearMiss, printed: string): boolean {
  const right = name.charAt(index);
  switch (slip) {
    case 'drop':
      return !(ORGAN.test(name) ? OPTIONAL_IN_ORGANS : OPTIONAL).test(right);
    case 'swap':
      return true;
    case 'replace': {
      const wrong = printed.charAt(index);
      if (/[一二三四五六七八九十两]/.test(right) || PARTICLE.test(wrong)) return false;
      const alike = likeness(right, wrong);
      if (alike === undefined) return false;
      // At the ends a character of like sound begins or ends another word (财政步入); in short names a near one makes one (数智经济).
      const atEnd = index === 0 || index === name.length - 1;
      return alike.shape || (!atEnd && (name.length > 4 ? alike.nearSound : alike.sound));
    }
  }
}

/**
 * True if the characters at an end of the slip go with the words beside it, as the rest of the article shows: 我国|经济 is no slip for
 * 国民经济 where 我国 stands elsewhere, 关联国家 none for 联合国.
 */
function isCutOut(text: string, { span: { start, end }, name, slip, index }: NearMiss): boolean {
  if (slip === 'replace' || (name.length > 4 && (slip === 'swap' || ORGAN.test(name)))) return false;
  if (name.length < 5 && slip === 'drop') {
    // 联国 in 苏联国家 is no word, since 苏联 and 国家 are: those places do not count.
    const joint = text.slice(start + index - 1, start + index + 1);
    for (let at = text.indexOf(joint); at >= 0; at = text.indexOf(joint, at + 1))
      if (
        at !== start + index - 1 &&
        !standsElsewhere(text, at - 1, isNever) &&
        !standsElsewhere(text, at + 1, isNever)
      )
        return true;
  }
  const left = index <= 1 && standsElsewhere(text, start - 1, (at) => text.startsWith(name, at + 1));
  const right =
    index >= name.length - 2 &&
    // 战略性新兴业: nobody cuts so long a name at its end.
    name.length < 7 &&
    standsElsewhere(text, end - 1, (at) => text.slice(0, at + 1).endsWith(name));
  // Two characters that are left of three go with both neighbours or stand together; 跨省|协同, 全国|院校 are sooner cut.
  return name.length === 3 && slip === 'drop' && !/^[省市县区州国]/.test(name) ? left && right : left || right;
}

const isNever = (): boolean => false;
const ORGAN = /[部委局厅会院署办]$/;
function occursTwice(text: string, words: string): boolean {
  return text.includes(words, text.indexOf(words) + 1);
}
