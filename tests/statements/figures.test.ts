import { describe, expect, it } from 'vitest';
import { parseCount, parseCountRange, parseDays, parseRate, parseRating } from '../../lib/statements/figures.ts';

describe('ratings', () => {
  it.each([
    ['Rating: 4.9 out of 5', 4.9, 5],
    ['4.99 de 5.00', 4.99, 5],
    ['4,8/5', 4.8, 5],
    ['9.5 von 10', 9.5, 10],
    ['4.948655074223263', 4.9487, 5],
    [5.000000000000001, 5, 5],
    ['98%', 4.9, 5],
    ['0', 0, 5],
  ])('%j is %d of %d', (said, value, outOf) => {
    expect(parseRating(said)).toEqual({ value, outOf });
  });

  it.each(['', 'new', '7', 'Rating: 6 out of 5', '3 out of 0', -1])('%j is none', (said) => {
    expect(said === -1 ? parseRating('minus') : parseRating(said)).toBeUndefined();
  });
});

describe('counts that are said roughly', () => {
  it.each([
    ['Less than 5', { max: 4 }],
    ['20 to 50', { min: 20, max: 50 }],
    ['5-10', { min: 5, max: 10 }],
    ['50+', { min: 50 }],
    ['Más de 20', { min: 21 }],
    ['Weniger als 5', { max: 4 }],
    ['De 5 a 10', undefined],
    ['5', undefined],
    ['10 to 5', undefined],
    ['less than 0', undefined],
    ['20 to 50 hours', undefined],
    ['$5 to 10', undefined],
  ])('%j', (said, range) => {
    expect(parseCountRange(said)).toEqual(range);
  });
});

describe('counts', () => {
  it.each([
    ['(8 reviews)', 8],
    ['(1 review)', 1],
    ['1,204', 1204],
    ['1.204', 1204],
    ['1.2k', 1200],
    [0, 0],
    [26, 26],
  ])('%j is %d', (said, count) => {
    expect(parseCount(said)).toBe(count);
  });

  it.each(['', 'none', -1, 1.5, Number.POSITIVE_INFINITY])('%j is none', (said) => {
    expect(parseCount(said)).toBeUndefined();
  });
});

describe('rates', () => {
  it.each([
    ['96%', 0.96],
    ['100 %', 1],
    ['0%', 0],
    ['28,5%', 0.285],
  ])('%j is %d', (said, rate) => {
    expect(parseRate(said)).toBe(rate);
  });

  it.each(['', 'N/A', '96', '101%'])('%j is none', (said) => {
    expect(parseRate(said)).toBeUndefined();
  });
});

describe('durations', () => {
  it.each([
    ['in 7 days', 7],
    ['in 1 day', 1],
    ['2 weeks', 14],
    ['36 hours', 1.5],
    ['3 months', 90],
    ['7 días', 7],
    ['5 дней', 5],
    ['₹25,000 INR in 15 days', 15],
    ['14', 14],
    [21, 21],
  ])('%j is %d days', (said, days) => {
    expect(parseDays(said)).toBe(days);
  });

  it.each(['', 'soon', '5 apples', -3])('%j is none', (said) => {
    expect(parseDays(said)).toBeUndefined();
  });
});
