// node scripts/build-grammar.mjs — writes syntaxes/*.json, the TextMate grammars, from the pieces below.
//   --check   writes nothing; ends with 1 if what is on disk is not what would be written
//
// A grammar colours at once what a regular expression can see; the semantic tokens of the language server follow and
// know more. Rules of thumb, for VS Code searches a line with each expression:
// - a figure is tried at its first digit only (`number`), so that a line of digits is not read again for every digit;
// - what could repeat is bounded or atomic, so that nothing backtracks;
// - nothing spans lines.
import { readFileSync, writeFileSync } from 'node:fs';
import * as prettier from 'prettier';
import { inProject, main, Stop } from './lib/project.mjs';

// ── Pieces ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const r = String.raw;
const any = (...parts) => `(?:${parts.join('|')})`;

const latin = 'A-Za-zＡ-Ｚａ-ｚ';
const digits = '0-9０-９';
const numerals = '〇零○一二两三四五六七八九十百千万亿';
const digit = `[${digits}]`;
const han = `[${numerals}]`;
const dash = '(?:[—–―~～-]|－){1,2}';

/**
 * What follows begins with one of these characters. It says nothing new; but a search that knows them passes over the
 * rest of the text five times as fast.
 */
const from = (characters, ...alternatives) => `(?=[${characters}])${any(...alternatives)}`;

/** The first digit of a figure: neither the rest of a longer one nor its decimals. */
const first = `(?=${digit})(?<!${digit})(?<!${digit}[.．,])`;
/** 1,300; 1 300 (GB/T 15835 groups by a narrow space); 1300; each with decimals. */
const figure = any(
  `(?>${digit}{1,3}(?:[,，]${digit}{3})+)(?!${digit})`,
  `(?>${digit}{1,3}(?:[\u00a0\u2009\u202f]${digit}{3})+)(?!${digit})`,
  `(?>${digit}+)`,
);
const number = `${figure}(?:[.．](?>${digit}+))?`;
const sign = `(?:(?<![0-9０-９${latin}%％])[-−－])?`;

/** Units and measure words, by the characters that may not follow, for together they would be another word. */
const units = {
  // money
  元人民币: '',
  美元: '',
  欧元: '',
  日元: '',
  港元: '',
  港币: '',
  英镑: '',
  卢布: '',
  韩元: '',
  澳元: '',
  元: '',
  块钱: '',
  // area, volume, length
  平方公里: '',
  平方千米: '',
  平方米: '',
  平方厘米: '',
  平米: '',
  公顷: '',
  亩: '',
  立方米: '',
  毫升: '',
  升: '级至到高',
  桶: '',
  车道公里: '',
  吨公里: '',
  人公里: '',
  公里: '',
  千米: '',
  海里: '',
  英里: '',
  英尺: '',
  英寸: '',
  里: '程',
  厘米: '',
  毫米: '',
  微米: '',
  纳米: '',
  米: '',
  // mass, energy and other physical units
  吨标准煤: '',
  吨标煤: '',
  吨: '',
  公斤: '',
  千克: '',
  毫克: '',
  微克: '',
  克: '服',
  斤: '',
  千瓦时: '',
  兆瓦时: '',
  千瓦: '',
  兆瓦: '',
  吉瓦: '',
  瓦: '',
  千伏安: '',
  千伏: '',
  伏: '',
  千卡: '',
  焦耳: '',
  度: '假过',
  摄氏度: '',
  分贝: '',
  基点: '',
  个基点: '',
  // time
  秒: '',
  分钟: '',
  个小时: '',
  小时: '',
  天: '然',
  周: '边围',
  周年: '',
  周岁: '',
  个月: '',
  个季度: '',
  年: '轻鉴级龄',
  岁: '',
  个工作日: '',
  工作日: '',
  个世纪: '',
  学时: '',
  课时: '',
  // people and things
  人次: '',
  人: '大民口',
  名: '录单',
  位: '于列居',
  户: '籍口',
  家: '属具电园',
  个: '体税',
  件: '',
  项: '目',
  所: '有属在',
  张: '',
  台: '风湾阶',
  套: '',
  辆: '',
  列: '入为',
  艘: '',
  架: '构',
  条: '例件',
  座: '',
  处: '理于',
  片: '区',
  宗: '',
  例: '如',
  次: '',
  场: '地所',
  届: '',
  部: '门队委',
  册: '',
  只: '',
  头: '',
  羽: '',
  株: '',
  棵: '',
  粒: '',
  块: '',
  枚: '',
  颗: '',
  份: '',
  类: '',
  种: '植业子',
  门: '店',
  级: '',
  批: '准复发',
  期: '间末货',
  单: '位',
  票: '',
  笔: '',
  组: '织成',
  支: '持付出',
  篇: '',
  幅: '',
  间: '',
  栋: '',
  幢: '',
  层: '',
  字: '',
  页: '',
  床: '',
  亿次: '',
  标准箱: '',
  标箱: '',
  倍: '',
  番: '茄',
};
const latinUnits = ['km²', 'km', 'm²', 'm³', 'cm', 'mm', 'μm', 'nm', 'kg', 'mg', 'kWh', 'kW', 'MWh', 'MW', 'GW', 'kV', 'MB', 'GB', 'TB', 'PB', 'Mbps', 'Gbps', 'EFLOPS', '℃', '°C']; // prettier-ignore
const longestFirst = (a, b) => b.length - a.length;
const unitWord = any(
  ...Object.keys(units)
    .sort(longestFirst)
    .map((unit) => (units[unit] === '' ? unit : `${unit}(?![${units[unit]}])`)),
);
const unit = any(
  `${unitWord}(?:[/／]${unitWord})?`,
  `[ \u00a0]?${any(...[...latinUnits].sort(longestFirst))}(?![${latin}0-9])`,
);
/** 万, 亿, 万亿, 千万 …, and 多 as in 1,300多家, 20多万人. */
const scale = '[多余来几]?[十百千万亿]{0,3}[多余来几]?';

