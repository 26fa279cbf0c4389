// npm start [FILE|FOLDER] — opens VS Code with this extension, from a bare clone with only Node and npm.
//   --embedded   the embedded VS Code even where a desktop one is installed
//   --no-open    print the address, do not open a browser
//   --check      open the page in a headless browser, wait until it shows, and end
import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { main, onPath, output, root, run, say } from './lib/project.mjs';
import { ensureBuild, requireNode } from './lib/setup.mjs';
import { host, ensureVSCode } from './vscode-host/install.mjs';
import { startServer } from './vscode-host/server.mjs';
import { addressOf, openWorkbench, place } from './vscode-host/workbench.mjs';

await main(async () => {
  const flags = new Set(process.argv.slice(2).filter((argument) => argument.startsWith('--')));
  const named = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
  requireNode();
  const what = place(named);
  await ensureBuild();

  const desktop = flags.has('--embedded') || flags.has('--check') ? undefined : desktopCode();
  if (desktop) {
    say('正在打开桌面版 VS Code……', 'Opening the desktop VS Code …');
    const args = [`--extensionDevelopmentPath=${root}`, what.folder, ...(what.file ? [what.file] : [])];
    const windows = process.platform === 'win32';
    return run(windows ? `"${desktop}"` : desktop, windows ? args.map((arg) => `"${arg}"`) : args, { shell: windows });
  }

  await ensureVSCode();
  const check = flags.has('--check');
  const server = await startServer({
    userData: path.join(host.folder, check ? 'check/user' : 'user'),
    extensions: path.join(host.folder, check ? 'check/extensions' : 'extensions'),
    ports: check ? 0 : '8917-8999',
    locale: process.env.HEGAO_HOST_LOCALE ?? 'zh-cn',
    logFile: path.join(host.folder, 'server.log'),
  });
  try {
    if (check) return await checkPage(server, what);
    const address = addressOf(server, what);
    say(
      `VS Code 已就绪（按 Ctrl+C 结束），请在浏览器中打开下面的地址。`,
      `VS Code is ready (Ctrl+C ends it) at this address:\n\n${address}\n`,
    );
    if (!flags.has('--no-open')) openBrowser(address);
    await Promise.race([
      server.exited,
      new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve)),
    ]);
    return 0;
  } finally {
    await server.stop();
  }
});

/** A desktop VS Code that can show a window here: its command on the PATH, 1.100 or newer. */
function desktopCode() {
  const graphical = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!graphical || process.getuid?.() === 0) return undefined;
  const code = onPath('code', 'code-insiders', 'codium');
  // The command inside a remote window opens files only.
  if (!code || realpathSync(code).includes('remote-cli')) return undefined;
  const windows = process.platform === 'win32';
  const version = output(windows ? `"${code}"` : code, ['--version'], { shell: windows })?.split('\n')[0] ?? '';
  const [major, minor] = version.split('.').map(Number);
  return major > 1 || (major === 1 && minor >= 100) ? code : undefined;
}

/** Opens an address with whatever this system opens addresses with; where there is nothing, the printed line must do. */
function openBrowser(address) {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', address]
      : process.platform === 'win32'
        ? ['rundll32', 'url.dll,FileProtocolHandler', address]
        : ['xdg-open', address];
  if (process.platform === 'linux' && !(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)) return;
  const opener = spawn(command, args, { stdio: 'ignore', detached: true });
  opener.on('error', () => say('请手动打开上面的地址。', 'Please open the address above by hand.'));
  opener.unref();
}

async function checkPage(server, what) {
  const { openPage } = await import('./vscode-host/browser.mjs');
  const { browser, page } = await openPage();
  try {
    await openWorkbench(page, server, what);
    say('页面已打开。', 'The page is open.');
    return 0;
  } finally {
    await browser.close();
  }
}
