import assert from 'node:assert/strict';
import { commands, languages, window, workspace, type CodeAction, type Uri } from 'vscode';
import { actionsAt, clearDesk, findingsWhen, has, hegao, inWorkspace, lacks, open, perform, when } from './desk.js';

/** The action whose title begins like this. */
function titled(actions: readonly CodeAction[], start: string): CodeAction | undefined {
  return actions.find(({ title }) => title.startsWith(start));
}

async function contentOf(uri: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(uri));
}

async function remove(name: string): Promise<void> {
  try {
    await workspace.fs.delete(inWorkspace(name), { recursive: true });
  } catch {
    // It was not there.
  }
}

describe('what can be done about a finding', () => {
  before(hegao);
  afterEach(async () => {
    await clearDesk();
    await remove('.hegao');
  });

  it('is offered in words that a proofreader uses', async () => {
    const { document } = await open('harbour.txt');
    await findingsWhen(document, has('sum-mismatch'));
    const titles = (await actionsAt(document, '17.6亿吨', 'quickfix')).map(({ title }) => title);
    assert.deepEqual(titles.slice(-4), [
      '忽略这一处',
      '本文不再报“sum-mismatch”',
      '整个工作区不再报“sum-mismatch”',
      '查看规则说明“sum-mismatch”',
    ]);
    assert.match(titles[0] ?? '', /^改为“16\.7亿吨”$/);
    assert.ok(titles.includes('去看“13.5亿吨”（第3行）'));
  });

  it('may be a look at the other place', async () => {
    const { document } = await open('harbour.txt');
    await findingsWhen(document, has('sum-mismatch'));
    await perform(titled(await actionsAt(document, '17.6亿吨', 'quickfix'), '去看“13.5'));
    const editor = window.activeTextEditor;
    assert.equal(editor?.document.getText(editor.selection), '13.5亿吨');
  });

  it('may be a comparison of two passages side by side', async () => {
    const { document } = await open('twice.txt');
    await findingsWhen(document, has('duplicate-paragraph'));
    await perform(
      titled(await actionsAt(document, '今年以来，全市重点工程', 'quickfix'), '并排比较两处') ??
        titled(await actionsAt(document, '今年以来，全市各重点工程', 'quickfix'), '并排比较两处'),
    );
    await when(
      (listener) => window.tabGroups.onDidChangeTabs(listener),
      () => (window.tabGroups.activeTabGroup.activeTab?.label.includes('↔') === true ? true : undefined),
    );
  });

  it('may be the rule’s page', async () => {
    await commands.executeCommand('hegao.openRulePage', 'sum-mismatch');
    await when(
      (listener) => window.tabGroups.onDidChangeTabs(listener),
      () => (window.tabGroups.activeTabGroup.activeTab?.label.includes('sum-mismatch') === true ? true : undefined),
    );
  });

  it('may be to mend all form, by a command', async () => {
    const { document } = await open('harbour.txt');
    await findingsWhen(document, has('width-form'));
    await commands.executeCommand('hegao.fixAll');
    await findingsWhen(document, lacks('width-form'));
    assert.match(document.getText(), /全市（含开发区）产值增长20%/);
  });

  it('may be to ignore it: here, in this text, in the workspace; and what is ignored is kept, listed and taken out again', async () => {
    const { document } = await open('harbour.txt');
    await findingsWhen(document, has('sum-mismatch'));
    await perform(titled(await actionsAt(document, '17.6亿吨', 'quickfix'), '忽略这一处'));
    await findingsWhen(document, (now) => lacks('sum-mismatch')(now) && has('width-form')(now));
    const list = inWorkspace('.hegao/ignored.json');
    assert.match(await contentOf(list), /"scope":"finding","document":"harbour\.txt","rule":"sum-mismatch"/);

    await perform(titled(await actionsAt(document, '２０％', 'quickfix'), '本文不再报'));
    await findingsWhen(document, lacks('width-form'));
    assert.match(await contentOf(list), /"scope":"document","document":"harbour\.txt","rule":"width-form"/);

    // Entries survive edits elsewhere in the line.
    const editor = window.activeTextEditor;
    assert.ok(await editor?.edit((edit) => edit.insert(document.positionAt(0), '喜讯：')));
    await findingsWhen(document, (now) => lacks('sum-mismatch')(now) && has('stutter')(now));

    // Taken out of the file by hand: everything is told again.
    await workspace.fs.writeFile(list, new TextEncoder().encode('{"schemaVersion":1,"ignored":[]}'));
    await findingsWhen(document, (now) => has('sum-mismatch')(now) && has('width-form')(now));
  });

  it('may be to record a figure in the newsroom’s own table, which then counts', async () => {
    const { document } = await open('harbour.txt');
    await findingsWhen(document, has('sum-mismatch'));
    const [action] = await actionsAt(document, '50,012.9亿元', 'refactor.hegao.record');
    assert.equal(action, undefined, 'what the table confirms needs no record');

    const { document: other } = await open('county.txt');
    const api = await hegao();
    await when(
      (listener) => api.standing.onDidChange(listener),
      () => api.standing.of(other),
    );
    const [record] = await actionsAt(other, '318.6亿元', 'refactor.hegao.record');
    assert.match(record?.title ?? '', /^记入本刊事实表：醴陵市地区生产总值318\.6亿元$/);
    const [params] = (record?.command?.arguments ?? []) as [{ fact: object }];
    await commands.executeCommand('hegao.recordFact', {
      ...params,
      fact: { ...params.fact, source: '醴陵市2011年统计公报，2012-03-20' },
    });
    const table = await contentOf(inWorkspace('.hegao/facts/statistics.csv'));
    assert.match(table, /^\uFEFF?subject,indicator,/);
    assert.match(table, /醴陵市,地区生产总值,,2011,318\.6,亿元,,?.*醴陵市2011年统计公报,2012-03-20/);
    await when(
      (listener) => api.standing.onDidChange(listener),
      () => ((api.standing.of(other)?.marks.verified.length ?? 0) > 0 ? true : undefined),
    );

    // The table itself is checked as it is typed.
    const rows = await open('.hegao/facts/statistics.csv');
    const broken = when(
      (listener) => languages.onDidChangeDiagnostics(listener),
      () => languages.getDiagnostics(rows.document.uri).find(({ code }) => code === 'facts-table'),
    );
    const at = rows.document.getText().indexOf('318.6');
    await rows.edit((edit) => edit.insert(rows.document.positionAt(at), '约'));
    assert.match((await broken).message, /不带单位、逗号的数字/);
  });

  it('goes by a newsroom’s table as soon as it changes on disk', async function () {
    // A file in a folder made a moment ago may escape the system's watcher; written once more it does not.
    this.timeout(30_000);
    this.retries(3);
    const { document } = await open('county.txt');
    const api = await hegao();
    const standing = <Value>(look: () => Value | undefined): Promise<Value> =>
      when((listener) => api.standing.onDidChange(listener), look);
    await standing(() => api.standing.of(document));
    await workspace.fs.writeFile(
      inWorkspace('.hegao/facts/statistics.csv'),
      new TextEncoder().encode(
        'subject,indicator,period,value,unit,source,source_date\n醴陵市,地区生产总值,2011,381.6,亿元,醴陵市统计公报,2012-03-20\n',
      ),
    );
    await standing(() => ((api.standing.of(document)?.marks.mismatch.length ?? 0) > 0 ? true : undefined));
    await findingsWhen(document, has('fact-mismatch'));
  });
});
