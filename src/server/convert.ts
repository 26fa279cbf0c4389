import { DiagnosticSeverity, SymbolKind } from 'vscode-languageserver';
import type { Diagnostic, DocumentSymbol, Range, WorkspaceEdit } from 'vscode-languageserver';
import type { AnalysedArticle } from '../core/article.js';
import type { Finding } from '../core/finding.js';
import { say } from '../core/message.js';
import type { Message } from '../core/message.js';
import type { Severity } from '../core/rule/rule.js';
import { LineIndex } from '../core/text/line-index.js';
import type { Span } from '../core/text/span.js';
import type { DiagnosticData } from './protocol.js';

/** A message in the reader's language. */
export type Say = (message: Message) => string;

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Turns spans of one document into the protocol's ranges. Both count UTF-16 code units. */
export class Converter {
  readonly #index: LineIndex;
  readonly #text: string;
  readonly #uri: string;
  readonly #version: number;

  constructor(text: string, uri: string, version: number) {
    this.#index = new LineIndex(text);
    this.#text = text;
    this.#uri = uri;
    this.#version = version;
  }

  range({ start, end }: Span): Range {
    return { start: this.#index.positionAt(start), end: this.#index.positionAt(end) };
  }

  /** What a span covers. */
  text({ start, end }: Span): string {
    return this.#text.slice(start, end);
  }

  offset(position: Range['start']): number {
    return this.#index.offsetAt(position);
  }

  /** @param rulePages URI of the folder of rule pages, without closing slash. */
  diagnostic(finding: Finding, text: Say, rulePages: string | undefined): Diagnostic {
    const { ruleId, severity, span, message, related, fixes, source } = finding;
    const told = text(message);
    const data: DiagnosticData = { ruleId, fixes: fixes.length, related: related.map((each) => this.range(each.span)) };
    return {
      range: this.range(span),
      severity: SEVERITIES[severity],
      code: ruleId,
      ...(rulePages === undefined ? {} : { codeDescription: { href: `${rulePages}/${ruleId}.md` } }),
      source: text(say`核稿`),
      message:
        source === undefined
          ? told
          : `${told}\n${text(say`依据：${[source.title, source.date, source.locator].filter((part) => part !== undefined && part !== '').join('，')}`)}`,
      relatedInformation: related.map((each) => ({
        location: { uri: this.#uri, range: this.range(each.span) },
        message: text(each.message),
      })),
      data,
    };
  }

  /** Edits of exactly the version that was checked: the editor refuses them on any other. */
  edit(edits: Finding['fixes'][number]['edits']): WorkspaceEdit {
    return {
      documentChanges: [
        {
          textDocument: { uri: this.#uri, version: this.#version },
          edits: edits.map(({ span, newText }) => ({ range: this.range(span), newText })),
        },
      ],
    };
  }

  /** Articles with their headings. */
  symbols(articles: readonly AnalysedArticle[], text: Say): readonly DocumentSymbol[] {
    return articles.flatMap((article) => {
      const whole = this.range(article.toDocument({ start: 0, end: article.text.length }));
      const title = article.blocks.find(({ kind }) => kind === 'headline') ?? article.blocks[0];
      if (title === undefined) return [];
      const name = (span: Span): string => article.text.slice(span.start, span.end).slice(0, 40) || text(say`（无题）`);
      const headings = article.blocks.filter(({ kind }) => kind === 'heading');
      return [
        {
          name: name(title.span),
          kind: SymbolKind.Class,
          range: whole,
          selectionRange: this.range(article.toDocument(title.span)),
          children: headings.map(({ span }) => {
            const range = this.range(article.toDocument(span));
            return { name: name(span), kind: SymbolKind.String, range, selectionRange: range };
          }),
        },
      ];
    });
  }
}
