// Five jobs that a client has, done one after the other as a client does them who has read the README and nothing
// else: by what the pages show and what can be pressed on them, in both browsers. What each view holds in detail is
// tested elsewhere.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dentalBooking } from '../../practice/data/posts.ts';
import { answer, projectUrl } from '../../practice/marketplace.ts';
import { clickInFrame, openPanel, ourFrame } from '../../scripts/lib/badges-in-page.ts';
import { browserKinds, soon, startBrowser, type TestBrowser } from './harness.ts';

const text = (page: Page | Frame, selector: string) =>
  page.$eval(selector, (element) => (element as HTMLElement).innerText).catch(() => '');
const count = (page: Page, selector: string) => page.$$eval(selector, (all) => all.length);

/** Payments to a name that is nobody's on the marketplace. */
const payments =
  'Date,Time,TimeZone,Name,Type,Status,Currency,Gross,To Email Address,Transaction ID\n' +
  '10/21/2026,10:00:00,CET,Codewith Rafael,General Payment,Completed,EUR,-400.00,rafa@pele.example,T1\n' +
  '10/28/2026,10:00:00,CET,Codewith Rafael,General Payment,Completed,EUR,-400.00,rafa@pele.example,T2\n';

describe.each(browserKinds)('in %s a client', (kind) => {
  let browser: TestBrowser;
  let project: Page;
  let dashboard: Page;
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hireflag-jobs-'));
    browser = await startBrowser(kind, { answer });
    project = await browser.open(projectUrl);
    await browser.untilRead(project);
  });
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** The page of ours that a press has opened in a new tab. */
  async function opened(path: string, ready: string): Promise<Page> {
    let found: Page | undefined;
    const look = async () => {
      for (const page of await browser.browser.pages()) {
        const isIt = await page
          .evaluate((one, sign) => location.pathname === one && document.querySelector(sign) !== null, path, ready)
          .catch(() => false);
        if (isIt) found = page;
      }
      return found !== undefined;
    };
    await expect.poll(look, soon).toBe(true);
    return found as Page;
  }

  /** Goes to a tab of the dashboard by its name in the bar. */
  async function tab(route: string, ready: string): Promise<void> {
    await dashboard.bringToFront();
    await dashboard.click(`nav a[href$="#/${route}"]`);
    await dashboard.waitForSelector(ready);
  }

  /** Finds a developer by the search, and opens their page. */
  async function openDeveloper(account: string): Promise<void> {
    await tab('developers', '#search');
    await dashboard.$eval('#search', (field) => (field as HTMLInputElement).select());
    await dashboard.type('#search', account);
    await expect.poll(() => count(dashboard, '#developers tbody tr[data-account]'), soon).toBe(1);
    await dashboard.click(`#developers tr[data-account="${account}"] a`);
    await dashboard.waitForSelector('.developer h1');
  }

  test('sees which bidders to look at, and understands why', async () => {
    const popup = await browser.openPopup(project);
    await expect.poll(() => text(popup, '.counts'), soon).toMatch(/^15 of 60 ask for a look, 3 groups$/);
    expect(await text(popup, '#developers .group h2')).toBe('5 accounts: Reused bid text');
    const account = await popup.$eval('#developers .group li', (row) => row.getAttribute('data-account') ?? '');
    await popup.click('#developers .group li button');
    await project.bringToFront();
    const panel = await ourFrame(project, 'h2');
    await expect.poll(() => text(panel, 'h2'), soon).toBe(`@${account}`);
    const says = (await panel.$eval('body', (body) => (body as HTMLElement).innerText)).replace(/\s+/g, ' ');
    // What was found, beside whose text, what else explains it, and what to do.
    for (const words of [
      'A bid of theirs and bids from 4 other accounts are built from one text.',
      'What else explains it',
      'ask before you decide',
    ]) {
      expect(says).toContain(words);
    }
    expect(await panel.$$eval('mark', (all) => all.length)).toBeGreaterThan(1);
    expect(await panel.$eval('[data-do="copy"]', (button) => button.getAttribute('data-text'))).toMatch(/\?/);
    await project.keyboard.press('Escape');
  });

  test('compares three bidders, saves them all for a spreadsheet, decides on two at once and takes that back', async () => {
    dashboard = await browser.openOwn('dashboard.html');
    await dashboard.waitForSelector('#projects li a');
    await dashboard.click('#projects li a');
    await dashboard.waitForSelector('#bidders tbody tr');
    for (const account of ['blue-lantern', 'codewithrafa', 'quietharbor']) {
      await dashboard.click(`#bidders tr[data-account="${account}"] input`);
    }
    await dashboard.click('#compare');
    await dashboard.waitForSelector('.compare tbody tr');
    const rows = await dashboard.$$eval('.compare tbody tr', (all) =>
      all.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText.trim())),
    );
    const row = (field: string) => rows.find(([name]) => name === field)?.slice(1);
    expect(row('Level')).toEqual(['Look closer', 'Look closer', 'Nothing found so far']);
    expect(row('Amount')).toEqual(['€4,200', '€3,850', '€4,400']);
    expect(row('Days to deliver')).toEqual(['35 days', '40 days', '60 days']);
    await dashboard.click('#end-compare');

    await dashboard.evaluate(() => {
      const addressOf = URL.createObjectURL;
      URL.createObjectURL = (blob) => {
        void (blob as Blob).text().then((saved) => Object.assign(window, { saved }));
        return addressOf(blob);
      };
    });
    await dashboard.click('#csv');
    const saved = () => dashboard.evaluate(() => (window as unknown as { saved?: string }).saved ?? '');
    await expect.poll(async () => (await saved()).trim().split(/\r?\n/).length, soon).toBeGreaterThanOrEqual(61);
    expect(await saved()).toMatch(/quietharbor.*4400/);

    await dashboard.click('#bidders tr[data-account="quietharbor"] input');
    await dashboard.click('#bulk-fine');
    const status = () => text(dashboard, '.acts [role="status"]');
    await expect.poll(status, soon).toBe('2 accounts marked as checked.');
    const asking = () => text(dashboard, '.project > p:nth-of-type(3)');
    await expect.poll(asking, soon).toContain('13 of 60 ask for a look');
    await dashboard.click('#bulk-undo');
    await expect.poll(status, soon).toBe('Taken back.');
    await expect.poll(asking, soon).toContain('15 of 60 ask for a look');
    expect(await dashboard.$('#bulk-undo')).toBeNull();
  });

  test('joins an account of a payment log with a developer', async () => {
    await tab('data', '#import-logs');
    const path = join(folder, 'paypal.csv');
    await writeFile(path, payments);
    await ((await dashboard.$('#import-logs')) as ElementHandle<HTMLInputElement>).uploadFile(path);
    await dashboard.waitForSelector('tr[data-log="read"]');
    // Nobody is called as the log calls them, so the user says whose it is.
    await dashboard.waitForSelector('.unjoined summary');
    await dashboard.click('.unjoined summary');
    const [key = ''] = await dashboard.$$eval('.unjoined code', (all) => all.map((one) => one.innerText));
    expect(key).toBe('paypal:rafa@pele.example');
    // Who is meant is offered while they write, by the name as the marketplace shows it.
    const field = '.unjoined [name="developer"]';
    await dashboard.type(field, '@codewith');
    const offered = () =>
      dashboard.$eval(field, (one) => [...((one as HTMLInputElement).list?.options ?? [])].map(({ value }) => value));
    await expect.poll(offered, soon).toEqual(['freelancer:codewithrafa']);
    await dashboard.click('.unjoined button');
    await dashboard.waitForSelector('.unjoined [role="alert"]');
    await dashboard.$eval(field, (one) => {
      (one as HTMLInputElement).value = 'freelancer:codewithrafa';
    });
    await dashboard.click('.unjoined button');
    await expect.poll(() => dashboard.$('.unjoined'), soon).toBeNull();
    await dashboard.click('section[aria-labelledby="logs"] a[href*="codewithrafa"]');
    await expect.poll(() => text(dashboard, '.decisions ul'), soon).toContain('Same person as rafa@pele.example');
  });

  test('keeps on paper whom they take on, and why', async () => {
    await project.bringToFront();
    const panel = await openPanel(project, 'quietharbor');
    await clickInFrame(project, panel, '[data-do="record"]');
    await panel.waitForSelector('[data-do="open-record"]');
    await clickInFrame(project, panel, '[data-do="open-record"]');
    const record = await opened('/record.html', '[data-measure="M1"]');
    await record.bringToFront();
    await record.click('[data-measure="M1"] .fill-in summary');
    await record.select('[name="M1-outcome"]', 'fine');
    await record.type('[name="M1-note"]', 'Showed the calendar of a ferry line.');
    await record.type('[name="about-company"]', 'Eleven Clinics');
    await record.keyboard.press('Tab');
    await record.select('[name="verdict"]', 'go-ahead');
    const paper = () => record.$eval('#paper', (one) => one.textContent ?? '');
    // For which project nobody has to write: it is the one they bid on.
    for (const words of ['Showed the calendar of a ferry line.', 'Eleven Clinics', dentalBooking.title, 'go ahead']) {
      await expect.poll(paper, soon).toContain(words);
    }
    await record.evaluate(() => {
      window.print = () => {
        document.body.dataset.printed = 'yes';
      };
    });
    await record.click('#print');
    await expect.poll(() => record.$eval('body', (body) => (body as HTMLElement).dataset.printed), soon).toBe('yes');
    const pdf = Buffer.from(await record.pdf({ format: 'A4' }));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.length).toBeGreaterThan(20_000);
    await record.close();
  });

  test('takes a decision back, and deletes whom they did not take on', async () => {
    await openDeveloper('codewithrafa');
    await dashboard.click('.decisions [data-do="undo"]');
    await expect.poll(() => text(dashboard, '.done'), soon).toBe('Taken back.');
    await expect.poll(() => count(dashboard, '.decisions [data-do="undo"]'), soon).toBe(0);
    await dashboard.click('#delete-person');
    await dashboard.waitForSelector('#delete-person-yes');
    await dashboard.click('#delete-person-yes');
    await dashboard.waitForSelector('#developers');
    const popup = await browser.openOwn('popup.html');
    await expect.poll(() => text(popup, '#totals'), soon).toBe('59 accounts seen so far');
    await popup.close();
  });
});
