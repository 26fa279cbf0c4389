import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LONGEST } from '../../../../src/core/rule/entity/mark-places.js';
import { PARTNER, PartnerFinder } from '../../../../src/core/rule/entity/missing-mark.js';

const OPENING = '《“（〔【「';

/** The paragraph with the lone mark that | stands before, mended; or undefined where nothing is offered. */
function mended(marked: string): string | undefined {
  const at = marked.indexOf('|');
  const text = marked.replace('|', '');
  const mark = text.charAt(at);
  const start = text.lastIndexOf('\n', at) + 1;
  const end = text.indexOf('\n', at);
  const block = { start, end: end < 0 ? text.length : end };
  const [fix] = new PartnerFinder(text).fixes({ at, mark, block }, OPENING.includes(mark));
  const edit = fix?.edits[0];
  return edit && text.slice(0, edit.span.start) + edit.newText + text.slice(edit.span.end);
}

describe('the missing half of a pair of marks', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['the same words elsewhere', '推行|“河湖长制，“河湖长制”见效。', '推行“河湖长制”，“河湖长制”见效。'],
    [
      'a title ends before the article it quotes',
      '依照|《土地管理法实施条例第三条办理。',
      '依照《土地管理法实施条例》第三条办理。',
    ],
    ['a title may hold 意见的通知', '根据|《关于节水意见的通知，落实责任。', '根据《关于节水意见的通知》，落实责任。'],
    ['a title begins with the state', '贯彻落实中华人民共和国水法|》规定。', '贯彻落实《中华人民共和国水法》规定。'],
    ['a title begins with 关于', '省里印发关于节约用水的意见|》。', '省里印发《关于节约用水的意见》。'],
    ['a quoted term ends before its noun', '推行|“揭榜挂帅机制。', '推行“揭榜挂帅”机制。'],
    ['items of like length', '按照|“产权清晰、权责明确、管理科学的要求', '按照“产权清晰、权责明确、管理科学”的要求'],
    ['a number of something', '做到三个确保|”，不留死角。', '做到“三个确保”，不留死角。'],
    ['speech runs to its stop', '他说|“要一抓到底，不换频道。', '他说“要一抓到底，不换频道”。'],
    ['Latin letters', '第六代移动通信|（6G技术', '第六代移动通信（6G）技术'],
    ['another form of the word', '国有林区|（场和集体林区', '国有林区（场）和集体林区'],
    ['two other forms', '全国各省区、市|）均已实施。', '全国各省（区、市）均已实施。'],
    ['a whole paragraph', '（一）总则\n此件公开发布|）\n', '（一）总则\n（此件公开发布）\n'],
    ['a definition', '《规划》|（以下简称“规划”出台。', '《规划》（以下简称“规划”）出台。'],
  ];
  for (const [why, marked, expected] of cases) it(why, () => assert.equal(mended(marked), expected));

  it('never leaves the paragraph, and puts in one mark', () => {
    const character = fc.constantFrom(...'的关于根据条例、，。“”《》（）区市一个项目ab1\n');
    fc.assert(
      fc.property(fc.array(character, { maxLength: 3 * LONGEST }), fc.nat(), (characters, pick) => {
        const text = characters.join('');
        const lone = [...text.matchAll(/[《》“”（）]/g)];
        const found = lone[pick % Math.max(lone.length, 1)];
        if (found === undefined) return;
        const [start, end] = [text.lastIndexOf('\n', found.index) + 1, text.indexOf('\n', found.index)];
        const block = { start, end: end < 0 ? text.length : end };
        const mark = found[0];
        for (const { edits } of new PartnerFinder(text).fixes(
          { at: found.index, mark, block },
          OPENING.includes(mark),
        )) {
          assert.deepEqual(
            edits.map(({ newText }) => newText),
            [PARTNER[mark]],
          );
          for (const { span } of edits) assert.ok(block.start <= span.start && span.end <= block.end);
        }
      }),
    );
  });
});
