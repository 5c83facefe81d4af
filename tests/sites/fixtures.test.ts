// Every folder beside this file is one saved page and what must be read on it. README.md tells how to
// add one.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { collapseSpaces } from '../../lib/model/beginning.ts';
import { type Bid, type Observation, parseObservation } from '../../lib/model/observation.ts';
import { kindOfPage, sites } from '../../lib/sites/registry.ts';
import { bidsOf, observe, open } from '../reading/pages.ts';

const here = new URL('.', import.meta.url);
const folders = (at: URL) => readdirSync(at, { withFileTypes: true }).filter((one) => one.isDirectory());

const loaded = new Map<string, ReturnType<typeof load>>();

/** A page, parsed once, and what must be read on it. Reading changes nothing of a page, so every test may read it. */
function page(folder: URL) {
  const known = loaded.get(folder.href) ?? load(folder);
  loaded.set(folder.href, known);
  return known;
}

function load(folder: URL) {
  const html = readFileSync(new URL('page.html', folder), 'utf8');
  const [, url = '', seenAt = ''] = /^<!-- url: (\S+) seen-at: (\S+) -->\n/.exec(html) ?? [];
  const lines = readFileSync(new URL('expected.jsonl', folder), 'utf8').trim().split('\n');
  return { document: open(html, url), url, seenAt, expected: lines.map((line): Observation => JSON.parse(line)) };
}

for (const site of folders(here)) {
  describe(site.name, () => {
    const root = new URL(`${site.name}/`, here);

    it('is a site of the registry', () => {
      expect(sites.map((one) => one.id)).toContain(site.name);
    });

    it.each(folders(root).map((one) => one.name))('%s', (name) => {
      const { document, url, seenAt, expected } = page(new URL(`${name}/`, root));
      const seen = observe(document, url, { seenAt });
      expect(seen).toEqual(expected);
      // By the address alone, before there is a document: what reads the page is brought so.
      expect(kindOfPage(site.name, url)).toBeDefined();
      for (const one of seen) expect(parseObservation(one)).toEqual({ observation: one });
    });
  });
}

describe('the card heuristics alone, on every list', () => {
  const lists = folders(here).flatMap((site) =>
    folders(new URL(`${site.name}/`, here)).flatMap(({ name }) => {
      const folder = new URL(`${site.name}/${name}/`, here);
      const lines = readFileSync(new URL('expected.jsonl', folder), 'utf8').trim().split('\n');
      const bids = bidsOf(lines.map((line): Observation => JSON.parse(line)));
      return bids.length > 0 ? [{ name: `${site.name}/${name}`, folder, bids }] : [];
    }),
  );

  it.each(lists)('$name: 95 % of the people, 80 % of their texts and amounts', ({ folder, bids }) => {
    const { document, url } = page(folder);
    const seen = new Map(bidsOf(observe(document, url, { by: 'cards' })).map((bid) => [bid.account, bid]));
    const share = (is: (bid: Bid) => boolean) => bids.filter(is).length / bids.length;
    expect(seen.size).toBeLessThanOrEqual(bids.length);
    expect(share((bid) => seen.has(bid.account))).toBeGreaterThanOrEqual(0.95);
    expect(
      share((bid) => collapseSpaces(seen.get(bid.account)?.text ?? '') === collapseSpaces(bid.text ?? '')),
    ).toBeGreaterThanOrEqual(0.8);
    expect(share((bid) => seen.get(bid.account)?.amount === bid.amount)).toBeGreaterThanOrEqual(0.8);
  });
});

it.each(sites.map((site) => site.id))('%s has fixtures', (id) => {
  expect(folders(here).map((one) => one.name)).toContain(id);
});
