// Rewrites what a page's program left in it as JSON: its shape, its keys and what is one of a fixed set stay;
// texts, names, addresses and ids become the same invented ones as in the page.
import type { Addresses } from './addresses.ts';
import type { Invention } from './invent.ts';
import { fold, type People } from './people.ts';
import type { Rewording } from './rewording.ts';

type Json = Record<string, unknown>;

/** Keys whose text is one of a fixed set that a program knows. */
const fixed =
  /^(?:@?type|@context|status|kind|role|(?:country|currency|language|locale)_?code|currency|locale|lang|language|addresscountry|country|format|time_?zone)$/i;
const word = /^[\w:/.@+-]{1,40}$/;
/** Keys that hold a moment as a number, an id, or where somebody is. */
const moment = /(?:time|date|at|on|created|updated|joined|since|year)$/i;
const id = /(?:^|_)(?:id|uid)$|Id$|ID$|Uid$|uuid|phone|zip|postal/i;
const amount =
  /amount|price|budget|rate|earn|cost|fee|salary|min|max|total|count|avg|average|value|worth|cents|days|score/i;
const placed = /^(?:lat|lng|lon|latitude|longitude)$/i;
const secret = /csrf|xsrf|token|nonce|secret|passw|cookie|session|signature|api_?key/i;

export class StateScripts {
  readonly #rewording: Rewording;
  readonly #addresses: Addresses;
  readonly #invention: Invention;
  readonly #people: People;

  constructor(rewording: Rewording, addresses: Addresses, invention: Invention, people: People) {
    this.#rewording = rewording;
    this.#addresses = addresses;
    this.#invention = invention;
    this.#people = people;
  }

  /** The rewritten text of a state script; undefined where it is no JSON. */
  rewrite(text: string): string | undefined {
    const parsed = parse(text);
    if (!parsed) return undefined;
    const { value, isOld } = parsed;
    const rewritten = JSON.stringify(isFlat(value) ? this.#flat(value) : this.json(value, ''));
    return isOld ? withOldEscapes(rewritten) : rewritten.replaceAll('<', '\\u003c');
  }

  /** Any value, with the key it stands under. */
  json(value: unknown, key: string): unknown {
    if (Array.isArray(value)) return value.map((one) => this.json(one, key));
    if (typeof value === 'string') return this.#text(value, key);
    if (typeof value === 'number') return this.#number(value, key);
    return isObject(value) ? this.#object(value, (one, name) => this.json(one, name)) : value;
  }

  /**
   * Nuxt writes state as one flat list, in which the numbers inside lists and objects are places in that list
   * and only what stands in the list itself is said.
   */
  #flat(list: readonly unknown[]): unknown[] {
    const keys = new Map<number, string>();
    for (const [at, one] of list.entries()) {
      const under = Array.isArray(one)
        ? one.map((place) => [keys.get(at) ?? '', place])
        : Object.entries(isObject(one) ? one : {});
      for (const [key, place] of under) if (typeof place === 'number' && !keys.has(place)) keys.set(place, String(key));
    }
    return list.map((one, at) => {
      if (isObject(one))
        return this.#object(one, (place, key) => (typeof place === 'number' ? place : this.json(place, key)));
      if (!Array.isArray(one)) return this.json(one, keys.get(at) ?? '');
      // What an entry is stands first: ["Reactive", 7], ["Date", "2026-…"].
      return one.map((place, n) =>
        typeof place === 'number' || (n === 0 && typeof place === 'string') ? place : this.json(place, ''),
      );
    });
  }

  #object(value: Json, each: (one: unknown, key: string) => unknown): Json {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [this.#key(key), each(one, key)]));
  }

  /** Lists by id and by name have those as keys. */
  #key(key: string): string {
    const isNamed = this.#people.names.has(fold(key)) && !fixed.test(key) && !/^(?:name|user|username|id)$/i.test(key);
    return isNamed ||
      (/\d{5}|^\d+$/.test(key) && (key.length > 4 || this.#people.ids.has(key))) ||
      (/[/@\s]/.test(key) && !key.startsWith('@'))
      ? this.#rewording.plain(key)
      : key;
  }

  #text(text: string, key: string): string {
    if (secret.test(key)) return '';
    if (isFixed(text, key) && !this.#people.names.has(fold(text))) return text;
    if (placed.test(key)) return this.#rewording.plain(text);
    if (/^(?:https?:)?\/\/\S+$|^\/\S*$|^(?:mailto|tel|data):/.test(text)) return this.#addresses.invent(text);
    // A path without its beginning: "php/garden-club-site".
    if (/^[\w%~.-]+(?:\/[\w%~.-]+)+\/?$/.test(text)) return this.#addresses.invent(`/${text}`).slice(1);
    return this.#rewording.text(text);
  }

  #number(value: number, key: string): number {
    const written = String(Math.abs(value));
    if (placed.test(key)) return Number(String(value).replace(/\d+/g, (digits) => this.#invention.number(digits)));
    if (!/^\d+$/.test(written)) return value;
    const isKnown = this.#people.ids.has(written);
    const isId = id.test(key) ? written.length >= 4 : written.length >= 7 && !amount.test(key) && !isMoment(value, key);
    return isKnown || isId ? Math.sign(value) * Number(this.#invention.number(written)) : value;
  }
}

/** A text of a fixed set by its key: "active", "EUR", "Europe/Zagreb". */
export function isFixed(text: string, key: string): boolean {
  return (fixed.test(key) && word.test(text) && !/\d{5}/.test(text)) || (key === 'code' && /^[a-z]{2,3}$/i.test(text));
}

/** Seconds or milliseconds of this age under a key that says so. */
function isMoment(value: number, key: string): boolean {
  return moment.test(key) && ((value > 5e8 && value < 5e9) || (value > 5e11 && value < 5e12));
}

/** A list whose first entry refers to the others. */
export function isFlat(value: unknown): value is unknown[] {
  if (!Array.isArray(value) || value.length < 2) return false;
  const [first] = value;
  const places = Array.isArray(first) ? first.slice(1) : isObject(first) ? Object.values(first) : [];
  return (
    places.length > 0 &&
    places.every((place) => Number.isInteger(place) && Number(place) < value.length) &&
    (isObject(first) || typeof first[0] === 'string')
  );
}

function parse(text: string): { value: unknown; isOld: boolean } | undefined {
  for (const isOld of [false, true]) {
    try {
      const value: unknown = JSON.parse(isOld ? withoutOldEscapes(text) : text);
      if (typeof value === 'object' && value !== null) return { value, isOld };
    } catch {
      // Angular wrote state with its own escapes until 2023: those are tried next.
    }
  }
  return undefined;
}

const signs = { q: '"', a: '&', s: "'", l: '<', g: '>' } as const;
const withoutOldEscapes = (text: string) => text.replace(/&([qaslg]);/g, (_, sign: keyof typeof signs) => signs[sign]);
const withOldEscapes = (text: string) =>
  text.replace(/["&'<>]/g, (char) => `&${Object.entries(signs).find(([, sign]) => sign === char)?.[0]};`);

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
