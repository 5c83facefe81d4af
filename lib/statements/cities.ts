// In which country a town lies, by any of its names.
import { cityNames } from './city-names.ts';
import { foldLetters } from './spelling.ts';

/** A name of more words is none that is listed. */
const MAX_WORDS = 4;
const MAX_LENGTH = 80;

/** The first words of all names, by which most sentences are told to name no town. */
let firstWords: ReadonlySet<string> | undefined;
let byName: ReadonlyMap<string, ReadonlySet<string>> | undefined;

function table(): ReadonlyMap<string, ReadonlySet<string>> {
  if (byName) return byName;
  const all = new Map<string, Set<string>>();
  for (const [country, towns] of Object.entries(cityNames)) {
    for (const name of towns.split(/[,=]/)) {
      const key = keyOf(name);
      all.set(key, (all.get(key) ?? new Set()).add(country));
    }
  }
  byName = all;
  return all;
}

function keyOf(name: string): string {
  return (foldLetters(name.slice(0, MAX_LENGTH)).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

/**
 * The countries (ISO 3166-1 alpha-2) of the town that a text begins with; empty where no town of that name is known.
 * "Isfahan and am available" is Isfahan.
 */
export function countriesOfCity(text: string): ReadonlySet<string> {
  const words = keyOf(text).split(' ');
  for (let length = Math.min(MAX_WORDS, words.length); length > 0; length--) {
    const found = table().get(words.slice(0, length).join(' '));
    if (found) return found;
  }
  return new Set();
}

/** True when a folded text may name a town that is known. */
export function namesACity(folded: string): boolean {
  firstWords ??= new Set([...table().keys()].map((name) => name.split(' ')[0] as string));
  return (folded.match(/[\p{L}\p{N}]+/gu) ?? []).some((word) => firstWords?.has(word));
}
