import type { ExtensionContext } from 'vscode';
import { ENGINE, type EngineResult } from '../server/protocol.js';
import { createClient } from './client.js';
import { registerCommands } from './commands.js';
import { registerCompare } from './compare.js';
import { Encodings } from './encoding.js';
import { registerHighlights } from './highlights.js';
import { registerIgnoring } from './ignoring.js';
import { FolderCheck } from './folder.js';
import { createMarks } from './marks.js';
import { registerRecordFact } from './record-fact.js';
import { Reports } from './report.js';
import { Review } from './review.js';
import { registerSample } from './sample.js';
import { Standing } from './standing.js';
import { createStatus } from './status.js';
import { texts } from './texts.js';
import { createViews, type Views } from './views/index.js';
import { registerWord } from './word.js';

/** What the extension gives to others, and to its tests. */
export interface Api {
  /** Resolves once the server answers. */
  readonly ready: Promise<void>;
  readonly standing: Standing;
  readonly views: Views;
  readonly review: Review;
  readonly reports: Reports;
  readonly folders: FolderCheck;
  readonly encodings: Encodings;
  /** Which segmenter the server has, and which process it is. */
  engine(): Promise<EngineResult>;
}

/** Called by VS Code when the extension starts: wires the parts and does nothing itself. */
export function activate(context: ExtensionContext): Api {
  const text = texts(context.extensionPath);
  const client = createClient(context, text);
  const standing = new Standing(client);
  const views = createViews(client, standing, text);
  const review = new Review(client, standing, text);
  const reports = new Reports(client, text);
  const folders = new FolderCheck(client, text);
  const encodings = new Encodings(text);
  context.subscriptions.push(
    client,
    standing,
    views.disposable,
    review,
    reports,
    folders,
    encodings,
    createMarks(standing, views.claims),
    createStatus(standing, reports, text),
    registerCommands(context, client, text),
    registerCompare(client, text),
    registerHighlights(text),
    registerIgnoring(client, text),
    registerRecordFact(client, text),
    registerSample(context),
    registerWord(text),
  );
  return {
    ready: client.start(),
    standing,
    views,
    review,
    reports,
    folders,
    encodings,
    engine: () => client.sendRequest<EngineResult>(ENGINE),
  };
}
