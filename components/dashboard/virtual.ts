// Which rows of a long list are drawn: those in view and some above and below. All rows are of one
// height, so there is nothing to measure, which is what a library for this would be for.

/** Rows drawn beyond the view on either side, so that the Tab key always finds the next one. */
const ROWS_BEYOND = 6;

export interface Window {
  first: number;
  /** Of the first row that is not drawn. */
  end: number;
}

/** @param top how far the list is scrolled, and all heights, in CSS pixels */
export function windowOf(count: number, top: number, height: number, rowHeight: number): Window {
  const first = Math.max(0, Math.min(count, Math.floor(top / rowHeight)) - ROWS_BEYOND);
  const end = Math.min(count, Math.ceil((top + height) / rowHeight) + ROWS_BEYOND);
  return { first: Math.min(first, Math.max(0, end)), end: Math.max(0, end) };
}
