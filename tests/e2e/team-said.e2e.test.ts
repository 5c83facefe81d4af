// What others of the team say about people, in browsers with a real server between them: what the team's analyst found marks the
// person on the page that is open, and what one member decided is a note in the other's panel.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jetstreamManager } from '@nats-io/jetstream';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Observation } from '../../lib/model/observation.ts';
import { type Invitation, readInvitation } from '../../lib/team/invitation.ts';
import { STREAM } from '../../lib/team/stream.ts';
import { Analyst } from '../../scripts/analyst/analyst.ts';
import { AnalystStore } from '../../scripts/analyst/store.ts';
import { openWire } from '../../scripts/analyst/wire.ts';
import { clickInFrame, countBadges, openPanel } from '../../scripts/lib/badges-in-page.ts';
import { builtForTeams } from '../../scripts/lib/open-browser.ts';
import { connectAs, sendLetters } from '../../scripts/team/apply.ts';
import { joinAll, makeKey, press } from '../../scripts/team/join.ts';
import { type LocalTeam, memberLine, newSeeds, startLocalTeam } from '../../scripts/team/local-team.ts';
import { axeFindings } from './axe.ts';
import { browserKinds, isChromium, soon, startBrowser, type TestBrowser } from './harness.ts';
import { accountOf, addressOf, answer, BIDDERS, markIn, textOf } from './team-pages.ts';

const { carla, analyst } = newSeeds('carla', 'analyst');
const others = [memberLine(carla, 'Carla'), memberLine(analyst, 'Analyst', 'analyst')];
const [FIRST, SECOND, THIRD] = [9_700_005, 9_700_006, 9_700_008];

/**
 * Carla has seen two projects, the analyst takes that in, and then the pool lets go of it, as it does of what grows old.
 *
 * @returns what the analyst found, sealed and ready to be said
 */
async function foundAndGone(team: LocalTeam): Promise<{ subject: string; body: Uint8Array }[]> {
  const seen = [FIRST, SECOND].flatMap((project) =>
    Array.from({ length: BIDDERS }, (_, n): Observation => {
      const seenAt = new Date().toISOString();
      return {
        kind: 'bid',
        site: 'freelancer',
        seenAt,
        project: `${project}`,
        account: accountOf(project, n),
        text: textOf(project, n),
      };
    }),
  );
  const administrator = await connectAs(team.secrets.seed, team.server.url);
  const manager = await jetstreamManager(administrator, { checkAPI: false });
  const lastOf = async () => (await manager.streams.info(STREAM)).state.last_seq;
  const before = await lastOf();
  const connection = await connectAs(carla, team.server.url);
  const secrets = { seed: carla, teamKey: team.secrets.teamKey };
  await sendLetters(
    connection,
    secrets,
    seen.map((observation) => ({ says: 'seen', observation })),
  );
  await connection.close();

  const folder = mkdtempSync(join(tmpdir(), 'hireflag-analyst-'));
  const store = new AnalystStore(folder);
  const wire = await openWire(team.server.url, analyst);
  const said: { subject: string; body: Uint8Array }[] = [];
  const invitation = readInvitation(team.invitation()) as Invitation;
  await new Analyst(store, { invitation, seed: analyst }).turn({
    ...wire,
    say: async (subject, body) => said.push({ subject, body }),
  });
  await wire.close();
  store.close();
  rmSync(folder, { recursive: true, force: true });

  for (let sequence = await lastOf(); sequence > before; sequence -= 1) {
    await manager.streams.deleteMessage(STREAM, sequence, true);
  }
  await administrator.close();
  return said;
}

describe.each(browserKinds)('in %s', (kind) => {
  let team: LocalTeam;
  let ana: TestBrowser;
  let ben: TestBrowser;
  let said: { subject: string; body: Uint8Array }[];

  beforeAll(async () => {
    team = await startLocalTeam(others, { decisions: 'yes' });
    said = await foundAndGone(team);
    const start = () => startBrowser(kind, { answer, extension: builtForTeams[kind], pool: team.server });
    [ana, ben] = [await start(), await start()];
    const newcomers = [await makeKey(ana, 'Ana'), await makeKey(ben, 'Ben')];
    await joinAll(team, newcomers, others);
    const [anas] = newcomers;
    await press(anas?.settings as Page, '[name="team-share"]');
    for (const { settings } of newcomers) await settings.close();
  });
  afterAll(async () => {
    await Promise.all([ana?.close(), ben?.close()]);
    await team?.stop();
  });

  test('what the analyst found marks the person on the page that is open, as the pool’s', async () => {
    expect(said.length).toBe(2);
    const page = await ben.open(addressOf(SECOND));
    await page.bringToFront();
    await expect.poll(() => countBadges(page), soon).toBe(BIDDERS);
    const [account, beside] = [accountOf(SECOND, 5), accountOf(SECOND, 6)];
    const before = await markIn(kind, page, account);
    const besideBefore = await markIn(kind, page, beside);
    if (kind === 'chromium') expect(before).toContain('Nothing found so far.');

    const wire = await openWire(team.server.url, analyst);
    for (const { subject, body } of said) await wire.say(subject, body);
    await wire.close();
    await expect.poll(() => markIn(kind, page, account), soon).not.toBe(before);
    if (kind === 'chromium') expect(await markIn(kind, page, account)).toMatch(/Look closer|Worth a question/);
    expect(await markIn(kind, page, beside)).toBe(besideBefore);

    const frame = await openPanel(page, account);
    const words = await frame.$eval('article', (panel) => panel.textContent);
    expect(words).toContain('by your team’s analyst, in what the whole team has seen');
    await page.close();
  });

  test('what one decided is a note in the other’s panel, and decides nothing there', async () => {
    const account = accountOf(THIRD, 3);
    const own = await ana.open(addressOf(THIRD));
    await own.bringToFront();
    await expect.poll(() => countBadges(own), soon).toBe(BIDDERS);
    const anas = await openPanel(own, account);
    await clickInFrame(own, anas, '.acts summary');
    await anas.focus('[data-form="fine"] input');
    await own.keyboard.type('Spoke with them on the phone');
    await clickInFrame(own, anas, '[data-form="fine"] [data-do="fine"]');
    await expect.poll(() => anas.$eval('article', (panel) => panel.textContent), soon).toContain('Checked by you');

    const page = await ben.open(addressOf(THIRD));
    await page.bringToFront();
    await expect.poll(() => countBadges(page), soon).toBe(BIDDERS);
    const bens = await openPanel(page, account);
    const note = () => bens.$eval('#team-decisions', (part) => part.textContent).catch(() => '');
    await expect
      .poll(note, soon)
      .toMatch(/Ana checked this account and found it fine, .*: “Spoke with them on the phone”/);
    expect(await bens.$eval('article', (panel) => panel.textContent)).not.toContain('Checked by you');
    // Whoever decided has no note of it beside.
    expect(await anas.$('#team-decisions')).toBeNull();
  });

  test.runIf(isChromium).each(['light', 'dark'])(
    'axe-core finds nothing in the settings of who is in a team (%s)',
    async (theme) => {
      const settings = await ana.openOwn('settings.html');
      await settings.bringToFront();
      await settings.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
      await settings.waitForSelector('#team-counts');
      expect(await axeFindings(settings)).toEqual([]);
      await settings.$eval('#team', (part) => part.scrollIntoView());
      await ana.screenshot(settings, `team-settings-${theme}`);
      await settings.close();
    },
  );
});
