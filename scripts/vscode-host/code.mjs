#!/usr/bin/env node
// A drop-in “VS Code executable” for @vscode/test-electron: the embedded VS Code in a headless Chromium.
// Understands [FOLDER], --extensionDevelopmentPath=, --extensionTestsPath=, --user-data-dir=, --extensions-dir=,
// --install-extension=, --list-extensions; other switches are Electron's and mean nothing here.
// Environment: HEGAO_HOST_LOCALE (display language), HEGAO_HOST_TIMEOUT (seconds), HEGAO_HOST_VERBOSE, HEGAO_HOST_LOG.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openPage } from './browser.mjs';
import { ensureVSCode } from './install.mjs';
import { command, startServer } from './server.mjs';

const development = [];
const positional = [];
const commands = [];
const options = {};
for (const argument of process.argv.slice(2)) {
  const [, name, value] = /^--([\w-]+)(?:=(.*))?$/s.exec(argument) ?? [];
  if (!name) positional.push(argument);
  else if (name === 'extensionDevelopmentPath') development.push(value);
  else if (['extensionTestsPath', 'user-data-dir', 'extensions-dir'].includes(name)) options[name] = value;
  else if (['install-extension', 'uninstall-extension', 'list-extensions', 'force'].includes(name))
    commands.push(argument);
}

/** What VS Code says about its own start and its absent parts (native modules, the network): it tells a test nothing. */
const noise = new RegExp(
  [
    ...['bindings file', 'Release/watchdog', "authentication provider 'github'", '\\[Service Worker\\]', 'AgentHost'],
    ...['chat-stt', 'ENOTFOUND', 'open-vsx', 'ERR_NAME_NOT_RESOLVED', 'ERR_INTERNET_DISCONNECTED', 'AccountPolicyGate'],
    ...['^Resolv(ing|ed) connection token', '^Creating a socket', 'reconnection-grace-time', 'builtin extensions'],
  ].join('|'),
);

await ensureVSCode();
const temporary = mkdtempSync(path.join(tmpdir(), 'hegao-vscode-'));
const folders = {
  userData: options['user-data-dir'] ?? path.join(temporary, 'user'),
  extensions: options['extensions-dir'] ?? path.join(temporary, 'extensions'),
};
try {
  process.exitCode = commands.length > 0 ? command(folders, commands) : await open();
} finally {
  rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
}

/** Opens the workbench and waits for the tests inside to end. Gives their exit code. */
async function open() {
  const server = await startServer({
    ...folders,
    locale: process.env.HEGAO_HOST_LOCALE ?? 'en',
    logFile: process.env.HEGAO_HOST_LOG,
  });
  let browser;
  try {
    const opened = await openPage();
    browser = opened.browser;
    const { page } = opened;
    const ended = new Promise((resolve, reject) => {
      const seconds = Number(process.env.HEGAO_HOST_TIMEOUT ?? 900);
      setTimeout(() => reject(new Error(`VS Code did not finish within ${seconds} s.`)), seconds * 1000).unref();
      for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => resolve(130));
      void server.exited.then((code) => reject(new Error(`VS Code's server ended with code ${code}.`)));
      page.on('crash', () => reject(new Error('The browser page crashed.')));
      page.on('pageerror', (error) => console.error('[workbench]', error.message));
      void page.exposeFunction('codeAutomationExit', resolve);
      void page.exposeFunction('codeAutomationLog', (type, args) => {
        if (process.env.HEGAO_HOST_VERBOSE || !noise.test(String(args[0]))) (console[type] ?? console.log)(...args);
      });
    });
    const payload = [
      ['enableProposedApi', ''],
      ['skipWelcome', 'true'],
      ['skipReleaseNotes', 'true'],
      ...development.map((folder) => ['extensionDevelopmentPath', server.remoteUri(folder)]),
    ];
    if (options.extensionTestsPath) payload.push(['extensionTestsPath', server.remoteUri(options.extensionTestsPath)]);
    const place = positional[0] ? { folder: path.resolve(positional[0]) } : { ew: 'true' };
    await page.goto(server.url({ ...place, payload: JSON.stringify(payload) }));
    return await ended;
  } finally {
    await browser?.close();
    await server.stop();
  }
}
