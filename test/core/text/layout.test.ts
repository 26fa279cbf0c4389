import assert from 'node:assert/strict';
import fc from 'fast-check';
import { layOut } from '../../../src/core/text/layout.js';

/** kind: text of every block, articles apart by a rule. */
function shape(document: string, language: 'plain' | 'markdown' = 'plain'): readonly string[] {
  return layOut(document, { language }).flatMap((article, i) => [
    ...(i > 0 ? ['---'] : []),
    ...article.blocks.map(({ kind, span }) => `${kind}: ${article.text.slice(span.start, span.end)}`),
  ]);
}

describe('layout of a newspaper page', () => {
  it('tells headline, deck, byline, headings and body apart', () => {
    assert.deepEqual(
      shape(
        '沿江三市共建产业走廊\n\n到2030年，跨江通道增至十二条，半小时通勤圈成形\n\n□ 本报记者 王一民\n\n三市签署协议，共建产业走廊。\n\n通道先行\n\n桥梁已经开工。',
      ),
      [
        'headline: 沿江三市共建产业走廊',
        'deck: 到2030年，跨江通道增至十二条，半小时通勤圈成形',
        'byline: □ 本报记者 王一民',
        'body: 三市签署协议，共建产业走廊。',
        'heading: 通道先行',
        'body: 桥梁已经开工。',
      ],
    );
  });

  it('splits a page into its articles', () => {
    assert.deepEqual(
      shape('港口吞吐量创新高\n\n本报讯 全年吞吐量增长。\n\n新航线开通\n\n每周三班\n\n本报讯 记者李明报道 航线开通。'),
      [
        'headline: 港口吞吐量创新高',
        'body: 本报讯 全年吞吐量增长。',
        '---',
        'headline: 新航线开通',
        'deck: 每周三班',
        'body: 本报讯 记者李明报道 航线开通。',
      ],
    );
  });

  const cuts: readonly (readonly [string, string])[] = [
    ['behind a comma', '全省建成高标准农田的任务已经分解到各市，\n\n下半年开始验收。'],
    ['before a stop', '全省建成高标准农田的任务已经分解到各市\n\n，下半年开始验收。'],
    ['inside quotation marks', '会议提出“走出一条生态优先的\n\n高质量发展之路”，各地要抓好落实。'],
    [
      'in a word that stands whole elsewhere',
      '都市圈同城化提速，交通先行。各市协商推进同\n\n城化，年内再开三条公交。同城化的下一步是医保。',
    ],
    ['one character into a clause', '园区补齐配套，完善设施，更\n\n好承接产业转移，带动就业。'],
  ];
  for (const [name, document] of cuts) {
    it(`joins a paragraph cut ${name}`, () => {
      assert.deepEqual(shape(document), [`body: ${document.replace('\n\n', '')}`]);
    });
  }

  it('joins the lines of a document wrapped at a fixed width', () => {
    const paragraph =
      '初步核算全年实现地区生产总值一万三千亿元按不变价格计算比上年增长百分之六其中第一产业增加值三百亿元增长百分之三第二产业增加值五千亿元增长百分之八第三产业增加值八千亿元增长百分之五全市一般公共预算收入稳步增长城乡居民收入差距继续缩小民生支出占比保持在八成以上就业形势总体平稳';
    const lines = paragraph.match(/.{1,14}/g) ?? [];
    assert.ok(lines.length > 9);
    assert.deepEqual(shape(`${lines.join('\n')}。`), [`body: ${paragraph}。`]);
  });

  const apart: readonly (readonly [string, string])[] = [
    [
      'headlines and decks of like length on a page of long paragraphs',
      [
        '各地春耕生产由南向北全面展开',
        '小麦主产区夏粮有望再获丰收',
        '东北秋粮收购平稳有序进行',
        '冬季农田水利建设全面铺开',
      ]
        .map(
          (head) => `${head}\n农技人员到田间，把服务送到家\n本报记者 林书远\n各地${'抓住农时，'.repeat(8)}进展顺利。`,
        )
        .join('\n\n'),
    ],
    ['a heading and its paragraph', '壮大先进制造业\n\n全市聚焦三大产业，建设两个基地。'],
    [
      'a paragraph that breaks off before a heading',
      '取消落户限制，探索户籍准入年限累计互认和户口\n\n打造轨道交通网\n\n城际铁路开工，年底通车。',
    ],
    ['numbered items', '（一）加快建设交通网\n（二）完善公共服务'],
    ['a photograph’s caption and its credit', '图为工人在车间作业\n\n新华社发（陈一鸣 摄）'],
  ];
  for (const [name, document] of apart) {
    it(`keeps apart ${name}`, () => {
      assert.equal(shape(document).filter((line) => line !== '---').length, document.split(/\n+/).length);
    });
  }

  it('joins wrapped lines that a long number made shorter, and no heading to the paragraph before it', () => {
    const page = [
      '　　初步核算，全年地区生产总值一千二',
      '百亿元，比上年增长百分之六。其中第',
      '一产业增加值90亿元，第二产业',
      '123456789.50元，第三产业增加值稳步提',
      '高，占比继续上升，结构更加优化，就业',
      '形势保持稳定。',
      '　　二、农业',
      '　　全年粮食种植面积三十万公顷，比上',
      '年增加一万公顷，油料种植面积五万公',
      '顷，蔬菜种植面积八万公顷，全年粮食总',
      '产量二百万吨，增产百分之二，再创新高',
      '水平，畜牧业生产保持平稳。',
    ];
    assert.deepEqual(shape(page.join('\n')), [
      `body: ${page.slice(0, 6).join('').trim()}`,
      'heading: 二、农业',
      `body: ${page.slice(7).join('').trim()}`,
    ]);
  });

  it('takes bare numbers that count pages for page numbers, not the numbers of rows', () => {
    const text = '各地加强防汛值守，落实包保责任，'.repeat(16);
    const pages = [1, 2, 3, 4].map((page) => `${text}转移群众\n${page}\n安置妥当。`);
    assert.ok(shape(pages.join('\n')).every((block) => block.startsWith('body: ')));
    assert.ok(shape('1\n湘江\n2\n资江\n3\n沅江').some((block) => block.endsWith(': 2')));
  });

  it('joins a scrap of a line to the paragraph that the next line goes on with', () => {
    assert.deepEqual(shape('由成果需求方出资金、出场景，向社会征集方案。全年发布\n榜单\n，对接企业。'), [
      'body: 由成果需求方出资金、出场景，向社会征集方案。全年发布榜单，对接企业。',
    ]);
  });

  it('takes a table of contents for cells, apart from the headings that follow', () => {
    assert.deepEqual(shape('一、总体要求……3\n二、重点任务……12\n一、总体要求\n坚持稳中求进，统筹发展和安全。'), [
      'cell: 一、总体要求……3',
      'cell: 二、重点任务……12',
      'heading: 一、总体要求',
      'body: 坚持稳中求进，统筹发展和安全。',
    ]);
  });

  it('leaves page numbers out and joins across them', () => {
    assert.deepEqual(shape('全年累计救助困难群众六万人次，发放救助资金，支出\n—12—\n，同比增长。'), [
      'body: 全年累计救助困难群众六万人次，发放救助资金，支出，同比增长。',
    ]);
  });
});

