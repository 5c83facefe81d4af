// How much is read of the pages that were written down by hand before a look at the readers, half of each author's put aside.
import { emptyFigures, type Half, judge, keptPages } from './sets/pages.ts';

const halves: readonly (readonly [Half, string])[] = [
  ['open', 'open, on which the readers were mended'],
  ['held-out', 'held out'],
  ['second-open', 'by another author, open'],
  ['second-held-out', 'by another author, held out'],
  ['third-open', 'by a third author, open'],
  ['third-held-out', 'by a third author, held out'],
];

/** The table of all halves, all ways together and by the card heuristics alone. */
export function keptPagesTable(): string {
  const rows = halves.flatMap(([half, name]) =>
    ([undefined, 'cards'] as const).map((by) => {
      const sums = emptyFigures();
      for (const page of keptPages(half)) judge(page, sums, by);
      const { there, right, wrong, invented, statuses, statusRight } = sums;
      const unread = there - right - wrong;
      const share = ((100 * right) / there).toFixed(1);
      const how = by ? 'card heuristics alone' : 'all ways';
      return `| ${name} | ${how} | ${sums.pages} | ${there} | ${right} (${share} %) | ${Math.max(0, unread)} | ${wrong} | ${invented} | ${statusRight} of ${statuses} |`;
    }),
  );
  return [
    '| half | read by | pages | fields there | right | unread | wrong | read though not there | status right |',
    '|---|---|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}
