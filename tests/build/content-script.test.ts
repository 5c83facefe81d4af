import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { matchPatterns, sites } from '../../lib/sites/registry.ts';
import { builtExtension } from '../../scripts/lib/open-browser.ts';

/** What a marketplace page has to load and run for us, in bytes after gzip. */
const BUDGET = 18_000;

/** What the script that reads any page may weigh, in bytes after gzip. */
const ANY_PAGE = 5_000;

/** Names that only these libraries have, whether they are minified or not. */
const libraries: [name: string, trace: RegExp][] = [
  ['the database', /dexie/i],
  ['the schema library', /\bZod(Mini)?(String|Object)\b/],
  ['the view library', /\b__k\b/],
  ['the polyfill', /should only be loaded in a browser extension/],
  ['the message formatter', /MISSING_OTHER_CLAUSE/],
];

describe.each(['chromium', 'firefox'] as const)('the content scripts for %s', (kind) => {
  const file = (path: string) => readFileSync(join(builtExtension[kind], path));
  const manifest: Manifest = JSON.parse(file('manifest.json').toString());
  const partsOf = (id: string) => {
    const scripts = manifest.content_scripts.filter(({ js }) => js.includes(`content-scripts/${id}.js`));
    return scripts.flatMap(({ js, css = [] }) => [...js, ...css]).map(file);
  };

  test('are one a marketplace, on its own hosts', () => {
    expect(manifest.content_scripts).toHaveLength(sites.length);
    for (const site of sites) {
      const script = manifest.content_scripts.find(({ js }) => js.includes(`content-scripts/${site.id}.js`));
      expect(script?.matches.toSorted(), site.id).toEqual(matchPatterns([site]).toSorted());
    }
  });

  test.each(sites.map(({ id }) => [id]))(
    `%s: ${BUDGET} bytes or less after gzip, without the worker's libraries`,
    (id) => {
      const parts = partsOf(id);
      const bytes = parts.reduce((sum, part) => sum + gzipSync(part, { level: 9 }).length, 0);
      expect(bytes).toBeGreaterThan(5_000);
      expect(bytes).toBeLessThanOrEqual(BUDGET);
      for (const part of parts) {
        for (const [name, trace] of libraries) expect(trace.test(part.toString()), `${name} in ${id}`).toBe(false);
      }
    },
  );

  test('the script that reads any page is small, and carries none of them either', () => {
    const script = file('read-this-page.js');
    expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(ANY_PAGE);
    for (const [name, trace] of libraries) expect(trace.test(script.toString()), name).toBe(false);
  });

  test('and the names looked for would tell', () => {
    const chunks = readdirSync(join(builtExtension[kind], 'chunks')).map((name) => `chunks/${name}`);
    const worker = manifest.background.service_worker ?? manifest.background.scripts?.[0] ?? '';
    const shipped = [worker, ...chunks].map((path) => file(path).toString());
    for (const [name, trace] of libraries)
      expect(shipped.filter((one) => trace.test(one)).length, name).toBeGreaterThan(0);
  });
});

interface Manifest {
  background: { service_worker?: string; scripts?: string[] };
  content_scripts: { js: string[]; css?: string[]; matches: string[] }[];
}
