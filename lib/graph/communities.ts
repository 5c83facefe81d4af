// Which accounts form a group when being alike is not passed on: A like B and B like C does not make A like C.
// Two links belong to one group when a third link closes a triangle with them, and so on from triangle to triangle
// (clique percolation with k = 3: Palla, Derényi, Farkas, Vicsek, Nature 435, 2005). Each link is in one group;
// an account whose links fall into several groups is in each of them.
import { DisjointSets } from './components.ts';

/**
 * The groups that links between n vertices make.
 *
 * @param a one end of each link; `b` the other. Links may come twice and in either direction; loops are no links
 * @returns the members of each group, ascending; larger groups first, then by their members. A vertex without
 *   links is in none
 */
export function communities(n: number, a: ArrayLike<number>, b: ArrayLike<number>): number[][] {
  const { from, to, start } = links(n, a, b);
  const groups = new DisjointSets(from.length);
  for (let link = 0; link < from.length; link++) {
    const [u, v] = [from[link] as number, to[link] as number];
    // Both rows ascend: the vertices after v that u and v are both linked to close triangles.
    let i = link + 1;
    let j = start[v] as number;
    const [endOfU, endOfV] = [start[u + 1] as number, start[v + 1] as number];
    while (i < endOfU && j < endOfV) {
      const [w, x] = [to[i] as number, to[j] as number];
      if (w === x) {
        groups.join(link, i);
        groups.join(link, j);
      }
      if (w <= x) i++;
      if (x <= w) j++;
    }
  }
  const members = new Map<number, Set<number>>();
  for (let link = 0; link < from.length; link++) {
    const group = groups.of(link);
    const own = members.get(group) ?? new Set();
    members.set(group, own.add(from[link] as number).add(to[link] as number));
  }
  return [...members.values()]
    .map((own) => [...own].sort((x, y) => x - y))
    .sort((x, y) => y.length - x.length || compare(x, y));
}

/** Each link once, from its smaller to its larger end, by the smaller end and then the larger. */
function links(n: number, a: ArrayLike<number>, b: ArrayLike<number>) {
  const keys = Float64Array.from({ length: a.length }, (_, i) => {
    const [x, y] = [a[i] as number, b[i] as number];
    return x === y ? -1 : Math.min(x, y) * n + Math.max(x, y);
  }).sort();
  const once = keys.filter((key, i) => key >= 0 && key !== keys[i - 1]);
  const from = Int32Array.from(once, (key) => Math.floor(key / n));
  const start = new Int32Array(n + 1);
  for (const v of from) start[v + 1] = (start[v + 1] as number) + 1;
  for (let v = 0; v < n; v++) start[v + 1] = (start[v + 1] as number) + (start[v] as number);
  return { from, to: Int32Array.from(once, (key) => key % n), start };
}

function compare(x: readonly number[], y: readonly number[]): number {
  const at = x.findIndex((v, i) => v !== y[i]);
  return at < 0 ? 0 : (x[at] as number) - (y[at] as number);
}
