// Searches all ratings for small groups in which a few clients give high ratings to the same
// developers within weeks, and in which these ratings are much of what the developers have. What makes
// a group is how much its members depend on each other: honest ratings mixed in do not hide it, and a
// busy client or a well reviewed developer is not drawn in.
//
// Method: of each client the densest window of time (as in CopyCatch: Beutel et al., WWW 2013), where a
// rating weighs the more the fewer its developer has (as in Fraudar: Hooi et al., KDD 2016); then a core
// in which every developer keeps a share of all their ratings; then clients are joined who rate the same
// developers of that core; then each group is tested against chance.
import { type BetaFit, fitBeta } from '../stats/beta-fit.ts';
import { logBetaBinomialAtLeast, logPoissonAtLeast } from '../stats/tails.ts';
import { components } from './components.ts';
import { core } from './core.ts';
import { groupBy, orderBy, type Rows } from './csr.ts';
import type { RatingGraph, Ratings } from './rating-graph.ts';

/** One group; accounts and ratings by their numbers in the graph. */
export interface Ring {
  /** Who gave the ratings, most first, and who got them, most first. */
  clients: Member[];
  developers: Member[];
  /** The ratings inside, by time. */
  ratings: number[];
  /** First and last of them, seconds since 1970. */
  from: number;
  to: number;
  /**
   * Natural logarithm of how many such groups chance would make among everything that was seen: below 0
   * it is less than one. See `chance` for the two tests it is made of.
   */
  logExpected: number;
}

export interface Member {
  account: number;
  /** Their ratings inside the group, and in all: seen or, if more, shown by the marketplace. */
  inside: number;
  total: number;
}

/** A rating this high in its scale, 0 to 1, is high: 4 of 5 stars. */
const HIGH = 0.8;
/** Where such ratings are rare, the best twentieth are high; but never below the middle of the scale. */
const BEST = 0.05;
const MIDDLE = 0.5;
/** With fewer ratings nobody can say what is rare. */
const MIN_TO_TELL = 100;
/** Windows of time that are tried, in seconds: a month, a quarter. */
const WINDOWS = [30 * 86_400, 91 * 86_400] as const;
/** A developer depends on one client when at least this share of all their ratings is from that client. */
const DEPENDENT = 1 / 3;
/** When several clients meet on the same developers, less is enough: that is hard to come by otherwise. */
const LINKED = 1 / 5;
/** Who gets one rating only from a group of three clients or more is of it when it is this share of all. */
const MOSTLY = 2 / 3;
/** At least this share of the developers its clients rated in that time is of the group. */
const CLIENT_SHARE = 0.4;
/** … and of all they ever rated, when it is one client: who hires many others too is a big client. */
const SHARE_OF_ONE = 0.4;
/** What a client gave at other times counts by this part against the group: an honest past thins it out. */
const OTHER_TIMES = 0.25;
/** The least that is a group: developers of one client; developers, and pairs, of several. */
const LEAST = { developersOfOne: 5, developers: 3, pairs: 8 } as const;
/** With fewer ratings outside a group than this nobody can say what is usual. */
const MIN_OUTSIDE = 50;
/** Members are sorted out again at most so often; hardly a group takes more than three times. */
const MAX_ROUNDS = 20;
/** Raters of one developer that are compared with each other: so many before and after in time. */
const NEIGHBOURS = 10;
/** Who has more ratings than this joins no clients: a group they depend on would not be small. */
const MOST_RATINGS = 300;
/** Clients join who share this many developers, and this part of those of the one who has fewer. */
const SHARED = 2;
const SHARED_PART = 0.4;
/** Clients who rated fewer developers than this say nothing about what is usual. */
const MIN_TRIALS = 3;

/**
 * Finds the groups that chance explains least. Time and memory grow linearly with the ratings.
 *
 * @param maxLogExpected groups of which chance would make more (natural logarithm) are left out
 * @returns groups without much overlap, least expected first
 */
