import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { IGrammar } from 'vscode-textmate';
import { coloured, grammarFor, projectFile } from './colours.js';

/** Text, then all that is coloured in it. */
const TABLES: Readonly<Record<string, readonly (readonly [string, ...string[]])[]>> = {
  'quantities: figure, scale and unit': [
    ['达1.79万亿元', 'quantity 1.79万亿元'],
    ['3420亿元、2548亿元', 'quantity 3420亿元', 'quantity 2548亿元'],
    ['约1.89万平方公里', 'quantity 1.89万平方公里'],
    ['企业1,300多家', 'quantity 1,300多家'],
    ['企业1，300多家', 'quantity 1，300多家'],
    ['企业1\u202f300家', 'quantity 1\u202f300家'],
    ['规模超二十万亿元', 'quantity 二十万亿元'],
    ['三千多家企业、几十万人', 'quantity 三千多家', 'quantity 几十万人'],
    ['增产３４．５万吨', 'quantity ３４．５万吨'],
    ['每平方米0.5元/千瓦时', 'quantity 0.5元/千瓦时'],
    ['装机2.5GW，线路500kV', 'quantity 2.5GW', 'quantity 500kV'],
    ['结构为8.3∶41.4∶50.3', 'quantity 8.3∶41.4∶50.3'],
    ['投资9亿—16亿元', 'quantity 9亿—16亿元'],
    ['三分之二以上', 'quantity 三分之二'],
    ['由300增加到500。', 'quantity 300', 'quantity 500'],
    ['人均25米', 'quantity 25米'],
    ['3个项目20项任务', 'quantity 3个', 'quantity 20项'],
    ['投资8至10亿元', 'quantity 8至10亿元'],
    ['覆盖农村5亿人口', 'quantity 5亿'],
    ['1300年历史', 'quantity 1300年'],
  ],
  percents: [
    ['占60%', 'percent 60%'],
    ['占６０％', 'percent ６０％'],
    ['占百分之六十', 'percent 百分之六十'],
    ['百分之五点五', 'percent 百分之五点五'],
    ['提高3个百分点', 'percent 3个百分点'],
    ['提高两个百分点', 'percent 两个百分点'],
    ['15%～30%', 'percent 15%～30%'],
    ['15—30%', 'percent 15—30%'],
    ['下降-0.3%', 'percent -0.3%'],
    ['自然增长率为-0.6‰', 'percent -0.6‰'],
    ['九成以上', 'percent 九成'],
  ],
  dates: [
    ['2022年3月30日', 'date 2022年3月30日'],
    ['3月30日', 'date 3月30日'],
    ['２０２２年３月', 'date ２０２２年３月'],
    ['2022-03-30', 'date 2022-03-30'],
    ['2022.3.30', 'date 2022.3.30'],
    ['二〇二二年', 'date 二〇二二年'],
    ['二〇二二年三月三十日', 'date 二〇二二年三月三十日'],
    ['2021年末，30日', 'date 2021年末', 'date 30日'],
    ['今年8时30分', 'date 今年', 'date 8时30分'],
    ['去年十月，今年3月底', 'date 去年十月', 'date 今年3月底'],
    ['一九五六年一月', 'date 一九五六年一月'],
    ['比上年末增长', 'date 上年末'],
    ['当今年轻人，三年以上年度'],
    ['3个月、三个月', 'quantity 3个月'],
  ],
  periods: [
    ['2021—2025年', 'period 2021—2025年'],
    ['2021年至2025年', 'period 2021年至2025年'],
    ['一九五六年到一九六七年', 'period 一九五六年到一九六七年'],
    ['从2012年到2021年', 'period 2012年到2021年'],
    ['（2021—2035）', 'period 2021—2035'],
    ['“十四五”时期', 'period “十四五”时期'],
    ['“十三五”', 'period “十三五”'],
    ['“一五”期间', 'period “一五”期间'],
    ['十四五期间', 'period 十四五期间'],
    ['上半年', 'period 上半年'],
    ['2022年上半年', 'period 2022年上半年'],
    ['一季度、前三季度', 'period 一季度', 'period 前三季度'],
    ['1—5月', 'period 1—5月'],
    ['20世纪90年代，二十一世纪', 'period 20世纪90年代', 'period 二十一世纪'],
  ],
  titles: [
    ['印发《关于做好工作的意见》', 'title 《关于做好工作的意见》'],
    ['《规划（2021—2025年）》', 'title 《规划（2021—2025年）》'],
    ['《关于印发〈办法〉的通知》', 'title 《关于印发〈办法〉的通知》'],
    ['《关于修改《条例》的决定》', 'title 《关于修改《条例》的决定》'],
    ['《没有写完的标题'],
  ],
  'targets: by when, and what is promised': [
    ['到2035年，基本实现现代化', 'target 到2035年'],
    ['到“十四五”末', 'target 到“十四五”末'],
    ['到本世纪中叶', 'target 到本世纪中叶'],
    ['力争增长6%', 'target 力争', 'percent 6%'],
    ['确保粮食产量1.3万亿斤以上', 'target 确保', 'quantity 1.3万亿斤'],
    ['经济增长预期目标为5%', 'target 预期', 'percent 5%'],
    ['发展远超预期，增长6%', 'percent 6%'],
    ['确保安全。增长6%', 'percent 6%'],
    ['人均预期寿命77.3岁', 'quantity 77.3岁'],
    ['截至2021年', 'date 2021年'],
  ],
  ordinals: [
    ['第十一篇', 'ordinal 第十一篇'],
    ['居第3位', 'ordinal 第3位'],
    ['第一届、第二次', 'ordinal 第一届', 'ordinal 第二次'],
    ['列全国第五。', 'ordinal 第五'],
  ],
  'no colour for digits in names': [
    ['沿307国道和G60沪昆高速'],
    ['T3航站楼、5G基站、4S店、PM2.5年平均浓度'],
    ['“3+2”现代产业体系'],
    ['千亿级产业集群、千亿台阶'],
    ['第五航权、第三产业'],
    ['国发〔2021〕5号'],
    ['按照GB/T 15835—2011'],
    ['12345热线，电话：010-12345678'],
    ['地铁3号线1号楼'],
    ['985高校、211工程、“9·18”'],
    ['版本1.2.3'],
    ['见https://example.org/2022/3/30?a=50%25'],
    ['一个、一些、万一'],
    ['\u3000\u30001.加快发展\n2、深化改革\n（3）扩大开放'],
    ['五大任务、四面八方、千家万户'],
  ],
};

