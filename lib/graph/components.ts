// Which accounts are connected, directly or through others: connected components by union-find, without
// recursion, so that a chain of a hundred thousand accounts is no deeper than one of three.

/** Sets that are joined two by two. Union by path halving (Tarjan & van Leeuwen 1984): nearly linear. */
export class DisjointSets {
  readonly #parent: Int32Array;

  /** @param size how many sets of one member each there are at first */
  constructor(size: number) {
    this.#parent = new Int32Array(size);
    for (let v = 0; v < size; v++) this.#parent[v] = v;
  }

  /** Joins the sets of two members. */
  join(v: number, w: number): void {
    const x = this.of(v);
    const y = this.of(w);
    if (x < y) this.#parent[y] = x;
    else this.#parent[x] = y;
  }

  /** The smallest member of the set that a member is in: the set's name. */
  of(v: number): number {
    const parent = this.#parent;
    let top = v;
    while (parent[top] !== top) {
      const above = parent[parent[top] as number] as number;
      parent[top] = above;
      top = above;
    }
    return top;
  }
}

/** The component of each of n vertices, named by its smallest member, after joining every pair (a[i], b[i]). */
export function components(n: number, a: ArrayLike<number>, b: ArrayLike<number>): Int32Array {
  const sets = new DisjointSets(n);
  for (let i = 0; i < a.length; i++) sets.join(a[i] as number, b[i] as number);
  const component = new Int32Array(n);
  for (let v = 0; v < n; v++) component[v] = sets.of(v);
  return component;
}