export function findRings(graph: RatingGraph, maxLogExpected = 0): Ring[] {
  const search = new Search(graph);
  const found = WINDOWS.flatMap((window) => search.within(window, maxLogExpected));
  found.sort((x, y) => x.logExpected - y.logExpected);
  // What both windows find is told once, as the one that chance explains least.
  const told = new Set<number>();
  return found.filter(({ developers }) => {
    const fresh = developers.filter(({ account }) => !told.has(account)).length;
    if (fresh * 2 <= developers.length) return false;
    for (const { account } of developers) told.add(account);
    return true;
  });
}

/** What is usual among the clients whose densest windows were looked at. */
interface Usual {
  /** How many clients, and how many of them rated enough developers to make a group alone. */
  clients: number;
  ableAlone: number;
  /** Client-developer pairs in the densest windows and in the core: all, and by developer. */
  densePairs: number;
  corePairs: number;
  denseInto: Int32Array;
  coreInto: Int32Array;
  /** Developers of the core that each client rated. */
  ofClient: Int32Array;
  /** The share of a client's developers that depend on that client alone, and that are in the core. */
  alone: BetaFit;
  inCore: BetaFit;
}

class Search {
  private readonly r: Ratings;
  private readonly n: number;
  private readonly minutes: Uint32Array;
  /** Dated ratings by clients, by giver and time. */
  private readonly given: Rows;
  private readonly byTime: Int32Array;
  /** 1 for each rating that is high, dated, by a client and not to themselves. */
  private readonly usable: Uint8Array;
  /** Ratings got and given in all, and developers rated in all. */
  private readonly total: Int32Array;
  private readonly givenTotal: Int32Array;
  private readonly rated: Int32Array;
  /** Ratings by clients, of others. */
  private readonly all: number;
  /** Marks developers as counted, by a number that is new for each count. */
  private readonly mark: Int32Array;
  private marked = 0;

  constructor(graph: RatingGraph) {
    const r = graph.ratings();
    const n = graph.accounts.length;
    this.r = r;
    this.n = n;
    this.minutes = new Uint32Array(r.length);
    this.usable = new Uint8Array(r.length);
    this.total = new Int32Array(n);
    this.givenTotal = new Int32Array(n);
    const high = highFrom(r.value);
    let all = 0;
    const dated = new Int32Array(r.length);
    let count = 0;
    for (let e = 0; e < r.length; e++) {
      const from = r.from[e] as number;
      const to = r.to[e] as number;
      if (from === to || r.byClient[e] === 0) continue;
      all++;
      this.total[to] = (this.total[to] as number) + 1;
      this.givenTotal[from] = (this.givenTotal[from] as number) + 1;
      const time = r.time[e] as number;
      if (!(time >= 0)) continue;
      this.minutes[e] = time / 60;
      dated[count++] = e;
      if ((r.value[e] as number) >= high) this.usable[e] = 1;
    }
    for (let v = 0; v < n; v++) this.total[v] = Math.max(this.total[v] as number, graph.shown(v));
    this.all = all;
    this.byTime = orderBy(dated.subarray(0, count), this.minutes);
    this.given = groupBy(this.byTime, r.from, n);
    this.rated = new Int32Array(n);
    this.mark = new Int32Array(n);
    for (let c = 0; c < n; c++) {
      const mark = ++this.marked;
      for (let i = this.given.start[c] as number; i < (this.given.start[c + 1] as number); i++) {
        const e = this.given.items[i] as number;
        const to = r.to[e] as number;
        if (this.mark[to] !== mark) this.rated[c] = (this.rated[c] as number) + 1;
        this.mark[to] = mark;
      }
    }
  }

  /** The groups whose ratings lie within a window of this many seconds. */
  within(window: number, maxLogExpected: number): Ring[] {
    const dense = this.densest(window);
    const cored = this.core(dense);
    const usual = this.usual(dense, cored);
    const rings: Ring[] = [];
    for (const clients of this.groups(cored, usual.ofClient, window)) {
      const ring = this.ring(clients, cored, usual, window);
      if (ring && ring.logExpected <= maxLogExpected) rings.push(ring);
    }
    return rings;
  }

