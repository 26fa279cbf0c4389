import { pathToFileURL } from 'node:url';
import { fingerprints } from '../../core/ignore.js';
import { RULES } from '../../core/rule/index.js';
import { LineIndex } from '../../core/text/line-index.js';
import type { Span } from '../../core/text/span.js';
import type { CheckedFile, Format } from './index.js';

const LEVELS = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const;

/** SARIF 2.1.0, with related locations and fixes. Columns count UTF-16 code units from 1. */
export const sarifFormat: Format = (text) => {
  const results: object[] = [];
  return {
    start: () => '',
    file: (file) => {
      const place = placer(file);
      const prints = fingerprints(file.findings, file.text);
      for (const [i, { ruleId, severity, span, message, source, related, fixes }] of file.findings.entries()) {
        const { before = '', text: words = '', after = '', nth = 1 } = prints[i] ?? {};
        results.push({
          ruleId,
          level: LEVELS[severity],
          message: { text: text(message) },
          locations: [place(span)],
          // Tells a result again after the text has moved.
          partialFingerprints: { 'hegao/v1': `${before}⟦${words}⟧${after}#${nth}` },
          ...(source === undefined ? {} : { properties: { source } }),
          relatedLocations: related.map((each, id) => ({
            id,
            ...place(each.span),
            message: { text: text(each.message) },
          })),
          fixes: fixes.map(({ title, edits }) => ({
            description: { text: text(title) },
            artifactChanges: [
              {
                artifactLocation: { uri: uriOf(file.path) },
                replacements: edits.map((edit) => ({
                  deletedRegion: place(edit.span).physicalLocation.region,
                  insertedContent: { text: edit.newText },
                })),
              },
            ],
          })),
        });
      }
      return '';
    },
    end: () => {
      const rules = RULES.map(({ id, title, severity }) => ({
        id,
        shortDescription: { text: text(title) },
        defaultConfiguration: { level: LEVELS[severity] },
      }));
      const log = {
        version: '2.1.0',
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        runs: [{ tool: { driver: { name: 'Hegao', rules } }, columnKind: 'utf16CodeUnits', results }],
      };
      return `${JSON.stringify(log, undefined, 1)}\n`;
    },
  };
};

function uriOf(path: string): string {
  return /^(?:\/|[A-Za-z]:)/.test(path) ? pathToFileURL(path).href : encodeURI(path.replaceAll('\\', '/'));
}

function placer(
  file: CheckedFile,
): (span: Span) => { physicalLocation: { artifactLocation: { uri: string }; region: object } } {
  const index = new LineIndex(file.text);
  return (span) => {
    const [start, end] = [index.positionAt(span.start), index.positionAt(span.end)];
    return {
      physicalLocation: {
        artifactLocation: { uri: uriOf(file.path) },
        region: {
          startLine: start.line + 1,
          startColumn: start.character + 1,
          endLine: end.line + 1,
          endColumn: end.character + 1,
        },
      },
    };
  };
}
