import { say } from '../core/message.js';
import { loadBundled } from '../knowledge/bundled.js';
import { placeText, readTables } from '../knowledge/tables.js';
import { tableFiles } from '../knowledge/layered.js';
import type { Output } from './run.js';

/** `hegao facts check`: every bad row with its place; 1 if there is one, 2 if a file is missing. */
export async function checkFacts(files: readonly string[], output: Output): Promise<number> {
  const { files: read, missing } = tableFiles(files, output.surroundings.cwd());
  for (const name of missing) output.warn(name, say`没有这个文件；请检查路径。`);
  const { tables, problems } = readTables(read);
  const rows = Object.values<readonly object[]>({ ...tables }).reduce((all, table) => all + table.length, 0);
  const lines = problems.map((problem) => `${placeText(problem)}: ${output.text(problem.message)}`);
  lines.push(
    output.text(
      problems.length === 0 ? say`${rows}行，都可以用。` : say`${rows}行可以用；另有${problems.length}处要改。`,
    ),
  );
  await output.write(`${lines.join('\n')}\n`);
  return missing.length > 0 ? 2 : problems.length > 0 ? 1 : 0;
}

/** `hegao facts list`: the statistics and targets whose subject, indicator or period hold every word of the query. */
export async function listFacts(query: string, output: Output): Promise<number> {
  const { statistics, targets } = loadBundled().tables;
  const words = query.split(/\s+/).filter((word) => word !== '');
  const rows = [
    ...statistics.map((row) => [
      row.subject,
      row.indicator,
      row.scope,
      row.period,
      `${row.bound}${row.value}${row.unit}`,
      row.vintage,
      row.source,
      row.sourceDate,
    ]),
    ...targets.map((row) => [
      row.subject,
      row.indicator,
      row.plan,
      row.deadline,
      `${row.bound}${row.value}${row.unit}`,
      row.nature,
      row.source,
      row.sourceDate,
    ]),
  ].filter((cells) => words.every((word) => cells.some((cell) => cell.includes(word))));
  await output.write(
    rows.length === 0
      ? `${output.text(say`事实表里没有符合“${query}”的记录。`)}\n`
      : rows.map((cells) => `${cells.join('\t')}\n`).join(''),
  );
  return 0;
}
