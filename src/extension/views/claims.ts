import { ThemeColor, ThemeIcon } from 'vscode';
import { say, type Message } from '../../core/message.js';
import type { ClaimItem, ClaimState, Outline } from '../../server/protocol.js';
import type { Text } from '../texts.js';
import type { Node } from './tree.js';

/** How the list of claims is filtered and sorted. */
export interface ClaimWishes {
  /** `all` leaves out none; otherwise one state. */
  readonly state: ClaimState | 'all';
  readonly order: 'place' | 'state' | 'indicator';
}

/** What the states are called; in the order in which they are looked at. */
export const STATES: Readonly<Record<ClaimState, Message>> = {
  mismatch: say`与事实表不符`,
  unverified: say`待核`,
  verified: say`已核实`,
  'not-checkable': say`无从核对`,
};

export const ORDERS: Readonly<Record<ClaimWishes['order'], Message>> = {
  place: say`按文中位置`,
  state: say`按核对结果`,
  indicator: say`按指标`,
};

const ICONS: Readonly<Record<ClaimState, ThemeIcon>> = {
  mismatch: new ThemeIcon('close', new ThemeColor('hegao.mismatch')),
  unverified: new ThemeIcon('circle-outline', new ThemeColor('hegao.unverified')),
  verified: new ThemeIcon('check', new ThemeColor('hegao.verified')),
  'not-checkable': new ThemeIcon('dash'),
};

/** 数据: every claim with what the table says of it. */
export function claimNodes({ uri, claims }: Outline, { state, order }: ClaimWishes, text: Text): readonly Node[] {
  const states = Object.keys(STATES);
  const sorted = claims.filter((claim) => state === 'all' || claim.state === state);
  if (order === 'state') sorted.sort((a, b) => states.indexOf(a.state) - states.indexOf(b.state));
  if (order === 'indicator')
    sorted.sort((a, b) => (a.indicator < b.indicator ? -1 : a.indicator > b.indicator ? 1 : 0));
  return sorted.map((claim): Node => {
    const slots = [claim.subject, claim.indicator, claim.scope, claim.period].filter((part) => part !== '');
    return {
      label: claim.text,
      description: slots.join(' · '),
      tooltip: [claim.text, slots.join(' · '), text(STATES[claim.state]), claim.fact]
        .filter((line) => line !== '')
        .join('\n'),
      icon: ICONS[claim.state],
      place: { uri, range: claim.range },
    };
  });
}

/** 3处不符 · 12处待核: what of the claims wants attention, in one line. */
export function claimSummary(claims: readonly ClaimItem[], { state }: ClaimWishes, text: Text): string {
  const count = (wanted: ClaimState): number => claims.filter((claim) => claim.state === wanted).length;
  const parts = [
    text(say`已核实${count('verified')}`),
    text(say`不符${count('mismatch')}`),
    text(say`待核${count('unverified')}`),
  ];
  return parts.join(' · ') + (state === 'all' ? '' : text(say`（只列${text(STATES[state])}）`));
}
