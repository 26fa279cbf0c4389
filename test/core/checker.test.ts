import assert from 'node:assert/strict';
import fc from 'fast-check';
import { check } from '../../src/core/check.js';
import { Checker } from '../../src/core/checker.js';
import { loadBundled } from '../../src/knowledge/bundled.js';

const PAGE = `港口城市群扩容

□ 本报记者 周明

2023年，甲港吞吐量13.5亿吨、乙港3.2亿吨，两港合计16.7亿吨。全市聚焦交通、能源、水利、信息四大领域，建设、建设重大工程。

新航线开通

本报讯 记者李明报道 航线于2月30日开通，进行进行试航，惠及湖北省张家界市等地。

数字政府提速

本报讯 “十四五”（2020—2025年）期间，同城化提速，各市推进同

城化，政务服务事项全部网上可办。全市现有养老服务机构320家，床位4.2万张。

养老服务扩面

本报讯 全市新建养老服务机构32家，新增床位4200张，护理型床位占比达到60%，每千名老年人拥有床位38张，农村互助点覆盖多数行政村。

养老服务提质

本报讯 全市新建养老服务机构32家，新增床位4200张，护理型床位占比达到65%，每千名老年人拥有床位38张，农村互助点覆盖多数行政村。`;

/** An edit: where, how much goes, what comes. */
const edit = fc.record({
  at: fc.nat(400),
  gone: fc.nat(12),
  text: fc.constantFrom(
    '',
    '的',
    '。',
    '\n\n',
    '五',
    '13.',
    '，',
    '市',
    '“',
    '》',
    '本报讯 ',
    '\r\n',
    '万',
    '😀',
    '\ud800',
  ),
});

describe('the checker', () => {
  it('finds after any edits what a fresh check finds', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 8 }), (edits) => {
        const knowledge = loadBundled();
        const checker = new Checker(knowledge);
        let text = PAGE;
        checker.check(text);
        for (const { at, gone, text: come } of edits) {
          const start = Math.min(at, text.length);
          text = text.slice(0, start) + come + text.slice(start + gone);
          assert.deepEqual(checker.check(text).findings, check(text, knowledge));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('ends without an exception on any text, lone surrogates too', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.stringMatching(/^[0-9万亿元%年月日，。、“”《》（）市省县第十五到约超\n]{0,80}$/),
        (a, b) => {
          const { findings, articles } = new Checker(loadBundled()).check(`${a}\n\n${b}`);
          assert.ok(findings.length >= 0 && articles.length >= 0);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('quotes every finding from the document it was found in', () => {
    for (const { span, fixes } of check(PAGE, loadBundled())) {
      assert.ok(span.start >= 0 && span.end <= PAGE.length && span.start < span.end);
      for (const { edits } of fixes) for (const each of edits) assert.ok(each.span.end <= PAGE.length);
    }
  });
});
