// @vitest-environment jsdom
// A worker that the browser ends in the middle, or that is slow: no bid may be lost, and no page stay unmarked.
import { describe, expect, it } from 'vitest';
import { ToldPages } from '../../entrypoints/background/told-pages.ts';
import { soon } from '../soon.ts';
import { addCards, cards, names, openGarden, projectPage } from './marketplace-page.ts';

describe('a worker that is ended', () => {
  it('before it has stored a page gets it again, after 1, 4 and 16 seconds', async () => {
    const page = await openGarden(3, { fates: ['passed', 'lost', 'lost', 'lost'] });
    expect(page.badges().size).toBe(0);
    await page.pass(900);
    expect([page.line.readings.length, page.badges().size]).toEqual([2, 0]);
    await page.pass(4_000);
    expect([page.line.readings.length, page.badges().size]).toEqual([3, 0]);
    await page.pass(16_000);
    expect([page.line.readings.length, page.badges().size]).toEqual([4, 3]);
    await page.pass(120_000);
    expect(page.line.readings).toHaveLength(4);
    expect(await page.storedBidders()).toEqual(names(0, 3));
  });

  it('gets it again at the next change of the page', async () => {
    const page = await openGarden(3, { fates: ['passed', 'lost'] });
    document.body.insertAdjacentHTML('beforeend', '<aside>Offer of the day</aside>');
    await page.pass(200);
    expect(page.badges().size).toBe(3);
  });

  it('after it has stored a page stores nothing twice', async () => {
    const page = await openGarden(3, { fates: ['passed', 'answer lost'] });
    await page.pass(1_000);
    expect(page.badges().size).toBe(3);
    expect(await page.storedBidders()).toEqual(names(0, 3));
  });

  it('before it has said that the page may be read is asked again, and nothing is read until it has', async () => {
    const page = await openGarden(3, { fates: ['lost', 'lost', 'answer lost'] });
    await page.pass(800);
    expect(page.line.readings).toEqual([]);
    await page.pass(5_000);
    expect(page.line.sent.filter(({ type }) => type === 'warm-up').length).toBe(4);
    expect(page.badges().size).toBe(3);
    const root = page.badgeOf('bidder-0').button.getRootNode() as ShadowRoot;
    expect(root.querySelector('style')?.textContent || root.adoptedStyleSheets?.length).toBeTruthy();
  });

  it('while a list grows loses none of it, and is not sent every step of it', async () => {
    const page = await openGarden(10, { isDown: true });
    for (const to of [20, 30, 40]) {
      addCards(to - 10, to);
      await page.pass(200);
    }
    page.line.isDown = false;
    page.line.sent.length = 0;
    await page.pass(1_000);
    expect(page.line.readings.map(({ length }) => length)).toEqual([40]);
    expect([...page.badges().keys()]).toEqual(names(0, 40));
    expect(await page.storedBidders()).toEqual(names(0, 40).sort());
  });

  it('while a list drops what was scrolled past loses none of it either', async () => {
    const page = await openGarden(10, { isDown: true });
    for (const from of [10, 20]) {
      (document.querySelector('#list') as Element).innerHTML = cards(from, from + 10);
      await page.pass(200);
    }
    page.line.isDown = false;
    await page.pass(16_000);
    expect(await page.storedBidders()).toEqual(names(0, 30).sort());
    expect([...page.badges().keys()]).toEqual(names(20, 30));
  });

  it('gets a page that was left for another of the same document', async () => {
    const page = await openGarden(3, { isDown: true });
    page.goTo('https://www.freelancer.com/projects/php/another', projectPage(cards(10, 15), 39000002));
    await page.pass(200);
    page.line.isDown = false;
    await page.pass(4_000);
    expect(await page.storedBidders()).toEqual([...names(0, 3), ...names(10, 15)].sort());
    expect([...page.badges().keys()]).toEqual(names(10, 15));
  });

  it('gets once more what it has not answered when the page goes away', async () => {
    const page = await openGarden(3, { fates: ['passed', 'lost'] });
    window.dispatchEvent(new Event('pagehide'));
    await page.line.idle();
    expect(await page.storedBidders()).toEqual(names(0, 3));
  });
});

describe('a worker that knows nothing any more', () => {
  it('is told everything again, and nothing of it is lost', async () => {
    const page = await openGarden(3);
    // As a new one has it.
    page.worker.told = new ToldPages();
    addCards(3, 6);
    await page.pass(200);
    expect([...page.badges().keys()]).toEqual(names(0, 6));
    expect(await page.storedBidders()).toEqual(names(0, 6));
    // All, those who came with numbers for the others, and all again.
    expect(page.line.news.map(({ length }) => length)).toEqual([3, 3, 6]);
    addCards(6, 7);
    await page.pass(200);
    expect(page.line.news.map(({ length }) => length)).toEqual([3, 3, 6, 1]);
  });

  it('gets all there is, without a number, from a page that goes away', async () => {
    const page = await openGarden(3);
    page.line.isDown = true;
    addCards(3, 6);
    await page.pass(200);
    page.line.isDown = false;
    page.worker.told = new ToldPages();
    dispatchEvent(new Event('pagehide'));
    await page.line.idle();
    expect(await page.storedBidders()).toEqual(names(0, 6));
  });
});

describe('a worker that answers late', () => {
  it('marks the page all the same, by its last state', async () => {
    const { promise: slow, resolve: answer } = Promise.withResolvers<void>();
    const page = await openGarden(3, { slow });
    addCards(3, 6);
    await page.pass(200);
    expect(page.badges().size).toBe(0);
    page.line.slow = undefined;
    answer();
    await soon(() => expect([...page.badges().keys()]).toEqual(names(0, 6)));
    expect(page.line.readings.map(({ length }) => length)).toEqual([3, 6]);
  });

  it('marks nobody of the page before on the next', async () => {
    const { promise: slow, resolve: answer } = Promise.withResolvers<void>();
    const page = await openGarden(3, { slow });
    page.goTo('https://www.freelancer.com/projects/php/another', projectPage(cards(10, 15), 39000002));
    await page.pass(200);
    page.line.slow = undefined;
    answer();
    await soon(() => expect([...page.badges().keys()]).toEqual(names(10, 15)));
    expect(page.overlay.here()?.accounts).toEqual(names(10, 15));
  });
});
