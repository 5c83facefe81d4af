import { describe, expect, test } from 'vitest';
import { hashWords, RatingGraph } from '../../lib/graph/rating-graph.ts';
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
  const { value, outOf, time, byClient, text } = RatingGraph.from([review(more)]).ratings();
  return { value: value[0], outOf: outOf[0], time: time[0], byClient: byClient[0], text: text[0] };
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

  test.each<[string, string | undefined, number]>([
    ['a day', '2026-02-01T00:00:00Z', Date.UTC(2026, 1, 1) / 1_000],
    ['none', undefined, Number.NaN],
    ['tomorrow, by another clock', '2026-03-02T09:00:00Z', Date.UTC(2026, 2, 2, 9) / 1_000],
    ['next year', '2027-03-01T00:00:00Z', Number.NaN],
    ['before there were marketplaces', '1970-01-01T00:00:00Z', Number.NaN],
    ['no date', 'last week', Number.NaN],
  ])('time: %s', (_, at, time) => {
    expect(only(at === undefined ? {} : { at }).time).toBe(time);
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
