// Shows Hireflag at work: builds it and opens a browser with it on the practice marketplace, a project
// with bids by invented people. With no display it prints what it found and saves a picture instead.
//   npm start -- [--headless] [--firefox] [--team]
// With --team there are two browsers with the package for teams and a server between them: what one sees flags in the other.
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { answer, projectUrl } from '../practice/marketplace.ts';
import { badgeOf, middleOf, ourFrame } from './lib/badges-in-page.ts';
import { chooseBrowser, hasDisplay } from './lib/choose-browser.ts';
import type { FoundBrowser } from './lib/find-browser.ts';
import { howToInstall } from './lib/how-to-install.ts';
import { type OpenBrowser, openBrowser, untilClosed } from './lib/open-browser.ts';
import { openPopup } from './lib/popup.ts';
import { type PopupRow, popupRows, table } from './lib/popup-rows.ts';
import { say } from './lib/say.mjs';
import { root, runTool } from './lib/tool.ts';
import { showTeam } from './team/show-team.ts';

const headless = process.argv.includes('--headless') || !hasDisplay();

try {
  if (process.argv.includes('--team')) await showTeam(headless);
  else {
    const found = await chooseBrowser();
    await build(found);
    await (headless ? showOnPaper(found) : showInWindow(found));
  }
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

async function build(found: FoundBrowser): Promise<void> {
  say('Building the extension …');
  const target = found.kind === 'chromium' ? 'chrome' : 'firefox';
  const built = await runTool('wxt', ['build', '-b', target], { output: 'on-failure' });
  if (!built) throw new Error('The extension could not be built: see above.');
}

async function openProject(opened: OpenBrowser): Promise<Page> {
  const page = (await opened.browser.pages())[0] ?? (await opened.browser.newPage());
  await page.goto(projectUrl, { waitUntil: 'load' });
  // The first run has opened a tab of its own.
  await page.bringToFront();
  return page;
}

async function showInWindow(found: FoundBrowser): Promise<void> {
  say('Opening a window on the practice marketplace …');
  const opened = await openBrowser(found, { headless: false, answer });
  const ended = untilClosed([opened]);
  try {
    await openProject(opened);
    say('');
    say('This is a project on the practice marketplace. Everybody on it is invented, and nothing leaves this machine.');
    say(
      '* Scroll to the bids: each bidder carries a mark beside the name. Click it, or press Enter on it, to see what was noticed and why.',
    );
    say('* Hireflag’s icon among the browser’s extensions lists this page’s developers.');
    say('Close the window or press Ctrl-C here to end.');
    await ended;
  } finally {
    await opened.close();
  }
  say('');
  for (const line of howToInstall()) say(line);
}

async function showOnPaper(found: FoundBrowser): Promise<void> {
  say('There is no display (or --headless was given): opening the practice marketplace without a window …');
  const opened = await openBrowser(found, { headless: true, answer });
  try {
    const page = await openProject(opened);
    const popup = await openPopup(opened, page);
    const rows = await popupRows(popup);
    console.log(`\n${rows.length} accounts on ${projectUrl}\n`);
    console.log(table(rows));
    await page.bringToFront();
    await openPanelOf(page, rows);
    const picture = join(root, '.output', 'start.png') as `${string}.png`;
    await page.screenshot({ path: picture });
    console.log(`\nA picture of the page is in ${picture}\n\n${howToInstall().join('\n')}`);
  } finally {
    await opened.close();
  }
}

/** Opens the panel of the first of these accounts whose mark the page shows. */
async function openPanelOf(page: Page, rows: readonly PopupRow[]): Promise<void> {
  for (const { account } of rows) {
    const badge = await badgeOf(page, account).catch(() => undefined);
    if (!badge) continue;
    await badge.evaluate((one) => window.scrollBy(0, one.getBoundingClientRect().top - 120));
    const { x, y } = await middleOf(badge, { scroll: false });
    await page.mouse.click(x, y);
    await ourFrame(page);
    // Until it is drawn.
    await new Promise((done) => setTimeout(done, 500));
    return;
  }
}
