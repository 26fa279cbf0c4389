import { Disposable, EventEmitter, window, workspace, type TextDocument } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { OUTLINE, STATUS, type DocumentParams, type Outline, type StatusParams } from '../server/protocol.js';

/** How each document stands after its last check. */
export class Standing extends Disposable {
  readonly #client: LanguageClient;
  readonly #latest = new Map<string, StatusParams>();
  readonly #changed = new EventEmitter<StatusParams | undefined>();
  readonly #outlines = new Map<string, { readonly version: number; readonly outline: Promise<Outline | undefined> }>();

  /** Fires when a document has been checked, and when another one comes to the front. */
  readonly onDidChange = this.#changed.event;

  constructor(client: LanguageClient) {
    const listening = [
      client.onNotification(STATUS, (status: StatusParams) => {
        this.#latest.set(status.uri, status);
        this.#outlines.delete(status.uri);
        this.#changed.fire(status);
      }),
      window.onDidChangeActiveTextEditor(() => {
        this.#changed.fire(undefined);
      }),
      workspace.onDidCloseTextDocument((document) => {
        // The next untitled text may have its name.
        this.#latest.delete(this.uriOf(document));
        this.#outlines.delete(this.uriOf(document));
      }),
    ];
    super(() => {
      for (const each of listening) each.dispose();
      this.#changed.dispose();
    });
    this.#client = client;
  }

  of(document: TextDocument | undefined): StatusParams | undefined {
    return document === undefined ? undefined : this.#latest.get(this.uriOf(document));
  }

  /** The document in front, or, while the caret is elsewhere, the last one that was checked and can still be seen. */
  document(): TextDocument | undefined {
    const front = window.activeTextEditor?.document;
    if (front !== undefined && this.of(front) !== undefined) return front;
    return window.visibleTextEditors.map(({ document }) => document).find((document) => this.of(document));
  }

  /** All there is to list of a document, asked of the server once a check. */
  outline(document: TextDocument): Promise<Outline | undefined> {
    const uri = this.uriOf(document);
    const version = this.#latest.get(uri)?.version ?? -1;
    const known = this.#outlines.get(uri);
    if (known?.version === version) return known.outline;
    const outline = this.#client
      .sendRequest<Outline | null>(OUTLINE, { uri } satisfies DocumentParams)
      .then((answer) => answer ?? undefined);
    this.#outlines.set(uri, { version, outline });
    return outline;
  }

  /** The same for the text as it is now, once it has been checked. */
  async outlineOfNow(document: TextDocument): Promise<Outline | undefined> {
    for (;;) {
      const outline = await this.#client.sendRequest<Outline | null>(OUTLINE, { uri: this.uriOf(document) });
      if (outline !== null && outline.version === document.version) return outline;
      if (document.isClosed) return undefined;
      await new Promise<void>((resolve) => {
        const listening = this.onDidChange(() => {
          listening.dispose();
          resolve();
        });
      });
    }
  }

  /** How client and server name a document. */
  uriOf(document: TextDocument): string {
    return this.#client.code2ProtocolConverter.asUri(document.uri);
  }
}
