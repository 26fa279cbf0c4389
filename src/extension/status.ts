import { Disposable, MarkdownString, StatusBarAlignment, ThemeColor, window } from 'vscode';
import { say } from '../core/message.js';
import type { StatusParams } from '../server/protocol.js';
import type { Reports } from './report.js';
import type { Standing } from './standing.js';
import type { Text } from './texts.js';

/** Findings and estimated error rate of the document in front, or of the one whose report is; a click opens the report. */
export function createStatus(standing: Standing, reports: Reports, text: Text): Disposable {
  const item = window.createStatusBarItem('hegao.findings', StatusBarAlignment.Left, 10);
  item.name = text(say`核稿`);
  item.command = 'hegao.openReport';
  const show = (): void => {
    const status = standing.of(window.activeTextEditor?.document ?? reports.spokenOf());
    if (status === undefined) {
      item.hide();
      return;
    }
    const { label, warn } = statusLabel(status, text);
    item.text = label;
    item.backgroundColor = warn ? new ThemeColor('statusBarItem.warningBackground') : undefined;
    item.tooltip = new MarkdownString(statusTooltip(status, text), true);
    item.tooltip.isTrusted = { enabledCommands: ['workbench.action.problems.focus', 'hegao.showEngine'] };
    item.show();
  };
  show();
  return Disposable.from(item, standing.onDidChange(show), reports.onDidChangeFront(show));
}

/** What the status bar says, and whether it warns: the rate is above the limit, or something was not checked. */
export function statusLabel(
  { counts, rate, skipped, failed }: StatusParams,
  text: Text,
): { readonly label: string; readonly warn: boolean } {
  if (skipped) return { label: `$(circle-slash) ${text(say`核稿：未核对`)}`, warn: true };
  const count = counts.error + counts.warning;
  const icon = failed.length > 0 ? '$(warning)' : count === 0 ? '$(pass)' : '$(checklist)';
  const label =
    count === 0 && rate.errors === 0
      ? text(say`核稿：未见差错`)
      : text(say`核稿：${count}处 差错率${rate.perTenThousand}/万`);
  return { label: `${icon} ${label}`, warn: !rate.passes || failed.length > 0 };
}

/** The reckoning behind it, as Markdown. */
export function statusTooltip({ counts, rate, skipped, failed, engine }: StatusParams, text: Text): string {
  if (skipped) return text(say`本文太长，没有核对。`);
  const { error, warning, information, hint } = counts;
  const verdict = rate.passes ? text(say`在限度${rate.limit}/万以内`) : text(say`超过限度${rate.limit}/万`);
  return [
    text(say`错误${error}处，警告${warning}处，提示${information}处，建议${hint}处。`),
    text(
      say`估计差错率 **${rate.perTenThousand}/万**（计${rate.errors}个差错，全文${rate.characters}字），${verdict}。`,
    ),
    failed.length === 0 ? text(say`各项规则都已核对。`) : text(say`规则${failed.join('、')}出错，这些项没有核对。`),
    `[${text(say`列出问题`)}](command:workbench.action.problems.focus) · [${text(say`分词引擎：${engine}`)}](command:hegao.showEngine)`,
  ].join('\n\n');
}
