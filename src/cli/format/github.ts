import { LineIndex } from '../../core/text/line-index.js';
import type { Formatter } from './index.js';

const LEVELS = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const;

/** Workflow commands that GitHub shows beside the lines of a change. */
export const formatGithub: Formatter = (files, text) =>
  files
    .flatMap((file) => {
      const index = new LineIndex(file.text);
      return file.findings.map(({ span, severity, ruleId, message }) => {
        const [start, end] = [index.positionAt(span.start), index.positionAt(span.end)];
        const columns = start.line === end.line ? `,col=${start.character + 1},endColumn=${end.character + 1}` : '';
        return `::${LEVELS[severity]} file=${property(file.path)},line=${start.line + 1},endLine=${end.line + 1}${columns},title=${property(ruleId)}::${data(text(message))}\n`;
      });
    })
    .join('');

function data(value: string): string {
  return value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(value: string): string {
  return data(value).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
