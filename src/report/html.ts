import { say, type Message } from '../core/message.js';
import type { Report, ReportedClaim } from '../core/report/build.js';
import type { Position } from '../core/text/line-index.js';
import type { Span } from '../core/text/span.js';
import { groupChart, targetTimeline } from './charts.js';
import { escape } from './escape.js';
import {
  GROUP_NAMES,
  placeText,
  remedyText,
  SEVERITY_NAMES,
  sourceText,
  tenthsText,
  WEIGHT_NAMES,
  type Text,
} from './names.js';
import { STYLE } from './style.js';

/** What differs between a page of its own and one in the editor. */
export interface PageOptions {
  /** Language tag of `text`. */
  readonly language: string;
  /** When it was made, as it should stand there; left out, no time is told. */
  readonly made?: string;
  /** The address that shows a place in the text; without it places are plain text. */
  readonly link?: (span: Span) => string;
  /** What stands above the first section, ready-made HTML. */
  readonly tools?: string;
}

/** The page up to the first text. It loads nothing and runs nothing, and says so to the browser. */
export function pageStart(text: Text, { language, made, tools = '' }: PageOptions): string {
  const title = escape(text(say`审读报告`));
  const policy = `default-src 'none'; style-src 'unsafe-inline'`;
  const when = made === undefined ? '' : `<p class="quiet">${escape(made)}</p>`;
  return `<!doctype html>
<html lang="${escape(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>${title}</title><style>${STYLE}</style></head>
<body><h1>${title}</h1>${when}${tools}
`;
}

/** The page behind the last text. */
export function pageEnd(): string {
  return '</body></html>\n';
}

/** One text's part of the page. */
export function section(report: Report, text: Text, options: PageOptions): string {
  return [
    `<h2>${escape(report.name)}</h2>`,
    tiles(report, text),
    findings(report, text, options),
    rate(report, text),
    claims(report.unverified, say`待核的数据`, say`可以核对，但事实表里没有；请另行查证。`, text, options),
    claims(report.verified, say`已核实的数据`, say`与事实表相符。`, text, options),
    targets(report, text, options),
  ].join('');
}

function tiles(
  { findings: all, rate: { perTenThousand, limit, passes, characters }, verified, unverified }: Report,
  text: Text,
): string {
  const strong = all.filter(({ finding: { severity } }) => severity === 'error' || severity === 'warning').length;
  const tile = (value: string, what: Message, look = ''): string =>
    `<div class="tile"><b class="${look}">${escape(value)}</b>${escape(text(what))}</div>`;
  return `<div class="tiles">${[
    tile(String(strong), say`处应改（另有${all.length - strong}处提示）`, strong > 0 ? 'bad' : 'good'),
    tile(
      `${perTenThousand}/10000`,
      passes ? say`估计差错率，未超过${limit}/10000` : say`估计差错率，超过${limit}/10000`,
      passes ? 'good' : 'bad',
    ),
    tile(String(verified.length), say`个数据已核实（另有${unverified.length}个待核）`),
    tile(String(characters), say`字`),
  ].join('')}</div>`;
}

function findings({ findings: all, groups }: Report, text: Text, options: PageOptions): string {
  if (all.length === 0) return `<p>${escape(text(say`没有发现问题。`))}</p>`;
  const rows = all.map((each) => {
    const { severity, group, message, span, source } = each.finding;
    return [
      `<td class="place">${place(each.place, span, text, options)}</td>`,
      `<td><span class="${severity}">${escape(text(SEVERITY_NAMES[severity]))}</span> ${escape(text(GROUP_NAMES[group]))}</td>`,
      ...[each.quote, text(message), remedyText(each, text), sourceText(source, text)].map(
        (cell) => `<td>${escape(cell)}</td>`,
      ),
    ].join('');
  });
  return `<h3>${escape(text(say`发现的问题`))}</h3>${groupChart(groups, text)}${table('findings', [say`位置`, say`类别`, say`原文`, say`问题`, say`建议改法`, say`依据`], rows, text)}`;
}

function rate({ rate: { tenths, characters, perTenThousand, limit, passes }, reckoning }: Report, text: Text): string {
  const rows = reckoning.map(
    ({ why, tenths: each, count }) =>
      `<td>${escape(text(WEIGHT_NAMES[why]))}</td>${[count, tenthsText(each), tenthsText(each * count)].map((cell) => `<td class="number">${cell}</td>`).join('')}`,
  );
  const sum = text(say`${tenthsText(tenths)}个差错 ÷ ${characters}字 × 10000 = ${perTenThousand}，限${limit}`);
  const verdict = text(passes ? say`未超过` : say`超过`);
  return `<h3>${escape(text(say`差错率的估算`))}</h3>${rows.length === 0 ? '' : table('rate', [say`种类`, say`处数`, say`每处计`, say`合计`], rows, text)}<p>${escape(sum)}：<b class="${passes ? '' : 'error'}">${escape(verdict)}</b></p><p class="quiet">${escape(text(say`按报纸编校质量的计错办法估算，只计核稿发现的差错，不能代替人工审读。`))}</p>`;
}

function claims(
  all: readonly ReportedClaim[],
  title: Message,
  note: Message,
  text: Text,
  options: PageOptions,
): string {
  if (all.length === 0) return '';
  const known = all.some(({ sources }) => sources.length > 0);
  const rows = all.map((each) => {
    const sources = each.sources.map((source) => sourceText(source, text)).join('；');
    const cells = [each.figure, each.slots.join(' · '), ...(known ? [sources] : [])];
    return `<td class="place">${place(each.place, each.span, text, options)}</td>${cells.map((cell) => `<td>${escape(cell)}</td>`).join('')}`;
  });
  const heads = [say`位置`, say`数据`, say`读作`, ...(known ? [say`依据`] : [])];
  return `<h3>${escape(text(title))}</h3><p class="quiet">${escape(text(note))}</p>${table('claims', heads, rows, text)}`;
}

function targets({ targets: all }: Report, text: Text, options: PageOptions): string {
  if (all.length === 0) return '';
  const rows = all.map(
    (each) =>
      `<td class="place">${escape(each.deadline)}</td><td>${escape(each.text)}</td><td class="place">${place(each.place, each.span, text, options)}</td>`,
  );
  return `<h3>${escape(text(say`目标的时间表`))}</h3>${targetTimeline(all, text)}${table('targets', [say`时限`, say`目标`, say`位置`], rows, text)}`;
}

function place(position: Position, span: Span, text: Text, { link }: PageOptions): string {
  const words = escape(placeText(position, text));
  return link === undefined ? words : `<a href="${escape(link(span))}">${words}</a>`;
}

function table(look: string, heads: readonly Message[], rows: readonly string[], text: Text): string {
  const head = heads.map((each) => `<th>${escape(text(each))}</th>`).join('');
  return `<table class="${look}"><thead><tr>${head}</tr></thead><tbody>${rows.map((row) => `<tr>${row}</tr>`).join('\n')}</tbody></table>`;
}
