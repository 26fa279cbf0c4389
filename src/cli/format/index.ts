import type { Finding } from '../../core/finding.js';
import type { Message } from '../../core/message.js';
import type { Format } from '../run.js';
import { formatGithub } from './github.js';
import { formatHtml } from './html.js';
import { formatJson } from './json.js';
import { formatSarif } from './sarif.js';
import { formatText } from './text.js';

/** One file with what was found in it. */
export interface CheckedFile {
  readonly path: string;
  readonly encoding: string;
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** Gives the whole result as text. `say` renders messages in the reader's language. */
export type Formatter = (files: readonly CheckedFile[], text: (message: Message) => string) => string;

export const FORMATTERS: Readonly<Record<Format, Formatter>> = {
  text: formatText,
  json: formatJson,
  sarif: formatSarif,
  github: formatGithub,
  html: formatHtml,
};