const year = `[12１２]${digit}{3}年`;
const hanYear = '[一二][〇零○ＯO0一二三四五六七八九]{3}年';
const ofMonth = any(`${digit}{1,2}[日号]`, '[上中下]旬', '[底末初]', '份');
const ofHanMonth = any('[一二三]?十?[一二三四五六七八九]?[日号]', '[上中下]旬', '[底末初]', '份');
const month = `${digit}{1,2}月(?!饼)${ofMonth}?`;
const hanMonthName = `${any('十[一二]?', '[一二三四五六七八九]')}月`;
const hanMonth = `(?<!${han}|[个数几])${hanMonthName}${ofHanMonth}`;
/** What may follow a year: 3月30日, 三月, 底. */
const ofYear = any(month, `${hanMonthName}${ofHanMonth}?`, '年?[底末初]');
/** From the year on; a duration is no date: 1300年历史. */
const dateOfYear = `${any(`${year}(?!的?历史)`, hanYear)}${ofYear}?`;

/** The five-year plans by their numbers, “一五” to “十九五”. */
const plan = `(?<!${han})${any('十[一二三四五六七八九]', '[一二三四六七八九十]')}五`;
const quotedPlan = `[“"‘「『]${plan}[”"’」』]`;

// ── Rules, the first that fits counts ───────────────────────────────────────────────────────────────────────────────

