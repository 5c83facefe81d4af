import { describe, expect, it } from 'vitest';
import type { Bid, Message, Observation, Page, Profile, Review } from '../../lib/model/observation.ts';
import { fingerprintOf } from '../../lib/store/fingerprint.ts';
import { historyOf } from '../../lib/store/history.ts';
import { identityOf } from '../../lib/store/identity.ts';
import { merge } from '../../lib/store/merge.ts';
import type { Row } from '../../lib/store/row.ts';
import { MAX_VALUES } from '../../lib/store/seen-values.ts';

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
const profile = (more: Partial<Profile> = {}): Profile => ({
  kind: 'profile',
  site: 'freelancer',
  seenAt: monday,
  account: 'quietharbor',
  role: 'freelancer',
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
const seen = (...observations: Observation[]): Row => {
  const rows = observations.reduce<Row[]>((rows, one) => merge(rows, [one]), []);
  expect(rows).toHaveLength(1);
  return rows[0] as Row;
};

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
    expect(historyOf(row)).toEqual([]);
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
    expect(historyOf(row)).toEqual([{ field: 'location', value: { country: 'PT' }, first: monday, last: tuesday }]);
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
    expect(historyOf(row)).toEqual([]);
  });

  it('lets an old import add to what is known and never overrule it', () => {
    const row = seen(bid({ seenAt: tuesday, amount: 300 }), bid({ seenAt: monday, amount: 200, days: 5 }));
    expect(row.body).toMatchObject({ amount: 300, days: 5 });
    expect(historyOf(row)).toEqual([{ field: 'amount', value: 200, first: monday, last: monday }]);
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

  it('says what was seen last, also where that was only a part of it', () => {
    const whole = 'I would begin with the appointment screen, because that is where your patients give up today.';
    const other = 'I am a developer of booking systems for clinics, and have been one for seventeen years now.';
    const cut = `${whole.slice(0, 50)}…`;
    const row = seen(
      profile({ about: whole, name: 'Ada Lovelace' }),
      profile({ about: other, name: 'Grace Hopper', seenAt: tuesday }),
      profile({ about: cut, name: 'Ada L.', seenAt: wednesday }),
    );
    expect(row.body).toMatchObject({ about: whole, name: 'Ada Lovelace' });
    expect(historyOf(row).map(({ value, last }) => [value, last])).toEqual([
      ['Grace Hopper', tuesday],
      [other, tuesday],
    ]);
  });

  it('narrows a time down from several, and keeps one that contradicts', () => {
    const row = seen(
      profile({ memberSince: '2026-02/2026-03' }),
      profile({ memberSince: '2026-03/2026-04', seenAt: tuesday }),
      profile({ memberSince: '2026', seenAt: wednesday }),
    );
    expect(row.body).toMatchObject({ memberSince: '2026-03' });
    expect(historyOf(row)).toEqual([]);
    const moved = seen(profile({ memberSince: '2019' }), profile({ memberSince: '2026-03', seenAt: tuesday }));
    expect(moved.body).toMatchObject({ memberSince: '2026-03' });
    expect(historyOf(moved)).toMatchObject([{ field: 'memberSince', value: '2019' }]);
  });

  it('does not put places together that contradict each other', () => {
    const row = seen(
      profile({ location: { city: 'Porto', country: 'PT' } }),
      profile({ location: { country: 'BR' }, seenAt: tuesday }),
      profile({ location: { timezone: 'America/Bahia' }, seenAt: wednesday }),
    );
    expect(row.body).toMatchObject({ location: { country: 'BR', timezone: 'America/Bahia' } });
    expect((row.body as Profile).location?.city).toBeUndefined();
  });

  it('keeps a bounded number of values that contradict each other, and the last seen among them', () => {
    const names = Array.from({ length: 60 }, (_, i) => `Person ${String.fromCharCode(65 + (i % 26))}${i}`);
    const at = (i: number) => new Date(Date.UTC(2026, 0, 1 + i)).toISOString();
    const row = seen(...names.map((name, i) => profile({ name, seenAt: at(i) })));
    expect(row.body).toMatchObject({ name: names.at(-1) });
    expect(historyOf(row).length).toBeLessThanOrEqual(MAX_VALUES);
    expect(historyOf(row).length).toBeGreaterThan(MAX_VALUES / 2);
  });

  it('takes no more room than its observation when it says the same again', () => {
    const once = bid({ text: 'I would begin with the desk.', amount: 250, currency: 'EUR', url: 'https://x.test/1' });
    const row = seen(once, { ...once, seenAt: tuesday }, { ...once, seenAt: wednesday });
    expect(row).toEqual({ ...seen(once), lastSeenAt: wednesday, body: { ...once, seenAt: wednesday } });
  });
});

