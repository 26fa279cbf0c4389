import { render } from '../core/message.js';
import { readCheckout } from './bundled.js';
import { packTables } from './compiled.js';
import { placeText } from './tables.js';
import { validateTables } from './validate.js';

/**
 * Checks the tables of the checkout at `root` and compiles them.
 * @returns the compiled text, undefined if a table has errors; a line on what is in it; and all problems, one line each.
 */
export function buildFacts(root: string): { text: string | undefined; summary: string; problems: string[] } {
  const read = readCheckout(root);
  const { tables } = read;
  const problems = [...read.problems, ...validateTables(read)];
  const counts = Object.entries(tables).map(([name, rows]: [string, readonly object[]]) => `${name} ${rows.length}`);
  return {
    text: problems.some(({ severity }) => severity === 'error') ? undefined : packTables(tables),
    summary: counts.join(', '),
    problems: problems.map((problem) => `${placeText(problem)}: ${problem.severity}: ${render(problem.message)}`),
  };
}
