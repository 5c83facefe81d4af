// Whose page it is: the names and ids of everybody on it, as far as they can be known. What is known here is
// never taken for a word of the interface, wherever it stands: a login may be a word like any other.
import { readPageOf } from '../../lib/reading/read-page.ts';
import type { Value } from '../../lib/reading/reading.ts';
import type { Site } from '../../lib/reading/site.ts';

/** Fields of a sighting that hold somebody's name or id. */
const naming = new Set(['name', 'login', 'author', 'client', 'from']);
/** Fields that hold what somebody wrote or is described with, which may be words like any other: "Good work". */
const writing = new Set([
  'text',
  'about',
  'headline',
  'title',
  'skills',
  'city',
  'education',
  'employment',
  'portfolio',
]);
/** Longer texts are never taken for a label. */
const MAX_TEXT = 200;
/** A link to a profile shows a name, or is wrapped around a whole card. */
const MAX_NAME = 60;

export interface People {
  /** Names and account ids as written, folded; see fold. */
  readonly names: ReadonlySet<string>;
  /** What they wrote and are described with, folded, as far as it is short. */
  readonly texts: ReadonlySet<string>;
  /** The words that names are made of. */
  readonly words: ReadonlySet<string>;
  /** Ids of accounts, projects and conversations that are one number or word. */
  readonly ids: ReadonlySet<string>;
  /** Addresses that tell an account, the page's own first. */
  readonly addresses: readonly string[];
}

/** A name as it compares: its words in lower case. */
export function fold(text: string): string {
  return tokensOf(text).join(' ');
}

/** The words, numbers and ids of a text, in lower case. */
export function tokensOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** Finds everybody on a page. The page is only looked at. */
export function peopleOf(site: Site, document: Document, url: string): People {
  const names = new Set<string>();
  const ids = new Set<string>();
  const texts = new Set<string>();
  const addresses = [url];
  const wrote = (said: Value | undefined): void => {
    if (typeof said === 'string' && said.length <= MAX_TEXT) for (const line of said.split('\n')) texts.add(fold(line));
    else if (typeof said === 'object') {
      for (const one of said) for (const part of typeof one === 'string' ? [one] : Object.values(one)) wrote(part);
    }
  };
  const known = (said: Value | undefined) => {
    if (typeof said !== 'string' || said.length > MAX_NAME || /^(?:https?:|\/)/.test(said)) return;
    const folded = fold(said);
    if (/\p{L}/u.test(folded)) names.add(folded);
  };
  const numbered = (id: string | undefined) => (id && tokensOf(id).length === 1 ? ids.add(fold(id)) : undefined);
  const page = URL.parse(url);
  known(page ? site.accountAt(page) : undefined);
  for (const { ids: whose, said } of readPageOf(site, document, url)?.reading.sightings ?? []) {
    for (const id of Object.values(whose)) numbered(id);
    for (const id of [whose.account, whose.from, whose.to]) if (!id?.startsWith('not-named-')) known(id);
    for (const [field, statements] of Object.entries(said)) {
      if (naming.has(field)) for (const { value } of statements) known(value);
      if (writing.has(field)) for (const { value } of statements) wrote(value);
    }
  }
  for (const link of document.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href') ?? '';
    const address = URL.parse(href, url);
    const isOwn = address && site.hosts.some((host) => `.${address.hostname}`.endsWith(`.${host}`));
    const account = isOwn ? site.accountAt(address) : undefined;
    if (account === undefined) continue;
    addresses.push(href);
    known(account);
    numbered(account);
    // A menu's link to one's own profile says "Profile".
    if (!link.closest('nav,header,footer')) known(link.textContent?.trim());
  }
  return { names, texts, words: new Set([...names].flatMap(tokensOf)), ids, addresses };
}
