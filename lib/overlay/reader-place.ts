// Where the script that reads a marketplace's pages leaves its reader, for the script that marks them. The worker puts the
// first into a page once that page is one to be read, so that all other pages of a marketplace do without it. Both run
// in a world of the extension's own, which no page sees.
import type { Reader } from '../reading/read-page.ts';

const READER = Symbol.for('hireflag reader');
const world = globalThis as { [READER]?: Reader | undefined };

/** The reader that is in this page, if there is one. */
export const readerHere = (): Reader | undefined => world[READER];

/** Puts a reader into this page, in place of one that is there; none takes that away. */
export function putReader(reader?: Reader): void {
  world[READER] = reader;
}
