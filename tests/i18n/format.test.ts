// Sentences are written out as their language does, and what a value holds is only ever text.
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { formatMessage } from '../../lib/i18n/format.ts';

describe('a sentence', () => {
  const bids = '{count, plural, one {# bid} other {# bids}} by {name}';

  it('takes the plural and the numbers of its language', () => {
    expect(formatMessage('en', bids, { count: 1, name: 'ada' })).toBe('1 bid by ada');
    expect(formatMessage('en', bids, { count: 20_000, name: 'ada' })).toBe('20,000 bids by ada');
    expect(formatMessage('es', bids, { count: 20_000, name: 'ada' })).toBe('20.000 bids by ada');
    const polish = '{count, plural, one {# oferta} few {# oferty} many {# ofert} other {# oferty}}';
    expect([1, 3, 5, 22].map((count) => formatMessage('pl', polish, { count }))).toEqual([
      '1 oferta',
      '3 oferty',
      '5 ofert',
      '22 oferty',
    ]);
  });

  it('writes a plain number as its language does, inside a plural too', () => {
    expect(formatMessage('es', '{count} de {all}', { count: 12_340, all: 0 })).toBe('12.340 de 0');
    const both = '{count, plural, one {one of {all}} other {{count} of {all}}}';
    expect(formatMessage('en', both, { count: 2_000, all: 3_000 })).toBe('2,000 of 3,000');
  });

  it('puts in what a value holds as it is', () => {
    const hostile = "{count} # '{' <b>$1</b> {0, plural, other {}}";
    expect(formatMessage('en', '{name}: {name}', { name: hostile })).toBe(`${hostile}: ${hostile}`);
    expect(formatMessage('en', '{name}', { name: '' })).toBe('');
    expect(formatMessage('en', '{constructor} {__proto__}', JSON.parse('{"constructor":"a","__proto__":"b"}'))).toBe(
      'a b',
    );
  });

  it('of words and names alone asks the browser for no format of its language', () => {
    const made = vi.spyOn(Intl.NumberFormat, 'supportedLocalesOf');
    onTestFinished(() => made.mockRestore());
    expect(formatMessage('en', 'Look closer, {account}', { account: 'ada' })).toBe('Look closer, ada');
    expect(formatMessage('en', 'Nothing found so far')).toBe('Nothing found so far');
    expect(made).not.toHaveBeenCalled();
  });

  it('with a placeholder that nothing was given for is refused, as is a pattern that is none', () => {
    expect(() => formatMessage('en', '{name}', {})).toThrow('name');
    expect(() => formatMessage('en', '{toString}', {})).toThrow('toString');
    expect(() => formatMessage('en', '{count, plural, one {a}}', { count: 1 })).toThrow(SyntaxError);
  });

  it('may hold an apostrophe and markup as text', () => {
    expect(formatMessage('en', "don't <b>{name}</b>", { name: 'ada' })).toBe("don't <b>ada</b>");
  });
});
