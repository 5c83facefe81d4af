// How much is read of pages of every kind of every marketplace that are made up anew, whole and by the card heuristics alone.
import { observe, open } from '../lib/observe.ts';
import { kinds, madePage } from './pages/make.ts';
import { columns, compare, type Tallies } from './pages/truth.ts';

/** How many pages of each kind are made for the table. */
const PAGES = 24;
/** No reader, no test and no generator was tried on these. */
export const UNSEEN = 900_000;

interface Row {
  whole: Tallies;
  byCards: Tallies;
  invented: number;
  examples: string[];
}

function add(sums: Tallies, counts: Tallies): void {
  for (const [field, { there, read }] of Object.entries(counts)) {
    const sum = sums[field] ?? { there: 0, read: 0 };
    sums[field] = { there: sum.there + there, read: sum.read + read };
  }
}

/** Reads `pages` pages of one kind from `seed` on; examples say what went wrong. */
export function measure(site: string, kind: (typeof kinds)[number][1], seed: number, pages: number): Row {
  const row: Row = { whole: {}, byCards: {}, invented: 0, examples: [] };
  for (let n = 0; n < pages; n++) {
    const page = madePage(site, kind, seed + n);
    const document = open(page.html, page.url);
    for (const by of [undefined, 'cards'] as const) {
      const seen = observe(document, page.url, { seenAt: page.seenAt, ...(by && { by }) });
      const { counts, missed, invented } = compare(page, seen);
      add(by ? row.byCards : row.whole, counts);
      if (by) continue;
      row.invented += invented.length;
      row.examples.push(
        ...[...missed, ...invented.map((one) => `INVENTED ${one}`)].map((one) => `${seed + n} ${page.design}: ${one}`),
      );
    }
  }
  return row;
}

export function share(sums: Tallies, field: string): string {
  const { there, read } = sums[field] ?? { there: 0, read: 0 };
  return there === 0 ? '–' : ((100 * read) / there).toFixed(read === there ? 0 : 1);
}

/** All columns of one tally together, of 1. */
export function total(sums: Tallies): number {
  const all = Object.values(sums);
  const there = all.reduce((sum, one) => sum + one.there, 0);
  return there === 0 ? 1 : all.reduce((sum, one) => sum + one.read, 0) / there;
}

/** The table of every kind of page. */
export function conformance(seed = UNSEEN, pages = PAGES): string {
  const sum: Row = { whole: {}, byCards: {}, invented: 0, examples: [] };
  const line = (name: string, { whole, byCards, invented }: Row) =>
    `| ${name} | ${columns.map((field) => `${share(whole, field)} / ${share(byCards, field)}`).join(' | ')} | ${(100 * total(whole)).toFixed(1)} | ${invented} |`;
  const rows = kinds.map(([site, kind], n) => {
    const row = measure(site, kind, seed + 1_000 * n, pages);
    add(sum.whole, row.whole);
    add(sum.byCards, row.byCards);
    sum.invented += row.invented;
    return line(`${site}, ${kind}`, row);
  });
  return [
    `| page | ${columns.join(' | ')} | all | read though not there |`,
    `|---|${columns.map(() => '---|').join('')}---|---|`,
    ...rows,
    line('all', sum),
  ].join('\n');
}
