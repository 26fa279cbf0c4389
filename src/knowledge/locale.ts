import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Gives a template in the reader's language, or undefined to leave it in Chinese. */
export type Translate = (template: string) => string | undefined;

/**
 * The translator for a language tag (zh-CN, en_US.UTF-8 …): none for Chinese, English for all others. The bundle lies in l10n/ of
 * the package; a missing bundle leaves the sentences in Chinese.
 */
export function translatorFor(
  language: string,
  from: string = path.dirname(fileURLToPath(import.meta.url)),
): Translate {
  if (/^zh/i.test(language)) return () => undefined;
  const bundle = findUp(from, path.join('l10n', 'bundle.l10n.en.json'));
  if (bundle === undefined) return () => undefined;
  const entries = JSON.parse(readFileSync(bundle, 'utf8')) as Readonly<Record<string, string>>;
  return (template) => entries[template];
}

/** The nearest `file` in `folder` or above it. */
export function findUp(folder: string, file: string): string | undefined {
  const here = path.join(folder, file);
  if (existsSync(here)) return here;
  const parent = path.dirname(folder);
  return parent === folder ? undefined : findUp(parent, file);
}
