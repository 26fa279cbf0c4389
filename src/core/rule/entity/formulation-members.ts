import type { AnalysedArticle } from '../../article.js';
import { FormulationIndex, type FormulationUse } from '../../entity/formulation.js';
import type { Knowledge } from '../../fact/knowledge.js';
import { gravest, least } from '../../fact/trust.js';
import { say, type Message } from '../../message.js';
import { slice, type Span } from '../../text/span.js';
import type { Fix, Report, Rule } from '../rule.js';

const indexOf = new WeakMap<Knowledge, FormulationIndex>();

/** The formulations by their members, built on first use; holds no state that a result could depend on. */
function formulations(knowledge: Knowledge): FormulationIndex {
  const built = indexOf.get(knowledge) ?? new FormulationIndex(knowledge.tables.formulations);
  indexOf.set(knowledge, built);
  return built;
}

/** Relation: members printed right beside the name of a fixed formulation are all of them, in its order. */
export const formulationMembers: Rule = {
  id: 'formulation-members',
  group: 'entity',
  severity: 'warning',
  title: say`固定提法的各项有误`,
  check(article, knowledge, report) {
    const index = formulations(knowledge);
    for (const list of article.lists) {
      if (list.form !== 'marks' || list.items.length < 2) continue;
      const verdicts = index.near(article.text, list).flatMap((use) => judge(article, use) ?? []);
      const [finding] = verdicts;
      // Where one of several formulations of that name is met, nothing is wrong.
      if (finding !== undefined && finding !== 'right' && !verdicts.includes('right')) report(finding);
    }
  },
};

/** What is wrong with the use; 'right' where it is as the table has it; undefined where it may be no full account of the formulation. */
function judge(article: AnalysedArticle, use: FormulationUse): Report | 'right' | undefined {
  const { row, items, open } = use;
  const named = items.flatMap(({ member }) => (member === undefined ? [] : [member]));
  const missing = row.members.filter((member) => !named.includes(member));
  const strange = items.filter(({ member }) => member === undefined);
  if (new Set(named).size < named.length) return undefined;
  if (missing.length === 0 && strange.length === 0) {
    if (!row.ordered || named.every((member, i) => member === row.members[i])) return 'right';
    return {
      ...about(use, say`“${use.name}”各项的次序是${listed(row.members)}。`),
      span: whole(items),
      fixes: [inOrder(article, use)],
    };
  }
  const [lost] = missing;
  const [other] = strange;
  if (lost === undefined && other !== undefined && strange.length === 1 && other !== items[0]) {
    const message = say`“${use.name}”是${row.members.length}项：${listed(row.members)}；“${slice(article.text, other.span)}”不在其中。`;
    return { ...about(use, message), span: other.span, fixes: [] };
  }
  if (open || lost === undefined || missing.length > (row.members.length > 5 ? 2 : 1)) return undefined;
  if (strange.length === 0 && row.members.length > 2) {
    const message = say`“${use.name}”是${row.members.length}项，这里缺${listed(missing)}。`;
    return { ...about(use, message), span: whole(items), fixes: missing.length === 1 ? [insertion(use, lost)] : [] };
  }
  if (strange.length !== 1 || other === undefined || missing.length !== 1) return undefined;
  const printed = slice(article.text, other.span);
  const text = isNear(printed, lost) ? lost : undefined;
  // Other words for the same idea are no slip.
  if (text === undefined) return undefined;
  return {
    ...about(use, say`“${use.name}”中的一项是“${text}”，这里作“${printed}”。`),
    span: other.span,
    fixes: [{ title: say`改为“${text}”`, kind: 'suggestion', edits: [{ span: other.span, newText: text }] }],
  };
}

function about({ row }: FormulationUse, message: Message): Pick<Report, 'message' | 'severity' | 'source'> {
  return {
    message,
    severity: least('warning', gravest(row)),
    source: { title: row.source },
  };
}

function listed(members: readonly string[]): string {
  return members.join('、');
}

function whole(items: FormulationUse['items']): Span {
  return { start: items[0]?.span.start ?? 0, end: items.at(-1)?.span.end ?? 0 };
}

/** True if two members of one length differ in a single character. */
function isNear(a: string, b: string): boolean {
  return a.length === b.length && a.length > 1 && [...a].filter((char, i) => char !== b[i]).length === 1;
}

/** The members put in order, each in the place of another. */
function inOrder({ text }: AnalysedArticle, { row, items }: FormulationUse): Fix {
  const edits = items.flatMap(({ span }, i) => {
    const newText = row.members[i] ?? '';
    return slice(text, span) === newText ? [] : [{ span, newText }];
  });
  return { title: say`改为“${listed(row.members)}”`, kind: 'suggestion', edits };
}

/** The missing member put where it belongs. */
function insertion({ row, items }: FormulationUse, member: string): Fix {
  const before = row.members[row.members.indexOf(member) - 1];
  const at = items.find((item) => item.member === before)?.span.end;
  const place = at ?? items[0]?.span.start ?? 0;
  const newText = at === undefined ? `${member}、` : `、${member}`;
  return { title: say`补“${member}”`, kind: 'suggestion', edits: [{ span: { start: place, end: place }, newText }] };
}
