// Peels a network: vertices with fewer links than they need are taken out, then those that are short of links because
// of that, until every vertex that is left has enough: the k-core, with a k of its own for each vertex. Where accounts
// hold each other up, that is what is left.

/** Links between vertices 0 … n−1: the i-th joins a[i] and b[i]. Several between two count several times. */
export interface Links {
  n: number;
  a: Int32Array;
  b: Int32Array;
}

/**
 * The generalised core (Batagelj & Zaversnik 2002): the greatest set of links in which every vertex that
 * has any has at least `need` of them. Linear in vertices and links; no recursion.
 *
 * @param need links that each vertex needs to stay
 * @returns 1 for each link that is left
 */
export function generalisedCore({ n, a, b }: Links, need: ArrayLike<number>): Uint8Array {
  const degree = new Int32Array(n);
  for (let i = 0; i < a.length; i++) {
    const x = a[i] as number;
    const y = b[i] as number;
    degree[x] = (degree[x] as number) + 1;
    degree[y] = (degree[y] as number) + 1;
  }
  // The links of vertex v, as numbers of links: linksOf[start[v]] … linksOf[start[v + 1] − 1].
  const start = new Int32Array(n + 1);
  for (let v = 0; v < n; v++) start[v + 1] = (start[v] as number) + (degree[v] as number);
  const next = start.slice(0, n);
  const linksOf = new Int32Array(2 * a.length);
  for (let i = 0; i < a.length; i++) {
    for (const v of [a[i] as number, b[i] as number]) {
      const at = next[v] as number;
      next[v] = at + 1;
      linksOf[at] = i;
    }
  }
  const left = new Uint8Array(a.length).fill(1);
  const queued = new Uint8Array(n);
  const queue = new Int32Array(n);
  let end = 0;
  for (let v = 0; v < n; v++) {
    if ((degree[v] as number) > 0 && (degree[v] as number) < (need[v] as number)) {
      queued[v] = 1;
      queue[end++] = v;
    }
  }
  for (let i = 0; i < end; i++) {
    const v = queue[i] as number;
    for (let j = start[v] as number; j < (start[v + 1] as number); j++) {
      const link = linksOf[j] as number;
      if (!left[link]) continue;
      left[link] = 0;
      const w = a[link] === v ? (b[link] as number) : (a[link] as number);
      degree[w] = (degree[w] as number) - 1;
      if (!queued[w] && (degree[w] as number) < (need[w] as number)) {
        queued[w] = 1;
        queue[end++] = w;
      }
    }
  }
  return left;
}
