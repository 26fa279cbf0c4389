import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { say } from '../core/message.js';
import { RULES } from '../core/rule/index.js';
import { findUp } from '../knowledge/locale.js';
import { SEVERITY_NAMES } from '../report/names.js';
import type { Output } from './run.js';

/** `hegao rules`: the list, or the page of one. */
export async function listRules(id: string | undefined, output: Output): Promise<number> {
  if (id === undefined) {
    await output.write(
      RULES.map(
        (rule) =>
          `${rule.id}\t${rule.group}\t${output.text(SEVERITY_NAMES[rule.severity])}\t${output.text(rule.title)}\n`,
      ).join(''),
    );
    return 0;
  }
  const page = findUp(path.dirname(fileURLToPath(import.meta.url)), path.join('docs', 'rules', `${id}.md`));
  if (page === undefined || !RULES.some((rule) => rule.id === id)) {
    output.warn(id, say`没有这条规则；hegao rules列出全部规则。`);
    return 2;
  }
  await output.write(readFileSync(page, 'utf8'));
  return 0;
}
