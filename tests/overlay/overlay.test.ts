// @vitest-environment jsdom
// What happens in a marketplace's page, on saved pages of real structure: marks, pages that grow and change,
// the note, the user's settings, and the end.
import { describe, expect, it, vi } from 'vitest';
import { answerMessage } from '../../entrypoints/background/handle-request.ts';
import { t } from '../../lib/i18n/language.ts';
import type { Sender } from '../../lib/protocol/senders.ts';
import { defaultSettings } from '../../lib/settings/settings.ts';
import { siteCard } from '../reading/pages.ts';
import {
  addCards,
  cards,
  click,
  gardenUrl,
  names,
  openGarden,
  openPage,
  ours,
  projectPage,
  savedPage,
} from './marketplace-page.ts';

describe('a list of bids', () => {
  it('carries one badge a bidder, and is otherwise as the page made it', async () => {
    const page = await openGarden();
    expect([...page.badges().keys()]).toEqual(names(0, 20));
    expect(await page.storedBidders()).toEqual(names(0, 20).sort());
    for (const host of ours()) host.remove();
    expect(document.querySelector('#list')?.innerHTML).toBe(cards(0, 20));
  });

  it.each([
    ['freelancer/project-public', 10],
    ['freelancer/project-changed-markup', 5],
    ['freelancer/proposals-signed-in', 5],
  ])('as it was saved, %s, is read and marked', async (path, least) => {
    const { html, url } = savedPage(path);
    const page = await openPage(html, url);
    expect((await page.storedBidders()).length).toBeGreaterThanOrEqual(least);
    expect(page.badges().size).toBeGreaterThanOrEqual(5);
    expect(page.overlay.here()?.page?.read).not.toBe('not');
  });

  it('that grows gets a badge for each who came, and asks once for each growth', async () => {
    const page = await openGarden(10);
    const stored = vi.spyOn(page.store, 'remember');
    for (const to of [20, 30, 40]) {
      addCards(to - 10, to);
      await page.pass(200);
    }
    expect([...page.badges().keys()]).toEqual(names(0, 40));
    expect(page.line.readings.map(({ length }) => length)).toEqual([10, 20, 30, 40]);
    // Of each only those who came are sent.
    expect(page.line.news.map(({ length }) => length)).toEqual([10, 10, 10, 10]);
    // So it is stored.
    const remembered = stored.mock.calls.map(([all]) => all.filter(({ kind }) => kind === 'bid').length);
    expect(remembered).toEqual([10, 10, 10]);
    expect(page.line.toldSizes[3]).toBeLessThan(1.2 * (page.line.toldSizes[0] ?? 0));
    expect(page.overlay.here()?.page).toMatchObject({ read: 'whole', found: { bids: 40 } });
  });

  it('that grows is asked about as far as it is new, and as a whole once it stands still', async () => {
    const page = await openGarden(10);
    for (const to of [20, 30]) {
      addCards(to - 10, to);
      await page.pass(200);
    }
    const asked = () => page.line.sent.flatMap((one) => (one.type === 'page-read' ? [one.about] : []));
    expect(asked()).toEqual([undefined, names(10, 20), names(20, 30)]);
    expect([...page.badges().keys()]).toEqual(names(0, 30));
    await page.pass(2_000);
    expect(asked().slice(3)).toEqual([undefined]);
    // Nothing is told for it that was told before.
    expect(page.line.toldSizes[3]).toBeLessThan(10);
    await page.pass(10_000);
    expect(asked()).toHaveLength(4);
    expect([...page.badges().keys()]).toEqual(names(0, 30));
  });

  it('and is asked about as a whole when the user wants it to be read again, whatever is on its way', async () => {
    const page = await openGarden(10);
    addCards(10, 20);
    await page.pass(200);
    page.overlay.again(false);
    await page.pass(200);
    const asked = page.line.sent.flatMap((one) => (one.type === 'page-read' ? [one.about] : []));
    expect(asked).toEqual([undefined, names(10, 20), undefined]);
    await page.pass(10_000);
    expect(page.line.sent.filter(({ type }) => type === 'page-read')).toHaveLength(3);
  });

  it('whose cards are drawn anew is not sent anew', async () => {
    const page = await openGarden(10);
    const list = document.querySelector('#list')?.firstElementChild;
    const parent = list?.parentElement as Element;
    for (const card of [...parent.children]) card.replaceWith(card.cloneNode(true));
    addCards(10, 11);
    await page.pass(200);
    expect(page.line.news.map(({ length }) => length)).toEqual([10, 1]);
    expect(page.badges().size).toBe(11);
  });

  it('is marked without asking how it is laid out or styled for each mark', async () => {
    const styled = vi.spyOn(window, 'getComputedStyle');
    const placed = vi.spyOn(Element.prototype, 'getBoundingClientRect');
    const page = await openGarden(60);
    expect(page.badges().size).toBe(60);
    // Once for the marks, and once for each button of the line.
    expect(styled.mock.calls.length).toBeLessThan(10);
    expect(placed).not.toHaveBeenCalled();
  });

  it('that grows has nothing set on the marks that say the same', async () => {
    const page = await openGarden(10);
    const changed: MutationRecord[] = [];
    const watch = new MutationObserver((records) => changed.push(...records));
    for (const account of names(0, 10)) watch.observe(page.badgeOf(account).button, { attributes: true });
    addCards(10, 20);
    await page.pass(200);
    expect(page.badges().size).toBe(20);
    changed.push(...watch.takeRecords());
    watch.disconnect();
    expect(changed).toEqual([]);
  });

  it('that does not change is sent once, whatever else moves', async () => {
    const page = await openGarden();
    for (let n = 0; n < 3; n += 1) {
      document.body.insertAdjacentHTML('beforeend', `<aside>Offer ${n} of the day</aside>`);
      await page.pass(200);
    }
    expect(page.line.readings).toHaveLength(1);
  });

  it('leads to a bidder whom the popup names: their badge comes into view and their panel opens', async () => {
    const page = await openGarden();
    const inView = vi.spyOn(page.badgeOf('bidder-7').host, 'scrollIntoView');
    expect(page.overlay.goTo('bidder-7')).toBe(true);
    await page.pass(200);
    expect(inView).toHaveBeenCalledOnce();
    expect(await page.inFrame(page.frame()?.token ?? '')).toMatchObject({ account: 'bidder-7' });
    expect(page.overlay.goTo('nobody')).toBe(false);
  });

  it('carries a quiet ring beside who asks for no attention, which is no stop for the keyboard; or nothing', async () => {
    const page = await openGarden(3);
    expect([...page.badges().values()]).toEqual(['', '', '']);
    const { button } = page.badgeOf('bidder-0');
    expect([button.tabIndex, button.ariaLabel]).toEqual([-1, expect.stringContaining('bidder-0')]);
    click(page.badgeOf('bidder-0').host);
    await page.pass(200);
    expect(page.frame()).toBeDefined();
    page.end.abort();
    const bare = await openGarden(3, { settings: { calmMarks: 'nothing' } });
    expect(bare.badges().size).toBe(0);
    expect(bare.overlay.here()?.accounts).toEqual(names(0, 3));
  });

  it.each([{ readOnClick: true }, { readOnClickSites: ['freelancer'] }])(
    'with %j is not read before the user clicks on Hireflag, and then is, as it grows',
    async (settings) => {
      const page = await openGarden(3, { settings });
      const read = vi.spyOn(document, 'querySelectorAll');
      addCards(3, 5);
      await page.pass(70_000);
      page.overlay.again(false);
      await page.pass(1_000);
      expect(read).not.toHaveBeenCalled();
      read.mockRestore();
      expect(page.overlay.here()).toBeUndefined();
      expect(page.line.readings).toEqual([]);
      expect(await page.storedBidders()).toEqual([]);
      page.overlay.again(true);
      await page.pass(200);
      expect([...page.badges().keys()]).toEqual(names(0, 5));
      addCards(5, 7);
      await page.pass(200);
      expect([...page.badges().keys()]).toEqual(names(0, 7));
    },
  );

  it('is read by itself where only another marketplace waits for a click', async () => {
    const page = await openGarden(3, { settings: { readOnClickSites: ['upwork'] } });
    expect(page.badges().size).toBe(3);
  });

  it('gets a badge back that the page has dropped', async () => {
    const page = await openGarden(3);
    page.badgeOf('bidder-0').host.remove();
    expect([...page.badges().keys()]).toEqual(names(1, 3));
    await page.pass(200);
    expect([...page.badges().keys()]).toEqual(names(0, 3));
    expect(page.line.readings).toHaveLength(1);
  });

  it('that the page renders anew is marked anew', async () => {
    const page = await openGarden(5);
    (document.querySelector('#list') as Element).innerHTML = cards(0, 5);
    await page.pass(200);
    expect([...page.badges().keys()]).toEqual(names(0, 5));
  });

  it('with a level in each badge, as the worker says', async () => {
    const shared =
      'I rebuilt the ordering desk of the flower wholesaler Halvik with 87 vans, moved four years of invoices across without losing a single line, and taught the night shift to trust the new screens; your garden scheduling sounds like the same knot, so I would begin with the delivery calendar, then walk through the cold rooms with your foreman and note down which doors stick and which labels peel.';
    const two = ['ada', 'ben'].map((user) => siteCard({ user, text: shared })).join('');
    const page = await openPage(projectPage(cards(0, 20) + two), gardenUrl);
    for (const account of ['ada', 'ben']) {
      expect({ ...page.badgeOf(account).button.dataset }).toEqual({ look: 'look-closer', words: 'Look closer' });
      expect(page.badgeOf(account).button.ariaLabel).toContain('Reused bid text');
    }
    expect(page.badgeOf('bidder-1').button.ariaLabel).not.toContain('Reused');
  });
});

