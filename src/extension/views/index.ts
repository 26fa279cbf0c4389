import { commands, Disposable, window, type TreeView } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { say } from '../../core/message.js';
import { Commands, FACTS, type FactsParams, type FactsResult, type Outline } from '../../server/protocol.js';
import type { Standing } from '../standing.js';
import type { Text } from '../texts.js';
import { claimNodes, claimSummary, ORDERS, STATES, type ClaimWishes } from './claims.js';
import { entityNodes } from './entities.js';
import { factNodes } from './facts.js';
import { findingNodes } from './findings.js';
import { targetNodes } from './targets.js';
import { NodeTree, type Node } from './tree.js';

/** Rows of the fact table that are listed at once. */
const ROWS = 200;

/** The views of the activity bar, for wiring and for tests. */
export interface Views {
  readonly disposable: Disposable;
  /** The list of claims: other parts go by whether it can be seen. */
  readonly claims: TreeView<Node>;
  /** What each view shows, by the end of its name. */
  nodes(view: ViewName): Promise<readonly Node[]>;
}

export type ViewName = 'findings' | 'claims' | 'targets' | 'entities' | 'facts';

/** Makes the views 问题, 数据, 目标, 实体 and 事实表. They show the document in front. */
export function createViews(client: LanguageClient, standing: Standing, text: Text): Views {
  let wishes: ClaimWishes = { state: 'all', order: 'place' };
  let query: string | undefined;
  const of = (nodes: (outline: Outline) => readonly Node[]) => async (): Promise<readonly Node[]> => {
    const document = standing.document();
    const outline = document === undefined ? undefined : await standing.outline(document);
    return outline === undefined ? [] : nodes(outline);
  };
  const trees: Readonly<Record<ViewName, NodeTree>> = {
    findings: new NodeTree(of((outline) => findingNodes(outline, text))),
    claims: new NodeTree(
      of((outline) => {
        views.claims.message = outline.claims.length === 0 ? '' : claimSummary(outline.claims, wishes, text);
        return claimNodes(outline, wishes, text);
      }),
    ),
    targets: new NodeTree(of(targetNodes)),
    entities: new NodeTree(of((outline) => entityNodes(outline, text))),
    facts: new NodeTree(async () => {
      if (query === undefined) return [];
      const document = standing.document();
      const uri = document === undefined ? {} : { uri: standing.uriOf(document) };
      const params: FactsParams = { query, limit: ROWS, ...uri };
      return factNodes(await client.sendRequest<FactsResult>(FACTS, params), text);
    }),
  };
  const show = (view: ViewName): TreeView<Node> =>
    window.createTreeView(`hegao.${view}`, { treeDataProvider: trees[view], showCollapseAll: view !== 'claims' });
  const views: Readonly<Record<ViewName, TreeView<Node>>> = {
    findings: show('findings'),
    claims: show('claims'),
    targets: show('targets'),
    entities: show('entities'),
    facts: show('facts'),
  };
  const refresh = (): void => {
    const status = standing.of(standing.document());
    void commands.executeCommand('setContext', 'hegao.hasDocument', status !== undefined);
    const count = status === undefined ? 0 : status.counts.error + status.counts.warning;
    views.findings.badge = count === 0 ? undefined : { value: count, tooltip: text(say`${count}处错误与警告`) };
    for (const view of ['findings', 'claims', 'targets', 'entities'] as const) trees[view].refresh();
  };
  const search = async (words?: string): Promise<void> => {
    const wanted = words ?? (await ask(text, query));
    if (wanted === undefined) return;
    query = wanted;
    views.facts.description = query;
    trees.facts.refresh();
    await commands.executeCommand('hegao.facts.focus');
  };
  const wish = (change: Partial<ClaimWishes>): void => {
    wishes = { ...wishes, ...change };
    trees.claims.refresh();
  };
  refresh();
  const disposable = Disposable.from(
    ...Object.values(views),
    standing.onDidChange(refresh),
    commands.registerCommand(Commands.findFact, search),
    commands.registerCommand('hegao.filterClaims', async (state?: ClaimWishes['state']) => {
      const states = { all: say`全部`, ...STATES };
      const chosen = state ?? (await choose(states, text(say`列出哪些数据`), text));
      if (chosen !== undefined) wish({ state: chosen });
    }),
    commands.registerCommand('hegao.sortClaims', async (order?: ClaimWishes['order']) => {
      const chosen = order ?? (await choose(ORDERS, text(say`数据怎样排列`), text));
      if (chosen !== undefined) wish({ order: chosen });
    }),
  );
  return { claims: views.claims, nodes: (view) => trees[view].getChildren(), disposable };
}

function ask(text: Text, query: string | undefined): Thenable<string | undefined> {
  return window.showInputBox({
    title: text(say`查事实表`),
    prompt: text(say`地区、指标、年份、文件名等，词与词之间用空格隔开`),
    placeHolder: text(say`湖南省 地区生产总值 2023`),
    ...(query === undefined ? {} : { value: query }),
  });
}

async function choose<Key extends string>(
  choices: Readonly<Record<Key, Parameters<Text>[0]>>,
  title: string,
  text: Text,
): Promise<Key | undefined> {
  const items = (Object.keys(choices) as Key[]).map((key) => ({ key, label: text(choices[key]) }));
  return (await window.showQuickPick(items, { title }))?.key;
}
