import assert from 'node:assert/strict';
import { analyse } from '../../../src/core/check.js';
import type { EnumeratedList } from '../../../src/core/claim/claim.js';
import { loadBundled } from '../../../src/knowledge/bundled.js';

function lists(text: string): readonly EnumeratedList[] {
  return analyse(text, loadBundled()).flatMap((article) => article.lists);
}

/** The items of every list with its head: 长沙|株洲 = 两市; … behind an open one. */
function shown(text: string): readonly string[] {
  return analyse(text, loadBundled()).flatMap((article) =>
    article.lists.map(({ items, head, open }) => {
      const names = items.map(({ span }) => article.text.slice(span.start, span.end)).join('|');
      return `${names}${open ? '…' : ''}${head === undefined ? '' : ` = ${article.text.slice(head.span.start, head.span.end)}`}`;
    }),
  );
}

describe('lists', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['end at the number that counts them', '会议由长沙、株洲、湘潭三市联合举办。', ['长沙|株洲|湘潭 = 三市']],
    [
      'are counted before a colon',
      '明确三大任务：产业协作、交通互联、服务共享。',
      ['产业协作|交通互联|服务共享 = 三大任务'],
    ],
    ['are counted before brackets', '胶东五市（青岛、烟台、威海、潍坊、日照）', ['青岛|烟台|威海|潍坊|日照 = 五市']],
    ['leave the verb out', '重点发展新能源、新材料、生物医药等产业。', ['新能源|新材料|生物医药…']],
    [
      'add places of several kinds',
      '上海市、江苏省、浙江省、安徽省三省一市',
      ['上海市|江苏省|浙江省|安徽省 = 三省一市'],
    ],
    [
      'stand side by side in quotation marks',
      '弘扬“两弹一星”“载人航天”“青藏铁路”精神。',
      ['“两弹一星”|“载人航天”|“青藏铁路”'],
    ],
    [
      'are counted through 把 and 作为',
      '把依法行政、民主监督作为政府工作的两项准则。',
      ['依法行政|民主监督 = 两项准则'],
    ],
    [
      'of clauses with 从 and 向 are counted behind 的',
      '推动从分散向集聚发展、从要素向创新驱动的两个转变。',
      ['从分散向集聚发展|从要素向创新驱动 = 两个转变'],
    ],
    [
      'of clauses end with semicolons',
      '办好三件实事：改造小区一百个；新建幼儿园二十所；建成食堂五十家。',
      ['改造小区一百个|新建幼儿园二十所|建成食堂五十家 = 三件实事'],
    ],
    [
      'of numbered clauses are counted before them',
      '抓好三件事：第一，稳增长；第二，促改革；第三，惠民生。',
      ['稳增长|促改革|惠民生 = 三件'],
    ],
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(shown(text), expected));

  it('nest', () => {
    assert.deepEqual(shown('构建“一核（长沙）、两副（株洲、湘潭）”的格局。'), [
      '株洲|湘潭',
      '一核（长沙）|两副（株洲、湘潭）',
    ]);
  });

  it('leave open whether 和 joins items or stands inside one', () => {
    const sizes = lists('统筹电子和信息、机械和装备、纺织和服装六大产业。').map(({ fewest, most }) => [fewest, most]);
    assert.deepEqual(sizes, [[3, 6]]);
  });

  it('of what is related count pairs', () => {
    const [list] = lists('处理好两大关系，即速度与效益、城市与乡村的关系。');
    assert.equal(list?.most, 2);
  });

  it('are numbered one inside the other', () => {
    const numbered = lists('一、任务\n（一）修路。\n（二）通水。\n二、要求\n（一）抓紧。\n（二）抓实。').filter(
      ({ form }) => form === 'numbered',
    );
    assert.deepEqual(
      numbered.map(({ items }) =>
        items.map(({ marker }) => `${marker?.form ?? ''}${String(marker?.number)}`).join(' '),
      ),
      ['一、1 一、2', '（一）1 （一）2', '（一）1 （一）2'],
    );
  });

  it('carry the rank of what comes next', () => {
    const [list] = lists('这是继上海、杭州之后，我国第三个设立此类法院的城市。').filter(
      ({ next }) => next !== undefined,
    );
    assert.equal(list?.items.length, 2);
    assert.equal(list.next?.numeral.value.toString(), '3');
  });
});
