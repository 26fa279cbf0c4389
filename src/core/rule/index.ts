import { growthMismatch } from './arithmetic/growth-mismatch.js';
import { partExceedsWhole } from './arithmetic/part-exceeds-whole.js';
import { percentPoint } from './arithmetic/percent-point.js';
import { rankAfterList } from './arithmetic/rank-after-list.js';
import { rateDifference } from './arithmetic/rate-difference.js';
import { productMismatch } from './arithmetic/product-mismatch.js';
import { rangeReversed } from './arithmetic/range-reversed.js';
import { ratioNot100 } from './arithmetic/ratio-not-100.js';
import { shareMismatch } from './arithmetic/share-mismatch.js';
import { sumMismatch } from './arithmetic/sum-mismatch.js';
import { timesMisuse } from './arithmetic/times-misuse.js';
import { equivalentMismatch } from './contradiction/equivalent-mismatch.js';
import { headlineMismatch } from './contradiction/headline-mismatch.js';
import { outOfBounds } from './contradiction/out-of-bounds.js';
import { scaleSlip } from './contradiction/scale-slip.js';
import { valueContradiction } from './contradiction/value-contradiction.js';
import { enumerationGap } from './list/enumeration-gap.js';
import { listCount } from './list/list-count.js';
import { listDuplicateItem } from './list/list-duplicate-item.js';
import { anniversary } from './time/anniversary.js';
import { chronology } from './time/chronology.js';
import { durationMismatch } from './time/duration-mismatch.js';
import { impossibleDate } from './time/impossible-date.js';
import { periodReversed } from './time/period-reversed.js';
import { planPeriod } from './time/plan-period.js';
import { relativeDate } from './time/relative-date.js';
import { weekdayMismatch } from './time/weekday-mismatch.js';
import { yearForm } from './time/year-form.js';
import { approximateNumberComma } from './form/approximate-number-comma.js';
import { decimalForm } from './form/decimal-form.js';
import { houseStyle } from './form/house-style.js';
import { liangEr } from './form/liang-er.js';
import { mixedNumerals } from './form/mixed-numerals.js';
import { numberGrouping } from './form/number-grouping.js';
import { numeralStyle } from './form/numeral-style.js';
import { rangeUnit } from './form/range-unit.js';
import { redundantApproximation } from './form/redundant-approximation.js';
import { stutter } from './duplicate/stutter.js';
import { unitForm } from './form/unit-form.js';
import { widthForm } from './form/width-form.js';
import { documentNumber } from './entity/document-number.js';
import { fixedPhrase } from './entity/fixed-phrase.js';
import { formulationMembers } from './entity/formulation-members.js';
import { nameDrift } from './entity/name-drift.js';
import { organLevel } from './entity/organ-level.js';
import { organName } from './entity/organ-name.js';
import { regionName } from './entity/region-name.js';
import { regionParent } from './entity/region-parent.js';
import { setMembership } from './entity/set-membership.js';
import { shortTitle } from './entity/short-title.js';
import { titleMismatch } from './entity/title-mismatch.js';
import { unbalancedPair } from './entity/unbalanced-pair.js';
import { duplicateParagraph } from './duplicate/duplicate-paragraph.js';
import { duplicateSentence } from './duplicate/duplicate-sentence.js';
import { duplicateWithDifferentFigures } from './duplicate/duplicate-with-different-figures.js';
import { factMismatch } from './fact/fact-mismatch.js';
import { targetContradiction } from './target/target-contradiction.js';
import { targetRegress } from './target/target-regress.js';
import { targetStale } from './target/target-stale.js';
import { targetMismatch } from './fact/target-mismatch.js';
import { splitLine } from './layout/split-line.js';
import { truncatedParagraph } from './layout/truncated-paragraph.js';
import type { Rule } from './rule.js';

/** Every rule, by group, in the order of the catalogue's groups. A new rule is added here, and nowhere else. */
export const RULES: readonly Rule[] = [
  growthMismatch,
  partExceedsWhole,
  percentPoint,
  productMismatch,
  rangeReversed,
  rankAfterList,
  rateDifference,
  ratioNot100,
  shareMismatch,
  sumMismatch,
  timesMisuse,
  equivalentMismatch,
  headlineMismatch,
  outOfBounds,
  scaleSlip,
  valueContradiction,
  enumerationGap,
  listCount,
  listDuplicateItem,
  anniversary,
  chronology,
  durationMismatch,
  impossibleDate,
  periodReversed,
  planPeriod,
  relativeDate,
  weekdayMismatch,
  yearForm,
  approximateNumberComma,
  decimalForm,
  houseStyle,
  liangEr,
  mixedNumerals,
  numberGrouping,
  numeralStyle,
  rangeUnit,
  redundantApproximation,
  stutter,
  unitForm,
  widthForm,
  documentNumber,
  fixedPhrase,
  formulationMembers,
  nameDrift,
  organLevel,
  organName,
  regionName,
  regionParent,
  setMembership,
  shortTitle,
  titleMismatch,
  unbalancedPair,
  duplicateParagraph,
  duplicateWithDifferentFigures,
  duplicateSentence,
  factMismatch,
  targetMismatch,
  targetContradiction,
  targetRegress,
  targetStale,
  splitLine,
  truncatedParagraph,
];
