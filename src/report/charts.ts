import { say } from '../core/message.js';
import type { GroupCount, ReportedTarget } from '../core/report/build.js';
import { escape } from './escape.js';
import { GROUP_NAMES, type Text } from './names.js';

/** Findings by group as a bar chart: grave ones in the strong colour, mild ones behind them. Inline SVG. */
export function groupChart(groups: readonly GroupCount[], text: Text): string {
  const row = 26;
  const left = 150;
  const width = 560;
  const most = Math.max(1, ...groups.map(({ strong, mild }) => strong + mild));
  const scale = (width - left - 40) / most;
  const bars = groups.map(({ group, strong, mild }, i) => {
    const y = i * row;
    const end = left + (strong + mild) * scale;
    return [
      `<text class="label" x="${left - 8}" y="${y + 17}" text-anchor="end">${escape(text(GROUP_NAMES[group]))}</text>`,
      `<rect class="strong" x="${left}" y="${y + 5}" width="${round(strong * scale)}" height="16"/>`,
      `<rect class="mild" x="${round(left + strong * scale)}" y="${y + 5}" width="${round(mild * scale)}" height="16"/>`,
      `<text class="count" x="${round(end + 6)}" y="${y + 17}">${strong + mild}</text>`,
    ].join('');
  });
  return svg(width, groups.length * row, text(say`各类问题的数目`), bars.join(''));
}

/** Targets along the years: a disc a deadline, as large as there are promises for it, with their number. Inline SVG. */
export function targetTimeline(targets: readonly ReportedTarget[], text: Text): string {
  const counts = new Map<number, number>();
  for (const { deadline } of targets) {
    const year = Number(deadline.slice(0, 4));
    if (Number.isInteger(year) && year > 0) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  const years = [...counts.keys()].sort((a, b) => a - b);
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return '';
  const width = 880;
  const margin = 44;
  const y = 52;
  const x = (year: number): number =>
    first === last ? width / 2 : margin + ((year - first) / (last - first)) * (width - 2 * margin);
  let printed = -Infinity;
  const marks = years.map((year) => {
    const count = counts.get(year) ?? 0;
    const radius = Math.min(22, 9 + 2 * Math.sqrt(count));
    // Years too near to their neighbour to be read keep their disc only.
    const label =
      x(year) - printed < 40
        ? ''
        : `<text class="label" x="${round(x(year))}" y="${y + 42}" text-anchor="middle">${year}</text>`;
    if (label !== '') printed = x(year);
    return `<g><title>${escape(text(say`${year}年：${count}项目标`))}</title><circle class="disc" cx="${round(x(year))}" cy="${y}" r="${round(radius)}"/><text class="on" x="${round(x(year))}" y="${y + 5}" text-anchor="middle">${count}</text>${label}</g>`;
  });
  const axis = `<line class="axis" x1="${margin / 2}" y1="${y}" x2="${width - margin / 2}" y2="${y}"/>`;
  return svg(width, y + 54, text(say`目标的时间表`), axis + marks.join(''));
}

function svg(width: number, height: number, title: string, body: string): string {
  return `<svg viewBox="0 0 ${width} ${height}" width="${width}" role="img" aria-label="${escape(title)}">${body}</svg>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
