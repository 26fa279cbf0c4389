/** Idioms and words that open like numerals. Sticky: set `lastIndex` to the numeral's start. */
const WORDS =
  /(?:千(?:千万万|万(?:不|要|别|一)|方百计|家万户|差万别|军万马|丝万缕|篇一律|辛万苦|变万化|锤百炼|古|秋|里眼|载|山万水|头万绪|姿百态|亿|年(?:古|大计))|百(?:姓|货|科|般|家(?:争鸣|讲坛)|花齐放|折不挠|废待兴|年(?:未有|大计|奋斗|目标|老店|名校)|尺竿头|战百胜|业|感|计|闻不如|余年|合|灵|色|度|川)|万(?:物|众一心|家灯火|无一失|象|里长|般|全|能|分(?!之)|岁|里|寿|事|年|隆|科|达|向|州|宁|县)|十(?:分(?!之)|足|全十美|字|佳)|三三两两|七上八下|四面八方|五花八门|四通八达|五湖四海|四季|四周|四处|四肢|三农|三江|三峡|三明|三亚|三门|三星|三角|三维|二维|两岸|两会|两翼|两侧|两边|两端|两手|两旁|[两三]点一线|一旦|一(?:[些起般样定切直致体律向再面边贯流线并带路把旦共同系概应经何日下时度齐味举番](?!年)|心一意|五一十|清二楚|国两制|以贯之|往无前|马当先|丝不苟|系列|方面|部分|分为二|会儿|点(?:儿|一滴)|百年(?=”|奋斗)|手抓|站式|网通|窗|卡通|码通|件事|对一|老一小|揽子|盘棋|张网|张图|家人|脉相承|如既往|目了然|体化|二三产业)|零(?:部件|售|食|星|碎|距离|工|散|和|容忍|基础|报告|增长)|两[国省市县岸侧翼山]|三(?:北|明|军|国)|二三线)/y;

/** Characters that make one word with the single digit behind them: 统一, 唯一, 第三, “一. */
const BEFORE_WORD = new Set('统唯万之专单同合划归逐某每另哪任惟第“周');

/** True if a word begins at `at` that only looks like a Chinese numeral; `size` is the numeral's length. */
export function isNumeralWord(text: string, at: number, size: number): boolean {
  WORDS.lastIndex = at;
  if (WORDS.test(text)) return true;
  if (size !== 1) return false;
  const before = text.charAt(at - 1);
  return BEFORE_WORD.has(before) || ((before === '期' || before === '拜') && /[星礼]/.test(text.charAt(at - 2)));
}

/** What makes digits a name: 307国道, 5号楼, 〔2021〕6号, 2.0版, 3号文件. */
const NAME_BEHIND = /国道|省道|县道|高速|号(?!召)|#|版|型|频道|路(?:公交|车)?(?:$|[^线])/y;
const CODE_BEHIND = /[A-Za-z]|[-–]?[A-Za-z]\d/y;

/** True if digits that end at `end` are the number of a road, a house, a version or a model. */
export function isNameBehind(text: string, end: number, hasDigits: boolean): boolean {
  NAME_BEHIND.lastIndex = end;
  if (NAME_BEHIND.test(text)) return true;
  CODE_BEHIND.lastIndex = end;
  return hasDigits && CODE_BEHIND.test(text);
}
