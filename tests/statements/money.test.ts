import { describe, expect, it } from 'vitest';
import { currencyIn, isBareDollar, parseFigure, parseMoney } from '../../lib/statements/money.ts';

describe('amounts', () => {
  it.each([
    ['₹25,000.00 INR', { amount: 25000, currency: 'INR' }],
    ['₹1,25,000 INR', { amount: 125000, currency: 'INR' }],
    ['€1.234,56', { amount: 1234.56, currency: 'EUR' }],
    ['1 234,50 zł', { amount: 1234.5, currency: 'PLN' }],
    ["CHF 1'250.00", { amount: 1250, currency: 'CHF' }],
    ['$25 USD / hour', { amount: 25, currency: 'USD' }],
    ['$15.00/hr', { amount: 15 }],
    ['US$10k+', { amount: 10000, currency: 'USD' }],
    ['R$ 7.331', { amount: 7331, currency: 'BRL' }],
    ['BRL 7331', { amount: 7331, currency: 'BRL' }],
    ['30 000 ₴', { amount: 30000, currency: 'UAH' }],
    ['$250', { amount: 250 }],
    ['$0.50 USD', { amount: 0.5, currency: 'USD' }],
    ['₱5,000 PHP', { amount: 5000, currency: 'PHP' }],
    ['₹12500-37500 INR', { amount: 12500, max: 37500, currency: 'INR' }],
    ['€250 – 750 EUR', { amount: 250, max: 750, currency: 'EUR' }],
    ['A$1,200 AUD', { amount: 1200, currency: 'AUD' }],
    [' \n 4,400.00 EUR \n in 60 days', { amount: 4400, currency: 'EUR' }],
  ])('%j', (said, money) => {
    expect(parseMoney(said)).toEqual(money);
  });

  it.each(['', 'free', '---', 'BRL ---', '€', 'x'.repeat(100_000)])('%.20j is none', (said) => {
    expect(parseMoney(said)).toBeUndefined();
  });

  it('looks only so far into a text', () => {
    expect(parseMoney(`${' '.repeat(190)}$5 USD`)).toEqual({ amount: 5, currency: 'USD' });
    expect(parseMoney(`${' '.repeat(200)}$5 USD`)).toBeUndefined();
    expect(parseMoney(`${'1,'.repeat(500_000)} USD`)).toBeUndefined();
  });
});

describe('figures', () => {
  it.each([
    ['1.234', 1234],
    ['1,234', 1234],
    ['12.5', 12.5],
    ['12,50', 12.5],
    ['0.125', 0.125],
    ['1.234.567', 1234567],
    ['1,234,567.89', 1234567.89],
    ['1.2k', 1200],
    ['3M', 3000000],
    ['7.', 7],
  ])('%s is %d', (said, value) => {
    expect(parseFigure(said)).toBe(value);
  });

  it.each(['', '.', 'k', '9'.repeat(20)])('%j is none', (said) => {
    expect(parseFigure(said)).toBeUndefined();
  });
});

it.each([
  ['MX$1,200', 'MXN'],
  ['NT$9,000', 'TWD'],
  ['COL$ 80.000', 'COP'],
  ['R$ 500', 'BRL'],
  ['CLP$90.000', 'CLP'],
  ['Q$5', undefined],
  ['I know PHP', 'PHP'],
  ['API', undefined],
  ['Kč', 'CZK'],
  ['$', undefined],
])('names in %j the currency %s', (said, code) => {
  expect(currencyIn(said)).toBe(code);
});

it.each([
  ['$500', true],
  ['From$500', true],
  ['MX$500', false],
  ['Q$5', false],
  ['US$75', false],
  ['£80, or $100', false],
  ['500', false],
])('%s has the sign of no particular dollar: %s', (said, is) => {
  expect(isBareDollar(said)).toBe(is);
});
