import assert from 'node:assert/strict';
import type {
  Diagnostic,
  DocumentSymbol,
  Hover,
  InitializeResult,
  Range,
  SemanticTokens,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Client, stopAll } from './client.js';

const SUM = '2023年，甲港吞吐量13.5亿吨、乙港3.2亿吨，两港合计17.6亿吨。';
const URI = 'file:///page.txt';

/** What a range covers. */
function covered(text: string, { start, end }: Range): string {
  const document = TextDocument.create(URI, 'plaintext', 1, text);
  return text.slice(document.offsetAt(start), document.offsetAt(end));
}

/** code: covered text of every diagnostic. */
function told(text: string, diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ code, range }) => `${String(code)}: ${covered(text, range)}`);
}

describe('the language server', () => {
  let client: Client;
  let started: InitializeResult;
  beforeEach(async () => {
    client = new Client();
    started = await client.start();
  });
  afterEach(stopAll);

  for (const [name, end] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ] as const) {
    it(`puts findings where they are, behind emoji and ${name} line ends`, async () => {
      const text = ['港口😀快讯', '', `本报讯 😀${SUM}`].join(end);
      assert.deepEqual(told(text, await client.open(URI, text)), ['sum-mismatch: 17.6亿吨']);
    });
  }

  it('gives code, link to the page, related places and source', async () => {
    const [diagnostic] = await client.open(URI, SUM);
    assert.equal(diagnostic?.codeDescription?.href, 'file:///pages/sum-mismatch.md');
    assert.equal(diagnostic.source, '核稿');
    assert.equal(diagnostic.severity, 1);
    assert.deepEqual(
      diagnostic.relatedInformation?.map(({ location, message }) => `${message} ${covered(SUM, location.range)}`),
      ['分项 13.5亿吨', '分项 3.2亿吨'],
    );
  });

  it('speaks English to an English editor', async () => {
    const english = new Client();
    await english.start({ locale: 'en' });
    const [diagnostic] = await english.open(URI, SUM);
    assert.match(diagnostic?.message as string, /^[\x20-\x7e“”]*16\.7亿吨/);
  });

  it('follows edits and tells the version it speaks of', async () => {
    await client.open(URI, SUM);
    const answer = client.next(({ version }) => version === 2);
    const start = { line: 0, character: SUM.indexOf('17.6') };
    await client.change(URI, 2, { range: { start, end: { line: 0, character: start.character + 4 } }, text: '16.7' });
    assert.deepEqual((await answer).diagnostics, []);
  });

  it('tells nothing of a version that has passed', async () => {
    await client.open(URI, SUM);
    const before = client.published.length;
    const last = client.next(({ version }) => version === 6);
    for (let version = 2; version <= 6; version++)
      await client.change(URI, version, { text: `${SUM}${'，'.repeat(version)}。` });
    await last;
    assert.deepEqual(
      client.published.slice(before).map(({ version }) => version),
      [6],
    );
  });

  it('mends by a quick fix bound to the version it was found in', async () => {
    const text = '会议要求进行进行整改。';
    const [diagnostic] = await client.open(URI, text);
    assert.ok(diagnostic);
    const [action] = await client.actions(URI, diagnostic.range, ['quickfix']);
    const [change] = action?.edit?.documentChanges ?? [];
    assert.ok(change !== undefined && 'edits' in change && change.textDocument.version === 1 && action?.isPreferred);
    const edits = change.edits.filter((edit) => 'newText' in edit);
    assert.equal(TextDocument.applyEdits(TextDocument.create(URI, 'plaintext', 1, text), edits), '会议要求进行整改。');
  });

  it('mends all form at once, and then nothing is left to mend', async () => {
    let text = '全市(含开发区)产值增长２０％，其中出口(按美元计)下降３％。';
    await client.open(URI, text);
    const whole = { start: { line: 0, character: 0 }, end: { line: 0, character: text.length } };
    const [action] = await client.actions(URI, whole, ['source.fixAll.hegao']);
    const [change] = action?.edit?.documentChanges ?? [];
    assert.ok(change !== undefined && 'edits' in change);
    text = TextDocument.applyEdits(
      TextDocument.create(URI, 'plaintext', 1, text),
      change.edits.filter((edit) => 'newText' in edit),
    );
    assert.equal(text, '全市（含开发区）产值增长20%，其中出口（按美元计）下降3%。');
    await client.change(URI, 2, { text });
    assert.deepEqual(await client.actions(URI, whole, ['source.fixAll.hegao']), []);
  });

  it('explains a figure in other units and what it was read as', async () => {
    const text = '2023年，杭州市地区生产总值20059亿元。';
    await client.open(URI, text);
    const hover: Hover | null = await client.connection.sendRequest('textDocument/hover', {
      textDocument: { uri: URI },
      position: { line: 0, character: text.indexOf('059') },
    });
    const value =
      hover !== null && typeof hover.contents === 'object' && 'value' in hover.contents ? hover.contents.value : '';
    assert.match(value, /2\.0059万亿元 = 20,059亿元/);
    assert.match(value, /主体：杭州市.*指标：地区生产总值.*时期：2023/);
  });

  it('colours what it recognised', async () => {
    const types = started.capabilities.semanticTokensProvider?.legend.tokenTypes ?? [];
    const text = '2023年，湖南省产值增长5.2%。\n到2030年达到8万亿元。';
    await client.open(URI, text);
    const { data }: SemanticTokens = await client.connection.sendRequest('textDocument/semanticTokens/full', {
      textDocument: { uri: URI },
    });
    const lines = text.split('\n');
    const tokens: string[] = [];
    for (let i = 0, line = 0, character = 0; i < data.length; i += 5) {
      const [down = 0, right = 0, length = 0, type = 0] = data.slice(i, i + 4);
      character = down > 0 ? right : character + right;
      line += down;
      tokens.push(`${types[type] ?? ''} ${lines[line]?.slice(character, character + length) ?? ''}`);
    }
    assert.deepEqual(tokens, [
      'hegaoDate 2023年',
      'hegaoRegion 湖南省',
      'hegaoPercent 5.2%',
      'hegaoTarget 到2030年',
      'hegaoQuantity 8万亿元',
    ]);
  });

  it('lists articles and headings', async () => {
    await client.open(URI, '港口扩容\n\n本报讯 港口扩容开工。\n\n明年完工\n\n工程明年完工，年底通航。');
    const symbols: DocumentSymbol[] = await client.connection.sendRequest('textDocument/documentSymbol', {
      textDocument: { uri: URI },
    });
    assert.deepEqual(
      symbols.map(({ name, children }) => [name, children?.map((child) => child.name)]),
      [['港口扩容', ['明年完工']]],
    );
  });

  it('goes by changed settings at once', async () => {
    await client.open(URI, SUM);
    client.configuration = { severity: { 'sum-mismatch': 'hint' } };
    let answer = client.next();
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
    assert.deepEqual(
      (await answer).diagnostics.map(({ severity }) => severity),
      [4],
    );
    client.configuration = { severity: { arithmetic: 'off' } };
    answer = client.next();
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
    assert.deepEqual((await answer).diagnostics, []);
  });

  it('says of a text that is too long that it was not checked', async () => {
    const [diagnostic] = await client.open(URI, '产值增长。'.repeat(1_300_000));
    assert.equal(diagnostic?.code, 'too-long');
  });

  it('stays silent on an empty and on a binary document', async () => {
    assert.deepEqual(await client.open(URI, ''), []);
    assert.deepEqual(await client.open('file:///b.txt', '\u0000\u0001\ufffd\u0000'.repeat(50)), []);
  });

  it('answers those that ask for diagnostics', async () => {
    const asking = new Client();
    const { capabilities } = await asking.start({ pull: true });
    assert.equal(capabilities.diagnosticProvider?.workspaceDiagnostics, true);
    await asking.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: URI, languageId: 'plaintext', version: 1, text: SUM },
    });
    const { items }: { items: Diagnostic[] } = await asking.connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri: URI },
    });
    assert.deepEqual(told(SUM, items), ['sum-mismatch: 17.6亿吨']);
    const report: WorkspaceDiagnosticReport = await asking.connection.sendRequest('workspace/diagnostic', {
      previousResultIds: [],
    });
    assert.deepEqual(
      report.items.map(({ uri }) => uri),
      [URI],
    );
    assert.deepEqual(asking.published, []);
  });
});
