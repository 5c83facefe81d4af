import { describe, expect, test } from 'vitest';
import { components } from '../../lib/graph/components.ts';
import { groupBy, orderBy } from '../../lib/graph/csr.ts';
import { generalisedCore } from '../../lib/graph/generalised-core.ts';

const links = (n: number, pairs: readonly (readonly [number, number])[]) => ({
  n,
  a: Int32Array.from(pairs, ([a]) => a),
  b: Int32Array.from(pairs, ([, b]) => b),
});
const all = (n: number, need: number) => new Int32Array(n).fill(need);

describe('generalised core', () => {
  test('without links nothing is left, and nothing breaks', () => {
    expect([...generalisedCore(links(0, []), all(0, 2))]).toEqual([]);
    expect([...generalisedCore(links(3, []), all(3, 2))]).toEqual([]);
  });

  test('a triangle with a tail is its own 2-core without the tail', () => {
    const pairs = [
      [0, 1],
      [1, 2],
      [2, 0],
      [2, 3],
      [3, 4],
    ] as const;
    expect([...generalisedCore(links(5, pairs), all(5, 2))]).toEqual([1, 1, 1, 0, 0]);
  });

  test('a chain falls apart from its ends, however long it is', () => {
    const n = 200_000;
    const chain = Array.from({ length: n - 1 }, (_, i) => [i, i + 1] as const);
    expect(generalisedCore(links(n, chain), all(n, 2)).every((left) => left === 0)).toBe(true);
  });

  test('a closed ring of the same length stays', () => {
    const n = 200_000;
    const ring = Array.from({ length: n }, (_, i) => [i, (i + 1) % n] as const);
    expect(generalisedCore(links(n, ring), all(n, 2)).every((left) => left === 1)).toBe(true);
  });

  test('everyone has their own need', () => {
    // 0 needs three links and has two: without it, 1 and 2 have one each, which is all they need.
    const pairs = [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const;
    expect([...generalisedCore(links(3, pairs), [3, 1, 1])]).toEqual([0, 0, 1]);
  });

  test('several links between two count several times', () => {
    expect([
      ...generalisedCore(
        links(2, [
          [0, 1],
          [0, 1],
        ]),
        all(2, 2),
      ),
    ]).toEqual([1, 1]);
    expect([...generalisedCore(links(2, [[0, 1]]), all(2, 2))]).toEqual([0]);
  });

  test('agrees with peeling by hand on random networks', () => {
    let state = 1;
    const next = (below: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    for (let round = 0; round < 30; round++) {
      const n = 20;
      const pairs = Array.from({ length: 50 }, () => [next(n), next(n)] as const).filter(([a, b]) => a !== b);
      let left = pairs.map((_, i) => i);
      for (let before = -1; before !== left.length; ) {
        before = left.length;
        const degree = new Map<number, number>();
        for (const i of left) for (const v of pairs[i] ?? []) degree.set(v, (degree.get(v) ?? 0) + 1);
        left = left.filter((i) => (pairs[i] ?? []).every((v) => (degree.get(v) ?? 0) >= 3));
      }
      const found = generalisedCore(links(n, pairs), all(n, 3));
      expect(pairs.flatMap((_, i) => (found[i] ? [i] : []))).toEqual(left);
    }
  });
});

describe('components', () => {
  test('everyone alone without pairs', () => {
    expect([...components(3, [], [])]).toEqual([0, 1, 2]);
  });

  test('joined directly and through others, whatever the order', () => {
    const c = components(6, [4, 1, 2], [5, 2, 5]);
    expect(c[1]).toBe(c[4]);
    expect(c[2]).toBe(c[5]);
    expect(new Set(c).size).toBe(3);
  });

  test('a chain of 200,000 is one, without recursion', () => {
    const from = Int32Array.from({ length: 199_999 }, (_, i) => i);
    expect(
      new Set(
        components(
          200_000,
          from,
          from.map((v) => v + 1),
        ),
      ).size,
    ).toBe(1);
  });
});

describe('rows', () => {
  test('groups by key and keeps the order within', () => {
    const rows = groupBy(Int32Array.of(3, 2, 1, 0), Int32Array.of(1, 0, 1, 1), 3);
    expect([...rows.start]).toEqual([0, 1, 4, 4]);
    expect([...rows.items]).toEqual([1, 3, 2, 0]);
  });

  test('orders by numbers up to 2^32 − 1, the equal ones as they were', () => {
    const value = Uint32Array.of(70_000, 5, 2 ** 32 - 1, 5, 0);
    expect([...orderBy(Int32Array.of(0, 1, 2, 3, 4), value)]).toEqual([4, 1, 3, 0, 2]);
    expect([...orderBy(new Int32Array(), value)]).toEqual([]);
  });
});
