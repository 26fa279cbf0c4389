import assert from 'node:assert/strict';
import type { IGrammar } from 'vscode-textmate';
import { coloured, grammarFor } from './colours.js';

const COLOURED: readonly (readonly [string, string, ...string[]])[] = [
  ['a paragraph', '2021年达1.79万亿元，增长6%。', 'date 2021年', 'quantity 1.79万亿元', 'percent 6%'],
  ['a heading', '# 到2035年\n\n## 一季度', 'target 到2035年', 'period 一季度'],
  ['a list', '- 1,300多家\n1. 第3位\n\n   20万人', 'quantity 1,300多家', 'ordinal 第3位', 'quantity 20万人'],
  ['a quotation', '> 《规划（2021—2025年）》', 'title 《规划（2021—2025年）》'],
  ['a table', '| 年份 | 产值 |\n| --- | ---: |\n| 2021年 | 3.5亿元 |', 'date 2021年', 'quantity 3.5亿元'],
  ['bold text', '增长**6.5%**，达**3420亿元**', 'percent 6.5%', 'quantity 3420亿元'],
  ["a link's text, not its address", '[2021年公报](https://example.org/2022-03-30/50%25)', 'date 2021年'],
];

const PLAIN: readonly (readonly [string, string])[] = [
  ['a code span', '`2022年3420亿元`'],
  ['a fence', '```text\n2022年3420亿元，增长6%\n```'],
  ['a fence of tildes', '~~~\n《规划》\n~~~'],
  ['an indented block of code', '    2022年3420亿元'],
  ['an HTML comment', '<!-- 2022年3420亿元 -->'],
  ['the attributes of a tag', '<img alt="2022年" width="50%">'],
  ['a front matter', '---\ndate: 2022-03-30\n---'],
];

describe('colours in Markdown', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await grammarFor('markdown');
  });

  for (const [place, text, ...expected] of COLOURED)
    it(`in ${place}`, () => {
      assert.deepEqual(coloured(grammar, text), expected);
    });

  for (const [place, text] of PLAIN)
    it(`not in ${place}`, () => {
      assert.deepEqual(coloured(grammar, text), []);
    });

  it('again after a fence', () => {
    assert.deepEqual(coloured(grammar, '```\n30%\n```\n\n40%'), ['percent 40%']);
  });

  it("leaves Markdown's own signs to Markdown", () => {
    const tokens = grammar.tokenizeLine('1. 增长**6%**', null).tokens;
    const scopesOf = (sign: string) =>
      tokens.find(({ startIndex }) => startIndex === '1. 增长**6%**'.indexOf(sign))?.scopes;
    assert.ok(scopesOf('1.')?.includes('punctuation.definition.list.begin.markdown'));
    assert.ok(scopesOf('6%')?.some((scope) => scope.startsWith('markup.bold')));
  });
});