describe('reviews', () => {
  const rows = (...observations: Observation[]) =>
    [...Map.groupBy(observations, identityOf).values()]
      .flatMap((same) => merge([], same))
      .map(({ body }) => body as Review);
  const november = '2026-11-27T08:00:00Z';
  const december = '2026-12-27T08:00:00Z';

  it('without words on different days are different reviews', () => {
    const times = rows(review({ at: '2026-03-01' }), review({ at: '2026-05-01' }), review({ at: '2026-05-01' }));
    expect(times.map(({ at }) => at)).toEqual(['2026-03-01', '2026-05-01']);
  });

  it('read by two ways of one page are one, with the better date', () => {
    const [one, ...more] = rows(review({ at: '2026-08/2026-09' }), review({ at: '2026-09-03' }));
    expect(more).toEqual([]);
    expect(one?.at).toBe('2026-09-03');
  });

  it('seen again a month later are the same', () => {
    const words = { text: 'Delivered on time.', rating: { value: 5, outOf: 5 } };
    const [one, ...more] = rows(
      review({ ...words, at: '2026-08/2026-09', seenAt: november }),
      review({ ...words, at: '2026-09/2026-10', seenAt: december }),
      review({ ...words, seenAt: december }),
    );
    expect(more).toEqual([]);
    expect(one).toMatchObject({ at: '2026-09', seenAt: december });
  });

  it('of which a list shows the beginning are the same', () => {
    const text = 'Delivered on time, explained every step to my staff, and came back twice to mend what we broke.';
    const seen = rows(review({ text: `${text.slice(0, 45)}… more` }), review({ text, seenAt: tuesday }));
    expect(seen.map((one) => one.text)).toEqual([text]);
  });

  it('with other words, stars, a project or by somebody else are others', () => {
    const text = 'Delivered on time.';
    const others = [{ text }, { text: 'Delivered late.' }, { text, rating: { value: 4, outOf: 5 } }];
    const more = [
      { text, project: '7' },
      { text, from: 'client-b' },
      { text, to: 'otherharbor' },
    ];
    expect(rows(...[...others, ...more].map(review), review({ text }))).toHaveLength(6);
  });
});

describe('messages', () => {
  const message = (more: Partial<Message>): Message => ({
    kind: 'message',
    site: 'fiverr',
    seenAt: monday,
    thread: 't',
    account: 'quietharbor',
    mine: false,
    text: 'My number is 555 0100.',
    ...more,
  });
  const rows = (...observations: Message[]) =>
    [...Map.groupBy(observations, identityOf).values()].flatMap((same) => merge([], same)).map(({ body }) => body);

  it('are the same whether their words are kept or not, in either order', () => {
    const words = message({ sentAt: '2026-10-01T08:00:00Z' });
    const without = { ...words, text: fingerprintOf(words), seenAt: tuesday };
    expect(rows(words, without)).toEqual([{ ...words, seenAt: tuesday }]);
    expect(rows(without, words)).toEqual([{ ...words, seenAt: tuesday }]);
  });

  it('sent twice are two, also where one of the times is only known by its day', () => {
    const sent = rows(
      message({ text: 'ok', sentAt: '2026-10-01T08:00:00Z' }),
      message({ text: 'ok', sentAt: '2026-10-01', seenAt: tuesday }),
      message({ text: 'ok', sentAt: '2026-10-03' }),
    );
    expect(sent.map((one) => (one as Message).sentAt)).toEqual(['2026-10-01T08:00:00Z', '2026-10-03']);
  });
});
