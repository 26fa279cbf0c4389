import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { AnalysedArticle } from '../../src/core/article.js';
import { analyse, check } from '../../src/core/check.js';
import { extract } from '../../src/core/extract.js';
import type { Span } from '../../src/core/text/span.js';
import { loadBundled } from '../../src/knowledge/bundled.js';

const knowledge = loadBundled();

// Sentences as papers print them, put together from what they are made of.
const place = fc.constantFrom('长沙市', '株洲', '全省', '广东省', '我国', '', '长株潭都市圈');
const time = fc.constantFrom(
  '2021年',
  '今年上半年',
  '2023年3月30日',
  '“十四五”时期',
  '截至2024年底',
  '近三年',
  '2021—2025年',
  '3月',
  '',
);
const thing = fc.constantFrom(
  '地区生产总值',
  '常住人口',
  '粮食产量',
  '新建学校',
  '进出口总额',
  '森林覆盖率',
  '污水处理能力',
);
const softener = fc.constantFrom('', '约', '超过', '近', '不足', '不低于', '约占');
const digits = fc.oneof(
  fc.integer({ min: 0, max: 99_999 }).map(String),
  fc
    .tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 99 }))
    .map(([whole, part]) => `${whole}.${part}`),
  fc.constantFrom(
    '19,239',
    '三百五十',
    '两万五',
    '十几',
    '3万4000',
    '数百',
    '三分之一',
    '一点五',
    '二〇二一',
    '.46',
    '1/3',
    '8.3∶41.4∶50.3',
  ),
);
const unit = fc.constantFrom(
  '亿元',
  '万人',
  '%',
  '个百分点',
  '平方公里',
  '微克/立方米',
  '家',
  '所',
  '小时',
  '美元',
  '‰',
  '成',
  '',
);
const amount = fc.tuple(softener, digits, unit).map((parts) => parts.join(''));
const figure = fc.oneof(
  { weight: 4, arbitrary: amount },
  fc.tuple(digits, fc.constantFrom('—', '至', '～', '-'), digits, unit).map((parts) => parts.join('')),
  fc.constantFrom(
    '第4个',
    '307国道',
    'G60',
    'T3航站楼',
    '“1+2+N”',
    '国发〔2021〕1号',
    '第五航权',
    '1小时20分',
    '六大任务',
    '百分之六十',
  ),
);
const list = fc
  .array(fc.constantFrom('长沙', '株洲', '湘潭', '新能源', '《长株潭都市圈发展规划》', '省发展改革委', '“天河”'), {
    minLength: 2,
    maxLength: 5,
  })
  .map((items) => `${items.join('、')}等${items.length}个`);
const clause = fc.oneof(
  fc.tuple(place, thing, figure).map((parts) => parts.join('')),
  fc
    .tuple(time, place, thing, fc.constantFrom('达到', '增长', '由'), figure, fc.constantFrom('', '左右', '以上'))
    .map((parts) => parts.join('')),
  fc.tuple(fc.constantFrom('推进', '其中', '建设'), list).map((parts) => parts.join('')),
);
const sentence = fc
  .tuple(fc.array(clause, { minLength: 1, maxLength: 4 }), fc.constantFrom('。', '；', '！', '。”', ''))
  .map(([clauses, stop]) => clauses.join('，') + stop);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((sentences) => sentences.join(''));
const page = fc.array(paragraph, { minLength: 1, maxLength: 6 }).map((paragraphs) => paragraphs.join('\n'));

/** Any code units, and marks and numerals in heaps, as no writer would put them. */
const heap = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 }).map((codes) => String.fromCharCode(...codes)),
  fc
    .array(
      fc.constantFrom(
        ...'一二十百千万亿点分之又第年月日零半几多0123456789.,，、：；（）“”《》%-—～/+^×eE \n\r\t\ud800\udc00和至从',
      ),
      { maxLength: 200 },
    )
    .map((chars) => chars.join('')),
);

