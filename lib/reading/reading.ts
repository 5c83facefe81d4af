// What was read on one page, on its way from the page to the background worker. The page's side only
// finds what is said and who says it, in the page's own words; what the words mean (a date, a country,
// an amount) is worked out afterwards by understand.ts.

/** The ways of reading, most trusted first: embedded state, a site's own selectors, the card heuristics (by the name `cards`). */
export const ways = ['state', 'selectors', 'cards'] as const;
export type Way = (typeof ways)[number];

/** The kinds of page a site may recognise, as observations name them. */
export const pageKinds = ['project', 'bids', 'profile', 'reviews', 'messages', 'search'] as const;
export type PageKind = (typeof pageKinds)[number];

/** What may be seen on a page. */
export const sightingKinds = ['project', 'bid', 'profile', 'review', 'message'] as const;
export type SightingKind = (typeof sightingKinds)[number];

/** A space that no page writes: "$931" and "120 days" side by side are not "$931 120 days". */
export const ELEMENT_GAP = '\u2005';

/** One of several things a profile lists, in parts: `{ school: "…", degree: "…", from: "2014" }`. */
export type Entry = Readonly<Record<string, string>>;

/** What a page says of one field, as it says it: "₹25,000 INR", 25000, ["PHP", "Go"], [{ school: "…" }]. */
export type Value = string | number | boolean | readonly string[] | readonly Entry[];

/** One way's word on one field. */
export interface Statement {
  by: Way;
  value: Value;
}

/** Something that was seen on a page, with every way's word on every field, most trusted way first. */
export interface Sighting {
  kind: SightingKind;
  /** The site's ids: of a project, of the account that bids, is shown or is written with, of a review's two sides, of a conversation. */
  ids: { project?: string; account?: string; from?: string; to?: string; thread?: string };
  /** Canonical address of what was seen, where it has one. */
  url?: string;
  said: Record<string, Statement[]>;
}

/** What a page may count. */
export const countables = ['bids', 'profiles', 'reviews', 'messages'] as const;
export type Countable = (typeof countables)[number];
export type Counts = Partial<Record<Countable, number>>;

/** What each kind of page is about, in the word that counts it. */
export const countedOn: Readonly<Record<PageKind, Countable>> = {
  project: 'bids',
  bids: 'bids',
  profile: 'reviews',
  reviews: 'reviews',
  messages: 'messages',
  search: 'profiles',
};

/**
 * A stretch of words of a page, or a mark in it (a rating, a machine's time, a flag), as an outline has it: what the
 * worker needs to tell kinds of field apart without the page.
 */
export interface Item {
  /** Empty for a mark. */
  text: string;
  /** Instead of words that a wording of the card's bid has: which, where in it, and how many characters (same-words.ts). */
  same?: readonly [wording: number, at: number, length: number];
  /** The same words with ELEMENT_GAP wherever another element begins, where one does. */
  gaps?: string;
  /** Numbers of the element and of those around it, nearest first, the outline's own root last. */
  path: readonly number[];
  /** Tags and classes of the element and of the one around it: "p.letter<div.body". */
  slot: string;
  /** Of a heading, 1 to 6. */
  level?: number;
  /** Where the words show the card's person: in a link to them, in a line around one, or in a longer text around one. */
  naming?: 'in' | 'line' | 'around';
  /** What the column that a cell stands in is called. */
  label?: string;
  /** A row or an item of links or labels of one kind, such as skills. */
  isTags?: boolean;
  /** The address that all the words link. */
  href?: string;
  /** A mark: a rating, with its scale or without; a moment; a flag by its picture's address or name. */
  rating?: string;
  scaled?: boolean;
  time?: string;
  flag?: string;
  /** Of a profile, which list of cards it stands in. */
  list?: number;
  /** The heading that names whose page it is. */
  isName?: boolean;
}

/** One card of a list. */
export interface OutlineCard {
  /** Empty where it is nobody's that is linked or marked. */
  account: string;
  /** The name that the card's links or headings show. */
  name?: string;
  /** What the site's own places say of it, where the worker needs that beside the items: of reviews; of messages what marks them. */
  said?: Readonly<Record<string, Value>>;
  items: readonly Item[];
}

/** A part of a page for the card heuristics: a list of people, reviews, a conversation, or all that a page says of a person or a project. */
export interface Outline {
  as: 'bids' | 'people' | 'reviews' | 'profile' | 'project' | 'messages';
  /** How the cards were found; lists found by `cards` are looked at only where the site's own places gave none. */
  by: Way;
  /** Of reviews, whether their authors are linked. */
  isLinked?: boolean;
  /** Of a conversation, what the page calls the one it is with. */
  names?: readonly string[];
  ids: Sighting['ids'];
  /** Address of what is seen in it, where it has one of its own. */
  url: string;
  cards: readonly OutlineCard[];
}

/** Words around the lists of a page: headings, tabs, buttons, notes. */
export interface Surrounding {
  text: string;
  /** `h` for headings and tabs, `p` for other words, `more` for a control, `busy` for what is still loading. */
  is: 'h' | 'p' | 'more' | 'busy';
}

/** Everything that was read on one page. */
export interface Reading {
  /** Registry id of the site. */
  site: string;
  /** Address of the page, without query and fragment. */
  url: string;
  /** ISO 8601, UTC. */
  seenAt: string;
  page: PageKind;
  sightings: Sighting[];
  /** How many the page itself says there are. 0 is only said where the page plainly says so. */
  of?: Counts;
  /** Parts of the page for the card heuristics, which the worker applies (heuristics.ts). */
  outlines?: readonly Outline[];
  surroundings?: readonly Surrounding[];
  /** The page's title. */
  title?: string;
  /** What the page has more of than was read: fields that it hides in part (`profile.employment`), or people beyond the bound. */
  cut?: readonly string[];
}
