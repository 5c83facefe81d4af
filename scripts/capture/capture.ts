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
  /** What must be empty before anything may be written: what is real in it, and what is read differently on it. */
  survivors: Survivor[];
  differences: string[];
}

/**
 * Captures a page.
 *
 * @param file how the page is called in messages
 * @param seenAt when the page was saved, ISO 8601 UTC
 * @param lot for tests: what is drawn by lot
 * @throws Problem when the page cannot be parsed or its address is of no kind of page that is read
 */
export function capture(site: Site, file: string, html: string, url: string, seenAt: string, lot?: Lot): Captured {
  const original = openPage(file, html, url).window.document;
  const before = readByAllWays(site, original, url, seenAt);
  if (!before) throw new Problem(`${file}: no kind of page that Hireflag reads on ${site.name}: --url ${url}`);
  const dom = openPage(file, html, url);
  const rewritten = rewritePage(site, dom.window.document, url, lot);
  const page = `<!-- url: ${rewritten.url} seen-at: ${seenAt} -->\n${textOf(dom)}\n`;
  const captured = openPage(file, page, rewritten.url).window.document;
  const read = readByAllWays(site, captured, rewritten.url, seenAt);
  return {
    page,
    expected: (read?.observations ?? []).map((one) => `${JSON.stringify(one)}\n`).join(''),
    read: read ?? { observations: [], shapes: new Map() },
    rewritten,
    survivors: survivors(original, captured, rewritten),
    differences: read ? differences(before, read) : [`its invented address is of no kind of page that is read`],
  };
}

function textOf(dom: ReturnType<typeof openPage>): string {
  try {
    return dom.serialize();
  } catch (error) {
    throw new Problem(`the page cannot be written: ${(error as Error).message}`);
  }
}
