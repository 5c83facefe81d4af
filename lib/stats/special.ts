// The two special functions that the counting tests stand on: the logarithm of the gamma function
// and of the beta function. Working in logarithms keeps a chance of one in 10^300 a number.

/**
 * ln Γ(x) for x > 0, to about 14 digits.
 *
 * Stirling's series for x of 15 or more (Abramowitz & Stegun 6.1.41), reached from below by
 * Γ(x+1) = xΓ(x). NaN for anything that is not a positive number.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  let shift = 1;
  let y = x;
  while (y < 15) {
    shift *= y;
    y++;
  }
  const r = 1 / (y * y);
  const series = (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r / 1188)))) / y;
  return (y - 0.5) * Math.log(y) - y + 0.918_938_533_204_672_8 + series - Math.log(shift);
}

/** ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a+b), for a, b > 0. */
export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}
