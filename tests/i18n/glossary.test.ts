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
]);

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
    const found = files
      .filter((file) => file.endsWith('.json'))
      .flatMap((file) => sentences(JSON.parse(readFileSync(file, 'utf8')), file))
      .filter(([, sentence]) => wholeWords(words).test(sentence));
    expect(found, `instead: ${instead}`).toEqual([]);
  });
});
