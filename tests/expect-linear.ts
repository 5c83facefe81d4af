// Tells linear work from work that grows with the square of its input, on a machine however slow or busy: eight times
// as much takes eight times the processor's time or sixty-four times. No limit depends on the clock.
import { expect } from 'vitest';

const TIMES = 8;
/** Between 8 and 64, nearer to 8: caches and the collector of garbage take their part. */
const MOST = 28;
/** What takes less is not told from noise, ms. */
const NOISE_MS = 4;

/** Asserts that work on a text takes time in proportion to its length. */
export function expectLinear(work: (text: string) => unknown, text: string): void {
  const part = text.slice(0, Math.ceil(text.length / TIMES));
  work(part);
  const some = Math.max(NOISE_MS, Math.min(...[1, 2, 3].map(() => cpuMs(() => work(part)))));
  let ratio = cpuMs(() => work(text)) / some;
  // Something else may have had its turn meanwhile.
  for (let tries = 0; ratio >= MOST && tries < 2; tries += 1) ratio = Math.min(ratio, cpuMs(() => work(text)) / some);
  expect(ratio, `times as long as for an eighth, which took ${some} ms`).toBeLessThan(MOST);
}

/** The processor's time for it, ms. */
function cpuMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
