// A small Chinese language pack for the embedded VS Code (language.zh-cn.json: the words an editor sees most; the rest
// stays English). With it VS Code counts as Chinese, and so Hegao shows its own Chinese texts. VS Code's real pack is
// not in the npm registry.
import { readFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { host } from './install.mjs';

const words = new URL('language.zh-cn.json', import.meta.url);

/** Registers the pack of `locale` in a user-data folder; English needs none. */
export function installLanguage(userData, locale) {
  if (locale !== 'zh-cn') return;
  const chosen = JSON.parse(readFileSync(words, 'utf8'));
  const modules = JSON.parse(readFileSync(path.join(host.server, 'out/nls.keys.json'), 'utf8'));
  const english = JSON.parse(readFileSync(path.join(host.server, 'out/nls.messages.json'), 'utf8'));
  // By English wording (&& marks a menu's access key): a word is the same wherever it stands.
  const contents = {};
  let index = 0;
  for (const [module, keys] of modules)
    for (const key of keys) {
      const chinese = chosen[english[index++].replace('&&', '')];
      if (chinese) (contents[module] ??= {})[key] = chinese;
    }
  const folder = path.join(userData, 'language');
  const pack = JSON.stringify({ version: '1.0.0', contents });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'main.i18n.json'), pack);
  writeFileSync(
    path.join(userData, 'languagepacks.json'),
    JSON.stringify({
      [locale]: {
        hash: createHash('sha256').update(pack).digest('hex').slice(0, 32),
        extensions: [{ extensionIdentifier: { id: 'hegao.language-zh-cn' }, version: '1.0.0' }],
        translations: { vscode: path.join(folder, 'main.i18n.json') },
        label: '中文(简体)',
      },
    }),
  );
}
