// What pages told the worker before: numbers are good for the script that gave them, as long as they are held.
import { describe, expect, it } from 'vitest';
import { ToldPages } from '../../entrypoints/background/told-pages.ts';

const bid = (account: string) => ({ kind: 'bid', ids: { project: '1', account }, said: {} });
const card = (account: string) => ({ account, items: [{ text: 'A letter', path: [0], slot: 'p.' }] });
const reading = (sightings: unknown, cards: unknown = []) => ({
  site: 'guru',
  url: 'https://www.guru.com/jobs/1',
  seenAt: '2026-10-02T09:30:00.000Z',
  page: 'bids',
  sightings,
  outlines: [{ as: 'bids', by: 'cards', ids: { project: '1' }, url: 'https://www.guru.com/jobs/1', cards }],
});
const told = (things: unknown, by = 'a') => ({ by, things: JSON.stringify(things) });

describe('a page', () => {
  it('is put together of what it tells and what it told', () => {
    const pages = new ToldPages();
    const first = pages.take(
      reading([1], [2]),
      told([
        [1, bid('ada')],
        [2, card('ada')],
      ]),
      1,
    );
    expect(first).toMatchObject({ reading: { sightings: [{ ids: { account: 'ada' } }] } });
    const second = pages.take(reading([3, 1], [2]), told([[3, bid('ben')]]), 1);
    expect(second).toMatchObject({
      reading: {
        sightings: [{ ids: { account: 'ben' } }, { ids: { account: 'ada' } }],
        outlines: [{ cards: [{ account: 'ada', items: [{ text: 'A letter' }] }] }],
      },
    });
  });

  it.each([
    ['what was never told', 1, told([])],
    ['what another script in its tab told', 1, told([], 'b')],
    ['what the page of another tab told', 2, told([])],
  ])('is asked again where a number is of %s', (what, tab, by) => {
    const pages = new ToldPages();
    pages.take(reading([1]), told([[1, bid('ada')]]), 1);
    expect(pages.take(reading([what === 'what was never told' ? 2 : 1]), by, tab)).toBeUndefined();
  });

  it('is asked again once eight others have spoken, and after telling more than is held', () => {
    const pages = new ToldPages();
    for (let tab = 0; tab < 9; tab += 1) pages.take(reading([1]), told([[1, bid('ada')]]), tab);
    expect(pages.take(reading([1]), told([]), 0)).toBeUndefined();
    expect(pages.take(reading([1]), told([]), 8)).toMatchObject({ reading: {} });
    pages.take(
      reading([2]),
      told([[2, { ...bid('ada'), said: { text: [{ by: 'cards', value: 'x'.repeat(11e6) }] } }]]),
      8,
    );
    expect(pages.take(reading([1]), told([]), 8)).toBeUndefined();
  });

  it.each([
    ['things that are no JSON', reading([1]), { by: 'a', things: '[[1,' }],
    ['things without a number', reading([1]), told([bid('ada')])],
    ['a thing that is none', reading([1]), told([[1, { kind: 'bid', ids: { account: '' }, said: {} }]])],
    ['a number that is none', reading(['1']), told([[1, bid('ada')]])],
    ['more numbers than a page has people', reading(Array(2_001).fill(1)), told([[1, bid('ada')]])],
    ['a page that is none', { ...reading([1]), page: 'shop' }, told([[1, bid('ada')]])],
    ['no reading', null, told([])],
  ])('with %s is refused', (_, page, by) => {
    expect(new ToldPages().take(page, by, 1)).toMatchObject({ problem: expect.any(String) });
  });
});
