import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildKnowledge } from '../../src/core/fact/knowledge.js';
import { isWithin, parentChain, regionsAt } from '../../src/core/entity/division.js';
import { render } from '../../src/core/message.js';
import { loadBundled, readCheckout } from '../../src/knowledge/bundled.js';
import { SCHEMAS } from '../../src/knowledge/columns.js';
import { packTables, unpackTables } from '../../src/knowledge/compiled.js';
import { mergeRegions } from '../../src/knowledge/divisions.js';
import { placeText, readTables } from '../../src/knowledge/tables.js';
import { validateTables } from '../../src/knowledge/validate.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The problems of tables given as name and text, as an editor reads them. */
function check(files: Readonly<Record<string, string>>): string[] {
  const result = readTables(
    Object.entries(files).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) })),
  );
  return [...result.problems, ...validateTables(result)].map(
    (problem) => `${placeText(problem)} ${render(problem.message)}`,
  );
}

describe('bundled fact table', () => {
  const knowledge = loadBundled();
  const region = (name: string) => {
    const [found] = knowledge.regionsByName.get(name) ?? [];
    assert.ok(found, name);
    return found;
  };

  it('has no faults', () => {
    const result = readCheckout(root);
    const lines = [...result.problems, ...validateTables(result)].map(
      (problem) => `${placeText(problem)} ${render(problem.message)}`,
    );
    assert.deepEqual(lines, []);
  });

  it('is the same after compiling', () => {
    assert.deepEqual(unpackTables(packTables(knowledge.tables)), knowledge.tables);
  });

  it('knows every present division by full name, with the divisions above it', () => {
    assert.deepEqual(
      parentChain(knowledge, region('浏阳市')).map(({ name }) => name),
      ['长沙市', '湖南省'],
    );
    assert.deepEqual(
      parentChain(knowledge, region('浦东新区')).map(({ name }) => name),
      ['上海市'],
    );
    assert.deepEqual(
      parentChain(knowledge, region('仙桃市')).map(({ name }) => name),
      ['湖北省'],
    );
    assert.ok(isWithin(knowledge, region('醴陵市'), region('株洲市')));
    assert.ok(!isWithin(knowledge, region('醴陵市'), region('长沙市')));
    const present = knowledge.tables.regions.filter(({ validTo }) => validTo === '');
    assert.equal(present.length, 3213);
    assert.ok(!knowledge.regionsByName.has('省直辖县级行政区划'));
  });

  it('knows short names and what they may be confused with', () => {
    const names = (short: string): string[] => (knowledge.regionsByShortName.get(short) ?? []).map(({ name }) => name);
    assert.equal(names('长沙')[0], '长沙市');
    assert.ok(names('湘').includes('湖南省'));
    assert.ok(names('湘西').includes('湘西土家族苗族自治州'));
    assert.ok(names('内蒙古').includes('内蒙古自治区'));
    assert.deepEqual(names('资源'), []);
    assert.equal(region('资源县').ambiguous, 'full');
    assert.equal(region('范县').ambiguous, 'full');
    assert.equal(region('衡水市').ambiguous, 'short');
  });

  it('knows divisions of the past in their time', () => {
    const at = (name: string, year: number): number => regionsAt(knowledge.regionsByName.get(name) ?? [], year).length;
    assert.deepEqual([at('襄樊市', 2008), at('襄樊市', 2015), at('襄阳市', 2015)], [1, 0, 1]);
    assert.equal(knowledge.regionsByCode.get('420600')?.[0]?.name, '襄阳市');
    const [past] = knowledge.regionsByName.get('铜仁地区') ?? [];
    assert.ok(past);
    assert.deepEqual([past.validTo, parentChain(knowledge, past).map(({ name }) => name)], ['2011', ['贵州省']]);
  });

  it('takes short names from full ones', () => {
    const short = (code: string, name: string): string | undefined => mergeRegions([{ code, name }], [])[0]?.shortName;
    assert.equal(short('433100', '湘西土家族苗族自治州'), '湘西');
    assert.equal(short('540000', '西藏自治区'), '西藏');
    assert.equal(short('130133', '赵县'), '赵县');
    assert.equal(short('150784', '额尔古纳市'), '额尔古纳');
    assert.equal(short('420000', '神农架林区'), '神农架');
    assert.equal(short('320583', '昆山市'), '昆山');
  });

  it('finds units, indicators and statistics by every name', () => {
    assert.equal(knowledge.unitByName.get('公顷')?.baseUnit, '平方米');
    assert.deepEqual(
      knowledge.indicatorsByName.get('GDP')?.map(({ indicator }) => indicator),
      ['国内生产总值', '地区生产总值'],
    );
    assert.ok(
      knowledge
        .statisticsOf('长沙市', '地区生产总值')
        .some(({ period, value }) => period === '2021' && value === '13270.70'),
    );
    assert.deepEqual(
      knowledge.statisticsOf('京津冀地区', '地区生产总值'),
      knowledge.statisticsOf('京津冀', '地区生产总值'),
    );
  });

  it('works without any table', () => {
    assert.equal(buildKnowledge(unpackTables('{}')).unitByName.size, 0);
  });
});