  /** The high ratings of each client's densest window. */
  private densest(window: number): Rows {
    const { given, usable, total, r } = this;
    const items = new Int32Array(given.items.length);
    const start = new Int32Array(this.n + 1);
    let count = 0;
    for (let c = 0; c < this.n; c++) {
      const end = given.start[c + 1] as number;
      let lo = given.start[c] as number;
      let sum = 0;
      let best = 0;
      let bestLo = lo;
      let bestHi = lo;
      for (let hi = lo; hi < end; hi++) {
        const e = given.items[hi] as number;
        if (!usable[e]) continue;
        sum += 1 / (total[r.to[e] as number] as number);
        for (;;) {
          const gone = given.items[lo] as number;
          if ((r.time[e] as number) - (r.time[gone] as number) <= window) break;
          if (usable[gone]) sum -= 1 / (total[r.to[gone] as number] as number);
          lo++;
        }
        if (sum > best + 1e-9) {
          best = sum;
          bestLo = lo;
          bestHi = hi + 1;
        }
      }
      for (let i = bestLo; i < bestHi; i++) {
        const e = given.items[i] as number;
        if (usable[e]) items[count++] = e;
      }
      start[c + 1] = count;
    }
    return { start, items: items.subarray(0, count) };
  }

  /** What is left of these ratings when clients need two of them, and developers a share of all theirs. */
  private core(dense: Rows): Rows {
    const { n, r, total } = this;
    const edges = dense.items;
    const a = new Int32Array(edges.length);
    const b = new Int32Array(edges.length);
    for (let i = 0; i < edges.length; i++) {
      a[i] = r.from[edges[i] as number] as number;
      b[i] = n + (r.to[edges[i] as number] as number);
    }
    const need = new Int32Array(2 * n).fill(2, 0, n);
    for (let v = 0; v < n; v++) need[n + v] = Math.ceil(LINKED * (total[v] as number) - 1e-9);
    const left = core({ n: 2 * n, a, b }, need);
    const items = new Int32Array(edges.length);
    const start = new Int32Array(n + 1);
    let count = 0;
    for (let c = 0; c < n; c++) {
      for (let i = dense.start[c] as number; i < (dense.start[c + 1] as number); i++) {
        if (left[i]) items[count++] = edges[i] as number;
      }
      start[c + 1] = count;
    }
    return { start, items: items.subarray(0, count) };
  }

  /** Looks at every client's densest window, to learn what is usual. */
  private usual(dense: Rows, cored: Rows): Usual {
    const { r, n, total } = this;
    let clients = 0;
    let ableAlone = 0;
    const denseInto = new Int32Array(n);
    const coreInto = new Int32Array(n);
    const ofClient = new Int32Array(n);
    let densePairs = 0;
    let corePairs = 0;
    const trials: number[] = [];
    const alone: number[] = [];
    const inCore: number[] = [];
    const got = new Int32Array(n);
    for (let c = 0; c < n; c++) {
      const [begin, end] = [dense.start[c] as number, dense.start[c + 1] as number];
      const inside = this.developersIn(cored, c, coreInto);
      corePairs += inside;
      ofClient[c] = inside;
      densePairs += this.developersIn(dense, c, denseInto);
      if (begin === end) continue;
      clients++;
      for (let i = begin; i < end; i++) {
        const to = r.to[dense.items[i] as number] as number;
        got[to] = (got[to] as number) + 1;
      }
      let dependent = 0;
      for (let i = begin; i < end; i++) {
        const to = r.to[dense.items[i] as number] as number;
        if ((got[to] as number) > 0 && (got[to] as number) >= DEPENDENT * (total[to] as number) - 1e-9) dependent++;
        got[to] = 0;
      }
      const first = r.time[dense.items[begin] as number] as number;
      const last = r.time[dense.items[end - 1] as number] as number;
      const tried = this.trials(c, first, last);
      if (tried < MIN_TRIALS) continue;
      if (tried >= LEAST.developersOfOne) ableAlone++;
      trials.push(tried);
      alone.push(dependent);
      inCore.push(inside);
    }
    // Before anything was seen: 10 in 100, counted as 30 ratings. Odd are clients who rate hardly anyone else.
    const expected = {
      mean: 0.1,
      trials: 30,
      strength: 30,
      means: [0.003, 0.9],
      strengths: [4, 300],
      odd: { a: 6, b: 1, from: 4 },
    } as const;
    return {
      clients,
      ableAlone,
      densePairs,
      corePairs,
      denseInto,
      coreInto,
      ofClient,
      alone: fitBeta(trials, alone, expected),
      inCore: fitBeta(trials, inCore, expected),
    };
  }

