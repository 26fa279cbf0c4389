import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import {
  IGNORE,
  IGNORED,
  UNIGNORE,
  type IgnoredItem,
  type IgnoreParams,
  type IgnoreResult,
} from '../../src/server/protocol.js';
import { Client, stopAll } from './client.js';

const TEXT = '会议要求进行进行整改。\n会议要求抓紧抓紧落实。';

describe('what is ignored', () => {
  let folder: string;
  let uri: string;
  let list: string;
  let client: Client;
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'hegao-ignored-'));
    writeFileSync(path.join(folder, 'page.txt'), TEXT);
    uri = pathToFileURL(path.join(folder, 'page.txt')).href;
    list = path.join(folder, '.hegao', 'ignored.json');
    client = new Client();
    await client.start({}, pathToFileURL(folder).href);
  });
  afterEach(async () => {
    await stopAll();
    rmSync(folder, { recursive: true });
  });

  const ignore = (diagnostic: Diagnostic | undefined, scope: IgnoreParams['scope']): Promise<IgnoreResult> => {
    assert.ok(diagnostic);
    const params: IgnoreParams = { uri, ruleId: String(diagnostic.code), range: diagnostic.range, scope };
    return client.connection.sendRequest(IGNORE, params);
  };
  const entries = (): Promise<readonly IgnoredItem[]> => client.connection.sendRequest(IGNORED, { uri });

  it('is kept in the folder, is told no more, and is told again once taken out', async () => {
    const [first, second] = await client.open(uri, TEXT);
    assert.ok(first !== undefined && second !== undefined);
    let answer = client.next();
    assert.deepEqual(await ignore(first, 'finding'), { kept: 'file' });
    assert.deepEqual((await answer).diagnostics, [second]);
    assert.match(readFileSync(list, 'utf8'), /"document":"page\.txt"/);

    answer = client.next();
    await client.connection.sendRequest(UNIGNORE, { uri, keys: (await entries()).map(({ key }) => key) });
    assert.deepEqual((await answer).diagnostics, [first, second]);
  });

  it('is listed, with what has no effect any more, also of texts that are not open', async () => {
    const [first] = await client.open(uri, TEXT);
    await ignore(first, 'finding');
    assert.deepEqual(
      (await entries()).map(({ text, unused }) => [text, unused]),
      [['会议要求进行进行整改', false]],
    );
    await client.change(uri, 2, { text: '会议要求进行整改。' });
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    writeFileSync(path.join(folder, 'page.txt'), '会议要求进行整改。');
    assert.deepEqual(
      (await entries()).map(({ unused }) => unused),
      [true],
    );
  });

  it('is not written over a list that cannot be read', async () => {
    const [first] = await client.open(uri, TEXT);
    await ignore(first, 'finding');
    writeFileSync(list, '{"ignored": [');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: pathToFileURL(list).href, type: 2 }],
    });
    await client.next(({ diagnostics }) => diagnostics.length === 2);
    assert.deepEqual(await ignore(first, 'document'), { kept: 'session' });
    assert.equal(readFileSync(list, 'utf8'), '{"ignored": [');
    assert.match(client.messages.join(), /不是合法的JSON/);
  });

  it('is kept of a Word manuscript under its file’s name', async () => {
    const word = `hegao-word:/page.docx?${encodeURIComponent(pathToFileURL(path.join(folder, 'page.docx')).href)}`;
    const [first] = await client.open(word, TEXT);
    assert.ok(first);
    const gone = client.next(({ diagnostics }) => diagnostics.length === 1);
    const params = { uri: word, ruleId: String(first.code), range: first.range, scope: 'finding' };
    assert.deepEqual(await client.connection.sendRequest(IGNORE, params), { kept: 'file' });
    await gone;
    assert.match(readFileSync(list, 'utf8'), /"document":"page\.docx"/);
  });

  it('is not kept of a text that has no name yet', async () => {
    const untitled = 'untitled:Untitled-1';
    const [first] = await client.open(untitled, TEXT);
    assert.ok(first);
    const gone = client.next(({ diagnostics }) => diagnostics.length === 1);
    const params = { uri: untitled, ruleId: String(first.code), range: first.range };
    assert.deepEqual(await client.connection.sendRequest(IGNORE, { ...params, scope: 'finding' }), { kept: 'session' });
    await gone;
    assert.equal(existsSync(list), false);
    const quiet = client.next(({ diagnostics }) => diagnostics.length === 0);
    assert.deepEqual(await client.connection.sendRequest(IGNORE, { ...params, scope: 'workspace' }), { kept: 'file' });
    await quiet;
  });

  it('is offered only to clients that have the commands', async () => {
    const [first] = await client.open(uri, TEXT);
    assert.ok(first);
    assert.ok((await client.actions(uri, first.range)).every(({ command }) => command === undefined));
    const other = new Client();
    await other.start({ commands: true }, pathToFileURL(folder).href);
    await other.open(uri, TEXT);
    const titles = (await other.actions(uri, first.range, ['quickfix'])).map(({ title }) => title);
    assert.ok(titles.includes('忽略这一处'));
  });
});
