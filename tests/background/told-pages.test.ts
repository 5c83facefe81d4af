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
const told = (things: unknown) => JSON.stringify(things);
const from = (tab: number, script = 'a') => ({ tab, by: script });

describe('a page', () => {
  it('is put together of what it tells and what it told', () => {
    const pages = new ToldPages();
    const first = pages.take(
      reading([1], [2]),
      told([
        [1, bid('ada')],
        [2, card('ada')],
      ]),
      from(1),
    );
    expect(first).toMatchObject({ reading: { sightings: [{ ids: { account: 'ada' } }] } });
    const second = pages.take(reading([3, 1], [2]), told([[3, bid('ben')]]), from(1));
    expect(second).toMatchObject({
      reading: {
        sightings: [{ ids: { account: 'ben' } }, { ids: { account: 'ada' } }],
        outlines: [{ cards: [{ account: 'ada', items: [{ text: 'A letter' }] }] }],
      },
    });
  });

  it.each([
    ['what was never told', from(1)],
    ['what another script in its tab told', from(1, 'b')],
    ['what the page of another tab told', from(2)],
  ])('is asked again where a number is of %s', (what, teller) => {
    const pages = new ToldPages();
    pages.take(reading([1]), told([[1, bid('ada')]]), from(1));
    expect(pages.take(reading([what === 'what was never told' ? 2 : 1]), told([]), teller)).toBeUndefined();
  });

  it('is asked again once eight others have spoken, and after telling more than is held', () => {
    const pages = new ToldPages();
    for (let tab = 0; tab < 9; tab += 1) pages.take(reading([1]), told([[1, bid('ada')]]), from(tab));
    expect(pages.take(reading([1]), told([]), from(0))).toBeUndefined();
    expect(pages.take(reading([1]), told([]), from(8))).toMatchObject({ reading: {} });
    pages.take(
      reading([2]),
      told([[2, { ...bid('ada'), said: { text: [{ by: 'cards', value: 'x'.repeat(11e6) }] } }]]),
      from(8),
    );
    expect(pages.take(reading([1]), told([]), from(8))).toBeUndefined();
  });

  it.each([
    ['things that are no JSON', reading([1]), '[[1,'],
    ['things without a number', reading([1]), told([bid('ada')])],
    ['a thing that is none', reading([1]), told([[1, { kind: 'bid', ids: { account: '' }, said: {} }]])],
    ['a number that is none', reading(['1']), told([[1, bid('ada')]])],
    ['more numbers than a page has people', reading(Array(2_001).fill(1)), told([[1, bid('ada')]])],
    ['a page that is none', { ...reading([1]), page: 'shop' }, told([[1, bid('ada')]])],
    ['no reading', null, told([])],
  ])('with %s is refused', (_, page, things) => {
    expect(new ToldPages().take(page, things, from(1))).toMatchObject({ problem: expect.any(String) });
  });
});

describe('what a page goes on saying', () => {
  const seenAt = '2026-10-02T09:30:00.000Z';
  const said = (...accounts: string[]) =>
    accounts.map((account) => ({ kind: 'bid', site: 'guru', seenAt, project: '1', account }) as const);
  const whose = (all: readonly { account?: string }[]) => all.map(({ account }) => account);
  const open = () => {
    const pages = new ToldPages();
    pages.take(reading([1]), told([[1, bid('ada')]]), from(1));
    const store = { deletion: 0 };
    const unstored = (accounts: string[], now = 0, at = store) => {
      const { news, stored } = pages.unstored(said(...accounts), from(1), at, now);
      return { news: whose(news as { account?: string }[]), stored };
    };
    return { store, unstored };
  };

  it('is stored once, with what is new of it, and anew after ten minutes', () => {
    const { unstored } = open();
    const first = unstored(['ada']);
    expect(first.news).toEqual(['ada']);
    // Not before it is said to be stored.
    expect(unstored(['ada']).news).toEqual(['ada']);
    first.stored();
    const second = unstored(['ada', 'ben'], 300_000);
    expect(second.news).toEqual(['ben']);
    second.stored();
    expect(unstored(['ada', 'ben'], 700_000).news).toEqual(['ada']);
  });

  it('is stored anew once something was deleted, be it meanwhile, and in another store', () => {
    const { unstored, store } = open();
    unstored(['ada']).stored();
    expect(unstored(['ada']).news).toEqual([]);
    store.deletion = 1;
    const during = unstored(['ada']);
    expect(during.news).toEqual(['ada']);
    store.deletion = 2;
    during.stored();
    expect(unstored(['ada']).news).toEqual(['ada']);
    unstored(['ada']).stored();
    expect(unstored(['ada'], 0, { deletion: 2 }).news).toEqual(['ada']);
  });
});
