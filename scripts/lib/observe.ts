// Reads a page's HTML the way the extension does: in the page, over the border, in the worker.
import { JSDOM, VirtualConsole } from 'jsdom';
import type { Bid, Observation, Page } from '../../lib/model/observation.ts';
import type { ReadOptions } from '../../lib/reading/read-page.ts';
import { parseReading } from '../../lib/reading/reading-schema.ts';
import { observationsIn, readPage } from '../../lib/sites/registry.ts';

/** Address and time of a page whose own do not matter. */
export const projectUrl = 'https://www.freelancer.com/projects/php/garden-club-site';
export const seenAt = '2026-10-02T09:30:00.000Z';

/** The document of a page's HTML, without running its programs. */
export function open(html: string, url = projectUrl): Document {
  return new JSDOM(html, { url, virtualConsole: new VirtualConsole() }).window.document;
}

/**
 * Reads a page as the extension does.
 *
 * @throws an Error when the address is of no page that is read, or the reading is not let over the border
 */
export function observe(html: string | Document, url = projectUrl, options: ReadOptions = {}): Observation[] {
  const document = typeof html === 'string' ? open(html, url) : html;
  const read = readPage(document, url, { seenAt, ...options });
  if (!read) throw new Error(`not a page that is read: ${url}`);
  const parsed = parseReading(JSON.parse(JSON.stringify(read.reading)));
  if ('problem' in parsed) throw new Error(parsed.problem);
  return observationsIn(parsed.reading);
}

/** The bids among what was read. */
export function bidsOf(seen: readonly Observation[]): Bid[] {
  return seen.filter((one) => one.kind === 'bid');
}

/** The one observation of the page itself. */
export function pageOf(seen: readonly Observation[]): Page {
  const pages = seen.filter((one): one is Page => one.kind === 'page');
  if (pages.length !== 1 || !pages[0]) throw new Error(`${pages.length} page observations`);
  return pages[0];
}
