// How files write times, amounts and addresses: what is read, what is asked and what is none.
import { describe, expect, test } from 'vitest';
import { addressOf } from '../../lib/logs/addresses.ts';
import { type Amounts, readAmount } from '../../lib/logs/amounts.ts';
import { readTime, type Times } from '../../lib/logs/times.ts';

const times = (how: Partial<Times> = {}): Times => ({
  isUtc: false,
  isTrial: false,
  seen: { 'day-first': 0, 'month-first': 0 },
  unsure: [],
  ...how,
});
const amounts = (how: Partial<Amounts> = {}): Amounts => ({ seen: { point: 0, comma: 0 }, unsure: [], ...how });

describe('times', () => {
  test.each([
    '01/09/2007 09:41:00',
    '1/9/2007 09:41:00',
    '01/09/2007 09:41:00 AM',
    '1/9/2007 9:41:00 AM',
    '1/9/2007 10:41:00 AM +01:00',
    '2007-01-09T09:41:00',
    '2007-01-09T09:41:00Z',
    '2007-01-09T09:41:00.0000000Z',
    '2007-01-09T11:41:00+02:00',
    '1168335660',
    '1168335660000',
    'Jan 9, 2007 9:41 AM',
    '9 January 2007 09:41',
  ])('%s is one moment', (text) => {
    expect(readTime(text, times({ isUtc: true, days: 'month-first' }))).toBe('2007-01-09T09:41:00Z');
  });
  test('a day that can be read two ways is none until it is settled', () => {
    expect(readTime('06/01/2026', times())).toBeUndefined();
    expect(readTime('06/01/2026', times({ days: 'day-first' }))).toBe('2026-01-06');
    expect(readTime('06/01/2026', times({ days: 'month-first' }))).toBe('2026-06-01');
    expect(readTime('06/06/2026', times())).toBe('2026-06-06');
    expect(readTime('13/01/2026', times())).toBe('2026-01-13');
    expect(readTime('13/01/2026', times({ days: 'month-first' }))).toBeUndefined();
  });
  test('a time of day without a zone is known to somewhere on earth', () => {
    expect(readTime('2026-03-02 10:00', times())).toBe('2026-03-01T20:00:00Z/2026-03-02T22:00:00Z');
    expect(readTime('2026-03-02 10:00', times(), 'CEST')).toBe('2026-03-02T08:00:00Z');
    expect(readTime('2026-03-02 10:00', times(), 'America/Bogota')).toBe('2026-03-02T15:00:00Z');
    // Of several zones of that name nobody says which.
    expect(readTime('2026-03-02 10:00', times(), 'IST')).toBe('2026-03-01T20:00:00Z/2026-03-02T22:00:00Z');
  });
  test.each([
    '1601-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '0001-01-01T00:00:00Z',
    '2026-02-30',
    '31/31/2026',
    '2026-03-02 25:00:00Z',
    '2026-03-02 10:00:00 +99:00',
    'yesterday',
    '-1',
    `2026-03-02 ${'1'.repeat(10_000)}`,
  ])('%s is none', (text) => {
    expect(readTime(text, times({ days: 'day-first' }))).toBeUndefined();
  });
});

describe('amounts', () => {
  test.each([
    ['1,250.00', 1250],
    ['-1.250,00', -1250],
    ['-23,00', -23],
    ['(1,250.50)', -1250.5],
    ['1 250,5', 1250.5],
    ["1'250.50", 1250.5],
    ['€ 12', 12],
    ['12.50-', -12.5],
    ['1,250,000', 1_250_000],
    ['1.250.000', 1_250_000],
    ['0.123', 0.123],
  ])('%s is %d', (text, amount) => {
    expect(readAmount(text, amounts())).toBe(amount);
  });
  test('three figures behind the only mark can be read two ways', () => {
    const open = amounts();
    readAmount('1,250', open);
    expect(open).toMatchObject({ unsure: ['1,250'], seen: { point: 0, comma: 0 } });
    expect(readAmount('1,250', amounts({ decimals: 'point' }))).toBe(1250);
    expect(readAmount('1,250', amounts({ decimals: 'comma' }))).toBe(1.25);
  });
  test.each(['', '=1+1', '1.2.3', '12,34,56', 'abc', '1e9', '9'.repeat(100), '--1'])('%s is none', (text) => {
    expect(readAmount(text, amounts())).toBeUndefined();
  });
});

describe('addresses', () => {
  test.each([
    ['198.51.100.7', { ip: '198.51.100.7' }],
    ['198.51.100.7:3389', { ip: '198.51.100.7', port: 3389 }],
    ['2001:DB8::7', { ip: '2001:db8:0:0:0:0:0:7' }],
    ['[2001:db8::7]:443', { ip: '2001:db8:0:0:0:0:0:7', port: 443 }],
    ['::ffff:198.51.100.7', { ip: '198.51.100.7' }],
    ['::ffff:c633:6407', { ip: '198.51.100.7' }],
    ['fe80::7%eth0', { ip: 'fe80:0:0:0:0:0:0:7' }],
    ['64:ff9b::198.51.100.7', { ip: '64:ff9b:0:0:0:0:c633:6407' }],
    ['::1', { ip: '0:0:0:0:0:0:0:1' }],
  ])('%s', (text, address) => {
    expect(addressOf(text)).toEqual(address);
  });
  test.each([
    '',
    '300.1.1.1',
    '1.2.3',
    '1.2.3.4.5',
    '1.2.3.4:99999',
    'host.example',
    ':::',
    '1::2::3',
    '12345::',
    'g::1',
  ])('%s is none', (text) => {
    expect(addressOf(text)).toBeUndefined();
  });
});
