// Projects of an invented marketplace for tests of the package for teams: of the bidders on two of them one writes what one of the
// other writes, and everybody else has words of their own.
import type { Page } from 'puppeteer-core';
import { heardOn } from '../../scripts/lib/accessibility-tree.ts';
import { badgeOf } from '../../scripts/lib/badges-in-page.ts';
import type { BrowserKind } from '../../scripts/lib/find-browser.ts';

/** How many bid on each. */
export const BIDDERS = 14;
/** By bidder: what one of each of two projects writes. */
const shared = new Map([
  [
    5,
    'Your post about tide tables reminds me of a harbour I once mapped from a rowing boat. I would first list every gauge, then draw the curve of each by hand, and only afterwards write the part that prints them. Nothing is sent before you have seen three pages of it, and corrections cost you nothing for a month.',
  ],
  [
    7,
    'Eleven years ago I began with repairing looms, and weaving taught me to look at patterns before touching anything. For your catalogue I suggest a small drawer of cards, a page for each cloth, and one plain search that forgives spelling. I answer in the evenings, count every hour in a shared sheet and stop when you say so.',
  ],
]);
/** Who writes what in which project. */
const writes = new Map([
  [9_700_001, 5],
  [9_700_002, 5],
  [9_700_003, 7],
  [9_700_004, 7],
  [9_700_005, 5],
  [9_700_006, 5],
]);
const words =
  'boat harbour timber paint sail rope anchor engine deck cabin lamp map wind tide pier crane light cargo net crew booking clinic garden invoice parcel museum ticket bridge window bakery cellar orchard station tunnel river copper'.split(
    ' ',
  );

/** What the bidder `n` of a project writes; each has words of their own but one. */
export function textOf(project: number, n: number): string {
  if (n === writes.get(project)) return shared.get(n) as string;
  let state = (project * 1_000 + n) * 2_654_435_761;
  const word = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return words[state % words.length];
  };
  return `I would begin number ${n} with ${Array.from({ length: 40 }, word).join(' ')}.`;
}
export const accountOf = (project: number, n: number) => `team-${project}-${n}`;
const card = (project: number, n: number) =>
  `<app-project-view-logged-out-bid-card><div><fl-username><a href="/u/${accountOf(project, n)}">@${accountOf(project, n)}</a></fl-username><p class="User-bid-text">${textOf(project, n)}</p><p><strong>€${100 + n} EUR</strong> in ${n + 1} days</p></div></app-project-view-logged-out-bid-card>`;

export const addressOf = (project: number) => `https://www.freelancer.com/projects/web/team-${project}`;
export function answer(url: URL) {
  const [, number] = /^\/projects\/web\/team-(\d+)$/.exec(url.pathname) ?? [];
  if (!number) return undefined;
  const project = Number(number);
  const cards = Array.from({ length: BIDDERS }, (_, n) => card(project, n)).join('');
  const body = `<!doctype html><link rel="icon" href="data:,"><title>Team</title><main><h1>Team ${project}</h1><p>Project ID: ${project}</p>${cards}</main>`;
  return { status: 200, type: 'text/html; charset=utf-8', body };
}

/** How the mark of a bidder is to be told from another: by its words, or where no browser says them, by its look. */
export async function markIn(kind: BrowserKind, page: Page, account: string): Promise<string> {
  if (kind === 'firefox') return (await badgeOf(page, account)).screenshot({ encoding: 'base64' });
  const heard = (await heardOn(page)).filter(({ role }) => role === 'button');
  return heard.find(({ name }) => name.startsWith(`Hireflag on ${account}: `))?.name ?? '';
}
