// When a text is the beginning of another that a page cut off, and when two differ in white space only. Apart
// from values.ts, because scripts in pages need this and must be small.

/** Most texts have nothing to collapse, and finding that out is quicker. */
const needsCollapse = /^\s|\s$|\s\s|[^\S ]/;

/** White space of any length is one space, and none at the ends. */
export function collapseSpaces(text: string): string {
  return needsCollapse.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
}

/** Fewer characters than this that begin alike prove nothing, unless the page says that it cut them off. */
const MIN_BEGINNING = 40;
/** What stands at the end of a text that a page cut off; the ellipsis says so, a caption alone may be the text's. */
const cutMark = /\s?(…|\.{3})?\s?(?:(?:read|show|see)\s)?(?:more)?$/i;
/** The mark is no longer. */
const MAX_MARK = 20;

/** A text without white space that says nothing and without the mark of a cut. */
export interface Stem {
  stem: string;
  /** True when the text ends in an ellipsis. */
  isCut: boolean;
}

export function stemOf(text: string): Stem {
  let stem = collapseSpaces(text);
  let isCut = false;
  for (;;) {
    const from = Math.max(0, stem.length - MAX_MARK);
    const mark = cutMark.exec(stem.slice(from)) as RegExpExecArray;
    if (mark[0] === '') return { stem, isCut };
    stem = stem.slice(0, from + mark.index);
    isCut ||= mark[1] !== undefined;
  }
}

/**
 * True when a page shows only the beginning of this text: it is 40 characters or more of it, or ends in an
 * ellipsis. White space and the mark of the cut do not count. A text is no beginning of itself.
 */
export function isBeginningOf(part: string, whole: string): boolean {
  return isStemOf(stemOf(part), stemOf(whole));
}

/** The same of two texts whose stems are known. */
export function isStemOf(part: Stem, whole: Stem): boolean {
  if (!whole.stem.startsWith(part.stem)) return false;
  if (part.stem.length === whole.stem.length) return part.isCut && !whole.isCut;
  return part.isCut || part.stem.length >= MIN_BEGINNING;
}
