// Which accounts hang together, directly or through others: connected components by union-find, without
// recursion, so that a chain of a hundred thousand accounts is no deeper than one of three.

/**
 * The component of each of n vertices, named by one of its members, after joining every pair
 * (a[i], b[i]). Union by path halving (Tarjan & van Leeuwen 1984): nearly linear.
 */
export function components(n: number, a: ArrayLike<number>, b: ArrayLike<number>): Int32Array {
  const parent = new Int32Array(n);
  for (let v = 0; v < n; v++) parent[v] = v;
  for (let i = 0; i < a.length; i++) {
    const x = root(parent, a[i] as number);
    const y = root(parent, b[i] as number);
    if (x < y) parent[y] = x;
    else parent[x] = y;
  }
  for (let v = 0; v < n; v++) parent[v] = root(parent, v);
  return parent;
}

function root(parent: Int32Array, v: number): number {
  let top = v;
  while (parent[top] !== top) {
    const above = parent[parent[top] as number] as number;
    parent[top] = above;
    top = above;
  }
  return top;
}
