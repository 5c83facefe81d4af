// Reading what a page says of itself as JSON-LD (schema.org): a person, a job. Nothing of its shape is
// trusted: whatever is not of the expected type counts as not there.

import { queryAll } from './dom.ts';
import { isObject, type Json, parseJson } from './json.ts';
import { textIn } from './walk.ts';

/** Most JSON-LD scripts looked at, and most things looked at in them; pages have a handful. */
const MAX_SCRIPTS = 20;
const MAX_THINGS = 500;
/** Longest JSON-LD script that is parsed, in UTF-16 code units. */
const MAX_SCRIPT = 2_000_000;

/** The things of one schema.org type that a page describes at the top of its JSON-LD scripts, in lists, `@graph` and `mainEntity`. */
export function thingsOf(document: Document, type: string): Json[] {
  return allThings(document).filter((thing) => typesOf(thing).includes(type));
}

/**
 * Everything that a page describes at the top of its JSON-LD scripts, in lists, `@graph` and `mainEntity`.
 *
 * @param under of a thing, more keys under which things count as described by the page itself
 */
export function allThings(document: Document, under?: (thing: Json) => readonly string[]): Json[] {
  const scripts = [...queryAll(document, 'script[type="application/ld+json"]')].slice(0, MAX_SCRIPTS);
  return scripts.flatMap((script) => thingsWithin([parseJson(textIn(script), MAX_SCRIPT)], under));
}

/** The things among these, and those under the keys by which things hold others that the page describes. */
export function thingsWithin(of: readonly unknown[], under: (thing: Json) => readonly string[] = () => []): Json[] {
  const found: Json[] = [];
  const waiting = [...of];
  for (let n = 0; n < waiting.length && n < MAX_THINGS; n++) {
    const one = waiting[n];
    if (Array.isArray(one)) waiting.push(...one.slice(0, MAX_THINGS));
    else if (isObject(one)) {
      found.push(one);
      for (const key of ['@graph', 'mainEntity', ...under(one)]) if (one[key] !== undefined) waiting.push(one[key]);
    }
  }
  return found;
}

/** The types a thing says it is of: `Person` also where it says `schema:Person` or `https://schema.org/Person`. */
export function typesOf(thing: Json): string[] {
  return listIn(thing, '@type').flatMap((type) =>
    typeof type === 'string' ? (/^(?:https?:\/\/schema\.org\/|schema:)?(\w{1,60})$/.exec(type)?.[1] ?? []) : [],
  );
}

/** Under a key, one or several: always as a list. */
export function listIn(thing: Json | undefined, key: string): unknown[] {
  const value = thing?.[key];
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.slice(0, MAX_THINGS) : [value];
}

/** The words under a key, as a page shows them; of several the first. */
export function wordsIn(thing: Json | undefined, key: string): string | undefined {
  const words = listIn(thing, key).find((one): one is string => typeof one === 'string' && one.trim() !== '');
  return words === undefined ? undefined : plain(words);
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Text without markup: programs write theirs into JSON-LD with its signs in entities, some of them twice. */
function plain(written: string): string {
  let text = written;
  for (let time = 0; time < 2 && text.includes('&'); time++) {
    text = text.replace(/&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,6})|#x([\da-f]{1,6}));/gi, (all, name, digits, hex) => {
      if (name) return entities[name.toLowerCase()] ?? all;
      const code = Number.parseInt(digits ?? hex, digits ? 10 : 16);
      return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
    });
  }
  return text.replace(/<(?:br ?\/?|\/p|\/li)>/gi, '\n').replace(/<\/?(?:p|b|i|em|strong|ul|ol|li|span|div)>/gi, '');
}

/** The things under a key; words there are things that have a name only. */
export function thingsIn(thing: Json | undefined, key: string): Json[] {
  return listIn(thing, key).flatMap((one) => (typeof one === 'string' ? [{ name: one }] : isObject(one) ? [one] : []));
}
