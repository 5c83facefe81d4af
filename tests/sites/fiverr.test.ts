import { describe, expect, it } from 'vitest';
import { fiverr } from '../../lib/sites/fiverr.ts';
import { observe, pageOf } from '../reading/pages.ts';

const home = 'https://www.fiverr.com';
const url = `${home}/inkandheron`;

describe('addresses', () => {
  const where = (path: string) => fiverr.classifyUrl(new URL(path, home));

  it.each([
    ['/inkandheron?source=x', { page: 'profile', account: 'inkandheron' }],
    ['/InkAndHeron/', { page: 'profile', account: 'inkandheron' }],
    ['/users/inkandheron', { page: 'profile', account: 'inkandheron' }],
    ['/inkandheron/draw-a-bird?pos=1', { page: 'reviews', account: 'inkandheron' }],
    ['/inbox', { page: 'messages' }],
    ['/inbox/inkandheron', { page: 'messages', account: 'inkandheron', thread: 'inkandheron' }],
    ['/briefs/manage/66f0c1d2e3a4b5c6d7e8f901/offers', { page: 'bids', project: '66f0c1d2e3a4b5c6d7e8f901' }],
    ['/search/gigs?query=bird', { page: 'search' }],
    ['/categories/graphics-design/creative-logo-design', { page: 'search' }],
  ])('%s', (path, expected) => {
    expect(where(path)).toMatchObject(expected);
  });

  it.each([
    '/',
    '/start_selling',
    '/jobs',
    '/news/article',
    '/pro',
    '/hire/logo-design',
    '/about-us',
    '/privacy-policy',
    '/briefs/overview/matches',
    '/briefs/manage/66f0c1d2e3a4b5c6d7e8f901',
    '/cp/one/two',
    '/inkandheron/draw-a-bird/more',
    '/a',
  ])('%s is nobody', (path) => {
    expect(where(path)).toBeUndefined();
    expect(fiverr.accountAt(new URL(path, home))).toBeUndefined();
  });
});

describe('the state script', () => {
  const byState = (props: unknown) =>
    observe(
      `<body><script type="application/json" id="perseus-initial-props">${JSON.stringify(props)}</script></body>`,
      url,
      { by: 'state' },
    );
  const review = (username: string, more = {}) => ({
    username,
    value: 5,
    comment: `Words of ${username}.`,
    created_at: '2026-08-30T23:30:00',
    ...more,
  });
  const props = (reviews: unknown[], more = {}) => ({
    seller: { user: { name: 'inkandheron', profile: { displayName: 'Mirela S.' } } },
    reviewsData: {
      buying_reviews: { reviews, total_count: reviews.length, ...more },
      selling_reviews: { reviews: [review('inkandheron')] },
    },
  });
  const reviewsOf = (seen: ReturnType<typeof observe>) => seen.flatMap((one) => (one.kind === 'review' ? [one] : []));

  it('has what buyers wrote about the seller, and not what the seller wrote as a buyer', () => {
    const seen = byState(props([review('kiln'), review('kiosk'), review('kiln', { comment: 'Again.', value: 4 })]));
    expect(reviewsOf(seen).map(({ from, to, text, rating }) => [from, to, text, rating?.value])).toEqual([
      ['kiln', 'inkandheron', 'Words of kiln.', 5],
      ['kiosk', 'inkandheron', 'Words of kiosk.', 5],
      ['kiln', 'inkandheron', 'Again.', 4],
    ]);
    expect(pageOf(seen)).toMatchObject({ found: { reviews: 3 }, of: { reviews: 3 } });
  });

  it('has times that are read as UTC wherever the reader is', () => {
    expect(reviewsOf(byState(props([review('kiln')])))[0]?.at).toBe('2026-08-30T23:30:00Z');
  });

  it('of another seller is left alone, as after a change of page without a load', () => {
    const other = props([review('kiln')]);
    other.seller.user.name = 'somebodyelse';
    expect(pageOf(byState(other)).read).toBe('not');
  });

  it.each([
    [{ seller: null }],
    [{ seller: { user: { name: 'inkandheron' } }, reviewsData: [] }],
    [
      {
        seller: {
          user: { name: 'inkandheron', joinedAt: 1e300, languages: 'x' },
          rating: [5],
          hourlyRate: { priceInCents: -1 },
        },
      },
    ],
    [props([null, 7, 'x', {}, { username: 'x'.repeat(500) }, { username: ['a'] }])],
  ])('of a wrong shape %# loses what is wrong and nothing else', (wrong) => {
    const seen = byState(wrong);
    expect(reviewsOf(seen)).toEqual([]);
    for (const one of seen) if (one.kind === 'profile') expect(one.account).toBe('inkandheron');
  });
});

describe('a thread', () => {
  const message = (author: string, text: string, more = '') =>
    `<div class="message ${more}"><figure title="inkandheron"></figure><div class="message-content"><div class="header"><p>${author}</p><time>Sep 28, 9:02 AM</time></div><p>${text}</p></div></div>`;
  const thread = (items: string) => `<body><div class="message-flow">${items}</div></body>`;
  const messagesOf = (html: string) =>
    observe(html, `${home}/inbox/inkandheron`).flatMap((one) => (one.kind === 'message' ? [[one.mine, one.text]] : []));

  it("has the user's words and the seller's, and neither the marketplace's notices nor its assistant's", () => {
    const items = [
      message('Me', 'Could you draw a grebe?'),
      message('inkandheron', 'Gladly.'),
      message('inkandheron', 'WE HAVE YOUR BACK'),
      message("inkandheron's assistant", 'I can answer first questions.'),
      message('Fiverr', 'Your order has started.'),
    ];
    expect(messagesOf(thread(items.join('')))).toEqual([
      [true, 'Could you draw a grebe?'],
      [false, 'Gladly.'],
    ]);
  });

  it('leaves out an assistant that writes under the name of the seller but is marked as one', () => {
    expect(messagesOf(thread(message('inkandheron', 'I am automatic.', 'personal-assistant')))).toEqual([]);
  });
});
