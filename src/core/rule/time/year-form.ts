import type { AnalysedArticle } from '../../article.js';
import type { PeriodMention } from '../../mention.js';
import { say } from '../../message.js';
import { asWideAs } from '../../quantity/slip.js';
import { slice } from '../../text/span.js';
import type { Span } from '../../text/span.js';
import { numeralStandard } from '../form/figures.js';
import { OwnText } from '../own-text.js';
import type { Report, Rule } from '../rule.js';
import { fullYear, shortYears } from './short-years.js';

const HAN = '〇一二三四五六七八九';

/** A year of four Chinese digits. */
const HAN_YEAR = /(?<![〇零○一二三四五六七八九十百千万])[一二][〇零○一二三四五六七八九]{3}(?=年)/g;

/** What there was not before the twentieth century: 19世纪80年代 is then 20世纪80年代. */
const MODERN = /改革开放|新中国|共和国成立|经济特区|特区|人民公社|互联网|家庭联产承包|市场经济|全国人大|浦东/;

/**
 * Relation: a year has four digits, and 〇 in it where it is in Chinese numerals (GB/T 15835—2011, 5.1.4 and 5.2.5); a decade says
 * its century.
 */
export const yearForm: Rule = {
  id: 'year-form',
  group: 'time',
  severity: 'warning',
  title: say`年份写法`,
  check(article, _knowledge, report) {
    const own = new OwnText(article);
    for (const span of shortYears(article)) if (own.isText(span.start)) report(shortened(article, span));
    for (const { index, 0: year } of article.folded.matchAll(HAN_YEAR))
      if (year.includes('零') && own.isText(index)) report(withZero(index, year));
    const decades = article.mentions.filter(
      (mention): mention is PeriodMention =>
        mention.kind === 'period' && mention.form === 'decade' && own.isRunning(mention.span.start),
    );
    for (const decade of decades) {
      const wrong = wrongCentury(article, decade);
      if (wrong !== undefined) report(wrong);
    }
    const bare = firstBareDecade(article, decades);
    if (bare !== undefined) report(bare);
  },
};

function shortened(article: AnalysedArticle, span: Span): Report {
  const full = asWideAs(String(fullYear(slice(article.folded, span), article)), slice(article.text, span));
  return {
    span: { start: span.start, end: span.end + 1 },
    message: say`年份不写两位：“${slice(article.text, span)}年”应为“${full}年”。`,
    source: numeralStandard('5.1.4'),
    fixes: [{ title: say`改为“${full}年”`, kind: 'suggestion', edits: [{ span, newText: full }] }],
  };
}

function withZero(start: number, year: string): Report {
  const han = year.replaceAll('零', '〇');
  const arabic = [...han.replaceAll('○', '〇')].map((each) => HAN.indexOf(each)).join('');
  return {
    span: { start, end: start + 5 },
    message: say`年份中的“零”应为“〇”：写“${han}年”，或用阿拉伯数字“${arabic}年”。`,
    source: numeralStandard('5.2.5'),
    fixes: [
      { title: say`改为“${han}年”`, kind: 'safe', edits: [{ span: { start, end: start + 4 }, newText: han }] },
      {
        title: say`改为“${arabic}年”`,
        kind: 'suggestion',
        edits: [{ span: { start, end: start + 4 }, newText: arabic }],
      },
    ],
  };
}

function wrongCentury(article: AnalysedArticle, { span }: PeriodMention): Report | undefined {
  const printed = slice(article.folded, span);
  const century = /^(?:19|十九)(?=世纪(?:[5-9]0|[五六七八九]十)年代)/.exec(printed)?.[0];
  const sentence = article.sentences.find((each) => each.span.start <= span.start && span.end <= each.span.end);
  if (century === undefined || sentence === undefined || !MODERN.test(slice(article.text, sentence.span)))
    return undefined;
  const right = century === '19' ? '20' : '二十';
  const newText = right + printed.slice(century.length);
  return {
    span,
    message: say`19××年属20世纪：“${slice(article.text, span)}”似应为“${newText}”。`,
    fixes: [{ title: say`改为“${newText}”`, kind: 'suggestion', edits: [{ span, newText }] }],
  };
}

/**
 * The first decade of an article whose century nothing says. Only in texts of this century; earlier ones could not be misread. One
 * finding for all: it is a matter of style.
 */
function firstBareDecade(article: AnalysedArticle, decades: readonly PeriodMention[]): Report | undefined {
  const isRecent = article.mentions.some(
    (mention) => mention.kind === 'date' && Number(mention.value?.slice(0, 4)) >= 2000,
  );
  if (!isRecent || decades.some(({ span }) => slice(article.text, span).includes('世纪'))) return undefined;
  const bare = decades.filter(({ span }) => /^(?:[5-9]0|[五六七八九]十)年代/.test(slice(article.folded, span)));
  const [first] = bare;
  if (first === undefined) return undefined;
  const printed = slice(article.text, first.span);
  const century = /^\d/.test(slice(article.folded, first.span)) ? '20世纪' : '二十世纪';
  return {
    span: first.span,
    severity: 'information',
    message: say`“${printed}”没有写明世纪，宜写“${century}${printed}”。`,
    related: bare.slice(1).map(({ span }) => ({ span, message: say`写法相同` })),
    fixes: [
      {
        title: say`改为“${century}${printed}”`,
        kind: 'suggestion',
        edits: [{ span: first.span, newText: century + printed }],
      },
    ],
  };
}
