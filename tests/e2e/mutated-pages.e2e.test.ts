// Two thousand mutated pages of every site, read in a real browser: nothing is thrown, nobody is invented and nobody's words
// are given to another. `npm run fuzz` reads more.
import { expect, test } from 'vitest';
import { fuzzInBrowser } from '../../scripts/fuzz/in-browser.ts';
import { isChromium } from './harness.ts';

const PAGES = 2_000;
/** Ends what hangs; see vitest.config.ts. */
const HANGS = 3_600_000;

// What reads pages is the same in both; one of them says nothing of the other's documents.
test.runIf(isChromium)(`${PAGES} mutated pages are read as they are`, { timeout: HANGS }, async () => {
  const { pages, failures } = await fuzzInBrowser(1, PAGES);
  expect(pages).toBe(PAGES);
  expect(failures).toEqual([]);
});
