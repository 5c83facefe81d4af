// npm run fuzz -- [--pages 100000] [--seed 1]
// Reads mutated pages made of the fixtures of every site. Prints each failure with its seed and the fewest changes
// that still fail so; `--seed SEED --pages 1` reads that page again. Ends with 1 when anything failed.
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz/fuzz.ts';

const { values } = parseArgs({
  options: { pages: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
});
const [pages, seed] = [Number(values.pages), Number(values.seed)];
if (!Number.isInteger(pages) || !Number.isInteger(seed) || pages < 1) {
  console.error('usage: npm run fuzz -- [--pages 100000] [--seed 1]');
  process.exit(2);
}
const { failures, steps } = fuzz(seed, pages, (at, failure) => {
  if (failure) console.log(JSON.stringify(failure));
  else console.error(`${at + 1} of ${pages} pages`);
});
console.log(
  `${pages} pages from seed ${seed}: ${failures.length} failed, at most ${Math.round(steps)} questions a node`,
);
if (failures.length > 0) process.exitCode = 1;
