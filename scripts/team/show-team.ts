// The practice team: two browsers with the package for teams on the practice marketplace, and a real server between them. Ben has
// a profile open on which nothing was found; Ana opens another that says nearly the same, and Ben's mark changes.
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { answer } from '../../practice/marketplace.ts';
import { chooseBrowser } from '../lib/choose-browser.ts';
import type { FoundBrowser } from '../lib/find-browser.ts';
import { getNatsServer } from '../lib/get-nats-server.ts';
import { builtForTeams, type OpenBrowser, openBrowser, patience, untilClosed } from '../lib/open-browser.ts';
import { openPopup } from '../lib/popup.ts';
import { type PopupRow, popupRows } from '../lib/popup-rows.ts';
import { say } from '../lib/say.mjs';
import { root, runTool } from '../lib/tool.ts';
import { trustInFirefox } from '../lib/trust-in-firefox.ts';
import { joinAll, makeKey } from './join.ts';
import { type LocalTeam, startLocalTeam } from './local-team.ts';

/** Two of the practice marketplace whose profiles say nearly the same. */
const [BENS, ANAS] = ['lars-brandt', 'ruben-kasteel'];
const profileOf = (account: string) => `https://www.freelancer.com/u/${account}`;

/**
 * Shows it, until a window is closed; without windows it prints what was found before and after, and saves a picture.
 *
 * @throws an Error with one plain sentence where no server or browser can be had
 */
export async function showTeam(headless: boolean): Promise<void> {
  await getNatsServer();
  const found = await chooseBrowser();
  say('Building the package for teams …');
  const target = found.kind === 'chromium' ? 'chrome' : 'firefox';
  const built = await runTool('wxt', ['build', '-b', target], { output: 'on-failure', env: { HIREFLAG_TEAM: '1' } });
  if (!built) throw new Error('The package for teams could not be built: see above.');
  const team = await startLocalTeam([]);
  const opened: OpenBrowser[] = [];
  try {
    for (const _ of ['Ana', 'Ben']) opened.push(await openMember(found, team, headless));
    const [ana, ben] = opened as [OpenBrowser, OpenBrowser];
    const newcomers = [await makeKey(ana, 'Ana'), await makeKey(ben, 'Ben')];
    await joinAll(team, newcomers);
    for (const { settings } of newcomers) await settings.close();
    say(
      `A team of two on ${team.server.url}: Ana and Ben, each in a browser of their own, have joined by an invitation.`,
    );
    await (headless ? onPaper(ana, ben) : inWindows(ana, ben));
  } finally {
    await Promise.all(opened.map((one) => one.close()));
    await team.stop();
  }
}

async function openMember(found: FoundBrowser, { server }: LocalTeam, headless: boolean): Promise<OpenBrowser> {
  const opened = await openBrowser(found, { headless, answer, extension: builtForTeams[found.kind], pool: server });
  if (found.kind === 'firefox') await trustInFirefox(opened, server);
  return opened;
}

async function openProfile({ browser }: OpenBrowser, account: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(profileOf(account), { waitUntil: 'load' });
  await page.bringToFront();
  return page;
}

async function inWindows(ana: OpenBrowser, ben: OpenBrowser): Promise<void> {
  const ended = untilClosed([ana, ben]);
  await openProfile(ben, BENS);
  const page = await ana.browser.newPage();
  await page.goto('https://www.freelancer.com/', { waitUntil: 'load' });
  say('');
  say(`Ben has the profile of ${BENS} open: nothing was found so far.`);
  say(
    `* In Ana’s window, open ${profileOf(ANAS)}: it says nearly the same. Ben’s mark changes, and his page is not touched.`,
  );
  say('* What was sent and received stands in each browser’s settings of Hireflag, under “Team”.');
  say('Everybody is invented, and nothing leaves this machine. Close a window or press Ctrl-C here to end.');
  await ended;
}

async function onPaper(ana: OpenBrowser, ben: OpenBrowser): Promise<void> {
  const page = await openProfile(ben, BENS);
  const before = await rowOf(ben, page, BENS);
  await openProfile(ana, ANAS);
  const end = Date.now() + patience;
  let after = before;
  while (after.level === before.level && Date.now() < end) after = await rowOf(ben, page, BENS);
  if (after.level === before.level) throw new Error('What Ana has read did not reach Ben.');
  const line = ({ level, reason }: PopupRow) => `${level}. ${reason}`;
  console.log(`\nBen has ${BENS} open:                ${line(before)}`);
  console.log(`After Ana has opened ${ANAS}:   ${line(after)}`);
  await page.bringToFront();
  // Until it is marked, now that it is looked at.
  await new Promise((done) => setTimeout(done, 2_000));
  const picture = join(root, '.output', 'start-team.png') as `${string}.png`;
  await page.screenshot({ path: picture });
  console.log(`\nA picture of Ben’s page is in ${picture}`);
}

/** What the popup says of an account over a page. */
async function rowOf(opened: OpenBrowser, page: Page, account: string): Promise<PopupRow> {
  const popup = await openPopup(opened, page);
  const row = (await popupRows(popup)).find((one) => one.account === account);
  await popup.close();
  if (!row) throw new Error(`${account} is not on the page.`);
  return row;
}