it.each(['profile-new', 'profile-changed-markup'])(
  'a profile carries one badge, beside the name (%s)',
  async (name) => {
    const { html, url } = savedPage(`freelancer/${name}`);
    const page = await openPage(html, url);
    expect(page.overlay.here()?.accounts).toHaveLength(1);
    expect(page.badges().size).toBe(1);
  },
);

describe('a page that becomes another without a load', () => {
  it('keeps the badges of those who stand on both, and loses the others’', async () => {
    const page = await openGarden(5);
    page.goTo('https://www.freelancer.com/projects/php/another', projectPage(cards(3, 8), 39000002));
    await page.pass(200);
    expect([...page.badges().keys()]).toEqual(names(3, 8));
    expect(page.line.readings).toHaveLength(2);
  });

  it('that is none Hireflag reads carries nothing', async () => {
    const page = await openGarden(5);
    page.goTo('https://www.freelancer.com/support', '<main><p>How can we help?</p></main>');
    await page.pass(200);
    expect(ours()).toEqual([]);
    expect(page.overlay.here()).toBeUndefined();
  });
});

describe('a page that is not understood', () => {
  const unread = '<main><p>Something new</p></main>';

  it('says so in our frame once it has had time to load', async () => {
    const page = await openPage(unread, gardenUrl);
    expect(page.frame()).toBeUndefined();
    await page.pass(2_600);
    expect(page.frame()?.frame.className).toBe('corner');
    expect(await page.inFrame(page.frame()?.token ?? '')).toEqual({ site: 'freelancer', tab: 1 });
    click(document.body);
    expect(page.frame()).toBeDefined();
  });

  it('says nothing when its list comes in time', async () => {
    const page = await openPage(unread, gardenUrl);
    await page.pass(1_000);
    document.body.innerHTML = projectPage(cards(0, 3));
    await page.pass(5_000);
    expect(page.frame()).toBeUndefined();
    expect(page.badges().size).toBe(3);
  });

  it('says no more when it is understood after all', async () => {
    const page = await openPage(unread, gardenUrl);
    await page.pass(2_600);
    expect(page.frame()).toBeDefined();
    document.body.innerHTML = projectPage(cards(0, 3));
    await page.pass(200);
    expect(page.frame()).toBeUndefined();
  });
});