describe('colours in plain text', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await grammarFor('plaintext');
  });

  for (const [kind, rows] of Object.entries(TABLES))
    describe(kind, () => {
      for (const [text, ...expected] of rows)
        it(text.replaceAll('\n', ' ⏎ '), () => {
          assert.deepEqual(coloured(grammar, text), expected);
        });
    });

  it('each kind has the scope of its semantic token, so that colours do not change when the server answers', () => {
    const manifest = readFileSync(projectFile('package.json'), 'utf8');
    const { contributes } = JSON.parse(manifest) as {
      contributes: { semanticTokenScopes: { scopes: Record<string, string[]> }[] };
    };
    const mapped = contributes.semanticTokenScopes.flatMap(({ scopes }) => Object.values(scopes)).flat();
    const rules = readFileSync(projectFile('syntaxes/hegao.tmLanguage.json'), 'utf8');
    const scopes = [...rules.matchAll(/"name": "([a-z.-]+\.hegao)"/g)].map(([, name]) => name ?? '');
    assert.ok(scopes.length >= 7);
    assert.deepEqual(
      scopes.filter((scope) => !mapped.includes(scope)),
      [],
    );
  });

  it('the grammars are those that scripts/build-grammar.mjs writes', () => {
    const script = fileURLToPath(projectFile('scripts/build-grammar.mjs'));
    const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
  });

  it('a line of 10,000 characters that almost fit takes no more than its length allows', () => {
    for (const bait of ['1', '1,', '《', '一', '2021-', 'a', '1.', '千', '“十', '力争', '第十', '１，２３４']) {
      const line = bait.repeat(Math.ceil(10_000 / bait.length));
      const start = process.hrtime.bigint();
      coloured(grammar, line);
      const ms = Number(process.hrtime.bigint() - start) / 1e6;
      assert.ok(ms < 1000, `${bait}…: ${ms.toFixed(0)} ms`);
    }
  });
});
