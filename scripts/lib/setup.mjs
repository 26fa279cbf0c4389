// Brings a fresh clone to the point where it runs: packages, then bundles. Does nothing where nothing changed.
import { hashOf, npm, once, run, say, Stop } from './project.mjs';

/** The oldest Node the tools below run on. */
const OLDEST_NODE = [20, 19];

/** Stops with a remedy on a Node that is too old. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new Stop(
    `需要 Node.js ${OLDEST_NODE.join('.')} 或更新的版本，现在是 ${process.versions.node}。请从 https://nodejs.org 安装后再试。`,
    `Node.js ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}. Install it from https://nodejs.org and try again.`,
  );
}

/** `npm ci`, unless node_modules already holds what the lock file says. */
export async function ensurePackages() {
  requireNode();
  const hash = hashOf('package-lock.json');
  await once('node_modules/.hegao-packages', hash, async () => {
    say('正在安装所需的软件包……', 'Installing packages …');
    if ((await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'])) !== 0)
      throw new Stop(
        '软件包未能装好，原因见上。请检查网络或 npm 的设置（registry、proxy）后再试。',
        'The packages could not be installed; the reason stands above. Check the network or npm’s registry and proxy settings, then try again.',
      );
  });
}

/** The bundles in dist/, unless they are those of the present sources. `production`: minified, without maps. */
export async function ensureBuild({ production = false } = {}) {
  await ensurePackages();
  const inputs = ['src', 'facts', 'package.json', 'package-lock.json'];
  const scripts = ['scripts/build.mjs', 'scripts/build-facts.mjs', 'scripts/build-native.mjs'];
  await once('dist/.built-from', `${hashOf(...inputs, ...scripts)} ${production}`, async () => {
    say('正在编译……', 'Building …');
    const flags = production ? ['--production'] : [];
    if ((await run(process.execPath, ['scripts/build.mjs', ...flags])) !== 0)
      throw new Stop('编译没有成功，原因见上。', 'The build failed; the reason stands above.');
  });
}
