// Every message of the views exists in every language with the same placeholders, is used, and judges nobody.
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { afterEach, describe, expect, it } from 'vitest';
import { placeholdersOf, pluralsIn } from '../../lib/i18n/format.ts';
import { directionOf, firstSpoken, languages, listed, nameOf, setLanguage, t } from '../../lib/i18n/language.ts';
import { patternsIn } from '../../scripts/lib/message-types.ts';
import { verdicts } from './verdicts.ts';

afterEach(() => setLanguage('en'));

const catalogue = (language: string) =>
  new Map(patternsIn(JSON.parse(readFileSync(`assets/locales/${language}.json`, 'utf8'))));
const english = catalogue('en');
const others = languages.filter((language) => language !== 'en');

describe('the catalogues', () => {
  it('are those of the languages that Hireflag speaks, and each has the few words that the browser shows', async () => {
    for (const folder of ['assets/locales', 'assets/manifest']) {
      const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
      expect(files.sort(), folder).toEqual(languages.map((language) => `${language}.json`).sort());
    }
    for (const language of languages) {
      const messages = await parseMessagesFile(`assets/manifest/${language}.json`);
      const keys = messages.map(({ key }) => key.join('.')).filter((key) => !key.startsWith('@@'));
      expect(keys).toEqual(['extension.name', 'extension.description', 'extension.action']);
    }
  });

  it.each(others)('say in %s what they say in English', (language) => {
    const other = catalogue(language);
    expect([...other.keys()]).toEqual([...english.keys()]);
    const placeholders = (pattern: string) =>
      [...placeholdersOf(pattern)].map(([name, kind]) => `${name}: ${kind}`).sort();
    for (const [key, pattern] of english) {
      expect(placeholders(other.get(key) ?? ''), key).toEqual(placeholders(pattern));
    }
  });

  it.each(languages)('are whole sentences with plurals of the language in %s, and judge nobody', (language) => {
    const known = [...new Intl.PluralRules(language).resolvedOptions().pluralCategories, '=0', '=1'];
    for (const [key, pattern] of catalogue(language)) {
      expect(pattern.trim(), key).toBe(pattern);
      expect(pattern, key).not.toBe('');
      expect(pattern, key).not.toMatch(verdicts);
      expect(known, key).toEqual(expect.arrayContaining(pluralsIn(pattern)));
    }
  });

  it('address the reader in Spanish in one way', () => {
    const familiar = /(?<!\p{L})(tú|tus?|tuy[oa]s?|dijiste|has|hayas|elijas|abres|haz|hazlo)(?!\p{L})/iu;
    for (const [key, pattern] of catalogue('es')) expect(pattern, key).not.toMatch(familiar);
  });

  it('have no message that nothing shows', () => {
    const source = globSync('{components,entrypoints,lib,scripts}/**/*.{ts,tsx}')
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const literal = new Set([...source.matchAll(/['"`]([a-zA-Z0-9]+(?:\.[a-zA-Z0-9]+)+)['"`]/g)].map(([, key]) => key));
    const composed = [...source.matchAll(/\bt\(`([^`]+)`/g)].map(([, template = '']) => {
      const parts = template.split(/\$\{[^}]+\}/).map((part) => part.replaceAll('.', '\\.'));
      return new RegExp(`^${parts.join('[^.]+')}$`);
    });
    const unused = [...english.keys()].filter((key) => !literal.has(key) && !composed.some((form) => form.test(key)));
    expect(unused).toEqual([]);
  });
});

describe('a message', () => {
  it('takes the plural and writes numbers as the language does', () => {
    expect(t('count.bid', { count: 1 })).toBe('1 bid');
    expect(t('count.bid', { count: 20_000 })).toBe('20,000 bids');
    setLanguage('es');
    expect(t('count.bid', { count: 1 })).toBe('1 propuesta');
    expect(t('count.bid', { count: 20_000 })).toBe('20.000 propuestas');
  });

  it('never takes what a value holds for a placeholder', () => {
    const values = { level: 'Look closer', reason: '{account}', account: 'why {level}' };
    expect(t('badge.labelWithReason', values)).toBe('Hireflag on why {level}: Look closer, {account}. Open details.');
  });

  it('lists things as its language does', () => {
    expect(listed(['3 bids', '2 reviews'])).toBe('3 bids, 2 reviews');
    setLanguage('es');
    expect(listed(['3 propuestas', '2 reseñas'])).toBe('3 propuestas y 2 reseñas');
  });
});

describe('a language', () => {
  it('is the first of the user’s that there is', () => {
    expect(firstSpoken(['fr-CA', 'es-MX', 'en'])).toBe('es');
    expect(firstSpoken(['pt-BR'])).toBe('en');
    expect(firstSpoken([])).toBe('en');
  });

  it('is called as those who speak it call it', () => {
    expect(languages.map(nameOf)).toEqual(['English', 'Español']);
  });
});

describe('a language', () => {
  it.each([
    ['en', 'ltr'],
    ['es', 'ltr'],
    ['qps', 'ltr'],
    ['ar', 'rtl'],
    ['fa-IR', 'rtl'],
    ['he', 'rtl'],
    ['ur', 'rtl'],
  ])('%s is written %s', (tag, direction) => {
    expect(directionOf(tag)).toBe(direction);
  });
});

describe('Hireflag’s own pages', () => {
  it.each(
    readdirSync('entrypoints', { recursive: true, encoding: 'utf8' }).filter((file) =>
      /^[a-z]+\/index\.html$/.test(file),
    ),
  )('say in which language they are: %s', (file) => {
    const folder = join('entrypoints', dirname(file));
    const scripts = readdirSync(folder).filter((name) => /^main\.tsx?$/.test(name));
    const text = scripts.map((name) => readFileSync(join(folder, name), 'utf8')).join('');
    const mount = text.includes('mountSettings') ? readFileSync('components/settings/mount.ts', 'utf8') : '';
    expect(text + mount).toContain('setPageLanguage()');
  });
});
