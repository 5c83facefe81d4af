// A report on a page that was not understood, for the user to copy into an issue: how the page is built,
// so that the site's places can be mended, and nothing of what it says. It holds names of tags and of
// attributes, counts, and which of our own places found something; no text, no attribute's value, no id.

import { trimEndOf } from '../model/trim.ts';
import { elementsAt, parsePlace, queryAll } from './dom.ts';
import { PageScan } from './page-scan.ts';
import type { Site } from './site.ts';
import { tagOf } from './walk.ts';

/** Most elements looked at. */
const MAX_ELEMENTS = 20_000;
/** Most kinds of element in a report; the rest are counted. */
const MAX_KINDS = 150;
/** An attribute that fewer elements have may be named after a person. */
const OFTEN = 3;

/**
 * Describes how a page is built.
 *
 * @param url the page's address, of which the report says only what kind of page it is
 * @returns lines of plain text, 20,000 characters at most. Never throws.
 */
export function pageReport(site: Site, document: Document, url: string): string {
  try {
    const lines = [...head(site, document, url), ...placesFound(site, document), ...elementsOf(document)];
    return lines.join('\n').slice(0, 20_000);
  } catch {
    return site.id;
  }
}

function head(site: Site, document: Document, url: string): string[] {
  const address = URL.parse(url);
  const where = address ? site.classifyUrl(address, document) : undefined;
  const lines = [`Hireflag page report · ${site.id} · page: ${where?.page ?? '?'}`];
  if (!address || !where) return lines;
  const people = new PageScan(site, document, where, address, {}).peopleIn(document.documentElement);
  const accounts = new Set(people.map(({ account }) => account)).size;
  return [...lines, `links to profiles: ${people.length}, of ${accounts} accounts`];
}

/** How many elements stand at each of the site's own places, field by field. */
function placesFound(site: Site, document: Document): string[] {
  const lines: string[] = [];
  JSON.stringify([site.tables, site.tablesByPage], (key, value: unknown) => {
    if (typeof value === 'string') {
      const { selector } = parsePlace(trimEndOf(value, '[]#'));
      lines.push(`  ${value} ${[...elementsAt(document.documentElement, selector)].length}`);
    } else if (/^[a-z]/i.test(key)) lines.push(`${key}:`);
    return value;
  });
  return lines;
}

/** The page's elements by tag and names of attributes, most frequent first. */
function elementsOf(document: Document): string[] {
  const elements = [...queryAll(document, '*')]
    .slice(0, MAX_ELEMENTS)
    .map((element) => ({ tag: plain(tagOf(element)), names: element.getAttributeNames().map(plain) }));
  const often = tallied(elements.flatMap(({ names }) => names));
  const kinds = tallied(
    elements.map(({ tag, names }) => {
      const common = new Set(names.filter((name) => (often.get(name) ?? 0) >= OFTEN));
      return `${tag} [${[...common].sort().join(' ')}]`;
    }),
  );
  const sorted = [...kinds].sort((a, b) => b[1] - a[1]);
  const rest = sorted.slice(MAX_KINDS).reduce((sum, [, count]) => sum + count, 0);
  return [
    ...sorted.slice(0, MAX_KINDS).map(([kind, count]) => `${count} ${kind}`),
    ...(rest > 0 ? [`${rest} of other kinds`] : []),
  ];
}

/** How many times each word is there. */
function tallied(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** A name without what makes it one of many, such as the hash in `_ngcontent-webapp-c4242`. */
function plain(name: string): string {
  return name.length > 40 ? '…' : name.toLowerCase().replace(/[^a-z:_-]+/g, '0');
}
