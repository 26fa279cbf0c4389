import type { AnalysedArticle } from '../../article.js';
import type { Claim } from '../../claim/claim.js';
import type { Knowledge } from '../../fact/knowledge.js';
import { say } from '../../message.js';
import type { Message } from '../../message.js';
import { slice } from '../../text/span.js';
import type { Span } from '../../text/span.js';
import { OwnText } from '../own-text.js';
import type { Report, Rule, Severity, Source } from '../rule.js';

/** Names that the legal units of measurement replaced. */
const RETIRED: Readonly<Record<string, string>> = {
  公分: '厘米',
  公尺: '米',
  公寸: '分米',
  公升: '升',
  公吨: '吨',
  平米: '平方米',
  平方公尺: '平方米',
  立方公尺: '立方米',
  大卡: '千卡',
  吋: '英寸',
};

/** Symbols have fixed capitals and superscripts. */
const SYMBOLS: Readonly<Record<string, string>> = {
  KM: 'km',
  Km: 'km',
  KG: 'kg',
  Kg: 'kg',
  KW: 'kW',
  Kw: 'kW',
  kw: 'kW',
  KWH: 'kW·h',
  KWh: 'kW·h',
  kwh: 'kW·h',
  KV: 'kV',
  Kv: 'kV',
  kv: 'kV',
  CM: 'cm',
  m2: 'm²',
  M2: 'm²',
  m3: 'm³',
  M3: 'm³',
  km2: 'km²',
  hm2: 'hm²',
};

const SOURCE: Source = { title: '中华人民共和国法定计量单位' };

/** Relation: amounts carry their unit, by its legal name. A hint: colloquial units are often meant. */
export const unitForm: Rule = {
  id: 'unit-form',
  group: 'form',
  severity: 'hint',
  title: say`计量单位`,
  check(article, knowledge, report) {
    const own = new OwnText(article);
    const tell = (
      span: Span,
      newText: string,
      message: Message,
      severity: Severity = 'hint',
      source?: Source,
    ): void => {
      if (!own.isText(span.start)) return;
      report({
        span,
        severity,
        message,
        ...(source === undefined ? {} : { source }),
        fixes: [{ title: say`改为“${newText}”`, kind: 'suggestion', edits: [{ span, newText }] }],
      });
    };
    const retired = new Map<string, readonly Span[]>();
    for (const mention of article.mentions) {
      if (mention.kind !== 'quantity') continue;
      const printed = slice(article.folded, mention.unitSpan);
      if (RETIRED[printed] !== undefined && own.isText(mention.span.start))
        retired.set(printed, [...(retired.get(printed) ?? []), mention.unitSpan]);
      const staff = printed === '人次' ? staffBefore(article.text, mention.span.start) : undefined;
      if (staff !== undefined) {
        const span = { start: staff.start, end: mention.span.end };
        const people = article.text.slice(staff.start, mention.unitSpan.start);
        tell(
          span,
          `${people}人`,
          say`“人次”计次数，不计人数：指人数写“${people}人”，指次数不说“${slice(article.text, staff)}”。`,
          'information',
        );
      }
    }
    for (const [printed, spans] of retired) report(retiredName(printed, spans));
    for (const { index, 0: word } of article.folded.matchAll(
      /(?<=\d\s?|\d[万亿])(平方|立方)(?=[，。；、）]|$|的|左右|以上|以内|多)/gm,
    ))
      tell(
        { start: index, end: index + 2 },
        `${word}米`,
        say`“${word}”不是计量单位，应为“${word}米”。`,
        'hint',
        SOURCE,
      );
    for (const { index, 0: symbol } of article.folded.matchAll(/(?<=\d\s?)[A-Za-z]{1,3}[23]?(?![A-Za-z\d])/g)) {
      const right = SYMBOLS[symbol];
      if (right !== undefined)
        tell(
          { start: index, end: index + symbol.length },
          right,
          say`单位符号“${symbol}”应为“${right}”。`,
          'hint',
          SOURCE,
        );
    }
    for (const claim of article.claims) {
      const unit = unitLeftOut(claim, article, knowledge);
      if (unit === undefined) continue;
      const { span } = claim.figure;
      tell(
        span,
        slice(article.text, span) + unit,
        say`“${slice(article.text, span)}”后面缺计量单位，应为“${slice(article.text, span)}${unit}”。`,
      );
    }
  },
};

/** One finding for all places of a retired name in the article. */
function retiredName(printed: string, spans: readonly Span[]): Report {
  const name = RETIRED[printed] ?? printed;
  const [span = { start: 0, end: 0 }, ...others] = spans;
  return {
    span,
    message: say`“${printed}”不是法定计量单位名称，应为“${name}”（共${spans.length}处）。`,
    related: others.map((other) => ({ span: other, message: say`写法相同` })),
    source: SOURCE,
    fixes: [
      {
        title: others.length === 0 ? say`改为“${name}”` : say`${spans.length}处都改为“${name}”`,
        kind: 'suggestion',
        edits: spans.map((each) => ({ span: each, newText: name })),
      },
    ],
  };
}

/** A word for people right before the figure whose verb moves or counts them: 选派管理人员50人次. */
function staffBefore(text: string, at: number): Span | undefined {
  const before = text.slice(Math.max(0, at - 24), at);
  const match =
    /(?:选派|抽调|派出|派遣|选调|配备|现有|共有|拥有|招聘|引进)[^，。；：]{0,16}?(人员|干部|队员|专家|教师|医生|技术员|志愿者)$/.exec(
      before,
    );
  return match?.[1] === undefined ? undefined : { start: at - match[1].length, end: at };
}

/** The base unit of the indicator that a bare 1484万 belongs to, where its names agree on one. */
function unitLeftOut({ figure, indicator }: Claim, article: AnalysedArticle, knowledge: Knowledge): string | undefined {
  if (figure.kind !== 'number' || indicator === undefined || indicator.inherited) return undefined;
  const printed = slice(article.folded, figure.span);
  if (
    !/\d[万亿]+$/.test(printed) ||
    !/^(?:[，。；、）的]|左右|以上|$)/.test(article.folded.slice(figure.span.end, figure.span.end + 2))
  )
    return undefined;
  // 连续迈上4万亿、5万亿两个台阶: what is meant is clear.
  if (/^[^。；\n]{0,16}(?:台阶|大关|门槛|关口)/.test(article.text.slice(figure.span.end, figure.span.end + 20)))
    return undefined;
  const between = article.text.slice(indicator.span.end, figure.span.start);
  if (between.length > 8 || /[，。；、\d]/.test(between)) return undefined;
  const rows = knowledge.indicatorsByName.get(slice(article.text, indicator.span)) ?? [];
  const units = new Set(rows.map((row) => knowledge.unitByName.get(row.defaultUnit)?.baseUnit));
  const [unit] = units;
  return units.size === 1 && (unit === '元' || unit === '人') ? unit : undefined;
}
