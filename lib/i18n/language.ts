// The words of every view, in the language the user chose. Views are drawn in the background worker, in
// Hireflag's own pages and in tests, and the browser's own translation function exists in only two of
// them and knows no choice of language, so the catalogues are read directly here.
import { languages, viewCatalogue } from './catalogues.ts';
import { formatMessage, formatNumber, type Values } from './format.ts';

/** The tag of a language that Hireflag speaks: `en`. */
export type Language = string;
export { languages };

/** A dotted path to a message: `popup.title`. Messages and their placeholders are those of the English catalogue. */
export type MessageKey = keyof ViewMessages;

/** What has to be given for the placeholders of a message: nothing where it has none. */
type ValuesOf<K extends MessageKey> = Record<string, never> extends ViewMessages[K] ? [] : [values: ViewMessages[K]];

let current: Language = 'en';

/** The language that views are drawn in now. */
export function language(): Language {
  return current;
}

/** Draws views in this language from now on. It is one for a whole browser profile, as its settings are. */
export function setLanguage(chosen: Language): void {
  current = chosen;
}

/** The first of the languages a user reads that Hireflag speaks, English otherwise; tags as in `navigator.languages`. */
export function firstSpoken(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const spoken = languages.find((one) => tag.toLowerCase().split('-')[0] === one);
    if (spoken) return spoken;
  }
  return 'en';
}

/** Scripts that are written from right to left. */
const RIGHT_TO_LEFT = ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg'];

/** Which way a language is written. */
export function directionOf(tag: Language): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.includes(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr';
}

/** A language as those who speak it call it: `English`, `Español`. */
export function nameOf(tag: Language): string {
  const name = new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}

/**
 * A message in the current language.
 *
 * @param values what its placeholders stand for, by name; numbers are written as the language does
 */
export function t<K extends MessageKey>(key: K, ...[values]: ValuesOf<K>): string {
  return formatMessage(current, patternOf(current, key), values as Values | undefined);
}

/** A number as the current language writes it: `20,000`, `20.000`. */
export function written(value: number): string {
  return formatNumber(current, value);
}

/** Things in a row, as the current language lists them: `3 bids, 2 reviews`, `3 propuestas y 2 reseñas`. */
export function listed(things: readonly string[]): string {
  return new Intl.ListFormat(current, { type: 'unit' }).format(things);
}

function patternOf(tag: Language, key: MessageKey): string {
  let found: unknown = viewCatalogue(tag);
  for (const step of key.split('.')) found = (found as Record<string, unknown>)[step];
  return found as string;
}
