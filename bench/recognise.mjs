// How fast texts are recognised (layout, figures, times, entities, lists, claims), and how fast all rules run on what was recognised.
// Told as ratios of processor time on the same text in the same run: to nodejieba's `tag` alone; and to the number, unit and date models of
// Recognizers-Text, where a folder that has @microsoft/recognizers-text-suite installed is given. Then the cost of a character in texts
// of 1,000 to 1,000,000 characters, which should stay flat, and the rules whose cost grows faster than the text.
//   npm run compile && npm run facts && node bench/recognise.mjs [--recognizers FOLDER] [FILE|FOLDER …]
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { analyse, runRule } = await import(path.join(root, "out/src/core/check.js"));
const { RULES } = await import(path.join(root, 'out/src/core/rule/index.js'));
const { loadBundled } = await import(path.join(root, 'out/src/knowledge/bundled.js'));

const args = process.argv.slice(2);
const at = args.indexOf('--recognizers');
const [, recognizers] = at < 0 ? [] : args.splice(at, 2);
const paths = args.length > 0 ? args : [path.join(root, 'samples')];

const filesIn = (place) =>
  statSync(place).isDirectory() ? readdirSync(place).flatMap((name) => filesIn(path.join(place, name))) : [place];
const texts = paths
  .flatMap(filesIn)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => readFileSync(file, 'utf8'));
const all = texts.join('\n');
const loaded = loadBundled(path.join(root, 'dist/facts.json'));
const knowledge = loaded.knowledge ?? loaded;

/** Exactly `length` characters of the texts, over and over if need be, from a place of their own. */
const piece = (length, from = 0) => {
  const start = from % all.length;
  const slice = all.repeat(Math.ceil((start + length) / all.length)).slice(start, start + length);
  // A string of its own, as one read from a file is, not a view of a longer one.
  return Buffer.from(slice, 'utf16le').toString('utf16le');
};

/** Processor milliseconds, which other programs on the machine disturb less than the clock. */
const cost = (run) => {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};
const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

const pieces = Array.from({ length: 40 }, (_, i) => piece(5_000, i * 5_000));
const characters = pieces.length * 5_000;
/** Runs the competitors by turns, so that all meet the same machine; medians of seven rounds after two to warm up. */
const race = (runners) => {
  const rounds = Array.from({ length: 9 }, () => Object.values(runners).map((run) => cost(() => pieces.forEach(run))));
  return Object.fromEntries(Object.keys(runners).map((name, i) => [name, median(rounds.slice(2).map((round) => round[i]))]));
};

const runners = { recognition: (text) => analyse(text, knowledge) };
try {
  const nodejieba = createRequire(path.join(root, 'package.json'))('nodejieba');
  runners['nodejieba tag'] = (text) => nodejieba.tag(text);
} catch {
  console.log('nodejieba is not built; its ratio is left out.');
}
const times = race(runners);
for (const [name, ms] of Object.entries(times))
  console.log(
    `${name.padEnd(16)} ${Math.round(characters / ms).toString().padStart(6)} thousand characters a second` +
      (name === 'recognition' ? '' : `; recognition is ${(ms / times.recognition).toFixed(2)} times as fast`),
  );

if (recognizers !== undefined) {
  const require = createRequire(path.join(path.resolve(recognizers), 'package.json'));
  const { NumberRecognizer } = require('@microsoft/recognizers-text-number');
  const { NumberWithUnitRecognizer } = require('@microsoft/recognizers-text-number-with-unit');
  const { DateTimeRecognizer } = require('@microsoft/recognizers-text-date-time');
  const chinese = 'zh-cn';
  const numbers = new NumberRecognizer(chinese);
  const units = new NumberWithUnitRecognizer(chinese);
  const dates = new DateTimeRecognizer(chinese);
  const models = [
    numbers.getNumberModel(),
    numbers.getOrdinalModel(),
    numbers.getPercentageModel(),
    units.getCurrencyModel(),
    units.getDimensionModel(),
    dates.getDateTimeModel(),
  ];
  // Their models are slow on long texts: sentences, and few of them.
  const sentences = piece(20_000).split(/(?<=[。；\n])/);
  const length = sentences.reduce((sum, each) => sum + each.length, 0);
  const theirs = cost(() => sentences.forEach((sentence) => models.forEach((model) => model.parse(sentence))));
  const ours = median(Array.from({ length: 5 }, () => cost(() => sentences.forEach((each) => analyse(each, knowledge)))));
  console.log(
    `Recognizers-Text ${(length / theirs).toFixed(1).padStart(6)} thousand characters a second, by sentences; ` +
      `recognition, by the same sentences, is ${Math.round(theirs / ours)} times as fast`,
  );
}

console.log('\nlength of text    microseconds a character: recognition, all rules');
for (const length of [1_000, 10_000, 100_000, 1_000_000]) {
  const times = Math.max(1, 200_000 / length);
  const parts = Array.from({ length: times }, (_, i) => piece(length, i * length));
  const rounds = Array.from({ length: length > 100_000 ? 1 : 3 }, () => {
    let read = [];
    const reading = cost(() => (read = parts.flatMap((part) => analyse(part, knowledge))));
    const checking = cost(() => read.forEach((article) => RULES.forEach((rule) => runRule(rule, article, knowledge))));
    return { reading, checking };
  });
  const per = (key) => ((median(rounds.map((round) => round[key])) / length / times) * 1000).toFixed(2);
  console.log(`${length.toLocaleString('en').padStart(14)}    ${per('reading').padStart(24)}  ${per('checking').padStart(12)}`);
}

console.log('\nrules that cost more than twice as much a character in 500,000 characters as in 50,000');
const [short, long] = [50_000, 500_000].map((length) =>
  Array.from({ length: 500_000 / length }, (_, i) => analyse(piece(length, i * length), knowledge)).flat(),
);
for (const rule of RULES) {
  const [one, other] = [short, long].map((articles) =>
    cost(() => articles.forEach((article) => runRule(rule, article, knowledge))),
  );
  if (other > 100 && other > 2 * one) console.log(`${rule.id.padEnd(32)} ${one.toFixed(0)} ms -> ${other.toFixed(0)} ms`);
}
