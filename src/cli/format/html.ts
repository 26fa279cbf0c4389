import { say } from '../../core/message.js';
import { LineIndex } from '../../core/text/line-index.js';
import type { Format } from './index.js';
import { SEVERITY_NAMES } from './text.js';

/** A page of its own with a table a file: place, text, problem, suggestion, source. Nothing is loaded from elsewhere. */
export const htmlFormat: Format = (text) => {
  const heads = [say`位置`, say`级别`, say`原文`, say`问题`, say`建议改法`, say`依据`]
    .map((head) => `<th>${escape(text(head))}</th>`)
    .join('');
  let isClean = true;
  return {
    start: () => {
      const title = escape(text(say`审读报告`));
      return `<!doctype html>
<html lang="zh"><head><meta charset="utf-8"><title>${title}</title><style>
body{font:16px/1.6 system-ui,sans-serif;margin:2em auto;max-width:70em;padding:0 1em}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #ccc;padding:.4em .6em;text-align:left;vertical-align:top}
.error td:nth-child(2){color:#b00020}.warning td:nth-child(2){color:#8a5a00}
</style></head><body><h1>${title}</h1>
`;
    },
    file: (file) => {
      if (file.findings.length === 0) return '';
      isClean = false;
      const index = new LineIndex(file.text);
      const rows = file.findings.map(({ span, severity, message, fixes, source }) => {
        const { line, character } = index.positionAt(span.start);
        const cells = [
          `${line + 1}:${character + 1}`,
          text(SEVERITY_NAMES[severity]),
          file.text.slice(span.start, Math.min(span.end, span.start + 80)).replace(/\s+/g, ' '),
          text(message),
          fixes.map(({ title }) => text(title)).join('；'),
          source === undefined ? '' : [source.title, source.date, source.locator].filter(Boolean).join('，'),
        ];
        return `<tr class="${severity}">${cells.map((cell) => `<td>${escape(cell)}</td>`).join('')}</tr>`;
      });
      return `<h2>${escape(file.path)}</h2><table><thead><tr>${heads}</tr></thead><tbody>${rows.join('\n')}</tbody></table>\n`;
    },
    end: () => `${isClean ? `<p>${escape(text(say`没有发现问题。`))}</p>\n` : ''}</body></html>\n`,
  };
};

function escape(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
