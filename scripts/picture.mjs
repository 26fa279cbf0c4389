// npm run picture -- [FILE] — takes a picture of the running extension for the documentation.
//   --output docs/images/main.png   where it goes
//   --width 1280 --height 800       the page's size; --scale 2 for twice the pixels
//   --theme "Default Dark Modern"   colour theme
//   --locale zh-cn                  display language: zh-cn or en
//   --line 12                       the line in view, where the caret stands
//   --show problems,hover           what else, in this order:
//            wide: no side bar; problems: the list below; hover: the explanation of the first finding from that line
//            on; fix: its quick fixes
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
  async fix(page) {
    const { x, y } = await firstMark(page);
    await page.mouse.click(x, y);
    await page.keyboard.press('Control+.');
    await page.waitForSelector('.action-widget .monaco-list-row.action');
  },
};

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
    settings: { 'workbench.colorTheme': values.theme, 'editor.fontSize': 15, 'editor.minimap.enabled': false },
  });
  let browser;
  try {
    const opened = await openPage({ width: +values.width, height: +values.height, scale: +values.scale });
    browser = opened.browser;
    const { page } = opened;
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
