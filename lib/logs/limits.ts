// What a log file may hold at most: it was written by somebody else's system, or by somebody.

/** Longest line, UTF-16 code units: the largest row of any format here is a thousandth of it. */
export const MAX_LINE = 10_000_000;
/** Most cells of a line. */
export const MAX_COLUMNS = 2_000;
/** Longest single field that is looked at, UTF-16 code units. */
export const MAX_FIELD = 20_000;
/** A JSON document that is not one object a line is held at once up to this, UTF-16 code units. */
export const MAX_DOCUMENT = 60_000_000;

/** Most that comes out of a packed file, bytes: some ten million rows. */
export const MAX_UNPACKED = 4_000_000_000;
/** So many times what went in; logs come to some twenty. Small files may do more. */
export const MAX_RATIO = 250;
export const RATIO_FROM = 20_000_000;
/** Most files in a zip. */
export const MAX_PACKED_FILES = 1_000;
