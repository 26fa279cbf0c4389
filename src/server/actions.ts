import { CodeActionKind, type CodeAction, type Range } from 'vscode-languageserver';
import { check } from '../core/check.js';
import type { Finding } from '../core/finding.js';
import { fixAll, safeEdits } from '../core/fix.js';
import type { IgnoreScope } from '../core/ignore.js';
import { say, type Message } from '../core/message.js';
import { wanted } from '../core/settings.js';
import { overlaps, type Span } from '../core/text/span.js';
import type { Say } from './convert.js';
import type { Found } from './desk.js';
import { recordable } from './figures.js';
import { Commands, type IgnoreParams, type RecordParams } from './protocol.js';
import { judge } from './verdicts.js';

/** Everything safe, mended at once. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.hegao`;
/** Adding a figure to the newsroom's table. */
export const RECORD_KIND = `${CodeActionKind.Refactor}.hegao.record`;

/** What the client can do and how it reads. */
export interface ActionOptions {
  readonly text: Say;
  /** URI of the folder of rule pages. */
  readonly rulePages: string | undefined;
  /** True if the client has `Commands`. */
  readonly commands: boolean;
}

/** Places of a finding that actions lead to, at most. */
const PLACES = 3;
/** Characters by which such a place is named. */
const WORDS = 12;

/** What can be done at a range: mend, look, ignore, record. */
export function codeActions(
  found: Found,
  range: Range,
  only: readonly string[] | undefined,
  options: ActionOptions,
): CodeAction[] {
  const { converter, findings } = found;
  const wants = (kind: string): boolean =>
    only === undefined || only.some((each) => kind === each || kind.startsWith(`${each}.`));
  const start = converter.offset(range.start);
  const asked = { start, end: Math.max(converter.offset(range.end), start + 1) };
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    const here = findings.filter(({ span }) => overlaps(span, asked) || span.end === start);
    for (const finding of here) actions.push(...fixes(finding, found, options));
    if (options.commands) for (const finding of here) actions.push(...more(finding, found, options));
  }
  if (wants(FIX_ALL)) actions.push(...mendAll(found, only !== undefined, options));
  if (wants(RECORD_KIND) && options.commands) actions.push(...record(found, asked, options));
  return actions;
}

/** One action a fix, the first preferred. */
function fixes(finding: Finding, { converter }: Found, { text, rulePages }: ActionOptions): readonly CodeAction[] {
  const diagnostics = [converter.diagnostic(finding, text, rulePages)];
  return finding.fixes.map(({ title, edits }, i) => ({
    title: text(title),
    kind: CodeActionKind.QuickFix,
    diagnostics,
    isPreferred: i === 0,
    edit: converter.edit(edits),
  }));
}

/** What else can be done about a finding: look at the other places, at the table, at the rule; ignore it. */
function more(finding: Finding, { uri, converter }: Found, { text, rulePages }: ActionOptions): readonly CodeAction[] {
  const { ruleId, related, group } = finding;
  const diagnostics = [converter.diagnostic(finding, text, rulePages)];
  const range = converter.range(finding.span);
  const action = (title: Message, command: string, ...args: readonly unknown[]): CodeAction => ({
    title: text(title),
    kind: CodeActionKind.QuickFix,
    diagnostics,
    command: { title: text(title), command, arguments: [...args] },
  });
  const ignore = (title: Message, scope: IgnoreScope): CodeAction =>
    action(title, Commands.ignore, { uri, ruleId, range, scope } satisfies IgnoreParams);
  const [first] = related;
  const query = factQuery(finding);
  return [
    ...(group === 'duplicate' && first !== undefined
      ? [action(say`并排比较两处`, Commands.compare, uri, converter.range(first.span), range)]
      : []),
    ...related.slice(0, PLACES).map(({ span }) => {
      const other = converter.range(span);
      const words = converter.text(span);
      const name = words.length > WORDS ? `${words.slice(0, WORDS)}…` : words;
      return action(say`去看“${name}”（第${other.start.line + 1}行）`, Commands.goTo, uri, other);
    }),
    ...(query === undefined ? [] : [action(say`查看事实表中的依据`, Commands.findFact, query)]),
    ignore(say`忽略这一处`, 'finding'),
    ignore(say`本文不再报“${ruleId}”`, 'document'),
    ignore(say`整个工作区不再报“${ruleId}”`, 'workspace'),
    action(say`查看规则说明“${ruleId}”`, Commands.openRulePage, ruleId),
  ];
}

/** Words by which the fact table shows what a finding goes by; undefined where it goes by none. */
function factQuery({ group, source }: Finding): string | undefined {
  return group === 'fact' && source !== undefined ? source.title : undefined;
}

/** @param thoroughly true to mend what only mending shows, too; that reads the text again. */
function mendAll(found: Found, thoroughly: boolean, { text }: ActionOptions): readonly CodeAction[] {
  const { converter, findings, knowledge, configuration } = found;
  if (safeEdits(findings).length === 0) return [];
  const { edits } = thoroughly
    ? fixAll(found.text, (mended) =>
        mended === found.text ? findings : wanted(check(mended, knowledge, found.reading), configuration.settings),
      )
    : { edits: safeEdits(findings) };
  return [{ title: text(say`修复全部格式问题`), kind: FIX_ALL, edit: converter.edit(edits) }];
}

/** Figures with all their slots that the table does not confirm can be added to the newsroom's own. */
function record({ uri, articles, knowledge }: Found, asked: Span, { text }: ActionOptions): readonly CodeAction[] {
  return articles.flatMap((article) =>
    judge(article, knowledge).flatMap(({ claim, verdict }): CodeAction[] => {
      if (verdict.status === 'verified' || !overlaps(article.toDocument(claim.figure.span), asked)) return [];
      const fact = recordable(article, claim, knowledge);
      if (fact === undefined) return [];
      const title = text(say`记入本刊事实表：${fact.subject}${fact.indicator}${fact.value + fact.unit}`);
      const params: Omit<RecordParams, 'fact'> & { fact: typeof fact } = { uri, fact };
      return [{ title, kind: RECORD_KIND, command: { title, command: Commands.recordFact, arguments: [params] } }];
    }),
  );
}
