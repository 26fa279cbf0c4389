import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { say, type Message } from '../core/message.js';
import { changesBetween } from '../word/changes.js';
import { editWord } from '../word/edit.js';
import { copyName } from '../word/name.js';

/**
 * Writes a mended Word manuscript beside the original, which stays as it is; a copy that is there already is not replaced.
 * @param tell is told where the copy lies, and of changes that could not be made.
 * @returns why it was not written.
 */
export function writeWordCopy(
  file: string,
  before: string,
  after: string,
  bytes: Uint8Array,
  tell: (message: Message) => void,
): Message | undefined {
  const edited = editWord(bytes, changesBetween(before, after));
  if ('template' in edited) return edited;
  const copy = path.join(path.dirname(file), copyName(path.basename(file)));
  try {
    writeFileSync(copy, edited.bytes, { flag: 'wx' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      return say`已有副本${path.basename(copy)}，没有覆盖；请先把它移走或改名。`;
    return say`副本没有写成，原文件未动；请检查权限与磁盘空间：${error instanceof Error ? error.message : String(error)}`;
  }
  tell(say`改正后的副本存为${path.basename(copy)}，原文件未动。`);
  if (edited.refused.length > 0)
    tell(say`有${edited.refused.length}处改动跨越表格或分节，没有写入副本；请在Word中改。`);
  return undefined;
}
