import assert from 'node:assert/strict';
import path from 'node:path';
import { Place } from './place.js';

const SUM = '2023年，甲港吞吐量13.5亿吨、乙港3.2亿吨，两港合计17.6亿吨。';
const BRACKETS = '全市(含开发区)产值增长20%。';
const CLEAN = '全市产值增长20%。';

interface Json {
  readonly schemaVersion: number;
  readonly files: readonly {
    readonly path: string;
    readonly encoding: string;
    readonly characters: number;
    readonly findings: readonly {
      readonly ruleId: string;
      readonly severity: string;
      readonly span: { readonly start: number; readonly end: number };
      readonly range: { readonly start: { readonly line: number; readonly character: number } };
      readonly message: string;
      readonly fixes: readonly { readonly title: string; readonly kind: string }[];
    }[];
  }[];
}

describe('hegao check', () => {
  let place: Place;
  beforeEach(() => (place = new Place()));
  afterEach(() => place.remove());

  /** The rules of all findings, as JSON gives them. */
  const rules = async (...args: readonly string[]): Promise<readonly string[]> => {
    const { out } = await place.hegao(['check', '--format', 'json', ...args]);
    return (JSON.parse(out) as Json).files.flatMap(({ findings }) => findings.map(({ ruleId }) => ruleId));
  };

  describe('exit codes', () => {
    it('0 where nothing is found, or nothing at warning or above', async () => {
      place.write({ 'a.txt': CLEAN, 'b.txt': BRACKETS });
      assert.deepEqual(await place.hegao(['check', 'a.txt']), {
        code: 0,
        out: '核对了1个文件，没有发现问题。\n',
        err: '',
      });
      assert.equal((await place.hegao(['check', 'b.txt'])).code, 0);
    });

    it('1 where something is', async () => {
      place.write({ 'a.txt': SUM });
      assert.equal((await place.hegao(['check', 'a.txt'])).code, 1);
    });

    it('2 where a file cannot be read; the others are still checked', async () => {
      place.write({ 'a.txt': SUM });
      const { code, out, err } = await place.hegao(['check', 'no.txt', 'a.txt']);
      assert.equal(code, 2);
      assert.match(err, /^no\.txt: 没有这个文件/);
      assert.match(out, /sum-mismatch/);
    });

    it('2 for a wrong call, with the reason on standard error alone', async () => {
      for (const args of [
        ['check'],
        ['check', '--format', 'pdf', 'a.txt'],
        ['chekc', 'a.txt'],
        ['check', '--issue-date', '2022-02-30', 'a.txt'],
      ]) {
        const { code, out, err } = await place.hegao(args);
        assert.equal(code, 2, args.join(' '));
        assert.equal(out, '');
        assert.notEqual(err, '');
      }
    });
  });

  describe('what is checked', () => {
    it('files, standard input, globs and folders, each once', async () => {
      place.write({ 'a.txt': SUM, '稿/b.txt': SUM, '稿/c.md': SUM, '稿/d.csv': SUM });
      const paths = async (args: readonly string[]): Promise<readonly string[]> => {
        const { out } = await place.hegao(['check', '--format', 'json', ...args], { stdin: SUM });
        return (JSON.parse(out) as Json).files.map((file) => file.path);
      };
      assert.deepEqual(await paths(['a.txt', '-']), ['a.txt', '-']);
      assert.deepEqual(await paths(['稿', '稿/b.txt', './a.txt', 'a.txt']), ['稿/b.txt', '稿/c.md', './a.txt']);
      assert.deepEqual(await paths(['**/*.txt']), ['a.txt', '稿/b.txt']);
    });

    it('a folder by include and exclude of its settings', async () => {
      place.write({
        '稿/a.txt': SUM,
        '稿/旧/b.txt': SUM,
        '稿/c.log': SUM,
        '稿/.vscode/settings.json': '{"hegao.include": ["**/*.{txt,log}"], "hegao.exclude": ["旧/**"]}',
      });
      const { out } = await place.hegao(['check', '--format', 'json', '稿']);
      assert.deepEqual(
        (JSON.parse(out) as Json).files.map((file) => file.path),
        ['稿/a.txt', '稿/c.log'],
      );
    });

    it('whose globs count from the folder that holds the settings, whatever is given', async () => {
      place.write({
        '稿/a.txt': SUM,
        '稿/旧/b.txt': SUM,
        '.vscode/settings.json': '{"hegao.exclude": ["稿/旧/**"]}',
      });
      for (const given of ['稿', '.', '**/*.txt']) {
        const { out } = await place.hegao(['check', '--format', 'json', given]);
        assert.deepEqual(
          (JSON.parse(out) as Json).files.map((file) => file.path),
          ['稿/a.txt'],
        );
      }
      assert.deepEqual(await rules('稿/旧/b.txt'), ['sum-mismatch']);
      const other = new Place();
      other.write({ 'a.txt': SUM });
      assert.deepEqual(await rules(path.relative(place.folder, other.folder)), ['sum-mismatch']);
      other.remove();
    });

    it('Markdown as such, by its name', async () => {
      place.write({ 'a.md': '```\n' + BRACKETS + '\n```\n', 'a.txt': BRACKETS });
      assert.deepEqual(await rules('a.md'), []);
      assert.deepEqual(await rules('a.txt'), ['width-form']);
    });
  });

  describe('formats', () => {
    it('text: place, severity, sentence, fix, rule', async () => {
      place.write({ 'a.txt': `\n${SUM}` });
      const { out } = await place.hegao(['check', 'a.txt']);
      assert.match(
        out,
        /^a\.txt\n {2}2:31 {2}错误 {2}分项合计16\.7亿吨.*（改为“.*”） {2}sum-mismatch\n核对了1个文件，发现1处。\n$/,
      );
    });

    it('json: the object of docs/cli.md', async () => {
      place.write({ 'a.txt': `\ufeff导语。\r\n${SUM}` });
      const { out, code } = await place.hegao(['check', '--format', 'json', 'a.txt']);
      const { schemaVersion, files } = JSON.parse(out) as Json;
      const [file] = files;
      assert.equal(code, 1);
      assert.equal(schemaVersion, 1);
      assert.deepEqual([file?.path, file?.encoding, file?.characters], ['a.txt', 'utf-8', SUM.length + 5]);
      const [finding] = file?.findings ?? [];
      assert.ok(finding !== undefined);
      const { start, end } = finding.span;
      assert.equal(`导语。\r\n${SUM}`.slice(start, end), '17.6亿吨');
      assert.deepEqual(finding.range.start, { line: 1, character: start - 5 });
      assert.equal(finding.fixes[0]?.kind, 'suggestion');
    });

    it('github: a command a finding, its special characters escaped', async () => {
      place.write({ 'a,b.txt': SUM });
      const { out } = await place.hegao(['check', '--format', 'github', 'a,b.txt']);
      assert.match(
        out,
        /^::error file=a%2Cb\.txt,line=1,endLine=1,col=\d+,endColumn=\d+,title=sum-mismatch::分项合计.*\n$/,
      );
    });

    it('sarif: 2.1.0 with the rules, places, related places and fixes', async () => {
      place.write({ 'a.txt': SUM });
      const { out } = await place.hegao(['check', '--format', 'sarif', 'a.txt']);
      const log = JSON.parse(out) as {
        version: string;
        runs: {
          tool: { driver: { rules: { id: string }[] } };
          results: {
            ruleId: string;
            relatedLocations: object[];
            fixes: object[];
            locations: { physicalLocation: { region: object } }[];
          }[];
        }[];
      };
      const [first] = log.runs;
      assert.equal(log.version, '2.1.0');
      assert.ok(first?.tool.driver.rules.some(({ id }) => id === 'sum-mismatch'));
      const result = first?.results[0];
      assert.ok(result !== undefined);
      assert.equal(result.ruleId, 'sum-mismatch');
      assert.ok(result.relatedLocations.length > 0 && result.fixes.length > 0);
      const { region } = result.locations[0]?.physicalLocation ?? {};
      assert.deepEqual(region, { startLine: 1, startColumn: 31, endLine: 1, endColumn: 37 });
    });

    it('html: one page, nothing of the text taken for markup', async () => {
      place.write({ 'a.txt': SUM.replace('甲港', '甲<b>港') });
      const { out } = await place.hegao(['check', '--format', 'html', 'a.txt']);
      assert.match(out, /^<!doctype html>/);
      assert.doesNotMatch(out, /甲<b>港/);
    });
  });

  describe('settings', () => {
    it('of .vscode/settings.json near the file, with comments and trailing commas', async () => {
      place.write({
        '稿/.vscode/settings.json': '{\n  // 本刊\n  "hegao.severity": { "arithmetic": "hint", },\n}',
        '稿/一/a.txt': SUM,
        'b.txt': SUM,
      });
      const { out, code } = await place.hegao(['check', '稿/一/a.txt']);
      assert.equal(code, 0);
      assert.match(out, /建议 {2}分项合计/);
      assert.equal((await place.hegao(['check', 'b.txt'])).code, 1);
    });

    it('of --config instead', async () => {
      place.write({
        '.vscode/settings.json': '{"hegao.severity": {"arithmetic": "off"}}',
        'ours.json': '{"hegao.severity": {"arithmetic": "warning"}}',
        'a.txt': SUM,
      });
      assert.deepEqual(await rules('a.txt'), []);
      assert.deepEqual(await rules('--config', 'ours.json', 'a.txt'), ['sum-mismatch']);
    });

    it('by file, by preset, by house style', async () => {
      place.write({
        '.vscode/settings.json': JSON.stringify({
          'hegao.preset': 'book',
          'hegao.houseStyle.grouping': 'comma',
          'hegao.severityByFile': { '讲话/**': { arithmetic: 'off' } },
        }),
        '讲话/a.txt': SUM,
        'b.txt': SUM,
        'c.txt': '全市新增公路12345公里(含改建)。',
      });
      assert.deepEqual(await rules('讲话/a.txt'), []);
      assert.deepEqual(await rules('b.txt'), ['sum-mismatch']);
      assert.deepEqual(await rules('c.txt'), ['house-style', 'width-form']);
      assert.equal((await place.hegao(['check', 'c.txt'])).code, 1);
    });

    it('that do not fit are told; their default holds and the file is checked', async () => {
      place.write({
        '.vscode/settings.json': '{"hegao.maxFindings": "many", "hegao.severity": {"sums": "off"}}',
        'a.txt': SUM,
      });
      const { code, out, err } = await place.hegao(['check', 'a.txt']);
      assert.equal(code, 2);
      assert.match(err, /hegao\.maxFindings的值不合要求/);
      assert.match(err, /“sums”不是规则/);
      assert.match(out, /sum-mismatch/);
    });

    it('that cannot be read are told with their place', async () => {
      place.write({ '.vscode/settings.json': '{\n  "hegao.severity": {,}\n}', 'a.txt': SUM });
      const { code, out, err } = await place.hegao(['check', 'a.txt']);
      assert.equal(code, 2);
      assert.match(err, /settings\.json:2:\d+: 设置文件从这里起读不懂/);
      assert.match(out, /sum-mismatch/);
    });

    it('that were asked for and are missing end the run with a reason', async () => {
      place.write({ 'a.txt': SUM });
      const { code, out, err } = await place.hegao(['check', '--config', 'no.json', 'a.txt']);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, /no\.json: 没有这个设置文件；请检查路径。\n$/);
    });

    it('--min-severity leaves out what is less grave', async () => {
      place.write({ 'a.txt': `${BRACKETS}${SUM}` });
      assert.deepEqual(await rules('a.txt'), ['width-form', 'sum-mismatch']);
      assert.deepEqual(await rules('--min-severity', 'warning', 'a.txt'), ['sum-mismatch']);
    });

    it('--issue-date goes before the settings', async () => {
      place.write({
        'a.txt': '本报讯 3月30日（星期四），大桥通车。',
        '.vscode/settings.json': '{"hegao.issueDate": "2023-04-01"}',
      });
      assert.deepEqual(await rules('a.txt'), []);
      assert.deepEqual(await rules('--issue-date', '2022-04-01', 'a.txt'), ['weekday-mismatch']);
    });
  });

  describe('ignored findings', () => {
    const entry =
      '{"scope": "finding", "document": "稿/a.txt", "rule": "sum-mismatch", "before": "两港合计", "text": "17.6亿吨", "after": ""}';

    it('of .hegao/ignored.json above the file are left out', async () => {
      place.write({ '稿/a.txt': SUM, '.hegao/ignored.json': `{"schemaVersion": 1, "ignored": [${entry}]}` });
      assert.deepEqual(await rules('稿/a.txt'), []);
    });

    it('are not mended', async () => {
      place.write({
        'a.txt': BRACKETS,
        '.hegao/ignored.json': '{"ignored": [{"scope": "workspace", "rule": "width-form"}]}',
      });
      await place.hegao(['check', '--fix', 'a.txt']);
      assert.equal(place.read('a.txt'), BRACKETS);
    });

    it('that nothing needs any more are listed, and removed on request', async () => {
      const gone = '{"scope": "document", "document": "gone.txt", "rule": "stutter"}';
      const other = '{"scope": "document", "document": "other.txt", "rule": "stutter"}';
      place.write({
        '稿/a.txt': SUM,
        'other.txt': SUM,
        '.hegao/ignored.json': `{"ignored": [${entry}, ${gone}, ${other}]}`,
      });
      const { code, out } = await place.hegao(['ignored', '稿']);
      assert.equal(code, 1);
      assert.match(out, /ignored\.json: gone\.txt不报stutter：没有用处了\n$/);
      assert.equal((await place.hegao(['ignored', '--remove', '稿'])).code, 0);
      assert.doesNotMatch(place.read('.hegao/ignored.json'), /gone/);
      assert.match(place.read('.hegao/ignored.json'), /other\.txt/);
      assert.deepEqual(await rules('稿/a.txt'), []);
    });

    it('a list that cannot be read is told, and left as it is', async () => {
      place.write({ 'a.txt': SUM, '.hegao/ignored.json': '{"ignored": [}' });
      const { code, out, err } = await place.hegao(['check', 'a.txt']);
      assert.equal(code, 2);
      assert.match(err, /ignored\.json: 忽略名单不是合法的JSON/);
      assert.match(out, /sum-mismatch/);
    });
  });

  describe('--fix', () => {
    it('mends form, leaves statements, and shows what is left', async () => {
      place.write({ 'a.txt': `${BRACKETS}\r\n${SUM}` });
      const { out, code } = await place.hegao(['check', '--fix', 'a.txt']);
      assert.equal(place.read('a.txt'), `全市（含开发区）产值增长20%。\r\n${SUM}`);
      assert.equal(code, 1);
      assert.match(out, /发现1处/);
      assert.deepEqual(place.list(), ['a.txt']);
    });

    it('a second time changes nothing', async () => {
      place.write({ 'a.txt': `${BRACKETS}进行进行１２％的的工作，增长9～16亿元。` });
      await place.hegao(['check', '--fix', 'a.txt']);
      const once = place.read('a.txt');
      await place.hegao(['check', '--fix', 'a.txt']);
      assert.equal(place.read('a.txt'), once);
    });

    it('--fix-dry-run shows the difference and writes nothing', async () => {
      place.write({ 'a.txt': BRACKETS });
      const { out, code } = await place.hegao(['check', '--fix-dry-run', 'a.txt']);
      assert.equal(code, 0);
      assert.match(
        out,
        /^--- a\.txt\n\+\+\+ a\.txt\n@@ .*\n-全市\(含开发区\)产值增长20%。\n(?:\\.*\n)?\+全市（含开发区）产值增长20%。/,
      );
      assert.equal(place.read('a.txt'), BRACKETS);
    });

    it('cannot write standard input back and says so', async () => {
      const { code, err } = await place.hegao(['check', '--fix', '-'], { stdin: BRACKETS });
      assert.equal(code, 2);
      assert.match(err, /标准输入不能写回/);
    });
  });
});
