import { say } from '../../core/message.js';
import { LineIndex } from '../../core/text/line-index.js';
import { SEVERITY_NAMES } from '../../report/names.js';
import type { Format } from './index.js';

/** One line a finding, grouped by file, the first fix behind; a closing line with the count. */
export const textFormat: Format = (text) => {
  let files = 0;
  let count = 0;
  return {
    start: () => '',
    file: (file) => {
      files++;
      count += file.findings.length;
      const index = new LineIndex(file.text);
      const lines = file.findings.map(({ span, severity, ruleId, message, fixes: [fix] }) => {
        const { line, character } = index.positionAt(span.start);
        const remedy = fix === undefined ? '' : text(say`（${fix.title}）`);
        return `  ${line + 1}:${character + 1}  ${text(SEVERITY_NAMES[severity])}  ${text(message)}${remedy}  ${ruleId}\n`;
      });
      return lines.length === 0 ? '' : `${file.path}\n${lines.join('')}`;
    },
    end: () =>
      `${files === 0 ? text(say`没有核对成任何文件。`) : count === 0 ? text(say`核对了${files}个文件，没有发现问题。`) : text(say`核对了${files}个文件，发现${count}处。`)}\n`,
  };
};
