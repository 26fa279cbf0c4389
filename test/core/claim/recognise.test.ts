import assert from 'node:assert/strict';
import { analyse } from '../../../src/core/check.js';
import { loadBundled } from '../../../src/knowledge/bundled.js';

/** kind | subject | indicator | period | figure, a tilde on what was carried over. */
function claims(text: string): readonly string[] {
  return analyse(text, loadBundled(), { issueDate: '2022-04-28' }).flatMap((article) =>
    article.claims.map(({ kind, subject, indicator, period, figure }) =>
      [
        kind,
        ...[subject, indicator, period].map((slot) =>
          slot === undefined ? '-' : slot.canonical + (slot.inherited ? '~' : ''),
        ),
        article.text.slice(figure.span.start, figure.span.end),
      ].join(' | '),
    ),
  );
}

describe('claims', () => {
  it('carry indicator and period over to the next subject', () => {
    assert.deepEqual(claims('2023年，杭州市地区生产总值20059亿元、宁波市约16453亿元。'), [
      'level | 杭州市 | 地区生产总值 | 2023 | 20059亿元',
      'level | 宁波市 | 地区生产总值~ | 2023~ | 16453亿元',
    ]);
  });

  it('pair 分别为 with the subjects before it', () => {
    assert.deepEqual(
      claims('2023年，杭州市、宁波市常住人口分别为1252.2万人和969.7万人。').map((line) =>
        line.split(' | ').slice(1, 3).join(' '),
      ),
      ['杭州市 常住人口', '宁波市 常住人口~'],
    );
  });

  it('tell a level from its growth', () => {
    assert.deepEqual(
      claims('全省粮食产量4800万吨，比上年增长1.5%，占全国的7%。').map((line) => line.split(' | ')[0]),
      ['level', 'rate', 'share'],
    );
  });

  it('do not take the year a figure is compared with for its period', () => {
    assert.deepEqual(
      claims('2021年粮食产量比2020年增加120万吨。').map((line) => line.split(' | ')[3]),
      ['2021'],
    );
  });

  it('keep narrowing words with the indicator', () => {
    assert.deepEqual(
      claims('规模以上服务业企业营业收入2711亿元。').map((line) => line.split(' | ')[2]),
      ['规模以上服务业企业营业收入'],
    );
  });
});

describe('what a figure is of', () => {
  /** indicator, a tilde on what was carried over, and figure. */
  const named = (text: string): readonly string[] =>
    analyse(text, loadBundled(), { issueDate: '2022-04-28' }).flatMap((article) =>
      article.claims.map(({ indicator, figure }) => {
        const name = indicator === undefined ? '-' : indicator.canonical + (indicator.inherited ? '~' : '');
        return `${name} ${article.text.slice(figure.span.start, figure.span.end)}`;
      }),
    );
  const kinds = (text: string): readonly string[] =>
    analyse(text, loadBundled()).flatMap((article) => article.claims.map(({ kind }) => kind));

  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'stands behind a counter',
      '全市新增2所本科高校、3所职业院校，建成5个“口袋”公园。',
      ['本科高校 2所', '职业院校 3所', '“口袋”公园 5个'],
    ],
    ['stands behind a measure that only a verb precedes', '向种粮农户发放2亿元补贴。', ['补贴 2亿元']],
    [
      'stands before 分别, one name a figure',
      '农村供电可靠率、自来水普及率分别达99.9%、94.5%。',
      ['农村供电可靠率 99.9%', '自来水普及率 94.5%'],
    ],
    [
      'was named in the clauses before 分别',
      '新建农村公路120公里，改造农村电网80公里，分别增长5%、8%。',
      ['新建农村公路 120公里', '改造农村电网 80公里', '新建农村公路~ 5%', '改造农村电网~ 8%'],
    ],
    [
      'is not what it is compared with',
      '粮食产量比上年增长2%，快于全国1.2个百分点。',
      ['粮食产量 2%', '粮食产量~ 1.2个百分点'],
    ],
    ['is the whole share', '制造业增加值占地区生产总值比重达到33%。', ['制造业增加值占地区生产总值比重 33%']],
    ['stands in the clause before', '其次是人均财产净收入，达到12500元。', ['人均财产净收入 12500元']],
    ['leaves remarks in brackets aside', '第三产业（含现代服务业）增长5%。', ['第三产业 5%']],
    ['is nothing for a mere stretch of time', '打造15分钟健身圈，试点再延长30年。', ['- 15分钟', '- 30年']],
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(named(text), expected));

  it('keeps the kind of a row, and tells times from changes', () => {
    assert.deepEqual(kinds('事故起数和死亡人数分别下降49.9%、45%。'), ['rate', 'rate']);
    assert.deepEqual(kinds('高新技术企业数增长1.7倍，铁路里程新增1700公里，城镇新增就业40万人。'), [
      'rate',
      'change',
      'level',
    ]);
    assert.deepEqual(kinds('全年降低企业利息负担约40亿元。'), ['change']);
  });

  it('gives a figure the year it is compared with, and the clauses after it their own', () => {
    assert.deepEqual(
      claims('2021年全省工程技术人员17万人，比2016年的5万人增加12万人。').map((line) => line.split(' | ')[3]),
      ['2021', '2016', '2021~'],
    );
  });

  it('takes 全国 and 我国 for the subject where a clause begins with them', () => {
    assert.deepEqual(
      claims('截至2021年底，全国共有社区服务机构56万个。全省粮食产量增长5%，高于全国2个百分点。').map(
        (line) => line.split(' | ')[1],
      ),
      ['全国', '全国~', '全国~'],
    );
  });
});

