import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { run } from '../../src/cli/run.js';

/** What a run of the command line left. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A folder of its own, to run the command line in. */
export class Place {
  readonly folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'hegao-')));

  /** Writes files, path -> text or bytes. */
  write(files: Readonly<Record<string, string | Uint8Array>>): void {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(this.folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  }

  read(name: string): string {
    return readFileSync(path.join(this.folder, name), 'utf8');
  }

  bytes(name: string): Buffer {
    return readFileSync(path.join(this.folder, name));
  }

  list(): readonly string[] {
    return readdirSync(this.folder);
  }

  /** Runs `hegao …` in the folder. */
  async hegao(
    args: readonly string[],
    { stdin = '', env = {} }: { stdin?: string | Uint8Array; env?: Record<string, string> } = {},
  ): Promise<Ran> {
    const [stdout, out] = collector();
    const [stderr, err] = collector();
    const code = await run(args, {
      stdin: Readable.from([Buffer.from(stdin)]),
      stdout,
      stderr,
      env: { HEGAO_LANG: 'zh', ...env },
      cwd: () => this.folder,
    });
    return { code, out: out(), err: err() };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function collector(): [Writable, () => string] {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return [stream, () => Buffer.concat(chunks).toString('utf8')];
}
