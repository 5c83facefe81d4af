// Which clients are joined, beside what comparing every two of them says; and circles.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { circles } from '../../lib/graph/circles.ts';
import { ClientRatings } from '../../lib/graph/client-ratings.ts';
import { components } from '../../lib/graph/components.ts';
import { joinedClients } from '../../lib/graph/joined-clients.ts';
import { RatingGraph } from '../../lib/graph/rating-graph.ts';
import type { AccountKey } from '../../lib/model/account.ts';
import { DAY_MS } from '../../lib/model/time.ts';

const START = Date.UTC(2024, 0, 1);
const key = (id: string): AccountKey => `guru:${id}`;

function ratingsOf(list: readonly { from: string; to: string; day: number; wide?: number }[]) {
  const graph = new RatingGraph();
  for (const { from, to, day, wide = 0 } of list) {
    const earliest = START + day * DAY_MS;
    const mark = { value: 1, outOf: 5, byClient: true, text: 0, project: 0 };
    graph.addRating({ from: key(from), to: key(to), ...mark, earliest, latest: earliest + wide * DAY_MS });
  }
  return { graph, all: new ClientRatings(graph) };
}

test('those are joined who share two developers and two fifths within the window, whatever the ratings', () => {
  const some = fc.array(
    fc.record({ from: fc.nat(9), to: fc.nat(12), day: fc.nat(120), wide: fc.constantFrom(0, 0, 5, 40) }),
    { minLength: 1, maxLength: 70 },
  );
  fc.assert(
    fc.property(some, (list) => {
      const { all } = ratingsOf(list.map((one) => ({ ...one, from: `c${one.from}`, to: `d${one.to}` })));
      const items = Int32Array.from(all.to, (_, p) => p);
      const subgraph = { start: all.start, items };
      const firsts = Array.from({ length: all.n }, (_, c) => all.onePerDeveloper(subgraph, c));
      const ofClient = Int32Array.from(firsts, (own) => own.length);
      const length = 30 * 86_400;
      const isNear = (p: number, q: number) =>
        Math.max(all.latest[p] as number, all.latest[q] as number) -
          Math.min(all.earliest[p] as number, all.earliest[q] as number) <=
        length;
      const pairs: [number[], number[]] = [[], []];
      for (const [a, own] of firsts.entries()) {
        for (const [b, others] of firsts.slice(0, a).entries()) {
          const shared = own.filter((p) => others.some((q) => all.to[p] === all.to[q] && isNear(p, q))).length;
          if (shared < Math.max(2, 0.4 * own.length, 0.4 * others.length)) continue;
          pairs[0].push(a);
          pairs[1].push(b);
        }
      }
      const component = components(all.n, ...pairs);
      const expected = Map.groupBy(new Set(pairs.flat()), (c) => component[c] as number);
      const found = joinedClients(all, subgraph, { ofClient, dependentOf: ofClient }, length, 99);
      const sorted = (groups: Iterable<readonly number[]>) =>
        [...groups].map((group) => [...group].sort((x, y) => x - y).join(' ')).sort();
      expect(sorted(found)).toEqual(sorted(expected.values()));
    }),
    { numRuns: 300 },
  );
});

test('circles are found whichever member is seen first, and not where hiring each other is usual', () => {
  const market = Array.from({ length: 200 }, (_, i) => ({ from: `c${i % 50}`, to: `d${(i * 7) % 40}`, day: i }));
  const circle = (count: number, times: number) =>
    Array.from({ length: count * times }, (_, i) => ({ from: `m${i % count}`, to: `m${(i + 1) % count}`, day: i }));
  const found = (list: Parameters<typeof ratingsOf>[0]) => {
    const { graph, all } = ratingsOf(list);
    const name = (account: number) => graph.accounts[account] as string;
    return circles(all, name).map(({ developers }) => developers.map(({ account }) => name(account)).sort());
  };
  const five = ['guru:m0', 'guru:m1', 'guru:m2', 'guru:m3', 'guru:m4'];
  expect(found([...market, ...circle(5, 2)])).toEqual([five]);
  expect(found([...circle(5, 2).reverse(), ...market])).toEqual([five]);
  // Too long, too few, once each.
  expect(found([...market, ...circle(9, 2)])).toEqual([]);
  expect(found([...market, ...circle(3, 1)])).toEqual([]);
  expect(found([...market, ...circle(2, 1)])).toEqual([]);
  const mutual = market.flatMap((one, i) => [one, { from: one.to, to: one.from, day: i + 1 }]);
  expect(found([...mutual, ...circle(2, 3)])).toEqual([]);
});
