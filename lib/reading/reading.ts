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
  /** What the page has more of than was read: fields that it hides in part (`profile.employment`), or people beyond the bound. */
  cut?: string[];
}
