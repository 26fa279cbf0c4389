import assert from 'node:assert/strict';
import fc from 'fast-check';
import { render } from '../../src/core/message.js';
import { readCsv } from '../../src/knowledge/csv.js';
import { placeText, readTables, type ReadResult } from '../../src/knowledge/tables.js';

const HEADER = 'subject,indicator,scope,period,value,unit,bound,vintage,source,source_date,locator,confidence';

function read(text: string | Uint8Array, name = 'statistics.csv'): ReadResult {
  return readTables([{ name, bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text }]);
}

/** Each problem as an editor reads it. */
function problems({ problems }: ReadResult): string[] {
  return problems.map((problem) => `${placeText(problem)} ${render(problem.message)}`);
}

describe('reading tables', () => {
  it('reads rows with quoted cells, lists and a byte-order mark', () => {
    const { tables } = read(
      '\uFEFFindicator,aliases,dimension,default_unit,aggregates,note\r\n地区生产总值,GDP|生产总值,money,亿元,yes,"初核,终核"\r\n',
      'indicators.csv',
    );
    assert.deepEqual(tables.indicators, [
      {
        indicator: '地区生产总值',
        aliases: ['GDP', '生产总值'],
        dimension: 'money',
        defaultUnit: '亿元',
        aggregates: true,
        note: '初核,终核',
      },
    ]);
  });

  it('reads GB18030, which Excel writes in China', () => {
    // subject,indicator,period,value,unit,source / 长沙市,地区生产总值,2021,13270.70,亿元,公报
    const bytes = Buffer.concat([
      Buffer.from('subject,indicator,period,value,unit,source\r\n'),
      Buffer.from('b3a4c9b3cad0', 'hex'),
      Buffer.from(','),
      Buffer.from('b5d8c7f8c9fab2fad7dcd6b5', 'hex'),
      Buffer.from(',2021,13270.70,'),
      Buffer.from('d2dad4aa', 'hex'),
      Buffer.from(','),
      Buffer.from('b9abb1a8', 'hex'),
    ]);
    const [row] = read(bytes).tables.statistics;
    assert.deepEqual(
      [row?.subject, row?.indicator, row?.value, row?.unit],
      ['长沙市', '地区生产总值', '13270.70', '亿元'],
    );
  });

  it('tells the table by its columns where the file has another name', () => {
    const { tables } = read(
      'source,value,unit,period,indicator,subject,编者按\n公报,3420.3,亿元,2021,地区生产总值,株洲市,x\n',
      '我的数据.csv',
    );
    assert.equal(tables.statistics[0]?.subject, '株洲市');
  });

  it('reports each bad row at its place, and uses the others', () => {
    const result = read(
      [
        HEADER,
        '长沙市,地区生产总值,,2021,"13,270.70",亿元,,,公报,2022,,A',
        '株洲市,地区生产总值,,2021,3420.3,亿元,,,公报,2022,,A',
        '衡阳市,地区生产总值,,2021年,3840.31,亿元,,,公报,2022,,A',
        '湘潭市,地区生产总值,,2021,2548',
        '邵阳市,地区生产总值,,2021,2461.5,亿元,约,,,2022-02-30,,A',
      ].join('\n'),
    );
    assert.deepEqual(problems(result), [
      'statistics.csv:2:18 “value”应是不带单位、逗号的数字，如3420.3，现为“13,270.70”。',
      'statistics.csv:4:13 “period”应写作2021、2021-12-31、2021-Q1或2016/2020，现为“2021年”。',
      'statistics.csv:5:1 这一行有5格，列名有12格；含逗号的单元格要加双引号，空格也要保留逗号。',
      'statistics.csv:6:28 “bound”应为空或≈、>、>=、<、<=之一，现为“约”。',
      'statistics.csv:6:31 “source”不能为空；请填写后再用。',
      'statistics.csv:6:32 “source_date”应是2022-03-30、2022-03或2022这样的日期，现为“2022-02-30”。',
    ]);
    assert.deepEqual(
      result.tables.statistics.map(({ subject }) => subject),
      ['株洲市'],
    );
  });

  it('loses only the line whose quotation marks are wrong', () => {
    const result = read(
      'event,aliases,date,source\n甲,,2001,a\n"乙,,2002,b\n丙,,2003,c\n丁,"丁一",2004,d\n戊,x"y,2005,e\n己,"多\n行",2006,f\n',
      'events.csv',
    );
    assert.deepEqual(
      result.problems.map(({ line }) => line),
      [3, 6],
    );
    assert.deepEqual(
      result.tables.events.map(({ event }) => event),
      ['甲', '丙', '丁', '己'],
    );
  });

  it('says what a file lacks', () => {
    assert.deepEqual(problems(read('')), ['statistics.csv:1:1 文件是空的；第一行应是列名。']);
    assert.deepEqual(problems(read('subject,value\n')), [
      'statistics.csv:1:1 缺少列indicator、source；请在第一行补上。',
    ]);
    assert.match(problems(read('a,b\n', '笔记.csv')).join(), /笔记\.csv:1:1 看不出这是哪一种事实表/);
    assert.match(problems(read(new Uint8Array([0xff, 0xff, 0, 0]))).join(), /^statistics\.csv:1:1 这不是文本文件/);
  });

  it('knows where each row and cell stands', () => {
    const result = read('event,aliases,date,source\n"甲,一",,2001,a\n\n乙,别名,2002,b\n', 'events.csv');
    const [first, second] = result.tables.events;
    assert.ok(first !== undefined && second !== undefined);
    const placeOf = (row: object, field: string): string => {
      const place = result.placeOf(row, field);
      return place === undefined ? '' : placeText(place);
    };
    assert.equal(placeOf(first, 'date'), 'events.csv:2:8');
    assert.equal(placeOf(second, 'aliases'), 'events.csv:4:3');
  });

  it('gives back any cells that were written as CSV', () => {
    const cell = fc.string({ unit: fc.constantFrom('甲', 'a', ',', '"', '\n', ' ', '|', '1') });
    const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        const { rows: read, faults } = readCsv(rows.map((row) => row.map(quote).join(',')).join('\r\n'));
        assert.deepEqual(faults, []);
        assert.deepEqual(
          read.map(({ cells }) => cells),
          rows,
        );
      }),
    );
  });
});
