import { EventEmitter, TreeItem, TreeItemCollapsibleState, type TreeDataProvider } from 'vscode';
import type { ThemeIcon } from 'vscode';
import type { Range } from 'vscode-languageserver-protocol';
import { Commands } from '../../server/protocol.js';

/** One line of a view, with what is below it. */
export interface Node {
  readonly label: string;
  readonly description?: string;
  readonly tooltip?: string;
  readonly icon?: ThemeIcon;
  readonly children?: readonly Node[];
  /** True if what is below is hidden at first. */
  readonly closed?: boolean;
  /** The place to which a click leads. */
  readonly place?: { readonly uri: string; readonly range: Range };
  /** Tells a node again after the text has changed; by default its label. */
  readonly id?: string;
}

/** A view of nodes that are made anew whenever what they are made of changes. */
export class NodeTree implements TreeDataProvider<Node> {
  readonly #changed = new EventEmitter<undefined>();
  readonly #make: () => Promise<readonly Node[]>;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(make: () => Promise<readonly Node[]>) {
    this.#make = make;
  }

  refresh(): void {
    this.#changed.fire(undefined);
  }

  async getChildren(node?: Node): Promise<Node[]> {
    return [...(node === undefined ? await this.#make() : (node.children ?? []))];
  }

  getTreeItem(node: Node): TreeItem {
    const { label, description, tooltip, icon, children = [], closed = false, place, id } = node;
    const state = closed ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.Expanded;
    const item = new TreeItem(label, children.length === 0 ? TreeItemCollapsibleState.None : state);
    if (id !== undefined) item.id = id;
    if (description !== undefined) item.description = description;
    if (icon !== undefined) item.iconPath = icon;
    item.tooltip = tooltip ?? [label, description].filter((part) => part !== undefined).join('\n');
    if (place !== undefined)
      item.command = { title: label, command: Commands.goTo, arguments: [place.uri, place.range] };
    return item;
  }
}
