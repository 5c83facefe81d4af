// A marketplace's page that wants to know what Hireflag says, to say it itself, or to press its buttons: it reaches
// neither the badges nor the panel, changes nothing of how they look, and learns nothing from what the user does
// there.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  badgeOf,
  badgesIn,
  clickInFrame,
  countBadges,
  frameCorner,
  middleOf,
  openPanel,
  pressInFrame,
  untilBadges,
  untilCalm,
} from '../../scripts/lib/badges-in-page.ts';
import { browserKinds, isChromium, soon, startBrowser, type TestBrowser } from './harness.ts';

const url = 'https://www.freelancer.com/projects/web/hostile-9900001';
const shared =
  'I rebuilt the ordering desk of a flower wholesaler last winter, moved four years of invoices across without losing a single line, and taught the night shift to trust the new screens; your garden scheduling sounds like the same knot, so I would begin with the delivery calendar and note down which doors stick.';
const card = (name: string, text: string) =>
  `<app-project-view-logged-out-bid-card><div><fl-username><a href="/u/${name}">@${name}</a></fl-username> more
<p class="User-bid-text">${text}</p><p><strong>€300 EUR</strong> in 5 days</p></div></app-project-view-logged-out-bid-card>`;
/** Two bidders with one text, and twenty who write their own. */
const cards = [
  card('ada', shared),
  card('ben', shared),
  ...Array.from({ length: 20 }, (_, n) =>
    card(`own-${n}`, Array.from({ length: 40 }, (_, w) => `word${n}x${w}`).join(' ')),
  ),
].join('');
/** First of all in the page: hears everything, and looks whether it leads anywhere but to the page. */
const spy = `<script>
window.heard = [];
window.leaks = new Set();
const types = 'click auxclick dblclick contextmenu pointerdown pointerup pointermove pointerover pointerout mousedown mouseup mousemove mouseover mouseout mouseenter mouseleave keydown keyup keypress beforeinput input change focus focusin focusout blur copy message toggle beforetoggle selectionchange'.split(' ');
for (const type of types) addEventListener(type, (event) => {
  heard.push({ type, at: event.target?.nodeName ?? 'window' });
  for (const name of ['target', 'originalTarget', 'explicitOriginalTarget', 'rangeParent', 'relatedTarget']) {
    try {
      const node = event[name];
      const root = node?.getRootNode?.();
      if (root && root !== document && root.host) leaks.add(type + ' ' + name + ' leads into ' + root.nodeName);
    } catch {}
  }
}, true);
</script>`;
const body = `<!doctype html>${spy}<meta charset="utf-8"><link rel="icon" href="data:,"><title>Hostile</title><h1>Hostile</h1><p>Project ID: 9900001</p><div id="list">${cards}</div>`;

interface Hostile {
  heard: { type: string; at: string }[];
  leaks: Set<string>;
  find(words: string, ...more: boolean[]): boolean;
  cover: HTMLElement;
}

