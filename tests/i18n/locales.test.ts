// Everything a user reads exists in every language, with the same places for values, and judges nobody.
import { readdirSync } from 'node:fs';
import { type ParsedMessage, parseMessagesFile } from '@wxt-dev/i18n/build';
import { afterEach, describe, expect, it } from 'vitest';
import spanish from '../../assets/locales/red-flags/es.json' with { type: 'json' };
import { firstSpoken, languages, setLanguage, t } from '../../lib/i18n/language.ts';
import { said, wordsOf } from '../../lib/i18n/red-flag-words.ts';
import { redFlags } from '../../lib/red-flags/registry.ts';

/** Words that nobody may read about a person, in any language. */
const verdicts =
  /\b(fraud\w*|fake\w*|scam\w*|crimin\w*|north korea\w*|dprk|liar|cheat\w*|guilty|impost\w*|estafa\w*|fals[oa]s?|timo|timador\w*|delincuen\w*|norcorean\w*|corea del norte|mentir\w*|culpable\w*|tramp\w*)\b/i;

afterEach(() => setLanguage('en'));

const file = (language: string) => parseMessagesFile(`assets/locales/${language}.json`);
const keyed = (messages: ParsedMessage[]) => new Map(messages.map((message) => [message.key.join('.'), message]));
const textsOf = (message: ParsedMessage | undefined): string[] =>
  message === undefined ? [] : message.type === 'plural' ? Object.values(message.plurals) : [message.message];
const placesIn = (text: string) => [...new Set(text.match(/\$[1-9]/g) ?? [])].sort();

describe('the locale files', () => {
  it('are those of the languages that Hireflag speaks', () => {
    const files = readdirSync('assets/locales').filter((name) => name.endsWith('.json'));
    expect(files.sort()).toEqual(languages.map((language) => `${language}.json`).sort());
  });

  it.each(languages.filter((language) => language !== 'en'))('say in %s what they say in English', async (language) => {
    const english = keyed(await file('en'));
    const other = keyed(await file(language));
    expect([...other.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [key, message] of english) {
      const translated = other.get(key);
      expect(translated?.type, key).toBe(message.type);
      if (message.type === 'plural' && translated?.type === 'plural') {
        expect(Object.keys(translated.plurals), key).toEqual(Object.keys(message.plurals));
      }
      // A plural may leave its number out ("one bid"), so the places are compared form by form only where there is one.
      if (message.type === 'simple') {
        expect(placesIn(textsOf(translated)[0] ?? ''), key).toEqual(placesIn(message.message));
      }
      for (const text of textsOf(translated)) expect(text.trim(), key).not.toBe('');
    }
  });

  it.each(languages)('judge nobody in %s', async (language) => {
    for (const message of await file(language)) {
      for (const text of textsOf(message)) expect(text, message.key.join('.')).not.toMatch(verdicts);
    }
  });
});

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

describe('a message', () => {
  it('takes the plural of its first value and writes numbers as the language does', () => {
    expect(t('count.bid', 1)).toBe('1 bid');
    expect(t('count.bid', 20_000)).toBe('20,000 bids');
    setLanguage('es');
    expect(t('count.bid', 1)).toBe('1 propuesta');
    expect(t('count.bid', 20_000)).toBe('20.000 propuestas');
  });
  it('never takes what a value holds for a place', () => {
    expect(t('badge.labelWithReason', 'Look closer', '$3', 'why $1')).toBe('Look closer $3: why $1. Open details.');
  });
  it('is in the first language of the user’s that there is', () => {
    expect(firstSpoken(['fr-CA', 'es-MX', 'en'])).toBe('es');
    expect(firstSpoken(['pt-BR'])).toBe('en');
    expect(firstSpoken([])).toBe('en');
  });
});
