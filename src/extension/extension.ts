import type { ExtensionContext } from 'vscode';
import { createClient } from './client.js';
import { registerCommands } from './commands.js';
import { ENGINE, type EngineResult } from '../server/protocol.js';
import { createStatus } from './status.js';
import { texts } from './texts.js';
import { registerWord } from './word.js';

/** What the extension gives to others, and to its tests. */
export interface Api {
  /** Resolves once the server answers. */
  readonly ready: Promise<void>;
  /** Which segmenter the server has, and which process it is. */
  engine(): Promise<EngineResult>;
}

/** Called by VS Code when the extension starts: wires the parts and does nothing itself. */
export function activate(context: ExtensionContext): Api {
  const text = texts(context.extensionPath);
  const client = createClient(context, text);
  context.subscriptions.push(
    client,
    createStatus(client, text),
    ...registerCommands(context, client, text),
    registerWord(text),
  );
  return { ready: client.start(), engine: () => client.sendRequest<EngineResult>(ENGINE) };
}