/** Every place that a reading of an article speaks of. */
function spansOf(article: AnalysedArticle): readonly Span[] {
  return [
    ...article.mentions.map(({ span }) => span),
    ...article.sentences.map(({ span }) => span),
    ...article.claims.map(({ span }) => span),
    ...article.lists.flatMap(({ span, items }) => [span, ...items.map((item) => item.span)]),
    ...article.targets.map(({ marker }) => marker),
  ];
}

/** What was recognised, without places. */
function readings(text: string): readonly string[] {
  return extract(analyse(text, knowledge, { issueDate: '2024-05-01' }), text).map(
    ({ kind, span: _, text: printed, ...fields }) =>
      JSON.stringify([kind, printed.replace(/[\r\n]/g, ''), kind === 'list' ? fields['count'] : fields]),
  );
}

describe('whatever the text', function () {
  this.timeout(120_000);

  it('all that is recognised lies within the article', () => {
    fc.assert(
      fc.property(fc.oneof(page, heap), (text) => {
        for (const article of analyse(text, knowledge))
          for (const { start, end } of spansOf(article))
            assert.ok(
              0 <= start && start <= end && end <= article.text.length,
              `${start}..${end} of ${article.text.length}`,
            );
      }),
    );
  });

  it('what extract quotes is what stands at its place in the document', () => {
    fc.assert(
      fc.property(fc.oneof(page, heap), (text) => {
        for (const { span, text: printed } of extract(analyse(text, knowledge), text)) {
          assert.ok(span.end <= text.length);
          assert.equal(printed, text.slice(span.start, span.end));
        }
      }),
    );
  });

  it('mentions of one kind do not overlap and stand in order', () => {
    fc.assert(
      fc.property(fc.oneof(page, heap), (text) => {
        for (const { mentions, text: article } of analyse(text, knowledge)) {
          const ends = new Map<string, number>();
          for (const { kind, span } of mentions) {
            assert.ok((ends.get(kind) ?? 0) <= span.start, `${kind} ${article.slice(span.start, span.end)}`);
            ends.set(kind, span.end);
          }
        }
      }),
    );
  });

  it('every reading is the same with LF and with CRLF', () => {
    fc.assert(
      fc.property(page, (text) => {
        assert.deepEqual(readings(text.replaceAll('\n', '\r\n')), readings(text));
      }),
    );
  });

  it('full-width digits, letters and signs change nothing but the form', () => {
    const wide = (text: string): string =>
      text.replace(/[0-9A-Za-z%+./]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
    const values = (text: string): readonly string[] =>
      analyse(text, knowledge).flatMap(({ mentions }) =>
        mentions.map(
          (mention) =>
            `${mention.kind} ${mention.span.start}-${mention.span.end} ${'numeral' in mention ? mention.numeral.value.toFixed() : ''}`,
        ),
      );
    fc.assert(
      fc.property(sentence, (text) => {
        assert.deepEqual(values(wide(text)), values(text));
      }),
    );
  });

  it('a check ends without an exception, and each finding quotes a place of the text', () => {
    fc.assert(
      fc.property(fc.oneof(page, heap), (text) => {
        for (const { span } of check(text, knowledge))
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
      }),
    );
  });
});

describe('a long text of one kind', function () {
  this.timeout(120_000);

  // Quadratic time would take minutes here, and run into the limit of the test runner.
  for (const piece of [
    '“',
    '《',
    '（',
    '1:2:',
    '三分之',
    '1小时',
    '长沙市、',
    '千百十',
    '同城化\n',
    '1,234,',
    '2021年3月至',
    '\ud800',
    '第',
    '一是',
    '增长3%，',
  ])
    it(`is checked in time: ${piece.trim() === '\ud800' ? 'lone surrogates' : piece.trim()}`, () => {
      assert.doesNotThrow(() => check(piece.repeat(30_000 / piece.length), knowledge));
    });
});
