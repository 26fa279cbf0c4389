import type { AnalysedArticle, Sentence } from '../../article.js';
import { shortTitles } from '../../entity/document.js';
import type { ShortTitle } from '../../entity/document.js';
import { MentionIndex } from '../../entity/mention-index.js';
import { plainTitle } from '../../entity/title.js';
import type { DocumentMention } from '../../mention.js';
import { say } from '../../message.js';
import { contains, slice } from '../../text/span.js';
import type { Span } from '../../text/span.js';
import { OwnText } from '../own-text.js';
import type { Fix, Report, Rule } from '../rule.js';

/** Short titles that say nothing without a full one. */
const GENERIC =
  /^(?:意见|实施意见|指导意见|规划|规划纲要|总体规划|纲要|纲要草案|方案|实施方案|总体方案|行动方案|通知|办法|暂行办法|管理办法|条例|暂行条例|实施条例|决定|规定|暂行规定|细则|实施细则|报告|计划|行动计划|三年行动计划|建议|措施|若干措施|若干意见|通告|公告|批复|函|汇报|草案)$/;

/**
 * Relations of a short title: it is used only behind its definition (以下简称《规划》), is defined once, is used at all, and a title that
 * is no more than 意见 or 规划 has a definition or a full title before it.
 */
export const shortTitle: Rule = {
  id: 'short-title',
  group: 'entity',
  severity: 'warning',
  title: say`文件简称使用不当`,
  check(article, _knowledge, report) {
    const documents = new MentionIndex(article.mentions).of('document');
    const definitions = shortTitles(article.folded, documents);
    const first = new Map<string, ShortTitle>();
    for (const definition of definitions) {
      const key = plainTitle(definition.title);
      const before = first.get(key);
      if (before === undefined) first.set(key, definition);
      else report(definedTwice(definition, before));
    }
    for (const [key, definition] of first) {
      const uses = documents.filter(
        ({ title, span }) => plainTitle(title) === key && span.start !== definition.span.start,
      );
      for (const use of uses)
        if (use.span.start < definition.span.start && isRunningText(article, use.span))
          report(usedBefore(article, use, definition));
      if (uses.length === 0 && !article.text.slice(definition.span.end).includes(definition.title))
        report({
          span: definition.span,
          severity: 'information',
          message: say`简称《${definition.title}》此后没有再用，可以不设。`,
        });
    }
    reportUndefined(article, documents, first, report);
    reportNames(article, report);
  },
};

function isRunningText({ blocks }: AnalysedArticle, span: Span): boolean {
  const kind = blocks.find((block) => contains(block.span, span))?.kind;
  return kind === 'body' || kind === 'item';
}

function definedTwice(again: ShortTitle, before: ShortTitle): Report {
  const full = (definition: ShortTitle): string | undefined => definition.of && plainTitle(definition.of.canonical);
  const same = full(again) === full(before);
  return {
    span: again.span,
    severity: same ? 'information' : 'warning',
    message: same
      ? say`简称《${again.title}》前面已经说明过，这里可以直接使用。`
      : say`简称《${again.title}》前面已指另一份文件，这里又作说明，前后会混淆。`,
    related: [{ span: before.span, message: say`前一次说明` }],
  };
}

