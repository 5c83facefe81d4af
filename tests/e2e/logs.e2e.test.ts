// Sign-in and payment logs in real browsers: a file is read beside the page, what it leaves open is asked, what was read
// and what was not stands in a table, and an account of a log is proposed on the developer's page and joined there.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer } from '../../practice/marketplace.ts';
import { axeFindings } from './axe.ts';
import { browserKinds, soon, startBrowser, type TestBrowser } from './harness.ts';

const text = (page: Page, selector: string) =>
  page.$eval(selector, (element) => element.textContent ?? '').catch(() => '');

const seenAt = '2026-11-01T10:00:00Z';
const developer = JSON.stringify({
  kind: 'profile',
  site: 'guru',
  seenAt,
  account: 'ines',
  role: 'freelancer',
  name: 'Ines Quay',
});
const signIns = Array.from({ length: 40 }, (_, i) =>
  JSON.stringify({
    eventType: 'user.session.start',
    published: new Date(Date.UTC(2026, 9, 1 + Math.min(i, 30), 8 + Math.max(0, i - 30))).toISOString(),
    actor: { alternateId: 'ines@quay.example', displayName: 'Ines Quay', type: 'User' },
    // One row names no address; on one day there are many networks.
    client: { ipAddress: i === 3 ? 'none' : i < 30 ? '198.51.100.7' : `10.${i}.0.1` },
    outcome: { result: 'SUCCESS' },
  }),
).join('\n');
const payments =
  'Date,Time,TimeZone,Name,Type,Status,Currency,Gross,To Email Address,Transaction ID\n' +
  '06/01/2026,10:00:00,CET,Ines Quay,General Payment,Completed,EUR,-20.00,ines@quay.example,T1\n';

describe.each(browserKinds)('logs in %s', (kind) => {
  let browser: TestBrowser;
  let page: Page;
  let folder = '';
  const choose = async (selector: string, name: string, words: string) => {
    const path = join(folder, name);
    await writeFile(path, words);
    const input = (await page.$(selector)) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(path);
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hireflag-logs-'));
    browser = await startBrowser(kind, { answer });
    page = await browser.openOwn('dashboard.html#/data');
    await page.waitForSelector('#import-logs');
  });
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('a file is read, and a row that was not understood is said with its line', async () => {
    await choose('#import-file', 'seen.jsonl', `${developer}\n`);
    await page.waitForSelector('section[aria-labelledby="import"] .outcome[data-outcome="said"]');
    await choose('#import-logs', 'okta.jsonl', signIns);
    await expect.poll(() => text(page, 'tr[data-log="read"]'), soon).toContain('Okta');
    expect(await text(page, 'tr[data-log="read"]')).toContain('39 new events');
    expect(await text(page, 'section[aria-labelledby="logs"] .problems')).toContain('Line 4');
    await choose('#import-logs', 'okta.jsonl', signIns);
    await expect.poll(() => text(page, 'tr[data-log="read"]'), soon).toContain('39 known before');
  });

  test('addresses become codes, those kept before too: the file adds nothing when it is read again', async () => {
    await page.click('#hash-addresses');
    await expect
      .poll(() => page.$eval('#hash-addresses', (box) => (box as HTMLInputElement).disabled), soon)
      .toBe(false);
    await expect.poll(() => page.$$eval('.progress', (all) => all.length), soon).toBe(0);
    await choose('#import-logs', 'okta-again.jsonl', signIns);
    await expect.poll(() => text(page, 'section[aria-labelledby="logs"] table'), soon).toContain('okta-again');
    expect(await text(page, 'tr[data-log="read"]:last-of-type')).toContain('39 known before');
  });

  test('days that can be read two ways are asked about', async () => {
    await choose('#import-logs', 'paypal.csv', payments);
    await expect.poll(() => text(page, '.log-questions'), soon).toContain('06/01/2026');
    expect(await axeFindings(page)).toEqual([]);
    await page.click('.log-questions input[value="day-first"]');
    await page.click('.log-questions button[type="submit"]');
    await expect.poll(() => text(page, 'section[aria-labelledby="logs"] table'), soon).toContain('PayPal');
  });

  test('which column says what is asked of a file that is of no known kind, and kept', async () => {
    await choose('#import-logs', 'vault.csv', 'Who,When it was\nines,2026-03-02 10:00\n');
    await expect.poll(() => text(page, '.log-mapping'), soon).toContain('Which column says what?');
    expect(await axeFindings(page)).toEqual([]);
    await page.type('.log-mapping input[type="text"]', 'Vault');
    const [account, at] = await page.$$('.log-mapping .fields select');
    await account?.select('Who');
    await at?.select('When it was');
    await page.click('.log-mapping button[type="submit"]');
    await expect.poll(() => text(page, '.log-mapping [role="status"]'), soon).toContain('Kept');
    await choose('#import-logs', 'vault.csv', 'Who,When it was\nines,2026-03-02 10:00\n');
    await expect.poll(() => text(page, 'section[aria-labelledby="logs"] table'), soon).toContain('Vault');
  });

  test('the account of the log is proposed and joined on the developer’s page', async () => {
    await page.evaluate(() => {
      location.hash = '#/developer/guru%3Aines';
    });
    const join = '[data-do="same-person"][data-with="okta:ines@quay.example"]';
    await page.waitForSelector(join);
    await page.click(join);
    await expect.poll(() => page.$(join), soon).toBeNull();
    await expect.poll(() => text(page, '.decisions'), soon).toContain('ines@quay.example');
    await expect.poll(() => text(page, 'main'), soon).toContain('Signs in from many places at once');
  });
});
