// The Chromium in which the embedded VS Code is driven.
import { existsSync } from 'node:fs';
import { onPath, run, say, Stop } from '../lib/project.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'msedge'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** A browser of the Chromium family on this machine, or undefined. HEGAO_CHROMIUM names another. */
export function findChromium() {
  return process.env.HEGAO_CHROMIUM ?? onPath(...names) ?? places.find((file) => existsSync(file));
}

/** The same, installed first on a Debian where this user may do so. */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (onPath('apt-get') && process.getuid?.() === 0) {
    say(
      '没有找到 Chromium，正在用 apt-get 安装（含中文字体）……',
      'No Chromium found; installing it and a Chinese font with apt-get …',
    );
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { env });
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Stop(
    '需要 Chromium、Chrome 或 Edge 浏览器。请安装其中之一（Debian：apt-get install chromium），或用 HEGAO_CHROMIUM 指明其位置；若能下载桌面版 VS Code，也可设 HEGAO_VSCODE=download。',
    'Chromium, Chrome or Edge is needed. Install one (Debian: apt-get install chromium), or name it in HEGAO_CHROMIUM; where the desktop VS Code can be downloaded, HEGAO_VSCODE=download does without.',
  );
}

/**
 * Opens a page of the given size that sees this machine only.
 * @returns `browser`, `page`
 */
export async function openPage({ width = 1280, height = 800, scale = 1 } = {}) {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: [
      ...['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
      ...['--disable-component-update', '--disable-sync'],
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
      // Chromium's sandbox does not work for root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  return { browser, page: await context.newPage() };
}
