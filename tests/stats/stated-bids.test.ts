import { describe, expect, it, test } from 'vitest';
import type { Profile } from '../../lib/model/observation.ts';
import { StatedBidsTable, statedIn } from '../../lib/stats/stated-bids.ts';

const profile = (stats: Profile['stats']): Profile => ({
  kind: 'profile',
  site: 'guru',
  seenAt: '2026-03-01T10:00:00Z',
  account: 'ines',
  role: 'freelancer',
  stats,
});

describe('what a profile states of its bids', () => {
  it.each([
    [
      { bidsPlaced: 500, bidsWon: 3 },
      { placed: 500, won: 3 },
    ],
    [
      { bidsPlaced: 500, bidsWon: 0, jobsCompleted: 7, reviewCount: 9 },
      { placed: 500, won: 9, jobs: 9 },
    ],
    // Whoever has no review finished nothing that was reviewed.
    [
      { bidsPlaced: 500, reviewCount: 0 },
      { placed: 500, won: 0, jobs: 0 },
    ],
    [
      { bidsPlaced: 5, bidsWon: 9 },
      { placed: 5, won: 5 },
    ],
    [{ bidsPlaced: 0, bidsWon: 0 }, {}],
    [{ bidsPlaced: 500 }, {}],
    // A share of offers that were accepted, whatever it is, says nothing of bids.
    [{ bidsPlaced: 500, acceptRate: 0 }, {}],
    [{ bidsPlaced: 500, acceptRate: 0.02 }, {}],
    [{ jobsCompleted: 3 }, { jobs: 3 }],
    [undefined, {}],
  ])('%j is %j', (stats, stated) => {
    expect(statedIn(profile(stats))).toEqual(stated);
  });
});

test.each([
  ['2024-03-01', 2],
  // Some time in 2024: since its end at least.
  ['2024', 1.16],
  ['2027', undefined],
])('a member since %s is one for so many years at least', (memberSince, years) => {
  const stated = statedIn({ ...profile(undefined), memberSince });
  if (years === undefined) expect(stated).toEqual({});
  else expect(stated.years).toBeCloseTo(years, 2);
});

describe('the table', () => {
  it('holds one line a profile, as it states it now', () => {
    const table = new StatedBidsTable();
    table.put(1, 'guru:ada', { placed: 10, won: 1 });
    table.put(2, 'guru:ben', { placed: 20, won: 2 });
    const { version } = table;
    table.put(1, 'guru:ada', { placed: 12, won: 1 });
    table.remove(2);
    table.remove(7);
    expect(table.version).toBe(version + 2);
    const { accounts, placed, won } = table.totals();
    expect([accounts, [...placed], [...won]]).toEqual([['guru:ada'], [12], [1]]);
  });
});
