import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { analyse } from '../../src/core/check.js';
import { rowOfClaim } from '../../src/core/fact/claim-row.js';
import { verifyClaim } from '../../src/core/fact/verify.js';
import { render } from '../../src/core/message.js';
import { loadBundled } from '../../src/knowledge/bundled.js';
import { encode } from '../../src/knowledge/decode.js';
import { knowledgeWith } from '../../src/knowledge/layered.js';
import { appendFact, checkTable, nearestWorkspace } from '../../src/knowledge/own-table.js';
import { placeText, readTables } from '../../src/knowledge/tables.js';

const HEADER = 'subject,indicator,scope,period,value,unit,bound,vintage,source,source_date,locator,confidence';

/** A workbook as Excel writes it: shared strings, styles, one sheet per name. A number cell is [value, style]. */
function workbook(
  sheets: Readonly<Record<string, readonly (readonly (string | readonly [number, number])[])[]>>,
): Uint8Array {
  const strings: string[] = [];
  const names = Object.keys(sheets);
  const cell = (value: string | readonly [number, number], row: number, column: number): string => {
    const place = `${String.fromCharCode(65 + column)}${row + 1}`;
    if (value === '') return '';
    if (typeof value !== 'string') return `<c r="${place}" s="${value[1]}"><v>${value[0]}</v></c>`;
    strings.push(value);
    return `<c r="${place}" t="s"><v>${strings.length - 1}</v></c>`;
  };
  const parts: Record<string, string> = {};
  names.forEach((name, i) => {
    const rows = (sheets[name] ?? []).map(
      (row, y) => `<row r="${y + 1}">${row.map((each, x) => cell(each, y, x)).join('')}</row>`,
    );
    parts[`xl/worksheets/sheet${i + 1}.xml`] = `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`;
  });
  parts['xl/workbook.xml'] =
    `<workbook xmlns:r="r"><sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`;
  parts['xl/_rels/workbook.xml.rels'] =
    `<Relationships>${names.map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`;
  parts['xl/styles.xml'] =
    '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="0.00_ "/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="14"/></cellXfs></styleSheet>';
  parts['xl/sharedStrings.xml'] =
    `<sst>${strings.map((text) => `<si><r><t>${text}</t></r><rPh><t>音</t></rPh></si>`).join('')}</sst>`;
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}

const COLUMNS = ['subject', 'indicator', 'period', 'value', 'unit', 'source', 'source_date'];

