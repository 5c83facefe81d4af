// The card kernel alone, on markup that no selector knows.
import { describe, expect, it } from 'vitest';
import { findCards } from '../../lib/sites/cards.ts';
import { finish } from '../../lib/sites/steps.ts';
import { bidders, bidsOf, observe, open, page, pageOf, plainCard } from './pages.ts';

const byCards = (content: string) => bidsOf(observe(page(content), undefined, { by: 'cards' }));
const list = (cards: readonly string[]) => `<section><h2>Offers</h2><div class="z">${cards.join('\n')}</div></section>`;

describe('who is on the page', () => {
  it('finds every bidder of a list, with text, amount and days', () => {
    const people = bidders(12);
    const bids = byCards(list(people.map(plainCard)));
    expect(
      bids.map(({ account, text, amount, currency, days }) => ({ account, text, amount, currency, days })),
    ).toEqual(
      people.map((one, n) => ({ account: one.user, text: one.text, amount: 100 + n, currency: 'USD', days: one.days })),
    );
  });

  it.each([1, 2, 3])('finds a list of %i and leaves the reader in the header out', (count) => {
    const people = bidders(count);
    const own =
      '<div class="top"><div><a href="/u/the-reader"><img alt="" src="/me.png"></a><span>$12.00 USD</span></div></div>';
    const bids = byCards(`${own}<div>${list(people.map(plainCard))}</div>`);
    expect(bids.map((bid) => bid.account)).toEqual(people.map((one) => one.user));
    expect(bids.map((bid) => bid.text)).toEqual(people.map((one) => one.text));
  });

  it('counts a person once who has a card for small and one for large screens', () => {
    const cards = bidders(6).map(plainCard);
    const bids = byCards(`<div class="small">${cards.join('')}</div><div class="large">${cards.join('')}</div>`);
    expect(bids).toHaveLength(6);
  });

  it('gives each copy of a card its own anchor, at the name and not at the picture', () => {
    const people = bidders(3);
    const cards = people.map(plainCard);
    const document = open(page(`<div>${cards.join('')}</div><div>${cards.join('')}</div>`));
    const found = finish(
      findCards(document, (link) => /^\/u\/(bidder-\d)$/.exec(link.getAttribute('href') ?? '')?.[1]),
    );
    expect(found.map((card) => card.account)).toEqual([...people, ...people].map((one) => one.user));
    expect(found.every((card) => card.root.className === 'q1' && card.links.length === 2)).toBe(true);
  });

  it('sees a card of its own wrapper, such as a paid one, as part of the list', () => {
    const [first = '', ...rest] = bidders(8).map(plainCard);
    expect(byCards(list([`<div class="paid"><small>Sponsored</small>${first}</div>`, ...rest]))).toHaveLength(8);
  });

  it('reads a list that came in parts', () => {
    const cards = bidders(11).map(plainCard);
    const parts = [cards.slice(0, 5), cards.slice(5, 10), cards.slice(10)];
    expect(byCards(list(parts.map((part) => `<div class="part">${part.join('')}</div>`)))).toHaveLength(11);
  });

  it('takes a table of people as well as a list', () => {
    const rows = bidders(7).map(
      (one) => `<tr><td><a href="/u/${one.user}">${one.user}</a></td><td>${one.text}</td><td>${one.amount}</td></tr>`,
    );
    const bids = byCards(`<table><tbody>${rows.join('')}</tbody></table>`);
    expect(bids.map((bid) => bid.amount)).toEqual([100, 101, 102, 103, 104, 105, 106]);
    expect(bids[3]?.text).toBe(bidders(4)[3]?.text);
  });

  it('takes no list of bare names for a list of bidders', () => {
    const names = bidders(9).map((one) => `<li><a href="/u/${one.user}">${one.user}</a></li>`);
    const seen = observe(page(`<ul>${names.join('')}</ul>`), undefined, { by: 'cards' });
    expect(bidsOf(seen)).toEqual([]);
    expect(pageOf(seen).read).toBe('not');
  });
});

describe('what a bidder writes', () => {
  const people = bidders(6);
  const withText = (text: string) => byCards(list([plainCard({ user: 'the-writer', text }), ...people.map(plainCard)]));

  it('links rivals: no card is stolen or split', () => {
    const text = `I am better than <a href="/u/bidder-2">@bidder-2</a> and <a href="/u/bidder-3">his friend</a>, who ask too much.`;
    const bids = withText(text);
    expect(bids.map((bid) => bid.account)).toEqual(['the-writer', ...people.map((one) => one.user)]);
    expect(bids[0]?.text).toBe('I am better than @bidder-2 and his friend, who ask too much.');
    expect(bids[3]?.text).toBe(people[2]?.text);
  });

  it('builds a longer list of people with prices: the outer list is the list', () => {
    const rivals = Array.from(
      { length: 30 },
      (_, n) =>
        `<p><a href="/u/rival-${n}">@rival-${n}</a> wants $${n}00 USD in 90 days and was rated badly by everybody</p>`,
    );
    const bids = withText(`See who else there is.</p>${rivals.join('')}<p>`);
    expect(bids.map((bid) => bid.account)).toEqual(['the-writer', ...people.map((one) => one.user)]);
  });

  it('names prices, times and ratings: those of the card count', () => {
    const [bid] = withText(
      'I charge $1 USD, done in 1 day, rated 5 out of 5 (999 reviews), online at 3:15 PM, 2 hours ago.',
    );
    expect(bid).toMatchObject({ amount: 300, days: 5 });
    expect(bid?.submittedAt).toBeUndefined();
  });

  it('is short, and the same as others write: still theirs when it is long enough', () => {
    const text =
      'I have read your post and can start at once. I have done many such sites and will send you samples of them today.';
    const bids = byCards(list(people.map((one) => plainCard({ ...one, text }))));
    expect(bids.map((bid) => bid.text)).toEqual(people.map(() => text));
  });

  it('stands in several paragraphs, of which a hidden one and a copy do not count', () => {
    const [bid] = withText(
      'First paragraph of what I have to say to you.</p><p class="q4">And a second one.</p><p class="q4">And a second one.</p><p class="q4" style="display: none">$9 USD, hidden</p><p class="other">Gardens, sites, apps',
    );
    expect(bid?.text).toBe('First paragraph of what I have to say to you.\nAnd a second one.');
  });
});

describe('size', () => {
  it('reads 500 bidders, in about linear time', () => {
    const time = (count: number) => {
      const document = open(page(list(bidders(count).map(plainCard))));
      const start = performance.now();
      expect(bidsOf(observe(document, undefined, { by: 'cards' }))).toHaveLength(count);
      return performance.now() - start;
    };
    time(50);
    // A machine that is busy with something else now and then is not: the best of three tells.
    const best = (count: number) => Math.min(time(count), time(count), time(count));
    expect(best(500)).toBeLessThan(25 * Math.max(best(100), 20));
  });

  // jsdom itself breaks on deeper pages; a browser's parser stops at 512 levels.
  it('survives nesting 2,000 levels deep', { timeout: 30_000 }, () => {
    const people = bidders(3);
    const html = page(`${'<div>'.repeat(2_000)}${people.map(plainCard).join('')}`);
    expect(bidsOf(observe(html)).map((bid) => bid.text)).toEqual(people.map((one) => one.text));
  });
});
