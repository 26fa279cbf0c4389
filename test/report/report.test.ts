import assert from 'node:assert/strict';
import { Checker } from '../../src/core/checker.js';
import { render, type Message } from '../../src/core/message.js';
import { buildReport, type Report } from '../../src/core/report/build.js';
import { loadBundled } from '../../src/knowledge/bundled.js';
import { marginNotes } from '../../src/report/comments.js';
import { pageEnd, pageStart, section } from '../../src/report/html.js';
import { markdownReport } from '../../src/report/markdown.js';

const chinese = (message: Message): string => render(message);

function reportOn(text: string, name = '讲话.txt'): Report {
  const knowledge = loadBundled();
  const { articles, findings } = new Checker(knowledge).check(text);
  return buildReport({ name, text, articles, findings, knowledge });
}

const page = (report: Report): string =>
  pageStart(chinese, { language: 'zh-CN' }) + section(report, chinese, { language: 'zh-CN' }) + pageEnd();

const TEXT = [
  '铁路工作取得新进展',
  '本报记者 林书远',
  '　　两港合计17.6亿吨，其中东港13.5亿吨、西港3.2亿吨。',
  '　　旅客的的换乘越来越方便，服务<不断>改进。',
  '　　到2025年，全市森林覆盖率达到60%以上；到2035年，基本实现现代化。',
].join('\n');

describe('the report', () => {
  it('has the findings with place, words, problem, remedy', () => {
    const { findings } = reportOn(TEXT);
    const stutter = findings.find(({ finding }) => finding.ruleId === 'stutter');
    assert.deepEqual(stutter?.place, { line: 3, character: 4 });
    assert.equal(stutter.quote, '的的');
  });

  it('reckons the error rate so that its rows add up', () => {
    const { rate, reckoning } = reportOn(TEXT);
    assert.ok(rate.tenths > 0);
    assert.equal(
      reckoning.reduce((sum, { tenths, count }) => sum + tenths * count, 0),
      rate.tenths,
    );
  });

  it('has the targets by deadline', () => {
    assert.deepEqual(
      reportOn(TEXT).targets.map(({ deadline }) => deadline),
      ['2025', '2035'],
    );
  });

  it('counts every finding in a group', () => {
    const { groups, findings } = reportOn(TEXT);
    assert.equal(
      groups.reduce((sum, { strong, mild }) => sum + strong + mild, 0),
      findings.length,
    );
  });

  it('says so where nothing was found', () => {
    assert.match(page(reportOn('今天天气很好。')), /没有发现问题/);
    assert.match(markdownReport(reportOn(''), chinese), /没有发现问题/);
  });

  describe('as a page', () => {
    it('loads and runs nothing, and shows what it is given as text', () => {
      const html = page(reportOn(TEXT.replace('的的', '的的<script>alert(1)</script>'), '<b>.txt'));
      assert.match(html, /default-src 'none'/);
      assert.doesNotMatch(html, /<script|<b>\.txt|https?:|url\(/);
      assert.match(html, /&lt;b&gt;\.txt/);
    });

    it('has every tag closed', () => {
      const open: string[] = [];
      for (const [, slash, name = '', rest = ''] of page(reportOn(TEXT)).matchAll(/<(\/?)([a-z0-9]+)([^>]*)>/g)) {
        if (['meta', 'rect', 'circle', 'line'].includes(name) || rest.endsWith('/')) continue;
        if (slash === '') open.push(name);
        else assert.equal(open.pop(), name);
      }
      assert.deepEqual(open, []);
    });

    it('links places where it is told how', () => {
      const html = section(reportOn(TEXT), chinese, { language: 'zh-CN', link: ({ start }) => `command:x?${start}&"` });
      assert.match(html, /<a href="command:x\?\d+&amp;&quot;">第4行第5字<\/a>/);
    });
  });

  it('as Markdown has tables whose cells hold no markup', () => {
    const markdown = markdownReport(reportOn(TEXT.replace('的的', '的的|*甲*')), chinese, '2024年3月5日');
    assert.match(markdown, /^# 审读报告：讲话\.txt\n\n2024年3月5日\n/);
    const rows = markdown.split('\n').filter((line) => line.startsWith('| 第'));
    assert.ok(rows.length > 0);
    for (const row of rows) assert.ok([4, 5, 7, 8].includes(row.split(/(?<!\\)\|/).length), row);
  });

  it('as notes has a summary and one note a finding, at its words', () => {
    const report = reportOn(TEXT);
    const [summary, ...notes] = marginNotes(report, chinese);
    assert.match(summary?.lines[0] ?? '', /差错率/);
    assert.deepEqual(
      notes.map(({ span }) => span),
      report.findings.map(({ finding }) => finding.span),
    );
    const stutter = notes.find(({ span }) => TEXT.slice(span.start, span.end) === '的的');
    assert.deepEqual(stutter?.lines.slice(1), ['改法：改为“的”']);
  });
});
