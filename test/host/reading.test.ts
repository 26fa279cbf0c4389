import assert from 'node:assert/strict';
import { commands, window, workspace } from 'vscode';
import type { Progress } from '../../src/extension/review.js';
import type { Node } from '../../src/extension/views/tree.js';
import {
  clearDesk,
  findingsWhen,
  has,
  hegao,
  hoverAt,
  lacks,
  open,
  rangeOf,
  retype,
  told,
  when,
  write,
} from './desk.js';

/** A node and what is below it, as an outline. */
function outline(nodes: readonly Node[], depth = 0): readonly string[] {
  return nodes.flatMap((node) => [
    `${'  '.repeat(depth)}${[node.label, node.description].filter((part) => part !== undefined && part !== '').join(' | ')}`,
    ...outline(node.children ?? [], depth + 1),
  ]);
}

describe('reading a page', () => {
  before(hegao);
  afterEach(clearDesk);

  it('shows under the mouse the figure in other units, what it was read as, the fact and the years around it', async () => {
    const { document } = await open('harbour.txt');
    await findingsWhen(document, has('sum-mismatch'));
    const hover = await hoverAt(document, '50,012.9亿元');
    assert.match(hover, /主体：湖南省 · 指标：地区生产总值 · 时期：2023/);
    assert.match(hover, /✓ 与事实表相符：\*\*50,012\.85亿元\*\* .*统计公报/);
    assert.match(hover, /2022 █+░* 48,670\.37亿元\n2023 █+░* 50,012\.85亿元 ◀/);
    assert.match(await hoverAt(document, '到2030年'), /目标，期限2030/);
    const again = await write(
      '2023年，湖南省地区生产总值50,012.9亿元。分析认为，2023年湖南省地区生产总值5.00129万亿元。',
    );
    await when(
      (listener) => window.onDidChangeTextEditorSelection(listener),
      () => true,
    );
    assert.match(await hoverAt(again.document, '50,012.9'), /文中另有1处说到：\[第1行 5\.00129万亿元\]/);
  });

  it('marks what agrees with the table, and what does not', async () => {
    const api = await hegao();
    const { document } = await write(
      '2023年，湖南省地区生产总值50,012.9亿元。2023年，湖北省地区生产总值85,803.6亿元。',
    );
    const { marks } = await when(
      (listener) => api.standing.onDidChange(listener),
      () => api.standing.of(document),
    );
    assert.deepEqual(
      marks.verified.map(({ start, end }) => document.lineAt(start.line).text.slice(start.character, end.character)),
      ['50,012.9亿元'],
    );
    assert.deepEqual(
      marks.mismatch.map(({ start, end }) => document.lineAt(start.line).text.slice(start.character, end.character)),
      ['85,803.6亿元'],
    );
  });

  it('waits with new findings until the line being typed rests, and takes away at once what is mended', async () => {
    const editor = await write('会议要求抓好整改。\n会议要求进行进行整改。');
    const { document } = editor;
    await findingsWhen(document, has('stutter'));
    const api = await hegao();
    await retype(editor, '抓好整改', '进行进行整改');
    const { counts } = await when(
      (listener) => api.standing.onDidChange(listener),
      () => {
        const status = api.standing.of(document);
        return status?.version === document.version ? status : undefined;
      },
    );
    assert.equal(counts.error + counts.warning + counts.information + counts.hint, 1, told(document).join());
    await findingsWhen(document, (now) => now.length === 2);
    await retype(editor, '进行进行整改', '抓好整改');
    await findingsWhen(document, (now) => now.length === 1);
  });

  it('is coloured by family, each of which a command switches', async () => {
    const setting = (): boolean | undefined => workspace.getConfiguration('hegao').get('highlight.entities');
    assert.equal(setting(), true);
    await commands.executeCommand('hegao.toggleHighlight.entities');
    assert.equal(setting(), false);
    const { document } = await open('harbour.txt');
    await findingsWhen(document, has('sum-mismatch'));
    const { data } = await commands.executeCommand<{ data: Uint32Array }>(
      'vscode.provideDocumentSemanticTokens',
      document.uri,
    );
    const types = new Set([...data].filter((_, i) => i % 5 === 3));
    assert.ok(![5, 6, 7].some((type) => types.has(type)), 'regions are not coloured');
    await commands.executeCommand('hegao.toggleHighlight.entities');
    assert.equal(setting(), true);
  });

  it('lists findings, claims, targets and names beside it', async () => {
    const { document } = await open('harbour.txt');
    await findingsWhen(document, has('sum-mismatch'));
    const { views } = await hegao();
    const findings = outline(await views.nodes('findings'));
    assert.equal(findings[0], '计算 | 1');
    assert.match(findings[1] ?? '', /^ {2}17\.6亿吨 \| /);
    assert.ok(findings.some((line) => line.startsWith('数字用法 | ')));
    const claims = outline(await views.nodes('claims'));
    assert.ok(claims.includes('50,012.9亿元 | 湖南省 · 地区生产总值 · 2023'), claims.join('\n'));
    await commands.executeCommand('hegao.filterClaims', 'verified');
    assert.deepEqual(outline(await views.nodes('claims')), ['50,012.9亿元 | 湖南省 · 地区生产总值 · 2023']);
    await commands.executeCommand('hegao.filterClaims', 'all');
    assert.equal(outline(await views.nodes('targets'))[0], '2030 | 1');
    assert.ok(outline(await views.nodes('entities')).includes('  湖南省'));
    await commands.executeCommand('hegao.findFact', '湖南省 地区生产总值 2023');
    const facts = outline(await views.nodes('facts'));
    assert.match(facts[0] ?? '', /^湖南省 地区生产总值 2023 \| 50,012\.\d+亿元$/);
    assert.match(facts[1] ?? '', /^ {2}.*统计/);
  });

  it('can be kept beside itself and compared with an older version', async () => {
    const editor = await open('harbour.txt');
    await findingsWhen(editor.document, has('sum-mismatch'));
    await commands.executeCommand('workbench.action.splitEditor');
    assert.equal(window.visibleTextEditors.length, 2);
    const old = await write('会议要求进行整改。');
    await commands.executeCommand('vscode.diff', old.document.uri, editor.document.uri, '比较');
    await retype(editor, '17.6亿吨', '16.7亿吨').catch(() => undefined);
    await findingsWhen(editor.document, () => true);
  });

  it('goes finding by finding with single keys, counts them and says when it is done', async () => {
    const { review } = await hegao();
    const progress = (): Progress | undefined => review.progress;
    const editor = await open('harbour.txt');
    const { document } = editor;
    await findingsWhen(document, has('sum-mismatch'));
    await commands.executeCommand('hegao.review.start');
    const total = progress()?.total ?? 0;
    assert.deepEqual(progress(), { place: 1, total, finding: 'sum-mismatch' });
    assert.ok(total >= 4);
    assert.ok(window.activeTextEditor?.selection.isEqual(rangeOf(document, '17.6亿吨')));
    await commands.executeCommand('hegao.review.accept');
    assert.match(document.getText(), /合计16\.7亿吨/);
    assert.deepEqual([progress()?.place, progress()?.total], [2, total]);
    await commands.executeCommand('hegao.review.undo');
    assert.match(document.getText(), /合计17\.6亿吨/);
    assert.equal(progress()?.finding, 'sum-mismatch');
    await commands.executeCommand('hegao.review.next');
    assert.equal(progress()?.finding, 'stutter');
    await commands.executeCommand('hegao.review.back');
    assert.equal(progress()?.finding, 'sum-mismatch');
    await commands.executeCommand('hegao.review.ignore');
    assert.equal(progress()?.finding, 'stutter');
    await findingsWhen(document, lacks('sum-mismatch'));
    await commands.executeCommand('hegao.review.undo');
    assert.equal(progress()?.finding, 'sum-mismatch');
    await findingsWhen(document, has('sum-mismatch'));
    for (let i = 0; i < total; i++) await commands.executeCommand('hegao.review.next');
    assert.equal(progress(), undefined);
  });
});
