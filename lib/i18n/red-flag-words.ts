// What a red flag says of itself and of what it found, in the language the user chose. English stands in
// the red flag's own file; other languages stand in a locale file, by the flag's id. A sentence that a
// flag made is put into another language by its pattern, so that a finding stored years ago can be, too.
import spanish from '../../assets/locales/red-flags/es.json' with { type: 'json' };
import type { RedFlag } from '../red-flags/red-flag.ts';
import { type Language, language, written } from './language.ts';

/** The words by which a red flag explains itself. */
export type RedFlagWords = Pick<RedFlag, 'title' | 'looksFor' | 'innocent' | 'limits' | 'clearedBy' | 'ask'>;

/** A flag's words in another language, and its sentences as pairs of English pattern and translation. */
interface Translation extends RedFlagWords {
  says: readonly (readonly string[])[];
}

const translations: Partial<Record<Language, Record<string, Translation>>> = { es: spanish };

/** Sentences longer than this are none that a flag makes. */
const LONGEST = 1_000;
/** A sentence may hold a sentence: so deep. */
const DEEPEST = 3;

/** A red flag's words in the current language; English where it has no others. */
export function wordsOf(flag: RedFlag): RedFlagWords {
  return translations[language()]?.[flag.id] ?? flag;
}

/**
 * Something a red flag said, in the current language; as it is where no pattern fits.
 *
 * @param flag the flag's id
 * @param english `says` of a finding, or a label or value of its evidence
 */
export function said(flag: string, english: string): string {
  return translate(english, patternsOf(language(), flag), DEEPEST);
}

interface Pattern {
  english: RegExp;
  /** Names of the places, in the order of the groups. */
  places: string[];
  other: string;
}

const compiled = new Map<string, Pattern[]>();

function patternsOf(to: Language, flag: string): Pattern[] {
  const key = `${to} ${flag}`;
  let patterns = compiled.get(key);
  if (!patterns) {
    const own = translations[to]?.[flag]?.says ?? [];
    patterns = own.map(([english, other]) => compile(english ?? '', other ?? ''));
    compiled.set(key, patterns);
  }
  return patterns;
}

/** `{text…}` stands for any words, every other place for a number or a day (`2026-03-01`). */
function compile(english: string, other: string): Pattern {
  const places: string[] = [];
  const source = english.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{(\w+)\}/g, (_, place: string) => {
    places.push(place);
    return place.startsWith('text') ? '(.{1,400}?)' : '([0-9][0-9.,-]*)';
  });
  return { english: new RegExp(`^${source}$`), places, other };
}

function translate(english: string, patterns: readonly Pattern[], deep: number): string {
  if (english.length > LONGEST || deep === 0) return english;
  for (const pattern of patterns) {
    const found = pattern.english.exec(english);
    if (!found) continue;
    return pattern.other.replace(/\{(\w+)\}/g, (_, place: string) => {
      const value = found[pattern.places.indexOf(place) + 1] ?? '';
      return place.startsWith('text') ? translate(value, patterns, deep - 1) : numberOf(value);
    });
  }
  return numberOf(english);
}

/** A number that English grouped by commas, as the current language groups it; anything else as it is. */
function numberOf(value: string): string {
  return /^\d{1,3}(,\d{3})*(\.\d{1,2})?$/.test(value) ? written(Number(value.replaceAll(',', ''))) : value;
}