function usedBefore(article: AnalysedArticle, use: DocumentMention, definition: ShortTitle): Report {
  const { text } = article;
  const full = definition.of;
  const fixes: Fix[] = [...movedBehind(article, use.span.start, definition.span)];
  if (full !== undefined) {
    const bracket = /^[”’"]?\s?[）)]/.exec(text.slice(definition.span.end, definition.span.end + 3))?.[0].length;
    const whole = bracket === undefined ? undefined : { start: full.span.start, end: definition.span.end + bracket };
    if (whole !== undefined)
      fixes.push({
        title: say`在首次出现处写全称并说明简称，后面改用简称`,
        kind: 'suggestion',
        edits: [
          { span: use.span, newText: text.slice(whole.start, whole.end) },
          { span: whole, newText: `《${definition.title}》` },
        ],
      });
    fixes.push({
      title: say`改用全称《${full.title}》`,
      kind: 'suggestion',
      edits: [{ span: use.span, newText: text.slice(full.span.start, full.span.end) }],
    });
  }
  return {
    span: use.span,
    message: say`简称《${use.title}》用在说明之前，第一次出现应写全称。`,
    related: [{ span: definition.span, message: say`简称在这里才说明` }],
    fixes,
  };
}

/** Short names of other things than documents: （以下简称抵免限额）, （以下统称“三河三湖”）. */
const SHORT_NAME =
  /[（(][^（）()《》。；\n]{0,30}?(?:以下|下文?)(?:统一)?[简统]?称(?:为|作)?[：:]?\s?[“‘"]?([\p{Script=Han}A-Za-z\d+]{3,16})[”’"]?[）)]/gu;

/** Short names of other things that stand in running text before the sentence that explains them. */
function reportNames(article: AnalysedArticle, report: (finding: Report) => void): void {
  const { text } = article;
  const own = new OwnText(article);
  for (const match of text.matchAll(SHORT_NAME)) {
    const name = match[1] ?? '';
    const sentence = sentenceAt(article, match.index);
    let use = text.indexOf(name);
    // In a title or in quotation marks the words are part of another name.
    while (use >= 0 && !own.isRunning(use)) use = text.indexOf(name, use + 1);
    if (sentence === undefined || use < 0 || use >= sentence.span.start) continue;
    const start = match.index + match[0].lastIndexOf(name);
    const definition = { start, end: start + name.length };
    report({
      span: { start: use, end: use + name.length },
      message: say`简称“${name}”用在说明之前，第一次出现应写全称。`,
      related: [{ span: definition, message: say`简称在这里才说明` }],
      fixes: movedBehind(article, use, definition),
    });
  }
}

function sentenceAt({ sentences }: AnalysedArticle, offset: number): Sentence | undefined {
  return sentences.find(({ span }) => span.start <= offset && offset < span.end);
}

/** Where the sentence with the use stands right before the one that explains: the two the other way round. */
function movedBehind(article: AnalysedArticle, use: number, definition: Span): readonly Fix[] {
  const [first, second] = [sentenceAt(article, use), sentenceAt(article, definition.start)];
  if (first === undefined || second === undefined || first.block !== second.block) return [];
  const [a, b] = [slice(article.text, first.span), slice(article.text, second.span)];
  if (first.span.end !== second.span.start || !/[。！？]$/.test(b)) return [];
  return [
    {
      title: say`把这一句移到说明简称的句子之后`,
      kind: 'suggestion',
      edits: [{ span: { start: first.span.start, end: second.span.end }, newText: b + a }],
    },
  ];
}

/** The first use of a bare 《意见》 that nothing before it explains. */
function reportUndefined(
  article: AnalysedArticle,
  documents: readonly DocumentMention[],
  defined: ReadonlyMap<string, ShortTitle>,
  report: (finding: Report) => void,
): void {
  const seen = new Set<string>();
  for (const { title, span } of documents) {
    const key = plainTitle(title);
    if (!GENERIC.test(title) || defined.has(key) || seen.has(key)) continue;
    seen.add(key);
    if (!isRunningText(article, span) || isExplained(article, documents, title, span)) continue;
    report({ span, message: say`《${title}》是简称，前文没有写过全称，也没有说明简称。` });
  }
}

/** True if a longer title that ends like it, or a headline with its words, stands somewhere in the article. */
function isExplained(
  article: AnalysedArticle,
  documents: readonly DocumentMention[],
  title: string,
  { start }: Span,
): boolean {
  const tail = title.slice(-2);
  return (
    // 中共中央《建议》: the issuer tells.
    article.mentions.some((mention) => mention.kind === 'organization' && mention.span.end === start) ||
    documents.some((other) => other.title.length > title.length && other.title.includes(tail)) ||
    article.blocks.some(
      ({ kind, span }) =>
        kind !== 'body' && span.start < start && article.text.slice(span.start, span.end).includes(tail),
    ) ||
    new RegExp(`简称[“‘"]?${title}`).test(article.text)
  );
}
