// How to describe a marketplace. Each stands in a file of its own whose name is its id, and has a line in
// registry.ts and a folder of saved pages in tests/sites; `npm run new:site` writes all three.
//
// A site is data first: tables of where each field stands, several places to a field, best first, so that
// a page that changes is read by the next place. Code only where it must be: `classifyUrl` says of which kind a
// page is by its address, `accountAt` takes the id from a profile link, `readState` reads what the page's own
// program left in it as JSON. What a site does not know, the card heuristics (find-cards.ts, card-fields.ts) read
// by kind of field from the profile links alone, so even a site without a single table finds the people of a list.
//
// Choose places by meaning and in this order: roles, labels and itemprop, `data-` attributes, custom tags,
// stable class names; never hashed or purely visual classes. What the words mean is not a site's business:
// "₹25,000 INR", "vor 3 Tagen" and "Flag of INDIA" are handed on as they stand, and understand.ts knows
// the names of fields. A page of a known kind on which nothing was found is reported as not understood.
//
// To mend a site whose page has changed, or to have one more of its pages tested, save the page in the browser and
// run `npm run capture -- --url ITS-ADDRESS saved.html NAME`: it writes a test folder with the page's structure and
// invented people. Change the tables until `npm run read` reads it, and write its expected.jsonl anew.
import type { Counts, PageKind, Sighting, Value } from './reading.ts';

/**
 * Where a field stands, best first; the first place that says something counts. `css` is the element's
 * words, `css@attribute` an attribute, an ending `[]` takes all elements as a list, an ending `#` counts them
 * (filled stars), and a beginning `&` is the card itself: `&@data-date`, `&.own-message`. A label's words in
 * braces before it take what follows that label only: `{cover letter} p`.
 */
export type Places = readonly string[];

/** A list of things in parts, such as employments: the elements of one each, and where its parts stand inside. */
export interface EntryPlaces {
  readonly each: Places;
  readonly parts: Readonly<Record<string, Places>>;
}

/**
 * Per field of a sighting, its places inside the card (or the page). The fields, as understand.ts takes them:
 * - project: title, text, client (id or profile link), postedAt, bidCount, bidCountRange, budget or budgetMin and budgetMax, skills, status
 * - bid: text, amount, days, submittedAt, outcome
 * - profile: name, role, headline, about, city, country, timezone, place (a line with the country and the
 *   local time), localTime, memberSince, activeSince (the first year with anything to show), hourlyRate, skills, languages, links, avatar, verified, closed;
 *   rating, reviewCount, jobsCompleted, jobsCompletedRate, onTime, onBudget, rehireRate, acceptRate, jobSuccess, earnings,
 *   bidsPlaced, bidsWon, responseHours; login (not kept: says whose page this is);
 *   in parts: education { school, degree, from, to, period }, employment { employer, title, from, to, period, position ("Title | Employer") },
 *   portfolio { title, url, text }, contacts { type, value }
 * - review: from (a name, where no link tells the account), fromRole, rating, text, at, project (id or link)
 * - message: author (a name, or where it is the account: an id or a profile link), text, sentAt, day, mine
 */
export type FieldTable = Readonly<Record<string, Places | EntryPlaces>>;

/** A repeated block, such as a bid card or a review. */
export interface ListTable {
  /** Selectors of one block, all of them, so that a page may hold several designs. */
  readonly card: readonly string[];
  readonly fields: FieldTable;
  /** What a table cannot express: gets a card, the fields that the table found and what of the card is not read, and returns all of the card's fields. */
  postProcess?(root: Element, said: Record<string, Value>, boilerplate: Boilerplate): Record<string, Value>;
}

/** The messages of one conversation, in page order. */
export interface MessageTable extends ListTable {
  /** Words that stand for the user in place of a name: /^me$/i. The field `mine` is the other way to mark the user's own. */
  readonly mine?: RegExp;
  /** True where only the first of several messages in a row names its author and day. */
  readonly grouped?: boolean;
  /**
   * Who an author is that is named neither as the user (by `mine`) nor as the one the conversation is with.
   * Without it everybody but the user is that one, whatever name stands there.
   */
  readonly stranger?: 'user' | 'nobody';
  /** True where a message that names no author may be anybody's, unless the page marks the user's own ones. */
  readonly needsAuthor?: boolean;
}

/** How the rows of a site's inbox, the list of the user's conversations, say whom each is with. */
export interface InboxPlaces {
  /** What opens one conversation: a link, which may be found several times in a row, or the whole row. */
  readonly opens: string;
  /** True for one of these that does, where not all do. */
  isOpener?(element: Element): boolean;
  /** Selects the elements that may name the account. */
  readonly named: string;
  /** The account that such an element names, if any. */
  accountOf(element: Element): string | undefined;
  /** Where the shown name stands; without it, in the words of the element that names the account. */
  readonly name?: string;
  /** What finds the shown name in a row, where no selector does. */
  nameIn?(row: Element): string;
  /** True for an element that names a client. */
  isClient?(element: Element): boolean;
}

