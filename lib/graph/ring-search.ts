// The search for groups that ratings within one window of time make: the stages that rings.ts runs for every window.
// Method: of each client the densest window of time (as in CopyCatch: Beutel et al., WWW 2013), where a
// rating weighs the more the fewer its developer has (as in Fraudar: Hooi et al., KDD 2016); then the dense subgraph
// in which every developer keeps a share of the ratings that were seen; then clients are joined who rate the same
// developers of it; then each group is tested against chance (ring-chance.ts). What the numbers rest on
// stands in ring-thresholds.ts.
//
// A rating is known to lie between two ends. It counts into a window only if both lie in it, and as one at
// other times only if it cannot lie in it: what is not known speaks against a group, never for one.
import type { ClientRatings } from './client-ratings.ts';
import { byKey, type Rows } from './csr.ts';
import { generalisedCore } from './generalised-core.ts';
import { joinedClients } from './joined-clients.ts';
import type { Member, Ring } from './ring.ts';
import { type Baseline, logExpected, usualShare } from './ring-chance.ts';
import {
  CLIENT_SHARE,
  DEPENDENT,
  LEAST,
  LINKED,
  LINKED_SLOWLY,
  LONGEST_OF_ONE,
  MANY_OF_ONE,
  MAX_RATINGS_COMPARED,
  MAX_ROUNDS,
  MIN_OUTSIDE,
  MIN_TRIALS,
  MOSTLY,
  NEW,
  OF_NEWCOMERS,
  SHARE_OF_MANY,
  SHARE_OF_ONE,
  SLOW,
} from './ring-thresholds.ts';

/** The stages of the search. A rating is meant by its place in `ClientRatings`. */
export class RingSearch {
  private readonly all: ClientRatings;
  private readonly key: (account: number) => string;
  /** The high ratings of each client, by time; and what each rating weighs. */
  private readonly high: Rows;
  private readonly weight: Float64Array;

  constructor(all: ClientRatings, key: (account: number) => string) {
    this.all = all;
    this.key = key;
    const { n, to, high, total } = all;
    this.weight = new Float64Array(to.length);
    for (let p = 0; p < to.length; p++) this.weight[p] = 1 / (total[to[p] as number] as number);
    const items = new Int32Array(to.length);
    const start = new Int32Array(n + 1);
    let count = 0;
    for (let c = 0; c < n; c++) {
      for (let p = all.start[c] as number; p < (all.start[c + 1] as number); p++) if (high[p]) items[count++] = p;
      start[c + 1] = count;
    }
    this.high = { start, items: items.subarray(0, count) };
  }

  /**
   * The groups whose ratings lie within a window of this many seconds.
   *
   * @param isAlikeKnown whether those count that are groups only where profiles are alike
   */
  within(length: number, isAlikeKnown: boolean): Ring[] {
    const windows = this.densestWindows(length);
    const linked = length > SLOW ? LINKED_SLOWLY : LINKED;
    const subgraph = this.densestSubgraph(windows, linked, length);
    const baseline = this.baseline(windows, subgraph);
    const least = isAlikeKnown ? LEAST.alike : LEAST.developersOfOne;
    const rings: Ring[] = [];
    for (const clients of joinedClients(this.all, subgraph, baseline, length, least)) {
      const ring = this.ring(clients, subgraph, baseline, length);
      if (ring) rings.push(ring);
    }
    return rings;
  }

  /** The high ratings of each client's densest window. */
  private densestWindows(length: number): Rows {
    const { n } = this.all;
    const { start: begin, items: high } = this.high;
    const items = new Int32Array(high.length);
    const start = new Int32Array(n + 1);
    let count = 0;
    for (let c = 0; c < n; c++) {
      const [first, end] = [begin[c] as number, begin[c + 1] as number];
      const window = this.all.heaviest(high, first, end, length, this.weight);
      for (let i = first; window && i < end; i++) {
        if (this.all.isIn(high[i] as number, window)) items[count++] = high[i] as number;
      }
      start[c + 1] = count;
    }
    return { start, items: items.subarray(0, count) };
  }

