import type { Finding } from '../../core/finding.js';
import type { Message } from '../../core/message.js';
import type { Report } from '../../core/report/build.js';
import type { InputStorage } from '../input.js';
import { githubFormat } from './github.js';
import { htmlFormat } from './html.js';
import { jsonFormat } from './json.js';
import { sarifFormat } from './sarif.js';
import { textFormat } from './text.js';

/** One file with what was found in it. */
export interface CheckedFile {
  readonly path: string;
  readonly storage: InputStorage;
  readonly text: string;
  readonly findings: readonly Finding[];
  /** The file's report, put together when it is asked for. */
  report(): Report;
}

/** The parts of a result in order, so that a file's is out before the next one is read. */
export interface Formatter {
  start(): string;
  file(checked: CheckedFile): string;
  end(): string;
}

/** Makes the formatter of one run. `text` renders messages in the reader's language. */
export type Format = (text: (message: Message) => string) => Formatter;

export const FORMATS = {
  text: textFormat,
  json: jsonFormat,
  sarif: sarifFormat,
  github: githubFormat,
  html: htmlFormat,
} as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof FORMATS;
