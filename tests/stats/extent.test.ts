// How much somebody bids, week by week, and on how unrelated projects.
import { expect, test } from 'vitest';
import { DAY_MS } from '../../lib/model/time.ts';
import type { SeenBid } from '../../lib/stats/bid-ledger.ts';
import { extentOf, shareUnrelated } from '../../lib/stats/extent.ts';

const START = Date.UTC(2026, 0, 1);
const bid = (project: number, day?: number, topics: number[] = [], wide = 0): SeenBid => ({
  project,
  outcome: 'lost',
  sent: day === undefined ? undefined : { from: START + day * DAY_MS, to: START + (day + wide) * DAY_MS },
  topics,
});
const several = (count: number, make: (i: number) => SeenBid) => Array.from({ length: count }, (_, i) => make(i));

test('a burst of a week is no habit', () => {
  expect(extentOf(several(70, (i) => bid(i, i / 20))).sustained).toBeCloseTo(10 + 60 / 3);
  expect(extentOf(several(60, (i) => bid(i, i * 7))).sustained).toBe(60);
});

test('bids that no week surely holds count, and a project counts once', () => {
  expect(extentOf(several(60, (i) => bid(i))).sustained).toBe(60);
  expect(extentOf(several(60, (i) => bid(i, 0, [], 30))).sustained).toBe(60);
  expect(extentOf([bid(1, 1), bid(1, 2)])).toMatchObject({ projects: 1, sustained: 1 });
});

test('projects are unrelated that ask for nothing in common', () => {
  expect(shareUnrelated([[1], [2], [3]])).toBeUndefined();
  expect(shareUnrelated([[1], [1, 2], [1, 3], [1]])).toBe(0);
  expect(shareUnrelated([[1], [2], [3], [4]])).toBe(1);
  expect(shareUnrelated([[1], [1], [2], [2]])).toBeCloseTo(4 / 6);
  // What is not known to ask for anything says nothing.
  expect(extentOf(several(8, (i) => bid(i, i, i < 4 ? [] : [i])))).toMatchObject({ unrelated: 1, fields: 4 });
});
