// Everything Hireflag reads was written by someone else, so everything has a largest size. A text
// that is longer is cut, a list that is longer is shortened, an id that is longer is refused.

/** Longest text kept of a bid, a post, a profile or a review, in UTF-16 code units. */
export const MAX_TEXT = 20_000;
/** Longest name, title, skill or other short field, in UTF-16 code units. */
export const MAX_SHORT = 300;
/** Longest id of an account, a project or a thread, in UTF-16 code units. */
export const MAX_ID = 200;
/** Longest address, in UTF-16 code units. */
export const MAX_URL = 2_000;
/** Most entries of any list inside one observation (skills, links, employments …). */
export const MAX_LIST = 200;
/** Most observations taken from one page. */
export const MAX_PER_PAGE = 2_000;
