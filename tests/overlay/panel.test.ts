// @vitest-environment jsdom
// The panel that opens from a badge: in every way it opens and closes, and what its buttons do.
import { describe, expect, it, vi } from 'vitest';
import { click, type MarketplacePage, openGarden } from './marketplace-page.ts';

const panelOf = (page: MarketplacePage, account: string) => page.badgeOf(account).querySelector('.panel') as Element;
const openPanel = async (page: MarketplacePage, account: string) => {
  click(page.badgeOf(account).querySelector('button.badge'));
  await page.pass(0);
};
const press = async (page: MarketplacePage, account: string, action: string) => {
  click(panelOf(page, account).querySelector(`[data-do="${action}"]`));
  await page.pass(0);
};
const isOpen = (page: MarketplacePage, account: string) => panelOf(page, account).childNodes.length > 0;
const countOf = (page: MarketplacePage, type: string) => page.line.sent.filter((one) => one.type === type).length;

describe('the panel of a bidder', () => {
  it('opens from the badge, one at a time, and closes in every way there is', async () => {
    const page = await openGarden(3);
    await openPanel(page, 'bidder-0');
    expect(panelOf(page, 'bidder-0').querySelector('h2')?.textContent?.trim()).toBe('@bidder-0');
    await openPanel(page, 'bidder-1');
    expect([isOpen(page, 'bidder-0'), isOpen(page, 'bidder-1')]).toEqual([false, true]);
    await press(page, 'bidder-1', 'close');
    expect(isOpen(page, 'bidder-1')).toBe(false);
    await openPanel(page, 'bidder-1');
    panelOf(page, 'bidder-1').dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }),
    );
    expect(isOpen(page, 'bidder-1')).toBe(false);
    await openPanel(page, 'bidder-1');
    click(document.body);
    expect(isOpen(page, 'bidder-1')).toBe(false);
    await openPanel(page, 'bidder-1');
    await openPanel(page, 'bidder-1');
    expect(isOpen(page, 'bidder-1')).toBe(false);
  });

  it('keeps its clicks and keys from the card that it stands in', async () => {
    const page = await openGarden(1);
    const heard: string[] = [];
    for (const type of ['click', 'keydown'])
      document.querySelector('main')?.addEventListener(type, () => heard.push(type));
    await openPanel(page, 'bidder-0');
    panelOf(page, 'bidder-0').dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true, composed: true }));
    expect(heard).toEqual([]);
  });

  it('does what its buttons say, and the badge follows', async () => {
    const page = await openGarden(3);
    await openPanel(page, 'bidder-1');
    (panelOf(page, 'bidder-1').querySelector('input[name="reason"]') as HTMLInputElement).value = 'We met.';
    await press(page, 'bidder-1', 'fine');
    expect(page.badges().get('bidder-1')).toContain('Checked by you');
    expect(panelOf(page, 'bidder-1').textContent).toContain('We met.');
    expect(await page.db.decisions.count()).toBe(1);
    await press(page, 'bidder-1', 'undo');
    expect(page.badges().get('bidder-1')).not.toContain('Checked by you');
  });

  it('is asked for again when the message was lost', async () => {
    const page = await openGarden(3);
    page.line.fates = ['lost', 'answer lost'];
    await openPanel(page, 'bidder-1');
    expect(isOpen(page, 'bidder-1')).toBe(false);
    await page.pass(1_200);
    expect(panelOf(page, 'bidder-1').querySelector('h2')?.textContent?.trim()).toBe('@bidder-1');
    expect(countOf(page, 'explain')).toBe(3);
  });

  it('does not do twice what was done when only the answer was lost, and shows it', async () => {
    const page = await openGarden(3);
    await openPanel(page, 'bidder-1');
    page.line.fates = ['answer lost'];
    await press(page, 'bidder-1', 'fine');
    await page.pass(200);
    expect(await page.db.decisions.count()).toBe(1);
    expect(panelOf(page, 'bidder-1').textContent).toContain('Checked by you');
    expect(page.badges().get('bidder-1')).toContain('Checked by you');
  });

  it('says so when there is no answer at all', async () => {
    const page = await openGarden(3);
    page.line.isDown = true;
    await openPanel(page, 'bidder-1');
    await page.pass(1_200);
    expect(panelOf(page, 'bidder-1').textContent).toBe('Hireflag was updated. Reload this page to go on.');
  });

  it('says what the worker says is wrong', async () => {
    const page = await openGarden(3);
    await openPanel(page, 'bidder-1');
    await press(page, 'bidder-1', 'same-person');
    expect(panelOf(page, 'bidder-1').querySelector('[role="alert"]')?.textContent).toContain('not this one’s');
    const errors = vi.spyOn(console, 'error').mockImplementation(() => {});
    page.store.close();
    await press(page, 'bidder-1', 'record');
    expect(panelOf(page, 'bidder-1').textContent).toContain('could not use its database just now');
    expect(countOf(page, 'act')).toBe(2);
    errors.mockRestore();
  });
});
