// Two browsers of one team, with a real server between them: what one reads flags in the other, on the page that is
// open there, without anybody touching it.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { heardOn } from '../../scripts/lib/accessibility-tree.ts';
import { badgeOf, countBadges } from '../../scripts/lib/badges-in-page.ts';
import { builtForTeams } from '../../scripts/lib/open-browser.ts';
import { joinAll, makeKey } from '../../scripts/team/join.ts';
import { type LocalTeam, startLocalTeam } from '../../scripts/team/local-team.ts';
import { browserKinds, soon, startBrowser, type TestBrowser } from './harness.ts';

const BIDDERS = 14;
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
]);
const words =
  'boat harbour timber paint sail rope anchor engine deck cabin lamp map wind tide pier crane light cargo net crew booking clinic garden invoice parcel museum ticket bridge window bakery cellar orchard station tunnel river copper'.split(
    ' ',
  );

/** What the bidder `n` of a project writes; each has words of their own but one. */
function textOf(project: number, n: number): string {
  if (n === writes.get(project)) return shared.get(n) as string;
  let state = (project * 1_000 + n) * 2_654_435_761;
  const word = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return words[state % words.length];
  };
  return `I would begin number ${n} with ${Array.from({ length: 40 }, word).join(' ')}.`;
}
const card = (project: number, n: number) =>
  `<app-project-view-logged-out-bid-card><div><fl-username><a href="/u/team-${project}-${n}">@team-${project}-${n}</a></fl-username><p class="User-bid-text">${textOf(project, n)}</p><p><strong>€${100 + n} EUR</strong> in ${n + 1} days</p></div></app-project-view-logged-out-bid-card>`;

const addressOf = (project: number) => `https://www.freelancer.com/projects/web/team-${project}`;
function answer(url: URL) {
  const [, number] = /^\/projects\/web\/team-(\d+)$/.exec(url.pathname) ?? [];
  if (!number) return undefined;
  const project = Number(number);
  const cards = Array.from({ length: BIDDERS }, (_, n) => card(project, n)).join('');
  const body = `<!doctype html><link rel="icon" href="data:,"><title>Team</title><main><h1>Team ${project}</h1><p>Project ID: ${project}</p>${cards}</main>`;
  return { status: 200, type: 'text/html; charset=utf-8', body };
}

describe.each(browserKinds)('in %s', (kind) => {
  let team: LocalTeam;
  let ana: TestBrowser;
  let ben: TestBrowser;

  /** How the mark of a bidder is to be told from another: by its words, or where no browser says them, by its look. */
  const markOf = async (page: Page, account: string): Promise<string> => {
    if (kind === 'firefox') return (await badgeOf(page, account)).screenshot({ encoding: 'base64' });
    const heard = (await heardOn(page)).filter(({ role }) => role === 'button');
    return heard.find(({ name }) => name.startsWith(`Hireflag on ${account}: `))?.name ?? '';
  };

  beforeAll(async () => {
    team = await startLocalTeam([]);
    const start = () => startBrowser(kind, { answer, extension: builtForTeams[kind], pool: team.server });
    [ana, ben] = [await start(), await start()];
    const newcomers = [await makeKey(ana, 'Ana'), await makeKey(ben, 'Ben')];
    await joinAll(team, newcomers);
    // Open, they would keep the background at work.
    for (const { settings } of newcomers) await settings.close();
  });
  afterAll(async () => {
    await Promise.all([ana?.close(), ben?.close()]);
    await team?.stop();
  });

  test('what one reads changes the mark on the page that is open in the other', async () => {
    const own = await ben.open(addressOf(9_700_002));
    await own.bringToFront();
    await expect.poll(() => countBadges(own), soon).toBe(BIDDERS);
    const before = await markOf(own, 'team-9700002-5');
    const beside = await markOf(own, 'team-9700002-6');
    if (kind === 'chromium') expect(before).toContain('Nothing found so far.');

    const others = await ana.open(addressOf(9_700_001));
    await expect.poll(() => countBadges(others), soon).toBe(BIDDERS);
    await expect.poll(() => markOf(own, 'team-9700002-5'), soon).not.toBe(before);
    if (kind === 'chromium') expect(await markOf(own, 'team-9700002-5')).toMatch(/Look closer|Worth a question/);
    expect(await markOf(own, 'team-9700002-6')).toBe(beside);
    await Promise.all([own.close(), others.close()]);
  });

  test('and so it does where the browser had ended the background', async () => {
    const own = await ben.open(addressOf(9_700_003));
    await own.bringToFront();
    await expect.poll(() => countBadges(own), soon).toBe(BIDDERS);
    const before = await markOf(own, 'team-9700003-7');
    await ben.endBackground();

    const others = await ana.open(addressOf(9_700_004));
    await expect.poll(() => countBadges(others), soon).toBe(BIDDERS);
    await expect.poll(() => markOf(own, 'team-9700003-7'), soon).not.toBe(before);
    await Promise.all([own.close(), others.close()]);
  });
});
