import { run } from './run.js';

process.exitCode = 2;
void run(process.argv.slice(2), process).then((code) => {
  process.exitCode = code;
});
