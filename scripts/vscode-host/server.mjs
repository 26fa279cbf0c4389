// Runs the embedded VS Code's server on a loopback address.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { host } from './install.mjs';
import { installLanguage } from './language.mjs';

/** A quiet editor: no chat, no welcome page, no updates, nothing that looks outside. */
const calmSettings = {
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'security.workspace.trust.enabled': false,
  'files.autoSave': 'off',
  'editor.wordWrap': 'on',
  'editor.unicodeHighlight.ambiguousCharacters': false,
};

/** The environment without what a surrounding VS Code would tell this one, and without a marketplace to ask. */
function cleanEnv() {
  const env = { ...process.env, EXTENSIONS_GALLERY: '{}' };
  for (const name of ['VSCODE_IPC_HOOK_CLI', 'NODE_OPTIONS', 'ELECTRON_RUN_AS_NODE']) delete env[name];
  return env;
}

function commonArgs({ userData, extensions }) {
  return [
    ...[path.join(host.server, 'out/server-main.js'), '--accept-server-license-terms', '--telemetry-level', 'off'],
    ...[
      '--server-data-dir',
      path.join(userData, 'server'),
      '--user-data-dir',
      userData,
      '--extensions-dir',
      extensions,
    ],
  ];
}

/** Runs one of the server's commands (--install-extension …) to its end. Gives the exit code. */
export function command(folders, args) {
  const all = [...commonArgs(folders), ...args];
  const result = spawnSync(host.node, all, { env: cleanEnv(), stdio: ['ignore', 'inherit', 'pipe'], encoding: 'utf8' });
  if (result.status !== 0) process.stderr.write(result.stderr);
  return result.status ?? 1;
}

/**
 * Starts the server and waits until it listens.
 * @param folders `userData` and `extensions`: where VS Code keeps its things; settings the user has stay.
 * @param ports a port or a range of which the first free one is taken; 0 = any
 * @param settings user settings beyond the calm ones, for a new user-data folder
 * @param locale display language
 * @param logFile where the server's own chatter goes
 * @returns `url(query)`, `remoteUri(path)`, `exited` (a promise of the exit code), `stop()`
 */
export async function startServer({ userData, extensions, ports = 0, settings = {}, locale = 'en', logFile }) {
  const userSettings = path.join(userData, 'User/settings.json');
  if (!existsSync(userSettings)) {
    mkdirSync(path.dirname(userSettings), { recursive: true });
    writeFileSync(userSettings, `${JSON.stringify({ ...calmSettings, ...settings }, null, 2)}\n`);
  }
  installLanguage(userData, locale);

  const token = randomBytes(16).toString('hex');
  const args = [
    ...commonArgs({ userData, extensions }),
    ...['--host', '127.0.0.1', '--port', String(ports), '--connection-token', token, '--locale', locale],
    ...['--disable-workspace-trust', '--enable-smoke-test-driver'],
  ];
  const windows = process.platform === 'win32';
  // Its own process group, so that `stop` reaches the extension hosts too.
  const child = spawn(host.node, args, { env: cleanEnv(), stdio: ['ignore', 'pipe', 'pipe'], detached: !windows });
  const exited = new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  const log = logFile ? createWriteStream(logFile) : undefined;
  if (log) child.stderr.pipe(log);
  else child.stderr.resume();

  const kill = (signal) => {
    if (windows) spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f']);
    else
      try {
        process.kill(-child.pid, signal);
      } catch (error) {
        if (error.code !== 'ESRCH') throw error;
      }
  };
  const stop = async () => {
    kill('SIGTERM');
    const patience = setTimeout(() => kill('SIGKILL'), 3000);
    await exited;
    clearTimeout(patience);
    kill('SIGKILL');
  };

  const port = await new Promise((resolve, reject) => {
    const lines = createInterface({ input: child.stdout });
    lines.on('line', (line) => {
      log?.write(`${line}\n`);
      const listening = /listening on (\d+)/.exec(line);
      if (listening) resolve(Number(listening[1]));
    });
    void exited.then((code) => reject(new Error(`VS Code's server ended with code ${code} before it listened.`)));
  });

  const authority = `127.0.0.1:${port}`;
  const encode = (file) => path.resolve(file).replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  return {
    origin: `http://${authority}`,
    url: (query) => `http://${authority}/?${new URLSearchParams({ tkn: token, ...query })}`,
    remoteUri: (file) => `vscode-remote://${authority}${encode(file).replace(/^(?!\/)/, '/')}`,
    exited,
    stop,
  };
}