  /** What is left of these ratings when clients need two of them, and developers a share of all theirs. */
  private densestSubgraph(windows: Rows, linked: number, length: number): Rows {
    const { n, from, to, total } = this.all;
    const isTogether = this.together(windows, linked, length);
    let edges = 0;
    for (let i = 0; i < windows.items.length; i++) edges += isTogether[windows.items[i] as number] as number;
    const a = new Int32Array(edges);
    const b = new Int32Array(edges);
    for (let i = 0, at = 0; i < windows.items.length; i++) {
      const p = windows.items[i] as number;
      if (!isTogether[p]) continue;
      a[at] = from[p] as number;
      b[at++] = n + (to[p] as number);
    }
    const need = new Int32Array(2 * n).fill(2, 0, n);
    for (let v = 0; v < n; v++) need[n + v] = Math.ceil(linked * (total[v] as number) - 1e-9);
    const left = generalisedCore({ n: 2 * n, a, b }, need);
    const items = new Int32Array(edges);
    const start = new Int32Array(n + 1);
    let count = 0;
    let edge = 0;
    for (let c = 0; c < n; c++) {
      for (let i = windows.start[c] as number; i < (windows.start[c + 1] as number); i++) {
        if (isTogether[windows.items[i] as number] && left[edge++]) items[count++] = windows.items[i] as number;
      }
      start[c + 1] = count;
    }
    return { start, items: items.subarray(0, count) };
  }

  /**
   * Marks the ratings of these that lie in a window of this many seconds with as many others of their developer as a
   * group would have to give. Of a developer with hundreds all are marked: comparing them would take too long.
   */
  private together(windows: Rows, linked: number, length: number): Uint8Array {
    const { n, to, total, got, earliest, latest } = this.all;
    const isInside = new Uint8Array(to.length);
    for (let i = 0; i < windows.items.length; i++) isInside[windows.items[i] as number] = 1;
    const isTogether = new Uint8Array(to.length);
    const places = new Int32Array(MAX_RATINGS_COMPARED);
    for (let v = 0; v < n; v++) {
      const need = Math.ceil(linked * (total[v] as number) - 1e-9);
      const [begin, end] = [got.start[v] as number, got.start[v + 1] as number];
      if (need <= 1 || end - begin > MAX_RATINGS_COMPARED) {
        for (let i = begin; i < end; i++) {
          const p = got.items[i] as number;
          isTogether[p] = isInside[p] as number;
        }
        continue;
      }
      let count = 0;
      for (let i = begin; i < end; i++) if (isInside[got.items[i] as number]) places[count++] = got.items[i] as number;
      for (let i = 0; i + need <= count; i++) {
        const last = (earliest[places[i] as number] as number) + length;
        let together = 0;
        let j = i;
        for (; j < count && (earliest[places[j] as number] as number) <= last; j++) {
          if ((latest[places[j] as number] as number) <= last) together++;
        }
        if (together < need) continue;
        for (let k = i; k < j; k++)
          if ((latest[places[k] as number] as number) <= last) isTogether[places[k] as number] = 1;
      }
    }
    return isTogether;
  }

  /** Looks at every client's densest window, to learn what is usual. */
  private baseline(windows: Rows, subgraph: Rows): Baseline {
    const { n, to, total } = this.all;
    let clients = 0;
    let ableAlone = 0;
    const windowInto = new Int32Array(n);
    const subgraphInto = new Int32Array(n);
    const ofClient = new Int32Array(n);
    const dependentOf = new Int32Array(n);
    let windowPairs = 0;
    let subgraphPairs = 0;
    let able = 0;
    const trials = new Int32Array(n);
    const alone = new Int32Array(n);
    const inSubgraph = new Int32Array(n);
    const got = new Int32Array(n);
    for (let c = 0; c < n; c++) {
      const inside = this.all.developersIn(subgraph, c, subgraphInto);
      subgraphPairs += inside;
      ofClient[c] = inside;
      windowPairs += this.all.developersIn(windows, c, windowInto);
      const [begin, end] = [windows.start[c] as number, windows.start[c + 1] as number];
      if (begin === end) continue;
      clients++;
      for (let i = begin; i < end; i++) {
        const developer = to[windows.items[i] as number] as number;
        got[developer] = (got[developer] as number) + 1;
      }
      let dependent = 0;
      for (let i = begin; i < end; i++) {
        const developer = to[windows.items[i] as number] as number;
        const times = got[developer] as number;
        if (times > 0 && times >= DEPENDENT * (total[developer] as number) - 1e-9) dependent++;
        got[developer] = 0;
      }
      dependentOf[c] = dependent;
      const tried = this.all.trials(c, this.all.windowOf(windows.items, begin, end));
      if (tried < MIN_TRIALS) continue;
      if (tried >= LEAST.developersOfOne) ableAlone++;
      trials[able] = tried;
      alone[able] = dependent;
      inSubgraph[able++] = inside;
    }
    return {
      clients,
      ableAlone,
      windowPairs,
      subgraphPairs,
      windowInto,
      subgraphInto,
      ofClient,
      dependentOf,
      alone: usualShare(trials.subarray(0, able), alone),
      inSubgraph: usualShare(trials.subarray(0, able), inSubgraph),
    };
  }

