// How long the TextMate grammar takes: a line of 10,000 characters, and 1 MB of text in paragraphs. Medians of RUNS.
//   npm run compile && node bench/grammar.mjs
import { readFileSync } from 'node:fs';
import textmate from 'vscode-textmate';

const RUNS = 5;
const { grammarFor } = await import('../out/test/grammar/colours.js');
const sample = readFileSync(new URL('../samples/示例.txt', import.meta.url), 'utf8');
const flat = sample.replaceAll('\n', '');
const paragraphs = sample.split('\n').filter((line) => line !== '');

const line = flat.repeat(Math.ceil(10_000 / flat.length)).slice(0, 10_000);
const megabyte = [];
for (let bytes = 0, i = 0; bytes < 1e6; i++) {
  const next = paragraphs[i % paragraphs.length];
  megabyte.push(next);
  bytes += Buffer.byteLength(next) + 1;
}

for (const language of ['plaintext', 'markdown']) {
  const grammar = await grammarFor(language);
  const time = (lines) => {
    const start = performance.now();
    let stack = textmate.INITIAL;
    for (const each of lines) stack = grammar.tokenizeLine2(each, stack).ruleStack;
    return performance.now() - start;
  };
  const median = (lines) => Array.from({ length: RUNS }, () => time(lines)).sort((a, b) => a - b)[RUNS >> 1];
  const characters = megabyte.reduce((sum, each) => sum + each.length + 1, 0);
  console.log(
    `${language.padEnd(10)} line of 10,000 characters ${median([line]).toFixed(0).padStart(5)} ms   ` +
      `1 MB (${characters.toLocaleString('en')} characters) ${median(megabyte).toFixed(0).padStart(6)} ms`,
  );
}
