import { describe, expect, it } from 'vitest';
import { relativeLegacyTime, widenLegacyTime } from '../../lib/model/legacy-time.ts';
import { parseObservation } from '../../lib/model/observation.ts';

// What version 0.1 wrote for these words on this look, as its reader was run.
const look = '2026-11-27T10:15:12.345Z';

describe('a moment made from relative words', () => {
  it.each([
    ['9 months ago', '2026-02-27T10:15:12.345Z', '2026-02/2026-03'],
    ['1 year ago', '2025-11-27T10:15:12.345Z', '2024-11/2026-05'],
    ['2 years ago', '2024-11-27T10:15:12.345Z', '2023-11/2025-05'],
    ['last month', '2026-10-27T10:15:12.345Z', '2026-10-01/2026-11-27'],
    ['3 hours ago', '2026-11-27T07:15:12.345Z', '2026-11-27T06:15:12Z/2026-11-27T07:45:13Z'],
    ['23 minutes ago', '2026-11-27T09:52:12.345Z', '2026-11-27T09:51:12Z/2026-11-27T09:52:43Z'],
    ['a few seconds ago', '2026-11-27T10:15:09.345Z', '2026-11-27T10:14:12.345Z/2026-11-27T10:15:12.345Z'],
    ['just now', '2026-11-27T10:15:12.345Z', '2026-11-27T10:10:12.345Z/2026-11-27T10:15:12.345Z'],
  ])('%s', (_, time, interval) => {
    expect(relativeLegacyTime(time, look)).toBe(interval);
    expect(widenLegacyTime(time, look)).toBe(interval);
  });

  it('is known when the month was too short and the date went on into the next', () => {
    expect(relativeLegacyTime('2026-03-02T10:15:12.345Z', '2026-11-30T10:15:12.345Z')).toBe('2026-02/2026-03');
  });

  it.each([
    ['a page’s own moment', '2026-02-27T10:15:13.000Z', look],
    ['the same seconds of another minute, months before', '2026-02-27T09:33:12.345Z', look],
    ['a moment after the look', '2026-11-27T11:15:12.345Z', look],
    ['a look on a whole minute', '2026-02-27T10:15:00.000Z', '2026-11-27T10:15:00.000Z'],
    ['no time', 'yesterday', look],
  ])('not %s', (_, time, seenAt) => expect(relativeLegacyTime(time, seenAt)).toBeUndefined());
});

describe('in a database of 0.1', () => {
  it.each([
    ['a day, long before', '2026-06-03T00:00:00.000Z', '2026-06-03'],
    ['2 days ago, or that day', '2026-11-25T00:00:00.000Z', '2026-11-24/2026-11-25'],
    ['hace 2 meses, or that day', '2026-09-28T00:00:00.000Z', '2026-09/2026-10'],
    ['hace 1 año, or that day', '2025-11-27T00:00:00.000Z', '2024-11/2026-05'],
    ['last week, or a week ago, or that day', '2026-11-20T00:00:00.000Z', '2026-11-13/2026-11-26'],
    ['Oct 2025', '2025-10-01T12:00:00.000Z', '2025-10'],
    ['Sep 8, 8:02 AM', '2026-09-08T08:02:00.000Z', '2026-09-07T18:02:00Z/2026-09-08T20:02:00Z'],
    ['a page’s own moment', '2026-09-08T03:31:27.000Z', '2026-09-08T03:31:27Z'],
    ['a moment after the look', '2026-11-27T11:00:00.000Z', '2026-11-27T11:00:00Z'],
    ['what is an interval already', '2026-02/2026-03', '2026-02/2026-03'],
  ])('%s', (_, time, interval) => expect(widenLegacyTime(time, look)).toBe(interval));

  it('what is no time stays none', () => expect(widenLegacyTime('soon', look)).toBeUndefined());
});

describe('in a file of 0.1', () => {
  const review = { kind: 'review', site: 'guru', from: 'acme', fromRole: 'client', to: 'ines' };
  const at = (time: string, seenAt: string) => {
    const parsed = parseObservation({ ...review, at: time, seenAt });
    return 'observation' in parsed && parsed.observation.kind === 'review' ? parsed.observation.at : parsed;
  };

  it('relative words become the interval they stand for, and stay it', () => {
    const interval = at('2026-02-27T10:15:12.345Z', look);
    expect(interval).toBe('2026-02/2026-03');
    expect(at(interval as string, look)).toBe('2026-02/2026-03');
  });

  it('a day becomes that day, a page’s own moment stays', () => {
    expect(at('2026-06-03T00:00:00.000Z', look)).toBe('2026-06-03');
    expect(at('2026-09-08T03:31:27.000Z', look)).toBe('2026-09-08T03:31:27Z');
    expect(at('2026-09-08T08:02:00.000Z', look)).toBe('2026-09-08T08:02:00Z');
  });

  it('is told from one of today, which writes no milliseconds that are none', () => {
    expect(at('2026-02-27T10:15:12Z', '2026-11-27T10:15:12.000Z')).toBe('2026-02-27T10:15:12Z');
  });
});
