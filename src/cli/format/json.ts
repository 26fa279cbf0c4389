import { LineIndex } from '../../core/text/line-index.js';
import type { Formatter } from './index.js';

/** The object of docs/cli.md, schemaVersion 1. */
export const formatJson: Formatter = (files, text) =>
  `${JSON.stringify({
    schemaVersion: 1,
    files: files.map((file) => {
      const lines = new LineIndex(file.text);
      return {
        path: file.path,
        encoding: file.encoding,
        characters: file.text.length,
        findings: file.findings.map(({ ruleId, severity, span, message, source, related, fixes }) => ({
          ruleId,
          severity,
          span,
          range: { start: lines.positionAt(span.start), end: lines.positionAt(span.end) },
          message: text(message),
          ...(source === undefined ? {} : { source }),
          related: related.map((each) => ({ span: each.span, message: text(each.message) })),
          fixes: fixes.map(({ title, kind, edits }) => ({ title: text(title), kind, edits })),
        })),
      };
    }),
  })}\n`;
