import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { MARKER_PATH, readerPath } from '../../lib/protocol/site-scripts.ts';
import { matchPatterns, sites } from '../../lib/sites/registry.ts';
import { builtExtension } from '../../scripts/lib/open-browser.ts';
import { hasConversations } from '../../scripts/lib/site-scripts.ts';

/** What every page of a marketplace has to load and run for us, and what a page that is read has to beside, in bytes after gzip. */
const EVERY_PAGE = 7_100;
const READER = 15_000;

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
  /** Bytes after gzip; fails where one of the worker's libraries is in it. */
  const weightOf = (path: string) => {
    const script = file(path);
    for (const [name, trace] of libraries) expect(trace.test(script.toString()), `${name} in ${path}`).toBe(false);
    return gzipSync(script, { level: 9 }).length;
  };

  test('are one for all pages of marketplaces, which the manifest names alone', () => {
    const [script, ...more] = manifest.content_scripts;
    expect(more).toEqual([]);
    expect(script).toEqual({ matches: matchPatterns(), js: [MARKER_PATH.slice(1)], run_at: 'document_start' });
  });

  test(`the one in every page: ${EVERY_PAGE} bytes or less after gzip, without what reads`, () => {
    const bytes = weightOf(MARKER_PATH);
    expect(bytes).toBeGreaterThan(3_000);
    expect(bytes).toBeLessThanOrEqual(EVERY_PAGE);
  });

  test.each(sites.map(({ id }) => [id]))(
    `what reads %s: ${READER} bytes or less after gzip, without the worker's libraries`,
    (id) => {
      const bytes = weightOf(readerPath(id));
      expect(bytes).toBeGreaterThan(5_000);
      expect(bytes).toBeLessThanOrEqual(READER);
    },
  );

  test.each(sites.filter(hasConversations).map(({ id }) => [id]))(
    `what reads conversations of %s: ${READER} bytes or less after gzip, and nothing of lists or people`,
    (id) => {
      const path = readerPath(id, 'messages');
      expect(weightOf(path)).toBeGreaterThan(3_000);
      expect(weightOf(path)).toBeLessThan(weightOf(readerPath(id)));
    },
  );

  test('the script that reads any page is small, and carries none of them either', () => {
    expect(weightOf('read-this-page.js')).toBeLessThanOrEqual(ANY_PAGE);
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
  content_scripts: object[];
}
