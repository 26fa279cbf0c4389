import assert from 'node:assert/strict';
import { analyse } from '../../../src/core/check.js';
import type { FigureMention } from '../../../src/core/mention.js';
import { valueOf } from '../../../src/core/quantity/figure.js';
import { exactly, meets, sum } from '../../../src/core/quantity/interval.js';
import { agrees, diagnose } from '../../../src/core/quantity/repair.js';
import type { Diagnosis, Relation } from '../../../src/core/quantity/repair.js';
import { slipsOf } from '../../../src/core/quantity/slip.js';
import { loadBundled } from '../../../src/knowledge/bundled.js';

function read(text: string): { page: ReturnType<typeof analyse>[number]; figures: readonly FigureMention[] } {
  const [page] = analyse(text, loadBundled());
  assert.ok(page !== undefined);
  const figures = page.mentions.filter(
    (mention): mention is FigureMention => mention.kind === 'quantity' || mention.kind === 'percent',
  );
  return { page, figures };
}

/** What explains that the last of the first `n` figures is not the sum of those before it. */
function explain(text: string, n: number): Diagnosis {
  const { page, figures } = read(text);
  const parts = figures.slice(0, n - 1);
  const total = figures[n - 1];
  assert.ok(total !== undefined);
  const relation: Relation = (values) => meets(sum(parts.map(values)), values(total));
  assert.ok(!agrees(relation), 'the sum is right');
  return diagnose(page, [total, ...parts], relation, { suspect: total });
}

const bestOf = ({ best }: Diagnosis): string | undefined => best && `${best.wrong}→${best.right} ${best.kind}`;

describe('the search for the one slip', () => {
  it('finds the separator printed as a point', () => {
    const found = explain('甲市13.271亿元，乙市3420亿元，合计16,691亿元。', 3);
    assert.equal(bestOf(found), '13.271→13,271 separator');
    assert.ok(found.isSole);
  });

  it('finds 万 for 亿', () => {
    assert.equal(bestOf(explain('甲市830亿元，乙市200万元，合计1030亿元。', 3)), '200万→200亿 unit');
  });

  it('finds swapped digits before a wrong digit', () => {
    assert.equal(bestOf(explain('甲校46人，乙校86人，合计114人。', 3)), '86→68 swap');
  });

  it('blames the total where total and part explain it equally, and offers both', () => {
    const found = explain('甲校46人，乙校69人，合计114人。', 3);
    assert.equal(found.isSole, false);
    assert.deepEqual(
      found.repairs.map(({ right }) => right),
      ['115', '45', '68'],
    );
  });

  it('does not doubt a figure that the page repeats', () => {
    const found = explain('甲校146人，乙校268人，合计415人。全区共有学生415人。', 3);
    assert.deepEqual(
      found.repairs.map(({ right }) => right),
      ['147', '269'],
    );
  });

  it('has nothing to say where no single slip explains it', () => {
    assert.equal(explain('甲校46人，乙校68人，合计287人。', 3).best, undefined);
  });

  it('counts no decimals of things', () => {
    const { page, figures } = read('甲校37人。');
    const [figure] = figures;
    assert.ok(figure !== undefined);
    assert.ok(slipsOf(figure, page).every(({ newText }) => !newText.includes('.')));
  });

  it('keeps width, spacing and the zeros behind the point', () => {
    const { page, figures } = read('甲市１０.５００亿元，乙市42.79 亿元，丙市80%。');
    const texts = figures.map((figure) => slipsOf(figure, page).map(({ newText }) => newText));
    assert.ok(texts[0]?.includes('１０，５００亿'));
    assert.ok(texts[1]?.includes('42.79 万'));
    assert.ok(texts[2]?.includes('8.0'));
  });

  it('gives every slip a reading that holds its own value', () => {
    const { page, figures } = read('甲市19,239亿元，乙市3.05万亿元，占比0.38%，共有2,000人。');
    for (const figure of figures)
      for (const { interval, value, newText } of slipsOf(figure, page)) {
        assert.ok(meets(interval, exactly(value)), newText);
        assert.ok(!value.eq(valueOf(figure)) || newText.includes('.'), newText);
      }
  });
});
