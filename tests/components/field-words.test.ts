import { afterEach, describe, expect, it } from 'vitest';
import { fieldWords, profileFieldWords } from '../../components/field-words.ts';
import { setLanguage } from '../../lib/i18n/language.ts';
import { catalogue } from '../../lib/model/fields.ts';
import { sites } from '../../lib/sites/registry.ts';

afterEach(() => setLanguage('en'));

describe('a field', () => {
  it('is called by its label and by what it is of, in the language of the views', () => {
    expect(fieldWords('bid.submittedAt')).toBe('Sent (bids)');
    expect(fieldWords('profile.memberSince')).toBe('Member since (profiles)');
    expect(fieldWords('profile.country')).toBe('Location (profiles)');
    expect(fieldWords('profile.reviewCount')).toBe('Number of reviews (profiles)');
    expect(fieldWords('bids')).toBe('bids');
    expect(profileFieldWords('stats')).toBe('Figures and ratings');
    setLanguage('es');
    expect(fieldWords('bid.text')).toBe('Texto (propuestas)');
    expect(profileFieldWords('avatar')).toBe('Imagen');
  });

  it('has words wherever a site expects it', () => {
    const expected = new Set(sites.flatMap(({ expects }) => Object.values(expects).flat()));
    expect(expected.size).toBeGreaterThan(5);
    for (const field of expected) expect(fieldWords(field), field).toMatch(/ \(\w+\)$/);
    for (const field of Object.keys(catalogue.profile)) expect(profileFieldWords(field), field).not.toBe(field);
  });

  it('that nobody knows is called as it is', () => {
    for (const field of ['', 'constructor', 'bid.constructor', '__proto__.x', 'bid', 'page.url.x']) {
      expect(fieldWords(field)).toBe(field);
    }
    expect(profileFieldWords('toString')).toBe('toString');
  });
});
