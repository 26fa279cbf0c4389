import { LineIndex } from '../../core/text/line-index.js';
import type { Format } from './index.js';

const LEVELS = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const;

/** Workflow commands that GitHub shows beside the lines of a change. */
export const githubFormat: Format = (text) => ({
  start: () => '',
  file: (file) => {
    const index = new LineIndex(file.text);
    const lines = file.findings.map(({ span, severity, ruleId, message }) => {
      const [start, end] = [index.positionAt(span.start), index.positionAt(span.end)];
      const columns = start.line === end.line ? `,col=${start.character + 1},endColumn=${end.character + 1}` : '';
      return `::${LEVELS[severity]} file=${property(file.path)},line=${start.line + 1},endLine=${end.line + 1}${columns},title=${property(ruleId)}::${data(text(message))}\n`;
    });
    return lines.join('');
  },
  end: () => '',
});

function data(value: string): string {
  return value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(value: string): string {
  return data(value).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
