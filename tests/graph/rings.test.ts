// The ring search on ratings whose times are known more or less precisely.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ClientRatings } from '../../lib/graph/client-ratings.ts';
import { type Rating, RatingGraph } from '../../lib/graph/rating-graph.ts';
import { findRings } from '../../lib/graph/rings.ts';
import type { AccountKey } from '../../lib/model/account.ts';
import { DAY_MS } from '../../lib/model/time.ts';

const START = Date.UTC(2024, 0, 1);
const key = (id: string): AccountKey => `guru:${id}`;

/** A rating of five stars that was given on a day or, when it is that wide, at some time from it on. */
function rating(from: string, to: string, day: number, wide = 0): Rating {
  const earliest = START + day * DAY_MS;
  const mark = { value: 1, outOf: 5, byClient: true, text: 0, project: 0 };
  return { from: key(from), to: key(to), ...mark, earliest, latest: earliest + wide * DAY_MS };
}

function graphOf(ratings: readonly Rating[]): RatingGraph {
  const graph = new RatingGraph();
  for (const one of ratings) graph.addRating(one);
  return graph;
}

/** Hires of clients who have nothing to do with each other, so that there is something usual. */
const market = Array.from({ length: 300 }, (_, i) =>
  rating(`client${i % 110}`, `dev${(i * 7) % 60}`, (i * 37) % 700, i % 5 === 0 ? 60 : 1),
);

/** What is found, by the accounts’ keys. */
function found(ratings: readonly Rating[]) {
  const graph = graphOf(ratings);
  const columns = graph.ratings();
  const keys = (members: { account: number; inside: number }[]) =>
    members.map(({ account, inside }) => `${graph.accounts[account]} ${inside}`);
  return findRings(graph).map((ring) => ({
    clients: keys(ring.clients),
    developers: keys(ring.developers),
    logExpected: ring.logExpected,
    ratings: ring.ratings.map((r) => [
      graph.accounts[columns.from[r] as number],
      graph.accounts[columns.to[r] as number],
      columns.earliest[r],
      columns.latest[r],
    ]),
  }));
}

const names = (what: string, count: number) => Array.from({ length: count }, (_, i) => `${what}${i}`);
const group = (clients: number, developers: number, day: (i: number) => number, wide: number) =>
  names('firm', clients).flatMap((from, c) =>
    names('new', developers).map((to, d) => rating(from, to, day(c * developers + d), wide)),
  );

describe('a rating counts into a window only if it surely lies in it', () => {
  test.each([
    ['one client, eight newcomers within days', group(1, 8, (i) => 300 + i, 1), 1],
    ['the same, known to the month: a quarter holds them all', group(1, 8, (i) => 300 + i, 60), 1],
    ['the same, known to a hundred days: a year does', group(1, 8, (i) => 300 + i, 100), 1],
    ['the same, known to a year', group(1, 8, (i) => 300 + i, 365), 0],
    ['three clients, six newcomers, known to the month', group(3, 6, (i) => 300 + i, 60), 1],
    ['three clients, six newcomers, known to a year', group(3, 6, (i) => 300 + i, 365), 0],
    ['three clients, six newcomers, known to the month, over ten weeks', group(3, 6, (i) => 300 + i * 4, 60), 1],
    ['three clients, six newcomers, over half a year', group(3, 6, (i) => 300 + i * 10, 1), 1],
    ['one client, eight newcomers, over half a year', group(1, 8, (i) => 300 + i * 25, 1), 1],
    ['one client, eight newcomers, over most of a year', group(1, 8, (i) => 300 + i * 45, 1), 0],
    ['three clients, six newcomers, over two years', group(3, 6, (i) => 10 + i * 40, 1), 0],
  ])('%s', (_, ratings, count) => {
    expect(found([...market, ...ratings])).toHaveLength(count);
  });

  test('and as one at other times only if it cannot', () => {
    // Fifteen others, which may have been given in the same weeks: then the eight are not much of them.
    const others = (wide: number) => names('old', 15).map((to, i) => rating('firm0', to, 200 - i, wide));
    const eight = group(1, 8, (i) => 300 + i, 1);
    const known = names('old', 15).flatMap((to) => [1, 2, 3].map((n) => rating(`own${to}${n}`, to, n * 90)));
    const trials = (wide: number) => {
      const all = new ClientRatings(graphOf([...eight, ...others(wide), ...known]));
      const client = all.from[all.number.indexOf(0)] as number;
      const [start, end] = [all.start[client] as number, all.start[client + 1] as number];
      const inside = Array.from({ length: end - start }, (_, i) => start + i).filter(
        (p) => (all.number[p] as number) < 8,
      );
      return all.trials(client, all.windowOf(inside));
    };
    expect(trials(1)).toBe(8 + Math.round(15 / 4));
    expect(trials(200)).toBe(8 + 15);
  });
});

const some = fc.array(
  fc.record({
    from: fc.nat(6),
    to: fc.nat(8),
    day: fc.nat(200),
    wide: fc.oneof(fc.constantFrom(0, 1, 30, 60, 365), fc.nat(100)),
  }),
  { minLength: 1, maxLength: 40 },
);

describe('whatever the ratings', () => {
  test('the heaviest window is as heavy as any, and holds both ends of each', () => {
    fc.assert(
      fc.property(some, fc.constantFrom(30, 91), (list, days) => {
        const all = new ClientRatings(
          graphOf(list.map(({ from, to, day, wide }) => rating(`c${from}`, `d${to}`, day, wide))),
        );
        const length = days * 86_400;
        const weight = (p: number) => 1 + (p % 3);
        for (let c = 0; c < all.n; c++) {
          const places = Array.from(
            { length: (all.start[c + 1] as number) - (all.start[c] as number) },
            (_, i) => (all.start[c] as number) + i,
          );
          const window = all.heaviest(
            places,
            0,
            places.length,
            length,
            Float64Array.from(all.from, (_, p) => weight(p)),
          );
          const best = window ? places.filter((p) => all.isIn(p, window)) : [];
          if (window) expect(window.to - window.from).toBe(length);
          const sum = (of: readonly number[]) => of.reduce((total, p) => total + weight(p), 0);
          for (const first of places) {
            const begin = all.earliest[first] as number;
            const inside = places.filter(
              (p) => (all.earliest[p] as number) >= begin && (all.latest[p] as number) <= begin + length,
            );
            expect(sum(best)).toBeGreaterThanOrEqual(sum(inside));
          }
        }
      }),
    );
  });

  test('what is found does not depend on the order they are seen in', () => {
    const groups = [
      ...group(3, 6, (i) => 300 + i, 1),
      ...names('more', 8).map((to, i) => rating('boss', to, 400 + i * 2, i % 2 === 0 ? 1 : 30)),
      ...names('twin', 8).map((to) => rating('boss2', to, 500)),
    ];
    const all = [...market, ...groups];
    const expected = found(all);
    expect(expected.length).toBeGreaterThanOrEqual(3);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(found(shuffled)).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });
});
