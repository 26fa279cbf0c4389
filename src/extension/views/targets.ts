import { ThemeIcon } from 'vscode';
import type { Outline } from '../../server/protocol.js';
import type { Node } from './tree.js';

/** 目标: by deadline, the nearest first. */
export function targetNodes({ uri, targets }: Outline): readonly Node[] {
  const deadlines = [...new Set(targets.map(({ deadline }) => deadline))].sort();
  return deadlines.map((deadline): Node => {
    const own = targets.filter((target) => target.deadline === deadline);
    return {
      label: deadline,
      description: String(own.length),
      icon: new ThemeIcon('calendar'),
      id: deadline,
      children: own.map(({ range, text, subject, indicator }): Node => ({
        label: text,
        description: [subject, indicator].filter((part) => part !== '').join(' · '),
        icon: new ThemeIcon('target'),
        place: { uri, range },
      })),
    };
  });
}
