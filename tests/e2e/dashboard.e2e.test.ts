// The dashboard in real browsers: what was seen on a page is listed there, a file is imported whole or not
// at all, every view opens, is read by keyboard, and has no finding of axe-core in either theme.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dentalBooking } from '../../practice/data/posts.ts';
import { plantedFamilies } from '../../practice/data/truth.ts';
import { answer, projectUrl } from '../../practice/marketplace.ts';
import { misfits } from '../../scripts/every-look/faults.ts';
import { longAccounts, longData, longProject } from '../../scripts/every-look/long-data.ts';
import { countBadges } from '../../scripts/lib/badges-in-page.ts';
import { changed, fileToImport, hostileName, ring } from '../../scripts/lib/dashboard-data.ts';
import { axeFindings } from './axe.ts';
import { browserKinds, isChromium, soon, startBrowser, type TestBrowser } from './harness.ts';

const text = (page: Page, selector: string) =>
  page.$eval(selector, (element) => element.textContent ?? '').catch(() => '');
/** The numbers in what an element says, whatever else it says. */
const figures = async (page: Page, selector: string) =>
  [...(await text(page, selector)).matchAll(/\d+/g)].map(([figure]) => Number(figure));
const count = (page: Page, selector: string) => page.$$eval(selector, (all) => all.length);

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hireflag-import-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function go(page: Page, route: string, ready: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, route);
  await page.waitForSelector(ready);
}

/** Searches the list of developers for these words, whatever was searched for before. */
async function searchFor(page: Page, words: string): Promise<void> {
  await page.$eval(
    '#search',
    (input, to) => {
      (input as HTMLInputElement).value = to;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    },
    words,
  );
}

