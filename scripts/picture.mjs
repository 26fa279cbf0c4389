// npm run picture -- [FILE] — takes a picture of the running extension for the documentation.
//   --output docs/images/main.png   where it goes
//   --width 1280 --height 800       the page's size; --scale 2 for twice the pixels
//   --theme "Default Dark Modern"   colour theme
//   --locale zh-cn                  display language: zh-cn or en
//   --line 12                       the line in view, where the caret stands
//   --show problems,hover           what else, in this order:
//            wide: no side bar; problems: the list below; hover: the explanation of the first finding from that line
//            on; fix: its quick fixes; review: one finding after the other; report: the report beside the text; desk: the
//            extension's own side bar; steps: the first steps; plain: nothing but the report or the first steps
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { inProject, main, say, Stop } from './lib/project.mjs';
import { ensureBuild } from './lib/setup.mjs';
import { openPage } from './vscode-host/browser.mjs';
import { ensureVSCode } from './vscode-host/install.mjs';
import { startServer } from './vscode-host/server.mjs';
import { openWorkbench, place } from './vscode-host/workbench.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    output: { type: 'string', default: 'docs/images/main.png' },
    width: { type: 'string', default: '1280' },
    height: { type: 'string', default: '800' },
    scale: { type: 'string', default: '1' },
    theme: { type: 'string', default: 'Default Light Modern' },
    locale: { type: 'string', default: 'zh-cn' },
    line: { type: 'string' },
    show: { type: 'string', default: 'problems' },
  },
});

/** A mark under a word of the text. */
const mark = ['error', 'warning', 'info', 'hint'].map((severity) => `.view-overlays .squiggly-${severity}`).join(', ');

const steps = {
  async wide(page) {
    await page.keyboard.press('Control+B');
    await page.waitForSelector('.part.sidebar', { state: 'hidden' });
  },
  async problems(page) {
    await page.keyboard.press('Control+Shift+M');
    await page.waitForSelector('.markers-panel .monaco-list-row');
  },
  async hover(page) {
    const { x, y } = await firstMark(page);
    // Two moves: a hover begins with the pointer coming from elsewhere.
    await page.mouse.move(x - 40, y);
    await page.mouse.move(x, y, { steps: 4 });
    await page.waitForSelector('.monaco-editor .monaco-hover .marker, .monaco-hover:visible .hover-row');
  },
  async review(page) {
    await command(page, { zh: '核稿: 逐处审改', en: 'Hegao: Review Finding by Finding' });
    await page.waitForTimeout(1500);
  },
  async report(page) {
    await command(page, { zh: '核稿: 打开审读报告', en: 'Hegao: Open Report' });
    const frame = page.frameLocator('iframe.webview').frameLocator('iframe');
    await frame.locator('table.findings').waitFor();
  },
  async desk(page) {
    const name = 'a[aria-label*="核稿"], a[aria-label*="Hegao"]';
    const icon = page.locator('.activitybar .action-item').filter({ has: page.locator(name) });
    // Near its corner: the count of findings lies over the middle.
    const { x, y } = await icon.first().boundingBox();
    await page.mouse.click(x + 8, y + 8);
    await page.waitForSelector('.part.sidebar .customview-tree .monaco-list-row');
  },
  async steps(page) {
    await command(page, { zh: 'Open Walkthrough', en: 'Open Walkthrough' });
    await page.keyboard.insertText(values.locale.startsWith('zh') ? '核稿入门' : 'First steps with Hegao');
    await page.waitForSelector('.quick-input-list .monaco-list-row');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.getting-started-step');
    await page.waitForTimeout(1000);
  },
  async plain(page) {
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Control+M');
  },
  async fix(page) {
    const { x, y } = await firstMark(page);
    await page.mouse.click(x, y);
    await page.keyboard.press('Control+.');
    await page.waitForSelector('.action-widget .monaco-list-row.action');
  },
};

/** Runs a command of the palette by its title. */
async function command(page, titles) {
  await page.keyboard.press('F1');
  await page.waitForSelector('.quick-input-widget input');
  await page.keyboard.insertText(values.locale.startsWith('zh') ? titles.zh : titles.en);
  await page.waitForSelector('.quick-input-list .monaco-list-row');
  await page.waitForTimeout(500);
  await page.keyboard.press('Enter');
}

/** The middle of the first mark in view that is not above the line asked for. */
async function firstMark(page) {
  const marks = await page.locator(mark).all();
  const boxes = (await Promise.all(marks.map((one) => one.boundingBox()))).filter((box) => box !== null);
  const caret = await page.locator('.cursors-layer .cursor').first().boundingBox();
  const after = boxes
    .filter((box) => !values.line || !caret || box.y + box.height > caret.y)
    .sort((a, b) => a.y - b.y || a.x - b.x);
  const box = after[0];
  if (!box) throw new Stop('画面中没有可指的标记。', 'There is no mark in view to point at.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 - 4 };
}

await main(async () => {
  const names = values.show.split(',').filter((name) => name !== '');
  const unknown = names.find((name) => !(name in steps));
  if (unknown)
    throw new Stop(`--show 不认识 ${unknown}。`, `--show knows ${Object.keys(steps).join(', ')}, not ${unknown}.`, 2);
  const what = { ...place(positionals[0]), line: values.line };
  await ensureBuild();
  await ensureVSCode();
  const temporary = mkdtempSync(path.join(tmpdir(), 'hegao-picture-'));
  const server = await startServer({
    userData: path.join(temporary, 'user'),
    extensions: path.join(temporary, 'extensions'),
    locale: values.locale,
    settings: {
      'workbench.colorTheme': values.theme,
      'editor.fontSize': 15,
      'editor.minimap.enabled': false,
    },
  });
  let browser;
  try {
    const opened = await openPage({ width: +values.width, height: +values.height, scale: +values.scale });
    browser = opened.browser;
    const { page } = opened;
    // A busy machine is slow to start an editor.
    page.setDefaultTimeout(90_000);
    page.setDefaultNavigationTimeout(90_000);
    // A theme of high contrast is only taken in a browser that asks for it.
    if (/High Contrast/.test(values.theme))
      await page.emulateMedia({ forcedColors: 'active', colorScheme: /Light/.test(values.theme) ? 'light' : 'dark' });
    await openWorkbench(page, server, what);
    await page.waitForSelector(mark, { timeout: 60_000 });
    for (const name of names) await steps[name](page);
    await page.evaluate('document.fonts.ready');
    // The browser's keyboard layout is of no interest to a reader.
    await page.addStyleTag({ content: '[id="status.workbench.keyboardLayout"] { display: none !important; }' });
    const file = inProject(values.output);
    mkdirSync(path.dirname(file), { recursive: true });
    await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
    say(`图片已存为 ${values.output}`, `The picture is in ${values.output}.`);
    return 0;
  } finally {
    await browser?.close();
    await server.stop();
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
});
