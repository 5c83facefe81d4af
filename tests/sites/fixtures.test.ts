// Every folder beside this file is one saved page and what must be read on it. README.md tells how to
// add one.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseObservation } from '../../lib/model/observation.ts';
import { sites } from '../../lib/sites/registry.ts';
import { observe } from './pages.ts';

const here = new URL('.', import.meta.url);
const folders = (at: URL) => readdirSync(at, { withFileTypes: true }).filter((one) => one.isDirectory());

for (const site of folders(here)) {
  describe(site.name, () => {
    const root = new URL(`${site.name}/`, here);

    it('is a site of the registry', () => {
      expect(sites.map((one) => one.id)).toContain(site.name);
    });

    it.each(folders(root).map((one) => one.name))('%s', (name) => {
      const html = readFileSync(new URL(`${name}/page.html`, root), 'utf8');
      const [, url = '', seenAt = ''] = /^<!-- url: (\S+) seen-at: (\S+) -->\n/.exec(html) ?? [];
      const expected = readFileSync(new URL(`${name}/expected.jsonl`, root), 'utf8')
        .trim()
        .split('\n');
      const seen = observe(html, url, { seenAt });
      expect(seen).toEqual(expected.map((line) => JSON.parse(line)));
      for (const one of seen) expect(parseObservation(one)).toEqual({ observation: one });
    });
  });
}

it.each(sites.map((site) => site.id))('%s has fixtures', (id) => {
  expect(folders(here).map((one) => one.name)).toContain(id);
});
