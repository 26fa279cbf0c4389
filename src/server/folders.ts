import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folders that are open, and which of them a document belongs to. */
export class Folders {
  #uris: readonly string[] = [];

  set(uris: readonly string[]): void {
    this.#uris = uris.map((uri) => uri.replace(/\/$/, '')).sort((a, b) => b.length - a.length);
  }

  /** The file system path of a document's folder, or of the only one for new texts; undefined where there is none on this machine. */
  of(uri: string): string | undefined {
    const file = fileOf(uri);
    const folder = this.#uris.find((each) => file.startsWith(`${each}/`)) ?? this.#uris.at(-1);
    return folder === undefined ? undefined : pathOf(folder);
  }

  /** The document's path in its folder, with slashes; undefined where it lies in none. */
  pathIn(uri: string): string | undefined {
    const [folder, file] = [this.of(uri), pathOf(uri)];
    if (folder === undefined || file === undefined) return undefined;
    const relative = path.relative(folder, file);
    return relative.startsWith('..') || path.isAbsolute(relative) ? undefined : relative.replaceAll(path.sep, '/');
  }
}

/** The path of a file, also of one whose text is shown under a scheme of its own; undefined for what is no file here. */
export function pathOf(uri: string): string | undefined {
  const file = fileOf(uri);
  return file.startsWith('file:') ? fileURLToPath(file) : undefined;
}

/** The URI of the file behind a document: a Word manuscript's text has its file's as query. */
function fileOf(uri: string): string {
  const query = /^hegao-word:[^?]*\?(.*)$/.exec(uri)?.[1];
  return query === undefined ? uri : decodeURIComponent(query);
}
