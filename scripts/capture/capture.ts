// Makes a test page of a saved one, in memory: the rewritten page, what is read on it, and everything that a
// person should be told before it becomes part of the project.
import type { Site } from '../../lib/reading/site.ts';
import { openPage } from '../lib/open-page.ts';
import { Problem } from '../lib/saved-page.ts';
import type { Lot } from './invent.ts';
import { differences, type Read, readByAllWays } from './likeness.ts';
import { type Rewritten, rewritePage } from './page.ts';
import { type Survivor, survivors } from './survivors.ts';

export interface Captured {
  /** The files of the folder. */
  page: string;
  expected: string;
  read: Read;
  rewritten: Rewritten;
  /** What is real in it in spite of everything: must be empty before anything may be written. */
  survivors: Survivor[];
  /** Parts that were taken out because something real was left in them. */
  dropped: string[];
  /** What is read differently on it. */
  differences: string[];
  /** False for an address that is of no kind of page that is read yet. */
  isKnown: boolean;
}

/** How many times what is left is taken out and looked for again: what one part hides another may still have. */
const MAX_ROUNDS = 8;

/**
 * Captures a page.
 *
 * @param file how the page is called in messages
 * @param seenAt when the page was saved, ISO 8601 UTC
 * @param lot for tests: what is drawn by lot
 * @throws Problem when the page cannot be parsed
 */
export function capture(site: Site, file: string, html: string, url: string, seenAt: string, lot?: Lot): Captured {
  const original = openPage(file, html, url).window.document;
  const before = readByAllWays(site, original, url, seenAt);
  const dom = openPage(file, html, url);
  const rewritten = rewritePage(site, dom.window.document, url, lot);
  const made = openPage(file, textOf(dom), rewritten.url);
  const dropped: string[] = [];
  let left = survivors(original, made.window.document, rewritten);
  for (let round = 0; left.length > 0 && round < MAX_ROUNDS; round++) {
    for (const one of left) one.drop();
    dropped.push(...left.map(({ place }) => place));
    left = survivors(original, made.window.document, rewritten);
  }
  const page = `<!-- url: ${rewritten.url} seen-at: ${seenAt} -->\n${textOf(made)}\n`;
  const read = readByAllWays(site, openPage(file, page, rewritten.url).window.document, rewritten.url, seenAt);
  const unknown = before && !read ? ['its invented address is of no kind of page that is read'] : [];
  return {
    page,
    expected: (read?.observations ?? []).map((one) => `${JSON.stringify(one)}\n`).join(''),
    read: read ?? { observations: [], shapes: new Map() },
    rewritten,
    survivors: left,
    dropped: [...new Set(dropped)],
    differences: before && read ? differences(before, read) : unknown,
    isKnown: before !== undefined,
  };
}

function textOf(dom: ReturnType<typeof openPage>): string {
  try {
    return dom.serialize();
  } catch (error) {
    throw new Problem(`the page cannot be written: ${(error as Error).message}`);
  }
}
