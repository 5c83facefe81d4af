// Holds the readers to pages of every kind that are made up anew from a seed, in designs that no reader was made on.
// `SEED=… vitest run tests/sites/made-pages.test.ts` tries others than those that always run.
import { describe, expect, it } from 'vitest';
import { measure, total } from '../../scripts/evaluate/conformance.ts';
import { kinds } from '../../scripts/evaluate/pages/make.ts';

const seed = Number(process.env.SEED ?? 20_261_128);
const lists = kinds.filter(([, kind]) => kind === 'bids' || kind === 'people');
const profiles = kinds.filter(([, kind]) => kind === 'profile');

describe.each(lists)('%s, %s', (site, kind) => {
  it('95 of 100 things on six pages are read as they are, and half of them by the card heuristics alone', () => {
    const { whole, byCards, examples } = measure(site, kind, seed, 6);
    expect(total(whole), examples.slice(0, 10).join('\n')).toBeGreaterThanOrEqual(0.95);
    expect(total(byCards)).toBeGreaterThanOrEqual(0.5);
  });
});

describe.each(profiles)('%s, %s', (site, kind) => {
  it('90 of 100 things on six pages are read as they are', () => {
    const { whole, examples } = measure(site, kind, seed, 6);
    expect(total(whole), examples.slice(0, 10).join('\n')).toBeGreaterThanOrEqual(0.9);
  });
});