describe.each(browserKinds)('a hostile page in %s', (kind) => {
  let browser: TestBrowser;
  let page: Page;
  const asked: string[] = [];
  beforeAll(async () => {
    browser = await startBrowser(kind, {
      answer: (at) => {
        if (at.pathname.startsWith('/spy')) asked.push(at.href);
        return at.href === url ? { status: 200, type: 'text/html; charset=utf-8', body } : undefined;
      },
    });
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    page = await browser.open(url);
    await page.bringToFront();
    await untilBadges(page, 22);
    return () => page.close();
  });

  const leaks = () => page.evaluate(() => [...(window as unknown as Hostile).leaks]);
  const heard = (from: string) =>
    page.evaluate(
      (pattern) =>
        (window as unknown as Hostile).heard
          .filter(({ type }) => new RegExp(pattern).test(type))
          .map(({ type, at }) => `${type} ${at}`),
      from,
    );
  const forget = () =>
    page.evaluate(() => {
      (window as unknown as Hostile).heard.length = 0;
    });
  /** How many records and decisions there are. */
  const kept = async () => {
    const own = await browser.openOwn('popup.html');
    const counts = await own.evaluate(
      () =>
        new Promise<number[]>((done, failed) => {
          const request = indexedDB.open('hireflag');
          request.onerror = () => failed(request.error);
          request.onsuccess = async () => {
            const all = ['records', 'decisions'].map(
              (name) =>
                new Promise<number>((counted) => {
                  const counting = request.result.transaction(name).objectStore(name).count();
                  counting.onsuccess = () => counted(counting.result);
                }),
            );
            done(await Promise.all(all));
            request.result.close();
          };
        }),
    );
    await own.close();
    await page.bringToFront();
    return counts;
  };
  /** What a search of the page finds, and the roots that a selection has been in. */
  const search = (words: string[]) =>
    page.evaluate((all) => {
      const { find } = window as unknown as Hostile;
      const selection = getSelection() as Selection & { modify(...how: string[]): void };
      const roots = new Set<string>();
      const note = () => roots.add(selection.anchorNode?.getRootNode().nodeName ?? 'none');
      const found = all.filter((one) => {
        selection.removeAllRanges();
        const is = find(one, true, false, true);
        note();
        return is;
      });
      selection.collapse(document.querySelector('#list'), 0);
      for (let n = 0; n < 400; n += 1) {
        selection.modify(n % 2 ? 'extend' : 'move', 'forward', n % 3 ? 'character' : 'word');
        note();
      }
      for (const { left, right, top, height } of [...document.querySelectorAll('fl-username')].map((one) =>
        one.getBoundingClientRect(),
      )) {
        for (let x = left; x < right + 20; x += 4) {
          const at = document as Document & {
            caretPositionFromPoint?(x: number, y: number): { offsetNode: Node } | null;
          };
          const node = at.caretPositionFromPoint?.(x, top + height / 2)?.offsetNode;
          if (node) roots.add(node.getRootNode().nodeName);
        }
      }
      selection.removeAllRanges();
      return { found, roots: [...roots].filter((one) => one !== '#document' && one !== 'none') };
    }, words);

  test('finds no word of a badge, and no way into it', async () => {
    expect((await search(['more'])).found).toEqual(['more']);
    expect(await search(['Look closer', 'Look', 'Not enough seen', 'Nothing found', 'Open details'])).toEqual({
      found: [],
      roots: [],
    });
    for (const account of ['ada', 'own-1']) {
      const { x, y } = await middleOf(await badgeOf(page, account));
      for (let step = -120; step <= 120; step += 8) await page.mouse.move(x + step, y + (step % 3) * 4);
      await page.mouse.click(x, y);
      await expect.poll(() => frameCorner(page), soon).toBeDefined();
      await page.keyboard.press('Tab');
      await page.mouse.click(x, y);
      await expect.poll(() => frameCorner(page), soon).toBeUndefined();
    }
    expect(await leaks()).toEqual([]);
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  });

  test('reads nothing of why a mark is there, which its user reads beside it, and cannot measure that', async () => {
    const about = async (account: string) => {
      const badge = await badgeOf(page, account);
      const { x, y } = await middleOf(badge);
      await page.mouse.move(x + 400, y);
      await page.evaluate(() => {
        const all = { nodes: 0 };
        new MutationObserver((changes) => {
          all.nodes += changes.length;
        }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
        Object.assign(window, { all });
      });
      const before = await page.screenshot({ encoding: 'base64' });
      await page.mouse.move(x, y);
      // Somebody who looks sees it.
      await expect.poll(async () => (await page.screenshot({ encoding: 'base64' })) === before, soon).toBe(false);
      await new Promise((done) => setTimeout(done, 600));
      const said = await search(['Seen so far', 'Reused', 'built from one text', 'Hireflag']);
      const seen = await badge.evaluate((host) => {
        const { width, height } = host.getBoundingClientRect();
        const { right, left, bottom, top } = host.getBoundingClientRect();
        let beside = 0;
        for (let at = 0; at < innerWidth; at += 7) {
          for (let down = 0; down < innerHeight; down += 7) {
            const isInside = at >= left - 1 && at <= right + 1 && down >= top - 1 && down <= bottom + 1;
            if (document.elementFromPoint(at, down) === host && !isInside) beside += 1;
          }
        }
        const { all } = window as unknown as { all: { nodes: number } };
        const open = document.querySelectorAll(':popover-open').length;
        return { width, height, beside, open, nodes: all.nodes, wide: document.documentElement.scrollWidth };
      });
      await page.mouse.move(x + 400, y);
      return { said, seen };
    };
    const flagged = await about('ada');
    expect(flagged.said).toEqual({ found: [], roots: [] });
    expect(flagged.seen).toMatchObject({ beside: 0, open: 0, nodes: 0 });
    expect(await about('own-1')).toEqual(flagged);
    expect(await leaks()).toEqual([]);
  });

  test('reads nothing of an opened panel, and hears nothing that is done or typed there', async () => {
    const frame = await openPanel(page, 'ada');
    expect(await page.evaluate(() => [window.length, performance.getEntriesByType('resource').length])).toEqual([0, 0]);
    expect(await search(['Seen so far', '@ben', 'What else explains it', 'Your notes'])).toEqual({
      // Their names the page has itself.
      found: ['@ben'],
      roots: [],
    });
    await forget();
    await clickInFrame(page, frame, '.acts details summary');
    await expect.poll(() => frame.$eval('.acts details', (one) => one.open), soon).toBe(true);
    await clickInFrame(page, frame, 'input[name="reason"]');
    await page.keyboard.type('secret');
    expect(await frame.$eval('input[name="reason"]', (one) => one.value)).toBe('secret');
    // That its own link and its window lost the focus, a page hears in Firefox.
    expect(await heard('^(key|.*input|change|click|pointer(down|up)|mouse(down|up)|message)')).toEqual([]);
    expect((await heard('focus|blur')).filter((one) => one.includes('SPAN'))).toEqual([]);
    expect(await leaks()).toEqual([]);
  });

  test('opens and presses nothing by what it dispatches', async () => {
    for (const badge of (await badgesIn(page)).slice(0, 2)) {
      await badge.evaluate((one) => {
        one.click();
        for (const type of ['pointerdown', 'mousedown', 'click']) {
          one.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true }));
        }
        one.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
        one.focus();
      });
    }
    await page.evaluate(() => {
      for (const id of ['hireflag@hireflag.invalid', 'hireflag']) {
        for (const name of [`${id}:freelancer:wxt:content-script-started`, 'wxt:content-script-started']) {
          document.dispatchEvent(
            new CustomEvent(name, { detail: { contentScriptName: 'freelancer', messageId: 'x' } }),
          );
        }
      }
    });
    await new Promise((done) => setTimeout(done, 500));
    expect(await frameCorner(page)).toBeUndefined();
    expect(await countBadges(page)).toBe(22);
  });

  test('changes nothing of how they look, and is asked for nothing by it', async () => {
    const looks = () =>
      badgesIn(page).then((all) =>
        Promise.all(
          all.slice(0, 3).map((one) =>
            one.evaluate((host) => {
              const { opacity, transform, display, position, visibility, filter, cursor, clipPath } =
                getComputedStyle(host);
              const { width, height } = host.getBoundingClientRect();
              const beside = host.previousElementSibling?.getBoundingClientRect();
              const gap = Math.round(host.getBoundingClientRect().left - (beside?.right ?? 0));
              return {
                opacity,
                transform,
                display,
                position,
                visibility,
                filter,
                cursor,
                clipPath,
                width,
                height,
                gap,
              };
            }),
          ),
        ),
      );
    const before = await looks();
    await page.evaluate(() => {
      const style = document.createElement('style');
      const letters = [...'abcdefghijklmnopqrstuvwxyzLNW·@'];
      style.textContent = `${letters
        .map((one) =>
          ['spy', 'system-ui', 'sans-serif', 'Segoe UI', 'Roboto', 'Noto Sans', '-apple-system']
            .map(
              (family) =>
                `@font-face{font-family:"${family}";src:url(/spy?font=${one.codePointAt(0)});unicode-range:U+${one.codePointAt(0)?.toString(16)}}`,
            )
            .join(''),
        )
        .join('')}
        ${[
          '--font',
          '--surface',
          '--closer',
          '--closer-surface',
          '--calm-surface',
          '--unknown-surface',
          '--edge',
          '--ink',
        ]
          .map((name) => `@property ${name}{syntax:"<image>";inherits:true;initial-value:url(/spy?registered)}`)
          .join('')}
        fl-username > span{--font:spy,monospace!important;--surface:url(/spy?surface);--closer-surface:url(/spy?closer)!important;--unknown-surface:url(/spy?unknown);
          opacity:0!important;transform:translateX(400px)!important;display:none!important;position:relative!important;left:300px!important;visibility:hidden!important;
          filter:blur(9px)!important;width:400px!important;transition:all 1000s!important;animation:x 1s infinite!important;cursor:none!important;font-family:spy!important;clip-path:inset(50%)!important}
        @keyframes x{from{opacity:0;transform:scale(9)}}
        html > span{opacity:0!important;transform:translateX(400px)!important;display:none!important;--surface:url(/spy?panel)!important}`;
      // What the page itself shows in its fonts is its own affair.
      document.head.append(style);
    });
    for (const badge of (await badgesIn(page)).slice(0, 3)) {
      await badge.evaluate((one) => {
        one.style.cssText =
          'opacity:0!important;display:none!important;transform:scale(0)!important;position:fixed!important;left:0!important;transition:all 1000s';
      });
    }
    await new Promise((done) => setTimeout(done, 1_000));
    expect(
      await page.evaluate(() =>
        [...document.querySelectorAll('fl-username > span')]
          .slice(0, 3)
          .every((one) => one.getClientRects().length > 0),
      ),
    ).toBe(true);
    await page.evaluate(() => {
      for (const one of document.querySelectorAll('fl-username > span')) one.removeAttribute('style');
    });
    expect(await looks()).toEqual(before);
    await openPanel(page, 'ada');
    await new Promise((done) => setTimeout(done, 500));
    expect(await frameCorner(page)).toBeDefined();
    expect(asked.filter((one) => !one.includes('font'))).toEqual([]);
    // The page's own letters may ask for its fonts; those that only a badge has may not.
    expect(asked.filter((one) => one.endsWith(`font=${'L'.codePointAt(0)}`))).toEqual([]);
  });

  test('puts no badge beside another person', async () => {
    const [first] = await badgesIn(page);
    await first?.evaluate((one) => document.querySelector('a[href="/u/own-3"]')?.after(one));
    const beside = () => first?.evaluate((one) => one.isConnected && one.previousElementSibling?.getAttribute('href'));
    await expect.poll(beside, soon).not.toBe('/u/own-3');
  });

  test('gets no click through what it lays over the panel', async () => {
    const before = await kept();
    const frame = await openPanel(page, 'ada');
    await untilCalm(frame);
    await page.evaluate(() => {
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.textContent = 'Yes, all cookies';
      cover.style.cssText =
        'position:fixed;inset:0;width:100vw;height:100vh;background:#fff;pointer-events:none;border:0;margin:0;opacity:1';
      document.body.append(cover);
      cover.showPopover();
      (window as unknown as Hostile).cover = cover;
    });
    // The real pointer still meets the button below.
    await pressInFrame(page, frame, '[data-do="record"]');
    await pressInFrame(page, frame, '[data-do="record"]');
    expect(await kept()).toEqual(before);
    await page.evaluate(() => (window as unknown as Hostile).cover.remove());
    // And it works once it can be seen.
    await clickInFrame(page, frame, '[data-do="record"]');
    await expect.poll(() => frame.$('[data-do="open-record"]'), soon).not.toBeNull();
    expect((await kept())[0]).toBe((before[0] ?? 0) + 1);
  });

  test('gets no click for a panel that has just opened under the pointer', async () => {
    const before = await kept();
    const { x, y } = await middleOf(await badgeOf(page, 'ben'));
    await page.mouse.click(x, y);
    // As fast as a person who clicks twice, all over where the panel opens.
    const end = Date.now() + 400;
    while (Date.now() < end) for (let down = 30; down < 620; down += 59) await page.mouse.click(x + 10, y + down);
    expect(await kept()).toEqual(before);
  });

  test.runIf(isChromium)('chooses no account and no other tab by the address of our frame', async () => {
    const frame = await openPanel(page, 'ada');
    const address = await frame.evaluate(() => location.href);
    const other = await browser.open(url);
    // The page holds our frame itself, with the token that another frame has shown.
    for (const token of [new URL(address).hash, '#made-up', '']) {
      await other.evaluate(
        (src) => {
          const own = document.createElement('iframe');
          own.src = src;
          document.body.append(own);
        },
        address.replace(/#.*/, token),
      );
    }
    await new Promise((done) => setTimeout(done, 1_500));
    const texts = await Promise.all(
      other
        .frames()
        .filter((one) => one !== other.mainFrame())
        .map((one) => one.evaluate(() => document.body?.innerText ?? '').catch(() => '')),
    );
    expect(texts.join('')).not.toContain('@');
    await other.close();
  });
});
