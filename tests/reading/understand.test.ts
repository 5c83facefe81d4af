import { describe, expect, it } from 'vitest';
import { parseObservation } from '../../lib/model/observation.ts';
import type { Reading, Sighting, Statement, Value, Way } from '../../lib/reading/reading.ts';
import { observationsIn } from '../../lib/sites/registry.ts';
import { bidsOf, pageOf, seenAt } from './pages.ts';

const say = (said: Record<string, Partial<Record<Way, Value>>>): Record<string, Statement[]> =>
  Object.fromEntries(
    Object.entries(said).map(([field, ways]) => [
      field,
      Object.entries(ways).map(([by, value]) => ({ by: by as Way, value: value as Value })),
    ]),
  );
const bid = (said: Parameters<typeof say>[0], account = 'ada'): Sighting => ({
  kind: 'bid',
  ids: { project: '1', account },
  said: say(said),
});
const reading = (...sightings: Sighting[]): Reading => ({
  site: 'freelancer',
  url: 'https://www.freelancer.com/projects/php/garden-club-site',
  seenAt,
  page: 'project',
  sightings,
});
const text = 'I would build the site of your garden club in four weeks, with a map of the gardens.';

describe('two ways that say different things', () => {
  it('agree when they mean the same', () => {
    const seen = observationsIn(
      reading(
        bid({
          text: { state: text, selectors: `${text.slice(0, 50)}… more`, cards: text.toUpperCase() },
          amount: { state: '25000 INR', selectors: '₹25,000.00 INR', cards: '₹25,000' },
          days: { state: 7, selectors: 'in 7 days' },
        }),
      ),
    );
    expect(pageOf(seen).disagreed).toBeUndefined();
    expect(bidsOf(seen)[0]).toMatchObject({ text, amount: 25000, currency: 'INR', days: 7 });
  });

  it('are counted, a field at a time, and the more trusted counts', () => {
    const seen = observationsIn(
      reading(
        bid({
          amount: { state: '100 USD', selectors: '$90 USD', cards: '$80 USD' },
          days: { state: 3, cards: 'in 4 days' },
        }),
        bid({ amount: { selectors: '$10 USD', cards: '€10' } }, 'bea'),
      ),
    );
    expect(pageOf(seen).disagreed).toBe(3);
    expect(bidsOf(seen).map((one) => one.amount)).toEqual([100, 10]);
  });

  it('give the whole text where the more trusted one has only its beginning', () => {
    const seen = observationsIn(reading(bid({ text: { selectors: `${text.slice(0, 50)}…`, cards: text } })));
    expect(bidsOf(seen)[0]?.text).toBe(text);
    expect(bidsOf(seen)[0]?.textIs).toBeUndefined();
    expect(pageOf(seen).disagreed).toBeUndefined();
  });

  it('give a text that is nowhere whole as a part', () => {
    const post: Sighting = { kind: 'project', ids: { project: '1' }, said: say({ text: { cards: `${text}…` } }) };
    const seen = observationsIn(reading(bid({ text: { selectors: `${text}…` } }), post));
    expect(seen.filter(({ kind }) => kind !== 'page')).toMatchObject([{ textIs: 'part' }, { textIs: 'part' }]);
  });

  it('fill each other up where they say the same: a longer list, cents, the currency', () => {
    const ada: Sighting = {
      kind: 'profile',
      ids: { account: 'ada' },
      said: say({
        skills: { selectors: ['PHP', 'Go'], cards: ['Go', 'React', 'PHP'] },
        hourlyRate: { state: 25, selectors: '$25.40/hr USD' },
      }),
    };
    const seen = observationsIn(reading(ada));
    expect(pageOf(seen).disagreed).toBeUndefined();
    expect(seen.find((one) => one.kind === 'profile')).toMatchObject({
      skills: ['Go', 'React', 'PHP'],
      hourlyRate: { amount: 25.4, currency: 'USD' },
    });
  });

  it('leave a word that means nothing to the next way', () => {
    const seen = observationsIn(
      reading(bid({ amount: { state: 'a lot', cards: '$80 USD' }, days: { state: 'soon' } })),
    );
    expect(bidsOf(seen)[0]).toMatchObject({ amount: 80, currency: 'USD' });
    expect(pageOf(seen).missing).toContain('bid.days');
  });
});

