// Hireflag's own pages in real browsers: settings that hold, a due-diligence record from the panel to paper,
// the first run, and the practice page inside the extension.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer, projectUrl } from '../../practice/marketplace.ts';
import { misfits } from '../../scripts/every-look/faults.ts';
import { clickInFrame, countBadges, frameCorner, openPanel, ourFrame } from '../../scripts/lib/badges-in-page.ts';
import { fillField } from '../../scripts/lib/fill-field.ts';
import { axeFindings } from './axe.ts';
import { browserKinds, isChromium, soon, startBrowser, type TestBrowser } from './harness.ts';

const badges = countBadges;
const text = (page: Page, selector = 'body') => page.$eval(selector, (one) => (one as HTMLElement).innerText);

/** A request to the worker from a page of our own. */
function ask(page: Page, message: object): Promise<unknown> {
  return page.evaluate((asked) => {
    const { runtime } = (globalThis as unknown as { chrome: { runtime: { sendMessage(m: object): Promise<unknown> } } })
      .chrome;
    return runtime.sendMessage(asked);
  }, message);
}

interface Marks {
  marks: { coverage: object }[];
}

/** The page has loaded and stood still for as long as it takes to be read. */
const settled = (page: Page) => page.evaluate(() => new Promise((done) => setTimeout(done, 1_500)));

/** A record of a planted bidder, made with the panel's button. Returns its page's path. */
async function makeRecord(browser: TestBrowser): Promise<string> {
  const page = await browser.open(projectUrl);
  await expect.poll(() => badges(page), soon).toBe(20);
  await page.bringToFront();
  const frame = await openPanel(page, 'blue-lantern');
  await clickInFrame(page, frame, '[data-do="record"]');
  await expect.poll(() => frame.$('[data-do="open-record"]'), soon).not.toBeNull();
  await page.close();
  const list = await browser.openOwn('record.html');
  await expect.poll(() => list.$('.records a').catch(() => null), soon).not.toBeNull();
  const href = await list.$eval('.records a', (link) => link.getAttribute('href') ?? '');
  await list.close();
  return `record.html${href}`;
}

/** Adds a bidder of the practice page to a record, opens it and comes back. */
async function tryRecord(practice: Page): Promise<void> {
  const again = await openPanel(practice, 'blue-lantern');
  await clickInFrame(practice, again, '[data-do="record"]');
  await again.waitForSelector('[data-do="open-record"]');
  await clickInFrame(practice, again, '[data-do="open-record"]');
  await practice.waitForSelector('#page [data-measure="M1"]');
  // With the bidder's mark the panel goes.
  await expect.poll(() => frameCorner(practice), soon).toBeUndefined();
  await practice.click('#back');
  await expect.poll(() => badges(practice), soon).toBe(60);
  // Whoever comes back to the window finds the bids still, and not the record drawn over them.
  await practice.evaluate(() => dispatchEvent(new Event('focus')));
  await settled(practice);
  expect(await badges(practice)).toBe(60);
}

