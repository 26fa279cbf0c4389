import assert from 'node:assert/strict';
import { analyse, check } from '../../src/core/check.js';
import { errorRate, type ErrorRate, type Publication } from '../../src/core/error-rate.js';
import { loadBundled } from '../../src/knowledge/bundled.js';

function rate(text: string, publication?: Publication): ErrorRate {
  const knowledge = loadBundled();
  return errorRate(text, analyse(text, knowledge), check(text, knowledge), publication);
}

/** Every error as rule: tenths. */
function counted(text: string): readonly string[] {
  return rate(text).errors.map(({ finding, tenths }) => `${finding.ruleId} ${tenths}`);
}

describe('the estimated error rate', () => {
  it('is nothing for clean and for empty texts', () => {
    assert.equal(rate('').perTenThousand, 0);
    assert.ok(rate('').passes);
    assert.deepEqual(rate('会议在长沙举行。').errors, []);
  });

  it('counts a wrong numeral as one, in 10,000 characters without spaces', () => {
    const { tenths, characters, perTenThousand, limit, passes } = rate(
      '　　2023年，甲港吞吐量13.5亿吨、乙港3.2亿吨，两港合计17.6亿吨。\n\n',
    );
    assert.deepEqual([tenths, characters, limit, passes], [10, 37, 3, false]);
    assert.equal(perTenThousand, 270.27);
  });

  it('counts wrong characters by how many they are', () => {
    assert.deepEqual(counted('我们培育战略新兴产业。'), ['fixed-phrase 10']);
  });

  it('counts form a tenth, once a kind', () => {
    assert.deepEqual(counted('产值(现价)增长２０％，出口下降３％。'), ['width-form 1', 'width-form 0']);
  });

  it('counts the same error three times at most', () => {
    const line = '我们培育战略新兴产业。';
    assert.deepEqual(
      counted(line.repeat(4)).filter((error) => error.startsWith('fixed-phrase')),
      ['fixed-phrase 10', 'fixed-phrase 10', 'fixed-phrase 10', 'fixed-phrase 0'],
    );
  });

  it('counts double in a headline', () => {
    const text = '大力培育战略新兴产业\n\n本报讯 记者日前获悉，全省将进一步培育壮大各类产业集群。';
    assert.deepEqual(
      rate(text).errors.map(({ tenths, inHeadline }) => [tenths, inHeadline]),
      [[20, true]],
    );
  });

  it('holds each kind of publication to its own limit', () => {
    const text = `${'会议在长沙举行，各方代表出席。'.repeat(300)}我们培育战略新兴产业。`;
    assert.deepEqual(
      (['newspaper', 'journal', 'book'] as const).map((kind) => rate(text, kind).passes),
      [true, false, false],
    );
  });
});
