import picomatch from 'picomatch';
import { DEFAULT_SETTINGS, readSettings, settingsFor, type FileSettings } from '../core/settings.js';
import type { Families } from './tokens.js';

/** Everything under hegao.* that the server goes by, for one document. */
export interface Configuration {
  readonly settings: FileSettings;
  readonly enable: boolean;
  readonly run: 'onType' | 'onSave' | 'manual';
  readonly highlight: Families;
}

export const DEFAULT_CONFIGURATION: Configuration = {
  settings: DEFAULT_SETTINGS,
  enable: true,
  run: 'onType',
  highlight: { numbers: true, entities: true, targets: true },
};

/**
 * Reads what a client says of `hegao`.
 * @param file path of the document in its folder, with slashes; undefined where it has none.
 * @returns the configuration and the settings that could not be used.
 */
export function readConfiguration(
  raw: Readonly<Record<string, unknown>>,
  file: string | undefined,
): { readonly configuration: Configuration; readonly faults: readonly string[] } {
  const { settings, faults } = readSettings(raw);
  const means = (glob: string): boolean => file !== undefined && picomatch(glob, { dot: true })(file);
  const highlight = (raw['highlight'] ?? {}) as Partial<Families>;
  const run = raw['run'];
  return {
    configuration: {
      settings: settingsFor(settings, means),
      enable: raw['enable'] !== false && !settings.exclude.some(means),
      run: run === 'onSave' || run === 'manual' ? run : 'onType',
      highlight: {
        numbers: highlight.numbers !== false,
        entities: highlight.entities !== false,
        targets: highlight.targets !== false,
      },
    },
    faults,
  };
}
