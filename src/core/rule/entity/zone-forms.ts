import type { AnalysedArticle } from '../../article.js';
import { say } from '../../message.js';
import { slice } from '../../text/span.js';
import type { Span } from '../../text/span.js';
import type { Report } from '../rule.js';

/** What names the area of a free trade zone behind its city: 大连片区, 大连自贸片区. */
const AREA = /^(?:自贸(?:试验)?区?|自由贸易试验区)?片区/;

/**
 * The areas of free trade zones that an article names in two forms (辽宁自贸区大连片区, later 大连自贸片区): one report for each place of the
 * form that is rarer, of equally frequent ones of the later.
 */
export function zoneForms({ text, mentions }: AnalysedArticle): readonly Report[] {
  if (!/自贸|自由贸易/.test(text)) return [];
  const byCity = new Map<string, Map<string, Span[]>>();
  for (const mention of mentions) {
    if (mention.kind !== 'region') continue;
    const { start, end } = mention.span;
    const area = AREA.exec(text.slice(end, end + 12))?.[0];
    if (area === undefined) continue;
    const city = slice(text, mention.span).replace(/市$/, '');
    const forms = byCity.get(city) ?? new Map<string, Span[]>();
    byCity.set(city, forms);
    forms.set(city + area, [...(forms.get(city + area) ?? []), { start, end: end + area.length }]);
  }
  return [...byCity.values()].flatMap((forms) => {
    const [usual, ...others] = [...forms].sort(([, a], [, b]) => b.length - a.length);
    const first = usual?.[1][0];
    if (usual === undefined || first === undefined) return [];
    return others.flatMap(([, spans]) =>
      spans.map((span): Report => ({
        span,
        severity: 'information',
        message: say`“${slice(text, span)}”与他处的“${usual[0]}”指同一片区，名称宜统一。`,
        related: [{ span: first, message: say`他处作“${usual[0]}”` }],
        fixes: [{ title: say`改为“${usual[0]}”`, kind: 'suggestion', edits: [{ span, newText: usual[0] }] }],
      })),
    );
  });
}
