import assert from 'node:assert/strict';
import { commands, DiagnosticSeverity, workspace, type SemanticTokens, type SemanticTokensLegend } from 'vscode';
import {
  actionsAt,
  clearDesk,
  codeOf,
  findingsWhen,
  has,
  hegao,
  hoverAt,
  lacks,
  open,
  perform,
  told,
  write,
} from './desk.js';

describe('a page on the desk', () => {
  before(hegao);
  afterEach(clearDesk);

  it('is checked when it is opened, with the place, the reason, a link to the rule and the other places', async () => {
    const { document } = await open('harbour.txt');
    const diagnostics = await findingsWhen(document, has('sum-mismatch'));
    const sum = diagnostics.find((each) => codeOf(each) === 'sum-mismatch');
    assert.ok(sum);
    assert.equal(document.getText(sum.range), '17.6亿吨');
    assert.equal(sum.severity, DiagnosticSeverity.Error);
    assert.match(sum.message, /16\.7亿吨/);
    assert.ok(typeof sum.code === 'object' && sum.code.target.path.endsWith('docs/rules/sum-mismatch.md'));
    assert.deepEqual(
      sum.relatedInformation?.map(({ location }) => document.getText(location.range)),
      ['13.5亿吨', '3.2亿吨'],
    );
  });

  it('is mended by a quick fix, and the finding goes', async () => {
    const { document } = await open('harbour.txt');
    await findingsWhen(document, has('sum-mismatch'));
    const actions = await actionsAt(document, '17.6亿吨', 'quickfix');
    const [fix] = actions;
    assert.match(fix?.title ?? '', /16\.7亿吨/);
    assert.equal(fix?.isPreferred, true);
    await perform(fix);
    assert.match(document.getText(), /两港合计16\.7亿吨/);
    const left = await findingsWhen(document, lacks('sum-mismatch'));
    assert.ok(has('stutter')(left), 'the other findings stay');
  });

  it('is mended in form all at once', async () => {
    const { document } = await open('harbour.txt');
    await findingsWhen(document, has('width-form'));
    const [action] = await actionsAt(document, document.getText(), 'source.fixAll.hegao');
    assert.ok(action);
    await perform(action);
    assert.match(document.getText(), /会议要求进行进行整改，全市（含开发区）产值增长20%。/);
    assert.match(document.getText(), /合计17\.6亿吨/, 'what the text claims is left alone');
    await findingsWhen(document, lacks('width-form'));
    assert.deepEqual(await actionsAt(document, document.getText(), 'source.fixAll.hegao'), []);
  });

  it('explains a figure under the mouse', async () => {
    const { document } = await open('harbour.txt');
    await findingsWhen(document, has('sum-mismatch'));
    const told = await hoverAt(document, '50,012.9亿元');
    assert.match(told, /5\.00129万亿元 = 50,012\.9亿元 = 5,001,290,000,000元/);
    assert.match(told, /湖南省/);
  });

  it('is coloured by what was recognised', async () => {
    const { document } = await open('harbour.txt');
    await findingsWhen(document, has('sum-mismatch'));
    const [tokens, legend] = await Promise.all([
      commands.executeCommand<SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri),
      commands.executeCommand<SemanticTokensLegend>('vscode.provideDocumentSemanticTokensLegend', document.uri),
    ]);
    const coloured: string[] = [];
    for (let i = 0, line = 0, character = 0; i < tokens.data.length; i += 5) {
      const [down = 0, right = 0, length = 0, type = 0] = tokens.data.slice(i, i + 4);
      character = down > 0 ? right : character + right;
      line += down;
      coloured.push(
        `${legend.tokenTypes[type] ?? ''} ${document.lineAt(line).text.slice(character, character + length)}`,
      );
    }
    for (const token of ['hegaoDate 2023年', 'hegaoQuantity 17.6亿吨', 'hegaoRegion 湖南省', 'hegaoTarget 到2030年'])
      assert.ok(coloured.includes(token), `${token} is not among ${coloured.join(', ')}`);
  });

  it('goes by changed settings at once', async () => {
    const { document } = await open('harbour.txt');
    await findingsWhen(document, has('sum-mismatch'));
    const settings = workspace.getConfiguration('hegao');
    try {
      await settings.update('severity', { 'sum-mismatch': 'off', form: 'hint' });
      const now = await findingsWhen(document, lacks('sum-mismatch'));
      assert.deepEqual(
        [...new Set(now.filter((each) => codeOf(each) === 'width-form').map(({ severity }) => severity))],
        [DiagnosticSeverity.Hint],
      );
      await settings.update('enable', false);
      await findingsWhen(document, (none) => none.length === 0);
    } finally {
      await settings.update('severity', undefined);
      await settings.update('enable', undefined);
    }
    await findingsWhen(document, has('sum-mismatch'));
  });

  it('is checked again by a new server if the old one dies', async () => {
    const api = await hegao();
    const { document } = await open('harbour.txt');
    await findingsWhen(document, has('sum-mismatch'));
    const { pid } = await api.engine();
    const gone = findingsWhen(document, (none) => none.length === 0);
    process.kill(pid, 'SIGKILL');
    await gone;
    await findingsWhen(document, has('sum-mismatch'));
    assert.notEqual((await api.engine()).pid, pid);
  });

  it('may be new and unsaved, and may be Markdown', async () => {
    const plain = await write('会议要求进行进行整改。');
    await findingsWhen(plain.document, has('stutter'));
    assert.deepEqual(told(plain.document), ['stutter: 进行进行']);
    const markdown = await write('# 港口\n\n会议要求进行进行整改。\n\n```\n进行进行\n```\n', 'markdown');
    await findingsWhen(markdown.document, has('stutter'));
    assert.equal(told(markdown.document).length, 1);
  });
});
