// The words of every view, in the language the user chose. Views are drawn in the background worker, in
// Hireflag's own pages and in tests, and the browser's own translation function exists in only two of
// them and knows no choice of language, so the locale files are read directly here. Their form is that of
// @wxt-dev/i18n, which also makes the manifest's words from them.
import en from '../../assets/locales/en.json' with { type: 'json' };
import es from '../../assets/locales/es.json' with { type: 'json' };

export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];

/** A dotted path to a message: `popup.title`. */
export type MessageKey = KeysOf<typeof en>;
type KeysOf<T, Before extends string = ''> = {
  [K in keyof T & string]: T[K] extends string | { n: string } ? `${Before}${K}` : KeysOf<T[K], `${Before}${K}.`>;
}[keyof T & string];

const messages: Record<Language, object> = { en, es };

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

/**
 * A message in the current language.
 *
 * @param values what `$1`, `$2` … stand for; numbers are written as the language does, and the first
 *   value chooses between the singular and the plural where a message has both
 */
export function t(key: MessageKey, ...values: (string | number)[]): string {
  const message = lookUp(messages[current], key);
  const text = typeof message === 'string' ? message : Number(values[0]) === 1 ? message['1'] : message.n;
  // One pass: what a value holds is never itself taken for a place.
  return text.replace(/\$([1-9])/g, (_, place: string) => written(values[Number(place) - 1] ?? ''));
}

/** A number as the current language writes it: `20,000`, `20.000`. */
export function written(value: string | number): string {
  return typeof value === 'number' ? value.toLocaleString(current) : value;
}

function lookUp(from: object, key: MessageKey): string | { 1: string; n: string } {
  let found: unknown = from;
  for (const step of key.split('.')) found = (found as Record<string, unknown>)[step];
  return found as string | { 1: string; n: string };
}