  /** How many developers these rows hold of a client; each is counted up in `into`. */
  private developersIn(rows: Rows, c: number, into?: Int32Array): number {
    const mark = ++this.marked;
    let count = 0;
    for (let i = rows.start[c] as number; i < (rows.start[c + 1] as number); i++) {
      const to = this.r.to[rows.items[i] as number] as number;
      if (this.mark[to] === mark) continue;
      this.mark[to] = mark;
      count++;
      if (into) into[to] = (into[to] as number) + 1;
    }
    return count;
  }

  /** How many developers a client rated from one time to another, and by a part those at other times. */
  private trials(c: number, from: number, to: number): number {
    const mark = ++this.marked;
    let count = 0;
    for (let i = this.given.start[c] as number; i < (this.given.start[c + 1] as number); i++) {
      const e = this.given.items[i] as number;
      const time = this.r.time[e] as number;
      if (time < from) continue;
      if (time > to) break;
      const developer = this.r.to[e] as number;
      if (this.mark[developer] !== mark) count++;
      this.mark[developer] = mark;
    }
    return count + Math.round(OTHER_TIMES * Math.max(0, (this.rated[c] as number) - count));
  }

  /** Clients who rate the same developers of the core at about the same time, joined; others by themselves. */
  private groups(cored: Rows, ofClient: Int32Array, window: number): number[][] {
    const { r, n } = this;
    // One rating a pair, where both sides could have others in common.
    const counts = new Uint8Array(r.length);
    let size = 0;
    for (let c = 0; c < n; c++) {
      if ((ofClient[c] as number) < SHARED) continue;
      const mark = ++this.marked;
      for (let i = cored.start[c] as number; i < (cored.start[c + 1] as number); i++) {
        const e = cored.items[i] as number;
        const to = r.to[e] as number;
        if (this.mark[to] === mark || (this.total[to] as number) > MOST_RATINGS) continue;
        this.mark[to] = mark;
        counts[e] = 1;
        size++;
      }
    }
    const inTime = new Int32Array(size);
    for (let i = 0, at = 0; at < size; i++) {
      const e = this.byTime[i] as number;
      if (counts[e]) inTime[at++] = e;
    }
    const { start, items } = groupBy(inTime, r.to, n);
    // By place in these rows, so that neighbours are read in a run.
    const place = new Int32Array(r.length);
    const giver = new Int32Array(size);
    const minute = new Int32Array(size);
    for (let i = 0; i < size; i++) {
      const e = items[i] as number;
      place[e] = i;
      giver[i] = r.from[e] as number;
      minute[i] = this.minutes[e] as number;
    }
    const apart = window / 60;
    const shared = new Int32Array(n);
    const met: number[] = [];
    const joined: [number[], number[]] = [[], []];
    for (let a = 0; a < n; a++) {
      if ((ofClient[a] as number) < SHARED) continue;
      for (let i = cored.start[a] as number; i < (cored.start[a + 1] as number); i++) {
        const e = cored.items[i] as number;
        if (!counts[e]) continue;
        const to = r.to[e] as number;
        const at = place[e] as number;
        const time = minute[at] as number;
        // Each pair of clients is looked at from the one with the lower number.
        const first = Math.max(start[to] as number, at - NEIGHBOURS);
        for (let j = at - 1; j >= first && time - (minute[j] as number) <= apart; j--) {
          const b = giver[j] as number;
          if (b <= a) continue;
          if (shared[b] === 0) met.push(b);
          shared[b] = (shared[b] as number) + 1;
        }
        const end = Math.min(start[to + 1] as number, at + NEIGHBOURS + 1);
        for (let j = at + 1; j < end && (minute[j] as number) - time <= apart; j++) {
          const b = giver[j] as number;
          if (b <= a) continue;
          if (shared[b] === 0) met.push(b);
          shared[b] = (shared[b] as number) + 1;
        }
      }
      for (const b of met) {
        const both = shared[b] as number;
        shared[b] = 0;
        if (both < SHARED || both < SHARED_PART * Math.max(ofClient[a] as number, ofClient[b] as number)) continue;
        joined[0].push(a);
        joined[1].push(b);
      }
      met.length = 0;
    }
    const component = components(n, ...joined);
    const groups = new Map<number, number[]>();
    for (let c = 0; c < n; c++) {
      if ((ofClient[c] as number) < 2) continue;
      const group = groups.get(component[c] as number);
      if (group) group.push(c);
      else groups.set(component[c] as number, [c]);
    }
    // Too few pairs, too little to say: most groups are one client with two developers.
    return [...groups.values()].filter(
      (group) =>
        group.reduce((sum, c) => sum + (ofClient[c] as number), 0) >=
        (group.length === 1 ? LEAST.developersOfOne : LEAST.pairs),
    );
  }

