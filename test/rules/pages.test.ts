import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { analyse, runRuleOnPage } from '../../src/core/check.js';
import type { Finding } from '../../src/core/finding.js';
import { render } from '../../src/core/message.js';
import { RULES } from '../../src/core/rule/index.js';
import type { Rule } from '../../src/core/rule/rule.js';
import { loadBundled } from '../../src/knowledge/bundled.js';
import { readPage } from './page.js';
import type { Passage } from './page.js';

const folder = fileURLToPath(new URL('../../../docs/rules', import.meta.url));
const FEWEST = 8;

function findings(rule: Rule, text: string, { language, issueDate, houseStyle }: Passage): readonly Finding[] {
  const knowledge = loadBundled();
  const options = { language, ...(issueDate === undefined ? {} : { issueDate }) };
  const found = runRuleOnPage(rule, analyse(text, knowledge, options), knowledge);
  const isOurs = ({ style }: Finding): boolean =>
    style === undefined ||
    `${style.option}=${style.value}` === houseStyle ||
    (style.value === 'any' && houseStyle?.startsWith(style.option) !== true);
  return found.filter(isOurs);
}

/** The text with the first fix of a finding applied. */
function mended(text: string, finding: Finding): string {
  const edits = [...(finding.fixes[0]?.edits ?? [])].sort((a, b) => b.span.start - a.span.start);
  return edits.reduce(
    (changed, { span, newText }) => changed.slice(0, span.start) + newText + changed.slice(span.end),
    text,
  );
}

describe('rule pages', () => {
  const pages = readdirSync(folder).filter((file) => file.endsWith('.md') && !file.startsWith('README'));

  it('there is one for every rule, and none without a rule', () => {
    assert.deepEqual(pages.map((file) => path.basename(file, '.md')).sort(), RULES.map(({ id }) => id).sort());
  });

  for (const rule of RULES) {
    describe(rule.id, () => {
      const file = path.join(folder, `${rule.id}.md`);
      // Its absence is told by the test above.
      if (!existsSync(file)) return;
      const page = readPage(rule.id, readFileSync(file, 'utf8'));

      it(`names the rule and its severity, with at least ${FEWEST} passages each way`, () => {
        assert.equal(page.id, rule.id);
        assert.equal(page.severity, rule.severity);
        assert.ok(page.found.length >= FEWEST, `应报: ${page.found.length}`);
        assert.ok(page.silent.length >= FEWEST, `不报: ${page.silent.length}`);
      });

      for (const passage of page.found) {
        it(`应报 ${passage.number} (line ${passage.line}): ${passage.text.slice(0, 40).replaceAll('\n', '⏎')}`, () => {
          const found = findings(rule, passage.text, passage);
          const told = found.map(
            ({ span, message }) => `⟦${passage.text.slice(span.start, span.end)}⟧ ${render(message)}`,
          );
          assert.deepEqual(
            found.map(({ span, severity }) => ({
              text: passage.text.slice(span.start, span.end),
              start: span.start,
              severity,
            })),
            passage.expected.map(({ start, end, severity }) => ({
              text: passage.text.slice(start, end),
              start,
              severity,
            })),
            told.join('\n') || 'nothing found',
          );
          for (const [i, { fix, fixedLine }] of passage.expected.entries()) {
            const finding = found[i];
            if (finding === undefined) continue;
            const title = finding.fixes[0];
            if (fix !== undefined) assert.equal(title === undefined ? undefined : render(title.title), fix);
            const after = mended(passage.text, finding);
            if (fixedLine !== undefined) assert.ok(after.split('\n').includes(fixedLine), after);
            if (finding.fixes.length > 0) {
              const left = findings(rule, after, passage);
              assert.ok(left.length < found.length, `still found after the first fix: ${after}`);
            }
          }
        });
      }

      for (const passage of page.silent) {
        it(`不报 ${passage.number} (line ${passage.line}): ${passage.text.slice(0, 40).replaceAll('\n', '⏎')}`, () => {
          const told = findings(rule, passage.text, passage).map(
            ({ span, message }) => `⟦${passage.text.slice(span.start, span.end)}⟧ ${render(message)}`,
          );
          assert.deepEqual(told, []);
        });
      }
    });
  }
});