describe.each(browserKinds)('in %s', (kind) => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await startBrowser(kind, { answer });
  });
  afterAll(() => browser?.close());

  test('a record is filled in, is still so later, and its printed page holds all of it', async () => {
    const path = await makeRecord(browser);
    const page = await browser.openOwn(path);
    await page.waitForSelector('[data-measure="M1"]');
    const first = await page.$$eval('[data-measure]', (all) => all.map((one) => one.getAttribute('data-measure')));
    // One text from several accounts asks first of all who is behind this one.
    expect(first.slice(0, 2)).toEqual(['M1', 'M5']);
    expect(await text(page, '[data-measure="M1"] .urgent')).toContain('Reused bid text');
    await fillField(page, 'M1-outcome', 'fine');
    await expect.poll(() => text(page, '.status'), soon).toBe('Saved.');
    await fillField(page, 'M1-on', '2026-10-06');
    await fillField(page, 'M1-by', 'R. Okafor');
    await fillField(page, 'M1-note', 'Forty minutes, camera on.');
    await fillField(page, 'explanation', 'They share a text with a colleague.');
    await fillField(page, 'about-company', 'Acme Dental');
    await fillField(page, 'about-reviewer', 'M. Lindqvist');
    await page.click('[data-measure="M5"] .me-today');
    const by = () => page.$eval('[name="M5-by"]', (field) => (field as HTMLInputElement).value);
    await expect.poll(by, soon).toBe('M. Lindqvist');
    // Going ahead with urgent steps open is asked about first, and stored with its reason.
    await fillField(page, 'verdict', 'go-ahead');
    await expect.poll(() => text(page, '#open-steps'), soon).toContain('urgent step');
    expect(await page.$eval('#paper', (one) => one.textContent)).toContain('not decided yet');
    await page.type('[name="override"]', 'They start on Monday.');
    await page.click('#go-ahead');
    await expect.poll(() => page.$eval('#paper', (one) => one.textContent), soon).toContain('They start on Monday.');
    await fillField(page, 'verdict', 'with-conditions');
    await expect.poll(() => page.$eval('#paper', (one) => one.textContent), soon).toContain('go ahead with conditions');
    await page.close();

    const again = await browser.openOwn(path);
    await again.waitForSelector('[data-measure="M1"]');
    const value = (name: string) => again.$eval(`[name="${name}"]`, (field) => (field as HTMLInputElement).value);
    expect([await value('M1-outcome'), await value('M1-on'), await value('M1-by'), await value('M1-note')]).toEqual([
      'fine',
      '2026-10-06',
      'R. Okafor',
      'Forty minutes, camera on.',
    ]);
    await expect.poll(() => again.$eval('#paper', (paper) => paper.textContent ?? ''), soon).toMatch(/[0-9a-f]{64}/);
    const printed = await again.$eval('#paper', (paper) => paper.textContent ?? '');
    expect(printed).toContain('Indicators, not proof.');
    expect(printed).toContain('done, nothing of note (2026-10-06, R. Okafor)');
    expect(printed).toContain('They share a text with a colleague.');
    expect(printed).toContain('go ahead with conditions');
    expect(printed).toContain('https://www.freelancer.com/u/blue-lantern');
    // As fair on paper as on the screen, and with its past.
    expect(printed).toContain('What else explains it');
    expect(printed).toContain('What was checked');
    expect(printed).toMatch(/M\. LindqvistDecisiongo aheadgo ahead with conditions/);
    expect(printed).toContain('Conduct video interviews to verify');
    // The guidance is named without the country in its title: the page is about a person.
    expect(printed).toContain('U.S. Departments of State and the Treasury and the FBI');
    expect(printed).not.toMatch(/korea/i);
    await again.close();
  });

  test('a setting holds at once on the pages that are opened next, in the language that was chosen', async () => {
    const page = await browser.openOwn('settings.html');
    await page.waitForSelector('[name="badges"]');
    const other = await browser.openOwn('settings.html');
    const isOn = () => other.$eval('[name="flag-reused-template"]', (box) => (box as HTMLInputElement).checked);
    await expect.poll(() => isOn().catch(() => undefined), soon).toBe(true);
    await page.bringToFront();
    await page.click('[name="flag-reused-template"]');
    await expect.poll(() => text(page, '.status'), soon).toBe('Saved.');
    // Another page of settings shows it too, and does not say that it saved anything.
    await expect.poll(isOn, soon).toBe(false);
    expect(await text(other, '.status')).toBe('');
    await other.close();
    await fillField(page, 'language', 'es');
    await expect.poll(() => text(page, 'h1'), soon).toBe('Ajustes');
    const project = await browser.open(projectUrl);
    await expect.poll(() => badges(project), soon).toBe(20);
    const popup = await browser.openPopup(project);
    await expect.poll(() => popup.$('#developers').catch(() => null), soon).not.toBeNull();
    expect(await popup.$$('#developers [data-account="blue-lantern"][data-level="look-closer"]')).toEqual([]);
    expect(await text(popup)).toContain('Desarrolladores de esta página');
    await popup.close();
    await page.bringToFront();
    await page.click('[name="flag-reused-template"]');
    await page.click('[name="badges"]');
    await expect
      .poll(() => page.$eval('[name="badges"]', (box) => (box as HTMLInputElement).checked), soon)
      .toBe(false);
    await project.reload();
    await browser.untilRead(project);
    expect(await badges(project)).toBe(0);
    await page.bringToFront();
    await page.click('[name="badges"]');
    await fillField(page, 'language', 'auto');
    await project.close();
    await page.close();
  });

  test('a page is read only once Hireflag is opened over it, where the first run was told so', async () => {
    const welcome = await browser.openOwn('welcome.html');
    await welcome.waitForSelector('[name="readOnClick"]');
    await welcome.click('[name="readOnClick"]');
    const settings = await browser.openOwn('settings.html');
    const isOn = (name: string) => settings.$eval(`[name="${name}"]`, (box) => (box as HTMLInputElement).checked);
    await expect.poll(() => isOn('click-freelancer').catch(() => undefined), soon).toBe(true);
    const before = (await ask(settings, { type: 'mark', site: 'freelancer', accounts: ['blue-lantern'] })) as Marks;
    const project = await browser.open(projectUrl);
    await settled(project);
    expect(await badges(project)).toBe(0);
    const after = (await ask(settings, { type: 'mark', site: 'freelancer', accounts: ['blue-lantern'] })) as Marks;
    expect(after.marks[0]?.coverage).toEqual(before.marks[0]?.coverage);
    const popup = await browser.openPopup(project);
    await expect.poll(() => badges(project), soon).toBe(20);
    await expect.poll(() => text(popup).catch(() => ''), soon).toContain('read only when you click');
    await popup.close();
    await settings.bringToFront();
    await settings.click('[name="readOnClick"]');
    await expect.poll(() => isOn('readOnClick'), soon).toBe(false);
    await project.reload();
    await expect.poll(() => badges(project), soon).toBe(20);
    for (const one of [project, settings, welcome]) await one.close();
  });

  test('the first run leads to the practice page, which marks invented people and keeps nothing', async () => {
    const page = await browser.openOwn('welcome.html');
    await page.waitForSelector('.welcome .sites a');
    expect((await page.$$('.welcome .sites a')).length).toBe(8);
    expect(await text(page)).toContain('Shift+H');
    expect(await page.$eval('a.button', (link) => link.getAttribute('href'))).toBe('practice.html');
    await page.close();

    const asked: string[] = [];
    const practice = await browser.openOwn('practice.html');
    if (kind === 'chromium') practice.on('request', (request) => asked.push(request.url()));
    // The whole list stands there, and nothing waits for a script that does not run.
    await expect.poll(() => badges(practice), soon).toBe(60);
    // What everybody is, is said once.
    expect(await text(practice, '#practice-bar')).toContain('invented');
    expect(await practice.$('.Practice-note')).toBeNull();
    await practice.bringToFront();
    // The first step leads to somebody who asks for a look.
    await practice.click('#to-bids');
    const first = await ourFrame(practice, 'h2');
    const level = await first.$eval('.level', (level) => level.getAttribute('data-level'));
    expect(['look-closer', 'worth-a-question']).toContain(level);
    await clickInFrame(practice, first, '[data-do="close"]');
    await expect.poll(() => frameCorner(practice), soon).toBeUndefined();
    const frame = await openPanel(practice, 'blue-lantern');
    await clickInFrame(practice, frame, '[data-do="close"]');
    await expect.poll(() => frameCorner(practice), soon).toBeUndefined();
    await browser.screenshot(practice, 'practice');
    // The record can be tried to its end, and Back leads to the bids again.
    await tryRecord(practice);
    await practice.$eval('a[href="/u/blue-lantern"]', (link) => (link as HTMLElement).click());
    await expect.poll(() => text(practice), soon).toContain('blue-lantern');
    expect(await practice.evaluate(() => location.href)).toMatch(/practice\.html$/);
    if (kind === 'chromium') {
      await practice.goBack();
      await expect.poll(() => badges(practice), soon).toBe(60);
    }
    // The other post shows every red flag, and the record of somebody there is of what was seen there.
    await practice.click('[data-place="gallery"]');
    await expect.poll(() => badges(practice), soon).toBe(46);
    const ring = await openPanel(practice, 'appsbychloe');
    await ring.waitForSelector('[data-flag="rating-ring"]');
    await clickInFrame(practice, ring, '[data-do="close"]');
    await practice.click('[data-place="first"]');
    await expect.poll(() => badges(practice), soon).toBe(60);
    expect(asked.filter((url) => url.startsWith('http'))).toEqual([]);
    const totals = (await ask(practice, { type: 'totals' })) as { accounts: number };
    await practice.close();
    const fresh = await browser.openOwn('settings.html');
    expect(((await ask(fresh, { type: 'totals' })) as { accounts: number }).accounts).toBe(totals.accounts);
    await fresh.close();
  });
});

