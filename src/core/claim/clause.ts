import type { Span } from '../text/span.js';

const PAIRS: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '（': '）',
  '(': ')',
  '[': ']',
  '【': '】',
  '〔': '〕',
  '「': '」',
  '『': '』',
};

/** Brackets and quotation marks deeper than this are not opened: no text nests so far, and unclosed ones would each run to the end. */
const DEEPEST = 8;

/** Every mark at which a clause, a depth or an item can end. */
const MARKS = /[、，；：。！？:;“”‘’（）()[\]【】〔〕「」『』《]/g;

const STOPS = '，；：。！？:;';

/** A stretch between two stops at one depth of brackets and quotation marks. What is bracketed in it is one piece. */
export interface Clause {
  readonly span: Span;
  /** What parts its items, in order: each 、 at its own depth, and the empty place between ” and “, 》 and 《. */
  readonly joints: readonly Span[];
  /** The stop, bracket or quotation mark right before it; empty at the beginning of the sentence. */
  readonly opener: string;
  /** The mark right behind it; empty at the end of the sentence. */
  readonly closer: string;
  /** The clause before it in the sentence; for the first clause in brackets, what the brackets stand behind. */
  readonly before: Clause | undefined;
}

/** A clause being read. */
interface Reading {
  start: number;
  joints: Span[];
  opener: string;
  before: Clause | undefined;
  /** The mark that closes the depth. */
  readonly until: string;
}

/** The clauses of a sentence, those in brackets and quotation marks before the one they stand in. Titles 《》 are not opened. */
export function readClauses(text: string, sentence: Span): readonly Clause[] {
  const clauses: Clause[] = [];
  const depths: Reading[] = [];
  let reading: Reading = { start: sentence.start, joints: [], opener: '', before: undefined, until: '' };
  const close = (end: number, closer: string): Clause => {
    const { start, joints, opener, before } = reading;
    const clause = { span: { start, end }, joints, opener, closer, before };
    clauses.push(clause);
    return clause;
  };
  const words = text.slice(sentence.start, sentence.end);
  const lastTitleEnd = words.lastIndexOf('》');
  MARKS.lastIndex = 0;
  for (let mark = MARKS.exec(words); mark !== null; mark = MARKS.exec(words)) {
    const char = mark[0];
    const at = sentence.start + mark.index;
    const until = PAIRS[char];
    if (char === '《') {
      if (lastTitleEnd < mark.index) continue;
      const end = words.indexOf('》', mark.index) + 1;
      MARKS.lastIndex = end;
      if (words.charAt(end) === '《') reading.joints.push(empty(sentence.start + end));
    } else if (until !== undefined) {
      if (depths.length >= DEEPEST) continue;
      depths.push(reading);
      const { start, joints, opener, before } = reading;
      const outer: Clause = { span: { start, end: at }, joints, opener, closer: char, before };
      reading = { start: at + 1, joints: [], opener: char, before: outer, until };
    } else if (char === '、') {
      if (!numbersOrJoins(text, at)) reading.joints.push({ start: at, end: at + 1 });
    } else if (STOPS.includes(char)) {
      const clause = close(at, char);
      reading = { start: at + 1, joints: [], opener: char, before: clause, until: reading.until };
    } else if (reading.until === char) {
      close(at, char);
      reading = depths.pop() ?? reading;
      if (char === '”' && text.charAt(at + 1) === '“') reading.joints.push(empty(at + 1));
    }
  }
  for (let open: Reading | undefined = reading; open !== undefined; open = depths.pop()) {
    reading = open;
    close(sentence.end, '');
  }
  return clauses;
}

function empty(at: number): Span {
  return { start: at, end: at };
}

/** 一、 and 1、 at the beginning of a paragraph number it; in 二、三产业 and 三、四线 the mark joins two numbers. */
function numbersOrJoins(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 4), at);
  return (
    /(?:^|\n)\s*[一二三四五六七八九十\d]{1,3}$/.test(before) ||
    /第[一二三四五六七八九十]$/.test(before) ||
    (/[一二三四五六七八九]$/.test(before) &&
      /^[一二三四五六七八九](?:产业|线|级|类|次|期|批|号|审|年|月|天|个)/.test(text.slice(at + 1, at + 4)))
  );
}
