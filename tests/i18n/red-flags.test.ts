// The words of every red flag exist in every language: every message with the same places, all of them valid ICU
// MessageFormat, and none that judges anybody.
import { describe, expect, it } from 'vitest';
import { flagCatalogue, sharedCatalogue } from '../../lib/i18n/flag-catalogues.ts';
import { placeholdersOf, pluralsIn } from '../../lib/i18n/format.ts';
import { languages } from '../../lib/i18n/language.ts';
import { wordsOf } from '../../lib/i18n/sentences.ts';
import { sharedMessages } from '../../lib/i18n/shared-sentences.ts';
import type { FlagWords } from '../../lib/red-flags/red-flag.ts';
import { redFlags } from '../../lib/red-flags/registry.ts';
import { verdicts } from './verdicts.ts';

const placesOf = (pattern: string) => [...placeholdersOf(pattern).keys()].sort();
const textsOf = ({ messages, innocent, limits, clearedBy, ...words }: FlagWords): string[] =>
  [Object.values(messages), innocent, limits, clearedBy, Object.values(words) as string[]].flat();

describe.each(redFlags.map((flag) => [flag.id, flag] as const))('the words of %s', (_, flag) => {
  const en = flag.words;

  it.each(languages)('are all there in %s', (language) => {
    expect(flagCatalogue(flag.id, language), `${flag.id}/${language}.json`).toBeDefined();
    const words = wordsOf(flag, language);
    expect(Object.keys(words).sort()).toEqual(Object.keys(en).sort());
    for (const list of ['innocent', 'limits', 'clearedBy'] as const) {
      expect(words[list].length, list).toBe(en[list].length);
    }
    expect(words.ask).toMatch(/\?$/);
    const categories = [...new Intl.PluralRules(language).resolvedOptions().pluralCategories, '=0'];
    expect(Object.keys(words.messages)).toEqual(Object.keys(en.messages));
    for (const [id, message] of Object.entries(en.messages)) {
      expect(categories, id).toEqual(expect.arrayContaining(pluralsIn(words.messages[id] ?? '')));
      expect(placesOf(words.messages[id] ?? ''), id).toEqual(placesOf(message));
    }
    if (language !== 'en') expect(words.title).not.toBe(en.title);
  });

  it.each(languages)('judge nobody in %s', (language) => {
    for (const text of textsOf(wordsOf(flag, language))) {
      expect(text.trim()).not.toBe('');
      expect(text).not.toMatch(verdicts);
    }
  });
});

describe('the messages that all red flags share', () => {
  it.each(languages)('are all there in %s', (language) => {
    expect(sharedCatalogue(language), `${language}.json`).toBeDefined();
    expect(Object.keys(sharedMessages(language))).toEqual(Object.keys(sharedMessages('en')));
    for (const [id, message] of Object.entries(sharedMessages('en'))) {
      const other: Readonly<Record<string, string>> = sharedMessages(language);
      expect(placesOf(other[id] ?? ''), id).toEqual(placesOf(message));
    }
  });

  it('are no red flag’s own', () => {
    for (const { words } of redFlags) {
      for (const id of Object.keys(sharedMessages('en'))) expect(words.messages).not.toHaveProperty(id);
    }
  });
});
