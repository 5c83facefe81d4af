// Reads a page that the user opened: who is on it, and what each field says, by every way there is. It
// is passive: it changes nothing, clicks nothing, makes no request, and never throws.

import { MAX_PER_PAGE, MAX_SHORT, MAX_URL } from '../model/limits.ts';
import { readBids, readPeople } from './list-page.ts';
import { Memo } from './memo.ts';
import { readMessages } from './messages-page.ts';
import { PageScan } from './page-scan.ts';
import { readProfile } from './profile-page.ts';
import type { Reading, Way } from './reading.ts';
import type { Site } from './site.ts';
import { finish, type Steps } from './steps.ts';
import { titleOf } from './walk.ts';

export interface PageRead {
  reading: Reading;
  /** Per account, the elements beside which its badge belongs, one a card, in page order. Stays in the page. */
  anchors: Map<string, Element[]>;
}

/** What reads the pages of one marketplace, as the script in a page gets it. */
export interface Reader {
  /** Registry id of the marketplace. */
  site: string;
  /** As pageSteps. */
  steps(document: Document, url: string): Steps<PageRead | undefined>;
  /** Is told of what has changed in the page since; all else is not read again. */
  changed(node: Node): void;
}

export interface ReadOptions {
  /** One way of reading only, to see how well each does alone. */
  by?: Way;
  /** When the page was read, ISO 8601 UTC; now if not given. */
  seenAt?: string;
  /** Keeps what was read of unchanged parts: given to each reading of one page, by an owner that reports the page's changes to it. */
  memo?: Memo;
}

/**
 * Reads one page of a site in one go.
 *
 * @param url the page's address
 * @returns undefined when the address is of no page Hireflag reads. A page that is of a known kind but
 *   was not understood gives a reading without sightings. Never throws.
 */
export function readPageOf(site: Site, document: Document, url: string, options?: ReadOptions): PageRead | undefined {
  return finish(pageSteps(site, document, url, options));
}

export function readerOf(site: Site): Reader {
  const memo = new Memo();
  return {
    site: site.id,
    steps: (document, url) => pageSteps(site, document, url, { memo }),
    changed: (node) => memo.forget(node),
  };
}

/** Reads one page of a site a few cards at a time: whoever runs it may let the page go on between two steps. As readPageOf. */
export function* pageSteps(
  site: Site,
  document: Document,
  url: string,
  { seenAt = new Date().toISOString(), ...options }: ReadOptions = {},
): Steps<PageRead | undefined> {
  const address = URL.parse(url);
  const where = address ? site.classifyUrl(address, document) : undefined;
  if (!address || !where) return undefined;
  const scan = new PageScan(site, document, where, address, options);
  try {
    yield* readKind(scan);
  } catch {
    // An unforeseen page: what was read before it broke is kept, and too little read shows as such.
  }
  const title = titleOf(document);
  const reading: Reading = {
    site: site.id,
    url: (address.origin + address.pathname).slice(0, MAX_URL),
    seenAt,
    page: where.page,
    sightings: scan.settled().slice(0, MAX_PER_PAGE),
    ...(Object.keys(scan.counts).length > 0 && { of: scan.counts }),
    ...(scan.outlines.length > 0 && { outlines: scan.outlines }),
    ...(scan.surroundings.length > 0 && { surroundings: scan.surroundings }),
    ...(title && { title: title.slice(0, MAX_SHORT) }),
    ...(scan.cut.size > 0 && { cut: [...scan.cut] }),
  };
  return { reading, anchors: scan.anchors };
}

function readKind(scan: PageScan): Steps<void> {
  const { page, account } = scan.address;
  if (page === 'messages') return readMessages(scan);
  if (page === 'search') return readPeople(scan);
  // A page of a person's profile or reviews, or of what was written about a project's client.
  return account === undefined ? readBids(scan) : readProfile(scan, account);
}
