import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anchorsOf, PhraseIndex } from '../../../src/core/fact/phrase-index.js';
import type { PhraseRow } from '../../../src/core/fact/schema.js';

function row(wrong: string, right: string, match: PhraseRow['match'] = 'literal'): PhraseRow {
  return { wrong, right, kind: '', note: '', source: '', confidence: '', match, contextRequired: '', exceptions: [] };
}

/** What an index of these rows finds, as wrong -> right. */
function find(rows: readonly PhraseRow[], text: string): string[] {
  return new PhraseIndex(rows).find(text).map(({ span, right }) => `${text.slice(span.start, span.end)}→${right}`);
}

describe('phrase index', () => {
  it('finds literals and patterns, with groups filled in', () => {
    const rows = [
      row('战略新兴产业', '战略性新兴产业'),
      row('十([六七八九])大([一二三四五六七])中全会', '十$1届$2中全会', 'regex'),
    ];
    assert.deepEqual(find(rows, '十九大六中全会提出发展战略新兴产业。'), [
      '十九大六中全会→十九届六中全会',
      '战略新兴产业→战略性新兴产业',
    ]);
  });

  it('looks around as the pattern says', () => {
    const rows = [row('(?<![交流])通迅(?!速)', '通讯', 'regex')];
    assert.deepEqual(find(rows, '通迅员说，交通迅速改善。'), ['通迅→通讯']);
  });

  it('prefers the longer of two that overlap, and leaves the right form alone', () => {
    const rows = [
      row('中级法院', '中级人民法院'),
      row('市中级法院', '市中级人民法院'),
      row('人民检查', '人民检察'),
      row('发改', '发改委'),
    ];
    assert.deepEqual(find(rows, '市中级法院、发改委、发改部门'), ['市中级法院→市中级人民法院', '发改→发改委']);
  });

  it('knows the literal part of a pattern', () => {
    assert.deepEqual(anchorsOf('翻了?([一二])翻'), ['翻']);
    assert.deepEqual(anchorsOf('(?<=人民)检查院|检查院(?=起诉)'), ['检查院', '检查院']);
    assert.deepEqual(anchorsOf('([一-龥]{2,8}省)省委书记'), ['省委书记']);
    assert.equal(anchorsOf('[甲乙]丙?'), undefined);
  });

  it('finds what trying every row everywhere would find', () => {
    const rows = [
      row('甲乙', 'x'),
      row('乙丙丁', 'y'),
      row('(?<!甲)丙丁', 'z', 'regex'),
      row('丁(甲|丙)乙?', 'w', 'regex'),
    ];
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '丁', '\n'), maxLength: 40 });
    fc.assert(
      fc.property(text, (text) => {
        const everywhere = rows.some(({ wrong }) => new RegExp(wrong).test(text));
        assert.equal(new PhraseIndex(rows).find(text).length > 0, everywhere);
      }),
    );
  });
});
