import { commands, Disposable, window, workspace } from 'vscode';
import { say, type Message } from '../core/message.js';
import type { Text } from './texts.js';

/** The families of colours and marks, by the ends of their settings' names. */
const FAMILIES: Readonly<Record<string, Message>> = {
  numbers: say`数字与日期`,
  targets: say`目标`,
  entities: say`地区、机构与文件`,
  verified: say`与事实表相符的✓`,
};

/** Commands that switch what is coloured and marked: one a family, and one that lists them all. */
export function registerHighlights(text: Text): Disposable {
  const families = Object.entries(FAMILIES);
  const isOn = (family: string): boolean => workspace.getConfiguration('hegao').get(`highlight.${family}`, true);
  const set = async (family: string, on: boolean): Promise<void> => {
    // Where a workspace says something of its own, the user's settings would have no effect.
    const inWorkspace =
      workspace.getConfiguration('hegao').inspect(`highlight.${family}`)?.workspaceValue !== undefined;
    await workspace.getConfiguration('hegao').update(`highlight.${family}`, on, !inWorkspace);
  };
  return Disposable.from(
    commands.registerCommand('hegao.chooseHighlights', async () => {
      const items = families.map(([family, label]) => ({ family, label: text(label), picked: isOn(family) }));
      const chosen = await window.showQuickPick(items, { canPickMany: true, title: text(say`显示哪些颜色与标记`) });
      if (chosen === undefined) return;
      for (const item of items) {
        const on = chosen.includes(item);
        if (on !== item.picked) await set(item.family, on);
      }
    }),
    ...families.map(([family]) =>
      commands.registerCommand(`hegao.toggleHighlight.${family}`, () => set(family, !isOn(family))),
    ),
  );
}
