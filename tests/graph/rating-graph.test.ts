import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashWords, RatingGraph, ratingOf } from '../../lib/graph/rating-graph.ts';
import type { Review } from '../../lib/model/observation.ts';

const review = (more: Partial<Review>): Review => ({
  kind: 'review',
  site: 'guru',
  seenAt: '2026-03-01T10:00:00Z',
  from: 'acme',
  fromRole: 'client',
  to: 'ines',
  ...more,
});

const only = (more: Partial<Review>) => {
  const { value, outOf, earliest, latest, byClient, text } = RatingGraph.from([review(more)]).ratings();
  const ends = [earliest[0], latest[0]];
  return { value: value[0], outOf: outOf[0], ends, byClient: byClient[0], text: text[0] };
};

describe('a rating', () => {
  test.each<[string, Review['rating'], number]>([
    ['4 of 5', { value: 4, outOf: 5 }, 0.8],
    ['0 of 5', { value: 0, outOf: 5 }, 0],
    ['100 of 100', { value: 100, outOf: 100 }, 1],
    ['none', undefined, Number.NaN],
    ['above the scale', { value: 6, outOf: 5 }, Number.NaN],
    ['below the scale', { value: -10, outOf: 10 }, Number.NaN],
    ['no number', { value: Number.NaN, outOf: 5 }, Number.NaN],
  ])('%s', (_, rating, value) => {
    // The column holds 32-bit numbers.
    expect(only(rating ? { rating } : {}).value).toBe(Math.fround(value));
  });

  const none = [Number.NaN, Number.NaN];
  const ms = (...moments: string[]) => moments.map((moment) => Date.parse(moment));
  test.each<[string, string | undefined, number[]]>([
    ['a moment', '2026-02-01T08:00:00Z', ms('2026-02-01T08:00:00Z', '2026-02-01T08:00:00Z')],
    ['a day', '2026-02-01', ms('2026-02-01T00:00:00Z', '2026-02-01T23:59:59.999Z')],
    ['nine months before', '2025-05/2025-06', ms('2025-05-01T00:00:00Z', '2025-06-30T23:59:59.999Z')],
    ['none', undefined, none],
    ['tomorrow, by another clock', '2026-03-02T09:00:00Z', ms('2026-03-02T09:00:00Z', '2026-03-02T09:00:00Z')],
    ['this year, of which more is to come', '2026', ms('2026-01-01T00:00:00Z', '2026-03-03T10:00:00Z')],
    ['next year', '2027-03-01T00:00:00Z', none],
    ['before there were marketplaces', '1970-01-01T00:00:00Z', none],
    ['no date', 'last week', none],
  ])('time: %s', (_, at, ends) => {
    expect(only(at === undefined ? {} : { at }).ends).toEqual(ends);
  });

  test('keeps who gave it', () => {
    expect(only({ fromRole: 'client' }).byClient).toBe(1);
    expect(only({ fromRole: 'freelancer' }).byClient).toBe(0);
  });
});

test('accounts of two marketplaces with one id are two', () => {
  const graph = RatingGraph.from([review({}), review({ site: 'upwork' })]);
  expect(graph.accounts).toEqual(['guru:acme', 'guru:ines', 'upwork:acme', 'upwork:ines']);
  expect(graph.number('upwork:ines')).toBe(3);
  expect(graph.number('upwork:nobody')).toBeUndefined();
});

test('grows past its first size and keeps what it had', () => {
  const many = Array.from({ length: 1_000 }, (_, i) => review({ to: `dev${i}`, rating: { value: i % 6, outOf: 5 } }));
  const graph = RatingGraph.from(many);
  const { length, to, value } = graph.ratings();
  expect(length).toBe(1_000);
  expect(graph.accounts[to[0] as number]).toBe('guru:dev0');
  expect(graph.accounts[to[999] as number]).toBe('guru:dev999');
  expect(value[4]).toBeCloseTo(0.8, 6);
});

test('knows how many reviews a profile shows, and that it has changed', () => {
  const graph = RatingGraph.from([review({})]);
  const { version } = graph;
  expect(graph.shown(1)).toBe(0);
  graph.addProfile({
    kind: 'profile',
    site: 'guru',
    seenAt: '2026-03-01T10:00:00Z',
    account: 'ines',
    role: 'freelancer',
    stats: { reviewCount: 40 },
  });
  expect(graph.shown(1)).toBe(40);
  expect(graph.version).toBeGreaterThan(version);
});