describe('layout of Markdown', () => {
  it('reads headings, items, cells and code as what they are', () => {
    assert.deepEqual(
      shape(
        '# 年度报告\n\n正文一行\n接着一行。\n\n- 甲项\n- 乙项\n\n| 指标 | 数值 |\n|---|---|\n| 产量 | 30万吨 |\n\n```\ncode 1,2\n```',
        'markdown',
      ),
      [
        'headline: 年度报告',
        'body: 正文一行接着一行。',
        'item: 甲项',
        'item: 乙项',
        'cell: 指标',
        'cell: 数值',
        'cell: 产量',
        'cell: 30万吨',
        'code: ```',
        'code: code 1,2',
        'code: ```',
      ],
    );
  });
});

describe('offsets', () => {
  const page = fc.stringMatching(/^(?:[甲乙丙，。“”、到2030年万亿元%（）《》#|\- \u3000]|\r\n|\n|\t){0,120}$/);

  it('map every character of an article to the same character of the document', () => {
    fc.assert(
      fc.property(page, fc.boolean(), (document, markdown) => {
        for (const article of layOut(document, { language: markdown ? 'markdown' : 'plain' })) {
          for (let i = 0; i < article.text.length; i++) {
            if (article.text[i] === '\n') continue;
            const { start, end } = article.toDocument({ start: i, end: i + 1 });
            assert.equal(document.slice(start, end), article.text[i]);
          }
        }
      }),
    );
  });

  it('cover the line end where a span runs across a joint', () => {
    const document = '会议提出“走出一条\r\n\r\n新路”，各地要抓好落实。';
    const [article] = layOut(document);
    const joint = article?.blocks[0]?.joints[0] ?? 0;
    const span = article?.toDocument({ start: joint - 1, end: joint + 1 });
    assert.equal(document.slice(span?.start, span?.end), '条\r\n\r\n新');
  });

  it('do not depend on how lines end', () => {
    const page = '港口吞吐量创新高\n\n本报讯 全年吞吐量达到3.2亿吨，\n\n增长5%。';
    assert.deepEqual(shape(page), shape(page.replaceAll('\n', '\r\n')));
    assert.deepEqual(shape(page), shape(page.replaceAll('\n', '\r')));
  });
});
