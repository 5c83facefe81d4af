// @vitest-environment jsdom
// The line at the foot of the window: what it says, where it leads, by which keys, and how it goes.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { act, click, type MarketplacePage, openGarden, ours, rootOf, systemChanges } from './marketplace-page.ts';

/** The line's element in the page with its two buttons; undefined where it is not shown. */
function lineIn(): { host: HTMLElement; next: HTMLButtonElement; shut: HTMLButtonElement } | undefined {
  const host = ours().find((one) => rootOf(one)?.querySelectorAll('button').length === 2);
  const [next, shut] = host ? [...(rootOf(host)?.querySelectorAll('button') ?? [])] : [];
  return host && next && shut ? { host, next, shut } : undefined;
}

/** Lets these bidders ask for a look, and counts how often each is gone to. */
function asking(page: MarketplacePage, accounts: readonly string[]): string[] {
  for (const account of accounts) {
    page.overlay.changeBadge(account, { look: 'look-closer', words: 'Look closer', label: 'L', title: 'T' });
  }
  const gone: string[] = [];
  const hosts = new Map<Element, string>();
  for (const account of page.badges().keys()) hosts.set(page.badgeOf(account).host, account);
  vi.spyOn(HTMLElement.prototype, 'scrollIntoView').mockImplementation(function (this: HTMLElement) {
    gone.push(hosts.get(this) ?? '');
  });
  // Nothing has a place in this DOM: in page order.
  const all = [...document.querySelectorAll('*')];
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
    return { top: all.indexOf(this), right: 346, left: 16 } as DOMRect;
  });
  return gone;
}

const press = (key: string, target: Element = document.body, more: KeyboardEventInit = {}) =>
  act(target, new KeyboardEvent('keydown', { key, bubbles: true, composed: true, ...more }));

describe('the line over a list', () => {
  it('says how many ask for a look, of no width that tells more, without a text in the page', async () => {
    await openGarden(5);
    const line = lineIn();
    expect(line?.next.dataset.words).toBe('None of 5 asks for a look so far.');
    expect(line?.next.ariaLabel).toContain('Hireflag');
    expect(line?.host.textContent).toBe('');
    expect(line?.host.attributes).toHaveLength(0);
    expect(document.documentElement.firstElementChild).toBe(line?.host);
  });

  it('leads to the next with n and back with p, around the end, also from a mark', async () => {
    const page = await openGarden(6);
    const gone = asking(page, ['bidder-1', 'bidder-4']);
    press('n');
    press('n', page.badgeOf('bidder-1').host);
    press('n');
    press('p');
    expect(gone).toEqual(['bidder-1', 'bidder-4', 'bidder-1', 'bidder-4']);
    click(lineIn()?.host);
    expect(gone.at(-1)).toBe('bidder-1');
  });

  it('leads nowhere while something is written, with other keys, or by what the page dispatches', async () => {
    const page = await openGarden(6);
    const gone = asking(page, ['bidder-1']);
    document.body.insertAdjacentHTML(
      'beforeend',
      '<form><input name="closest" /></form><p contenteditable><b>x</b></p>',
    );
    for (const selector of ['input', '[contenteditable] b']) press('n', document.querySelector(selector) as Element);
    press('m');
    press('n', document.body, { ctrlKey: true });
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true }));
    expect(gone).toEqual([]);
    press('n', document.querySelector('form') as Element);
    expect(gone).toEqual(['bidder-1']);
  });

  it('is closed at its end or by key, stays closed, and its keys with it', async () => {
    const page = await openGarden(6);
    const gone = asking(page, ['bidder-1']);
    act(lineIn()?.host, new MouseEvent('click', { bubbles: true, composed: true, detail: 1, clientX: 340 }));
    expect(lineIn()).toBeUndefined();
    press('n');
    document.querySelector('#list')?.insertAdjacentHTML('beforeend', '<p>More</p>');
    await page.pass(300);
    expect(lineIn()).toBeUndefined();
    expect(gone).toEqual([]);
  });

  it.each([{ listLine: false }, { badges: false }, { calmMarks: 'nothing' as const }])(
    'is not there with %j',
    async (settings) => {
      await openGarden(5, { settings });
      expect(lineIn()).toBeUndefined();
    },
  );

  it('is not there over a single person, and goes with the page', async () => {
    const page = await openGarden(5);
    expect(lineIn()).toBeDefined();
    page.goTo('https://www.freelancer.com/about', '<main><h1>About</h1></main>');
    await page.pass(300);
    expect(lineIn()).toBeUndefined();
    page.end.abort();
    await openGarden(1);
    expect(lineIn()).toBeUndefined();
  });
});

describe('marks and line are as dark as the page', () => {
  const schemes = (page: Awaited<ReturnType<typeof openGarden>>) =>
    [page.badgeOf('bidder-0').button, lineIn()?.next, lineIn()?.shut].map((one) => one?.style.colorScheme);
  afterEach(() => {
    document.body.removeAttribute('style');
    vi.restoreAllMocks();
  });
  /** What a browser would say of the page's colour, without a change in the page. */
  const lookLike = (backgroundColor: string) => {
    const real = getComputedStyle;
    vi.spyOn(globalThis, 'getComputedStyle').mockImplementation((one, ...more) =>
      one === document.body ? ({ backgroundColor } as CSSStyleDeclaration) : real.call(window, one, ...more),
    );
  };

  it.each([
    ['', 'light'],
    ['rgb(18, 20, 24)', 'dark'],
    ['rgb(250, 250, 250)', 'light'],
    ['rgba(0, 0, 0, 0.1)', 'light'],
  ])('over %j', async (colour, scheme) => {
    lookLike(colour);
    expect(schemes(await openGarden(5))).toEqual([scheme, scheme, scheme]);
  });

  it('and follow it when it is made dark', async () => {
    const page = await openGarden(5);
    expect(new Set(schemes(page))).toEqual(new Set(['light']));
    document.body.style.backgroundColor = 'rgb(18, 20, 24)';
    await page.pass(10);
    expect(schemes(page)).toEqual(['dark', 'dark', 'dark']);
  });

  it('and when the system is', async () => {
    const page = await openGarden(5);
    lookLike('rgb(18, 20, 24)');
    systemChanges();
    expect(schemes(page)).toEqual(['dark', 'dark', 'dark']);
  });
});
