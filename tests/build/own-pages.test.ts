// What Hireflag's own pages load before they show anything: words by which texts are judged are the worker's alone.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtExtension } from '../../scripts/lib/open-browser.ts';

/** The most that a page may load of scripts, bytes before packing: what is parsed each time it opens. */
const most = { panel: 800_000, popup: 600_000, dashboard: 1_600_000, record: 950_000, settings: 750_000 };

describe.each(['chromium', 'firefox'] as const)('for %s', (kind) => {
  /** All scripts that a page names, as one text. */
  const scriptsOf = (page: string) => {
    const html = readFileSync(join(builtExtension[kind], `${page}.html`), 'utf8');
    const paths = [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, path]) => path as string);
    return [...new Set(paths)].map((path) => readFileSync(join(builtExtension[kind], path), 'utf8')).join('\n');
  };

  test.each(Object.entries(most))('%s loads no more than %i bytes of scripts', (page, limit) => {
    const bytes = Buffer.byteLength(scriptsOf(page));
    console.info(`${kind} ${page}: ${bytes} bytes`);
    expect(bytes).toBeGreaterThan(20_000);
    expect(bytes).toBeLessThanOrEqual(limit);
  });

  // For older browsers light-dark() would be put together of custom properties: they follow the system and not the page
  // that a mark stands in, and a page can set them.
  test('styles are written for the browsers that it asks for', () => {
    const files = readdirSync(builtExtension[kind], { recursive: true, encoding: 'utf8' });
    const styled = files.filter((file) => /\.(?:css|js)$/.test(file));
    const texts = styled.map((file) => [file, readFileSync(join(builtExtension[kind], file), 'utf8')] as const);
    expect(texts.filter(([, text]) => text.includes('light-dark(')).length).toBeGreaterThan(1);
    expect(texts.flatMap(([file, text]) => (text.includes('lightningcss-') ? [file] : []))).toEqual([]);
  });
});
