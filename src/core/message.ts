/**
 * A sentence for the editor, kept apart from its language: `template` is the Chinese sentence with {0}, {1} …
 * for the arguments, and is the key under which the l10n bundles hold its translations.
 */
export interface Message {
  readonly template: string;
  readonly args: readonly (string | Message)[];
}

/** Builds a message: say`分项合计${sum}，与“${total}”不符。` An argument may itself be a message. */
export function say(parts: TemplateStringsArray, ...args: readonly (string | number | Message)[]): Message {
  const template = parts.reduce((text, part, i) => text + (i === 0 ? '' : `{${i - 1}}`) + part, '');
  return { template, args: args.map((arg) => (typeof arg === 'number' ? String(arg) : arg)) };
}

/**
 * The message as a sentence.
 * @param translate gives the template in the reader's language, or undefined to leave it in Chinese.
 */
export function render(message: Message, translate?: (template: string) => string | undefined): string {
  const template = translate?.(message.template) ?? message.template;
  return template.replace(/\{(\d+)\}/g, (hole, index: string) => {
    const arg = message.args[Number(index)];
    if (arg === undefined) return hole;
    return typeof arg === 'string' ? arg : render(arg, translate);
  });
}
