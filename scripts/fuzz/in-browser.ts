// Reads mutated pages in Chromium, whose documents are its own: many times as many as in the same time without it.
import { join } from 'node:path';
import { build } from 'vite';
import { withoutMarkup } from '../lib/shipped-packages.ts';
import { startBrowser } from '../lib/start-browser.ts';
import { root } from '../lib/tool.ts';
import { writtenWords } from '../lib/written-words.ts';
import type { FuzzPage } from './browser-entry.ts';
import { readFixtures } from './fixture-files.ts';
import type { Fuzzed, Hear } from './fuzz.ts';

/** Pages that are read without a word of how far it has come: few, for a browser that says nothing for minutes is given up. */
const AT_ONCE = 25;

/** As fuzz, in Chromium. */
export async function fuzzInBrowser(first: number, pages: number, hear?: Hear): Promise<Fuzzed> {
  const script = await bundle();
  const blank = { status: 200, type: 'text/html; charset=utf-8', body: '<!doctype html><title>Fuzz</title>' };
  const browser = await startBrowser('chromium', { answer: () => blank, bare: true });
  try {
    const page = await browser.open('https://fuzz.example/');
    await page.evaluate(script);
    await page.evaluate(
      (files) => (globalThis as unknown as { fuzzPage: FuzzPage }).fuzzPage.startFuzz(files),
      readFixtures(),
    );
    const all: Fuzzed = { pages, failures: [], steps: 0 };
    for (let done = 0; done < pages; done += AT_ONCE) {
      const { failures, steps } = await page.evaluate(
        (from, count) => (globalThis as unknown as { fuzzPage: FuzzPage }).fuzzPage.fuzzPages(from, count),
        first + done,
        Math.min(AT_ONCE, pages - done),
      );
      all.steps = Math.max(all.steps, steps);
      for (const failure of failures) {
        all.failures.push(failure);
        hear?.(failure.seed - first, failure);
      }
      hear?.(Math.min(done + AT_ONCE, pages) - 1);
    }
    return all;
  } finally {
    await browser.close();
  }
}

/** All that runs in the page, as one script. */
async function bundle(): Promise<string> {
  const folder = join(root, 'scripts', 'fuzz');
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [writtenWords, withoutMarkup],
    resolve: { alias: [{ find: /^\.\/window\.ts$/, replacement: join(folder, 'browser-window.ts') }] },
    build: {
      write: false,
      minify: false,
      lib: { entry: join(folder, 'browser-entry.ts'), formats: ['iife'], name: 'fuzzEntry' },
    },
  });
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const [script] = outputs.filter((one) => one.type === 'chunk');
  if (!script) throw new Error('Nothing was built.');
  return script.code;
}
