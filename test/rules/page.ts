import type { Severity } from '../../src/core/rule/rule.js';

/** What a page expects of one ⟦span⟧. */
export interface Expectation {
  readonly start: number;
  readonly end: number;
  readonly severity: Severity;
  /** Title of the first fix, where the page names it. */
  readonly fix: string | undefined;
  /** Whole line after the first fix, where the page gives it behind →. */
  readonly fixedLine: string | undefined;
}

/** One passage of a rule's page. */
export interface Passage {
  /** 1 for the first of its section. */
  readonly number: number;
  /** Line of the page, from 1, at which the passage begins. */
  readonly line: number;
  /** Without the marks. */
  readonly text: string;
  readonly language: 'plain' | 'markdown';
  readonly issueDate: string | undefined;
  /** A house style that holds for the passage: grouping=comma. */
  readonly houseStyle: string | undefined;
  readonly expected: readonly Expectation[];
}

/** A rule's page, read. */
export interface Page {
  readonly id: string;
  readonly severity: Severity;
  readonly found: readonly Passage[];
  readonly silent: readonly Passage[];
}

const SEVERITIES: Readonly<Record<string, Severity>> = {
  错误: 'error',
  警告: 'warning',
  提示: 'information',
  建议: 'hint',
};

/**
 * Reads a page of docs/rules. Passages are fenced blocks (```text or ```markdown, with an issue date or a house style
 * behind: ```text 2022-04-28, ```text grouping=comma) under 应报 and 不报; the bullets behind a block under 应报 say what is expected of its ⟦spans⟧ in order.
 * @throws Error with the page's line where it is not of this form.
 */
export function readPage(name: string, source: string): Page {
  const fail = (line: number, why: string): never => {
    throw new Error(`docs/rules/${name}.md:${line}: ${why}`);
  };
  const lines = source.split('\n');
  const id = /^# ([a-z][a-z\d-]*) \S/.exec(lines[0] ?? '')?.[1] ?? fail(1, 'the first line is "# rule-id 名称"');
  const header = /默认级别 (错误|警告|提示|建议)/.exec(source)?.[1] ?? fail(3, 'no “默认级别 错误|警告|提示|建议”');
  const sections: Record<'found' | 'silent', Passage[]> = { found: [], silent: [] };
  let section: 'found' | 'silent' | undefined;
  for (let i = 0; i < lines.length; i++) {
    const heading = /^## (.+)$/.exec(lines[i] ?? '')?.[1];
    if (heading !== undefined)
      section = heading.startsWith('应报') ? 'found' : heading.startsWith('不报') ? 'silent' : undefined;
    const fence = /^```(text|markdown)(?: (\d{4}-\d\d-\d\d))?(?: (\w+=\S+))?$/.exec(lines[i] ?? '');
    if (fence === null || section === undefined) continue;
    const end = lines.findIndex((line, k) => k > i && line === '```');
    if (end < 0) fail(i + 1, 'the block is not closed');
    const bullets: string[] = [];
    for (let k = end + 1; k < lines.length && /^(?:- .*)?$/.test(lines[k] ?? ''); k++)
      if (lines[k] !== '') bullets.push((lines[k] ?? '').slice(2));
    const { text, spans } = unmark(lines.slice(i + 1, end).join('\n'));
    if (section === 'silent' && spans.length > 0) fail(i + 1, 'a passage under 不报 holds ⟦ ⟧');
    if (section === 'found' && spans.length === 0) fail(i + 1, 'a passage under 应报 holds no ⟦ ⟧');
    if (section === 'found' && spans.length !== bullets.length)
      fail(i + 1, `${spans.length} spans, ${bullets.length} bullets`);
    sections[section].push({
      number: sections[section].length + 1,
      line: i + 1,
      text,
      language: fence[1] === 'markdown' ? 'markdown' : 'plain',
      issueDate: fence[2],
      houseStyle: fence[3],
      expected: spans.map((span, k) => ({ ...span, ...readBullet(bullets[k] ?? '', (why) => fail(end + 2, why)) })),
    });
    i = end;
  }
  return { id, severity: SEVERITIES[header] ?? 'hint', found: sections.found, silent: sections.silent };
}

function readBullet(bullet: string, fail: (why: string) => never): Pick<Expectation, 'severity' | 'fix' | 'fixedLine'> {
  const match = /^(错误|警告|提示|建议)(?:：(.*?))?(?:\s*→\s*(.+))?$/.exec(bullet);
  const severity = SEVERITIES[match?.[1] ?? ''];
  if (severity === undefined) return fail(`a bullet begins with 错误, 警告, 提示 or 建议: ${bullet}`);
  return { severity, fix: match?.[2] === '' ? undefined : match?.[2], fixedLine: match?.[3] };
}

/** Takes the marks ⟦ and ⟧ out. */
function unmark(marked: string): { text: string; spans: readonly { start: number; end: number }[] } {
  const spans: { start: number; end: number }[] = [];
  let text = '';
  let start = 0;
  for (const char of marked) {
    if (char === '⟦') start = text.length;
    else if (char === '⟧') spans.push({ start, end: text.length });
    else text += char;
  }
  return { text, spans };
}
