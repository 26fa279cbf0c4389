import path from 'node:path';
import { analyse } from '../core/check.js';
import { Checker } from '../core/checker.js';
import type { Finding } from '../core/finding.js';
import { fixAll } from '../core/fix.js';
import { silence } from '../core/ignore.js';
import { say } from '../core/message.js';
import { buildReport, publicationOf, type Report } from '../core/report/build.js';
import type { Severity } from '../core/rule/rule.js';
import { applySettings, wanted, type Wishes } from '../core/settings.js';
import { isAtLeast } from '../core/severity.js';
import { Desk, type DeskOptions } from './desk.js';
import { unifiedDiff, writeBack } from './fix.js';
import { FORMATS, type FormatName } from './format/index.js';
import { forEachInput, stackOf, type Input } from './input.js';
import type { Output } from './run.js';
import { writeWordCopy } from './word-copy.js';

/** The options of `hegao check` as the command line gives them. */
export interface CheckOptions extends DeskOptions {
  readonly format: FormatName;
  readonly minSeverity: Severity;
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
}

/** `hegao check`: gives the exit code. */
export async function checkFiles(names: readonly string[], options: CheckOptions, output: Output): Promise<number> {
  const desk = new Desk(options, output);
  const formatter = FORMATS[options.format](output.text);
  const isDiff = options.fixDryRun === true;
  let strong = false as boolean;
  if (!isDiff) await output.write(formatter.start());
  await forEachInput(names, desk, async (input) => {
    const { all, shown } = findingsIn(input, options, desk);
    let { text } = input;
    let findings = shown(text);
    if (isDiff) await output.write(unifiedDiff(input.path, text, fixAll(text, all).text));
    else {
      if (options.fix === true) {
        text = fixFile(input, fixAll(text, all).text, desk);
        findings = shown(text);
      }
      const report = (): Report => reportOn(input.path, text, findings, desk);
      await output.write(formatter.file({ path: input.path, storage: input.storage, text, findings, report }));
    }
    strong ||= findings.some(({ severity }) => isAtLeast(severity, 'warning'));
  });
  if (!isDiff) await output.write(formatter.end());
  return desk.failed ? 2 : strong ? 1 : 0;
}

/** The report on a text of this place. */
function reportOn(place: string, text: string, findings: readonly Finding[], desk: Desk): Report {
  const knowledge = desk.knowledgeFor(place);
  const articles = analyse(text, knowledge, desk.readingFor(place));
  const publication = publicationOf(desk.settingsFor(place).preset);
  return buildReport({ name: place, text, articles, findings, knowledge, publication });
}

/** What is found in a text of this place: all that may be mended, and what is shown of it. */
function findingsIn(
  { path: place }: Input,
  { minSeverity }: CheckOptions,
  desk: Desk,
): Record<'all' | 'shown', (text: string) => readonly Finding[]> {
  const settings = desk.settingsFor(place);
  const found = finder(place, desk);
  const { document, entries } = desk.ignoredFor(place);
  const wishes = (findings: readonly Finding[], text: string): Wishes => ({
    least: minSeverity,
    silenced: silence(entries, { document, findings, text }).findings,
  });
  return {
    all: (text) => {
      const findings = found(text);
      return wanted(findings, settings, wishes(findings, text));
    },
    shown: (text) => {
      const findings = found(text);
      return applySettings(findings, settings, wishes(findings, text));
    },
  };
}

/** What the rules find in a text of this place. A rule that fails is told once; the others' findings stand. */
export function finder(place: string, desk: Desk): (text: string) => readonly Finding[] {
  const told = new Set<string>();
  const checker = new Checker(desk.knowledgeFor(place), ({ ruleId, error }) => {
    if (told.has(ruleId)) return;
    told.add(ruleId);
    desk.fail(place, say`规则${ruleId}出错，这一项没有核对，其余各项不受影响：${stackOf(error)}`);
  });
  return (text) => checker.check(text, desk.readingFor(place)).findings;
}

/** Writes a mended text back. Gives the text that the file now holds. */
function fixFile({ path: place, text, storage }: Input, fixed: string, desk: Desk): string {
  if (fixed === text) return text;
  const fault =
    place === '-'
      ? say`标准输入不能写回；请给出文件，或用--fix-dry-run查看会怎样改正。`
      : storage.encoding === 'docx'
        ? writeWordCopy(path.resolve(desk.output.surroundings.cwd(), place), text, fixed, storage.bytes, (message) => {
            desk.output.warn(place, message);
          })
        : writeBack(path.resolve(desk.output.surroundings.cwd(), place), text, fixed, storage);
  if (fault === undefined) return fixed;
  desk.fail(place, fault);
  return text;
}
