import { run } from './run.js';

// A reader that has seen enough (| head) closes the pipe: no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
process.exitCode = 2;
void run(process.argv.slice(2), process).then((code) => {
  process.exitCode = code;
});
