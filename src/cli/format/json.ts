import { LineIndex } from '../../core/text/line-index.js';
import type { Format } from './index.js';

/** The object of docs/cli.md, schemaVersion 1. */
export const jsonFormat: Format = (text) => {
  let separator = '';
  return {
    start: () => '{"schemaVersion":1,"files":[',
    file: (file) => {
      const lines = new LineIndex(file.text);
      const object = {
        path: file.path,
        encoding: file.storage.encoding,
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
      const before = separator;
      separator = ',\n';
      return before + JSON.stringify(object);
    },
    end: () => ']}\n',
  };
};