const rules = {
  title: [
    // Without the signs of Markdown, whose own rules go on inside.
    { name: 'string.other.title.hegao', match: r`《(?:[^《》*\x60\[\]<]|《[^《》*\x60\[\]<]{1,60}》){1,100}》` },
  ],

  // Signs with digits that are names: they are passed over, without a colour of their own.
  name: [
    { match: r`(?:https?://|www\.)[!-~]+` },
    { match: r`(?<![A-Za-z0-9._%+-])(?>[A-Za-z0-9._%+-]+)@[A-Za-z0-9.-]+` },
    // GB/T 15835—2011
    { match: r`(?<![${latin}])[A-Z]{2,6}(?:/[A-Z]{1,4})? ?(?>${digit}+)(?:\.${digit}+)*${dash}${digit}{4}` },
    // 国发〔2021〕5号
    { match: r`[〔\[［【(（]${digit}{4}[〕\]］】)）] ?第?${digit}{1,5}号` },
    // G60, T3, COVID-19, but not the year of GDP2022年
    {
      match: r`(?<![${latin}0-9０-９])(?!(?>[${latin}]+)${any(year, `${number}${any('[%％]', '[多余]?[万亿]')}`)})(?>[${latin}]+(?:[-./]?[${latin}0-9０-９])*)`,
    },
    // 5G, 3D, 4S店
    { match: r`${first}(?!${number}${unit})${figure}[${latin}](?>[${latin}0-9]*)` },
    // “9·18”
    { match: r`${first}${digit}{1,2}[·・•]${digit}{1,2}` },
    // 3号线, 1号楼
    { match: r`${first}(?>${digit}+)号` },
    {
      match: r`(?:电话|热线|传真|手机号?|邮编|邮政编码|QQ|微信号?|代码|证号|编号|刊号)[：: 为是]{0,2}[0-9０-９][0-9０-９ ()（）、—-]*`,
    },
    { match: r`${first}${digit}{3,4}[-－—]${digit}{7,8}(?!${digit})` },
    // The number of a paragraph: 1. 2、 （3）
    { match: r`^[ \t\u3000]*(?:[(（]${digit}{1,2}[)）]|${digit}{1,2}[.．、](?!${digit}))` },
  ],

  target: [
    {
      name: 'support.function.target.hegao',
      match: r`(?<![年月日至])到${any(dateOfYear, `${quotedPlan}(?:末|期末|时期末|期间)`, `${plan}末`, '本世纪(?:中叶|末)')}`,
    },
    {
      // Only with a figure in the same sentence.
      name: 'support.function.target.hegao',
      match: r`(?:力争|确保|预期(?=目标|增长))(?=[^。！？；]{0,40}?(?:${digit}|百分之|[一二三四五六七八九][十百千万亿成]))`,
    },
  ],

  period: [
    {
      name: 'support.type.period.hegao',
      match: from(
        `${digits}${numerals}“"‘「『今去明上下前本第`,
        // 2021—2025年, 2021年至2025年; （2021—2035）
        r`${first}[12１２]${digit}{3}年?${any(dash, '[至到]')}[12１２]${digit}{3}(?:学?年)`,
        r`(?<!${han})${hanYear}${any(dash, '[至到]')}${hanYear}`,
        r`${first}[12１２]${digit}{3}${dash}[12１２]${digit}{3}(?=[）)】〕，。、；\s]|$)`,
        r`${quotedPlan}(?:时期|期间|以来|期?[末初])?`,
        r`${plan}(?:时期|期间|以来)`,
        // 2022年上半年, 前三季度, 1—5月
        r`(?:${first}${year}|${hanYear}|今年|去年|明年)?${any('[上下]半年', '前?(?:第?[一二三四1-4]|[一二两三四1-3]个)季度', `前(?:${han}|${digit}{1,2})个?月`)}`,
        r`${first}(?:${year})?${digit}{1,2}月?${any(dash, '[至到]')}${digit}{1,2}月份?(?!${digit})`,
        // 20世纪90年代, 上世纪八十年代, 90年代, 本世纪中叶
        r`(?:${any(`${first}${digit}{2}`, '十[一二三四五六七八九]', '二十一?', '[上本]')}世纪)(?:${any(`${digit}{2}`, '[二三四五六七八九]十')}年代)?(?:[初末]期?|中叶|中期)?`,
        r`(?:${first}${digit}0|(?<!${han})[二三四五六七八九]十)年代(?:[初末]期?|中期)?`,
      ),
    },
  ],

  date: [
    {
      name: 'support.type.date.hegao',
      match: from(
        `${digits}${numerals}今去明前上`,
        // 2022-03-30, 2022.3.30, 2022/3/30
        r`${first}[12１２]${digit}{3}([-－/.．])${any('0?[1-9]', '1[0-2]', '０?[１-９]', '１[０-２]')}\1${digit}{1,2}(?!${digit}|[.．])`,
        r`(?:${first}|(?<!${han}))${dateOfYear}`,
        r`${first}${month}`,
        hanMonth,
        r`${first}${digit}{1,2}日(?![内均元本游夜产志])`,
        r`${first}${digit}{1,2}(?:时(?!代|候|间|段|期)(?:${digit}{1,2}分)?|[:：]${digit}{2}(?![0-9０-９:：]))`,
        r`(?<![当如至古现而迄])(?:今年|去年|明年|前年)(?![轻少幼迈级龄代])${ofYear}?`,
        r`(?<!以)上年(?![纪度岁])[底末初]?`,
      ),
    },
  ],

  percent: [
    {
      name: 'constant.numeric.percent.hegao',
      match: from(
        `${digits}${numerals}−－-`,
        r`${sign}${first}${number}(?:[%％‰]?${any(dash, '至')}${number})?[多余]? ?[%％‰]`,
        r`${sign}${first}${number}(?:(?:个?百分点)?${any(dash, '至')}${number})?[多余]?个?百分点`,
        r`(?<!${han})${han}{1,6}(?:点${han}{1,4})?个百分点`,
        r`[百千万]分之${any(`${han}{1,6}(?:点${han}{1,4})?`, number)}`,
        r`(?:${first}${number}|(?<!${han})[一二三四五六七八九])成[一二三四五六七八九半]?(?=[以多左，。；、]|$)`,
      ),
    },
  ],

  ordinal: [
    {
      name: 'constant.numeric.ordinal.hegao',
      // 第五航权, 第三产业 and the like are names.
      match: r`第(?:(?>${digit}+)|(?>${han}{1,6}))${any('[位名次届个批家项条款章节编篇轮站年天场季讲]', r`(?=[，。、；：）)”’\s]|$)`)}`,
    },
  ],

  quantity: [
    // 1.2.3 is a version or a section.
    { match: r`${first}(?>${digit}+)(?:\.${digit}+){2,}` },
    {
      name: 'constant.numeric.quantity.hegao',
      match: from(
        `${digits}${numerals}几数−－-`,
        // 8.3∶41.4∶50.3
        r`${first}${number}(?:[∶:：]${number}){1,3}`,
        // 1.79万亿元, 1,300多家, 9亿—16亿元
        r`${sign}${first}${number}${any(`${scale}(?:${unit})?${any(dash, '至')}${number}${scale}${unit}`, `${scale}${unit}`, '[多余]?[十百千万亿]{1,3}[多余]?')}`,
        // A bare figure, if it does not begin a name (307国道).
        r`(?<![+＋])${sign}${first}${number}(?=[，。、；：）)”’\s以的和与及至到增减升降提上下—–～~-]|$)`,
        // 二十万亿元, 三千多家, 几十万人; neither a single 一个 nor 千亿 alone counts anything
        r`(?<![${numerals}第])(?=[几数]?${han}{0,7}[十百千万亿])(?=[几数]|${han}{0,7}[一二两三四五六七八九十])${any(`[几数]${han}{1,8}`, `${han}{2,8}`)}[多余来]?${unitWord}`,
        r`(?<!${han})${han}{1,4}分之${han}{1,6}`,
      ),
    },
  ],
};

