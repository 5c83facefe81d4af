// Every fixture of every site, as it is in its files.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Observation } from '../../lib/model/observation.ts';
import { root } from '../lib/tool.ts';

export interface FixtureFile {
  /** `site/case`. */
  name: string;
  site: string;
  url: string;
  seenAt: string;
  html: string;
  expected: readonly Observation[];
}

export function readFixtures(): FixtureFile[] {
  const folder = join(root, 'tests', 'sites');
  const folders = (at: string) => readdirSync(at, { withFileTypes: true }).filter((one) => one.isDirectory());
  return folders(folder).flatMap(({ name: site }) =>
    folders(join(folder, site)).map(({ name }): FixtureFile => {
      const html = readFileSync(join(folder, site, name, 'page.html'), 'utf8');
      const [, url = '', seenAt = ''] = /^<!-- url: (\S+) seen-at: (\S+) -->\n/.exec(html) ?? [];
      const lines = readFileSync(join(folder, site, name, 'expected.jsonl'), 'utf8')
        .trim()
        .split('\n');
      const expected = lines.map((line): Observation => JSON.parse(line));
      return { name: `${site}/${name}`, site, url, seenAt, html, expected };
    }),
  );
}
