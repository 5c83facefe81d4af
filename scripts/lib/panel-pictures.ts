// The panel of each red flag for the pictures, opened on the practice page inside the extension: on its second post each
// red flag finds somebody.
import type { Page } from 'puppeteer-core';
import { redFlags } from '../../lib/red-flags/registry.ts';
import { projects } from '../../practice/data/projects.ts';
import { planted } from '../../practice/data/truth.ts';
import { galleryUrl } from '../../practice/marketplace.ts';
import { projectPath } from '../../practice/pages/project-state.ts';
import { countBadges, frameCorner, openPanel } from './badges-in-page.ts';
import { say } from './say.mjs';

/** Who bids on the post that shows every red flag. */
const bidders = projects.find((project) => galleryUrl.endsWith(projectPath(project)))?.bids.map(({ by }) => by) ?? [];

/** For each red flag somebody whom it finds there. */
function whom(): { flag: string; account: string }[] {
  return redFlags.flatMap(({ id }) => {
    const who = planted[id];
    const account = who && 'accounts' in who ? bidders.find((one) => who.accounts.has(one)) : undefined;
    if (account === undefined) say(`No picture of ${id}: nobody is planted for it.`);
    return account === undefined ? [] : [{ flag: id, account }];
  });
}

/**
 * Opens the panels one after the other.
 *
 * @param page the practice page
 * @param take is given the name of a picture once the panel stands in the window with the finding in sight
 */
export async function panelPictures(page: Page, take: (name: string) => Promise<void>): Promise<void> {
  await page.click('[data-place="gallery"]');
  // All of them: whoever is wanted may come last, and a made-up year takes a while to be compared.
  while ((await countBadges(page)) < bidders.length) await new Promise((done) => setTimeout(done, 200));
  for (const { flag, account } of whom()) {
    const frame = await openPanel(page, account);
    // What asks for attention can be muted; what only informs is folded, by its flag.
    const place = `.finding [data-do="mute"][data-flag="${flag}"], .finding > details[data-flag="${flag}"]`;
    await frame.waitForSelector('.finding');
    if (!(await frame.$(place))) throw new Error(`The panel of ${account} shows nothing of ${flag}.`);
    await frame.$eval(place, (shown) => {
      const finding = shown.closest<HTMLElement>('.finding');
      if (!finding) return;
      if (shown instanceof HTMLDetailsElement) shown.open = true;
      // Below what stays in sight.
      finding.style.scrollMarginTop = `${(document.querySelector('header')?.offsetHeight ?? 0) + 8}px`;
      finding.scrollIntoView({ block: 'start' });
    });
    await take(`panel-${flag}`);
    await page.keyboard.press('Escape');
    while (await frameCorner(page)) await new Promise((done) => setTimeout(done, 50));
  }
}
