import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import fc from 'fast-check';
import { buildLexicon } from '../../../src/core/entity/lexicon.js';
import type { Lexicon } from '../../../src/core/entity/lexicon.js';
import { recogniseEntities } from '../../../src/core/entity/recognise.js';
import type { MentionKind, MentionOf } from '../../../src/core/mention.js';
import { foldWidth } from '../../../src/core/text/fold.js';
import { loadBundled } from '../../../src/knowledge/bundled.js';

let lexicon: Lexicon;

function mentions<K extends MentionKind>(kind: K, text: string): MentionOf<K>[] {
  return recogniseEntities({ folded: foldWidth(text) }, lexicon).filter(
    (mention): mention is MentionOf<K> => mention.kind === kind,
  );
}

/** Each division with its code, or ? where it stays open: 长沙=430100. */
function regions(text: string): string[] {
  return mentions('region', text).map(
    ({ span, region }) => `${text.slice(span.start, span.end)}=${region?.code ?? '?'}`,
  );
}

/** Each organization as printed; with its full name behind an arrow where that differs. */
function organizations(text: string): string[] {
  return mentions('organization', text).map(({ span, canonical }) => {
    const printed = text.slice(span.start, span.end);
    return printed === canonical ? printed : `${printed}→${canonical}`;
  });
}

before(() => {
  lexicon = buildLexicon(loadBundled());
});

describe('divisions', () => {
  it('are found by full name, short name and the usual short form of autonomous ones', () => {
    assert.deepEqual(regions('长沙市与株洲、湘西州签约。'), ['长沙市=430100', '株洲=430200', '湘西州=433100']);
  });

  it('stand each for itself in a list', () => {
    assert.deepEqual(regions('青岛市、烟台市、潍坊市'), ['青岛市=370200', '烟台市=370600', '潍坊市=370700']);
  });

  it('of the same name are told by the parent before them', () => {
    assert.deepEqual(regions('北京市朝阳区'), ['北京市=110000', '朝阳区=110105']);
    assert.deepEqual(regions('吉林省长春市朝阳区'), ['吉林省=220000', '长春市=220100', '朝阳区=220104']);
  });

  it('of the same name are told by the rest of the article', () => {
    assert.deepEqual(regions('福州市召开会议。鼓楼区介绍了经验。').at(-1), '鼓楼区=350102');
    assert.deepEqual(regions('南京市召开会议。鼓楼区介绍了经验。').at(-1), '鼓楼区=320106');
  });

  it('of the same name stay open where nothing tells them apart', () => {
    const [mention] = mentions('region', '鼓楼区介绍了经验。');
    assert.equal(mention?.region, undefined);
    assert.ok((mention?.candidates.length ?? 0) >= 3);
  });

  it('mean the city, not the county within it', () => {
    assert.deepEqual(regions('在长沙召开'), ['长沙=430100']);
    assert.deepEqual(regions('在吉林召开'), ['吉林=220000']);
  });

  it('are not seen in words that only look like them', () => {
    for (const text of [
      '促进世界和平，实现长治久安。',
      '提高均衡水平，人民幸福安康。',
      '加快新型城镇化，新增城镇就业1200万人。',
      '形成的重大理论成果',
      '各方合作共赢，东方文化源远流长。',
      '黄河南岸、太行山西麓和渤海南部',
    ])
      assert.deepEqual(regions(text), [], text);
  });

  it('are not seen in roads, lakes and mountains named after them', () => {
    assert.deepEqual(regions('南京路步行街，延安东路，吕梁山，伊犁河'), []);
  });

  it('keep to the words around them', () => {
    assert.deepEqual(regions('广西安全生产、山西安泽、海南昌江、上海市场、湖南省会'), [
      '广西=450000',
      '山西=140000',
      '安泽=141026',
      '海南=460000',
      '昌江=469026',
      '上海=310000',
      '湖南=430000',
    ]);
    assert.deepEqual(regions('美丽江苏'), ['江苏=320000']);
  });

  it('whose short name is an ordinary word need their parent, a list or their full name', () => {
    assert.deepEqual(regions('海南东方'), ['海南=460000', '东方=469007']);
    assert.deepEqual(regions('东莞、中山、江门'), ['东莞=441900', '中山=442000', '江门=440700']);
    assert.deepEqual(regions('大同市新能源装机居前，在大同举行的会议上'), ['大同市=140200', '大同=140200']);
  });

  it('of the past are found as such', () => {
    const [mention] = mentions('region', '襄樊市');
    assert.equal(mention?.region?.validTo, '2010');
  });
});

