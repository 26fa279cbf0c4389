import {
  accessSync,
  chmodSync,
  constants,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { say, type Message } from '../core/message.js';
import { encode, type Storage } from '../knowledge/decode.js';

/** Both texts as a unified diff, empty if they are the same. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return '';
  return createTwoFilesPatch(path, path, before, after, undefined, undefined, {
    context: 1,
    headerOptions: FILE_HEADERS_ONLY,
  });
}

/**
 * Writes a text back as it was stored. The file is replaced in one step, so that at no time less than a whole text lies there; it is left
 * alone if it is no longer the one read or if its bytes could not be given back exactly.
 * @returns why it was not written.
 */
export function writeBack(file: string, before: string, after: string, storage: Storage): Message | undefined {
  const bytes = encode(after, storage);
  if (bytes === undefined) return say`改正后的文字不能用原编码写回，没有改动；请先另存为UTF-8。`;
  let temporary: string | undefined;
  try {
    const target = realpathSync(file);
    accessSync(target, constants.W_OK);
    const was = encode(before, storage);
    if (was === undefined || !readFileSync(target).equals(was))
      return say`文件在核对期间有变，或不能按原编码逐字节写回，没有改动；请再核一次，或先另存为UTF-8。`;
    temporary = `${target}.hegao-${process.pid}`;
    writeFileSync(temporary, bytes, { flag: 'wx' });
    chmodSync(temporary, statSync(target).mode);
    renameSync(temporary, target);
    temporary = undefined;
    return undefined;
  } catch (error) {
    return say`没有写回，原文件未动；请检查权限与磁盘空间：${error instanceof Error ? error.message : String(error)}`;
  } finally {
    if (temporary !== undefined) rmSync(temporary, { force: true });
  }
}
