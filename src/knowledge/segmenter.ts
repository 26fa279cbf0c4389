import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import {
  NO_SEGMENTER,
  segmenterOf,
  type HanSegmenter,
  type Segmenter,
  type TaggedWord,
} from '../core/segment/segmenter.js';

/** The segmenter in use, and why those before it are not: for the status, never for findings. */
export interface LoadedSegmenter {
  readonly segmenter: Segmenter;
  readonly failures: readonly { readonly engine: Segmenter['engine']; readonly reason: string }[];
}

interface NodeJieba {
  load(dictionaries: Record<string, string>): void;
  cut(text: string, hmm: boolean): string[];
  tag(text: string): TaggedWord[];
}

interface JiebaWasm {
  cut(text: string, hmm: boolean): string[];
  tag(text: string, hmm: boolean): TaggedWord[];
}

/** The parameters of nodejieba's `load` with the files of its dictionary folder. */
const DICTIONARIES = {
  dict: 'jieba.dict.utf8',
  hmmDict: 'hmm_model.utf8',
  userDict: 'user.dict.utf8',
  idfDict: 'idf.utf8',
  stopWordDict: 'stop_words.utf8',
};

/**
 * Loads the best segmenter there is: nodejieba, else jieba-wasm, else none. Takes from a fifth of a second to two seconds; call it in the
 * server's process, never in the extension host's: a fault inside nodejieba ends the process.
 * @param require_ resolves the packages; another one is for tests.
 */
export function loadSegmenter(require_: NodeJS.Require = createRequire(import.meta.url)): LoadedSegmenter {
  const failures: { engine: Segmenter['engine']; reason: string }[] = [];
  for (const [engine, load] of [
    ['nodejieba', loadNodeJieba],
    ['jieba-wasm', loadJiebaWasm],
  ] as const) {
    try {
      const segmenter = segmenterOf(load(require_));
      if (segmenter.cut('核对事实').join('') !== '核对事实') throw new Error(`${engine} does not give text back whole`);
      return { segmenter, failures };
    } catch (error) {
      failures.push({ engine, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  return { segmenter: NO_SEGMENTER, failures };
}

/** The segmenter that `loadSegmenter` would take, by the files that are there; nothing is loaded. */
export function installedSegmenter(require_: NodeJS.Require = createRequire(import.meta.url)): Segmenter['engine'] {
  const isThere = (file: string): boolean => {
    try {
      return existsSync(require_.resolve(file));
    } catch {
      return false;
    }
  };
  if (isThere('nodejieba/build/Release/nodejieba.node')) return 'nodejieba';
  return isThere('jieba-wasm') ? 'jieba-wasm' : 'none';
}

function loadNodeJieba(require_: NodeJS.Require): HanSegmenter {
  const folder = path.join(path.dirname(require_.resolve('nodejieba/package.json')), 'submodules', 'cppjieba', 'dict');
  // It calls abort() where a dictionary is missing: look first.
  const missing = Object.values(DICTIONARIES).find((file) => !existsSync(path.join(folder, file)));
  if (missing !== undefined) throw new Error(`dictionary file missing: ${path.join(folder, missing)}`);
  const jieba = require_('nodejieba') as NodeJieba;
  // On Windows it cannot open a path with characters outside the system's code page: relative names are plain ASCII.
  const before = process.cwd();
  process.chdir(folder);
  try {
    jieba.load(DICTIONARIES);
  } finally {
    process.chdir(before);
  }
  return { engine: 'nodejieba', cut: (han) => jieba.cut(han, true), tag: (han) => jieba.tag(han) };
}

function loadJiebaWasm(require_: NodeJS.Require): HanSegmenter {
  const jieba = require_('jieba-wasm') as JiebaWasm;
  return { engine: 'jieba-wasm', cut: (han) => jieba.cut(han, true), tag: (han) => jieba.tag(han, true) };
}
