import type { Range } from 'vscode-languageserver';

/** What a client may say at the start, in initializationOptions. */
export interface StartOptions {
  /** URI of the folder that holds the rules' pages, for links behind diagnostics. */
  readonly rulePages?: string;
  /** Language tag for messages; zh… gives Chinese. */
  readonly locale?: string;
  /** Folder against which relative paths of hegao.facts count where the document has no workspace folder. */
  readonly pull?: boolean;
}

/** `hegao/check`, client to server: check a document now, whatever hegao.run says. */
export const CHECK = 'hegao/check';
export interface CheckParams {
  readonly uri: string;
}

/** `hegao/status`, server to client: how a document stands. */
export const STATUS = 'hegao/status';
export interface StatusParams {
  readonly uri: string;
  readonly version: number;
  readonly counts: Readonly<Record<'error' | 'warning' | 'information' | 'hint', number>>;
  /** Milliseconds are not told: they would mean nothing on another machine. True if the document was too large. */
  readonly skipped: boolean;
}

/** `hegao/engine`, client to server: which segmenter is in use, and why not a better one. */
export const ENGINE = 'hegao/engine';
export interface EngineResult {
  readonly engine: string;
  readonly reasons: readonly string[];
  /** The server's process. */
  readonly pid: number;
}

/** `hegao/related`, part of a diagnostic's data: where the other places are, for clients that show none themselves. */
export interface DiagnosticData {
  readonly ruleId: string;
  readonly fixes: number;
  readonly related: readonly Range[];
}
