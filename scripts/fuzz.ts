// npm run fuzz -- [--pages 100000] [--seed 1] [--without-browser]
// Reads mutated pages made of the fixtures of every site, in Chromium, or without a browser, which takes many times as
// long. Prints each failure with its seed and the fewest changes that still fail so; `--seed SEED --pages 1` reads that
// page again. Ends with 1 when anything failed.
import { parseArgs } from 'node:util';
import { readFixtures } from './fuzz/fixture-files.ts';
import { fixturesOf } from './fuzz/fixtures.ts';
import { fuzz, type Hear } from './fuzz/fuzz.ts';
import { fuzzInBrowser } from './fuzz/in-browser.ts';
import { getBrowsers } from './lib/get-browsers.ts';
import { runTool } from './lib/tool.ts';

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    'without-browser': { type: 'boolean', default: false },
  },
});
const [pages, seed] = [Number(values.pages), Number(values.seed)];
if (!Number.isInteger(pages) || !Number.isInteger(seed) || pages < 1) {
  console.error('usage: npm run fuzz -- [--pages 100000] [--seed 1] [--without-browser]');
  process.exit(2);
}
const hear: Hear = (at, failure) => {
  if (failure) console.log(JSON.stringify(failure));
  else if (at % 1_000 === 999) console.error(`${at + 1} of ${pages} pages`);
};
const inBrowser = !values['without-browser'];
if (inBrowser) {
  await getBrowsers(['chromium']);
  // What is put together for the browser goes by the settings that WXT writes.
  await runTool('wxt', ['prepare'], { output: 'hide' });
}
const { failures, steps } = inBrowser
  ? await fuzzInBrowser(seed, pages, hear)
  : fuzz(fixturesOf(readFixtures()), seed, pages, hear);
console.log(
  `${pages} pages from seed ${seed}: ${failures.length} failed, at most ${Math.round(steps)} questions a node`,
);
if (failures.length > 0) process.exitCode = 1;
