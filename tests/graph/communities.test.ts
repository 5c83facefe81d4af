import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { communities } from '../../lib/graph/communities.ts';

const groupsOf = (...links: [number, number][]) =>
  communities(
    20,
    links.map(([a]) => a),
    links.map(([, b]) => b),
  );
const clique = (...members: number[]) =>
  members.flatMap((a, i) => members.slice(i + 1).map((b): [number, number] => [a, b]));

describe('groups of links', () => {
  it('are not chained: what both ends of a chain have in common is only its middle', () => {
    expect(groupsOf([0, 1], [1, 2])).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });

  it('are one where all are linked, and still where some links between them were not found', () => {
    expect(groupsOf(...clique(3, 4, 5, 6))).toEqual([[3, 4, 5, 6]]);
    expect(groupsOf(...clique(3, 4, 5), ...clique(4, 5, 6))).toEqual([[3, 4, 5, 6]]);
  });

  it('are two where only one member is in both', () => {
    expect(groupsOf(...clique(0, 1, 2, 3), ...clique(3, 4, 5))).toEqual([
      [0, 1, 2, 3],
      [3, 4, 5],
    ]);
  });

  it('count a link once, whichever way and however often it is given, and no loops', () => {
    expect(groupsOf([1, 0], [0, 1], [0, 1], [5, 5])).toEqual([[0, 1]]);
    expect(groupsOf()).toEqual([]);
  });

  it('leave no link out, and nobody in who is not linked twice over', () => {
    const vertex = fc.nat(11);
    fc.assert(
      fc.property(fc.array(fc.tuple(vertex, vertex)), (some) => {
        const groups = groupsOf(...some).map((members) => new Set(members));
        const both = (a: number, b: number) => groups.filter((group) => group.has(a) && group.has(b)).length;
        const linked = (a: number, b: number) => some.some(([x, y]) => (x === a && y === b) || (x === b && y === a));
        for (const [a, b] of some) if (a !== b) expect(both(a, b)).toBeGreaterThan(0);
        // Two who are not linked are together only where they are linked to the same two others, or on from there.
        for (let a = 0; a < 12; a++) {
          for (let b = 0; b < a; b++) {
            if (linked(a, b) || both(a, b) === 0) continue;
            for (const group of groups) if (group.has(a) && group.has(b)) expect(group.size).toBeGreaterThanOrEqual(4);
          }
        }
      }),
    );
  });

  it('of six thousand accounts that are each linked to a hundred take a moment', () => {
    const a = Array.from({ length: 600_000 }, (_, i) => Math.floor(i / 100));
    const b = a.map((v, i) => (v + 1 + (i % 100)) % 6_000);
    expect(communities(6_000, a, b)).toHaveLength(1);
  });
});
