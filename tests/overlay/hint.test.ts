// @vitest-environment jsdom
// Why a mark is there, shown while the pointer rests on it or the keyboard has come to it: without a text in the page, and
// gone as soon as it is not wanted.
import { describe, expect, it } from 'vitest';
import { act, click, type MarketplacePage, openGarden, ours, rootOf } from './marketplace-page.ts';

const REST = 400;
/** The box with the words; undefined where it is not shown. */
function hint(): { host: HTMLElement; words: string | undefined; box: HTMLButtonElement } | undefined {
  for (const host of ours()) {
    const box = rootOf(host)?.querySelector<HTMLButtonElement>('[data-look] > button');
    if (box) return { host, box, words: box.dataset.words };
  }
  return undefined;
}
const out = (target: Element) => act(target, new MouseEvent('pointerout', { bubbles: true, composed: true }));
const over = (target: Element) => act(target, new MouseEvent('pointerover', { bubbles: true, composed: true }));
const says = (page: MarketplacePage, account: string, title: string) =>
  page.overlay.changeBadge(account, { look: 'look-closer', words: 'Look closer', label: 'L', title });

describe('why a mark is there', () => {
  it('is said when the pointer rests on it, of a flagged and of a calm one alike, and goes with the pointer', async () => {
    const page = await openGarden(3);
    says(page, 'bidder-1', 'Hireflag: Reused bid text.');
    for (const [account, words] of [
      ['bidder-1', /^Hireflag: Reused bid text\.$/],
      ['bidder-0', /^Hireflag: Seen so far/],
    ] as const) {
      over(page.badgeOf(account).host);
      await page.pass(REST - 20);
      expect(hint()).toBeUndefined();
      await page.pass(40);
      expect(hint()?.words).toMatch(words);
      out(page.badgeOf(account).host);
      expect(hint()).toBeUndefined();
    }
    over(page.badgeOf('bidder-1').host);
    out(page.badgeOf('bidder-1').host);
    await page.pass(2 * REST);
    expect(hint()).toBeUndefined();
  });

  it('leaves no text, no attribute and no stop in the page, and says nothing twice to who listens', async () => {
    const page = await openGarden(2);
    over(page.badgeOf('bidder-0').host);
    await page.pass(REST);
    expect(hint()?.host.attributes).toHaveLength(0);
    expect(hint()?.host.textContent).toBe('');
    expect(hint()?.box.textContent).toBe('');
    expect(hint()?.box.inert).toBe(true);
    const { button } = page.badgeOf('bidder-0');
    expect(button.title).toBe('');
    expect(button.ariaDescription).toMatch(/^Hireflag: /);
  });

  it('is said when the keyboard comes to it, and goes with the focus, a key, a press and the mark itself', async () => {
    const page = await openGarden(3);
    const { host } = page.badgeOf('bidder-0');
    const focus = async () => {
      for (const type of ['focus', 'focusin', 'keyup']) act(host, new FocusEvent(type));
      await page.pass(REST);
      expect(hint()).toBeDefined();
    };
    await focus();
    act(host, new FocusEvent('blur'));
    expect(hint()).toBeUndefined();
    await focus();
    act(host, new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    expect(hint()).toBeUndefined();
    await focus();
    click(host);
    expect(hint()).toBeUndefined();
    await page.pass(REST);
    click(document.body);
    await focus();
    host.closest('app-project-view-logged-out-bid-card')?.remove();
    await page.pass(200);
    expect(hint()).toBeUndefined();
  });

  it('waits while a panel is open, which takes no press from under it, and the one that is shown goes when a panel opens', async () => {
    const page = await openGarden(3);
    over(page.badgeOf('bidder-1').host);
    await page.pass(REST);
    expect(hint()).toBeDefined();
    click(page.badgeOf('bidder-0').host);
    await page.pass(100);
    expect(hint()).toBeUndefined();
    over(page.badgeOf('bidder-2').host);
    await page.pass(2 * REST);
    expect(hint()).toBeUndefined();
    click(document.body);
    over(page.badgeOf('bidder-2').host);
    await page.pass(REST);
    expect(hint()).toBeDefined();
  });

  it('of one that is gone before the pointer has rested is never said', async () => {
    const page = await openGarden(2);
    const { host } = page.badgeOf('bidder-0');
    over(host);
    host.closest('app-project-view-logged-out-bid-card')?.remove();
    await page.pass(2 * REST);
    expect(hint()).toBeUndefined();
  });

  it('comes not by what the page dispatches, and ends with the extension', async () => {
    const page = await openGarden(2);
    const { host } = page.badgeOf('bidder-0');
    host.dispatchEvent(new MouseEvent('pointerover', { bubbles: true, composed: true }));
    await page.pass(2 * REST);
    expect(hint()).toBeUndefined();
    over(host);
    await page.pass(REST);
    page.end.abort();
    expect(ours()).toEqual([]);
  });
});
