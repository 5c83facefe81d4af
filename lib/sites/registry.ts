// The marketplaces Hireflag reads. Adding one is a file and a line here; the manifest's match patterns
// and everything else follow from this list.

import { MAX_URL } from '../model/limits.ts';
import type { Observation } from '../model/observation.ts';
import { WEB } from '../model/web-account.ts';
import { anyPage } from '../reading/any-page.ts';
import { type PageRead, type ReadOptions, readPageOf } from '../reading/read-page.ts';
import type { PageKind, Reading } from '../reading/reading.ts';
import type { Site } from '../reading/site.ts';
import { understand } from '../reading/understand.ts';
import { fiverr } from './fiverr.ts';
import { freelancehunt } from './freelancehunt.ts';
import { freelancer } from './freelancer.ts';
import { github } from './github.ts';
import { guru } from './guru.ts';
import { linkedin } from './linkedin.ts';
import { peopleperhour } from './peopleperhour.ts';
import { stackoverflow } from './stackoverflow.ts';
import { truelancer } from './truelancer.ts';
import { upwork } from './upwork.ts';
import { workana } from './workana.ts';

export const sites: readonly Site[] = [
  freelancer,
  upwork,
  fiverr,
  workana,
  freelancehunt,
  guru,
  peopleperhour,
  truelancer,
  github,
  linkedin,
  stackoverflow,
];

/** The site a page address belongs to, by its host; undefined for any other address and for what is no address. */
export function siteFor(url: string | URL): Site | undefined {
  const parsed = URL.parse(url);
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return undefined;
  return sites.find((site) =>
    site.hosts.some((host) => parsed.hostname === host || parsed.hostname.endsWith(`.${host}`)),
  );
}

/** Whose profile, reviews or conversation is at an address of a site; undefined where the address tells nobody's. */
export function accountOfPage(site: string, url: string): string | undefined {
  const parsed = URL.parse(url);
  return parsed ? sites.find(({ id }) => id === site)?.classifyUrl(parsed)?.account : undefined;
}

/** Of which kind a page of a site is, by its address alone; undefined for one that is not read. */
export function kindOfPage(site: string, url: string): PageKind | undefined {
  const parsed = URL.parse(url.slice(0, MAX_URL));
  const of = parsed && siteFor(parsed);
  return parsed && of?.id === site ? of.classifyUrl(parsed)?.page : undefined;
}

/** Match patterns for content scripts: every host of these sites with its subdomains. */
export function matchPatterns(of: readonly Site[] = sites): string[] {
  return of.flatMap((site) => site.hosts.map((host) => `https://*.${host}/*`));
}

/** Reads a page of whichever site its address is of; undefined for any other address. As readPageOf. */
export function readPage(document: Document, url: string, options?: ReadOptions): PageRead | undefined {
  const site = siteFor(url);
  return site && readPageOf(site, document, url, options);
}

/** What a reading of one of these sites, or of a page of none, says as observations. As understand. */
export function observationsIn(reading: Reading): Observation[] {
  return understand(reading, reading.site === WEB ? anyPage : sites.find(({ id }) => id === reading.site));
}
