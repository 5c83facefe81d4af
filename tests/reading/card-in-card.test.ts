// Cards in which somebody else stands as well: what is said of the other is never said of the one whose card it is.
import { describe, expect, it } from 'vitest';
import type { Bid, Profile } from '../../lib/model/observation.ts';
import { type Bidder, bidders, bidsOf, observe, page, plainCard, projectUrl, seenAt, siteCard } from './pages.ts';

const all = bidders(5);
const [first = expect.fail(), second = expect.fail()] = all;
const others = all.slice(2);
const bidOf = (html: string, account: string, url = projectUrl) =>
  bidsOf(observe(html, url, { seenAt })).find((bid) => bid.account === account);

/** The first bidder's card, without the words and terms of their own, with something else in it. */
const around = (card: (bidder: Bidder) => string, inside: string) =>
  card({ ...first, text: '', amount: '' })
    .replace(/ in \d+ days/, '')
    .replace(/<i aria-label[^>]*><\/i>/, '')
    .replace(/(?=(?:<\/div>){2}$|<\/app-[\w-]+>$)/, inside);

describe.each([
  ['that the site’s own places know', siteCard],
  ['that only the card heuristics know', plainCard],
])('a card %s', (_, card) => {
  const list = (inside: string) => page(`<div>${around(card, inside)}${others.map(card).join('')}</div>`);

  it('has nothing of somebody’s card that stands in it', () => {
    const html = list(card(second));
    expect(html).toContain(second.text);
    const bid = bidOf(html, first.user);
    expect(bid).toBeDefined();
    expect(bid).not.toHaveProperty('text');
    expect(bid).not.toHaveProperty('amount');
    expect(bid).not.toHaveProperty('days');
  });

  it('has nothing of it however deep it stands', () => {
    const deep = `<form><div><div>${card(second)}</div></div></form>`;
    expect(bidOf(list(deep), first.user)).not.toHaveProperty('text');
  });

  it('keeps its own words beside it', () => {
    const own = card(first);
    const html = page(
      `<div>${own.replace(/(?=<\/(?:div|app-[\w-]+)>$)/, card(second))}${others.map(card).join('')}</div>`,
    );
    expect(bidOf(html, first.user)).toMatchObject({ text: first.text, amount: 100, days: 1 });
  });

  it.each([
    ['after words', `As <a href="/u/${second.user}">@${second.user}</a> can tell you, I build sites for gardens.`],
    [
      'first',
      `<a href="/u/${second.user}">@${second.user}</a> and I have built four sites for gardens, one of them mine.`,
    ],
    ['in bold', `I build sites for gardens, as <b><a href="/u/${second.user}">@${second.user}</a></b> can tell you.`],
  ])('keeps words that speak of somebody: %s', (__, text) => {
    const html = page(`<div>${card({ ...first, text })}${others.map(card).join('')}</div>`);
    expect(bidOf(html, first.user)?.text).toBe(text.replace(/<[^>]+>/g, ''));
  });
});

describe('a row that is marked with a number', () => {
  const row = (number: number, name: string, letter: string, more = '') =>
    `<tr data-ev-position_on_page="0" data-ev-contractor_uid="${number}"><td><span class="h6">${name}</span></td><td><div><strong>Cover letter</strong><div class="air3-line-clamp is-clamped"><span>${letter}</span></div></div></td><td>${more}</td></tr>`;
  const letters = [
    'I have painted the boats of two clubs and would begin with the oldest of yours.',
    'Before I name a price I would like to see how the oars are kept in winter.',
    'Your slip is wet in spring, so the paint has to dry in the shed and not outside.',
  ];
  const opened = `<div class="air3-slider-body"><div data-qa-profile-viewer-uid="22222222"><h2 itemprop="name">Orla W.</h2></div><h4>Cover letter</h4><p class="text-pre-line">${letters[1]} Then I would write to you.</p></div>`;
  const rows = [
    row(11111111, 'Tomasz B.', letters[0] ?? '', opened),
    row(22222222, 'Orla W.', letters[1] ?? ''),
    row(33333333, 'Inês F.', letters[2] ?? ''),
  ];
  const html = `<!DOCTYPE html><html><body><main><h1>Paint boats</h1><table><tbody>${rows.join('')}</tbody></table></main></body></html>`;
  const url = 'https://www.upwork.com/nx/applicants/1839204417705512960/applicants';

  it('has nothing of the proposal that is opened inside of it', () => {
    const seen = observe(html, url, { seenAt });
    const texts = seen.filter((one): one is Bid => one.kind === 'bid').map((bid) => [bid.account, bid.text]);
    expect(texts).toEqual([
      ['11111111', letters[0]],
      ['22222222', letters[1]],
      ['33333333', letters[2]],
    ]);
    const names = seen.filter((one): one is Profile => one.kind === 'profile').map(({ name }) => name);
    expect(names).toEqual(['Tomasz B.', 'Orla W.', 'Inês F.']);
  });
});

it('a page that ends before the last of its bidders is named is not whole', () => {
  const named = (bidder: Bidder) => siteCard(bidder).replaceAll('>@bidder-', '>Inês Faria ');
  const [last = expect.fail(), ...before] = all.slice(1).toReversed().map(named);
  const nameless = last.replace(/<div><fl-username>.*?<\/fl-username><\/div>/, '');
  const read = (...cards: string[]) =>
    observe(page(`<div>${cards.join('')}</div>`), projectUrl, { seenAt }).find((one) => one.kind === 'page');
  expect(read(...before, last)).toMatchObject({ found: { bids: 4, profiles: 4 } });
  expect(read(...before, last)?.missing ?? []).not.toContain('bids');
  expect(read(...before, nameless)).toMatchObject({ found: { bids: 4, profiles: 3 } });
  expect(read(...before, nameless)?.missing).toContain('bids');
});
