import { env, Uri } from 'vscode';
import { render, type Message } from '../core/message.js';
import { translatorFor } from '../knowledge/locale.js';

/** Gives a message in VS Code's display language. */
export type Text = (message: Message) => string;

/** The display language; HEGAO_LOCALE names another, for tests. */
export function language(): string {
  return process.env['HEGAO_LOCALE'] ?? env.language;
}

/**
 * The sentences are written in Chinese, which VS Code's own l10n takes for English where the display language is English: it
 * then looks nothing up. So the bundle is read here, the same that server and command line use.
 */
export function texts(extensionPath: string): Text {
  const translate = translatorFor(language(), extensionPath);
  return (message) => render(message, translate);
}

/** The folder of the rules' pages in the display language: those in English tell what is checked and lead to those in Chinese. */
export function rulePages(extension: Uri): Uri {
  return Uri.joinPath(extension, 'docs', 'rules', ...(/^zh/i.test(language()) ? [] : ['en']));
}
