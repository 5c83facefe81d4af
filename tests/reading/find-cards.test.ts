// The card heuristics alone, on markup that no selector knows.
import { describe, expect, it } from 'vitest';
import { cardsAt, findCards, largestFamily } from '../../lib/reading/find-cards.ts';
import { finish } from '../../lib/reading/steps.ts';
import { nodesVisited } from './dom-work.ts';
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

  it('finds whoever has one more wrapper in their card than the others of the list', () => {
    const people = bidders(6);
    const cards = people.map(plainCard);
    const wrapped = cards[3]?.replace(
      /^<div class="q1">(.*)<\/div>$/s,
      '<div class="q1"><div><div>$1</div></div></div>',
    );
    const bids = byCards(list(cards.with(3, wrapped ?? '')));
    expect(bids.map((bid) => bid.account).sort()).toEqual(people.map((one) => one.user).sort());
    expect(bids.find((bid) => bid.account === 'bidder-3')).toMatchObject({ text: people[3]?.text, amount: 103 });
  });

  it('finds the one bidder whose card is laid out as a table', () => {
    const [bid] = byCards(
      `<ol><li><table><tbody><tr><td><a href="/u/solo"><img></a></td><td><a href="/u/solo">@solo</a></td></tr></tbody></table><p>I would build the site of your garden club and keep it going for a year.</p><b>$300 USD</b></li></ol>`,
    );
    expect(bid?.text).toBe('I would build the site of your garden club and keep it going for a year.');
  });

  it('leaves out the reader in a menu of a custom tag', () => {
    const bids = byCards(
      `<app-navigation><div><a href="/u/the-reader">Me</a> has $12.00 USD</div></app-navigation>${list(bidders(2).map(plainCard))}`,
    );
    expect(bids).toHaveLength(2);
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

describe('what a bid costs', () => {
  const withTerms = (terms: string) =>
    byCards(
      list(
        ['$300', '$200', '$100'].map(
          (_, n) =>
            `<div class="c"><a href="/u/bidder-${n}">@bidder-${n}</a><p>Number ${n} of the people who would build your garden club's site.</p><div>${terms}</div></div>`,
        ),
      ),
    )[0];

  it.each([
    ['<b>$931</b><span>3 days</span>', 931, 'USD', 3],
    ['<b>$931</b><span>120 days</span>', 931, 'USD', 120],
    ['<i>10</i><b>€1.234,56</b>', 1234.56, 'EUR', undefined],
    ['<b>31 500 ₴</b><span>22 дней</span>', 31_500, 'UAH', 22],
    ['<b>25.000</b><span>€</span>', 25_000, 'EUR', undefined],
    ['₹12,34,567 INR in 5 days', 1_234_567, 'INR', 5],
    ['<b>$1.2K</b>', 1_200, 'USD', undefined],
    ['<span>$1.2M+ earned</span><span>$45.00/hr</span>', 45, 'USD', undefined],
  ])('%s', (terms, amount, currency, days) => {
    const bid = withTerms(terms.replaceAll('$', 'US$$'));
    expect(bid).toMatchObject({ amount, currency });
    expect(bid?.days).toBe(days);
  });

  it.each(['US$10K+ earned', 'US$2,345 total earned', 'Earned: US$900', 'average US$40'])('is not %s', (terms) => {
    expect(withTerms(`<span>${terms}</span>`)?.amount).toBeUndefined();
  });
});

describe('where nothing is written', () => {
  it('a headline is no text, nor are figures above their labels', () => {
    const people = bidders(5);
    const card = (text: string, n: number) =>
      `<div class="c"><a href="/u/bidder-${n}">@bidder-${n}</a><h4 class="h">Data engineer, number ${n}</h4><p class="t">${text}</p><div>${n}1<br>jobs worked on</div></div>`;
    const bids = byCards(list(people.map((one, n) => card(n === 2 ? '' : one.text, n))));
    expect(bids.map((bid) => bid.text)).toEqual(people.map((one, n) => (n === 2 ? undefined : one.text)));
    const [alone] = byCards(
      '<div><div><a href="/u/solo">@solo</a><i aria-label="Rating: 4.5 out of 5"></i></div><div>57<br>jobs worked on</div></div>',
    );
    expect(alone?.account).toBe('solo');
    expect(alone?.text).toBeUndefined();
  });
});

describe('reviews of people who are not linked', () => {
  const profile = (reviews: string) =>
    observe(
      `<body><header><a href="/freelancer/ffffffffffffffffffffffffffffffff">Me</a></header><main><h1>Ines C.</h1><p>Makes pages for rowing clubs and ferries.</p><span title="4.9 out of 5"></span><section>${reviews}</section></main></body>`,
      'https://www.workana.com/freelancer/0123456789abcdef0123456789abcdef',
      { by: 'cards' },
    ).filter((one) => one.kind === 'review');
  const review = (n: number, day: string) =>
    `<article><b>Client ${n}</b><i title="${n} out of 5"></i><span>${day}</span><p>She knew what a ferry is, and the page was there on day ${n}.</p></article>`;

  it('are found by their ratings, with day and text', () => {
    const seen = profile(`<div>${review(3, 'Mar 3, 2026')}${review(4, '2 weeks ago')}</div>`);
    expect(seen.map(({ rating, text, at }) => ({ rating, text, at }))).toEqual([
      {
        rating: { value: 3, outOf: 5 },
        text: 'She knew what a ferry is, and the page was there on day 3.',
        at: '2026-03-03',
      },
      {
        rating: { value: 4, outOf: 5 },
        text: 'She knew what a ferry is, and the page was there on day 4.',
        at: '2026-09-11/2026-09-21',
      },
    ]);
    expect(seen.every((one) => one.from.startsWith('not-named-'))).toBe(true);
  });

  it('are not a list of offers, which have ratings and no day', () => {
    expect(profile(`<div>${review(3, 'From $20')}${review(4, 'From $30')}</div>`)).toEqual([]);
  });

  it('are not the page around the name, where only the reader is linked', () => {
    const own = observe(
      '<body><div class="menu"><a href="/u/the-reader">Me</a></div><div><h3>Ada</h3><i aria-label="Rating: 4.7 out of 5"></i><p>I build sites for garden clubs and look after them.</p></div></body>',
      'https://www.freelancer.com/u/ada',
    );
    expect(own.filter((one) => one.kind === 'review')).toEqual([]);
  });
});

describe('size', () => {
  const rows = (count: number, accounts: number) =>
    Array.from({ length: count }, (_, n) =>
      plainCard({ ...bidders(1)[0], text: `Row ${n}`, user: `bidder-${n % accounts}` }),
    );
  it.each<[string, (count: number) => string[]]>([
    ['in one list', (count) => bidders(count).map(plainCard)],
    ['each in a part of its own', (count) => bidders(count).map((one) => `<section>${plainCard(one)}</section>`)],
    ['three people over and over', (count) => rows(count, 3)],
    ['one person over and over', (count) => rows(count, 1)],
  ])('visits about twice as many nodes for twice as many cards: %s', (_, cardsOf) => {
    const visited = (count: number) => {
      const document = open(page(list(cardsOf(count))));
      return nodesVisited(document, () => observe(document, undefined, { by: 'cards' }));
    };
    expect(visited(120) / visited(60)).toBeLessThan(2.3);
  });

  it('goes through the links once to give each card its own, also where few people have many cards', () => {
    const visited = (count: number) => {
      const document = open(page(list(rows(count, 2))));
      const links = [...document.querySelectorAll('.q1 a')].map((element) => ({
        element,
        account: element.getAttribute('href') ?? '',
      }));
      return nodesVisited(document, () => {
        const cards = finish(cardsAt(links, links, ({ element }) => element.closest('.q1') ?? element));
        expect(cards.map((card) => card.links.length)).toEqual(Array(count).fill(2));
      });
    };
    expect(visited(200) / visited(100)).toBeLessThan(2.1);
  });

  it('looks at each card a few times only to find those that stand side by side', () => {
    let looked = 0;
    const count = 2_000;
    const document = open(
      page(Array.from({ length: count }, (_, n) => `<section><p id="p${n}"></p></section>`).join('')),
    );
    const cards = [...document.querySelectorAll('p')].map((root, n) => ({
      root,
      links: [],
      get account() {
        looked++;
        return `bidder-${n}`;
      },
    }));
    expect(largestFamily(cards)).toHaveLength(count);
    expect(looked).toBeLessThanOrEqual(4 * count);
  });

  // jsdom itself breaks on deeper pages; a browser's parser stops at 512 levels.
  it('survives nesting 2,000 levels deep', () => {
    const people = bidders(3);
    const html = page(`${'<div>'.repeat(2_000)}${people.map(plainCard).join('')}`);
    expect(bidsOf(observe(html)).map((bid) => bid.text)).toEqual(people.map((one) => one.text));
  });
});

describe('a card without a profile link', () => {
  const unlinked = (card: string) => card.replace(/<a [^>]*>/g, '<span>').replaceAll('</a>', '</span>');
  const inWrappers = (cards: readonly string[]) => cards.map((one) => `<div>${one}</div>`);
  const inRows = (cards: readonly string[]) =>
    cards.flatMap((one, n) => (n % 2 ? [] : [`<div class="row">${one}${cards[n + 1] ?? ''}</div>`]));
  const layouts = { side: (cards: readonly string[]) => [...cards], inWrappers, inRows };

  it.each(
    [2, 3, 5, 8].flatMap((count) =>
      Object.keys(layouts).map((layout) => ({ count, layout: layout as keyof typeof layouts })),
    ),
  )('of $count, $layout: nobody else is given its words', ({ count, layout }) => {
    const people = bidders(count);
    for (let gone = 0; gone < count; gone++) {
      const made = people.map((one, n) => (n === gone ? unlinked(plainCard(one)) : plainCard(one)));
      const bids = byCards(list(layouts[layout](made)));
      const expected = people.filter((_, n) => n !== gone).map(({ user, text }) => [user, text]);
      expect(bids.map(({ account, text }) => [account, text])).toEqual(expected);
    }
  });
});
