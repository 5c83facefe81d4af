// @vitest-environment jsdom
// The frame that opens from a badge: in every way it opens and closes, what it is about, and that nothing the page
// dispatches counts. What stands in it is tried in real browsers.
import { describe, expect, it } from 'vitest';
import { act, click, type MarketplacePage, openGarden } from './marketplace-page.ts';

const open = async (page: MarketplacePage, account: string) => {
  click(page.badgeOf(account).host);
  await page.pass(0);
};
const countOf = (page: MarketplacePage, type: string) => page.line.sent.filter((one) => one.type === type).length;
/** The panel's end of the channel, as the page in the frame gets it. */
function joined(page: MarketplacePage): { said: unknown[]; say(message: object): Promise<void> } {
  const frame = page.frame()?.frame;
  const ports: MessagePort[] = [];
  Object.defineProperty(frame, 'contentWindow', {
    value: { postMessage: (_: unknown, __: string, [port]: [MessagePort]) => ports.push(port) },
  });
  frame?.dispatchEvent(new Event('load'));
  const [port] = ports;
  if (!port) throw new Error('The frame was given no channel.');
  const said: unknown[] = [];
  port.onmessage = ({ data }) => said.push(data);
  return {
    said,
    say: async (message) => {
      port.postMessage(message);
      await new Promise((done) => setImmediate(done));
      await new Promise((done) => setImmediate(done));
    },
  };
}

describe('the frame of a bidder', () => {
  it('opens from the badge, one at a time, is about that bidder, and closes in every way there is', async () => {
    const page = await openGarden(3);
    const expanded = () => ['bidder-0', 'bidder-1'].map((one) => page.badgeOf(one).button.ariaExpanded);
    await open(page, 'bidder-0');
    const first = page.frame()?.token ?? '';
    expect(expanded()).toEqual(['true', 'false']);
    await open(page, 'bidder-1');
    expect(expanded()).toEqual(['false', 'true']);
    const about = { site: 'freelancer', tab: 1 };
    expect(await page.inFrame(first)).toEqual({ ...about, account: 'bidder-0' });
    expect(await page.inFrame(page.frame()?.token ?? '')).toEqual({ ...about, account: 'bidder-1' });
    await open(page, 'bidder-1');
    expect(page.frame()).toBeUndefined();
    await open(page, 'bidder-1');
    click(document.body);
    expect(page.frame()).toBeUndefined();
    await open(page, 'bidder-1');
    await joined(page).say({ close: true });
    expect(page.frame()).toBeUndefined();
    expect(expanded()).toEqual(['false', 'false']);
    await open(page, 'bidder-1');
    page.badgeOf('bidder-1').host.closest('app-project-view-logged-out-bid-card')?.remove();
    await page.pass(200);
    expect(page.frame()).toBeUndefined();
  });

  it('is not opened by what the page dispatches', async () => {
    const page = await openGarden(1);
    const { host } = page.badgeOf('bidder-0');
    host.click();
    host.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    await page.pass(100);
    expect(page.frame()).toBeUndefined();
    await open(page, 'bidder-0');
    document.body.dispatchEvent(new MouseEvent('pointerdown', { bubbles: true }));
    expect(page.frame()).toBeDefined();
  });

  it('keeps what happens on it from everybody in the page', async () => {
    const page = await openGarden(1);
    const heard: string[] = [];
    const types = ['click', 'pointerdown', 'mousedown', 'keydown', 'keyup', 'focusin', 'contextmenu'];
    for (const type of types) {
      for (const target of [window, document, document.querySelector('main')]) {
        target?.addEventListener(type, () => heard.push(type), true);
      }
    }
    for (const type of types) act(page.badgeOf('bidder-0').host, new Event(type, { bubbles: true, composed: true }));
    await page.pass(0);
    act(page.frame()?.host, new KeyboardEvent('keydown', { key: 'a', bubbles: true, composed: true }));
    expect(heard).toEqual([]);
    act(document.querySelector('main'), new Event('keydown', { bubbles: true }));
    expect(heard).toEqual(['keydown', 'keydown', 'keydown']);
  });

  it('is as high as the panel says, is seen from then on, and says when it was moved', async () => {
    const page = await openGarden(1);
    await open(page, 'bidder-0');
    const panel = joined(page);
    expect(page.frame()?.frame.dataset.drawn).toBeUndefined();
    await panel.say({ height: 222 });
    expect(page.frame()?.frame.style.height).toBe('222px');
    expect(page.frame()?.frame.dataset.drawn).toBe('');
    expect(panel.said).toEqual([{ moved: true }]);
    window.dispatchEvent(new Event('scroll'));
    await panel.say({ height: 222 });
    expect(panel.said).toEqual([{ moved: true }, { moved: true }, { moved: true }]);
  });

  it('stands where the user has put it, inside the window, and opens there again', async () => {
    Object.defineProperty(document.documentElement, 'clientWidth', { value: 1_000, configurable: true });
    const page = await openGarden(2);
    await open(page, 'bidder-0');
    const panel = joined(page);
    await panel.say({ height: 222 });
    const at = () => [page.frame()?.frame.style.left, page.frame()?.frame.style.top];
    await panel.say({ by: [-4_000, -4_000] });
    expect(at()).toEqual(['12px', '12px']);
    await panel.say({ by: [40, 80] });
    expect(at()).toEqual(['52px', '92px']);
    await panel.say({ close: true });
    await open(page, 'bidder-1');
    await joined(page).say({ height: 100 });
    expect(at()).toEqual(['52px', '92px']);
  });

  it('is asked for again when the message was lost', async () => {
    const page = await openGarden(3);
    page.line.fates = ['lost', 'answer lost'];
    await open(page, 'bidder-1');
    expect(page.frame()).toBeUndefined();
    await page.pass(1_200);
    expect(page.frame()).toBeDefined();
    expect(countOf(page, 'open-frame')).toBe(3);
  });

  it('of the bidder that was pressed last counts, whichever answer comes first', async () => {
    const page = await openGarden(3);
    page.line.fates = ['lost'];
    await open(page, 'bidder-0');
    await open(page, 'bidder-1');
    await page.pass(1_200);
    expect(await page.inFrame(page.frame()?.token ?? '')).toMatchObject({ account: 'bidder-1' });
  });

  it('is no matter of the page any more when there is no answer at all', async () => {
    const page = await openGarden(3);
    page.line.isDown = true;
    await open(page, 'bidder-1');
    await page.pass(1_200);
    expect(page.frame()).toBeUndefined();
  });
});

it('a badge that the user’s decision changed shows it wherever the account stands', async () => {
  const page = await openGarden(3);
  page.overlay.changeBadge('bidder-1', { look: 'checked', words: 'Checked by you', label: 'L', title: 'T' });
  expect([...page.badges().values()].map((words) => words === 'Checked by you')).toEqual([false, true, false]);
});
