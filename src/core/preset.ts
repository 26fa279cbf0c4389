import type { Severity } from './rule/rule.js';

/** What kind of text is read. */
export type Preset = 'newspaper' | 'official' | 'book';

/**
 * Rule or group -> severity where it differs from the rules' own, which are those of a newspaper. How ranges, grouping and numerals
 * are printed is the house's own to say (`hegao.houseStyle.*`): no standard decides it.
 */
export const PRESETS: Readonly<Record<Preset, Readonly<Record<string, Severity | 'off'>>>> = {
  newspaper: {},
  /** Official documents: form weighs more, and a draft has no day on which 今年 could be read wrongly. */
  official: {
    'document-number': 'warning',
    'numeral-style': 'warning',
    'unit-form': 'warning',
    'width-form': 'warning',
    'relative-date': 'off',
  },
  /** Books: read years later, when 今年 says nothing any more, and of one style throughout. */
  book: {
    'relative-date': 'warning',
    'number-grouping': 'warning',
    'numeral-style': 'warning',
    'unit-form': 'warning',
    'width-form': 'warning',
    'duplicate-sentence': 'warning',
  },
};
