import { expect, test } from 'vitest';
import { pace } from '../../lib/stats/pace.ts';

const DAY = 86_400;

test('nothing in, nothing out', () => {
  expect(pace([], [])).toEqual({ busiestDay: 0, hoursUsed: 0, timed: 0, delayed: 0 });
  expect(pace([Number.NaN, Number.POSITIVE_INFINITY], [])).toEqual({
    busiestDay: 0,
    hoursUsed: 0,
    timed: 0,
    delayed: 0,
  });
});

test('the busiest day is any 24 hours, across midnight too', () => {
  const evening = 20 * 3_600;
  expect(pace([evening, evening + 5 * 3_600, evening + DAY - 1, evening + DAY, 9 * DAY], []).busiestDay).toBe(3);
});

test('hours are those of the UTC day, each once', () => {
  expect(pace([3_600, 3_700, 3_600 + 4 * DAY, 2 * 3_600], []).hoursUsed).toBe(2);
});

test('the delay is the middle one; a bid before its post is left out', () => {
  const p = pace([100, 200, 300, 50], [90, 100, 0, 60]);
  expect(p.medianDelay).toBe(100);
  expect(p.delayed).toBe(3);
});
