import { ThemeIcon } from 'vscode';
import { say, type Message } from '../../core/message.js';
import type { EntityItem, Outline } from '../../server/protocol.js';
import type { Text } from '../texts.js';
import type { Node } from './tree.js';

const KINDS: Readonly<Record<EntityItem['kind'], { readonly name: Message; readonly icon: ThemeIcon }>> = {
  region: { name: say`地区`, icon: new ThemeIcon('location') },
  organization: { name: say`机构`, icon: new ThemeIcon('organization') },
  document: { name: say`文件`, icon: new ThemeIcon('file-text') },
};

/** 实体: regions, organs and documents, the most frequent first; those that stand in several forms open to them. */
export function entityNodes({ uri, entities }: Outline, text: Text): readonly Node[] {
  return (Object.keys(KINDS) as EntityItem['kind'][]).flatMap((kind): readonly Node[] => {
    const own = entities.filter((entity) => entity.kind === kind).sort((a, b) => count(b) - count(a));
    if (own.length === 0) return [];
    const children = own.map((entity): Node => entityNode(entity, uri, text));
    return [
      { label: text(KINDS[kind].name), description: String(own.length), icon: KINDS[kind].icon, id: kind, children },
    ];
  });
}

function entityNode({ kind, canonical, forms }: EntityItem, uri: string, text: Text): Node {
  const places = forms.flatMap((form): readonly Node[] =>
    form.ranges.map((range, i) => ({
      label: form.text,
      description: text(say`第${range.start.line + 1}行`),
      id: `${kind} ${canonical} ${form.text} ${i}`,
      place: { uri, range },
    })),
  );
  const [only] = places;
  const printed = forms.map((form) => `${form.text}×${form.ranges.length}`).join(' ');
  return {
    label: canonical,
    description: printed === `${canonical}×1` ? '' : printed,
    id: `${kind} ${canonical}`,
    ...(places.length === 1 && only?.place !== undefined ? { place: only.place } : { children: places, closed: true }),
  };
}

function count({ forms }: EntityItem): number {
  return forms.reduce((sum, { ranges }) => sum + ranges.length, 0);
}
