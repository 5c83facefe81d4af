// The panel of each red flag for the pictures, opened on the practice page inside the extension: there everybody has a
// year behind them, and each red flag finds somebody.
import type { Page } from 'puppeteer-core';
import { redFlags } from '../../lib/red-flags/registry.ts';
import { projects } from '../../practice/data/projects.ts';
import { planted } from '../../practice/data/truth.ts';
import { projectPath } from '../../practice/pages/project-state.ts';
import { countBadges, frameCorner, openPanel } from './badges-in-page.ts';
import { say } from './say.mjs';

/** A red flag, somebody whom it finds, and the project on which they bid. */
interface Shown {
  flag: string;
  account: string;
  path: string;
}

/** One for each red flag, those on one project together. */
function whom(): Shown[] {
  const all = redFlags.flatMap(({ id }): Shown[] => {
    const who = planted[id];
    const accounts = who && 'accounts' in who ? [...who.accounts] : [];
    const found = accounts.flatMap((account) => {
      const project = projects.find(({ bids }) => bids.some(({ by }) => by === account));
      return project ? [{ flag: id, account, path: projectPath(project) }] : [];
    });
    return found.slice(0, 1);
  });
  return [...Map.groupBy(all, ({ path }) => path).values()].flat();
}

/**
 * Opens the panels one after the other.
 *
 * @param page the practice page
 * @param take is given the name of a picture once the panel stands in the window with the finding in sight
 */
export async function panelPictures(page: Page, take: (name: string) => Promise<void>): Promise<void> {
  let shown = '';
  for (const { flag, account, path } of whom()) {
    if (path !== shown) await openProject(page, path);
    shown = path;
    const frame = await openPanel(page, account);
    const mute = `.finding [data-do="mute"][data-flag="${flag}"]`;
    await frame.waitForSelector('.finding');
    if (await frame.$(mute)) {
      await frame.$eval(mute, (button) => {
        const finding = button.closest<HTMLElement>('.finding');
        if (!finding) return;
        // Below what stays in sight.
        finding.style.scrollMarginTop = `${(document.querySelector('header')?.offsetHeight ?? 0) + 8}px`;
        finding.scrollIntoView({ block: 'start' });
      });
      await take(`panel-${flag}`);
    } else say(`No picture of ${flag}: the panel of ${account} shows none.`);
    await page.keyboard.press('Escape');
    while (await frameCorner(page)) await new Promise((done) => setTimeout(done, 50));
  }
}

/** Follows a link to a project, as a press on one does; its bidders are marked anew. */
async function openProject(page: Page, path: string): Promise<void> {
  await page.evaluate((href) => {
    const link = document.createElement('a');
    link.href = href;
    document.getElementById('page')?.append(link);
    link.click();
  }, path);
  const card = 'app-project-view-logged-out-bid-card';
  await page.waitForSelector(card);
  const bidders = await page.$$eval(card, (cards) => cards.length);
  // All of them: whoever is wanted may come last, and a made-up year takes a while to be compared.
  while ((await countBadges(page)) < bidders) await new Promise((done) => setTimeout(done, 200));
}
