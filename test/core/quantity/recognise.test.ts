import assert from 'node:assert/strict';
import { analyse } from '../../../src/core/check.js';
import { extract } from '../../../src/core/extract.js';
import { loadBundled } from '../../../src/knowledge/bundled.js';

const knowledge = loadBundled();
const KINDS = ['number', 'percent', 'quantity', 'ordinal', 'range', 'ratio'];

/** What a text's figures say: kind, value or ends, and unit, in base units where there is one. */
function figures(text: string): readonly string[] {
  return extract(analyse(`${text}。`, knowledge), `${text}。`)
    .filter(({ kind }) => KINDS.includes(kind))
    .map(({ kind, ...fields }) => {
      const field = (...names: string[]): string => {
        const name = names.find((each) => fields[each] !== undefined);
        return name === undefined ? '' : String(fields[name]);
      };
      const unit = field('baseUnit', 'unit');
      if (kind === 'range')
        return `range ${field('baseLower', 'lower')}..${field('baseUpper', 'upper')} ${unit}`.trim();
      if (kind === 'ratio') return `ratio ${field('parts')}`;
      return `${kind} ${kind === 'percent' ? field('value') : field('baseValue', 'value')} ${unit}`.trim();
    });
}

/** One reading with the many surface forms it has. */
const forms: readonly (readonly [string, readonly string[]])[] = [
  ['percent 60 %', ['占60%', '占百分之六十', '占六成', '占６０％', '占60 ％', '占百分之60']],
  ['percent 65 %', ['占六成五', '占65%', '占六成半', '占百分之六十五']],
  ['percent 0.2 ‰', ['为千分之二', '为2‰']],
  ['percent 0.03 %', ['为万分之三', '为0.03%']],
  ['percent 100 %', ['达到百分之百', '达到百分百', '达到100%']],
  ['percent 80 %', ['打八折', '为80%']],
  ['percent 2.5 百分点', ['提高2.5个百分点', '提高二点五个百分点', '提高2.5個百分點']],
  ['quantity 1790000000000 元', ['总量1.79万亿元', '总量17900亿元', '总量一点七九万亿元', '总量17,900亿元人民币']],
  ['quantity 135.67 元', ['支出一百三十五块六角七分', '支出135元6角7分', '支出135.67元', '支出¥135.67']],
  ['quantity 5400 秒', ['历时90分钟', '历时1小时30分钟', '历时一个半小时', '历时1.5小时', '历时一小时零三十分']],
  ['quantity 15 月', ['为期15个月', '为期一年零三个月', '为期1年3个月']],
  ['quantity 0.5 美元', ['每件50美分', '每件0.5美元', '每件$0.5']],
  ['quantity 90000000000 泰铢', ['投资900亿泰铢', '投资九百亿泰铢']],
  ['quantity -5 摄氏度', ['气温零下5℃', '气温-5℃', '气温零下五摄氏度']],
  ['range 900000000..1600000000 元', ['投资9—16亿元', '投资9亿元至16亿元', '投资九到十六亿元']],
  ['range 2..3 个', ['建设两到三个', '建设2—3个', '建设二至三个']],
  ['range 10..20 %', ['增长百分之十到二十', '增长10%至20%', '增长10—20%']],
  ['range 3000..10000 元', ['补助三千到一万元', '补助3000—10000元']],
  ['ratio 8.3,41.4,50.3', ['比为8.3∶41.4∶50.3', '比为8.3:41.4:50.3', '比为８.３：４１.４：５０.３']],
  ['ordinal 4', ['位列第四', '位列第4']],
];

/** Digits that are no amount. */
const names = [
  '发展第五航权以外的运输，沿G60布局',
  '沿307国道西行，在T3航站楼候机',
  '构建“1+2+N”体系',
  '上午9:30开始，8时15分结束',
  '见https://example.org/a?q=30%25&n=2020',
  '实现建军一百年奋斗目标',
  '让亿万农民受益，各族群众万众一心',
  '联系电话010-12345678',
];

describe('figures', () => {
  for (const [reading, texts] of forms) {
    for (const text of texts) {
      it(`${text}: ${reading}`, () => {
        assert.ok(figures(text).includes(reading), figures(text).join(' | '));
      });
    }
  }

  for (const text of names) {
    it(`no amount in ${text}`, () => {
      assert.deepEqual(
        figures(text).filter((each) => !each.startsWith('ordinal')),
        [],
      );
    });
  }

  it('gives money in the unit it is quoted in', () => {
    const [money] = extract(analyse('投资915.89亿元。', knowledge), '投资915.89亿元。');
    assert.deepEqual([money?.['value'], money?.['unit'], money?.['baseValue']], ['915.89', '亿元', '91589000000']);
  });
});
