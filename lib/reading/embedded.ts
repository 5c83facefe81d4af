// What a page says of people in its markup itself, as microdata or RDFa, in the form that JSON-LD has. Nothing of its
// shape is trusted; a thing inside another belongs to it.

import { collapseSpaces } from '../model/beginning.ts';
import { MAX_TEXT, MAX_URL } from '../model/limits.ts';
import { queryAll } from './dom.ts';
import type { Json } from './json.ts';
import { attributeOf, closestTo, parentOf, textIn } from './walk.ts';

/** Most things and properties looked at on one page. */
const MAX_THINGS = 500;
const MAX_PROPERTIES = 10_000;

/** How the two vocabularies of markup call the same. */
const markups = [
  { scope: 'itemscope', type: 'itemtype', property: 'itemprop' },
  { scope: 'typeof', type: 'typeof', property: 'property' },
] as const;

/** The things that a page's markup describes and that stand inside no other. */
export function embeddedThings(document: Document): Json[] {
  return markups.flatMap(({ scope, type, property }) => {
    const things = new Map<Element, Json>();
    for (const element of [...queryAll(document, `[${scope}]`)].slice(0, MAX_THINGS)) {
      const types = (attributeOf(element, type) ?? '').split(/\s+/).filter(Boolean);
      const id = attributeOf(element, 'itemid') ?? attributeOf(element, 'resource');
      things.set(element, { '@type': types.map(bare), ...(id && { '@id': absolute(id, document) }) });
    }
    const inside = new Set<Json>();
    for (const element of [...queryAll(document, `[${property}]`)].slice(0, MAX_PROPERTIES)) {
      const around = parentOf(element);
      const owner = around && closestTo(around, `[${scope}]`);
      const thing = owner && things.get(owner);
      if (!thing) continue;
      const own = things.get(element);
      if (own) inside.add(own);
      const value = own ?? saidBy(element);
      if (value === '') continue;
      for (const name of (attributeOf(element, property) ?? '').split(/\s+/).filter(Boolean).map(bare)) {
        if (!/^[a-z]\w*$/i.test(name)) continue;
        const before = thing[name];
        thing[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
      }
    }
    return [...things.values()].filter((thing) => !inside.has(thing));
  });
}

/** A name without its vocabulary: "schema:name", "https://schema.org/Person". */
const bare = (name: string) => name.replace(/^(?:https?:\/\/schema\.org\/|schema:|foaf:)/, '').slice(0, 60);

const absolute = (address: string, { baseURI }: Document) => URL.parse(address, baseURI)?.href ?? address;

/** What an element says: its machine's value where it has one, where it leads to, or its words. */
function saidBy(element: Element): string {
  const written = attributeOf(element, 'content') ?? attributeOf(element, 'datetime') ?? attributeOf(element, 'value');
  if (written !== null) return written.slice(0, MAX_TEXT);
  const address = attributeOf(element, 'href') ?? attributeOf(element, 'src');
  const words = collapseSpaces(textIn(element).slice(0, MAX_TEXT));
  // A link under a name's property is the name; only what is about addresses leads somewhere.
  const names = attributeOf(element, 'itemprop') ?? attributeOf(element, 'property') ?? '';
  const isAddress = /\b(?:url|sameAs|image|logo|photo|homepage)\b/.test(names) || words === '';
  return address !== null && isAddress ? absolute(address.slice(0, MAX_URL), element.ownerDocument) : words;
}