describe('what the user set', () => {
  it('pauses a marketplace: nothing is shown or stored, until it goes on', async () => {
    const page = await openGarden(3, { settings: { sitesOff: ['freelancer'] } });
    expect(page.badges().size).toBe(0);
    expect(await page.storedBidders()).toEqual([]);
    page.user.settings = defaultSettings;
    page.overlay.again(false);
    await page.pass(200);
    expect(page.badges().size).toBe(3);
    page.user.settings = { ...defaultSettings, sitesOff: ['freelancer'] };
    page.overlay.again(false);
    await page.pass(200);
    expect(page.badges().size).toBe(0);
  });

  it('may leave the badges out; the page is remembered all the same', async () => {
    const page = await openGarden(3, { settings: { badges: false } });
    expect(page.badges().size).toBe(0);
    expect(await page.storedBidders()).toEqual(names(0, 3));
    expect(page.overlay.here()).toMatchObject({ site: 'freelancer', accounts: names(0, 3), page: { page: 'project' } });
  });
});

describe('the end', () => {
  it('removes everything, and nothing is looked at or sent any more', async () => {
    const page = await openGarden(3);
    click(page.badgeOf('bidder-1').host);
    await page.pass(0);
    page.end.abort();
    expect(ours()).toEqual([]);
    expect(document.querySelector('#list')?.innerHTML).toBe(cards(0, 3));
    const sent = page.line.sent.length;
    addCards(3, 6);
    await page.pass(60_000);
    expect(page.line.sent).toHaveLength(sent);
    expect(ours()).toEqual([]);
  });

  it('that comes while a page waits to be stored leaves no timer behind', async () => {
    const page = await openGarden(3, { isDown: true });
    page.end.abort();
    const sent = page.line.sent.length;
    await page.pass(120_000);
    expect(page.line.sent).toHaveLength(sent);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('of the extension in an open page is quiet: at the next change everything goes, and nothing new is tried', async () => {
    const page = await openGarden(3);
    page.line.gone = true;
    vi.mocked(console.debug).mockClear();
    const sent = page.line.sent.length;
    for (const from of [3, 6, 9]) {
      addCards(from, from + 3);
      await page.pass(2_000);
    }
    expect(page.line.sent).toHaveLength(sent);
    expect(console.debug).not.toHaveBeenCalled();
    expect(ours()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('of the extension shows at a badge that is pressed as well', async () => {
    const page = await openGarden(3);
    page.line.gone = true;
    click(page.badgeOf('bidder-1').host);
    await page.pass(0);
    expect(ours()).toEqual([]);
  });
});

describe('a database that does not open', () => {
  it('is said in the corner of the page, once, with what to do, and no more when it opens', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const broken = Object.assign(new Error('Internal error.'), { name: 'OpenFailedError' });
    const page = await openGarden(3, { broken });
    expect(page.badges().size).toBe(0);
    await page.pass(3_000);
    const { token = '' } = page.frame() ?? {};
    const frame: Sender = { kind: 'frame', tab: 1, document: 'corner' };
    const asked = () => answerMessage({ type: 'frame', token }, frame, page.worker);
    expect(await asked()).toEqual({ type: 'problem', problem: t('problem.closed'), temporary: true });
    await page.pass(30_000);
    expect(page.frame()?.token).toBe(token);
    page.worker.store = async () => page.store;
    await page.pass(61_000);
    expect(page.frame()).toBeUndefined();
    expect(page.badges().size).toBe(3);
    expect(await asked()).toMatchObject({ type: 'frame', shown: { view: 'note' } });
  });
});
