import { expect, it } from 'vitest';
import { languagesIn } from '../../lib/statements/languages.ts';

it('names languages without how well they are spoken', () => {
  const lines = ['English: Fluent', 'Portuguese - Native/Bilingual', 'Español (Nativo)', 'Deutsch – Muttersprache'];
  expect(languagesIn(lines)).toEqual(['English', 'Portuguese', 'Español', 'Deutsch']);
  expect(languagesIn(['Русский - Родной', '日本語：ネイティブ', '中文 (母语)', 'العربية: اللغة الأم'])).toEqual([
    'Русский',
    '日本語',
    '中文',
    'العربية',
  ]);
});

it('takes no level for a language', () => {
  expect(languagesIn(['English -', 'Fluent', 'Romanian', 'Native or Bilingual', 'Conversational', 'C1'])).toEqual([
    'English',
    'Romanian',
  ]);
  expect(languagesIn(['Full professional proficiency', 'Muttersprache', 'Intermedio', 'Ana dili'])).toEqual([]);
});

it('keeps whose kind of a language it is, and names with a hyphen', () => {
  expect(languagesIn(['Portuguese (Brazil)', 'Spanish (Latin America) - Fluent', 'Serbo-Croatian'])).toEqual([
    'Portuguese (Brazil)',
    'Spanish (Latin America)',
    'Serbo-Croatian',
  ]);
});
