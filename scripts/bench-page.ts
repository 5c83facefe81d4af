// Prints what Hireflag costs a marketplace's page, as the tables of docs have it. The extension must be built.
//   npm run bench:page [-- --beside FOLDER] [--rounds N] [--loads]
// FOLDER holds another built version for Chromium, which is measured in the same run; with --loads nothing but loads
// of a page is measured, and no list that grows.
import { parseArgs } from 'node:util';
import { measurePages } from './bench/page.ts';
import { variantsBeside } from './bench/variants.ts';

const { values } = parseArgs({
  options: {
    beside: { type: 'string' },
    rounds: { type: 'string', default: '7' },
    loads: { type: 'boolean', default: false },
  },
});
const variants = [{ name: 'without', bare: true }, ...variantsBeside(values.beside)];
console.log(await measurePages(variants, Number(values.rounds), !values.loads));