  /** The group of these clients, with those who depend on it; nothing if it is too small to say anything. */
  private ring(joined: number[], cored: Rows, usual: Usual, window: number): Ring | undefined {
    const { r, total } = this;
    const ratings = this.busiest(joined, cored, window);
    let inside = byKey(ratings, r.to);
    let given = byKey(ratings, r.from);
    for (let before = -1, round = 0; before !== inside.size + given.size && round < MAX_ROUNDS; round++) {
      before = inside.size + given.size;
      const several = given.size >= 3;
      for (const [v, got] of inside) {
        const share = got.length / (total[v] as number) + 1e-9;
        const least = given.size === 1 ? DEPENDENT : several && distinct(got, r.from) < 2 ? MOSTLY : LINKED;
        if (share < least) inside.delete(v);
      }
      given = byKey([...inside.values()].flat(), r.from);
      for (const [c, gave] of given) if (distinct(gave, r.to) < 2) given.delete(c);
      inside = byKey([...given.values()].flat(), r.to);
    }
    let pairs = 0;
    let trials = 0;
    for (const [c, gave] of given) {
      const times = gave.map((e) => r.time[e] as number);
      pairs += distinct(gave, r.to);
      trials += this.trials(
        c,
        times.reduce((x, y) => Math.min(x, y)),
        times.reduce((x, y) => Math.max(x, y)),
      );
    }
    if (given.size === 0 || inside.size < (given.size === 1 ? LEAST.developersOfOne : LEAST.developers)) return;
    if (this.all - pairs < MIN_OUTSIDE) return;
    if ((given.size > 1 && pairs < LEAST.pairs) || pairs < CLIENT_SHARE * trials) return;
    const [only] = given.size === 1 ? given.keys() : [];
    if (only !== undefined && pairs < SHARE_OF_ONE * (this.rated[only] as number)) return;
    const left = [...inside.values()].flat().sort((e, f) => (r.time[e] as number) - (r.time[f] as number));
    return {
      clients: members(given, this.givenTotal),
      developers: members(inside, total),
      ratings: left,
      from: r.time[left[0] as number] as number,
      to: r.time[left.at(-1) as number] as number,
      logExpected: logExpected(
        {
          clients: given.size,
          developers: inside.size,
          pairs,
          trials,
          denseInto: sumOf(inside.keys(), usual.denseInto),
          coreInto: sumOf(inside.keys(), usual.coreInto),
        },
        usual,
      ),
    };
  }

