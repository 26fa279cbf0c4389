import type { Message } from '../core/message.js';

/** A place in a table's file: line and column as an editor counts them, from 1; columns count UTF-16 code units. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** How far it reaches on its line; 0 where that is not known. */
  readonly length: number;
}

/** What is wrong with a table: where, and how to mend it. A row with an `error` is not used; one with a `warning` is. */
export interface TableProblem extends Place {
  readonly severity: 'error' | 'warning';
  readonly message: Message;
}
