import { describe, expect, it } from 'vitest';
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
      { bidsPlaced: 500, acceptRate: 0.02 },
      { placed: 500, won: 10 },
    ],
    [
      { bidsPlaced: 500, bidsWon: 0, jobsCompleted: 7, reviewCount: 9 },
      { placed: 500, won: 9 },
    ],
    [
      { bidsPlaced: 5, bidsWon: 9 },
      { placed: 5, won: 5 },
    ],
    [{ bidsPlaced: 0, bidsWon: 0 }, undefined],
    [{ bidsPlaced: 500 }, undefined],
    // Where there is no history, sites show a rate of 0.
    [{ bidsPlaced: 500, acceptRate: 0 }, undefined],
    [undefined, undefined],
  ])('%j is %j', (stats, stated) => {
    expect(statedIn(profile(stats))).toEqual(stated);
  });
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
