// How much of a list of bidders is read, on pages that are made up anew and vary as real ones do: by all
// ways of reading together, and by the card heuristics alone, as when a site has changed beyond recognition.

import { type Tallies, tally } from '../lib/tally.ts';
import { variedPage, variedSites } from '../lib/varied-pages.ts';
import { conformance } from './conformance.ts';
import { keptPagesTable } from './kept-pages.ts';

/** No test and no reader was made on these. */
const FIRST_SEED = 90_000;
const COUNTS = [1, 2, 5, 12, 30, 60];
const FIELDS = ['people', 'names', 'texts', 'amounts', 'days', 'ratings'];

/** Reads six lists of each site and 24 pages of each kind, in two ways; takes a minute. */
export async function reading(): Promise<{ title: string; markdown: string }> {
  const rows = variedSites.map((site, n) => {
    const whole: Tallies = {};
    const byCards: Tallies = {};
    const wrong = { invented: 0, others: 0 };
    COUNTS.forEach((count, m) => {
      const page = variedPage(site, count, FIRST_SEED + 100 * n + m);
      for (const [sums, by] of [
        [whole, undefined],
        [byCards, 'cards'],
      ] as const) {
        const { counts, invented, others } = tally(page, by);
        add(sums, counts);
        wrong.invented += invented.length;
        wrong.others += others;
      }
    });
    const cells = FIELDS.map((field) => `${share(whole, field)} / ${share(byCards, field)}`);
    return `| ${site} | ${cells.join(' | ')} | ${wrong.invented} | ${wrong.others} |`;
  });
  const lines = [
    'Lists of 1 to 60 bidders with the structure that each marketplace is known to have, made up from seeds that no reader and no test was made on. Names,',
    'fields left out, the order of a card’s parts, wrappers and hashed class names vary. Of 100 that are on the page so many are read as they are, all',
    'ways together / by the card heuristics alone, with state scripts and a site’s own selectors switched off. Left out: kinds of pages without lists, and whatever',
    'a marketplace does that nobody has shown us: the makers of the pages and of the readers know the same pages.',
    '',
    `| site | ${FIELDS.join(' | ')} | read though nobody said it | read as bidders though nobody |`,
    `|---|${FIELDS.map(() => '---|').join('')}---|---|`,
    ...rows,
    '',
    'Every kind of page of every marketplace, made from what is written of their structure by somebody who had not looked at the readers: in the markup that is',
    'known, or in general designs (cards, tables, definitions, list items, mixed; class names that say something, nothing or are hashed; indented or not; in the',
    'languages of the site), half loaded, with a button for more, or of nobody. Of 100 that are on the page so many are read as they are, by all ways / by the card',
    'heuristics alone. Seeds that nothing was tried on.',
    '',
    conformance(),
    '',
    'Pages written by hand as somebody meets them in 2026, with right values by the design, before a look at the readers (`scripts/evaluate/sets/README.md`): bids,',
    'profiles, projects, inboxes and threads of ten sites, and pages of theirs on which there is nobody to read. Half of each author’s were put aside by lot.',
    'The author of the first mended the readers on its open half afterwards and knew what was on the other; the second author had not seen the readers.',
    '',
    keptPagesTable(),
  ];
  return { title: 'Reading pages', markdown: `${lines.join('\n')}\n` };
}

function add(sums: Tallies, counts: Tallies): void {
  for (const [field, { there, read }] of Object.entries(counts)) {
    const sum = sums[field] ?? { there: 0, read: 0 };
    sums[field] = { there: sum.there + there, read: sum.read + read };
  }
}

/** Of 100, or a dash where the site's pages do not have the field. */
function share(sums: Tallies, field: string): string {
  const { there, read } = sums[field] ?? { there: 0, read: 0 };
  return there === 0 ? '–' : ((100 * read) / there).toFixed(read === there ? 0 : 1);
}
