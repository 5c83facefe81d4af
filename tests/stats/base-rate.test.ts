import { expect, test } from 'vitest';
import { fitBaseRate, PRIOR } from '../../lib/stats/base-rate.ts';
import { random } from '../../scripts/evaluate/random.ts';

function bidders(people: readonly { n: number; rate: number }[], seed = 7) {
  const next = random(seed);
  const decided = Int32Array.from(people, ({ n }) => n);
  const won = Int32Array.from(people, ({ n, rate }) => {
    let wins = 0;
    for (let i = 0; i < n; i++) if (next() < rate) wins++;
    return wins;
  });
  return fitBaseRate(decided, won);
}

test('with nothing seen it is the prior', () => {
  const base = fitBaseRate(new Int32Array(), new Int32Array());
  expect(base.mean).toBeGreaterThan(PRIOR.mean * 0.8);
  expect(base.mean).toBeLessThan(PRIOR.mean * 1.2);
  expect(base.bids).toBe(0);
});

test('one account that lost every bid hardly moves it', () => {
  const base = fitBaseRate(Int32Array.of(400), Int32Array.of(0));
  expect(base.mean).toBeGreaterThan(0.04);
});

test.each([0.02, 0.05, 0.08, 0.15])('learns an average of %d', (rate) => {
  const base = bidders(Array.from({ length: 800 }, () => ({ n: 25, rate })));
  expect(base.mean).toBeGreaterThan(rate * 0.85);
  expect(base.mean).toBeLessThan(rate * 1.15);
  expect(base.bids).toBe(20_000);
});

test('accounts with hundreds of lost bids do not drag it down, though most bids are theirs', () => {
  const honest = Array.from({ length: 425 }, () => ({ n: 30, rate: 0.05 }));
  const mass = Array.from({ length: 75 }, () => ({ n: 300, rate: 0.001 }));
  // All bids taken together win 2 in 100.
  const base = bidders([...honest, ...mass]);
  expect(base.mean).toBeGreaterThan(0.042);
  expect(base.mean).toBeLessThan(0.058);
});

test('bidders whose rates differ are more spread than bidders who are alike', () => {
  const alike = bidders(Array.from({ length: 600 }, () => ({ n: 60, rate: 0.06 })));
  const unlike = bidders(Array.from({ length: 600 }, (_, i) => ({ n: 60, rate: i % 2 ? 0.02 : 0.1 })));
  expect(unlike.a + unlike.b).toBeLessThan((alike.a + alike.b) / 3);
});

test('more wins than bids, or a million bids, do no harm', () => {
  const base = fitBaseRate(Int32Array.of(10, 1_000_000, -4), Int32Array.of(90, 50_000, 3));
  expect(base.mean).toBeGreaterThan(0);
  expect(base.mean).toBeLessThan(1);
});
