// How large an outline may be: what the page hands over, and what the worker takes.

/** Most items of one outline; a card has some tens, a long profile some hundreds. */
export const MAX_ITEMS = 3_000;
/** Levels of elements around an item that are told. */
export const MAX_PATH = 24;
