import { analyse } from '../core/check.js';
import { extract } from '../core/extract.js';
import { LineIndex } from '../core/text/line-index.js';
import { knowledgeWith } from '../knowledge/layered.js';
import { readInputs, settingsFor } from './input.js';
import type { Output } from './run.js';

/** The options of `hegao extract`. */
export interface ExtractOptions {
  readonly format: 'json' | 'text';
  readonly issueDate?: string;
  readonly facts?: readonly string[];
}

/** `hegao extract`: gives the exit code, 2 if a file could not be read. */
export async function extractFiles(names: readonly string[], options: ExtractOptions, output: Output): Promise<number> {
  const settings = settingsFor(undefined, names, output);
  if (settings === undefined) return 2;
  const { knowledge, faults } = knowledgeWith([...(options.facts ?? []), ...settings.facts], output.surroundings.cwd());
  for (const { place, message } of faults) output.warn(place, message);
  const issueDate = options.issueDate ?? settings.issueDate;
  let failed = faults.length > 0;
  const files: object[] = [];
  let lines = '';
  for await (const input of readInputs(names, settings, output)) {
    if ('fault' in input) {
      output.warn(input.path, input.fault);
      failed = true;
      continue;
    }
    const language = /\.(?:md|markdown)$/i.test(input.path) ? 'markdown' : 'plain';
    const mentions = extract(
      analyse(input.text, knowledge, { language, ...(issueDate === '' ? {} : { issueDate }) }),
      input.text,
    );
    if (options.format === 'json')
      files.push({ path: input.path, encoding: input.encoding, characters: input.text.length, mentions });
    else {
      const index = new LineIndex(input.text);
      lines += `${input.path}\n`;
      for (const { kind, span, text, ...fields } of mentions) {
        const { line, character } = index.positionAt(span.start);
        lines += `  ${line + 1}:${character + 1}  ${kind}  ${text.replace(/\s+/g, '')}  ${JSON.stringify(fields)}\n`;
      }
    }
  }
  await output.write(options.format === 'json' ? `${JSON.stringify({ schemaVersion: 1, files })}\n` : lines);
  return failed ? 2 : 0;
}
