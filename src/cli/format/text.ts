import { say } from '../../core/message.js';
import type { Severity } from '../../core/rule/rule.js';
import { LineIndex } from '../../core/text/line-index.js';
import type { Formatter } from './index.js';

/** What each severity is called. */
export const SEVERITY_NAMES = {
  error: say`错误`,
  warning: say`警告`,
  information: say`提示`,
  hint: say`建议`,
} as const satisfies Record<Severity, unknown>;

/** One line a finding, grouped by file, the first fix behind; a closing line with the count. */
export const formatText: Formatter = (files, text) => {
  const lines: string[] = [];
  let count = 0;
  for (const file of files) {
    const index = new LineIndex(file.text);
    if (file.findings.length > 0) lines.push(file.path);
    for (const { span, severity, ruleId, message, fixes } of file.findings) {
      const { line, character } = index.positionAt(span.start);
      const [fix] = fixes;
      lines.push(
        `  ${line + 1}:${character + 1}  ${text(SEVERITY_NAMES[severity])}  ${text(message)}${fix === undefined ? '' : `（${text(fix.title)}）`}  ${ruleId}`,
      );
      count++;
    }
  }
  lines.push(
    count === 0
      ? text(say`核对了${files.length}个文件，没有发现问题。`)
      : text(say`核对了${files.length}个文件，发现${count}处。`),
  );
  return `${lines.join('\n')}\n`;
};
