// The address under which the embedded VS Code opens a file with this project's extension in development.
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { inProject, root, Stop } from '../lib/project.mjs';

/** What is opened where nothing is named. */
const sample = ['samples/示例.txt', 'samples'].map((name) => inProject(name));

/**
 * What to open for an argument (relative to where the user typed it): its folder and, if it is one, the file.
 * @param {string} [argument]
 */
export function place(argument) {
  const named = argument && path.resolve(process.env.INIT_CWD ?? process.cwd(), argument);
  if (named && !existsSync(named))
    throw new Stop(`没有这个文件或文件夹：${argument}`, `There is no such file or folder: ${argument}`, 2);
  const target = named ?? sample.find((file) => existsSync(file)) ?? root;
  return statSync(target).isDirectory() ? { folder: target } : { folder: path.dirname(target), file: target };
}

/** The page's address. `line` is put in view (from 1). */
export function addressOf(server, { folder, file, line }) {
  const payload = [
    ['extensionDevelopmentPath', server.remoteUri(root)],
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  if (file) payload.push(['openFile', `${server.remoteUri(file)}${line ? `:${line}` : ''}`]);
  if (line) payload.push(['gotoLineMode', 'true']);
  return server.url({ folder, payload: JSON.stringify(payload) });
}

/** Opens that address in a page and waits until the workbench, and the file's text if there is one, can be seen. */
export async function openWorkbench(page, server, what) {
  await page.goto(addressOf(server, what));
  await page.waitForSelector('.monaco-workbench .part.editor', { timeout: 60_000 });
  if (what.file)
    await page.waitForSelector('.editor-group-container .view-lines .view-line span span', { timeout: 60_000 });
}
