// npm run clean — removes what was built. The downloaded VS Code and the packages stay, unless `--all` is given.
import { rmSync } from 'node:fs';
import { inProject } from './lib/project.mjs';

const built = ['dist', 'out', 'node_modules/.cache'];
const fetched = ['.vscode-host', '.vscode-test', 'node_modules'];
for (const name of process.argv.includes('--all') ? [...built, ...fetched] : built)
  rmSync(inProject(name), { recursive: true, force: true });