/** Where everything stands on a page. */
export interface Tables {
  readonly project?: FieldTable;
  readonly profile?: FieldTable;
  readonly bids?: ListTable;
  readonly reviews?: ListTable;
  /** People in a search or talent list; fields as of a profile. */
  readonly people?: ListTable;
  readonly messages?: MessageTable;
  /** The partner of a conversation: `account` (an id or a profile link) and `name`, beside which the badge belongs. */
  readonly thread?: FieldTable;
}

/** What an address says of its page. */
export interface PageAddress {
  page: PageKind;
  /** The project's id as far as the address has it. */
  project?: string;
  /** The account whose profile, reviews or conversation it is. */
  account?: string;
  /** Of a conversation, its id. */
  thread?: string;
  /** What became of all bids that the page lists. */
  outcome?: 'awarded';
  /** The address without what does not change whose page it is: tabs, query, fragment, country host. */
  canonical: string;
}

/** What a state script says: sightings whose fields hold plain values, and the page's own counts. */
export interface StateReading {
  sightings: StateSighting[];
  of?: Counts;
  /** Fields of which the page hides a part: `profile.employment`. */
  cut?: readonly string[];
}
export interface StateSighting extends Omit<Sighting, 'said'> {
  said: Record<string, Value>;
}

/** Where a page says how many there are, and the words around that number. */
export interface CountPlaces {
  readonly places: Places;
  /** The number is the first group that matched. */
  readonly pattern: RegExp;
  /** Words that plainly say there are none yet. */
  readonly none?: RegExp;
}

/** What the meaning of a page's words depends on. */
export type SiteFacts = Pick<Site, 'expects' | 'dollar' | 'unproven'>;

/** A figure beside its label. Without `figure` only a percentage counts. */
export type Label = RegExp | { readonly label: RegExp; readonly figure: RegExp };

/** What stands in cards and profiles and is the page's own, not a person's: buttons' captions, badges, hints. */
export interface Boilerplate {
  /** Elements that are passed over: `.badge,[data-test="popover"]`. */
  readonly elements?: string;
  /** Stretches of words that are passed over where nothing else stands in them: /^(new|boosted|best match)$/i. */
  readonly words?: RegExp;
  /** Words that a page sets before what a person wrote: /^cover letter\s*[-:]?\s+/i. */
  readonly openings?: RegExp;
  /** Of one card, the parts that are about somebody else. */
  readonly others?: readonly Element[];
}

/** How a site's pages write a project's number whose address has none. */
export interface ProjectNumber {
  readonly pattern: RegExp;
  /** @param cards those of the bidders */
  find(
    page: { readonly root: Element; readonly address: PageAddress },
    cards: readonly { root: Element }[],
  ): string | undefined;
}

export interface Site {
  /** The file's name: `freelancer`. */
  readonly id: string;
  readonly name: string;
  /** Hosts, each with all of its subdomains: `freelancer.com`. */
  readonly hosts: readonly string[];
  /**
   * What kind of page this address is; undefined for a page Hireflag does not read. Where pages of other kinds
   * have the same addresses, the document decides: without it a page is of the kind that it may be.
   */
  classifyUrl(url: URL, document?: Document): PageAddress | undefined;
  /**
   * The account that a profile link leads to; undefined for any other address.
   *
   * @param page kind of the page that the link stands on, for sites where clients have profiles too: undefined for
   *   people that such a page does not list. Not given for the page's own address.
   */
  accountAt(url: URL, page?: PageKind): string | undefined;
  /** Attributes that hold an account's id where a card has no profile link, each as `css@attribute`. */
  readonly idAttributes?: readonly string[];
  /**
   * Where one page shows an account under several ids: for each id that is not the account's own, which one is,
   * or undefined where the page leaves that open. Without it one person would be taken for two.
   */
  aliases?(document: Document, where: PageAddress): ReadonlyMap<string, string | undefined>;
  /** Canonical address of an account's profile; undefined where the id is not enough for it. */
  profileUrl(account: string): string | undefined;
  readonly tables: Tables;
  /** Per kind of page, the tables that differ from the others'. */
  readonly tablesByPage?: Readonly<Partial<Record<PageKind, Tables>>>;
  /** Who stands in the list of the user's conversations, where it names them by the site's own ids. */
  readonly inbox?: InboxPlaces;
  /** Figures that a page writes beside a label: the label of each field. */
  readonly labels?: Readonly<Record<string, Label>>;
  readonly boilerplate?: Boilerplate;
  readonly projectNumber?: ProjectNumber;
  readonly counts: Readonly<Partial<Record<keyof Counts, CountPlaces>>>;
  /** Fields that should be there, per kind of page, as `bid.text`. */
  readonly expects: Readonly<Partial<Record<PageKind, readonly string[]>>>;
  /** The currency, ISO 4217, that a bare "$" stands for on this site. Without it such an amount has none. */
  readonly dollar?: string;
  /** Kinds of page whose structure is not known: what the card heuristics find there never counts as read whole. */
  readonly unproven?: readonly PageKind[];
  /** True where pages show so much besides the person that only the site's own places are trusted, never the card heuristics. */
  readonly ownPlacesOnly?: boolean;
  /** Reads the embedded state, if there is any and it is of this page. state.ts and json-ld.ts help. */
  readState?(document: Document, where: PageAddress): StateReading | undefined;
}
