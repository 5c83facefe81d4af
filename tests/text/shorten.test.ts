// Words are cut where a reader sees a sign end, and no text makes them long.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shorten } from '../../lib/text/shorten.ts';

const signsOf = (words: string) => [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(words)].length;

test.each([
  ['what fits stays', 'Ada Lovelace', 12, 'Ada Lovelace'],
  ['what does not ends in one sign for the rest', 'Ada Lovelace', 11, 'Ada Lovela…'],
  ['a family is one sign', '👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 3, '👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦'],
  ['and is not cut in two', '👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 2, '👩‍👩‍👧‍👦…'],
  ['nor is a flag', '🇨🇴🇪🇸🇵🇱', 2, '🇨🇴…'],
  ['nor a letter from its accent', 'e\u0301e\u0301e\u0301', 2, 'e\u0301…'],
  ['nor a letter from its vowel', 'कीकीकी', 2, 'की…'],
])('%s', (_, words, most, cut) => {
  expect(shorten(words, most)).toBe(cut);
});

test('one letter with very many accents is not a long text', () => {
  const zalgo = `a${'\u0301'.repeat(100_000)}`;
  for (const words of [zalgo, `Ada ${zalgo}`, zalgo.repeat(3)]) expect(shorten(words, 40).length).toBeLessThan(1_400);
});

test('of any text there are no more signs than asked for, the beginning as it was, and no half of a pair', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 2, max: 40 }), (words, most) => {
      const cut = shorten(words, most);
      expect(signsOf(cut)).toBeLessThanOrEqual(most);
      expect(cut.isWellFormed()).toBe(words.isWellFormed());
      if (cut !== words) expect([cut.endsWith('…'), words.startsWith(cut.slice(0, -1))]).toEqual([true, true]);
      else expect(signsOf(words)).toBeLessThanOrEqual(most);
    }),
  );
});
