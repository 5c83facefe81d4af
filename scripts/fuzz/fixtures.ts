// The pages that are mutated: every fixture of every site, with what is known to be read on it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import type { Observation } from '../../lib/model/observation.ts';
import { root } from '../lib/tool.ts';

export interface Fixture {
  /** `site/case`. */
  name: string;
  site: string;
  url: string;
  seenAt: string;
  html: string;
  /** Parsed, never changed: it is cloned. */
  document: Document;
  expected: readonly Observation[];
}

/** One window for all pages: making one costs more than reading a page. */
export const { window } = new JSDOM('');

export const parse = (html: string): Document => new window.DOMParser().parseFromString(html, 'text/html');

export function loadFixtures(): Fixture[] {
  const folder = join(root, 'tests', 'sites');
  const folders = (at: string) => readdirSync(at, { withFileTypes: true }).filter((one) => one.isDirectory());
  return folders(folder).flatMap(({ name: site }) =>
    folders(join(folder, site)).map(({ name }): Fixture => {
      const html = readFileSync(join(folder, site, name, 'page.html'), 'utf8');
      const [, url = '', seenAt = ''] = /^<!-- url: (\S+) seen-at: (\S+) -->\n/.exec(html) ?? [];
      const lines = readFileSync(join(folder, site, name, 'expected.jsonl'), 'utf8')
        .trim()
        .split('\n');
      const expected = lines.map((line): Observation => JSON.parse(line));
      return { name: `${site}/${name}`, site, url, seenAt, html, document: parse(html), expected };
    }),
  );
}
