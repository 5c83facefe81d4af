// Reads a page that the user opened: who is on it, and what each field says, by every way there is. It
// is passive: it changes nothing, clicks nothing, makes no request, and never throws.

import { MAX_PER_PAGE, MAX_SHORT, MAX_URL } from '../model/limits.ts';
import { readBids, readPeople } from './list-page.ts';
import { Memo } from './memo.ts';
import { readMessages } from './messages-page.ts';
import { PageScan } from './page-scan.ts';
import { readProfile } from './profile-page.ts';
import type { PageKind, Reading, Way } from './reading.ts';
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
  /** False where the page at this address is read by the site's other reader. */
  isFor(url: string): boolean;
  /** Reads the page a few cards at a time, so that it may go on between two steps. As readPageOf. */
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

/** Pages of these kinds, and how one is read. */
interface KindReader {
  reads(page: PageKind): boolean;
  read(scan: PageScan): Steps<void>;
}

/** Reads a list of people, or a person's page. */
const people: KindReader = {
  reads: (page) => page !== 'messages',
  read: (scan) => {
    const { page, account } = scan.address;
    if (page === 'search') return readPeople(scan);
    // A page of a person's profile or reviews, or of what was written about a project's client.
    return account === undefined ? readBids(scan) : readProfile(scan, account);
  },
};
/** Reads a conversation, or the list of them. */
const messages: KindReader = { reads: (page) => page === 'messages', read: readMessages };

/**
 * Reads one page of a site in one go.
 *
 * @param url the page's address
 * @returns undefined when the address is of no page Hireflag reads. A page that is of a known kind but
 *   was not understood gives a reading without sightings. Never throws.
 */
export function readPageOf(site: Site, document: Document, url: string, options?: ReadOptions): PageRead | undefined {
  return finish(pageSteps([people, messages], site, document, url, options));
}

/** What reads all pages of a site. */
export const readerOf = (site: Site): Reader => readerBy([people, messages], site);

/** What reads a site's lists and people. A page gets only the reader for its kind, so that neither weighs the other's part. */
export const peopleReaderOf = (site: Site): Reader => readerBy([people], site);

/** What reads a site's conversations and the list of them. */
export const messagesReaderOf = (site: Site): Reader => readerBy([messages], site);

function readerBy(kinds: readonly KindReader[], site: Site): Reader {
  const memo = new Memo();
  return {
    site: site.id,
    isFor: (url) => {
      const address = URL.parse(url);
      const page = address && site.classifyUrl(address)?.page;
      return !page || kinds.some((kind) => kind.reads(page));
    },
    steps: (document, url) => pageSteps(kinds, site, document, url, { memo }),
    changed: (node) => memo.forget(node),
  };
}

/** Reads one page of a site a few cards at a time: whoever runs it may let the page go on between two steps. As readPageOf. */
function* pageSteps(
  kinds: readonly KindReader[],
  site: Site,
  document: Document,
  url: string,
  { seenAt = new Date().toISOString(), ...options }: ReadOptions = {},
): Steps<PageRead | undefined> {
  const address = URL.parse(url);
  const where = address ? site.classifyUrl(address, document) : undefined;
  const kind = where && kinds.find(({ reads }) => reads(where.page));
  if (!address || !where || !kind) return undefined;
  const scan = new PageScan(site, document, where, address, options);
  try {
    yield* kind.read(scan);
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
