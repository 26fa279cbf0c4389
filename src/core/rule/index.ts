import { sumMismatch } from './arithmetic/sum-mismatch.js';
import { valueContradiction } from './contradiction/value-contradiction.js';
import { stutter } from './form/stutter.js';
import { splitLine } from './layout/split-line.js';
import { truncatedParagraph } from './layout/truncated-paragraph.js';
import { widthForm } from './form/width-form.js';
import { numeralStyle } from './form/numeral-style.js';
import { duplicateParagraph } from './duplicate/duplicate-paragraph.js';
import { listCount } from './list/list-count.js';
import { listDuplicateItem } from './list/list-duplicate-item.js';
import { fixedPhrase } from './entity/fixed-phrase.js';
import { regionParent } from './entity/region-parent.js';
import { unbalancedPair } from './entity/unbalanced-pair.js';
import { factMismatch } from './fact/fact-mismatch.js';
import { shortTitle } from './entity/short-title.js';
import { impossibleDate } from './time/impossible-date.js';
import { planPeriod } from './time/plan-period.js';
import { durationMismatch } from './time/duration-mismatch.js';
import { periodReversed } from './time/period-reversed.js';
import { weekdayMismatch } from './time/weekday-mismatch.js';
import { nameDrift } from './entity/name-drift.js';
import { regionName } from './entity/region-name.js';
import { titleMismatch } from './entity/title-mismatch.js';
import { documentNumber } from './entity/document-number.js';
import { organLevel } from './entity/organ-level.js';
import { organName } from './entity/organ-name.js';
import { partExceedsWhole } from './arithmetic/part-exceeds-whole.js';
import { shareMismatch } from './arithmetic/share-mismatch.js';
import { growthMismatch } from './arithmetic/growth-mismatch.js';
import { ratioNot100 } from './arithmetic/ratio-not-100.js';
import { rateDifference } from './arithmetic/rate-difference.js';
import type { Rule } from './rule.js';

/** Every rule, in the order of the catalogue. A new rule is added here, and nowhere else. */
export const RULES: readonly Rule[] = [
  sumMismatch,
  partExceedsWhole,
  shareMismatch,
  growthMismatch,
  ratioNot100,
  rateDifference,
  valueContradiction,
  stutter,
  splitLine,
  truncatedParagraph,
  widthForm,
  numeralStyle,
  duplicateParagraph,
  listCount,
  listDuplicateItem,
  fixedPhrase,
  regionParent,
  unbalancedPair,
  shortTitle,
  nameDrift,
  regionName,
  organLevel,
  organName,
  titleMismatch,
  documentNumber,
  factMismatch,
  impossibleDate,
  planPeriod,
  durationMismatch,
  periodReversed,
  weekdayMismatch,
];