  /** The group of these clients, with those who depend on it; nothing if it is too small to say anything. */
  private ring(joined: readonly number[], subgraph: Rows, baseline: Baseline, length: number): Ring | undefined {
    const { to, total, rated, givenTotal, number } = this.all;
    const { developers, clients } = this.membersIn(this.busiest(joined, subgraph, length));
    let pairs = 0;
    let trials = 0;
    for (const [c, gave] of clients) {
      pairs += distinct(gave, to);
      trials += this.all.trials(c, this.all.windowOf(gave));
    }
    const [only] = clients.size === 1 ? clients.keys() : [];
    if (clients.size === 0 || this.all.all - pairs < MIN_OUTSIDE || pairs < CLIENT_SHARE * trials) return undefined;
    let needsAlike = false;
    let hires = pairs;
    if (only === undefined) {
      if (developers.size < LEAST.developers || pairs < LEAST.pairs) return undefined;
    } else {
      const share = developers.size > MANY_OF_ONE ? SHARE_OF_MANY : SHARE_OF_ONE;
      if (developers.size < LEAST.alike || pairs < share * (rated[only] as number)) return undefined;
      const { from, to: end } = this.all.windowOf([...developers.values()].flat());
      if (end - from > LONGEST_OF_ONE) return undefined;
      const { apart, sure } = this.hires(developers);
      hires = apart;
      needsAlike = sure < LEAST.developersOfOne;
    }
    return {
      clients: this.members(clients, givenTotal),
      developers: this.members(developers, total),
      ratings: [...developers.values()]
        .flat()
        .sort((p, q) => this.all.order(p, q))
        .map((p) => number[p] as number),
      isCircle: false,
      needsAlike,
      logExpected: logExpected(
        {
          clients: clients.size,
          developers: developers.size,
          pairs: hires,
          // Who was hired together counts once on either side.
          trials: trials - pairs + hires,
          windowInto: sumOf(developers.keys(), baseline.windowInto),
          subgraphInto: sumOf(developers.keys(), baseline.subgraphInto),
        },
        baseline,
      ),
    };
  }

  /**
   * How many of these developers of one client were hired apart from each other: several on one project are one hire,
   * by a client who staffs it. And how many surely were: where the project is not known, newcomers with hardly a
   * rating may have been hired together.
   */
  private hires(developers: ReadonlyMap<number, readonly number[]>): { apart: number; sure: number } {
    const projects = new Set<number>();
    let [named, newcomers, others] = [0, 0, 0];
    for (const [v, places] of developers) {
      const own = places.map((p) => this.all.project[p] as number).filter((project) => project !== 0);
      for (const project of own) projects.add(project);
      if (own.length > 0) named++;
      else if ((this.all.total[v] as number) <= NEW) newcomers++;
      else others++;
    }
    const apart = Math.min(named, projects.size) + others;
    return { apart: apart + newcomers, sure: apart + OF_NEWCOMERS * newcomers };
  }

  /** Of the dense subgraph's ratings by these clients, those of the window that holds most of them. */
  private busiest(clients: readonly number[], subgraph: Rows, length: number): number[] {
    const places = clients
      .flatMap((c) => [...subgraph.items.subarray(subgraph.start[c], subgraph.start[c + 1])])
      .sort((p, q) => this.all.order(p, q));
    const window = this.all.heaviest(places, 0, places.length, length);
    return window ? places.filter((p) => this.all.isIn(p, window)) : [];
  }

  /** The group that these ratings make, by member: those who do not depend on it are left out, round by round. */
  private membersIn(places: readonly number[]) {
    const { from, to, total } = this.all;
    let developers = byKey(places, to);
    let clients = byKey(places, from);
    for (let before = -1, round = 0; before !== developers.size + clients.size && round < MAX_ROUNDS; round++) {
      before = developers.size + clients.size;
      const several = clients.size >= 3;
      for (const [v, got] of developers) {
        const share = got.length / (total[v] as number) + 1e-9;
        const least = clients.size === 1 ? DEPENDENT : several && distinct(got, from) < 2 ? MOSTLY : LINKED;
        if (share < least) developers.delete(v);
      }
      clients = byKey([...developers.values()].flat(), from);
      for (const [c, gave] of clients) if (distinct(gave, to) < 2) clients.delete(c);
      developers = byKey([...clients.values()].flat(), to);
    }
    return { developers, clients };
  }

  private members(groups: ReadonlyMap<number, readonly number[]>, total: Int32Array): Member[] {
    return [...groups]
      .map(([account, ratings]) => ({ account, inside: ratings.length, total: total[account] as number }))
      .sort((x, y) => y.inside - x.inside || (this.key(x.account) < this.key(y.account) ? -1 : 1));
  }
}

function sumOf(keys: Iterable<number>, values: Int32Array): number {
  let sum = 0;
  for (const key of keys) sum += values[key] as number;
  return sum;
}

function distinct(items: readonly number[], key: Int32Array): number {
  return new Set(items.map((item) => key[item])).size;
}
