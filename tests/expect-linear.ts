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

/** Lengths grow by this. */
const STEP = 4;
/** Up to so many characters by this only: work that doubles with each of them is met before it takes hours. */
const SMALL = 400;
const SMALL_STEP = 1.25;
const SHORTEST = 8;
/**
 * Each length is compared with the one two steps before it, a sixteenth: work in proportion takes 16 times as long, work
 * by the square 256 times. This is as far from the one as from the other, for either may be measured wrong: one step
 * takes 4 times or 16, and a busy machine had the square miss what lay between.
 */
const MOST_IN_TWO = 64;
/** Beyond it nothing that else may have had its turn is the reason, and another look would take as long again. */
const FOR_CERTAIN = MOST_IN_TWO ** 2;
/** What takes less is not told from noise, ms: less than above, for 64 times as much is asked. */
const LEAST_MS = 1;
/** What takes less is done again, for the least of some looks: a pattern is slower when it is first used. */
const CHEAP_MS = 50;
const LOOKS = 3;

/**
 * Looks for work that grows faster than its text, from a few characters on and no further than where it is found: the
 * time by the cube of 1,000 characters is a tenth of a second, and of 10,000 minutes.
 *
 * @param textOf a text of about so many UTF-16 code units
 * @param longest how many at most
 * @returns undefined for work in proportion to its text; else how many times as long two steps took, and the text in words
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
  const least = (text: string) => {
    let ms = cpuMs(() => work(text));
    for (let look = 1; look < LOOKS && ms > LEAST_MS && ms < CHEAP_MS; look += 1)
      ms = Math.min(
        ms,
        cpuMs(() => work(text)),
      );
    return Math.max(LEAST_MS, ms);
  };
  const done: { text: string; ms: number }[] = [];
  for (const length of lengths) {
    const text = textOf(length);
    const shorter = done.at(-2) ?? { text: '', ms: LEAST_MS };
    let ms = least(text);
    // Something else may have had its turn meanwhile, or had none before.
    for (let tries = 0; ms > shorter.ms * MOST_IN_TWO && ms < shorter.ms * FOR_CERTAIN && tries < 4; tries += 1) {
      shorter.ms = Math.max(shorter.ms, least(shorter.text));
      ms = Math.min(ms, least(text));
    }
    if (ms > shorter.ms * MOST_IN_TWO) {
      const begins = JSON.stringify(text.slice(0, 60));
      return { times: Math.round(ms / shorter.ms), text: `${text.length} characters ${begins}` };
    }
    done.push({ text, ms });
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