test('does not change when a profile says again what it said (the ring search keeps its result by the version)', () => {
  const graph = RatingGraph.from([review({})]);
  graph.show('guru:ines', 40);
  const { version } = graph;
  graph.show('guru:ines', 40);
  graph.show('guru:nobody', 0);
  expect(graph.version).toBe(version);
  expect(graph.number('guru:nobody')).toBeUndefined();
});

test('knows the count of more accounts than it had room for', () => {
  const graph = new RatingGraph();
  for (let i = 0; i < 200; i++) graph.show(`guru:dev${i}`, i + 1);
  expect(Array.from({ length: 200 }, (_, i) => graph.shown(i))).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));
});

describe('by number', () => {
  const rating = (to: string, value = 1) => ({ ...ratingOf(review({ to })), value });
  const listed = (graph: RatingGraph) => {
    const { length, to, value } = graph.ratings();
    return Array.from({ length }, (_, r) => [graph.accounts[to[r] as number], value[r]]);
  };

  test('a rating takes the place of what its row said before', () => {
    const graph = new RatingGraph();
    graph.put(4, rating('ada'));
    graph.put(9, rating('ben'));
    graph.put(4, rating('ada', 0.5));
    expect(listed(graph)).toEqual([
      ['guru:ada', 0.5],
      ['guru:ben', 1],
    ]);
  });

  test('and so does a date that is known more precisely', () => {
    const graph = new RatingGraph();
    graph.put(4, ratingOf(review({ at: '2025-05/2025-06' })));
    graph.put(4, ratingOf(review({ at: '2025-06-03' })));
    const { earliest, latest } = graph.ratings();
    expect([...earliest, ...latest]).toEqual([Date.UTC(2025, 5, 3), Date.UTC(2025, 5, 4) - 1]);
  });

  test('ratings stand in the order of their rows, whatever order they come and go in', () => {
    const numbers = fc.uniqueArray(fc.nat(400), { maxLength: 300 });
    fc.assert(
      fc.property(numbers, fc.array(fc.nat(400)), (coming, going) => {
        const graph = new RatingGraph();
        for (const n of coming) graph.put(n, rating(`dev${n}`));
        for (const n of going) graph.remove(n);
        const left = coming.filter((n) => !going.includes(n)).sort((a, b) => a - b);
        expect(listed(graph)).toEqual(left.map((n) => [`guru:dev${n}`, 1]));
      }),
    );
  });
});

test('the order of accounts depends on who there is, not on who was seen first', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { maxLength: 200 }), (ids) => {
      const inOrder = (some: readonly string[]) => {
        const graph = RatingGraph.from(some.map((to) => review({ to })));
        const ranks = graph.ranks();
        return graph.accounts.toSorted(
          (a, b) => (ranks[graph.number(a) ?? -1] ?? 0) - (ranks[graph.number(b) ?? -1] ?? 0),
        );
      };
      expect(inOrder([...ids].reverse())).toEqual(inOrder(ids));
      expect([...inOrder(ids)].sort()).toEqual(
        [...new Set(ids.flatMap((id) => ['guru:acme', `guru:${id}`]))].filter(() => ids.length > 0).sort(),
      );
    }),
  );
});

describe('words of a review', () => {
  const long = 'She built our whole shop and explained every single step to us';
  test('are the same whatever the case, spacing and punctuation', () => {
    expect(hashWords(long)).toBe(hashWords(`  ${long.toUpperCase().replaceAll(' ', ' … ')}!!`));
    expect(hashWords(long)).not.toBe(0);
  });
  test('are others when a word is', () => {
    expect(hashWords(long)).not.toBe(hashWords(long.replace('shop', 'site')));
    expect(hashWords(`${long} again`)).not.toBe(hashWords(long));
  });
  test.each(['', 'Great work!', 'Great work, would hire again', '👍👍👍👍👍👍👍👍👍', '…'])(
    'are none in %j',
    (text) => {
      expect(hashWords(text)).toBe(0);
    },
  );
  test('are counted in scripts without spaces too', () => {
    expect(hashWords('她为我们建立了整个网上商店并且解释了每一个步骤')).not.toBe(0);
  });
});
