// In which country a town lies, by any of its names.
import { cityNames } from './city-names.ts';
import { parseCountry, withoutTimeOfDay } from './places.ts';
import { foldLetters } from './spelling.ts';

/** A name of more words is none that is listed. */
const MAX_WORDS = 4;
const MAX_LENGTH = 80;

/** The first words of all names, by which most sentences are told to name no town, and how many words they have at most. */
let startOfName: Map<string, number> | undefined;
let byName: ReadonlyMap<string, ReadonlySet<string>> | undefined;

function table(): ReadonlyMap<string, ReadonlySet<string>> {
  if (byName) return byName;
  const all = new Map<string, Set<string>>();
  for (const [country, towns] of Object.entries(cityNames)) {
    for (const name of foldLetters(towns).split(/, |[,=]/)) {
      const key = PLAIN.test(name) ? name : keyOf(name);
      all.set(key, (all.get(key) ?? new Set()).add(country));
    }
  }
  byName = all;
  return all;
}

/** Words of plain letters with one space between. */
const PLAIN = /^[a-z]+(?: [a-z]+)*$/;

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

/** True when a folded text names a town that is known. */
export function namesACity(folded: string): boolean {
  if (!startOfName) {
    startOfName = new Map();
    for (const name of table().keys()) {
      const words = name.split(' ');
      const first = words[0] as string;
      startOfName.set(first, Math.max(words.length, startOfName.get(first) ?? 0));
    }
  }
  const words = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  for (let i = 0; i < words.length; i++) {
    const most = startOfName.get(words[i] as string) ?? 0;
    for (let length = 1; length <= most; length++) {
      if (table().has(words.slice(i, i + length).join(' '))) return true;
    }
  }
  return false;
}

/** Parts of a line that name more than a town. */
const wider = /\b(?:area|region|province|county|district|greater|metropolitan|state|oblast)\b|\d|\p{Sc}/iu;

/**
 * The town of "Town, State, Country" or "Town, Country". Of two parts the first may as well be a state, so that it counts
 * only where a town of that name is known in that country; of three it is the town, unless it says that it is more.
 */
export function parseCity(line: string): string | undefined {
  const parts = withoutTimeOfDay(line.slice(0, MAX_LENGTH * 2))
    .split(',')
    .map((part) => part.trim());
  const [town = '', second] = parts;
  if (parts.length < 2 || parts.length > 3 || town === '' || town.length > MAX_LENGTH || wider.test(town))
    return undefined;
  const country = parseCountry(parts.at(-1) ?? '');
  if (country === undefined || second === '') return undefined;
  if (parts.length === 3) return /^\p{L}[\p{L}\p{M} .'’-]*$/u.test(town) ? town : undefined;
  return countriesOfCity(town).has(country) ? town : undefined;
}
