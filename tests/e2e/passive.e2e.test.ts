import { describe, expect, test } from 'vitest';
import { answer, projectUrl } from '../../practice/marketplace.ts';
import type { BrowserKind } from '../../scripts/lib/find-browser.ts';
import { browserKinds, startBrowser } from './harness.ts';

const profileUrl = 'https://www.freelancer.com/u/quietharbor';

/** What the marketplace is asked while a project and a profile are opened, and how many marks they get. */
async function visit(kind: BrowserKind, bare: boolean) {
  const browser = await startBrowser(kind, { answer, bare });
  try {
    const page = await browser.open(projectUrl);
    const marks = () => page.$$eval('[data-hireflag="badge"]', (all) => all.length);
    if (!bare) await expect.poll(marks, { timeout: 20_000 }).toBeGreaterThan(0);
    await page.waitForNetworkIdle({ idleTime: 1000 });
    const marked = await marks();
    const profile = await browser.open(profileUrl);
    if (!bare) await (await browser.openPopup(profile)).waitForSelector('#developers [data-account]');
    await profile.waitForNetworkIdle({ idleTime: 1000 });
    const ours = browser.asked.filter(({ url }) => new URL(url).hostname.includes('freelancer'));
    return { marked, asked: ours.map(({ method, url }) => `${method} ${url}`).sort() };
  } finally {
    await browser.close();
  }
}

describe.each(browserKinds)('in %s', (kind) => {
  test('the marketplace is asked for the same with the extension as without it', async () => {
    const without = await visit(kind, true);
    const using = await visit(kind, false);
    expect(without.marked).toBe(0);
    expect(using.marked).toBeGreaterThan(0);
    expect(using.asked).toContain(`GET ${projectUrl}`);
    expect(using.asked).toContain(`GET ${profileUrl}`);
    expect(using.asked).toEqual(without.asked);
  });
});
