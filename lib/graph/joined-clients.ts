// Which clients belong together: a stage of the ring search (rings.ts). Two are joined who surely rated enough of the
// same developers within a window, and groups are what is connected so.
import type { ClientRatings } from './client-ratings.ts';
import { components } from './components.ts';
import type { Rows } from './csr.ts';
import {
  LEAST,
  MAX_NEIGHBOURS,
  MAX_RATINGS_TO_JOIN,
  MEETING_BITS,
  MIN_SHARED_DEVELOPERS,
  MIN_SHARED_PART,
  SHARE_OF_ONE,
} from './ring-thresholds.ts';

/**
 * Clients who rate the same developers of the dense subgraph at about the same time, joined; others by themselves.
 *
 * @param ofClient how many developers of the subgraph each client rated
 * @param length the window in which two ratings are at about the same time, in seconds
 * @returns the clients of each group that may be one
 */
export function joinedClients(all: ClientRatings, subgraph: Rows, ofClient: Int32Array, length: number): number[][] {
  const { n, rated } = all;
  const meetings = meetingsOf(all, ableToMeet(all, subgraph, ofClient), length);
  const joined: [number[], number[]] = [[], []];
  const together = new Uint8Array(n);
  for (let i = 0, j = 0; i < meetings.length; i = j) {
    while (j < meetings.length && meetings[j] === meetings[i]) j++;
    const a = Math.floor((meetings[i] as number) / n);
    const b = (meetings[i] as number) - a * n;
    const part = MIN_SHARED_PART * Math.max(ofClient[a] as number, ofClient[b] as number);
    if (j - i < Math.max(MIN_SHARED_DEVELOPERS, part)) continue;
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
      if (developers >= LEAST.developersOfOne && developers >= SHARE_OF_ONE * (rated[c] as number)) alone.push([c]);
      continue;
    }
    const group = groups.get(component[c] as number);
    if (group) group.push(c);
    else groups.set(component[c] as number, [c]);
  }
  return [...groups.values(), ...alone];
}

/** One rating a pair is marked; how many there are. */
interface Able {
  marked: Uint8Array;
  count: number;
}

/** Marks one rating a pair, where both sides could have others in common; how many there are. */
function ableToMeet(all: ClientRatings, subgraph: Rows, ofClient: Int32Array): Able {
  const { n, to, total } = all;
  const marked = new Uint8Array(to.length);
  let count = 0;
  for (let c = 0; c < n; c++) {
    if ((ofClient[c] as number) < MIN_SHARED_DEVELOPERS) continue;
    for (const p of all.onePerDeveloper(subgraph, c)) {
      if ((total[to[p] as number] as number) > MAX_RATINGS_TO_JOIN) continue;
      marked[p] = 1;
      count++;
    }
  }
  return { marked, count };
}

/**
 * Each time two clients gave one of these ratings to the same developer surely within a window: the pair as one
 * number, lower client × n + higher, sorted. Pairs that meet once only are mostly left out.
 */
function meetingsOf(all: ClientRatings, { marked, count: size }: Able, length: number): Float64Array {
  const { n, got, from, earliest, latest } = all;
  const giver = new Int32Array(size);
  const begun = new Float64Array(size);
  const often = new Uint8Array(2 ** MEETING_BITS);
  let pairs = new Float64Array(size);
  let met = 0;
  for (let v = 0; v < n; v++) {
    let count = 0;
    for (let i = got.start[v] as number; i < (got.start[v + 1] as number); i++) {
      const p = got.items[i] as number;
      if (!marked[p]) continue;
      const b = from[p] as number;
      const first = Math.max(0, count - MAX_NEIGHBOURS);
      // Whatever begins earlier and lies in a window by itself ends in time as well.
      for (let j = count - 1; j >= first && (latest[p] as number) - (begun[j] as number) <= length; j--) {
        const a = giver[j] as number;
        const pair = a < b ? a * n + b : b * n + a;
        if (met === pairs.length) pairs = longer(pairs);
        pairs[met++] = pair;
        const cell = cellOf(a, b);
        if ((often[cell] as number) < MIN_SHARED_DEVELOPERS) often[cell] = (often[cell] as number) + 1;
      }
      giver[count] = b;
      begun[count++] = earliest[p] as number;
    }
  }
  let kept = 0;
  for (let i = 0; i < met; i++) {
    const pair = pairs[i] as number;
    const a = Math.floor(pair / n);
    if ((often[cellOf(a, pair - a * n)] as number) >= MIN_SHARED_DEVELOPERS) pairs[kept++] = pair;
  }
  return pairs.subarray(0, kept).sort();
}

/** The cell of a pair of clients, whichever comes first. */
function cellOf(a: number, b: number): number {
  const hash = Math.imul(Math.min(a, b) ^ Math.imul(Math.max(a, b), 0x9e3779b1), 0x85ebca6b);
  return hash >>> (32 - MEETING_BITS);
}

function longer(from: Float64Array): Float64Array<ArrayBuffer> {
  const into = new Float64Array(2 * from.length + 64);
  into.set(from);
  return into;
}