describe('organizations', () => {
  it('of the centre are found by full and short name', () => {
    assert.deepEqual(organizations('国家发展改革委、财政部会同工信部'), [
      '国家发展改革委→国家发展和改革委员会',
      '财政部',
      '工信部→工业和信息化部',
    ]);
  });

  it('are not cut out of other words', () => {
    assert.deepEqual(organizations('公安部门、财政部门和水利部署的重点'), []);
  });

  it('of a place are composed, and have one full name in all their forms', () => {
    assert.deepEqual(organizations('广东省广州市科学技术局、广州市科技局、湖南省政府、长沙市委'), [
      '广东省广州市科学技术局→广州市科学技术局',
      '广州市科技局→广州市科学技术局',
      '湖南省政府→湖南省人民政府',
      '长沙市委→中共长沙市委员会',
    ]);
  });

  it('of development and reform are found in their short forms', () => {
    assert.deepEqual(organizations('广州市召开会议，市发展改革委、天河区发改局发言'), [
      '市发展改革委→广州市发展和改革委员会',
      '天河区发改局→天河区发展和改革局',
    ]);
  });

  it('without a place are those of the only place of their level', () => {
    assert.deepEqual(organizations('广州市出台措施。市科技局表示'), ['市科技局→广州市科学技术局']);
    assert.deepEqual(organizations('广州市、深圳市出台措施。市科技局表示'), ['市科技局→市科学技术局']);
  });

  it('are parks, companies and institutions with a sure left edge', () => {
    assert.deepEqual(organizations('推动山西交通控股集团有限公司与广州南沙开发区管委会合作'), [
      '山西交通控股集团有限公司',
      '广州南沙开发区管委会→南沙开发区管理委员会',
    ]);
    assert.deepEqual(organizations('签署共建广东省灵山论坛科学中心合作协议'), ['广东省灵山论坛科学中心']);
    assert.deepEqual(organizations('支持湖南大学、长沙银行和中南大学湘雅医院'), ['湖南大学', '长沙银行']);
    assert.deepEqual(organizations('由中国石油天然气集团有限公司、国家开发银行出资'), [
      '中国石油天然气集团有限公司',
      '国家开发银行',
    ]);
  });

  it('keep what belongs to the name before the place', () => {
    assert.deepEqual(organizations('国家税务总局湖南省税务局、中共湖南省委、国网湖南省电力有限公司'), [
      '国家税务总局湖南省税务局',
      '中共湖南省委→中共湖南省委员会',
      '国网湖南省电力有限公司',
    ]);
  });

  it('are not made of verbs and general words', () => {
    for (const text of [
      '湖南建设一流大学',
      '湖南大学生创业',
      '全国重点实验室',
      '山西加快组建集团',
      '上海银行业稳健运行',
      '推动湖北企业集团发展',
    ])
      assert.deepEqual(organizations(text), [], text);
  });

  it('take a short form by definition', () => {
    assert.deepEqual(
      organizations('太原钢铁（集团）有限公司（以下简称太钢）投产。太钢获奖。').at(-1),
      '太钢→太原钢铁（集团）有限公司',
    );
  });

  it('hold their division as a mention of its own', () => {
    assert.deepEqual(regions('广州市科学技术局'), ['广州市=440100']);
  });
});

describe('titles', () => {
  it('take their inner marks and the number behind them', () => {
    const [first] = mentions('document', '《国务院关于修改〈条例〉的决定》（国发〔2021〕1号）');
    assert.equal(first?.title, '国务院关于修改〈条例〉的决定');
    assert.equal(first.number?.text, '国发〔2021〕1号');
  });

  it('read a number in any brackets', () => {
    for (const number of [
      '国发〔2021〕1号',
      '国发[2021]1号',
      '国发（2021）1号',
      '国发【2021】1号',
      '湘政办发〔2022〕16号',
    ])
      assert.equal(mentions('document', `《意见》（${number}）`)[0]?.number?.text, number);
  });

  it('give a short title by definition the full one', () => {
    const found = mentions('document', '《长株潭都市圈发展规划》（以下简称《规划》）发布。《规划》提出');
    assert.deepEqual(
      found.map(({ canonical }) => canonical),
      ['长株潭都市圈发展规划', '长株潭都市圈发展规划', '长株潭都市圈发展规划'],
    );
  });

  it('are looked up in the table', () => {
    assert.equal(
      mentions('document', '《中华人民共和国个人所得税法》')[0]?.document?.title,
      '中华人民共和国个人所得税法',
    );
  });

  it('without a closing mark are none', () => {
    assert.deepEqual(
      mentions('document', '实施《规划。同时落实《纲要》').map(({ title }) => title),
      ['纲要'],
    );
  });
});

describe('terms', () => {
  it('are names in quotation marks, not sentences', () => {
    assert.deepEqual(
      mentions('term', '“1+2+N”体系。他说：“我们要努力，做好工作。”').map(({ text }) => text),
      ['1+2+N'],
    );
  });
});

describe('entities of any text', () => {
  const piece = fc.constantFrom(
    ...[
      '湖南省',
      '长沙',
      '市',
      '《',
      '》',
      '〈',
      '〉',
      '“',
      '”',
      '（',
      '）',
      '\n',
      '集团有限公司',
      '科技局',
      '简称',
      '〔2021〕1号',
      '\ud800',
      '東',
      '。',
    ],
  );

  it('are sorted, within the text, never across a line end, and disjoint within a kind', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 30 }),
        (pieces) => {
          const text = pieces.join('');
          const found = recogniseEntities({ folded: text }, lexicon);
          const ends = new Map<MentionKind, number>();
          let start = 0;
          for (const { kind, span } of found) {
            assert.ok(span.start >= start && span.end > span.start && span.end <= text.length);
            assert.ok(!text.slice(span.start, span.end).includes('\n'));
            assert.ok(span.start >= (ends.get(kind) ?? 0));
            ends.set(kind, span.end);
            start = span.start;
          }
        },
      ),
    );
  });
});
