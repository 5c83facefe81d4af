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
import type { RatingGraph } from './rating-graph.ts';

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
/** One client with more developers than this is a big client too, unless two thirds of all they ever rated are of the group. */
const MANY_OF_ONE = 20;
const SHARE_OF_MANY = 2 / 3;
/** What a client gave at other times counts by this part against the group: an honest past thins it out. */
const OTHER_TIMES = 0.25;
/** The least that is a group: developers of one client; developers, and pairs, of several. */
const LEAST = { developersOfOne: 5, developers: 3, pairs: 8 } as const;
/** With fewer ratings outside a group than this nobody can say what is usual. */
const MIN_OUTSIDE = 50;
/** Members are sorted out again at most so often; hardly a group takes more than three times. */
const MAX_ROUNDS = 20;
/** Raters of one developer that are compared with each other: the next so many in time. */
const NEIGHBOURS = 12;
/** Who has more ratings than this joins no clients: a group they depend on would not be small. */
const MOST_RATINGS = 300;
/** Cells that meetings are counted in first, a power of 2: a pair that met once mostly has a cell of its own. */
const MEETING_CELLS = 2 ** 20;
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
  private readonly n: number;
  /**
   * The dated ratings by clients, side by side for each giver and then by time: those of client c stand at
   * the places start[c] … start[c + 1] − 1. Everything below means ratings by these places.
   */
  private readonly start: Int32Array;
  private readonly from: Int32Array;
  private readonly to: Int32Array;
  private readonly time: Float64Array;
  /** 1 where the rating is high. */
  private readonly high: Uint8Array;
  /** The rating's number in the graph. */
  private readonly number: Int32Array;
  /** The places of the ratings that each account got, by time. */
  private readonly got: Rows;
  /** Ratings got and given in all, dated or not, and developers rated in all. */
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
    this.n = n;
    this.total = new Int32Array(n);
    this.givenTotal = new Int32Array(n);
    const minutes = new Uint32Array(r.length);
    const dated = new Int32Array(r.length);
    let count = 0;
    let all = 0;
    for (let e = 0; e < r.length; e++) {
      const from = r.from[e] as number;
      const to = r.to[e] as number;
      if (from === to || r.byClient[e] === 0) continue;
      all++;
      this.total[to] = (this.total[to] as number) + 1;
      this.givenTotal[from] = (this.givenTotal[from] as number) + 1;
      const time = r.time[e] as number;
      if (!(time >= 0)) continue;
      minutes[e] = time / 60;
      dated[count++] = e;
    }
    for (let v = 0; v < n; v++) this.total[v] = Math.max(this.total[v] as number, graph.shown(v));
    this.all = all;

    const byTime = orderBy(dated.subarray(0, count), minutes);
    const given = groupBy(byTime, r.from, n);
    this.start = given.start;
    this.number = given.items;
    this.from = new Int32Array(count);
    this.to = new Int32Array(count);
    this.time = new Float64Array(count);
    this.high = new Uint8Array(count);
    const place = new Int32Array(r.length);
    const high = highFrom(r.value);
    for (let p = 0; p < count; p++) {
      const e = this.number[p] as number;
      place[e] = p;
      this.from[p] = r.from[e] as number;
      this.to[p] = r.to[e] as number;
      this.time[p] = r.time[e] as number;
      if ((r.value[e] as number) >= high) this.high[p] = 1;
    }
    for (let i = 0; i < count; i++) byTime[i] = place[byTime[i] as number] as number;
    this.got = groupBy(byTime, this.to, n);

    this.rated = new Int32Array(n);
    this.mark = new Int32Array(n);
    for (let c = 0; c < n; c++) {
      const mark = ++this.marked;
      for (let p = this.start[c] as number; p < (this.start[c + 1] as number); p++) {
        const to = this.to[p] as number;
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
    const { to, time, high, total } = this;
    const items = new Int32Array(to.length);
    const start = new Int32Array(this.n + 1);
    let count = 0;
    for (let c = 0; c < this.n; c++) {
      const end = this.start[c + 1] as number;
      let lo = this.start[c] as number;
      let sum = 0;
      let best = 0;
      let bestLo = lo;
      let bestHi = lo;
      for (let hi = lo; hi < end; hi++) {
        if (!high[hi]) continue;
        sum += 1 / (total[to[hi] as number] as number);
        for (; (time[hi] as number) - (time[lo] as number) > window; lo++) {
          if (high[lo]) sum -= 1 / (total[to[lo] as number] as number);
        }
        if (sum > best + 1e-9) {
          best = sum;
          bestLo = lo;
          bestHi = hi + 1;
        }
      }
      for (let p = bestLo; p < bestHi; p++) if (high[p]) items[count++] = p;
      start[c + 1] = count;
    }
    return { start, items: items.subarray(0, count) };
  }

  /** What is left of these ratings when clients need two of them, and developers a share of all theirs. */
  private core(dense: Rows): Rows {
    const { n, total } = this;
    const edges = dense.items;
    const a = new Int32Array(edges.length);
    const b = new Int32Array(edges.length);
    for (let i = 0; i < edges.length; i++) {
      a[i] = this.from[edges[i] as number] as number;
      b[i] = n + (this.to[edges[i] as number] as number);
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
    const { to, time, n, total } = this;
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
        const developer = to[dense.items[i] as number] as number;
        got[developer] = (got[developer] as number) + 1;
      }
      let dependent = 0;
      for (let i = begin; i < end; i++) {
        const developer = to[dense.items[i] as number] as number;
        const times = got[developer] as number;
        if (times > 0 && times >= DEPENDENT * (total[developer] as number) - 1e-9) dependent++;
        got[developer] = 0;
      }
      const first = time[dense.items[begin] as number] as number;
      const last = time[dense.items[end - 1] as number] as number;
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
      const to = this.to[rows.items[i] as number] as number;
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
    for (let p = this.start[c] as number; p < (this.start[c + 1] as number); p++) {
      const time = this.time[p] as number;
      if (time < from) continue;
      if (time > to) break;
      const developer = this.to[p] as number;
      if (this.mark[developer] !== mark) count++;
      this.mark[developer] = mark;
    }
    return count + Math.round(OTHER_TIMES * Math.max(0, (this.rated[c] as number) - count));
  }

  /** Clients who rate the same developers of the core at about the same time, joined; others by themselves. */
  private groups(cored: Rows, ofClient: Int32Array, window: number): number[][] {
    const { n, time } = this;
    // One rating a pair, where both sides could have others in common.
    const counts = new Uint8Array(time.length);
    let size = 0;
    for (let c = 0; c < n; c++) {
      if ((ofClient[c] as number) < SHARED) continue;
      const mark = ++this.marked;
      for (let i = cored.start[c] as number; i < (cored.start[c + 1] as number); i++) {
        const p = cored.items[i] as number;
        const to = this.to[p] as number;
        if (this.mark[to] === mark || (this.total[to] as number) > MOST_RATINGS) continue;
        this.mark[to] = mark;
        counts[p] = 1;
        size++;
      }
    }
    const meetings = this.meetings(counts, size, window);
    const joined: [number[], number[]] = [[], []];
    const together = new Uint8Array(n);
    for (let i = 0, j = 0; i < meetings.length; i = j) {
      while (j < meetings.length && meetings[j] === meetings[i]) j++;
      if (j - i < SHARED) continue;
      const a = Math.floor((meetings[i] as number) / n);
      const b = (meetings[i] as number) - a * n;
      const fewest = SHARED_PART * Math.max(ofClient[a] as number, ofClient[b] as number);
      if (j - i < fewest) continue;
      joined[0].push(a);
      joined[1].push(b);
      together[a] = 1;
      together[b] = 1;
    }
    const component = components(n, ...joined);
    const groups = new Map<number, number[]>();
    const alone: number[][] = [];
    for (let c = 0; c < n; c++) {
      if (!together[c]) {
        const developers = ofClient[c] as number;
        if (developers >= LEAST.developersOfOne && developers >= SHARE_OF_ONE * (this.rated[c] as number))
          alone.push([c]);
        continue;
      }
      const group = groups.get(component[c] as number);
      if (group) group.push(c);
      else groups.set(component[c] as number, [c]);
    }
    return [...groups.values(), ...alone];
  }

  /**
   * Each time two clients gave one of these ratings to the same developer within a window: the pair as one
   * number, lower client × n + higher, sorted. Pairs that meet once only are mostly left out.
   */
  private meetings(counts: Uint8Array, size: number, window: number): Float64Array {
    const { n } = this;
    const giver = new Int32Array(size);
    const when = new Float64Array(size);
    const often = new Uint8Array(MEETING_CELLS);
    let pairs = new Float64Array(size);
    let met = 0;
    for (let v = 0; v < n; v++) {
      let count = 0;
      for (let i = this.got.start[v] as number; i < (this.got.start[v + 1] as number); i++) {
        const p = this.got.items[i] as number;
        if (!counts[p]) continue;
        const b = this.from[p] as number;
        const now = this.time[p] as number;
        const first = Math.max(0, count - NEIGHBOURS);
        for (let j = count - 1; j >= first && now - (when[j] as number) <= window; j--) {
          const a = giver[j] as number;
          const pair = a < b ? a * n + b : b * n + a;
          if (met === pairs.length) pairs = longer(pairs);
          pairs[met++] = pair;
          const cell = cellOf(a, b);
          if ((often[cell] as number) < SHARED) often[cell] = (often[cell] as number) + 1;
        }
        giver[count] = b;
        when[count++] = now;
      }
    }
    let kept = 0;
    for (let i = 0; i < met; i++) {
      const pair = pairs[i] as number;
      const a = Math.floor(pair / n);
      if ((often[cellOf(a, pair - a * n)] as number) >= SHARED) pairs[kept++] = pair;
    }
    return pairs.subarray(0, kept).sort();
  }

  /** The group of these clients, with those who depend on it; nothing if it is too small to say anything. */
  private ring(joined: number[], cored: Rows, usual: Usual, window: number): Ring | undefined {
    const { from, to, time, total } = this;
    const ratings = this.busiest(joined, cored, window);
    let inside = byKey(ratings, to);
    let given = byKey(ratings, from);
    for (let before = -1, round = 0; before !== inside.size + given.size && round < MAX_ROUNDS; round++) {
      before = inside.size + given.size;
      const several = given.size >= 3;
      for (const [v, got] of inside) {
        const share = got.length / (total[v] as number) + 1e-9;
        const least = given.size === 1 ? DEPENDENT : several && distinct(got, from) < 2 ? MOSTLY : LINKED;
        if (share < least) inside.delete(v);
      }
      given = byKey([...inside.values()].flat(), from);
      for (const [c, gave] of given) if (distinct(gave, to) < 2) given.delete(c);
      inside = byKey([...given.values()].flat(), to);
    }
    let pairs = 0;
    let trials = 0;
    for (const [c, gave] of given) {
      const times = gave.map((p) => time[p] as number);
      pairs += distinct(gave, to);
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
    const shareOfOne = inside.size > MANY_OF_ONE ? SHARE_OF_MANY : SHARE_OF_ONE;
    if (only !== undefined && pairs < shareOfOne * (this.rated[only] as number)) return;
    const left = [...inside.values()].flat().sort((p, q) => (time[p] as number) - (time[q] as number));
    return {
      clients: members(given, this.givenTotal),
      developers: members(inside, total),
      ratings: left.map((p) => this.number[p] as number),
      from: time[left[0] as number] as number,
      to: time[left.at(-1) as number] as number,
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
    const time = (p: number | undefined) => this.time[p as number] as number;
    const all = clients
      .flatMap((c) => [...cored.items.subarray(cored.start[c], cored.start[c + 1])])
      .sort((p, q) => time(p) - time(q));
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

/** The cell of a pair of clients, whichever comes first. */
function cellOf(a: number, b: number): number {
  return Math.imul(Math.min(a, b) ^ Math.imul(Math.max(a, b), 0x9e3779b1), 0x85ebca6b) >>> 12;
}

function longer(from: Float64Array): Float64Array<ArrayBuffer> {
  const into = new Float64Array(2 * from.length + 64);
  into.set(from);
  return into;
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
