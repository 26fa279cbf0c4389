import type { OrganLevelRow } from '../fact/schema.js';

/** A local organ by the part of its name behind the division: 科学技术局 of 广州市科学技术局. */
export interface Department {
  /** Its full form: 科学技术局 for 科技局, 人民政府 for 政府. */
  readonly canonical: string;
  /** Index of the row of facts/organ_level_rules.csv whose line department it is, and the suffix it bears in full; if it is one. */
  readonly line?: { readonly row: OrganLevelRow; readonly suffix: string };
  /** False for forms that count only behind a full name of a division: 广州市委, not 广州委. */
  readonly afterShort: boolean;
  /** True for organs of the Party: 中共长沙市委员会. */
  readonly party: boolean;
}

/** Short forms of the stems of facts/organ_level_rules.csv. */
const STEM_FORMS: Readonly<Record<string, readonly string[]>> = {
  发展和改革: ['发展改革', '发改'],
  科学技术: ['科技'],
  工业和信息化: ['工信'],
  人力资源和社会保障: ['人力资源社会保障', '人社'],
  自然资源: [],
  住房和城乡建设: ['住房城乡建设', '住建'],
  交通运输: ['交通'],
  农业农村: ['农业'],
  文化和旅游: ['文旅', '文化旅游'],
  卫生健康: ['卫健'],
  退役军人事务: ['退役军人'],
  应急管理: ['应急'],
  国有资产监督管理: ['国资'],
  民族宗教事务: ['民族宗教', '民宗'],
  市场监督管理: ['市场监管'],
  医疗保障: ['医保'],
  广播电视: ['广电'],
  药品监督管理: ['药监'],
  粮食和物资储备: ['粮食和储备', '粮食'],
};

/** What stands in brackets in a stem is left out or put in: 林业（和草原） is 林业 or 林业和草原. */
export function bracketForms(stem: string): readonly string[] {
  const match = /^(.*)（(.*)）(.*)$/.exec(stem);
  if (match === null) return [stem];
  return [`${match[1] ?? ''}${match[3] ?? ''}`, `${match[1] ?? ''}${match[2] ?? ''}${match[3] ?? ''}`];
}

/** A stem with its short forms: 科学技术, 科技. */
export function stemForms(stem: string): readonly string[] {
  return [stem, ...(STEM_FORMS[stem] ?? [])];
}

const SHORT_SUFFIX: Readonly<Record<string, string>> = { 委员会: '委', 办公室: '办' };
/** Every line department may be found under any of these: which of them is right at which level, a rule tells. */
const SUFFIXES = ['厅', '局', '委员会', '办公室', '分局'];
/** Suffixes that the stem bears somewhere, or that are plausible slips for it. */
function suffixesOf(row: OrganLevelRow): readonly string[] {
  const borne = new Set([
    ...row.provinceSuffix,
    ...row.municipalitySuffix,
    ...row.prefectureSuffix,
    ...row.countySuffix,
    '厅',
    '局',
  ]);
  return SUFFIXES.filter((suffix) => borne.has(suffix));
}

/** Organs that have one name at all levels, each with its other forms. */
const OTHERS: readonly (readonly [canonical: string, ...forms: string[]])[] = [
  ['人民政府', '政府'],
  ['人民政府办公厅', '政府办公厅'],
  ['人民政府办公室', '政府办公室', '政府办'],
  ['人民代表大会常务委员会', '人大常委会'],
  ['人民代表大会', '人大'],
  ['政协'],
  ['纪委监委', '纪委', '监委', '监察委员会', '纪律检查委员会'],
  ['高级人民法院'],
  ['中级人民法院', '中级法院'],
  ['人民法院', '法院'],
  ['人民检察院', '检察院'],
  ['总工会'],
  ['妇女联合会', '妇联'],
  ['残疾人联合会', '残联'],
  ['工商业联合会', '工商联'],
  ['科学技术协会', '科协'],
  ['文学艺术界联合会', '文联'],
  ['红十字会'],
  ['供销合作社联合社', '供销合作社', '供销社'],
  ['税务局'],
  ['气象局'],
  ['地震局'],
  ['通信管理局'],
  ['邮政管理局'],
  ['公安局交通警察支队', '公安局交警支队', '交警支队'],
  ['消防救援总队'],
  ['消防救援支队'],
  ['城市管理局', '城管局'],
  ['城市管理和综合执法局'],
  ['城市管理综合执法局'],
  ['行政审批服务局', '行政审批局'],
  ['政务服务管理局', '政务服务局'],
  ['政务服务和数据管理局'],
  ['政务服务和大数据管理局'],
  ['大数据局', '大数据管理局', '大数据发展管理局'],
  ['投资促进局'],
  ['规划和自然资源局', '自然资源和规划局'],
  ['水务局'],
  ['园林局', '园林和林业绿化局'],
  ['文化广电和旅游局', '文化广电旅游局', '文化广电旅游体育局'],
  ['教育体育局'],
  ['科技创新局', '科技创新委员会', '科技创新委'],
  ['经济和信息化局', '经信局'],
  ['经济和信息化厅', '经信厅'],
  ['经济和信息化委员会', '经信委', '经济信息化委'],
  ['工商行政管理局', '工商局'],
  ['质量技术监督局', '质监局'],
  ['食品药品监督管理局'],
  ['环境保护局', '环保局'],
  ['环境保护厅', '环保厅'],
  ['国土资源局'],
  ['国土资源厅'],
  ['农业厅'],
  ['文化厅'],
  ['文化局'],
  ['卫生厅'],
  ['卫生局'],
  ['林业厅'],
  ['扶贫办'],
  ['乡村振兴局'],
  ['文物局'],
  ['档案局'],
  ['疾病预防控制中心', '疾控中心'],
  ['疾病预防控制局', '疾控局'],
  ['公共资源交易中心'],
  ['生态环境监测中心'],
  ['生态环境分局'],
];
/** Party organs: behind a full name of a division or a bare level only. */
const PARTY: readonly (readonly [canonical: string, ...forms: string[]])[] = [
  ['委员会', '委'],
  ['委组织部'],
  ['委宣传部'],
  ['委统战部', '委统一战线工作部'],
  ['委政法委员会', '委政法委'],
  ['委社会工作部'],
  ['委办公厅'],
  ['委办公室'],
  ['委网络安全和信息化委员会办公室', '委网信办'],
  ['委机构编制委员会办公室', '委编办'],
  ['委党校'],
  ['委政策研究室', '委政研室'],
];

/** Every form of every local organ, for the dictionary. */
export function departmentForms(rows: readonly OrganLevelRow[]): Map<string, Department> {
  const forms = new Map<string, Department>();
  for (const [canonical, ...others] of OTHERS)
    for (const form of [canonical, ...others])
      forms.set(form, { canonical, afterShort: form.length > 2, party: false });
  for (const [canonical, ...others] of PARTY)
    for (const form of [canonical, ...others]) forms.set(form, { canonical, afterShort: false, party: true });
  for (const row of rows) {
    // 国家税务总局××税务局 and the offices of the government are no stems.
    if (row.nameStem.includes('×') || row.nameStem.startsWith('人民政府')) continue;
    for (const stem of bracketForms(row.nameStem))
      for (const suffix of suffixesOf(row)) {
        const line = { row, suffix };
        const canonical = stem + suffix;
        const short = SHORT_SUFFIX[suffix];
        for (const form of stemForms(stem)) {
          forms.set(form + suffix, { canonical, line, afterShort: true, party: false });
          if (short !== undefined) forms.set(form + short, { canonical, line, afterShort: true, party: false });
        }
      }
  }
  return forms;
}
