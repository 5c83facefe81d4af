import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareTimes,
  contains,
  intersection,
  intervalOf,
  isBefore,
  overlap,
  parseTime,
  precisionOf,
  spanOf,
  surelyWithin,
  writeTime,
} from '../../lib/model/time.ts';

const ms = (iso: string) => Date.parse(iso);

describe('a written time', () => {
  test.each([
    ['2026', '2026-01-01T00:00:00.000Z', '2026-12-31T23:59:59.999Z', 'year'],
    ['2026-02', '2026-02-01T00:00:00.000Z', '2026-02-28T23:59:59.999Z', 'month'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z', '2024-02-29T23:59:59.999Z', 'day'],
    ['2026-03-01T10:00:00Z', '2026-03-01T10:00:00.000Z', '2026-03-01T10:00:00.000Z', 'moment'],
    ['2026-02/2026-03', '2026-02-01T00:00:00.000Z', '2026-03-31T23:59:59.999Z', 'span'],
    ['2025/2026-03-01T10:00:00Z', '2025-01-01T00:00:00.000Z', '2026-03-01T10:00:00.000Z', 'span'],
  ])('%s has its ends', (text, from, to, precision) => {
    const time = parseTime(text) ?? expect.fail();
    expect(intervalOf(time)).toEqual({ from: ms(from), to: ms(to) });
    expect(precisionOf(time)).toBe(precision);
  });

  test.each([
    ['2026-03-01T12:00:00+02:00', '2026-03-01T10:00:00Z'],
    ['2026-03-01T10:00Z', '2026-03-01T10:00:00Z'],
    ['2026-03-01T10:00:00.000Z', '2026-03-01T10:00:00Z'],
    ['2026-03-01T10:00:00.250Z', '2026-03-01T10:00:00.250Z'],
    ['2026-01/2026-12', '2026'],
    ['2026-03-01/2026-03-31', '2026-03'],
    ['2026-02-01/2026-03', '2026-02/2026-03'],
    ['2026-03-05/2026-03-05', '2026-03-05'],
  ])('%s is written as %s', (text, canonical) => expect(parseTime(text)).toBe(canonical));

  test.each([
    '',
    'yesterday',
    '26',
    '2026-13',
    '2026-00',
    '2026-02-30',
    '2026-02-01T25:00:00Z',
    '2026-02-01T10:00:00',
    '2026-03/2026-02',
    '2026/2027/2028',
    `2026-03-01T10:00:00.${'0'.repeat(100)}Z`,
  ])('%s is no time', (text) => expect(parseTime(text)).toBeUndefined());
});

const moment = fc.integer({ min: ms('0001-01-01T00:00:00Z'), max: ms('9980-01-01T00:00:00Z') });
const interval = fc
  .tuple(moment, fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4e11 })))
  .map(([from, wide]) => ({ from, to: from + wide }));
const time = fc.oneof(
  interval.map(writeTime),
  fc
    .tuple(fc.integer({ min: 2019, max: 2021 }), fc.integer({ min: 1, max: 12 }))
    .map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`),
  fc.integer({ min: 2019, max: 2021 }).map(String),
);

describe('whatever the times', () => {
  test('ends survive writing and reading', () =>
    fc.assert(fc.property(interval, (one) => void expect(intervalOf(writeTime(one))).toEqual(one))));
  test('the canonical form is its own', () =>
    fc.assert(fc.property(time, (one) => void expect(parseTime(one)).toBe(one))));
  test('what two share lies in both, and is there exactly when they overlap', () =>
    fc.assert(
      fc.property(time, time, (a, b) => {
        const both = intersection(a, b);
        expect(both !== undefined).toBe(overlap(a, b));
        expect(both).toBe(intersection(b, a));
        if (both) expect(contains(a, both) && contains(b, both)).toBe(true);
      }),
    ));
  test('a span holds each, and one before another does not overlap it', () =>
    fc.assert(
      fc.property(time, time, (a, b) => {
        const span = spanOf([a, b]) ?? expect.fail();
        expect(contains(span, a) && contains(span, b)).toBe(true);
        if (isBefore(a, b)) expect(overlap(a, b)).toBe(false);
        expect(Math.sign(compareTimes(a, b)) + Math.sign(compareTimes(b, a))).toBe(0);
      }),
    ));
});

test('two months may be nearer than they look and farther: only their far ends are sure', () => {
  const days = (n: number) => n * 86_400_000;
  expect(surelyWithin('2026-02', '2026-03', days(30))).toBe(false);
  expect(surelyWithin('2026-02', '2026-03', days(59))).toBe(true);
  expect(surelyWithin('2026-02-28', '2026-03-01', days(2))).toBe(true);
});
