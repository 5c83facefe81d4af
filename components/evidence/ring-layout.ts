// Where everything in the drawing of a ring stands: clients as lines above, developers as lines below,
// time from left to right, each rating an upright line between its two, and a stretch on both lines where it is known
// to lie between two days only.
import { scaleUtc } from 'd3-scale';
import type { Assessment } from '../../lib/model/assessment.ts';
import type { EvidenceItem } from '../../lib/model/finding.ts';
import { compareTimes, DAY_MS, type Interval, readInterval } from '../../lib/model/time.ts';

export type Ring = Extract<EvidenceItem, { kind: 'ring' }>;
export type RingRating = Ring['ratings'][number];

/** The rings that these assessments found, each once, with every rating that any of them carries. */
export function ringsOf(assessments: readonly Assessment[]): Ring[] {
  const rings = new Map<string, Ring>();
  for (const { findings } of assessments) {
    for (const evidence of findings.flatMap((finding) => finding.evidence)) {
      if (evidence.kind !== 'ring') continue;
      const key = JSON.stringify([[...evidence.clients].sort(), [...evidence.developers].sort()]);
      const known = rings.get(key);
      rings.set(key, known ? { ...known, ratings: [...known.ratings, ...evidence.ratings] } : evidence);
    }
  }
  return [...rings.values()].map(inOrder);
}

/** A ring with each of its ratings once, by time: in this order the arrow keys go through a drawing. */
export function inOrder(ring: Ring): Ring {
  return { ...ring, ratings: distinct(ring.ratings).sort((a, b) => byTime(a.at, b.at)) };
}

/** By time; what has none comes first. */
function byTime(a: string | undefined, b: string | undefined): number {
  const [x, y] = [a, b].map((time) => (time !== undefined && readInterval(time) ? time : undefined));
  return x !== undefined && y !== undefined ? compareTimes(x, y) : Number(x !== undefined) - Number(y !== undefined);
}

function distinct(ratings: readonly RingRating[]): RingRating[] {
  return [...new Map(ratings.map((one) => [`${one.from} ${one.to} ${one.at} ${one.value}`, one])).values()];
}

export const LANE = 26;
/** How wide a drawing is, where its lanes begin, and how many characters of a name stand before them. */
export const sizes = {
  wide: { width: 980, left: 250, letters: 21 },
  narrow: { width: 600, left: 190, letters: 14 },
} as const;
export type RingSize = keyof typeof sizes;
const RIGHT = 40;
const TOP = 16;
/** Between the lowest client and the highest developer. */
const BETWEEN = 34;
/** About so many days are named below. */
const TICKS = 4;
/** Ratings of one time stand this far apart where there is room. */
const APART = 5;

export interface Lane {
  account: string;
  y: number;
  client: boolean;
}

export interface RingLayout {
  lanes: Lane[];
  /** Across: where the rating is drawn, and where the stretch begins and ends in which it lies. Down: its two lanes. */
  ratings: { rating: RingRating; x: number; begin: number; end: number; from: number; to: number }[];
  ticks: { x: number; at: string }[];
  height: number;
}

/** Coordinates in a drawing of this size. Ratings of one time stand side by side within it. */
export function ringLayout(ring: Ring, size: RingSize = 'wide'): RingLayout {
  const { width, left } = sizes[size];
  const lanes: Lane[] = [
    ...ring.clients.map((account, i) => ({ account, client: true, y: TOP + i * LANE })),
    ...ring.developers.map((account, i) => ({
      account,
      client: false,
      y: TOP + (ring.clients.length - 1) * LANE + BETWEEN + i * LANE,
    })),
  ];
  const bottom = lanes.at(-1)?.y ?? TOP;
  const ys = { client: new Map<string, number>(), developer: new Map<string, number>() };
  for (const { account, client, y } of lanes) (client ? ys.client : ys.developer).set(account, y);
  const { from: first, to: last } = periodOf(ring);
  const time = scaleUtc([first, last], [left + 10, width - RIGHT - 10]).clamp(true);
  const alike = new Map<string, number>();
  for (const { at } of ring.ratings) alike.set(at ?? '', (alike.get(at ?? '') ?? 0) + 1);
  const drawn = new Map<string, number>();
  const ratings = ring.ratings.flatMap((rating) => {
    const { at = '' } = rating;
    const from = ys.client.get(rating.from);
    const to = ys.developer.get(rating.to);
    const known = readInterval(at);
    if (from === undefined || to === undefined || !known) return [];
    const [begin, end] = [time(known.from), time(known.to)];
    // Nothing is known of their order: evenly over the stretch in which they lie.
    const nth = drawn.get(at) ?? 0;
    drawn.set(at, nth + 1);
    const x = begin + ((nth + 0.5) / (alike.get(at) as number)) * (end - begin);
    return [{ rating, x, begin, end, from, to }];
  });
  let before = Number.NEGATIVE_INFINITY;
  for (const one of [...ratings].sort((a, b) => a.x - b.x)) {
    before = Math.min(width - RIGHT, Math.max(one.x, before + APART));
    one.x = before;
    one.end = Math.max(one.end, before);
  }
  // Midnights only: what a tick says is a day.
  const days = time.ticks(TICKS).filter((tick) => tick.getTime() % DAY_MS === 0);
  const ticks = days.map((tick) => ({ x: time(tick), at: tick.toISOString() }));
  return { lanes, ratings, ticks, height: bottom + 44 };
}

/** What the ratings lie between; a ring of one moment still has a day to stand on. */
function periodOf({ from, to }: Ring): Interval {
  const first = readInterval(from)?.from ?? 0;
  return { from: first, to: Math.max(readInterval(to)?.to ?? first, first + DAY_MS) };
}
