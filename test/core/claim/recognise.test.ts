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

  it('are not reports of the past', () => {
    assert.deepEqual(markers('从2016年到2020年，全市新增公园32个。2021年12月已建成。'), []);
  });
});
