// A browser joins a team as a member does: its settings make a key, the administrator adds a line with it, and the invitation
// is pasted.
import type { Page } from 'puppeteer-core';
import type { OpenBrowser } from '../lib/open-browser.ts';
import { openExtensionPage } from '../lib/popup.ts';
import type { LocalTeam } from './local-team.ts';

/** A page of settings of a browser that has a key now. */
export interface Newcomer {
  name: string;
  settings: Page;
  publicKey: string;
}

/** Has a browser make its key. */
export async function makeKey(opened: OpenBrowser, name: string): Promise<Newcomer> {
  const settings = await openExtensionPage(opened, opened.extensionUrl('settings.html'));
  await press(settings, '[name="team-key"]');
  const field = await settings.waitForSelector('#team-public-key');
  return { name, settings, publicKey: (await field?.evaluate((one) => (one as HTMLInputElement).value)) ?? '' };
}

/**
 * Adds browsers to the team's list and has each paste the invitation; their settings stay open, and say that they are in.
 *
 * @param others lines of the list beside
 */
export async function joinAll(
  team: LocalTeam,
  newcomers: readonly Newcomer[],
  others: readonly string[] = [],
): Promise<void> {
  await team.update([...others, ...newcomers.map(({ name, publicKey }) => `member ${publicKey} ${name}`)]);
  for (const { settings } of newcomers) {
    await settings.bringToFront();
    await settings.type('#team-invitation', team.invitation());
    await press(settings, '[name="team-join"]');
    await settings.waitForSelector('#team-counts');
  }
}

/** Presses something on the extension's own page, wherever it stands. */
export async function press(page: Page, selector: string): Promise<void> {
  await page.waitForSelector(selector);
  await page.$eval(selector, (button) => (button as HTMLElement).click());
}
