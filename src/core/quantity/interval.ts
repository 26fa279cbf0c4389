import Big from 'big.js';

/**
 * What a printed number can mean: every exact value from `lower` to `upper`. A missing end is open to infinity.
 * Ends count as belonging to the interval; the edge of a rounding interval is generously part of it.
 */
export interface Interval {
  readonly lower: Big | undefined;
  readonly upper: Big | undefined;
}

/** The interval that holds one value only. */
export function exactly(value: Big): Interval {
  return { lower: value, upper: value };
}

/** True if some value lies in both. */
export function meets(a: Interval, b: Interval): boolean {
  return !(a.lower && b.upper && a.lower.gt(b.upper)) && !(b.lower && a.upper && b.lower.gt(a.upper));
}

/** True if `value` lies in the interval. */
export function holds(a: Interval, value: Big): boolean {
  return !(a.lower?.gt(value) ?? false) && !(a.upper?.lt(value) ?? false);
}

/** Every sum of a value of `a` and a value of `b`. */
export function plus(a: Interval, b: Interval): Interval {
  return {
    lower: a.lower && b.lower ? a.lower.plus(b.lower) : undefined,
    upper: a.upper && b.upper ? a.upper.plus(b.upper) : undefined,
  };
}

/** Every value of `a` with its sign turned. */
export function negate(a: Interval): Interval {
  return { lower: a.upper?.times(-1), upper: a.lower?.times(-1) };
}

/** Every difference of a value of `a` and a value of `b`. */
export function minus(a: Interval, b: Interval): Interval {
  return plus(a, negate(b));
}

/** Every value of `a` times the exact number `factor`. */
export function scale(a: Interval, factor: Big): Interval {
  const scaled = { lower: a.lower?.times(factor), upper: a.upper?.times(factor) };
  return factor.lt(0) ? { lower: scaled.upper, upper: scaled.lower } : scaled;
}

/** Every product of a value of `a` and a value of `b`, where neither goes below zero; a negative end counts as zero. */
export function times(a: Interval, b: Interval): Interval {
  const zero = new Big(0);
  const floor = (value: Big | undefined): Big => (value === undefined || value.lt(0) ? zero : value);
  return {
    lower: floor(a.lower).times(floor(b.lower)),
    upper: a.upper && b.upper ? floor(a.upper).times(floor(b.upper)) : undefined,
  };
}

/** The sum of any number of intervals; zero for none. */
export function sum(intervals: readonly Interval[]): Interval {
  return intervals.reduce(plus, exactly(new Big(0)));
}

/** The sum of exact values; zero for none. */
export function addUp(values: readonly Big[]): Big {
  return values.reduce((all, value) => all.plus(value), new Big(0));
}

/** Every quotient of a value of `a` and a value of `b`; undefined where `b` may be zero or less, or `a` less than zero. */
export function quotient(a: Interval, b: Interval): Interval | undefined {
  if (b.lower === undefined || b.lower.lte(0) || (a.lower?.lt(0) ?? false)) return undefined;
  return { lower: a.lower && b.upper && a.lower.div(b.upper), upper: a.upper?.div(b.lower) };
}