// ── Grammars ────────────────────────────────────────────────────────────────────────────────────────────────────────

const comment = 'Written by scripts/build-grammar.mjs.';
const order = ['title', 'name', 'target', 'period', 'date', 'percent', 'ordinal', 'quantity'];

const grammars = {
  'hegao.tmLanguage.json': {
    $comment: comment,
    name: 'Plain text, figures and titles coloured',
    scopeName: 'text.plain.hegao',
    patterns: order.map((key) => ({ include: `#${key}` })),
    repository: Object.fromEntries(order.map((key) => [key, { patterns: rules[key] }])),
  },
  'hegao-markdown.tmLanguage.json': {
    $comment: comment,
    name: 'Figures and titles in Markdown',
    scopeName: 'markdown.hegao.injection',
    // Where the signs of Markdown and a figure begin together, Markdown goes first (no L:).
    injectionSelector:
      'text.html.markdown - (markup.inline.raw | markup.raw | markup.fenced_code | markup.underline.link | markup.math | constant.other.reference.link | meta.embedded | meta.tag | comment)',
    patterns: [{ include: 'text.plain.hegao' }],
  },
};

await main(async () => {
  const check = process.argv.includes('--check');
  for (const [name, grammar] of Object.entries(grammars)) {
    const file = inProject('syntaxes', name);
    const options = await prettier.resolveConfig(file);
    const text = await prettier.format(JSON.stringify(grammar), { ...options, parser: 'json' });
    if (!check) writeFileSync(file, text);
    else if (readFileSync(file, 'utf8') !== text)
      throw new Stop(
        `syntaxes/${name} 不是最新的，请运行 node scripts/build-grammar.mjs。`,
        `syntaxes/${name} is out of date: run node scripts/build-grammar.mjs.`,
      );
  }
  return 0;
});
