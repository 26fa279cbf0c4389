import type { AnalysedArticle } from '../../article.js';
import { say } from '../../message.js';
import type { Report } from '../rule.js';

/** What ends the sign of an issuer: 国发, 湘政办函, 财税. What is before a year in brackets and is none of these is another thing. */
const NUMBERS =
  /(?<=[发函办字令税规通文综批阅电])\s?([〔[（(【［])\s?((?:19|20)\d{2})\s?([〕\]）)】］])\s?(第?\s?0*)(\d{1,5})\s?号/g;

/** Numbers whose year is not in 〔 〕, or that are filled up with zeros or 第. */
export function* numberForm({ text }: AnalysedArticle): Generator<Report> {
  for (const { 0: number, 1: open, 2: year = '', 3: close, 4: filler = '', 5: serial = '', index } of text.matchAll(
    NUMBERS,
  )) {
    if (open === '〔' && close === '〕' && filler === '') continue;
    const span = { start: index, end: index + number.length };
    const newText = `〔${year}〕${serial}号`;
    yield {
      span,
      severity: 'information',
      message: say`文号的年份用六角括号〔〕括起，序号不加“第”、不编虚位。`,
      source: { title: 'GB/T 9704—2012 党政机关公文格式', locator: '7.2.5' },
      fixes: [{ title: say`改为“${newText}”`, kind: 'safe', edits: [{ span, newText }] }],
    };
  }
}
