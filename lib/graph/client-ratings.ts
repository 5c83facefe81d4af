// The dated ratings that clients gave, laid out for the ring search: side by side for each giver, and again for each
// receiver, by time. A rating has two ends between which it was given; it lies in a window only if both do. The layout
// depends on what was rated and not on the order in which it was seen, so that neither does what is found.
import { groupBy, orderBy, type Rows } from './csr.ts';
import type { RatingGraph, Ratings } from './rating-graph.ts';
import { BEST_PART, HIGH, MIDDLE_OF_SCALE, MIN_TO_KNOW_RARE, MIN_VISIBLE, OTHER_TIMES } from './ring-thresholds.ts';

/** A stretch of time, in whole seconds since 1970, both ends inside. */
export interface Window {
  from: number;
  to: number;
}

export class ClientRatings {
  /** How many accounts there are: vertices 0 to n − 1, as in the graph. */
  readonly n: number;
  /** Those of client c stand at the places start[c] … start[c + 1] − 1, by time. */
  readonly start: Int32Array;
  /** By place: giver, receiver, and the ends of the time in whole seconds since 1970. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly earliest: Float64Array;
  readonly latest: Float64Array;
  /** 1 where the rating is high. */
  readonly high: Uint8Array;
  /** The rating's number in the graph, and what its project hashes to. */
  readonly number: Int32Array;
  readonly project: Int32Array;
  /** The places of the ratings that each account got, by time. */
  readonly got: Rows;
  /**
   * Ratings got that were seen, dated or not: shares are of these, since profiles show the latest ones first. Where
   * hardly any of what a profile says there is was seen, as on a client's page, a part of that stands for them.
   */
  readonly total: Int32Array;
  /** Ratings given that were seen, and developers rated. */
  readonly givenTotal: Int32Array;
  readonly rated: Int32Array;
  /** Ratings by clients, of others. */
  readonly all: number;
  /** Marks vertices as counted, by a number that is new for each count. */
  readonly #marked: Int32Array;
  readonly #ranks: Int32Array;
  #mark = 0;

  constructor(graph: RatingGraph) {
    const r = graph.ratings();
    const n = graph.accounts.length;
    this.n = n;
    const ranks = graph.ranks();
    this.#ranks = ranks;
    this.total = new Int32Array(n);
    this.givenTotal = new Int32Array(n);
    const seconds = new Uint32Array(r.length);
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
      if (!((r.earliest[e] as number) >= 0)) continue;
      seconds[e] = (r.earliest[e] as number) / 1_000;
      dated[count++] = e;
    }
    this.all = all;
    for (let v = 0; v < n; v++) {
      this.total[v] = Math.max(this.total[v] as number, Math.ceil(MIN_VISIBLE * graph.shown(v)));
    }

    const byTime = orderBy(dated.subarray(0, count), seconds);
    const given = groupBy(byTime, r.from, n);
    this.start = given.start;
    this.number = given.items;
    orderEqual(given, seconds, (a, b) => orderOf(r, ranks, a, b));
    this.from = new Int32Array(count);
    this.to = new Int32Array(count);
    this.earliest = new Float64Array(count);
    this.latest = new Float64Array(count);
    this.high = new Uint8Array(count);
    this.project = new Int32Array(count);
    const secondsAt = new Uint32Array(count);
    const place = new Int32Array(r.length);
    const high = highFrom(r.value);
    for (let p = 0; p < count; p++) {
      const e = this.number[p] as number;
      place[e] = p;
      this.from[p] = r.from[e] as number;
      this.to[p] = r.to[e] as number;
      this.earliest[p] = Math.floor((r.earliest[e] as number) / 1_000);
      this.latest[p] = Math.floor((r.latest[e] as number) / 1_000);
      secondsAt[p] = this.earliest[p] as number;
      this.project[p] = r.project[e] as number;
      if ((r.value[e] as number) >= high) this.high[p] = 1;
    }
    for (let i = 0; i < count; i++) byTime[i] = place[byTime[i] as number] as number;
    this.got = groupBy(byTime, this.to, n);
    orderEqual(this.got, secondsAt, (p, q) => this.order(p, q));

    this.rated = new Int32Array(n);
    this.#marked = new Int32Array(n);
    for (let c = 0; c < n; c++) {
      const mark = ++this.#mark;
      for (let p = this.start[c] as number; p < (this.start[c + 1] as number); p++) {
        const v = this.to[p] as number;
        if (this.#marked[v] !== mark) this.rated[c] = (this.rated[c] as number) + 1;
        this.#marked[v] = mark;
      }
    }
  }

