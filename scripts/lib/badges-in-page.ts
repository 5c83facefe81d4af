// Our elements in a page, as the page itself could find them: they carry no mark, so by what they look like.
import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import { framesOf } from './firefox-frames.ts';
import { patience } from './open-browser.ts';

/** The elements that carry badges, in page order. */
export async function badgesIn(page: Page): Promise<ElementHandle<HTMLElement>[]> {
  const all = await page.$$('span:empty');
  const are = await page.$$eval('span:empty', (spans) =>
    spans.map((one) => {
      const { contain, height, display } = getComputedStyle(one);
      return one.attributes.length === 0 && contain === 'strict' && height === '20px' && display === 'inline-block';
    }),
  );
  return all.filter((_, n) => are[n]) as unknown as ElementHandle<HTMLElement>[];
}

/** How many badges there are. */
export function countBadges(page: Page): Promise<number> {
  return page.$$eval(
    'span:empty',
    (spans) =>
      spans.filter((one) => {
        const { contain, height } = getComputedStyle(one);
        return one.attributes.length === 0 && contain === 'strict' && height === '20px';
      }).length,
  );
}

/** Waits until there are so many badges, at least. */
export async function untilBadges(page: Page, least = 1): Promise<void> {
  const end = Date.now() + patience;
  while ((await countBadges(page).catch(() => 0)) < least) {
    if (Date.now() > end) throw new Error(`There are no ${least} badges after ${patience / 1_000} seconds.`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** The middle of a badge in the window, after the page was scrolled to it. */
export async function middleOf(
  badge: ElementHandle<HTMLElement>,
  { scroll = true } = {},
): Promise<{ x: number; y: number }> {
  return badge.evaluate((one, isToScroll) => {
    if (isToScroll) one.scrollIntoView({ block: 'start' });
    if (isToScroll) scrollBy(0, -100);
    const { left, top, width, height } = one.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }, scroll);
}

/** The badge right after the link to this account. */
export async function badgeOf(page: Page, account: string): Promise<ElementHandle<HTMLElement>> {
  for (const badge of await badgesIn(page)) {
    const href = await badge.evaluate((one) => one.previousElementSibling?.getAttribute('href') ?? '');
    if (href.endsWith(`/${account}`)) return badge;
  }
  throw new Error(`${account} has no badge.`);
}

/** Our frame over a page, once what it shows is there. */
export async function ourFrame(page: Page, wanted = 'h2, .note, .problem'): Promise<Frame> {
  const end = Date.now() + patience;
  while (Date.now() < end) {
    for (const frame of await framesOf(page)) {
      // Firefox's driver does not say the address of such a frame; it is asked.
      const isIt = async () =>
        frame.evaluate((one) => location.pathname === '/panel.html' && document.querySelector(one) !== null, wanted);
      // Of one that went meanwhile the driver says so at once, and not in its answer.
      if (await isIt().catch(() => false)) return frame;
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`Our frame is not there after ${patience / 1_000} seconds.`);
}

/** Presses a badge with the mouse and gives the frame that opens. */
export async function openPanel(page: Page, account: string): Promise<Frame> {
  const { x, y } = await middleOf(await badgeOf(page, account));
  await page.mouse.click(x, y);
  return ourFrame(page, 'h2');
}

/** Where our frame stands in the window, as the page may ask: its left and top edges; undefined where it is closed. */
export function frameCorner(page: Page): Promise<{ x: number; y: number } | undefined> {
  return page.evaluate(() => {
    const host = [...document.documentElement.children].find(
      // The line in the corner is fixed as well, and has a width.
      (one) =>
        one.localName === 'span' && getComputedStyle(one).position === 'fixed' && getComputedStyle(one).width === '0px',
    );
    const isAt = (x: number, y: number) => host !== undefined && document.elementFromPoint(x, y) === host;
    for (let y = 0; y < innerHeight; y += 20) {
      for (let x = 0; x < innerWidth; x += 20) {
        if (!isAt(x, y)) continue;
        // Near a corner that is round the edges are not met.
        let [left, top] = [x, y];
        while (isAt(left - 1, y + 20)) left -= 1;
        while (isAt(x + 20, top - 1)) top -= 1;
        return { x: left, y: top };
      }
    }
    return undefined;
  });
}

/** Waits until the panel lets a press count: its guard's mark. What grows sooner moves what is under the pointer. */
export async function untilCalm(frame: Frame): Promise<void> {
  await frame.waitForSelector('html[data-calm]');
}

/** Clicks something in our frame with the mouse, as a user does, once the panel lets it count. */
export async function clickInFrame(page: Page, frame: Frame, selector: string): Promise<void> {
  await untilCalm(frame);
  await pressInFrame(page, frame, selector);
}

/** Clicks something in our frame at once, where it stands in the window, whether or not that counts. */
export async function pressInFrame(page: Page, frame: Frame, selector: string): Promise<void> {
  const { x, y } = await placeInFrame(page, frame, selector);
  await page.mouse.click(x, y);
}

/** The middle of something in our frame, in the window; it is brought into sight. */
export async function placeInFrame(page: Page, frame: Frame, selector: string): Promise<{ x: number; y: number }> {
  const inside = await frame.evaluate((one) => {
    const element = document.querySelector(one);
    element?.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = element?.getBoundingClientRect() ?? new DOMRect();
    return { x: left + width / 2, y: top + height / 2 };
  }, selector);
  const corner = await frameCorner(page);
  if (!corner) throw new Error('Our frame is closed.');
  const border = 1;
  return { x: corner.x + border + inside.x, y: corner.y + border + inside.y };
}