/** Chooses a file with these words in it and waits for what the view says of it. */
async function importing(page: Page, words: string | Buffer): Promise<{ outcome: string; says: string }> {
  const path = join(folder, 'import.jsonl');
  await writeFile(path, words);
  await go(page, '#/data', '#import-file');
  const input = (await page.$('#import-file')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(path);
  const said = 'section[aria-labelledby="import"] .outcome';
  await page.waitForSelector(`${said}[data-outcome]`);
  return {
    outcome: await page.$eval(said, (element) => element.getAttribute('data-outcome') ?? ''),
    says: await text(page, said),
  };
}

/** What depends on no browser runs in one. */
const chromiumTest = test.runIf(isChromium);

describe.each(browserKinds)('the dashboard in %s', (kind) => {
  let browser: TestBrowser;
  let page: Page;
  beforeAll(async () => {
    browser = await startBrowser(kind, { answer });
    page = await browser.openOwn('dashboard.html#/developers');
  });
  afterAll(() => browser?.close());

  test('says that nobody was seen yet, and lists them as soon as a page is read', async () => {
    await expect.poll(() => text(page, '.empty'), soon).toContain('Nobody has been seen yet');
    const project = await browser.open(projectUrl);
    await expect.poll(() => countBadges(project), soon).toBe(20);
    await project.close();
    await page.bringToFront();
    await expect.poll(() => figures(page, '.how-many'), soon).toEqual([60, 60]);
    const first = await page.$eval('#developers tbody [data-account]', (row) => row.getAttribute('data-level'));
    expect(first).toBe('look-closer');
  });

  test('opens a project: its bidders are filtered, compared, decided on together and saved for a spreadsheet', async () => {
    await go(page, '#/projects', '#projects li');
    expect(await text(page, '#projects li')).toMatch(/60 of 60 bids read · \d+ of 60 ask for a look, \d groups/);
    await page.click('#projects li a');
    await page.waitForSelector('#bidders tbody tr');
    expect(await count(page, '#bidders tbody tr')).toBe(60);
    await page.select('.filters label:nth-of-type(2) select', 'look-closer');
    await expect.poll(() => page.evaluate(() => location.hash), soon).toContain('level=look-closer');
    const rows = () => count(page, '#bidders tbody tr');
    await expect.poll(rows, soon).toBeLessThan(60);
    const all = await rows();
    for (const n of [1, 2]) await page.click(`#bidders tbody tr:nth-child(${n}) input`);
    await page.click('#compare');
    expect(await page.$$eval('.compare thead a', (links) => links.length)).toBe(2);
    await page.click('#end-compare');
    await page.click('#bulk-fine');
    await expect.poll(() => text(page, '.acts [role="status"]'), soon).toContain('2 accounts marked as checked');
    await page.select('.filters label:nth-of-type(4) select', 'checked');
    await page.select('.filters label:nth-of-type(2) select', '');
    await expect.poll(rows, soon).toBe(2);
    expect(await text(page, '#bidders tbody tr')).toContain('Checked by you');
    await page.select('.filters label:nth-of-type(4) select', '');
    await expect.poll(rows, soon).toBe(60);
    expect(all).toBeGreaterThan(2);
    // Taken back, so that the tests below see what they expect.
    for (const link of await page.$$eval('#bidders tbody tr', (found) =>
      found
        .filter((row) => row.textContent?.includes('Checked by you'))
        .map((row) => row.querySelector('th a')?.getAttribute('href') ?? ''),
    )) {
      await go(page, link, '[data-do="undo"]');
      await page.click('[data-do="undo"]');
      await expect.poll(() => count(page, '[data-do="undo"]'), soon).toBe(0);
    }
  });

  chromiumTest('searches, filters and sorts', async () => {
    await go(page, '#/developers', '#developers');
    await page.type('#search', '@BLUE-l');
    await expect.poll(() => figures(page, '.how-many'), soon).toEqual([1, 60]);
    // Who opens a developer and comes back finds the search as it was.
    await page.click('#developers tbody a');
    await page.waitForSelector('.developer h1');
    await page.click('.back a');
    await expect.poll(() => figures(page, '.how-many'), soon).toEqual([1, 60]);
    await searchFor(page, '');
    await page.select('.filters label:nth-of-type(2) select', 'look-closer');
    const levels = () =>
      page.$$eval('#developers tbody [data-account]', (rows) => [
        ...new Set(rows.map((row) => row.getAttribute('data-level'))),
      ]);
    await expect.poll(levels, soon).toEqual(['look-closer']);
    await page.select('.filters label:nth-of-type(2) select', '');
    await page.click('[data-sort="account"]');
    const accounts = () =>
      page.$$eval('#developers tbody [data-account]', (rows) =>
        rows.map((row) => row.getAttribute('data-account')?.toLowerCase() ?? ''),
      );
    await expect.poll(async () => (await accounts())[0], soon).toMatch(/^a/);
    const inOrder = await accounts();
    expect(inOrder).toEqual([...inOrder].sort());
    expect(await page.$eval('th[aria-sort]', (th) => th.getAttribute('aria-sort'))).toBe('ascending');
  });

  chromiumTest('shows a template with every account of its family under it, and nobody else', async () => {
    await go(page, '#/templates', '.groups li');
    const members = await page.$$eval('.groups li', (all) => all.map((li) => Number(li.getAttribute('data-members'))));
    expect(members[0]).toBe(plantedFamilies.slotFilled.length);
    await go(page, `#/template/${encodeURIComponent(`freelancer:${plantedFamilies.slotFilled[0]}`)}`, '.uses-table');
    const accounts = await page.$$eval('.uses-table tbody tr', (rows) =>
      rows.map((row) => row.getAttribute('data-account')),
    );
    expect([...new Set(accounts)].sort()).toEqual([...plantedFamilies.slotFilled].sort());
    expect(await count(page, '.template mark')).toBeGreaterThan(0);
    // Gaps above are the columns below, and in each somebody put something.
    expect(await count(page, '.uses-table thead th')).toBe((await count(page, '.template .gap-number')) + 1);
  });

  chromiumTest('refuses a broken file with its line, and keeps nothing of it', async () => {
    const good = fileToImport();
    const stored = () => page.evaluate(() => indexedDB.databases().then((all) => all.length));
    expect(await stored()).toBeGreaterThan(0);
    const before = await text(page, 'section[aria-labelledby="stored"]');
    const cut = await importing(page, good.slice(0, good.length - 30));
    expect(cut).toMatchObject({ outcome: 'refused', says: expect.stringContaining('ends in the middle of this line') });
    expect(cut.says).toContain(`Line ${good.trim().split('\n').length.toLocaleString('en')}:`);
    const newer = await importing(
      page,
      `${good.split('\n')[0]}\n{"kind":"invoice","site":"guru","seenAt":"2026-10-01T10:00:00Z"}\n`,
    );
    expect(newer.says).toContain('Line 2: This version does not know the kind “invoice”');
    expect((await importing(page, Buffer.from([0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe, 0x80]))).says).toContain(
      'This file is packed (zip). Unpack it first.',
    );
    // A disk that is nearly full: said before anything is written.
    await page.evaluate(() => {
      navigator.storage.estimate = async () => ({ quota: 60_000_000, usage: 59_900_000 });
    });
    expect((await importing(page, good)).says).toContain('no more room on this machine’s disk');
    await page.evaluate(() => Reflect.deleteProperty(navigator.storage, 'estimate'));
    await go(page, '#/developers', '#developers');
    await expect.poll(() => figures(page, '.how-many'), soon).toEqual([60, 60]);
    expect(before === '' || before.includes('60 accounts')).toBe(true);
  });

  test('imports a file, assesses who is in it, and adds nothing the second time', async () => {
    const file = fileToImport();
    const { outcome, says } = await importing(page, file);
    expect(outcome).toBe('said');
    const added = Number(/Imported: ([\d,]+) new/.exec(says)?.[1]?.replaceAll(',', ''));
    expect(added).toBeGreaterThan(1_000);
    expect((await importing(page, file)).says).toContain('Imported: 0 new');
    await go(page, '#/rings', '.groups li');
    expect(await text(page, '.groups li .who')).toContain('@');
  });

  test('draws a ring that the arrow keys walk through, and says the same as a table', async () => {
    await go(page, `#/ring/${encodeURIComponent(`guru:${ring.developers[0]}`)}`, '.ring-drawing .rating');
    const ratings = ring.clients.length * ring.developers.length;
    expect(await count(page, '.ring-drawing .rating')).toBe(ratings);
    expect(await count(page, 'section > .tables table:nth-of-type(2) tbody tr')).toBe(ratings);
    await page.$eval('.ring-drawing .rating', (rating) => (rating as SVGGElement).focus());
    const before = await text(page, '.ring-drawing .current');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => text(page, '.ring-drawing .current'), soon).not.toBe(before);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      await text(page, '.ring-drawing .current'),
    );
  });

  chromiumTest('shows one developer: changes, hours, everything seen', async () => {
    await go(page, `#/developer/${encodeURIComponent(`guru:${changed}`)}`, '.developer .timeline li');
    expect(await page.$$eval('.diff del', (all) => all.map((del) => del.textContent?.trim()))).toContain('six');
    expect(await page.$$eval('.diff ins', (all) => all.map((ins) => ins.textContent?.trim()))).toContain('eleven');
    expect(await text(page, '.dial p')).toContain('14 of 14');
    expect(await text(page, '.dial p')).toContain('Europe/Lisbon');
    expect(await count(page, '.timeline li[data-kind="bid"]')).toBe(14);
  });

  test('puts profiles of one person side by side and marks what they say differently', async () => {
    // As the panel's “same person as” writes it.
    await page.evaluate(
      (account, other) =>
        new Promise<void>((done, failed) => {
          const request = indexedDB.open('hireflag');
          request.onerror = () => failed(request.error);
          request.onsuccess = () => {
            const write = request.result.transaction('decisions', 'readwrite');
            write.objectStore('decisions').add({ kind: 'same-person', account, other, at: '2026-10-01T10:00:00Z' });
            write.oncomplete = () => {
              request.result.close();
              done();
            };
          };
        }),
      'guru:long-name',
      `guru:${changed}`,
    );
    await go(page, '#/developers', '#developers');
    await go(page, `#/developer/${encodeURIComponent(`guru:${changed}`)}`, '.same tbody tr');
    const differing = await page.$$eval('.same tr[data-differs="true"] th', (all) =>
      all.map((th) => th.firstChild?.textContent),
    );
    expect(differing).toEqual(['Name', 'Headline']);
    expect(await page.$$eval('.same thead a', (all) => all.map((a) => a.textContent))).toEqual([
      'Robin J. Vale',
      hostileName.slice(0, 300),
    ]);
  });

  chromiumTest('shows hostile names as text', async () => {
    await go(page, '#/developers', '#developers');
    await searchFor(page, 'long-name');
    await expect.poll(() => count(page, '#developers tbody [data-account]'), soon).toBe(1);
    expect(await text(page, '#developers tbody th a')).toBe(hostileName.slice(0, 300));
    expect(await text(page, '#developers tbody .sub')).toBe('@long-name · Guru');
    await searchFor(page, '');
    expect(await page.evaluate(() => (window as { hurt?: number }).hurt)).toBeUndefined();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });

  const views = [
    ['#/projects', '#projects li'],
    [`#/project/${encodeURIComponent(`freelancer:${dentalBooking.id}`)}`, '#bidders tbody tr'],
    ['#/developers', '#developers'],
    [`#/developer/${encodeURIComponent(`guru:${changed}`)}`, '.timeline li'],
    [`#/developer/${encodeURIComponent('freelancer:blue-lantern')}`, '.finding'],
    ['#/templates', '.groups li'],
    [`#/template/${encodeURIComponent('freelancer:blue-lantern')}`, '.uses-table'],
    ['#/rings', '.groups li'],
    [`#/ring/${encodeURIComponent(`guru:${ring.developers[0]}`)}`, '.ring-drawing .rating'],
    ['#/coverage', '#indicator-C1'],
    ['#/data', '#import-file'],
  ] as const;
  test.each(isChromium ? (['light', 'dark'] as const) : (['as it is'] as const))(
    'axe-core finds nothing on any view (%s)',
    async (theme) => {
      if (theme !== 'as it is') await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
      for (const [route, ready] of views) {
        await go(page, route, ready);
        expect([route, await axeFindings(page)]).toEqual([route, []]);
      }
    },
  );

  chromiumTest(
    'no view is wider than its window, cuts words or lets them spill, however long the names are',
    async () => {
      await importing(
        page,
        longData()
          .map((one) => `${JSON.stringify(one)}\n`)
          .join(''),
      );
      const long = [
        [`#/project/${encodeURIComponent(`guru:${longProject}`)}`, '#bidders tbody tr'],
        [`#/developer/${encodeURIComponent(`guru:${longAccounts[0]}`)}`, '.finding'],
        [`#/template/${encodeURIComponent(`guru:${longAccounts[0]}`)}`, '.uses-table'],
      ] as const;
      for (const width of [360, 1280]) {
        await page.setViewport({ width, height: 860 });
        for (const [route, ready] of [...views, ...long]) {
          await go(page, route, ready);
          const found = await page.evaluate(misfits);
          // What is compared side by side is scrolled where there is no room for it.
          expect([width, route, found.filter((one) => !one.startsWith('scrolls'))]).toEqual([width, route, []]);
        }
      }
      // A template of eight gaps stands in an ordinary window whole.
      await go(page, `#/template/${encodeURIComponent('freelancer:blue-lantern')}`, '.uses-table');
      expect(await page.evaluate(misfits)).toEqual([]);
      await page.setViewport({ width: 1280, height: 900 });
    },
  );

  test('writes everything seen, and everything the user decided, into files that can be imported again', async () => {
    await go(page, '#/data', '#export-all');
    await page.evaluate(() => {
      const create = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (blob: Blob) => {
        void blob.text().then((words) => {
          (window as { exported?: string }).exported = words;
        });
        return create(blob);
      };
    });
    await page.click('#export-all');
    const exported = () => page.evaluate(() => (window as { exported?: string }).exported ?? '');
    await expect.poll(async () => (await exported()).length, soon).toBeGreaterThan(100_000);
    expect((await importing(page, await exported())).says).toContain('Imported: 0 new');
    await page.click('#export-notes');
    await expect.poll(exported, soon).toContain('"kind":"same-person"');
    expect((await importing(page, await exported())).says).toContain('Imported: 0 new, 1 known already.');
  });

  chromiumTest('the popup finds everyone seen and says how many there are', async () => {
    const popup = await browser.openOwn('popup.html');
    await expect.poll(() => text(popup, '#totals'), soon).toMatch(/^\d+ accounts seen so far$/);
    await popup.type('#search', 'vale');
    await expect.poll(() => text(popup, '#found li .name'), soon).toBe('Robin J. Vale');
    await popup.close();
  });

  test('deletes one person, then everything after asking twice', async () => {
    await page.bringToFront();
    await go(page, `#/developer/${encodeURIComponent(`guru:${changed}`)}`, '#delete-person');
    await page.click('#delete-person');
    await page.waitForSelector('#delete-person-yes');
    await page.click('#delete-person-yes');
    await page.waitForSelector('#developers');
    await searchFor(page, changed);
    await expect.poll(() => text(page, '.empty'), soon).toContain('Nobody matches');
    await go(page, '#/data', '#delete-all');
    await page.click('#delete-all');
    await page.waitForSelector('#delete-all-yes');
    await page.click('#delete-all-yes');
    expect(await text(page, '.confirm p')).toContain('Really everything?');
    await page.click('#delete-all-yes');
    await page.waitForSelector('section[aria-labelledby="delete"] .outcome[data-outcome="said"]');
    await go(page, '#/developers', '.empty');
    await expect.poll(() => text(page, '.empty'), soon).toContain('Nobody has been seen yet');
  });
});