  /** Orders ratings by time, and those of one time by who gave them. */
  order(p: number, q: number): number {
    const { earliest, latest, from } = this;
    return (
      (earliest[p] as number) - (earliest[q] as number) ||
      (latest[p] as number) - (latest[q] as number) ||
      (this.#ranks[from[p] as number] as number) - (this.#ranks[from[q] as number] as number) ||
      // Of one giver they stand in order.
      p - q
    );
  }

  /** How many developers these rows hold of a client; each is counted up in `into`. */
  developersIn({ start, items }: Rows, c: number, into?: Int32Array): number {
    const mark = ++this.#mark;
    let count = 0;
    for (let i = start[c] as number; i < (start[c + 1] as number); i++) {
      const v = this.to[items[i] as number] as number;
      if (this.#marked[v] === mark) continue;
      this.#marked[v] = mark;
      count++;
      if (into) into[v] = (into[v] as number) + 1;
    }
    return count;
  }

  /** Of a client's ratings in these rows, one for each developer. */
  onePerDeveloper({ start, items }: Rows, c: number): number[] {
    const mark = ++this.#mark;
    const places: number[] = [];
    for (let i = start[c] as number; i < (start[c + 1] as number); i++) {
      const p = items[i] as number;
      const v = this.to[p] as number;
      if (this.#marked[v] !== mark) places.push(p);
      this.#marked[v] = mark;
    }
    return places;
  }

  /** How many developers a client may have rated within a window, and by a part those at other times. */
  trials(c: number, { from, to }: Window): number {
    const mark = ++this.#mark;
    let count = 0;
    for (let p = this.start[c] as number; p < (this.start[c + 1] as number); p++) {
      if ((this.earliest[p] as number) > to) break;
      if ((this.latest[p] as number) < from) continue;
      const developer = this.to[p] as number;
      if (this.#marked[developer] !== mark) count++;
      this.#marked[developer] = mark;
    }
    return count + Math.round(OTHER_TIMES * Math.max(0, (this.rated[c] as number) - count));
  }

  /** The shortest window that holds the ratings from `begin` to before `end`. */
  windowOf(places: ArrayLike<number>, begin = 0, end = places.length): Window {
    let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let i = begin; i < end; i++) {
      const p = places[i] as number;
      if ((this.earliest[p] as number) < from) from = this.earliest[p] as number;
      if ((this.latest[p] as number) > to) to = this.latest[p] as number;
    }
    return { from, to };
  }

  /**
   * The window of this length, in seconds, in which these ratings weigh most; of several the first. A rating that is
   * not known to lie within so short a time lies in none.
   *
   * @param places ratings by time, those from `begin` to before `end`
   * @param weight what each place weighs, above 0; 1 where it is left out
   * @returns undefined where no rating lies in any such window
   */
  heaviest(places: ArrayLike<number>, begin: number, end: number, length: number, weight?: Float64Array) {
    const { earliest, latest } = this;
    const weigh = (p: number) => (weight ? (weight[p] as number) : 1);
    const fits = (p: number) => (latest[p] as number) - (earliest[p] as number) <= length;
    // A window ends with a rating. What begins before it has ended before it, so two pointers are enough.
    const byEnd = this.#byEnd(places, begin, end, length);
    let best = 0;
    let last = 0;
    let sum = 0;
    let out = begin;
    for (let i = byEnd ? 0 : begin; i < (byEnd ? byEnd.length : end); i++) {
      const p = (byEnd ?? places)[i] as number;
      if (!fits(p)) continue;
      sum += weigh(p);
      const first = (latest[p] as number) - length;
      for (; (earliest[places[out] as number] as number) < first; out++) {
        if (fits(places[out] as number)) sum -= weigh(places[out] as number);
      }
      if (sum > best + 1e-9) {
        best = sum;
        last = latest[p] as number;
      }
    }
    return best > 0 ? { from: last - length, to: last } : undefined;
  }

  /** Those that fit into such a window by their ends; undefined where they stand in that order already. */
  #byEnd(places: ArrayLike<number>, begin: number, end: number, length: number): number[] | undefined {
    const { earliest, latest } = this;
    let isOrdered = true;
    let before = Number.NEGATIVE_INFINITY;
    const fitting: number[] = [];
    for (let i = begin; i < end && isOrdered; i++) {
      const p = places[i] as number;
      if ((latest[p] as number) - (earliest[p] as number) > length) continue;
      isOrdered = (latest[p] as number) >= before;
      before = latest[p] as number;
    }
    if (isOrdered) return undefined;
    for (let i = begin; i < end; i++) {
      const p = places[i] as number;
      if ((latest[p] as number) - (earliest[p] as number) <= length) fitting.push(p);
    }
    return fitting.sort((p, q) => (latest[p] as number) - (latest[q] as number));
  }

  /** True when a rating surely lies in a window. */
  isIn(p: number, { from, to }: Window): boolean {
    return (this.earliest[p] as number) >= from && (this.latest[p] as number) <= to;
  }
}

/** Orders ratings of one giver that begin in the same second by all else that is known of them. */
function orderOf(
  { latest, to, value, outOf, text, project }: Ratings,
  ranks: Int32Array,
  a: number,
  b: number,
): number {
  const mark = (column: Float32Array, e: number) => column[e] || 0;
  return (
    (latest[a] as number) - (latest[b] as number) ||
    (ranks[to[a] as number] as number) - (ranks[to[b] as number] as number) ||
    mark(value, a) - mark(value, b) ||
    mark(outOf, a) - mark(outOf, b) ||
    (text[a] as number) - (text[b] as number) ||
    (project[a] as number) - (project[b] as number)
  );
}

/** Puts the items of each row that are equal in a value that the rows are ordered by in an order of their own. */
function orderEqual({ start, items }: Rows, value: Uint32Array, compare: (a: number, b: number) => number): void {
  for (let row = 0; row + 1 < start.length; row++) {
    const end = start[row + 1] as number;
    for (let i = start[row] as number, j = i; i < end; i = j) {
      const equal = value[items[i] as number] as number;
      while (j < end && (value[items[j] as number] as number) === equal) j++;
      if (j - i > 1) items.subarray(i, j).sort(compare);
    }
  }
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
    if (above > BEST_PART * all) break;
  }
  const rare = all >= MIN_TO_KNOW_RARE ? high / STEPS : 1;
  return Math.max(MIDDLE_OF_SCALE, Math.min(HIGH, rare)) - 1 / (2 * STEPS);
}
