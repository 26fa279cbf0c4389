import { say } from '../core/message.js';
import type { Report } from '../core/report/build.js';
import type { Span } from '../core/text/span.js';
import { remedyText, SEVERITY_NAMES, sourceText, type Text } from './names.js';

/** A note in the margin of the manuscript, one line a paragraph. */
export interface MarginNote {
  readonly span: Span;
  readonly lines: readonly string[];
}

/** The report as notes at the places of its findings; the first, at the beginning, sums it up. */
export function marginNotes({ findings, rate, unverified }: Report, text: Text): readonly MarginNote[] {
  const summary = text(
    say`审读报告：共${rate.characters}字，发现${findings.length}处，估计差错率${rate.perTenThousand}/10000（限${rate.limit}/10000），另有${unverified.length}个数据待核。`,
  );
  return [
    { span: { start: 0, end: 0 }, lines: [summary] },
    ...findings.map((each) => {
      const { finding } = each;
      const remedy = remedyText(each, text);
      const source = sourceText(finding.source, text);
      return {
        span: finding.span,
        lines: [
          `${text(SEVERITY_NAMES[finding.severity])}${text(say`：`)}${text(finding.message)}`,
          ...(remedy === '' ? [] : [text(say`改法：${remedy}`)]),
          ...(source === '' ? [] : [text(say`依据：${source}`)]),
        ],
      };
    }),
  ];
}
