import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { builtExtension } from '../../scripts/lib/open-browser.ts';

/** What a marketplace page has to load and run for us, in bytes after gzip. */
const BUDGET = 20_000;

/** A name that only the whole of zod gives its schemas; zod/mini says ZodMiniString. */
const wholeZod = /\bZodString\b/;
const dexie = /dexie/i;

describe.each(['chromium', 'firefox'] as const)('the content script for %s', (kind) => {
  const file = (path: string) => readFileSync(join(builtExtension[kind], path));
  const manifest: Manifest = JSON.parse(file('manifest.json').toString());
  const parts = manifest.content_scripts.flatMap(({ js, css = [] }) => [...js, ...css]).map(file);

  test(`is ${BUDGET} bytes or less after gzip`, () => {
    const bytes = parts.reduce((sum, part) => sum + gzipSync(part, { level: 9 }).length, 0);
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(BUDGET);
  });

  test('holds neither the database nor the whole of zod', () => {
    for (const part of parts) {
      expect(part.toString()).not.toMatch(dexie);
      expect(part.toString()).not.toMatch(wholeZod);
    }
  });

  test('and these names would tell', () => {
    expect(file(manifest.background.service_worker ?? manifest.background.scripts?.[0] ?? '').toString()).toMatch(
      dexie,
    );
    expect(readFileSync('node_modules/zod/v4/classic/schemas.js', 'utf8')).toMatch(wholeZod);
  });
});

interface Manifest {
  background: { service_worker?: string; scripts?: string[] };
  content_scripts: { js: string[]; css?: string[] }[];
}
