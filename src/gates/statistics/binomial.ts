/**
 * The binomial distribution, exact to about twelve digits for up to 10^9 trials.
 *
 * Factorials of that size lose all digits when they are subtracted, logarithms included. The probability of one
 * outcome is therefore written as a deviance, in which the large terms are cancelled before they are computed
 * (Loader's saddle-point form), and tails as a continued fraction over it.
 */

/** Independent trials of equal probability. */
export interface Trials {
  readonly n: number;
  /** Probability of a hit, from 0 to 1. */
  readonly p: number;
}

/** Probability of exactly k hits. */
export function binomialProbability(k: number, { n, p }: Trials): number {
  if (k < 0 || k > n) return 0;
  if (p <= 0) return k === 0 ? 1 : 0;
  if (p >= 1) return k === n ? 1 : 0;
  if (k === 0) return Math.exp(n * Math.log1p(-p));
  if (k === n) return Math.exp(n * Math.log(p));
  const misses = n - k;
  const exponent =
    stirlingError(n) -
    stirlingError(k) -
    stirlingError(misses) -
    deviance(k, n * p) -
    deviance(misses, n * (1 - p));
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * k * misses));
}

/** Probability of at most k hits. */
export function probabilityAtMost(k: number, { n, p }: Trials): number {
  return probabilityAtLeast(n - Math.floor(k), { n, p: 1 - p });
}

/** Probability of at least k hits. */
export function probabilityAtLeast(k: number, { n, p }: Trials): number {
  const hits = Math.ceil(k);
  if (hits <= 0) return 1;
  if (hits > n || p <= 0) return 0;
  if (p >= 1) return 1;
  // The fraction converges fast on the far side of the mean; the near side is what remains of 1.
  if (p * (n + 3) < hits + 1) return tail(hits, { n, p });
  return 1 - tail(n - hits + 1, { n, p: 1 - p });
}

/** Probability of at least k hits, k above the mean: the incomplete beta function of (k, n - k + 1). */
function tail(k: number, { n, p }: Trials): number {
  const rest = n - k + 1;
  const first = (binomialProbability(k, { n: n + 1, p }) * rest) / (n + 1);
  return first === 0 ? 0 : first * betaFraction(k, rest, { x: p });
}

/** The continued fraction of the incomplete beta function, by Lentz's method. */
function betaFraction(a: number, b: number, { x }: { x: number }): number {
  const tiny = 1e-300;
  const kept = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / kept(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let step = 1; step < 1_000_000; step += 1) {
    const even = a + 2 * step;
    for (const term of [
      (step * (b - step) * x) / ((even - 1) * even),
      (-(a + step) * (a + b + step) * x) / (even * (even + 1)),
    ]) {
      d = 1 / kept(1 + term * d);
      c = kept(1 + term / c);
      fraction *= c * d;
    }
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return fraction;
}

/** What Stirling's formula misses of the logarithm of n!, from its series, or from n! itself where that is short. */
function stirlingError(n: number): number {
  if (n < 16) {
    let factorial = 1;
    for (let factor = 2; factor <= n; factor += 1) factorial *= factor;
    return Math.log(factorial) - (n + 0.5) * Math.log(n) + n - Math.log(2 * Math.PI) / 2;
  }
  const square = n * n;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / (1188 * square)) / square) / square) / square) / n;
}

/** x ln(x / mean) + mean - x, without cancellation where the two are near each other. */
function deviance(x: number, mean: number): number {
  const difference = x - mean;
  const sum = x + mean;
  if (Math.abs(difference) >= 0.1 * sum) return x * Math.log(x / mean) - difference;
  const ratio = difference / sum;
  let total = difference * ratio;
  let power = 2 * x * ratio;
  for (let odd = 3; odd < 1000; odd += 2) {
    power *= ratio * ratio;
    const next = total + power / odd;
    if (next === total) break;
    total = next;
  }
  return total;
}
