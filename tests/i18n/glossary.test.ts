// One voice in Spanish: one form of address, one word for one thing. The glossary says which; every string is held to it.
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import glossary from './glossary-es.json' with { type: 'json' };

const files = globSync([
  'assets/locales/es.json',
  'assets/locales/*/es.json',
  'lib/red-flags/*/es.json',
  'assets/manifest/es.*',
  'assets/team/**/es.json',
  'docs/store/listing-es.md',
]);

/** What a file says to somebody, by its place: of a catalogue every sentence, of a text every line. */
function saidIn(file: string): [string, string][] {
  const text = readFileSync(file, 'utf8');
  if (file.endsWith('.json')) return sentences(JSON.parse(text), file);
  return text.split('\n').map((line, i) => [`${file}:${i + 1}`, line]);
}

/** Every sentence of a catalogue, by its path. */
function sentences(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => sentences(one, `${path} ${key}`));
}

/** Whole words only: `oferta` and not `ofertado`. */
const wholeWords = (words: string) => new RegExp(`(?<![\\p{L}{])(?:${words})(?![\\p{L}}])`, 'iu');

describe('Spanish', () => {
  it('has files to hold to it', () => {
    expect(files.length).toBeGreaterThan(4);
  });

  it.each(Object.entries(glossary.never))('never says %s', (words, instead) => {
    const found = files.flatMap(saidIn).filter(([, sentence]) => wholeWords(words).test(sentence));
    expect(found, `instead: ${instead}`).toEqual([]);
  });
});
