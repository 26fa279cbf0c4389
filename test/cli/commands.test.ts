import assert from 'node:assert/strict';
import { RULES } from '../../src/core/rule/index.js';
import { Place } from './place.js';

const HEAD = 'subject,indicator,scope,period,value,unit,bound,vintage,source,source_date,locator,confidence\n';
const ROW = '长沙市,地区生产总值,,1949,12.5,亿元,,修订,长沙市志,2000-01-01,,A\n';

describe('the command line', () => {
  let place: Place;
  beforeEach(() => (place = new Place()));
  afterEach(() => place.remove());

  it('hegao extract gives the mentions of a file, sorted', async () => {
    place.write({ 'a.txt': '2022年3月，长沙市投资约3420亿元，增长5%。' });
    const { code, out } = await place.hegao(['extract', 'a.txt']);
    const { schemaVersion, files } = JSON.parse(out) as {
      schemaVersion: number;
      files: { path: string; encoding: string; mentions: { kind: string; text: string; span: { start: number } }[] }[];
    };
    assert.equal(code, 0);
    assert.equal(schemaVersion, 1);
    const mentions = files[0]?.mentions ?? [];
    const kinds = new Map(mentions.map(({ kind, text }) => [kind, text]));
    assert.equal(kinds.get('region'), '长沙市');
    assert.equal(kinds.get('quantity')?.replace('约', ''), '3420亿元');
    assert.equal(kinds.get('date'), '2022年3月');
    assert.equal(kinds.get('percent'), '5%');
    assert.deepEqual(
      [...mentions].sort((a, b) => a.span.start - b.span.start),
      mentions,
    );
  });

  it('hegao extract --format text gives a line a mention', async () => {
    const { out } = await place.hegao(['extract', '--format', 'text', '-'], { stdin: '增长5%。' });
    assert.match(out, /^-\n {2}1:3 {2}百分数 {2}5% {2}value=5/);
  });

  it('hegao facts check counts good rows and names bad ones by line and column', async () => {
    place.write({
      'good.csv': HEAD + ROW,
      'bad.csv': HEAD + ROW + ROW.replace('12.5', '三百') + ROW.replace('1949,12.5', '1950,13.5'),
    });
    assert.deepEqual(await place.hegao(['facts', 'check', 'good.csv']), { code: 0, out: '1行，都可以用。\n', err: '' });
    const { code, out } = await place.hegao(['facts', 'check', 'bad.csv']);
    assert.equal(code, 1);
    assert.match(out, /^bad\.csv:3:.*三百/);
    assert.match(out, /2行可以用；另有1处要改。\n$/);
    assert.equal((await place.hegao(['facts', 'check', 'no.csv'])).code, 2);
  });

  it('a malformed row of --facts is told; the other rows count and the text is checked', async () => {
    place.write({
      'ours.csv': `${HEAD}长沙市,地区生产总值\n${ROW}`,
      'a.txt': '1949年，长沙市地区生产总值21.5亿元。',
    });
    const { code, out, err } = await place.hegao(['check', '--facts', 'ours.csv', 'a.txt']);
    assert.equal(code, 2);
    assert.match(err, /ours\.csv:2/);
    assert.match(out, /fact-mismatch/);
  });

  it('several tables may stand behind one --facts; a table alone is no text to check', async () => {
    place.write({ 'ours.csv': HEAD + ROW, 'more.csv': HEAD, 'a.txt': '1949年，长沙市地区生产总值21.5亿元。' });
    const { out } = await place.hegao(['check', '--facts', 'more.csv', 'ours.csv', 'a.txt']);
    assert.match(out, /fact-mismatch/);
    const { code, err } = await place.hegao(['check', '--facts', 'more.csv', 'ours.csv']);
    assert.equal(code, 2);
    assert.match(err, /没有文稿/);
  });

  it('the tables in .hegao/facts above a text are its own, for checks, lists and figures', async () => {
    place.write({
      '.hegao/facts/ours.csv': HEAD + ROW,
      'drafts/a.txt': '1949年，长沙市地区生产总值21.5亿元。',
    });
    assert.match((await place.hegao(['check', 'drafts/a.txt'])).out, /应?为12\.5亿元/);
    assert.match(
      (await place.hegao(['facts', 'list', '长沙', '1949'])).out,
      /^长沙市\t地区生产总值\t\t1949\t12\.5亿元/,
    );
    const { out } = await place.hegao(['extract', 'drafts/a.txt']);
    assert.match(out, /"status":"mismatch"/);
  });

  it('hegao facts list finds rows by all words of a query', async () => {
    const { out } = await place.hegao(['facts', 'list', '长沙 生产总值']);
    const lines = out.trimEnd().split('\n');
    assert.ok(lines.length > 0 && lines.every((line) => line.includes('长沙') && line.includes('生产总值')));
    assert.match((await place.hegao(['facts', 'list', '乌有乡'])).out, /没有符合“乌有乡”的记录/);
  });

  it('hegao rules lists all, and explains one', async () => {
    const { out } = await place.hegao(['rules']);
    assert.equal(out.trimEnd().split('\n').length, RULES.length);
    assert.match(out, /^sum-mismatch\tarithmetic\t错误\t/m);
    assert.match((await place.hegao(['rules', 'sum-mismatch'])).out, /^# sum-mismatch /);
    const unknown = await place.hegao(['rules', '../contributing']);
    assert.equal(unknown.code, 2);
    assert.match(unknown.err, /没有这条规则/);
  });

  it('--help is for standard output and no error', async () => {
    const { code, out, err } = await place.hegao(['--help']);
    assert.equal(code, 0);
    assert.match(out, /check/);
    assert.equal(err, '');
  });

  it('speaks English where the surroundings do, or when asked to', async () => {
    const text = '两港吞吐量分别是：甲港13.5亿吨、乙港3.2亿吨，两港合计17.6亿吨。2月30日。';
    for (const given of [{ env: { HEGAO_LANG: 'en_GB.UTF-8' } }, { args: ['--lang', 'en'] }]) {
      const args = [...('args' in given ? given.args : []), 'check', '-'];
      const { out } = await place.hegao(args, { stdin: text, ...('env' in given ? { env: given.env } : {}) });
      assert.match(
        out,
        /error {2}Month 2 has no day 30\. Please check the date\. \(Change to “2月29日”\) {2}impossible-date\nFiles checked: 1\. /,
      );
    }
  });
});
