import { ErrorCodes, ResponseError, type Connection, type Diagnostic } from 'vscode-languageserver';
import { errorRate } from '../core/error-rate.js';
import type { Finding } from '../core/finding.js';
import { say } from '../core/message.js';
import { publicationOf } from '../core/report/build.js';
import { installedSegmenter } from '../knowledge/segmenter.js';
import { LONGEST } from './document-store.js';
import type { Desk, Found, Teller } from './desk.js';
import { marksOf } from './marks.js';
import { isOwnTable, tableDiagnostics } from './own-tables.js';
import { STATUS, type StatusParams } from './protocol.js';
import { lineTyped, withoutUnfinished, type Shown } from './typing.js';

/** How long the text must rest before it is checked, in milliseconds. */
const REST = 200;
/** How long the line being typed must rest before new findings in it are shown: longer than between two words of an input method. */
const LINE_REST = 1200;

/** What a check follows. */
export type Occasion = 'open' | 'change' | 'save';

/** How the client gets its diagnostics. */
export interface PublisherOptions {
  /** True where it asks for them itself. */
  readonly pull: boolean;
  readonly rulePages: string | undefined;
}

/** Checks documents when it is time and tells the client how they stand. */
export class Publisher {
  readonly #connection: Connection;
  readonly #desk: Desk;
  readonly #teller: Teller;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #engine = installedSegmenter();
  readonly #shown = new Map<string, Shown>();
  options: PublisherOptions = { pull: false, rulePages: undefined };

  constructor(connection: Connection, desk: Desk, teller: Teller) {
    this.#connection = connection;
    this.#desk = desk;
    this.#teller = teller;
  }

  /** Checks after the text has rested; a newer edit starts the wait anew. */
  schedule(uri: string, occasion: Occasion): void {
    this.#after(uri, occasion === 'change' ? REST : 0, async () => {
      const { run, enable } = await this.#desk.configuration(uri);
      if (!enable) await this.#clear(uri);
      else if (run === 'onType' || (run === 'onSave' && occasion !== 'change'))
        await this.check(uri, occasion === 'change');
    });
  }

  /**
   * Checks now.
   * @param typing true if new findings in the line being typed are to wait.
   */
  async check(uri: string, typing = false): Promise<void> {
    try {
      if (await this.#checkedTable(uri)) return;
      const found = await this.#desk.current(uri);
      if (found === undefined) return;
      const before = this.#shown.get(uri);
      const line = typing && before !== undefined ? lineTyped(before.text, found.text) : undefined;
      const findings =
        line === undefined || before === undefined
          ? found.findings
          : withoutUnfinished(found.findings, found.text, line, before);
      if (findings.length < found.findings.length) this.#after(uri, LINE_REST, () => this.check(uri));
      this.#shown.set(uri, { text: found.text, findings });
      await this.#show({ ...found, findings });
    } catch (error) {
      this.#failed(uri, error);
    }
  }

  /** The diagnostics of a document. */
  diagnostics({ skipped, findings, converter }: Found): Diagnostic[] {
    const { say: text } = this.#teller;
    if (!skipped) return findings.map((finding) => converter.diagnostic(finding, text, this.options.rulePages));
    const message = text(say`本文超过${LONGEST / 10_000}万字，没有核对；请分成几个文件再核。`);
    const range = converter.range({ start: 0, end: 0 });
    return [{ range, severity: 3, source: text(say`核稿`), code: 'too-long', message }];
  }

  close(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
    void this.#clear(uri);
  }

  /** Does work after a while; what was to be done for the document before is not done. */
  #after(uri: string, wait: number, work: () => Promise<void>): void {
    clearTimeout(this.#timers.get(uri));
    const timer = setTimeout(() => {
      this.#timers.delete(uri);
      void work().catch((error: unknown) => {
        this.#failed(uri, error);
      });
    }, wait);
    this.#timers.set(uri, timer);
  }

  async #show(found: Found): Promise<void> {
    const { uri, version, findings, text, articles, skipped, failed, configuration } = found;
    if (!this.options.pull)
      await this.#connection.sendDiagnostics({ uri, version, diagnostics: this.diagnostics(found) });
    const count = (severity: Finding['severity']): number =>
      findings.filter((finding) => finding.severity === severity).length;
    const rate = errorRate(text, articles, findings, publicationOf(configuration.settings.preset));
    await this.#connection.sendNotification(STATUS, {
      ...{ uri, version, skipped, failed: [...failed], engine: this.#engine },
      counts: {
        error: count('error'),
        warning: count('warning'),
        information: count('information'),
        hint: count('hint'),
      },
      rate: {
        perTenThousand: rate.perTenThousand,
        limit: rate.limit,
        passes: rate.passes,
        errors: rate.tenths / 10,
        characters: rate.characters,
      },
      marks: marksOf(found),
    } satisfies StatusParams);
  }

  /** A newsroom's table is no manuscript: its rows are checked. Gives true for one. */
  async #checkedTable(uri: string): Promise<boolean> {
    const document = this.#desk.documents.get(uri);
    const configuration = await this.#desk.configuration(uri);
    const { facts } = configuration.settings;
    if (document === undefined || !isOwnTable(uri, this.#desk.folders.of(uri), facts)) return false;
    const knowledge = this.#desk.tables(uri, configuration);
    const diagnostics = tableDiagnostics(uri, document.getText(), knowledge, this.#teller.say);
    await this.#connection.sendDiagnostics({ uri, version: document.version, diagnostics });
    return true;
  }

  /** Where checking is switched off, and where a text is closed, what an earlier check told goes. */
  async #clear(uri: string): Promise<void> {
    this.#shown.delete(uri);
    if (!this.options.pull) await this.#connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  #failed(uri: string, error: unknown): void {
    if (error instanceof ResponseError && error.code === ErrorCodes.PendingResponseRejected) return;
    this.#connection.console.error(
      `${uri}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    this.#teller.once(uri, this.#teller.say(say`本文没有核对成。详情见“输出”面板；可执行“核稿: 重启核对服务”再试。`));
  }
}