describe('targets', () => {
  const markers = (text: string): readonly string[] =>
    analyse(text, loadBundled(), { issueDate: '2022-04-28' }).flatMap((article) =>
      article.targets.map(({ marker, deadline }) => `${article.text.slice(marker.start, marker.end)} ${deadline}`),
    );

  it('are promises with a deadline', () => {
    assert.deepEqual(markers('到2025年，森林覆盖率力争达到25%。项目计划于2024年底建成。'), [
      '到2025年 2025',
      '于2024年底 2024-12',
    ]);
  });

  /** indicator and figure, with where it starts from. */
  const promised = (text: string): readonly string[] =>
    analyse(text, loadBundled(), { issueDate: '2022-04-28' }).flatMap((article) =>
      article.targets.map(({ deadline, indicator, figure, baseline, modality }) => {
        const [to, from] = [figure, baseline].map((each) =>
          each ? article.text.slice(each.span.start, each.span.end) : '',
        );
        return [deadline, indicator?.canonical ?? '', from === '' ? to : `${from}→${to}`, modality].join(' | ');
      }),
    );

  it('are one for every figure, with where it starts from', () => {
    assert.deepEqual(promised('力争到2025年，全省粮食产量达到4800万吨，常住人口城镇化率由2020年的58%提高到65%。'), [
      '2025 | 粮食产量 | 4800万吨 | 力争',
      '2025 | 常住人口城镇化率 | 58%→65% | 力争',
    ]);
  });

  it('leave out what a figure is compared with', () => {
    assert.deepEqual(promised('到2025年，森林覆盖率达到25%，比2020年提高2个百分点。'), [
      '2025 | 森林覆盖率 | 25% | 达到',
    ]);
  });

  it('are the goals of a year, up to the full stop', () => {
    assert.deepEqual(
      promised('2022年发展主要预期目标是：粮食产量500万吨以上；城镇新增就业40万人。去年粮食产量498万吨。'),
      ['2022 | 粮食产量 | 500万吨 | 目标', '2022 | 城镇新增就业 | 40万人 | 目标'],
    );
  });

  it('hold for a plan period, and before the end of a year', () => {
    assert.deepEqual(promised('“十四五”期间，力争粮食产量年均增长2%以上。'), ['2025 | 粮食产量 | 2% | 力争']);
    assert.deepEqual(promised('确保2024年底前建成通车。'), ['2024-12 |  |  | 确保']);
  });

  it('are not reports of the past', () => {
    assert.deepEqual(markers('从2016年到2020年，全市新增公园32个。2021年12月已建成。2020年底前已完成改造。'), []);
  });
});
