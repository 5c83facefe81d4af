// Tells linear work from work that grows with the square of its input, on a machine however slow or busy: eight times
// as much takes eight times the processor's time or sixty-four times. No limit depends on the clock.
import { expect } from 'vitest';

const TIMES = 8;
/** Between 8 and 64: caches and the collector of garbage take their part, most where other work shares the processor. */
const MOST = 36;
/** How often it is looked at again: work that is in proportion is so once, work by the square never. */
const TRIES = 8;
/** What takes less is not told from noise, ms. */
const NOISE_MS = 4;

/** Asserts that work on a text takes time in proportion to its length. */
export function expectLinear(work: (text: string) => unknown, text: string): void {
  const part = text.slice(0, Math.ceil(text.length / TIMES));
  work(part);
  const some = Math.max(NOISE_MS, Math.min(...[1, 2, 3].map(() => cpuMs(() => work(part)))));
  let ratio = cpuMs(() => work(text)) / some;
  // Something else may have had its turn meanwhile.
  for (let tries = 0; ratio >= MOST && tries < TRIES; tries += 1) {
    const again = Math.max(
      some,
      cpuMs(() => work(part)),
    );
    ratio = Math.min(ratio, cpuMs(() => work(text)) / again);
  }
  expect(ratio, `times as long as for an eighth, which took ${some} ms`).toBeLessThan(MOST);
}

/** Lengths grow by this: work by the square takes sixteen times as long. */
const STEP = 4;
/** Up to so many characters by this only: work that doubles with each of them is met before it takes hours. */
const SMALL = 400;
const SMALL_STEP = 1.25;
const SHORTEST = 8;
/** Between 4 and 16, nearer to 16. */
const MOST_A_STEP = 12;
/** Beyond it nothing that else may have had its turn is the reason, and another look would take as long again. */
const FOR_CERTAIN = MOST_A_STEP ** 2;

/**
 * Looks for work that grows faster than its text, from a few characters on and no further than where it is found: the
 * time by the cube of 1,000 characters is a tenth of a second, and of 10,000 minutes.
 *
 * @param textOf a text of about so many UTF-16 code units
 * @param longest how many at most
 * @returns undefined for work in proportion to its text; else how many times as long a step took, and the text in words
 */
export function overLinear(
  work: (text: string) => unknown,
  textOf: (length: number) => string,
  longest: number,
): { times: number; text: string } | undefined {
  const lengths = [longest];
  for (let length = longest; length > SHORTEST; lengths.unshift(Math.round(length))) {
    length /= length > SMALL ? STEP : SMALL_STEP;
  }
  let shorter = '';
  let before = NOISE_MS;
  for (const length of lengths) {
    const text = textOf(length);
    let now = cpuMs(() => work(text));
    // Something else may have had its turn meanwhile, or had none before.
    for (let tries = 0; now > before * MOST_A_STEP && now < before * FOR_CERTAIN && tries < 4; tries += 1) {
      before = Math.max(
        before,
        cpuMs(() => work(shorter)),
      );
      now = Math.min(
        now,
        cpuMs(() => work(text)),
      );
    }
    if (now > before * MOST_A_STEP) {
      const begins = JSON.stringify(text.slice(0, 60));
      return { times: Math.round(now / before), text: `${text.length} characters ${begins}` };
    }
    shorter = text;
    before = Math.max(NOISE_MS, now);
  }
  return undefined;
}

/** The time of the processor on this thread for it, ms: what else the process does meanwhile is not counted. */
function cpuMs(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}
