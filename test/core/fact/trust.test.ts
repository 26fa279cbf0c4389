import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { check } from '../../../src/core/check.js';
import { buildKnowledge } from '../../../src/core/fact/knowledge.js';
import { gravest, least, most } from '../../../src/core/fact/trust.js';
import type { Tables } from '../../../src/core/fact/schema.js';
import { loadBundled } from '../../../src/knowledge/bundled.js';
import { readPage } from '../../rules/page.js';

const pages = fileURLToPath(new URL('../../../../docs/rules/', import.meta.url));

/** The rules that take a finding from a row of a table. */
const RULES = [
  'anniversary',
  'document-number',
  'fact-mismatch',
  'formulation-members',
  'organ-level',
  'organ-name',
  'set-membership',
  'target-mismatch',
  'title-mismatch',
];

/** The bundled tables, every row known to its editor only, however sure of it he is. */
function hearsay(tables: Tables): Tables {
  const rows = Object.entries(tables).map(([name, all]: [string, readonly object[]]) => [
    name,
    all.map((row) =>
      'source' in row ? { ...row, source: '编者知识', ...('confidence' in row ? { confidence: '0.99' } : {}) } : row,
    ),
  ]);
  return Object.fromEntries(rows) as Tables;
}

describe('what a row may do', () => {
  it('depends on its source first, then on how sure it is', () => {
    const of = (source: string, confidence: string): string => gravest({ source, confidence });
    assert.equal(of('2021年长沙市统计公报', 'A'), 'error');
    assert.equal(of('2021年长沙市统计公报', ''), 'error');
    assert.equal(of('2021年长沙市统计公报', '0.97'), 'error');
    assert.equal(of('评级报告（转引）', 'B'), 'warning');
    assert.equal(of('中国共产党章程（2022-10-22）', '0.95'), 'warning');
    assert.equal(of('国家发展改革委复函', '0.88'), 'hint');
    assert.equal(of('编者知识', '0.99'), 'hint');
    assert.equal(of('编者知识；语料', 'A'), 'hint');
    assert.equal(of('编者知识；中国共产党章程（2022-10-22）', '0.99'), 'error');
  });

  it('takes the lesser or the greater of severities', () => {
    assert.equal(least('warning', 'error'), 'warning');
    assert.equal(most('hint', 'warning', 'information'), 'warning');
  });

  const knowledge = buildKnowledge(hearsay(loadBundled().tables));
  for (const rule of RULES) {
    it(`${rule} is but a hint where only the editor knows`, () => {
      const page = readPage(rule, readFileSync(path.join(pages, `${rule}.md`), 'utf8'));
      const grave = page.found.flatMap(({ text, language, issueDate }) =>
        check(text, knowledge, { language, ...(issueDate === undefined ? {} : { issueDate }) }).filter(
          ({ ruleId, severity, source }) =>
            ruleId === rule && source !== undefined && (severity === 'error' || severity === 'warning'),
        ),
      );
      assert.deepEqual(grave, []);
    });
  }
});
