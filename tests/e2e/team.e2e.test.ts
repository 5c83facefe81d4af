// Two browsers of one team, with a real server between them: what one reads flags in the other, on the page that is
// open there, without anybody touching it.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countBadges } from '../../scripts/lib/badges-in-page.ts';
import { builtForTeams } from '../../scripts/lib/open-browser.ts';
import { joinAll, makeKey } from '../../scripts/team/join.ts';
import { type LocalTeam, startLocalTeam } from '../../scripts/team/local-team.ts';
import { browserKinds, soon, startBrowser, type TestBrowser } from './harness.ts';
import { addressOf, answer, BIDDERS, markIn } from './team-pages.ts';

describe.each(browserKinds)('in %s', (kind) => {
  let team: LocalTeam;
  let ana: TestBrowser;
  let ben: TestBrowser;

  const markOf = (page: Page, account: string) => markIn(kind, page, account);

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
