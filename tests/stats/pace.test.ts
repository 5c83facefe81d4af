import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readInterval, type Time, writeTime } from '../../lib/model/time.ts';
import { pace as paceOf } from '../../lib/stats/pace.ts';

interface Written {
  sent?: Time | undefined;
  posted?: Time | undefined;
}
const pace = (bids: readonly Written[]) =>
  paceOf(
    bids.map(({ sent, posted }) => ({
      sent: sent === undefined ? undefined : readInterval(sent),
      posted: posted === undefined ? undefined : readInterval(posted),
    })),
  );

const sent = (...times: (Time | undefined)[]) => times.map((time) => ({ sent: time }));

test('nothing in, nothing out', () => {
  const nothing = { busiestDay: 0, hoursUsed: 0, moments: 0, timed: 0, delayed: 0, soonest: [] };
  expect(pace([])).toEqual(nothing);
  expect(pace(sent(undefined, 'no time'))).toEqual(nothing);
});

test('the busiest day is any 24 hours, across midnight too', () => {
  const bids = sent(
    '2026-03-01T20:00:00Z',
    '2026-03-02T01:00:00Z',
    '2026-03-02T19:59:59Z',
    '2026-03-02T20:00:00Z',
    '2026-03-10T00:00:00Z',
  );
  expect(pace(bids).busiestDay).toBe(3);
});

test('hours are those of the UTC day, each once', () => {
  const bids = sent('2026-03-01T01:00:00Z', '2026-03-01T01:02:00Z', '2026-03-05T01:00:00Z', '2026-03-01T02:00:00Z');
  expect(pace(bids)).toMatchObject({ hoursUsed: 2, moments: 4 });
});

test('five bids on one day are five within 24 hours and say nothing about the hours', () => {
  const day = pace(sent(...Array.from({ length: 5 }, () => '2026-03-01')));
  expect(day).toMatchObject({ busiestDay: 5, hoursUsed: 0, moments: 0, timed: 5 });
});

test('bids known to the month may be weeks apart, and "3 hours ago" says no hour', () => {
  expect(pace(sent('2026-03', '2026-03', '2026-03'))).toMatchObject({ busiestDay: 0, hoursUsed: 0, timed: 3 });
  expect(pace(sent('2026-03-01T05:30:00Z/2026-03-01T07:00:00Z'))).toMatchObject({ busiestDay: 1, hoursUsed: 0 });
  expect(pace(sent('2026-03-01', '2026-03-02')).busiestDay).toBe(1);
});

test('the delay is the middle one; a bid before its post is left out', () => {
  const at = (seconds: number) => writeTime({ from: seconds * 1_000, to: seconds * 1_000 });
  const delayed = pace([
    { sent: at(100), posted: at(90) },
    { sent: at(200), posted: at(100) },
    { sent: at(300), posted: at(0) },
    { sent: at(50), posted: at(60) },
    { sent: at(70) },
  ]);
  expect(delayed).toMatchObject({ medianDelay: { least: 100, most: 100 }, delayed: 3 });
});

test('between days the delay has bounds', () => {
  expect(pace([{ sent: '2026-03-02', posted: '2026-03-01T12:00:00Z' }]).medianDelay).toEqual({
    least: 12 * 3_600,
    most: 36 * 3_600 - 0.001,
  });
  // On the same day it may have been at once.
  expect(pace([{ sent: '2026-03-01', posted: '2026-03-01T12:00:00Z' }]).medianDelay?.least).toBe(0);
});

test('whatever is known of them, the true figures lie within', () => {
  const bid = fc.record({
    sent: fc.integer({ min: 0, max: 3e8 }),
    delay: fc.integer({ min: 0, max: 2e8 }),
    before: fc.constantFrom(0, 0, 3e6, 1e8),
    after: fc.constantFrom(0, 0, 3e6, 1e8),
  });
  fc.assert(
    fc.property(fc.array(bid, { minLength: 1, maxLength: 20 }), (bids) => {
      const exact = bids.map(({ sent, delay }) => ({
        sent: writeTime({ from: 1e12 + sent, to: 1e12 + sent }),
        posted: writeTime({ from: 1e12 + sent - delay, to: 1e12 + sent - delay }),
      }));
      const known = bids.map(({ sent, before, after }, i) => ({
        sent: writeTime({ from: 1e12 + sent - before, to: 1e12 + sent + after }),
        posted: exact[i]?.posted,
      }));
      const [truth, said] = [pace(exact), pace(known)];
      expect(said.busiestDay).toBeLessThanOrEqual(truth.busiestDay);
      expect(said.hoursUsed).toBeLessThanOrEqual(truth.hoursUsed);
      expect(said.medianDelay?.least).toBeLessThanOrEqual(truth.medianDelay?.least ?? 0);
      expect(said.medianDelay?.most).toBeGreaterThanOrEqual(truth.medianDelay?.most ?? 0);
    }),
  );
});
