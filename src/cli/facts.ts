import type { Tables } from '../core/fact/schema.js';
import { say } from '../core/message.js';
import { loadBundled } from '../knowledge/bundled.js';
import { tableFiles } from '../knowledge/layered.js';
import { placeText, readTables } from '../knowledge/tables.js';
import { validateRows } from '../knowledge/validate.js';
import { Desk } from './desk.js';
import type { Output } from './run.js';

/**
 * `hegao facts check`: every bad row of CSV files and workbooks with its place, and what is odd about the others. Gives 1 if a row cannot be used, 2 if
 * a file is missing.
 */
export async function checkFacts(files: readonly string[], output: Output): Promise<number> {
  const { files: read, missing } = tableFiles(files, output.surroundings.cwd());
  for (const name of missing) output.warn(name, say`没有这个文件；请检查路径。`);
  const result = readTables(read);
  const rows = Object.values<readonly object[]>({ ...result.tables }).reduce((all, table) => all + table.length, 0);
  const problems = [...result.problems, ...validateRows(result, loadBundled())];
  const bad = problems.filter(({ severity }) => severity === 'error').length;
  const lines = problems.map((problem) => `${placeText(problem)}: ${output.text(problem.message)}`);
  lines.push(output.text(bad === 0 ? say`${rows}行，都可以用。` : say`${rows}行可以用；另有${bad}处要改。`));
  await output.write(`${lines.join('\n')}\n`);
  return missing.length > 0 ? 2 : bad > 0 ? 1 : 0;
}

/**
 * `hegao facts list`: the rows, the newsroom's own first, in which every word of the query stands: figures, targets, documents, groups of divisions,
 * formulations and events.
 */
export async function listFacts(query: string, output: Output): Promise<number> {
  const desk = new Desk({}, output);
  const words = query.split(/\s+/).filter((word) => word !== '');
  const lines = listed(desk.knowledgeFor('-').tables).filter((cells) =>
    words.every((word) => cells.some((cell) => cell.includes(word))),
  );
  await output.write(
    lines.length === 0
      ? `${output.text(say`事实表里没有符合“${query}”的记录。`)}\n`
      : lines.map((cells) => `${cells.join('\t')}\n`).join(''),
  );
  return desk.failed ? 2 : 0;
}

/** What is shown of each row, its source last. */
function listed(tables: Tables): readonly (readonly string[])[] {
  const shown = ({ bound, value, unit }: { bound: string; value: string; unit: string }): string =>
    `${bound}${value}${unit}`;
  return [
    ...tables.statistics.map((row) => [
      row.subject,
      row.indicator,
      row.scope,
      row.period,
      shown(row),
      row.vintage,
      row.source,
      row.sourceDate,
    ]),
    ...tables.targets.map((row) => [
      row.subject,
      row.indicator,
      row.plan,
      row.deadline,
      shown(row),
      row.nature,
      row.source,
      row.sourceDate,
    ]),
    ...tables.documents.map((row) => [row.title, row.issuer, row.number, row.issued, row.status, row.source]),
    ...tables.regionGroups.map((row) => [row.name, row.aliases.join('、'), row.members.join('、'), row.source]),
    ...tables.formulations.map((row) => [row.name, row.members.join('、'), row.source]),
    ...tables.events.map((row) => [row.event, row.aliases.join('、'), row.date, row.source]),
  ];
}
