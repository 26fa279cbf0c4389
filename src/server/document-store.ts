import type { TextDocument } from 'vscode-languageserver-textdocument';
import { Checker } from '../core/checker.js';
import type { Checked, Fault } from '../core/checker.js';
import type { ReadingOptions } from '../core/check.js';
import type { Knowledge } from '../core/fact/knowledge.js';
import type { Finding } from '../core/finding.js';
import { applySettings, type Settings } from '../core/settings.js';

/** What is known of one version of a document. */
export interface Result extends Checked {
  readonly version: number;
  /** The findings as the settings want them, in order. */
  readonly findings: readonly Finding[];
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
  readonly #knowledge: Knowledge;
  #latest: Result | undefined;
  #running:
    { readonly version: number; readonly settings: Settings; readonly result: Promise<Result | undefined> } | undefined;

  constructor(knowledge: Knowledge, onFault: (fault: Fault) => void) {
    this.#knowledge = knowledge;
    this.#checker = new Checker(knowledge, onFault);
  }

  get knowledge(): Knowledge {
    return this.#knowledge;
  }

  /** The last finished result, whatever its version. */
  get latest(): Result | undefined {
    return this.#latest;
  }

  /**
   * Checks the document as it is now. Gives undefined if it changed meanwhile.
   * @param current gives the document as the client last told it, undefined once closed.
   */
  async check(
    current: () => TextDocument | undefined,
    settings: Settings,
    options: ReadingOptions,
  ): Promise<Result | undefined> {
    const version = current()?.version;
    if (version === undefined) return undefined;
    if (this.#running?.version === version && this.#running.settings === settings) return this.#running.result;
    const result = this.#run(current, settings, options, version);
    this.#running = { version, settings, result };
    try {
      return await result;
    } finally {
      if (this.#running.result === result) this.#running = undefined;
    }
  }

  async #run(
    current: () => TextDocument | undefined,
    settings: Settings,
    options: ReadingOptions,
    version: number,
  ): Promise<Result | undefined> {
    const text = current()?.getText() ?? '';
    if (text.length > LONGEST) return (this.#latest = { version, articles: [], findings: [], skipped: true });
    const steps = this.#checker.steps(text, options);
    for (;;) {
      const step = steps.next();
      if (step.done === true) {
        const { articles, findings } = step.value;
        if (current()?.version !== version) return undefined;
        return (this.#latest = { version, articles, findings: applySettings(findings, settings), skipped: false });
      }
      await breathe();
      if (current()?.version !== version) return undefined;
    }
  }
}
