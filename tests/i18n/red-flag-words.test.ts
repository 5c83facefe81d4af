// Everything that a red flag says exists in Spanish, with the same places for values, and judges nobody.
import { afterEach, describe, expect, it } from 'vitest';
import spanish from '../../assets/locales/red-flags/es.json' with { type: 'json' };
import { setLanguage } from '../../lib/i18n/language.ts';
import { said, wordsOf } from '../../lib/i18n/red-flag-words.ts';
import { redFlags } from '../../lib/red-flags/registry.ts';
import { verdicts } from './verdicts.ts';

afterEach(() => setLanguage('en'));

describe('the words of red flags', () => {
  const known: Record<string, (typeof spanish)['reused-template'] | undefined> = spanish;

  it('exist in Spanish for every red flag, and for no other', () => {
    expect(Object.keys(spanish).sort()).toEqual(redFlags.map(({ id }) => id).sort());
  });

  it.each(redFlags.map((flag) => [flag.id, flag] as const))('say all of it for %s', (id, flag) => {
    setLanguage('es');
    const words = wordsOf(flag);
    expect(words.title).not.toBe(flag.title);
    for (const part of ['innocent', 'limits', 'clearedBy'] as const) {
      expect(words[part].length, part).toBe(flag[part].length);
    }
    expect(words.ask).toMatch(/\?$/);
    for (const text of JSON.stringify(known[id]).split('"')) expect(text).not.toMatch(verdicts);
  });

  it('have a sentence in Spanish with the same places for every English one', () => {
    const places = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
    for (const { says } of Object.values(spanish)) {
      for (const [english, other] of says) expect(places(other ?? ''), english).toEqual(places(english ?? ''));
    }
  });
});

describe('a sentence of a red flag', () => {
  it.each([
    [
      'reused-template',
      'This bid and bids from 12 other accounts on 1 project are built from one text.',
      'Esta propuesta y las de otras 12 cuentas en 1 proyecto están hechas con un mismo texto.',
    ],
    [
      'mass-bidding',
      'This account has 12,340 decided bids and won none; of 100 ordinary bidders with as many bids, fewer than 1 would look like this.',
      'Esta cuenta tiene 12.340 propuestas decididas y no ganó ninguna; de 100 cuentas corrientes con igual número de propuestas, menos de 1 se verían así.',
    ],
    [
      'rating-ring',
      '3 clients gave high ratings to the same 4 developers within 1 day; 5 of the 9 ratings this account has are among them.',
      '3 clientes dieron valoraciones altas a los mismos 4 desarrolladores en 1 día; 5 de las 9 valoraciones que tiene esta cuenta están entre ellas.',
    ],
  ])('of %s is said in Spanish', (flag, english, other) => {
    expect(said(flag, english)).toBe(english);
    setLanguage('es');
    expect(said(flag, english)).toBe(other);
  });

  it('that nobody knows stays as it is, and what was scraped is never taken for a pattern', () => {
    setLanguage('es');
    expect(said('reused-template', 'Something new.')).toBe('Something new.');
    expect(said('no-such-flag', 'Something new.')).toBe('Something new.');
    expect(said('rating-ring', '{inside} $1')).toBe('{inside} $1');
    const long = '1 inside, '.repeat(100_000);
    const start = performance.now();
    expect(said('rating-ring', long)).toBe(long);
    expect(said('rating-ring', '1 within '.repeat(110))).toContain('within');
    expect(performance.now() - start).toBeLessThan(200);
  });
});
