import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';
import type { IGrammar, IRawGrammar } from 'vscode-textmate';

const require = createRequire(import.meta.url);

/** The project's folder, seen from the compiled test. */
export const projectFile = (name: string): URL => new URL(`../../../${name}`, import.meta.url);

/** What package.json tells VS Code about a grammar. */
interface Contribution {
  readonly language?: string;
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo?: readonly string[];
}

interface Manifest {
  readonly contributes: { readonly grammars: readonly Contribution[] };
}

const MARKDOWN = 'text.html.markdown';

/** VS Code's own grammars that Markdown needs, by scope. */
const BUILT_IN: Readonly<Record<string, string>> = {
  [MARKDOWN]: 'markdown',
  'text.html.derivative': 'html-derivative',
  'text.html.basic': 'html',
  'source.yaml': 'yaml',
};

/** A grammar as VS Code would load it for a language: that of package.json, or Markdown's with what is injected. */
export async function grammarFor(language: 'plaintext' | 'markdown'): Promise<IGrammar> {
  const { contributes } = JSON.parse(readFileSync(projectFile('package.json'), 'utf8')) as Manifest;
  const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM({ data: wasm });
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: (scopeName) => {
      const own = contributes.grammars.find((each) => each.scopeName === scopeName);
      if (own) return Promise.resolve(JSON.parse(readFileSync(projectFile(own.path), 'utf8')) as IRawGrammar);
      const builtIn = BUILT_IN[scopeName];
      return Promise.resolve(
        builtIn === undefined ? null : (require(`tm-grammars/grammars/${builtIn}.json`) as IRawGrammar),
      );
    },
    getInjections: (scopeName) =>
      contributes.grammars.filter(({ injectTo }) => injectTo?.includes(scopeName)).map((each) => each.scopeName),
  });
  const scope =
    language === 'markdown' ? MARKDOWN : contributes.grammars.find((each) => each.language === language)?.scopeName;
  const grammar = scope === undefined ? null : await registry.loadGrammar(scope);
  if (!grammar) throw new Error(`package.json contributes no grammar for ${language}.`);
  return grammar;
}

/** What is coloured in a text, in order: the kind (the scope's name before .hegao) and the words. */
export function coloured(grammar: IGrammar, text: string): string[] {
  const found: string[] = [];
  let stack = textmate.INITIAL;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    for (const { startIndex, endIndex, scopes } of tokens) {
      const kind = /\.([a-z]+)\.hegao$/.exec(scopes.at(-1) ?? '')?.[1];
      if (kind !== undefined && kind !== 'plain') found.push(`${kind} ${line.slice(startIndex, endIndex)}`);
    }
  }
  return found;
}
