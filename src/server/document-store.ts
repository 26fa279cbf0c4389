import type { TextDocument } from 'vscode-languageserver-textdocument';
import { Checker } from '../core/checker.js';
import type { Checked, Fault } from '../core/checker.js';
import type { ReadingOptions } from '../core/check.js';
import type { Knowledge } from '../core/fact/knowledge.js';

/** What is known of one version of a document: all that the rules found, before settings. */
export interface Result extends Checked {
  readonly version: number;
  /** True if the text was too long to be checked. */
  readonly skipped: boolean;
}

/** Longer texts are not checked: no manuscript has this length. UTF-16 code units. */
export const LONGEST = 6_000_000;

/** Lets waiting messages be handled before work goes on. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Checks one open document. A check works in steps and gives up as soon as the document has moved on, so that a long text never
 * keeps a newer edit waiting and no result of an old version gets out.
 */
export class OpenDocument {
  readonly #checker: Checker;
  readonly knowledge: Knowledge;
  #latest: Result | undefined;
  #running: { readonly version: number; readonly result: Promise<Result | undefined> } | undefined;

  constructor(knowledge: Knowledge, onFault: (fault: Fault) => void) {
    this.knowledge = knowledge;
    this.#checker = new Checker(knowledge, onFault);
  }

  /**
   * The result for the document as it is now, checked once a version. Gives undefined if it changed meanwhile.
   * @param current gives the document as the client last told it, undefined once closed.
   */
  async check(current: () => TextDocument | undefined, options: ReadingOptions): Promise<Result | undefined> {
    const version = current()?.version;
    if (version === undefined) return undefined;
    if (this.#latest?.version === version) return this.#latest;
    if (this.#running?.version === version) return this.#running.result;
    const result = this.#run(current, options, version);
    this.#running = { version, result };
    try {
      return await result;
    } finally {
      if (this.#running.result === result) this.#running = undefined;
    }
  }

  async #run(
    current: () => TextDocument | undefined,
    options: ReadingOptions,
    version: number,
  ): Promise<Result | undefined> {
    const text = current()?.getText() ?? '';
    if (text.length > LONGEST) return (this.#latest = { version, articles: [], findings: [], skipped: true });
    const steps = this.#checker.steps(text, options);
    for (;;) {
      const step = steps.next();
      if (step.done === true) {
        if (current()?.version !== version) return undefined;
        return (this.#latest = { version, ...step.value, skipped: false });
      }
      await breathe();
      if (current()?.version !== version) return undefined;
    }
  }
}
