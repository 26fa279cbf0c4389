import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

type Bundle = Readonly<Record<string, string>>;

/** What scripts/l10n.mjs offers. */
interface Script {
  readonly templatesIn: () => ReadonlyMap<string, string>;
  readonly readBundle: () => Bundle;
  readonly faultsOf: (templates: ReadonlyMap<string, string>, bundle: Bundle) => readonly string[];
}

const root = new URL('../../../', import.meta.url);
const load = async (): Promise<Script> => (await import(new URL('scripts/l10n.mjs', root).href)) as Script;

describe('the English bundle', () => {
  it('has every sentence of the sources with its holes, and no other (npm run l10n)', async () => {
    const { templatesIn, readBundle, faultsOf } = await load();
    const templates = templatesIn();
    assert.ok(templates.size > 300);
    assert.deepEqual(faultsOf(templates, readBundle()), []);
  });

  it('would be caught with a sentence missing, left over, or without its hole', async () => {
    const { faultsOf } = await load();
    const templates = new Map([
      ['改为“{0}”', 'a.ts'],
      ['接排', 'a.ts'],
    ]);
    assert.deepEqual(faultsOf(templates, { '改为“{0}”': 'Change', 补: 'Add' }), [
      'other holes: 改为“{0}”',
      'missing (a.ts): 接排',
      'unused: 补',
    ]);
  });

  it('is English: Chinese stands only in quotation marks and book marks', async () => {
    const { readBundle } = await load();
    const shown = Object.values(readBundle()).filter((text) =>
      /\p{Script=Han}/u.test(text.replace(/“[^”]*”|《[^》]*》/g, '')),
    );
    assert.deepEqual(shown.filter((text) => !/^\S*(?:省|市)\S* |统计公报|^"/.test(text)), []);
  });

  it('the package names its commands and settings in both languages', () => {
    const [english, chinese] = ['package.nls.json', 'package.nls.zh-cn.json'].map(
      (name) => JSON.parse(readFileSync(new URL(name, root), 'utf8')) as Bundle,
    );
    assert.deepEqual(Object.keys(english ?? {}), Object.keys(chinese ?? {}));
  });
});
