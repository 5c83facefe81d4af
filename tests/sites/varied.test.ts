// Holds every site's reader to lists of bidders that vary as real pages do, on pages made up anew from a
// seed. `SEED=… vitest run tests/sites/varied.test.ts` tries others than those that always run.
import { describe, expect, it } from 'vitest';
import { type Tallies, tally } from '../../scripts/lib/tally.ts';
import { variedPage, variedSites } from '../../scripts/lib/varied-pages.ts';

const seed = Number(process.env.SEED ?? 20_261_122);
const pages = variedSites.flatMap((site, n) =>
  [1, 3, 21].map((count, m) => variedPage(site, count, seed + 100 * n + m)),
);

const missed = (counts: Tallies, shares: Readonly<Record<string, number>>) =>
  Object.entries(counts).filter(([field, { there, read }]) => read < there * (shares[field] ?? 1));

describe.each(pages)('$name', (page) => {
  it('is read whole: everybody, nobody else, and nothing that is not there', () => {
    const { counts, invented, others, page: read } = tally(page);
    expect(missed(counts, {})).toEqual([]);
    expect(invented).toEqual([]);
    expect(others).toBe(0);
    expect(read.read).not.toBe('not');
  });

  it('by the card heuristics alone: 95 % of the people, 80 % of what they say', () => {
    const { counts, invented, others } = tally(page, 'cards');
    expect(missed(counts, { people: 0.95, names: 0.8, texts: 0.8, amounts: 0.8, days: 0.8, ratings: 0.8 })).toEqual([]);
    expect(invented).toEqual([]);
    expect(others).toBe(0);
  });
});
