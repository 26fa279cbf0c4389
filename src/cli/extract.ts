import { analyse } from '../core/check.js';
import { extract, type Extracted } from '../core/extract.js';
import { verifyClaim } from '../core/fact/verify.js';
import { say } from '../core/message.js';
import { LineIndex } from '../core/text/line-index.js';
import { Desk, type DeskOptions } from './desk.js';
import { forEachInput, type Input } from './input.js';
import type { Output } from './run.js';

/** The options of `hegao extract`. */
export interface ExtractOptions extends DeskOptions {
  readonly format: 'json' | 'text';
}

/** What each kind is called. */
const KINDS: Readonly<Record<Extracted['kind'], ReturnType<typeof say>>> = {
  number: say`数字`,
  percent: say`百分数`,
  quantity: say`数量`,
  ordinal: say`序数`,
  range: say`范围`,
  ratio: say`比例`,
  date: say`日期`,
  period: say`时期`,
  region: say`地区`,
  organization: say`机构`,
  document: say`文件`,
  term: say`专称`,
  list: say`列举`,
  target: say`目标`,
  claim: say`数据`,
};

/** `hegao extract`: gives the exit code, 2 if a file could not be read. */
export async function extractFiles(names: readonly string[], options: ExtractOptions, output: Output): Promise<number> {
  const desk = new Desk(options, output);
  const isJson = options.format === 'json';
  let separator = '';
  if (isJson) await output.write('{"schemaVersion":1,"files":[');
  await forEachInput(names, desk, async (input) => {
    const knowledge = desk.knowledgeFor(input.path);
    const mentions = extract(
      analyse(input.text, knowledge, desk.readingFor(input.path)),
      input.text,
      (article, claim) => verifyClaim(article, knowledge, claim).status,
    );
    const { encoding } = input.storage;
    await output.write(
      isJson
        ? `${separator}${JSON.stringify({ path: input.path, encoding, characters: input.text.length, mentions })}`
        : readable(input, mentions, output),
    );
    separator = ',\n';
  });
  if (isJson) await output.write(']}\n');
  return desk.failed ? 2 : 0;
}

/** One line a mention: place, kind, text, fields. */
function readable({ path, text }: Input, mentions: readonly Extracted[], output: Output): string {
  const index = new LineIndex(text);
  const lines = mentions.map(({ kind, span, text: quote, ...fields }) => {
    const { line, character } = index.positionAt(span.start);
    const values = Object.entries(fields)
      .filter(([, value]) => value !== null && value !== '')
      .map(([name, value]) => `${name}=${typeof value === 'string' ? value : plain(value)}`);
    return `  ${line + 1}:${character + 1}  ${output.text(KINDS[kind])}  ${quote.replace(/\s+/g, '')}  ${values.join(' ')}\n`;
  });
  return `${path}\n${lines.join('')}`;
}

/** A field's value without JSON's marks: items of a list by their text. */
function plain(value: unknown): string {
  if (!Array.isArray(value)) return JSON.stringify(value);
  return value
    .map((each: unknown) => (typeof each === 'object' && each !== null && 'text' in each ? each.text : each))
    .join('|');
}