  /** Of the core's ratings by these clients, those of the window that holds most of them. */
  private busiest(clients: readonly number[], cored: Rows, window: number): number[] {
    const time = (e: number | undefined) => this.r.time[e as number] as number;
    const all = clients
      .flatMap((c) => [...cored.items.subarray(cored.start[c], cored.start[c + 1])])
      .sort((e, f) => time(e) - time(f));
    let best = [0, 0];
    for (let lo = 0, hi = 0; hi < all.length; hi++) {
      while (time(all[hi]) - time(all[lo]) > window) lo++;
      if (hi + 1 - lo > (best[1] as number) - (best[0] as number)) best = [lo, hi + 1];
    }
    return all.slice(...best);
  }
}

/**
 * How many such groups chance would make, as a natural logarithm.
 *
 * One client: the developers who depend on that client alone, among all they rated, against the share
 * that is usual (a beta-binomial tail), times the clients who could have such a group.
 *
 * Several clients: that they meet on the same developers so often, when each picks developers by how many
 * ratings those have (a Poisson tail, as under the configuration model), times the ways to choose the
 * clients. Either among all that were rated; or among those of the core alone, times the tail of so
 * many of their ratings going to the core. The lesser counts twice, for having looked at both.
 */
function logExpected(found: Found, usual: Usual): number {
  const { clients, developers, pairs, trials } = found;
  if (clients === 1) {
    const { a, b } = usual.alone;
    return logBetaBinomialAtLeast(pairs, trials, a, b) + Math.log(Math.max(usual.ableAlone, 1));
  }
  const again = pairs - developers;
  const among = (into: number, all: number) => logPoissonAtLeast(again, (pairs * into) / Math.max(all, 1));
  const amongAll = among(found.denseInto, usual.densePairs);
  const { a, b } = usual.inCore;
  const amongCore = among(found.coreInto, usual.corePairs) + logBetaBinomialAtLeast(pairs, trials, a, b);
  const ways = clients * Math.log(Math.max(usual.clients, 1)) - logFactorial(clients);
  return Math.min(amongAll, amongCore) + Math.LN2 + ways;
}

/** The figures of a group that chance is asked about. */
interface Found {
  clients: number;
  developers: number;
  /** Client-developer pairs inside, and developers that its clients rated in that time (and, by a part, at others). */
  pairs: number;
  trials: number;
  /** Pairs of anybody with its developers: in the densest windows, and in the core. */
  denseInto: number;
  coreInto: number;
}

/** From which value on a rating is high here. */
function highFrom(value: Float32Array): number {
  const STEPS = 200;
  const count = new Int32Array(STEPS + 1);
  let all = 0;
  for (let e = 0; e < value.length; e++) {
    const v = value[e] as number;
    if (!(v >= 0 && v <= 1)) continue;
    const step = Math.round(v * STEPS);
    count[step] = (count[step] as number) + 1;
    all++;
  }
  let high = STEPS + 1;
  for (let above = 0; high > 0; high--) {
    above += count[high - 1] as number;
    if (above > BEST * all) break;
  }
  const rare = all >= MIN_TO_TELL ? high / STEPS : 1;
  return Math.max(MIDDLE, Math.min(HIGH, rare)) - 1 / (2 * STEPS);
}

function logFactorial(n: number): number {
  let sum = 0;
  for (let i = 2; i <= n; i++) sum += Math.log(i);
  return sum;
}

function sumOf(keys: Iterable<number>, values: Int32Array): number {
  let sum = 0;
  for (const key of keys) sum += values[key] as number;
  return sum;
}

function byKey(items: readonly number[], key: Int32Array): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const item of items) {
    const group = groups.get(key[item] as number);
    if (group) group.push(item);
    else groups.set(key[item] as number, [item]);
  }
  return groups;
}

function distinct(items: readonly number[], key: Int32Array): number {
  return new Set(items.map((item) => key[item])).size;
}

function members(groups: ReadonlyMap<number, readonly number[]>, total: Int32Array): Member[] {
  return [...groups]
    .map(([account, ratings]) => ({ account, inside: ratings.length, total: total[account] as number }))
    .sort((x, y) => y.inside - x.inside || x.account - y.account);
}
