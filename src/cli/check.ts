import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { check } from '../core/check.js';
import type { Finding } from '../core/finding.js';
import { say } from '../core/message.js';
import type { Severity } from '../core/rule/rule.js';
import { applyEdits, applySettings, isAtLeast, safeEdits } from '../core/settings.js';
import { knowledgeWith } from '../knowledge/layered.js';
import { encodeManuscript } from '../knowledge/manuscript.js';
import { FORMATTERS } from './format/index.js';
import type { CheckedFile } from './format/index.js';
import { readInputs, settingsFor } from './input.js';
import type { Format, Output } from './run.js';

/** The options of `hegao check` as the command line gives them. */
export interface CheckOptions {
  readonly format: Format;
  readonly minSeverity: Severity;
  readonly issueDate?: string;
  readonly facts?: readonly string[];
  readonly config?: string;
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
}

/** How often safe fixes are made on one text: mending one place may let another be seen. */
const ROUNDS = 5;

/** `hegao check`: gives the exit code. A file that cannot be read is named on standard error and the others are checked. */
export async function checkFiles(names: readonly string[], options: CheckOptions, output: Output): Promise<number> {
  const settings = settingsFor(options.config, names, output);
  if (settings === undefined) return 2;
  const { knowledge, faults } = knowledgeWith([...(options.facts ?? []), ...settings.facts], output.surroundings.cwd());
  for (const { place, message } of faults) output.warn(place, message);
  const issueDate = options.issueDate ?? settings.issueDate;
  let failed = faults.length > 0;
  let strong = false;
  const files: CheckedFile[] = [];
  for await (const input of readInputs(names, settings, output)) {
    if ('fault' in input) {
      output.warn(input.path, input.fault);
      failed = true;
      continue;
    }
    const language = /\.(?:md|markdown)$/i.test(input.path) ? 'markdown' : 'plain';
    const findingsOf = (text: string): readonly Finding[] =>
      applySettings(check(text, knowledge, { language, ...(issueDate === '' ? {} : { issueDate }) }), settings).filter(
        ({ severity }) => isAtLeast(severity, options.minSeverity),
      );
    let { text } = input;
    let findings = findingsOf(text);
    if (options.fix === true || options.fixDryRun === true) {
      for (let round = 0; round < ROUNDS && safeEdits(findings).length > 0; round++) {
        text = applyEdits(text, safeEdits(findings));
        findings = findingsOf(text);
      }
      if (text !== input.text) {
        if (options.fixDryRun === true) {
          await output.write(
            createTwoFilesPatch(input.path, input.path, input.text, text, undefined, undefined, { context: 1 }),
          );
          continue;
        }
        const bytes = input.path === '-' ? undefined : encodeManuscript(text, input.encoding);
        if (bytes === undefined) {
          output.warn(input.path, say`这个文件不能写回原编码，没有改动；请先另存为UTF-8。`);
          failed = true;
          text = input.text;
          findings = findingsOf(text);
        } else writeFileSync(path.resolve(output.surroundings.cwd(), input.path), bytes);
      }
    }
    strong ||= findings.some(({ severity }) => isAtLeast(severity, 'warning'));
    files.push({ path: input.path, encoding: input.encoding, text, findings });
  }
  if (options.fixDryRun !== true) await output.write(FORMATTERS[options.format](files, output.text));
  return failed ? 2 : strong ? 1 : 0;
}