describe('people', () => {
  const profile = (said: Parameters<typeof say>[0]) => {
    const sighting: Sighting = { kind: 'profile', ids: { account: 'ada' }, said: say(said) };
    return observationsIn(reading(sighting)).find((one) => one.kind === 'profile');
  };

  it('with no history have no rating and no rates', () => {
    const seen = profile({
      name: { selectors: 'Ada L.' },
      rating: { selectors: '0' },
      reviewCount: { selectors: '0' },
      onTime: { selectors: '0%' },
      rehireRate: { selectors: '0%' },
    });
    expect(seen).toMatchObject({ name: 'Ada L.', stats: { reviewCount: 0 } });
    expect(seen?.kind === 'profile' && seen.stats).toEqual({ reviewCount: 0 });
  });

  it('with a history keep a rate of zero', () => {
    const seen = profile({
      reviewCount: { selectors: '12' },
      onTime: { selectors: '90%' },
      rehireRate: { selectors: '0%' },
    });
    expect(seen?.kind === 'profile' && seen.stats).toEqual({ reviewCount: 12, onTime: 0.9, rehireRate: 0 });
  });

  it('have the place and its time from one line, and a login is no name', () => {
    const seen = profile({ name: { cards: '@ada' }, place: { selectors: 'United States (2:34 PM)' } });
    expect(seen).toMatchObject({ location: { country: 'US' }, localTime: '2:34 PM' });
    expect(seen?.kind === 'profile' && seen.name).toBeUndefined();
  });

  it('of whom nothing was said are not seen', () => {
    expect(profile({})).toBeUndefined();
    expect(profile({ name: { cards: '@ada' } })).toBeUndefined();
  });
});

it('lets nothing out that the model would refuse', () => {
  const odd: Value[] = [
    '',
    ' ',
    '-1',
    'NaN',
    '1e999',
    '∞',
    -5,
    Number.MAX_VALUE,
    true,
    [],
    ['x'],
    'x'.repeat(5_000),
    '\ud800',
  ];
  const fields = [
    'text',
    'amount',
    'days',
    'submittedAt',
    'outcome',
    'rating',
    'name',
    'country',
    'memberSince',
    'skills',
    'avatar',
    'at',
    'hourlyRate',
    'reviewCount',
    'place',
    'budget',
    'postedAt',
  ];
  for (const value of odd) {
    const said = say(Object.fromEntries(fields.map((field) => [field, { cards: value }])));
    const kinds = ['project', 'bid', 'profile', 'review'] as const;
    const ids = { project: '1', account: 'ada', from: 'x', to: 'ada' };
    const seen = observationsIn(reading(...kinds.map((kind) => ({ kind, ids, said }))));
    expect(seen.filter((one) => one.kind === 'bid')).toHaveLength(1);
    for (const one of seen) expect(parseObservation(one)).toEqual({ observation: one });
  }
});

describe('what was run into another line', () => {
  it('is no part of it: a price is no town, no skill and nobody’s words about themselves', () => {
    const ada: Sighting = {
      kind: 'profile',
      ids: { account: 'ada' },
      said: say({
        city: { selectors: 'Graz $30/Hr' },
        skills: { selectors: ['PHP', 'Calendars$31,777'] },
        about: { selectors: 'USD 22,00 / hora' },
      }),
    };
    const [seen] = observationsIn(reading(ada)).filter((one) => one.kind === 'profile');
    expect(seen).toMatchObject({ skills: ['PHP'] });
    expect(seen).not.toHaveProperty('location');
    expect(seen).not.toHaveProperty('about');
  });
});
