import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { render, say } from '../core/message.js';
import type { Message } from '../core/message.js';
import { isDay } from '../core/settings.js';
import { SEVERITIES } from '../core/severity.js';
import type { Severity } from '../core/rule/rule.js';
import { translatorFor } from '../knowledge/locale.js';
import { checkFiles } from './check.js';
import { Unusable, type DeskOptions } from './desk.js';
import { extractFiles } from './extract.js';
import { FORMATS } from './format/index.js';
import { checkFacts, listFacts } from './facts.js';
import { listUnused } from './ignored.js';
import { listRules } from './rules.js';

/** Names of fact tables. */
const TABLE = /\.(?:csv|xlsx)$/i;

/** What a run needs of its process, so that tests can give it another. */
export interface Surroundings {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  cwd(): string;
}

/** Result and messages of a run, in the reader's language. */
export interface Output {
  readonly surroundings: Surroundings;
  /** A message as a sentence. */
  readonly text: (message: Message) => string;
  /** Writes to standard output and waits until it is taken. */
  readonly write: (text: string) => Promise<void>;
  /** One line on standard error. */
  readonly warn: (place: string, message: Message) => void;
}

/**
 * Runs the command line. Gives the exit code: 0 nothing at warning or above, 1 something, 2 a usage, input or internal error.
 * @param args without node and script.
 */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const { env } = surroundings;
  const language = env['HEGAO_LANG'] ?? env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? 'zh';
  let translate = translatorFor(/^(?:C|POSIX)\b|^$/.test(language) ? 'zh' : language);
  const text = (message: Message): string => render(message, translate);
  const output: Output = {
    surroundings,
    text,
    write: (result) =>
      new Promise((resolve, reject) =>
        surroundings.stdout.write(result, (error) => (error ? reject(error) : resolve())),
      ),
    warn: (place, message) => void surroundings.stderr.write(`${place}: ${text(message)}\n`),
  };
  let code = 0;
  const action =
    <Args extends unknown[]>(body: (...given: Args) => Promise<number>) =>
    async (...given: Args): Promise<void> => {
      code = await body(...given);
    };
  const program = new Command('hegao')
    .description(text(say`核对政策文稿中的数字、日期、名称与目标。`))
    .showHelpAfterError(text(say`用hegao --help查看用法。`))
    .exitOverride();
  program.option('--lang <language>', text(say`输出用的语言：zh或en`)).on('option:lang', (tag: string) => {
    translate = translatorFor(tag);
  });
  program.configureOutput({
    writeOut: (out) => surroundings.stdout.write(out),
    writeErr: (err) => surroundings.stderr.write(err),
  });
  const dated = (command: Command): Command =>
    command
      .option('--issue-date <date>', text(say`出版日期，YYYY-MM-DD`), day(text(say`出版日期的写法是2022-04-28。`)))
      .option('--facts <file>', text(say`另外使用的事实表`), (name: string, names: readonly string[] | undefined) => [
        ...(names ?? []),
        name,
      ]);
  // --facts 甲.csv 乙.csv 文稿.txt: what is a table by its name is none of the texts.
  const onTexts = <Options extends DeskOptions>(
    body: (files: readonly string[], options: Options, out: Output) => Promise<number>,
  ): ((files: readonly string[], options: Options) => Promise<void>) =>
    action((names: readonly string[], options: Options) => {
      const { facts = [] } = options;
      const tables = facts.length > 0 ? names.filter((name) => TABLE.test(name)) : [];
      const texts = names.filter((name) => !tables.includes(name));
      if (texts.length === 0) throw new CommanderError(2, 'hegao.noTexts', '');
      return body(texts, { ...options, facts: [...facts, ...tables] }, output);
    });
  dated(program.command('check'))
    .description(text(say`核对文稿`))
    .argument('<file...>', text(say`文件、文件夹、通配符，或用-表示标准输入`))
    .addOption(new Option('--format <format>').choices(Object.keys(FORMATS)).default('text'))
    .addOption(new Option('--min-severity <severity>').choices(SEVERITIES).default('hint' satisfies Severity))
    .option('--config <file>', text(say`设置文件（JSON，键与VS Code的hegao.*相同）`))
    .option('--fix', text(say`改正格式问题，写回文件`))
    .option('--fix-dry-run', text(say`只显示会怎样改正`))
    .action(onTexts(checkFiles));
  dated(program.command('extract'))
    .description(text(say`列出识别到的数字、日期、名称、列举、目标与数据`))
    .argument('<file...>')
    .addOption(new Option('--format <format>').choices(['json', 'text']).default('json'))
    .action(onTexts(extractFiles));
  dated(program.command('ignored'))
    .description(text(say`列出忽略名单（.hegao/ignored.json）里已经用不着的各条`))
    .argument('<file...>', text(say`文件、文件夹、通配符`))
    .option('--config <file>', text(say`设置文件（JSON，键与VS Code的hegao.*相同）`))
    .option('--remove', text(say`从名单里删去`))
    .action(onTexts(listUnused));
  const facts = program.command('facts').description(text(say`事实表`));
  facts
    .command('check')
    .description(text(say`检查事实表的每一行`))
    .argument('<file...>')
    .action(action((files: string[]) => checkFacts(files, output)));
  facts
    .command('list')
    .description(text(say`查找事实`))
    .argument('[query...]')
    .action(action((query: string[]) => listFacts(query.join(' '), output)));
  program
    .command('rules')
    .description(text(say`列出规则，或说明一条规则`))
    .argument('[id]')
    .action(action((id: string | undefined) => listRules(id, output)));
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.code === 'hegao.noTexts')
        surroundings.stderr.write(`${text(say`只有事实表，没有文稿；请在后面写上要核的文件或文件夹。`)}\n`);
      return error.exitCode === 0 ? 0 : 2;
    }
    if (error instanceof Unusable) return 2;
    surroundings.stderr.write(
      `${text(say`内部错误，请把下面的内容报给我们：`)}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    return 2;
  }
}

function day(complaint: string): (value: string) => string {
  return (value) => {
    if (value === '' || !isDay(value)) throw new InvalidArgumentError(complaint);
    return value;
  };
}
