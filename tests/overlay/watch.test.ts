// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchPage } from '../../lib/overlay/watch.ts';

let looks = 0;
let changed: Node[] = [];
let end = new AbortController();

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  document.body.innerHTML =
    '<p id="card"><a href="/u/ada" style="left: 1px">Ada</a><i class="star" data-rating="4.8"></i></p>';
  [looks, changed, end] = [0, [], new AbortController()];
  const look = async () => {
    looks += 1;
  };
  watchPage({ look, changed: (node) => changed.push(node) }, end.signal);
  await vi.advanceTimersByTimeAsync(1_000);
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
});

/** Changes the page, lets time pass, and says how often it was looked at again. */
async function looksAfter(change: () => void): Promise<number> {
  const before = looks;
  change();
  await vi.advanceTimersByTimeAsync(1_000);
  return looks - before;
}
const link = () => document.querySelector('a') as HTMLAnchorElement;
const star = () => document.querySelector('i') as HTMLElement;

describe('a page is looked at', () => {
  it('at once', () => expect(looks).toBe(1));

  it.each<[string, () => void]>([
    ['a text changes', () => ((link().firstChild as Text).data = 'Bea')],
    ['a card comes', () => document.body.append(document.createElement('p'))],
    ['a link leads elsewhere', () => link().setAttribute('href', '/u/bea')],
    ['a rating changes', () => star().setAttribute('data-rating', '4.9')],
    ['a part is hidden by an attribute', () => link().setAttribute('hidden', '')],
    ['a part is hidden by its style', () => link().setAttribute('style', 'display: none')],
  ])('again when %s', async (_, change) => {
    expect(await looksAfter(change)).toBe(1);
    expect(changed).toHaveLength(1);
  });

  it.each<[string, () => void]>([
    ['something moves', () => link().setAttribute('style', 'left: 2px')],
    ['a class changes', () => star().setAttribute('class', 'star on')],
    ['an attribute is set to what it was', () => star().setAttribute('data-rating', '4.8')],
  ])('not when %s', async (_, change) => {
    expect(await looksAfter(change)).toBe(0);
    expect(changed).toEqual([]);
  });

  it('once for many changes in a short time, and not after the end', async () => {
    expect(
      await looksAfter(() => {
        for (let n = 0; n < 50; n += 1) star().setAttribute('data-rating', String(n));
      }),
    ).toBe(1);
    end.abort();
    expect(await looksAfter(() => star().setAttribute('data-rating', '1'))).toBe(0);
  });
});
