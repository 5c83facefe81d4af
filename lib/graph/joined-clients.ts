// Which clients belong together: a stage of the ring search (ring-search.ts). Two are joined who surely rated enough of
// the same developers within a window, and groups are what is connected so.
//
// Method: a set-similarity join with prefix filtering (Chaudhuri, Ganti and Kaushik, ICDE 2006). Two clients who have
// to share k developers also share one among all but the k − 1 commonest of either, so that only those few are looked
// up, and the commonest developers hardly ever.
import type { ClientRatings } from './client-ratings.ts';
import { components } from './components.ts';
import { groupBy, type Rows } from './csr.ts';
import type { Baseline } from './ring-chance.ts';
import { MAX_RATINGS_TO_JOIN, MIN_SHARED_DEVELOPERS, MIN_SHARED_PART, SHARE_OF_ONE, SLOW } from './ring-thresholds.ts';

/**
 * Clients who rate the same developers of the dense subgraph at about the same time, joined; others by themselves.
 *
 * @param usual how many developers of the subgraph each client rated, and how many depend on each client alone
 * @param length the window in which two ratings are at about the same time, in seconds
 * @param alone the fewest developers that make a group of one client
 * @returns the clients of each group that may be one
 */
export function joinedClients(
  all: ClientRatings,
  subgraph: Rows,
  { ofClient, dependentOf }: Pick<Baseline, 'ofClient' | 'dependentOf'>,
  length: number,
  alone: number,
): number[][] {
  const { n, rated } = all;
  const joined = pairsOf(all, subgraph, ofClient, length);
  const together = new Uint8Array(n);
  for (const side of joined) for (const c of side) together[c] = 1;
  const component = components(n, ...joined);
  const groups = new Map<number, number[]>();
  const single: number[][] = [];
  for (let c = 0; c < n; c++) {
    if (!together[c]) {
      const developers = dependentOf[c] as number;
      if (developers >= alone && developers >= SHARE_OF_ONE * (rated[c] as number)) single.push([c]);
      continue;
    }
    const group = groups.get(component[c] as number);
    if (group) group.push(c);
    else groups.set(component[c] as number, [c]);
  }
  return [...groups.values(), ...single];
}

/** How many developers a client has to share with another to be joined. */
const needed = (developers: number) => Math.max(MIN_SHARED_DEVELOPERS, Math.ceil(MIN_SHARED_PART * developers - 1e-9));

/** The pairs of clients that are joined, by their two sides. */
function pairsOf(all: ClientRatings, subgraph: Rows, ofClient: Int32Array, length: number): [number[], number[]] {
  const { n, to, total } = all;
  const most = length > SLOW ? MAX_RATINGS_TO_JOIN.slowly : MAX_RATINGS_TO_JOIN.soon;
  // One rating a pair, of those whose developers can be shared by a small group.
  const start = new Int32Array(n + 1);
  const places: number[] = [];
  const raters = new Int32Array(n);
  for (let c = 0; c < n; c++) {
    if ((ofClient[c] as number) >= MIN_SHARED_DEVELOPERS) {
      for (const p of all.onePerDeveloper(subgraph, c)) {
        const v = to[p] as number;
        if ((total[v] as number) > most) continue;
        places.push(p);
        raters[v] = (raters[v] as number) + 1;
      }
    }
    start[c + 1] = places.length;
  }
  const rank = ranksOf(raters);
  const own = new Int32Array(places);
  for (let c = 0; c < n; c++) orderByRank(own, start[c] as number, start[c + 1] as number, to, rank);
  // Of each client the rarest developers, by developer.
  const rarest: number[] = [];
  const owner = new Int32Array(own.length);
  const developer = new Int32Array(own.length);
  for (let c = 0; c < n; c++) {
    const [begin, end] = [start[c] as number, start[c + 1] as number];
    const last = end - needed(ofClient[c] as number) + 1;
    for (let i = begin; i < end; i++) {
      owner[i] = c;
      developer[i] = to[own[i] as number] as number;
      if (i < last) rarest.push(i);
    }
  }
  const lookup = groupBy(new Int32Array(rarest), developer, n);
  const joined: [number[], number[]] = [[], []];
  const looked = new Int32Array(n).fill(-1);
  for (const i of rarest) {
    const c = owner[i] as number;
    const v = developer[i] as number;
    for (let j = lookup.start[v] as number; j < (lookup.start[v + 1] as number); j++) {
      const other = owner[lookup.items[j] as number] as number;
      // Each pair once: from the one with the higher number, whose developers come in one run.
      if (other >= c || looked[other] === c) continue;
      looked[other] = c;
      const least = Math.max(needed(ofClient[c] as number), needed(ofClient[other] as number));
      if (!share(c, other, least)) continue;
      joined[0].push(c);
      joined[1].push(other);
    }
  }
  return joined;

  /** Whether two clients rated so many of the same developers, each surely within one window. */
  function share(a: number, b: number, least: number): boolean {
    let [i, j, count] = [start[a] as number, start[b] as number, 0];
    const [endOfA, endOfB] = [start[a + 1] as number, start[b + 1] as number];
    while (i < endOfA && j < endOfB) {
      const [p, q] = [own[i] as number, own[j] as number];
      const [x, y] = [rank[to[p] as number] as number, rank[to[q] as number] as number];
      if (x === y) {
        const first = Math.min(all.earliest[p] as number, all.earliest[q] as number);
        const last = Math.max(all.latest[p] as number, all.latest[q] as number);
        if (last - first <= length && ++count === least) return true;
      }
      if (x <= y) i++;
      if (y <= x) j++;
    }
    return false;
  }
}

/** The place of each developer in an order that begins with those whom the fewest clients rated. */
function ranksOf(raters: Int32Array): Int32Array {
  let most = 0;
  const developers = new Int32Array(raters.length);
  for (let v = 0; v < raters.length; v++) {
    developers[v] = v;
    if ((raters[v] as number) > most) most = raters[v] as number;
  }
  const { items } = groupBy(developers, raters, most + 1);
  const rank = new Int32Array(raters.length);
  for (let i = 0; i < items.length; i++) rank[items[i] as number] = i;
  return rank;
}

/** Puts the few places from `begin` to before `end` in the order of their developers' ranks. */
function orderByRank(places: Int32Array, begin: number, end: number, to: Int32Array, rank: Int32Array): void {
  const of = (p: number) => rank[to[p] as number] as number;
  if (end - begin > 30) {
    places.subarray(begin, end).sort((p, q) => of(p) - of(q));
    return;
  }
  for (let i = begin + 1; i < end; i++) {
    const p = places[i] as number;
    let j = i - 1;
    for (; j >= begin && of(places[j] as number) > of(p); j--) places[j + 1] = places[j] as number;
    places[j + 1] = p;
  }
}