describe("a newsroom's own table", () => {
  it('is read from a workbook, with the places that cells show and dates as ISO', () => {
    const bytes = workbook({
      本报数据: [
        COLUMNS,
        ['浏阳市', '地区生产总值', [2021, 0], [1616.4, 1], '亿元', '浏阳市2021年统计公报', [44_642, 2]],
        ['', '', '', '', '', '', ''],
        ['醴陵市', '地区生产总值', [2021, 0], '约800亿', '亿元', '醴陵市2021年统计公报'],
      ],
    });
    const { tables, problems } = readTables([{ name: '数据.xlsx', bytes }]);
    const [row] = tables.statistics;
    assert.deepEqual(
      [row?.subject, row?.period, row?.value, row?.sourceDate],
      ['浏阳市', '2021', '1616.40', '2022-03-22'],
    );
    assert.deepEqual(problems.map(placeText), ['数据.xlsx:4:4']);
  });

  it('may be several sheets, and says which of them is no table', () => {
    const bytes = workbook({
      statistics: [COLUMNS, ['浏阳市', '地区生产总值', [2021, 0], [1616.4, 0], '亿元', '公报']],
      说明: [['本表由编辑部维护']],
      大事: [
        ['event', 'date', 'source'],
        ['报社成立', '1949-08-05', '社史'],
      ],
    });
    const { tables, problems } = readTables([{ name: '数据.xlsx', bytes }]);
    assert.deepEqual([tables.statistics.length, tables.events.length], [1, 1]);
    assert.deepEqual(
      problems.map((problem) => `${placeText(problem)} ${problem.severity}`),
      ['数据.xlsx（说明）:1:1 warning'],
    );
  });

  it('that is a damaged workbook is named, not thrown', () => {
    const bytes = workbook({ 表: [COLUMNS] }).slice(0, 300);
    const [problem] = readTables([{ name: '数据.xlsx', bytes }]).problems;
    assert.match(render(problem?.message ?? { template: '', args: [] }), /不是可读的Excel工作簿/);
  });

  it('goes before the bundled one, in UTF-8, with a mark, and in GB18030', () => {
    const csv =
      'subject,indicator,period,value,unit,vintage,source\n长沙市,地区生产总值,2021,13333.33,亿元,公报,本报核定\n浏阳市,地区生产总值,2021,1616.4,亿元,,公报\n';
    for (const storage of [
      { encoding: 'utf-8', bom: false },
      { encoding: 'utf-8', bom: true },
      { encoding: 'gb18030', bom: false },
    ] as const) {
      const folder = mkdtempSync(path.join(tmpdir(), 'hegao-'));
      try {
        mkdirSync(path.join(folder, '.hegao', 'facts'), { recursive: true });
        mkdirSync(path.join(folder, '稿件'));
        writeFileSync(path.join(folder, '.hegao', 'facts', '本报.csv'), encode(csv, storage) ?? '');
        assert.equal(nearestWorkspace(path.join(folder, '稿件')), folder);
        const { knowledge, faults } = knowledgeWith([], folder);
        assert.deepEqual(faults, []);
        assert.deepEqual(
          knowledge
            .statisticsOf('长沙市', '地区生产总值')
            .filter(({ period, vintage }) => period === '2021' && vintage === '公报')
            .map(({ value }) => value),
          ['13333.33'],
        );
        const [article] = analyse('2021年，浏阳市地区生产总值1616.4亿元。', knowledge);
        const claim = article?.claims[0];
        assert.ok(article !== undefined && claim !== undefined);
        assert.equal(verifyClaim(article, knowledge, claim).status, 'verified');
      } finally {
        rmSync(folder, { recursive: true });
      }
    }
  });

  it('is checked as it is typed: bad cells, unknown names, contradictions, at their spans', () => {
    const text = [
      HEADER,
      '浏阳市,地区生产总值,,2021年,1616.4,亿元,,,公报,2022,,A',
      '浏阳市,幸福总值,,2021,1616.4,亿元,,,公报,2022,,A',
      '浏阳市,常住人口,,2021-12-31,"143,1",万人,,,公报,2022,,A',
      '醴陵市,地区生产总值,,2021,800,亿元,,,公报,2022,,A',
      '醴陵市,地区生产总值,,2021,900,亿元,,,公报,2022,,A',
    ].join('\r\n');
    const found = checkTable(text, '本报.csv').map(
      ({ span, severity, message }) =>
        `${severity} ${text.slice(span.start, span.end)} ${render(message).slice(0, 10)}`,
    );
    assert.deepEqual(found, [
      'error 2021年 “period”应写',
      'warning 幸福总值 指标表中没有“幸福总',
      'error "143,1" “value”应是不',
      'warning 900 同一数据同一版本另有',
    ]);
  });

  it('takes a further row, in its own columns and line ends', () => {
    const fact = {
      subject: '浏阳市',
      indicator: '地区生产总值',
      period: '2021',
      value: '1616.4',
      unit: '亿元',
      source: '公报,“一”',
    };
    assert.equal(appendFact('', fact), `${HEADER}\n浏阳市,地区生产总值,,2021,1616.4,亿元,,,"公报,“一”",,,\n`);
    assert.equal(
      appendFact('value,source,编者按,subject,indicator\r\n1,a,,甲,乙', fact),
      'value,source,编者按,subject,indicator\r\n1,a,,甲,乙\r\n1616.4,"公报,“一”",,浏阳市,地区生产总值\r\n',
    );
  });

  it('gives back every row that was added', () => {
    const cell = fc.string({ unit: fc.constantFrom('甲', 'a', ',', '"', '\n', '1') }).map((text) => `x${text}x`);
    fc.assert(
      fc.property(fc.array(fc.record({ subject: cell, source: cell }), { maxLength: 4 }), (facts) => {
        const csv = facts.reduce((text, fact) => appendFact(text, { ...fact, indicator: '总人口', value: '1' }), '');
        const { tables } = readTables([{ name: 'statistics.csv', bytes: strToU8(csv) }]);
        assert.deepEqual(
          tables.statistics.map(({ subject, source }) => ({ subject, source })),
          facts.map((fact) => ({ ...fact })),
        );
      }),
    );
  });

  it('can be given the figure of a claim', () => {
    const knowledge = loadBundled();
    for (const [text, row] of [
      ['2021年，浏阳市地区生产总值1,616.4亿元。', ['浏阳市', '地区生产总值', '2021', '1616.4', '亿元', '']],
      ['2024年末，醴陵市常住人口约88.6万人。', ['醴陵市', '常住人口', '2024-12-31', '88.6', '万人', '≈']],
      ['2024年上半年，浏阳市地区生产总值800.5亿元。', ['浏阳市', '地区生产总值', '2024-H1', '800.5', '亿元', '']],
      ['2023年，浏阳市固定资产投资下降3.2%。', ['浏阳市', '固定资产投资增速', '2023', '-3.2', '%', '']],
    ] as const) {
      const [article] = analyse(text, knowledge);
      const claim = article?.claims[0];
      assert.ok(article !== undefined && claim !== undefined, text);
      const found = rowOfClaim(article, knowledge, claim);
      assert.deepEqual(
        [found?.subject, found?.indicator, found?.period, found?.value, found?.unit, found?.bound],
        row,
        text,
      );
    }
  });

  it('of 100,000 rows with 500 bad ones reports every bad row at its place and uses the rest', () => {
    const faults = [
      '甲县,地区生产总值,,2021年,1,亿元,,,公报,,,',
      '乙县,地区生产总值,,2021,"1,000",亿元,,,公报,,,',
      '丙县,地区生产总值,,2021,1',
      '丁县,地区生产总值,,2021,1,亿元,,,,,,',
      '戊县,"地区"生产总值,,2021,1,亿元,,,公报,,,',
    ];
    const rows = Array.from({ length: 100_000 }, (_, i) =>
      i % 200 === 7
        ? (faults[Math.floor(i / 200) % faults.length] ?? '')
        : `第${i}县,地区生产总值,,2021,${i}.5,亿元,,,公报,2022-03-01,,B`,
    );
    const { tables, problems } = readTables(
      [{ name: 'statistics.csv', bytes: strToU8([HEADER, ...rows].join('\n')) }],
      false,
    );
    assert.equal(tables.statistics.length, 99_500);
    assert.deepEqual(
      problems.map(({ line }) => line),
      Array.from({ length: 500 }, (_, i) => i * 200 + 7 + 2),
    );
  });
});
