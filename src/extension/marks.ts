import { DecorationRangeBehavior, Disposable, OverviewRulerLane, Range, ThemeColor, window, workspace } from 'vscode';
import type { TextEditorDecorationType } from 'vscode';
import type { Marks } from '../server/protocol.js';
import type { Standing } from './standing.js';

/**
 * Quiet marks: a ✓ behind figures that agree with the fact table, a stroke in the overview ruler for those that contradict it, and, while the list of
 * claims is open, dots under those that the table does not know.
 * @param listOpen tells whether that list can be seen, and fires when that changes.
 */
export function createMarks(
  standing: Standing,
  listOpen: { readonly visible: boolean; onDidChangeVisibility(listener: () => void): Disposable },
): Disposable {
  const types: Readonly<Record<keyof Marks, TextEditorDecorationType>> = {
    verified: window.createTextEditorDecorationType({
      rangeBehavior: DecorationRangeBehavior.ClosedClosed,
      after: { contentText: '✓', color: new ThemeColor('hegao.verified'), margin: '0 0 0 1px' },
    }),
    mismatch: window.createTextEditorDecorationType({
      rangeBehavior: DecorationRangeBehavior.ClosedClosed,
      overviewRulerColor: new ThemeColor('hegao.mismatch'),
      overviewRulerLane: OverviewRulerLane.Center,
    }),
    unverified: window.createTextEditorDecorationType({
      rangeBehavior: DecorationRangeBehavior.ClosedClosed,
      borderStyle: 'dotted',
      borderWidth: '0 0 1px 0',
      borderColor: new ThemeColor('hegao.unverified'),
    }),
  };
  const show = (): void => {
    const wanted: Readonly<Record<keyof Marks, boolean>> = {
      verified: workspace.getConfiguration('hegao').get('highlight.verified', true),
      mismatch: true,
      unverified: listOpen.visible,
    };
    for (const editor of window.visibleTextEditors) {
      const status = standing.of(editor.document);
      // Marks of an older version stay where the editor has moved them, until those of the present one come.
      if (status !== undefined && status.version !== editor.document.version) continue;
      for (const kind of Object.keys(types) as (keyof Marks)[])
        editor.setDecorations(types[kind], wanted[kind] ? (status?.marks[kind] ?? []).map(toRange) : []);
    }
  };
  show();
  return Disposable.from(
    ...Object.values(types),
    standing.onDidChange(show),
    window.onDidChangeVisibleTextEditors(show),
    listOpen.onDidChangeVisibility(show),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('hegao.highlight')) show();
    }),
  );
}

function toRange({ start, end }: Marks['verified'][number]): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
