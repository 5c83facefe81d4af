// What runs in the browser: reads as many mutated pages as it is told to, from a seed on.
import type { FixtureFile } from './fixture-files.ts';
import { fixturesOf } from './fixtures.ts';
import { type Fuzzed, fuzz } from './fuzz.ts';

/** What the page gives to the one who drives it. */
export interface FuzzPage {
  startFuzz(files: readonly FixtureFile[]): void;
  fuzzPages(first: number, pages: number): Fuzzed;
}

const page: FuzzPage = {
  startFuzz: (files) => {
    const fixtures = fixturesOf(files);
    page.fuzzPages = (first, pages) => fuzz(fixtures, first, pages);
  },
  fuzzPages: () => {
    throw new Error('startFuzz comes first');
  },
};
Object.assign(globalThis, { fuzzPage: page });
