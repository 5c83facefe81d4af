import { describe, expect, it } from 'vitest';
import type { Bid, Observation, Page, Profile, Review } from '../../lib/model/observation.ts';
import { identityOf } from '../../lib/store/identity.ts';
import { newRow, seeAgain } from '../../lib/store/row.ts';

const monday = '2026-10-05T08:00:00Z';
const tuesday = '2026-10-06T08:00:00Z';
const wednesday = '2026-10-07T08:00:00Z';

const bid = (more: Partial<Bid> = {}): Bid => ({
  kind: 'bid',
  site: 'freelancer',
  seenAt: monday,
  project: '77',
  account: 'quietharbor',
  ...more,
});
const review = (more: Partial<Review> = {}): Review => ({
  kind: 'review',
  site: 'freelancer',
  seenAt: monday,
  from: 'client-a',
  fromRole: 'client',
  to: 'quietharbor',
  ...more,
});
const seen = (first: Observation, ...then: Observation[]) =>
  then.reduce((row, o) => seeAgain(row, o), newRow(identityOf(first), first));

describe('the same fact', () => {
  it('is one bid per account and project, whatever it says', () => {
    expect(identityOf(bid({ text: 'one' }))).toBe(identityOf(bid({ text: 'two', seenAt: tuesday })));
    expect(identityOf(bid())).not.toBe(identityOf(bid({ project: '78' })));
    expect(identityOf(bid())).not.toBe(identityOf(bid({ account: 'other' })));
    expect(identityOf(bid())).not.toBe(identityOf(bid({ site: 'guru' })));
  });

  it('cannot be forged by an id that contains another', () => {
    expect(identityOf(bid({ project: '7', account: '7x' }))).not.toBe(identityOf(bid({ project: '77', account: 'x' })));
  });

  it('is a review by its words and mark, not by a date that reads differently each month', () => {
    const words = { text: 'Delivered on time.', rating: { value: 5, outOf: 5 } };
    expect(identityOf(review({ ...words, at: monday }))).toBe(identityOf(review({ ...words, at: tuesday })));
    expect(identityOf(review(words))).not.toBe(identityOf(review({ ...words, text: 'Delivered late.' })));
    expect(identityOf(review(words))).not.toBe(identityOf(review({ ...words, rating: { value: 4, outOf: 5 } })));
  });

  it('is a page by its address without query and fragment', () => {
    const page: Page = { kind: 'page', site: 'freelancer', seenAt: monday, page: 'project', read: 'whole' };
    expect(identityOf({ ...page, url: 'https://x.test/a?ref=1#top' })).toBe(
      identityOf({ ...page, url: 'https://x.test/a/' }),
    );
  });
});

describe('seeing a fact again', () => {
  it('keeps first and last time in whatever order the sightings come', () => {
    const row = seen(bid({ seenAt: tuesday }), bid({ seenAt: wednesday }), bid({ seenAt: monday }));
    expect([row.firstSeenAt, row.lastSeenAt]).toEqual([monday, wednesday]);
  });

  it('takes what is not shown now as not gone', () => {
    const row = seen(bid({ amount: 250, currency: 'EUR' }), bid({ seenAt: tuesday, days: 7 }));
    expect(row.body).toMatchObject({ amount: 250, currency: 'EUR', days: 7, seenAt: tuesday });
    expect(row.earlier).toBeUndefined();
  });

  it('keeps the whole text when a list shows only its beginning', () => {
    const whole = 'I would begin with the appointment screen, because that is where your patients give up today.';
    const cut = `${whole.slice(0, 60)}…`;
    expect(seen(bid({ text: whole }), bid({ seenAt: tuesday, text: cut })).body).toMatchObject({ text: whole });
    const grown = seen(bid({ text: cut }), bid({ seenAt: tuesday, text: whole }));
    expect(grown.body).toMatchObject({ text: whole });
  });

  it('keeps what was said before when it changes', () => {
    const profile: Profile = { kind: 'profile', site: 'freelancer', seenAt: monday, account: 'a', role: 'freelancer' };
    const row = seen(
      { ...profile, location: { country: 'PT' }, localTime: '6:12 PM' },
      { ...profile, seenAt: tuesday, location: { country: 'PT' }, localTime: '9:40 AM' },
      { ...profile, seenAt: wednesday, location: { country: 'BR' } },
    );
    expect(row.body).toMatchObject({ location: { country: 'BR' } });
    expect(row.earlier).toHaveLength(1);
    expect(row.earlier?.[0]).toMatchObject({ location: { country: 'PT' }, seenAt: tuesday });
  });

  it('keeps what a profile page said when a list then shows less of it', () => {
    const profile: Profile = { kind: 'profile', site: 'freelancer', seenAt: monday, account: 'a', role: 'freelancer' };
    const row = seen(
      { ...profile, location: { country: 'PT' }, stats: { rating: 4.8, onTime: 0.97 } },
      { ...profile, seenAt: tuesday, location: { city: 'Porto', country: 'PT' }, stats: { rating: 4.9 } },
    );
    expect(row.body).toMatchObject({
      location: { city: 'Porto', country: 'PT' },
      stats: { rating: 4.9, onTime: 0.97 },
    });
    expect(row.earlier).toBeUndefined();
  });

  it('lets an old import add to what is known and never overrule it', () => {
    const row = seen(bid({ seenAt: tuesday, amount: 300 }), bid({ seenAt: monday, amount: 200, days: 5 }));
    expect(row.body).toMatchObject({ amount: 300, days: 5 });
    expect(row.earlier?.[0]).toMatchObject({ amount: 200 });
  });

  it('replaces how much of a page was read as a whole', () => {
    const page: Page = {
      kind: 'page',
      site: 'freelancer',
      seenAt: monday,
      page: 'bids',
      read: 'not',
      missing: ['bid.text'],
    };
    const row = seen(page, { ...page, seenAt: tuesday, read: 'whole', missing: undefined, found: { bids: 8 } });
    expect(row.body).toEqual({ ...page, seenAt: tuesday, read: 'whole', missing: undefined, found: { bids: 8 } });
  });
});
