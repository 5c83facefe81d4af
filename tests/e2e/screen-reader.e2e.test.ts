// What a screen reader is told of the marks on a page, the panel and the popup: it must make sense to who does not see
// them. Names, not looks; in Chromium, which alone hands its accessibility tree out.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer, projectUrl } from '../../practice/marketplace.ts';
import { type Heard, heardOn, linesOf } from '../../scripts/lib/accessibility-tree.ts';
import { countBadges, openPanel } from '../../scripts/lib/badges-in-page.ts';
import { isChromium, soon, startBrowser, type TestBrowser } from './harness.ts';

/** Roles that a screen reader offers to go to, and so need a name. */
const named = new Set([
  'button',
  'link',
  'searchbox',
  'textbox',
  'combobox',
  'checkbox',
  'heading',
  'region',
  'navigation',
  'DisclosureTriangle',
  'DisclosureTriangleGrouped',
]);
/** Signs for the eye, which are read out by their names in Unicode. */
const signs = /[\u2190-\u21ff\u25a0-\u27bf\u2b00-\u2bff×]/u;

/** Of which parts a listener could make nothing. */
function senseless(heard: readonly Heard[]): string[] {
  return heard
    .filter(
      ({ role, name, description }) =>
        named.has(role) && (name.trim() === '' || signs.test(name) || description === name),
    )
    .map(({ role, name }) => `${role} “${name}”`);
}

describe.runIf(isChromium)('to a screen reader', () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await startBrowser('chromium', { answer });
  });
  afterAll(() => browser?.close());

  test('the marks on a page say whose they are, whom they are about, the level and the reason', async () => {
    const page = await browser.open(projectUrl);
    await expect.poll(() => countBadges(page), soon).toBe(20);
    const buttons = async () => (await heardOn(page)).filter(({ role }) => role === 'button');
    await expect.poll(async () => (await buttons())[0]?.name, soon).toMatch(/^Hireflag: \d+ of 60 ask for a look/);
    const marks = (await buttons()).filter(({ name }) => name.endsWith('Open details.'));
    expect(marks).toHaveLength(20);
    for (const { name, description } of marks) {
      expect(name).toMatch(/^Hireflag on [\w-]+: [A-Z]/);
      expect(description).toMatch(/^Hireflag: ./);
    }
    const about = (account: string) => marks.find(({ name }) => name.startsWith(`Hireflag on ${account}: `))?.name;
    expect(about('blue-lantern')).toContain('Look closer, Reused bid text.');
    expect(about('quietharbor')).toContain('Nothing found so far.');
    // Right after the name that the page itself shows.
    const heard = await heardOn(page);
    const at = heard.findIndex(({ name }) => name.startsWith('Hireflag on blue-lantern'));
    const before = heard.slice(0, at).findLast(({ role }) => role === 'link');
    expect(before?.name).toBe('@blue-lantern');

    const frame = await openPanel(page, 'blue-lantern');
    const panel = await heardOn(page, frame);
    const story = linesOf(panel);
    expect(senseless(panel), story).toEqual([]);
    const [first] = panel.filter(({ role }) => role === 'heading');
    expect(first?.name).toBe('@blue-lantern');
    expect(panel.find(({ role }) => role === 'article')?.name).toBe('@blue-lantern');
    // What it means comes before the evidence, what to do before both; both ways to say what an act did are there.
    const places = [
      'Look closer',
      'Copy the question',
      'Something here is rare',
      'Reused bid text',
      'Text of @blue-',
    ].map((words) => panel.findIndex(({ name }) => name.startsWith(words)));
    expect(places, story).toEqual([...places].sort((a, b) => a - b));
    expect(places[0], story).toBeGreaterThan(0);
    expect(panel.map(({ role }) => role)).toEqual(expect.arrayContaining(['status', 'alert']));
    await page.close();
  });

  test('the first who is flagged is two keys away: the line over the list is the first stop and leads there', async () => {
    const page = await browser.open(projectUrl);
    await browser.untilRead(page);
    await page.bringToFront();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const beside = () =>
      page.evaluate(() => document.activeElement?.previousElementSibling?.getAttribute('href') ?? '');
    await expect.poll(beside, soon).toBe('/u/blue-lantern');
    await page.close();
  });

  test('the popup says how many ask, then each group with its reason once, and nothing with every row', async () => {
    const page = await browser.open(projectUrl);
    await browser.untilRead(page);
    const popup = await browser.openPopup(page);
    await popup.waitForSelector('#developers [data-account]');
    const heard = await heardOn(popup);
    const story = linesOf(heard);
    expect(senseless(heard), story).toEqual([]);
    expect(heard.find(({ role }) => role === 'heading')?.name).toBe('Developers on this page');
    expect(
      heard.some(({ name }) => /^\d+ of 60 ask for a look, \d+ groups$/.test(name)),
      story,
    ).toBe(true);
    expect(heard.filter(({ role }) => role === 'heading')[1]?.name).toBe('5 accounts: Reused bid text');
    const told = heard.flatMap(({ description }) => (description ? [description] : []));
    expect(told, 'descriptions').toHaveLength(new Set(told).size);
    await popup.close();
    await page.close();
  });
});
