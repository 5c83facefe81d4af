// What one figure says about which of two groups an account is of.
import { expect, test } from 'vitest';
import { rateOdds, spreadOdds, usualSpread } from '../../lib/stats/two-groups.ts';

const expected = { middle: Math.log(10), spread: 1, accounts: 10 };

test('with nothing seen the usual is what was expected', () => {
  expect(usualSpread([], expected)).toMatchObject({ middle: Math.log(10), spread: 1 });
});

test('a few that are far off move neither the middle nor the spread much', () => {
  const many = Array.from({ length: 200 }, (_, i) => 20 + (i % 5));
  const { middle, spread } = usualSpread([...many, ...Array.from({ length: 20 }, () => 5_000)], expected);
  expect(Math.exp(middle)).toBeGreaterThan(19);
  expect(Math.exp(middle)).toBeLessThan(24);
  // Never narrower than half of what was expected: nobody knows the ends.
  expect(spread).toBeCloseTo(0.5, 1);
});

test('values between two spreads speak for the nearer one, within bounds', () => {
  const [low, high] = [
    { middle: 0, spread: 1 },
    { middle: 4, spread: 1 },
  ];
  expect(spreadOdds(Math.exp(2), low, high, [-9, 9])).toBeCloseTo(0);
  expect(spreadOdds(Math.exp(3), low, high, [-9, 9])).toBeCloseTo(4);
  expect(spreadOdds(Math.exp(8), low, high, [-9, 9])).toBe(9);
  expect(spreadOdds(Math.exp(-8), low, high, [-3, 9])).toBe(-3);
});

test('no success in n speaks the more for the lower rate the greater n is; nothing tried says nothing', () => {
  const [ordinary, odd] = [
    { a: 5, b: 95 },
    { a: 1, b: 199 },
  ];
  const none = [0, 10, 50, 250].map((n) => rateOdds(0, n, ordinary, odd));
  expect(none[0]).toBe(0);
  expect(none).toEqual([...none].sort((a, b) => a - b));
  // 0.95 of 10 ordinary bids, as a beta-binomial: (95·…·104)/(100·…·109) against (199·…·208)/(200·…·209).
  expect(Math.exp(none[1] as number)).toBeCloseTo(
    199 / 209 / ((95 * 96 * 97 * 98 * 99) / (105 * 106 * 107 * 108 * 109)),
    6,
  );
  expect(rateOdds(4, 50, ordinary, odd)).toBeLessThan(0);
});
