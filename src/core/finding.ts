import type { Message } from './message.js';
import type { FixKind, RuleGroup, Severity, Source, Style } from './rule/rule.js';
import type { Span } from './text/span.js';

/** What the core hands out of a check. All spans are in the document as it is. */
export interface Finding {
  readonly ruleId: string;
  readonly group: RuleGroup;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: Message;
  readonly source?: Source;
  /** Only where it holds in a house of this style alone. */
  readonly style?: Style;
  readonly related: readonly { readonly span: Span; readonly message: Message }[];
  readonly fixes: readonly {
    readonly title: Message;
    readonly kind: FixKind;
    readonly edits: readonly { readonly span: Span; readonly newText: string }[];
  }[];
}