describe('checks across tables', () => {
  const units = 'unit,dimension,factor_to_base,base_unit\n元,money,1,元\n亿元,money,100000000,元\n';
  const indicators = 'indicator,aliases,dimension,default_unit,aggregates\n地区生产总值,GDP,money,亿元,yes\n';
  const header = 'subject,indicator,scope,period,value,unit,vintage,source\n';

  it('reports unknown indicators and units, doubles and contradictions', () => {
    const statistics = `${header}长沙市,地区生产总值,,2021,13270.7,亿元,公报,a
长沙市,地区生产总值,,2021,13270.7,亿元,公报,b
长沙市,地区生产总值,,2021,13207.7,亿元,公报,c
长沙市,地区生产总值,,2021,13300,亿元,核实,d
长沙市,生产总值额,,2021,1,亿圆,公报,e
`;
    assert.deepEqual(check({ 'units.csv': units, 'indicators.csv': indicators, 'statistics.csv': statistics }), [
      'statistics.csv:3:18 与前面的一行重复；请删去其中一行。',
      'statistics.csv:4:18 同一数据同一版本另有一行为13270.7亿元；请核对，或注明不同的vintage。',
      'statistics.csv:4:18 同一数据同一版本另有一行为13270.7亿元；请核对，或注明不同的vintage。',
      'statistics.csv:6:5 指标表中没有“生产总值额”；请先在indicators.csv中登记。',
      'statistics.csv:6:19 单位表中没有“亿圆”。',
    ]);
  });

  it('reports groups whose members are miscounted or unknown', () => {
    const groups = 'name,kind,members,member_count,source\n三市,组合,长沙市|株州市,3,a\n';
    const regions = 'code,name,level,source\n430100,长沙市,prefecture,a\n430200,株洲市,prefecture,a\n';
    assert.deepEqual(check({ 'region_groups.csv': groups, 'regions.csv': regions }), [
      'region_groups.csv:2:15 列出2个成员，而member_count为3。',
      'region_groups.csv:2:7 区划表中没有“株州市”。',
    ]);
  });

  it('reports phrases that cannot be used or that hit right words', () => {
    const phrases = `wrong,right,standard_or_source,match
坏(帐,坏账,词典,regex
[甲乙]丙*,丁,词典,regex
工业信息化部,中国工业信息化部,词典,literal
长沙,株洲,词典,literal
`;
    const regions = 'code,name,level,source\n430100,长沙市,prefecture,a\n';
    const lines = check({ 'phrases.csv': phrases, 'regions.csv': regions });
    assert.match(lines[0] ?? '', /^phrases\.csv:2:1 不是正则表达式/);
    assert.equal(lines[1], 'phrases.csv:3:1 正则表达式的每个分支都要有固定的文字。');
    assert.equal(lines.at(-1), 'phrases.csv:5:1 误伤正式名称“长沙市”。');
  });
});

describe('docs/facts.md', () => {
  for (const { file, columns } of SCHEMAS) {
    it(`explains every column of ${file}`, () => {
      const page = readFileSync(`${root}docs/facts.md`, 'utf8');
      const section = page.slice(page.indexOf(`${file}\n`)).split(/\n##+ /)[0] ?? '';
      const explained = [...section.matchAll(/^\| (\w+) +\| (是|) *\|/gm)].map(
        ([, name = '', required = '']) => name + required,
      );
      assert.deepEqual(explained.sort(), columns.map(({ name, required }) => name + (required ? '是' : '')).sort());
    });
  }

  it('shows tables that can be used as they stand', () => {
    const page = readFileSync(`${root}docs/facts.md`, 'utf8');
    let header = '';
    const blocks = [...page.matchAll(/```csv\n([\s\S]*?)```/g)].map(([, block = '']) => block.replaceAll(/^ +/gm, ''));
    assert.equal(blocks.length, 10);
    for (const block of blocks) {
      const hasHeader = /^[a-z_,]+$/.test(block.split('\n')[0] ?? '');
      if (hasHeader) header = `${block.split('\n')[0] ?? ''}\n`;
      const bytes = new TextEncoder().encode(hasHeader ? block : header + block);
      const { problems, tables } = readTables([{ name: '例.csv', bytes }]);
      assert.deepEqual(problems, [], block);
      assert.ok(
        Object.values(tables).some((rows: readonly object[]) => rows.length > 0),
        block,
      );
    }
  });
});
