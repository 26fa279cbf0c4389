import assert from 'node:assert/strict';
import { layOut } from '../../../src/core/text/layout.js';
import { planYears, weekdayOf } from '../../../src/core/time/calendar.js';
import { recogniseTimes } from '../../../src/core/time/recognise.js';

/** text=value of every date and period in a sentence read on 28 April 2022. */
function times(sentence: string, issueDate: string | undefined = '2022-04-28'): readonly string[] {
  return layOut(`${sentence}。`).flatMap((article) =>
    recogniseTimes(article, issueDate).map((mention) => {
      const value =
        mention.kind === 'date'
          ? mention.value
          : mention.start === undefined
            ? undefined
            : `${mention.start}..${mention.end ?? ''}`;
      return `${article.text.slice(mention.span.start, mention.span.end)}=${value ?? '?'}`;
    }),
  );
}

const cases: readonly (readonly [string, readonly string[]])[] = [
  ['会议于2022年3月30日召开', ['2022年3月30日=2022-03-30']],
  ['二〇二二年三月三十日发布', ['二〇二二年三月三十日=2022-03-30']],
  ['自2022-03-30起施行', ['2022-03-30=2022-03-30']],
  ['3月30日公布', ['3月30日=2022-03-30']],
  ['今年2月获批', ['今年2月=2022-02']],
  ['去年年底发布', ['去年年底=2021-12..2021-12']],
  ['计划于2024年底建成', ['2024年底=2024-12..2024-12']],
  ['2021—2025年实施', ['2021—2025年=2021..2025']],
  ['行动计划（2021—2023年）', ['2021—2023年=2021..2023']],
  ['“十四五”时期', ['“十四五”时期=2021..2025']],
  ['第十四个五年规划', ['第十四个五年规划=2021..2025']],
  ['2021年前三季度', ['2021年前三季度=2021-01..2021-09']],
  ['2013年一季度末', ['2013年一季度末=2013-03..2013-03']],
  ['2014年11月到2015年3月施工', ['2014年11月到2015年3月=2014-11..2015-03']],
  ['自2020-05-26起至2020-05-29止', ['2020-05-26起至2020-05-29=2020-05-26..2020-05-29']],
  ['2015年和2018年之间', ['2015年和2018年之间=2015..2018']],
  ['2020年7月下旬', ['2020年7月下旬=2020-07-21..2020-07-31']],
  ['2021年第二周', ['2021年第二周=2021-01-11..2021-01-17']],
  ['2023年3月第二周', ['2023年3月第二周=2023-03-13..2023-03-19']],
  ['2021年最后4个月', ['2021年最后4个月=2021-09..2021-12']],
  ['2020/2021学年', ['2020/2021学年=2020..2021']],
  ['31/12/2021', ['31/12/2021=2021-12-31']],
  ['二〇一三年二月十五號', ['二〇一三年二月十五號=2013-02-15']],
  ['近三年，过去五年来', ['近三年=?', '过去五年来=?']],
  ['历时近三年', []],
  ['20世纪90年代', ['20世纪90年代=1990..1999']],
  ['2019年4月12-19日', ['2019年4月12-19日=2019-04-12..2019-04-19']],
  ['2月30日开会', ['2月30日=?']],
  ['10年来，已有12年历史，用3年时间', []],
  ['1000年的历史', []],
  ['第3个月，5个月', []],
];

describe('dates and periods', () => {
  for (const [sentence, expected] of cases) {
    it(sentence, () => {
      assert.deepEqual(times(sentence), expected);
    });
  }

  it('leaves a day without a year open where no issue date is known', () => {
    assert.deepEqual(
      layOut('3月30日公布。').flatMap((article) =>
        recogniseTimes(article).map(({ kind, span }) => `${kind} ${span.start}-${span.end}`),
      ),
      ['date 0-5'],
    );
  });

  it('takes the year of 5月 from the year printed before it', () => {
    assert.deepEqual(times('2019年3月开工，5月完工'), ['2019年3月=2019-03', '5月=2019-05']);
  });
});

describe('calendar', () => {
  it('knows the weekday of a date', () => {
    assert.equal(weekdayOf(2022, 3, 30), 3);
    assert.equal(weekdayOf(2000, 2, 29), 2);
    assert.equal(weekdayOf(1949, 10, 1), 6);
  });

  it('knows the years of the five-year plans', () => {
    assert.deepEqual(planYears(1), [1953, 1957]);
    assert.deepEqual(planYears(3), [1966, 1970]);
    assert.deepEqual(planYears(11), [2006, 2010]);
    assert.deepEqual(planYears(15), [2026, 2030]);
    assert.equal(planYears(0), undefined);
  });
});
