import { sumMismatch } from './arithmetic/sum-mismatch.js';
import { valueContradiction } from './contradiction/value-contradiction.js';
import type { Rule } from './rule.js';

/** Every rule, in the order of the catalogue. A new rule is added here, and nowhere else. */
export const RULES: readonly Rule[] = [sumMismatch, valueContradiction];