describe.runIf(isChromium)('in chromium', () => {
  let browser: TestBrowser;
  let made: Promise<string> | undefined;
  const record = () => {
    made ??= makeRecord(browser);
    return made;
  };
  beforeAll(async () => {
    browser = await startBrowser('chromium', { answer });
  });
  afterAll(() => browser?.close());

  test('the first run opens by itself once, and not again with the background', async () => {
    const welcomes = () => browser.browser.targets().filter((target) => target.url().endsWith('/welcome.html')).length;
    await expect.poll(welcomes, soon).toBe(1);
    const page = await browser.openOwn('settings.html');
    await ask(page, { type: 'totals' });
    await browser.endBackground();
    await ask(page, { type: 'totals' });
    expect(welcomes()).toBe(1);
    await page.close();
  });

  test.each(['light', 'dark'])('axe-core finds nothing on any of these pages (%s)', async (theme) => {
    for (const path of ['settings.html', 'record.html', await record(), 'welcome.html']) {
      const page = await browser.openOwn(path);
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
      await page.waitForSelector('main');
      await page.$$eval('details', (all) => {
        for (const one of all) one.open = true;
      });
      expect([path, await axeFindings(page)]).toEqual([path, []]);
      for (const width of [360, 1280]) {
        await page.setViewport({ width, height: 900 });
        expect([path, width, await page.evaluate(misfits)]).toEqual([path, width, []]);
      }
      await browser.screenshot(page, `${path.replace(/\W.*/, '')}${path.includes('?') ? '-one' : ''}-${theme}`);
      await page.close();
    }
  });

  test.each(['light', 'dark'])(
    'axe-core finds nothing in the popup, and nothing in a panel with all its forms open (%s)',
    async (theme) => {
      await record();
      const project = await browser.open(projectUrl);
      await expect.poll(() => badges(project), soon).toBe(20);
      const popup = await browser.openPopup(project);
      await popup.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
      await popup.waitForSelector('#developers [data-account]');
      expect(await axeFindings(popup)).toEqual([]);

      const about = { site: 'freelancer', account: 'blue-lantern' };
      const other = { action: 'not-same-person', values: { other: 'marta-codes' } };
      await ask(popup, { type: 'act', ...about, ...other });
      await popup.close();

      await project.bringToFront();
      await project.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
      const frame = await openPanel(project, 'blue-lantern');
      await frame.$$eval('details', (all) => {
        for (const one of all) one.open = true;
      });
      // A panel begins with a heading of the second level: the first belongs to the page it stands in.
      expect((await axeFindings(frame)).filter((found) => !found.startsWith('page-has-heading-one'))).toEqual([]);
      await browser.screenshot(project, `panel-whole-${theme}`);
      await project.close();
    },
  );

  test('the printed page is a PDF of a few pages', async () => {
    const page = await browser.openOwn(await record());
    await page.waitForSelector('#paper code');
    await browser.screenshot(page, 'record-before-print');
    const path = '.output/screenshots/record.pdf';
    const pdf = Buffer.from(await page.pdf({ path, format: 'A4' })).toString('latin1');
    const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThanOrEqual(2);
    expect(pages).toBeLessThanOrEqual(8);
    await page.close();
  });
});
