// The shape of a marketplace. Each stands in a file of its own whose name is its id, and is listed in
// registry.ts. It is data first: where each field stands, in order of trust. Code only where it must be:
// to tell page kinds apart, to take an id from an address, and to read an embedded state script.
import type { PageKind, Sighting, Value } from './reading.ts';

/**
 * Where a field stands, best first; the first place that says something counts. "css" is the element's
 * words, "css@attribute" an attribute, and an ending "[]" takes all elements as a list.
 */
export type Places = readonly string[];

/** Per field of a sighting, its places inside the card (or the page), best first. */
export type FieldTable = Readonly<Record<string, Places>>;

/** A repeated block, such as a bid card or a review. */
export interface ListTable {
  /** Selectors of one block, all of them, so that a page may hold several designs. */
  readonly card: readonly string[];
  readonly fields: FieldTable;
}

/** What the address alone says. */
export interface Where {
  page: PageKind;
  /** The project's id as far as the address tells. */
  project?: string;
  /** The account whose profile it is. */
  account?: string;
  /** The address without what does not change whose page it is: tabs, query, fragment, country host. */
  canonical: string;
}

/** What a state script says: sightings whose fields hold plain values, and the page's own count. */
export interface StateReading {
  sightings: StateSighting[];
  of?: { bids?: number };
}
export interface StateSighting extends Omit<Sighting, 'said'> {
  said: Record<string, Value>;
}

export interface Site {
  /** The file's name: `freelancer`. */
  readonly id: string;
  readonly name: string;
  /** Hosts, each with all of its subdomains: `freelancer.com`. */
  readonly hosts: readonly string[];
  /** What kind of page this address is; undefined for a page Hireflag does not read. */
  where(url: URL): Where | undefined;
  /** The account that a profile link leads to; undefined for any other address. */
  account(url: URL): string | undefined;
  /** Canonical address of an account's profile. */
  profileUrl(account: string): string;
  readonly tables: {
    readonly project?: FieldTable;
    readonly profile?: FieldTable;
    readonly bids?: ListTable;
    readonly reviews?: ListTable;
  };
  /** Figures that a page writes beside a label: the label of each field. */
  readonly labels?: Readonly<Record<string, RegExp>>;
  /** How a page writes a project's number, as the whole of an element's words. */
  readonly projectNumber?: RegExp;
  /** Where a page says how many bids there are, and the words around that number. */
  readonly counts: {
    readonly bids: { readonly places: Places; readonly pattern: RegExp; readonly none: RegExp };
  };
  /** Fields that should be there, per kind of page, as `bid.text`. */
  readonly expects: Readonly<Partial<Record<PageKind, readonly string[]>>>;
  /** Reads the embedded state, if there is one and it is of this page. */
  state?(document: Document, where: Where): StateReading | undefined;
}
