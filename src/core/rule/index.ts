import { sumMismatch } from './arithmetic/sum-mismatch.js';
import type { Rule } from './rule.js';

/** Every rule, in the order of the catalogue. A new rule is added here, and nowhere else. */
export const RULES: readonly Rule[] = [sumMismatch];
