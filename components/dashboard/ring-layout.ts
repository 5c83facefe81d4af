// Where everything in the drawing of a ring stands: clients as lines above, developers as lines below,
// time from left to right, each rating an upright line between its two.
import { scaleUtc } from 'd3-scale';
import type { Assessment } from '../../lib/model/assessment.ts';
import type { EvidenceItem } from '../../lib/model/finding.ts';

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
  return [...rings.values()].map((ring) => ({
    ...ring,
    ratings: distinct(ring.ratings).sort((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : 1)),
  }));
}

function distinct(ratings: readonly RingRating[]): RingRating[] {
  return [...new Map(ratings.map((one) => [`${one.from} ${one.to} ${one.at} ${one.value}`, one])).values()];
}

export const LANE = 26;
export const LEFT = 250;
export const WIDTH = 980;
const RIGHT = 40;
const TOP = 16;
/** Between the lowest client and the highest developer. */
const BETWEEN = 34;
/** About so many days are named below. */
const TICKS = 4;
const DAY = 86_400_000;

export interface Lane {
  account: string;
  y: number;
  client: boolean;
}

export interface RingLayout {
  lanes: Lane[];
  ratings: { rating: RingRating; x: number; from: number; to: number }[];
  ticks: { x: number; at: string }[];
  height: number;
}

/** Coordinates in a drawing of WIDTH by `height`. Ratings of one day stand side by side. */
export function ringLayout(ring: Ring): RingLayout {
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
  // A ring of one moment still has a day to stand on.
  const [first, last] = [Date.parse(ring.from), Math.max(Date.parse(ring.to), Date.parse(ring.from) + DAY)];
  const time = scaleUtc([first, last], [LEFT + 10, WIDTH - RIGHT - 10]).clamp(true);
  let before = Number.NEGATIVE_INFINITY;
  const ratings = ring.ratings.flatMap((rating) => {
    const from = ys.client.get(rating.from);
    const to = ys.developer.get(rating.to);
    const at = Date.parse(rating.at ?? '');
    if (from === undefined || to === undefined || Number.isNaN(at)) return [];
    before = Math.min(WIDTH - RIGHT, Math.max(time(at), before + 5));
    return [{ rating, x: before, from, to }];
  });
  // Midnights only: what a tick says is a day.
  const days = time.ticks(TICKS).filter((tick) => tick.getTime() % DAY === 0);
  const ticks = days.map((tick) => ({ x: time(tick), at: tick.toISOString() }));
  return { lanes, ratings, ticks, height: bottom + 44 };
}
