import { say, type Message } from '../core/message.js';
import type { Report, ReportedClaim } from '../core/report/build.js';
import {
  GROUP_NAMES,
  placeText,
  remedyText,
  SEVERITY_NAMES,
  sourceText,
  tenthsText,
  WEIGHT_NAMES,
  type Text,
} from './names.js';

/** The report as Markdown. @param made when it was made, as it should stand there. */
export function markdownReport(report: Report, text: Text, made?: string): string {
  const { findings, rate, reckoning, verified, unverified, targets } = report;
  const title = text(say`审读报告`);
  const colon = text(say`：`);
  const parts = [
    `# ${title}${colon}${plain(report.name)}`,
    ...(made === undefined ? [] : [made]),
    text(
      say`共${rate.characters}字，发现${findings.length}处；估计差错率${rate.perTenThousand}/10000（限${rate.limit}/10000，${rate.passes ? say`未超过` : say`超过`}）。`,
    ),
    `## ${text(say`发现的问题`)}`,
    findings.length === 0
      ? text(say`没有发现问题。`)
      : table(
          [say`位置`, say`类别`, say`原文`, say`问题`, say`建议改法`, say`依据`],
          findings.map((each) => {
            const { severity, group, message, source } = each.finding;
            const kind = `${text(SEVERITY_NAMES[severity])} ${text(GROUP_NAMES[group])}`;
            return [
              placeText(each.place, text),
              kind,
              each.quote,
              text(message),
              remedyText(each, text),
              sourceText(source, text),
            ];
          }),
          text,
        ),
    `## ${text(say`差错率的估算`)}`,
    ...(reckoning.length === 0
      ? []
      : [
          table(
            [say`种类`, say`处数`, say`每处计`, say`合计`],
            reckoning.map(({ why, tenths, count }) => [
              text(WEIGHT_NAMES[why]),
              String(count),
              tenthsText(tenths),
              tenthsText(tenths * count),
            ]),
            text,
          ),
        ]),
    text(
      say`${tenthsText(rate.tenths)}个差错 ÷ ${rate.characters}字 × 10000 = ${rate.perTenThousand}，限${rate.limit}`,
    ),
    text(say`按报纸编校质量的计错办法估算，只计核稿发现的差错，不能代替人工审读。`),
    ...claims(unverified, say`待核的数据`, text),
    ...claims(verified, say`已核实的数据`, text),
    ...(targets.length === 0
      ? []
      : [
          `## ${text(say`目标的时间表`)}`,
          table(
            [say`时限`, say`目标`, say`位置`],
            targets.map((each) => [each.deadline, each.text, placeText(each.place, text)]),
            text,
          ),
        ]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function claims(all: readonly ReportedClaim[], title: Message, text: Text): readonly string[] {
  if (all.length === 0) return [];
  const rows = all.map((each) => [
    placeText(each.place, text),
    each.figure,
    each.slots.join(' · '),
    each.sources.map((source) => sourceText(source, text)).join('；'),
  ]);
  return [`## ${text(title)}`, table([say`位置`, say`数据`, say`读作`, say`依据`], rows, text)];
}

function table(heads: readonly Message[], rows: readonly (readonly string[])[], text: Text): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(plain).join(' | ')} |`;
  return [line(heads.map((head) => text(head))), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A text in which Markdown sees no markup. */
function plain(text: string): string {
  return text === '---' ? text : text.replace(/[\\`*_[\]<>|#]/g, '\\$&').replace(/\s+/g, ' ');
}
