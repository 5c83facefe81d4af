// Where everything in a drawing along time stands: a line for each lane, in the order in which they begin, and on it what
// happened, as a dot or as long as it took.
import { scaleUtc } from 'd3-scale';
import { DAY_MS, readInterval } from '../../lib/model/time.ts';

export interface TimedEvent {
  /** A time as in time.ts. */
  at: string;
  /** The words of its lane. */
  lane: string;
}

const LANE = 22;
const TOP = 14;
const RIGHT = 50;
export const WIDTH = 600;
export const LEFT = 190;
/** About so many marks below, none nearer to the next than its words are long. */
const TICKS = 3;
const MIN_APART = 112;
/** So many lanes are drawn; what is on others stands together on one more. */
export const MAX_LANES = 14;
/** What is shorter is drawn as a dot. */
const DOT = 8;
const HOUR = 3_600_000;

export interface TimesLayout<T extends TimedEvent> {
  /** Undefined words stand for all lanes beyond those that are drawn, `others` of them. */
  lanes: { words: string | undefined; y: number }[];
  others: number;
  events: { event: T; x: number; width: number; y: number }[];
  ticks: { x: number; at: Date }[];
  /** The time that is shown, ms. */
  length: number;
  height: number;
}

/** Coordinates in a drawing of {@link WIDTH}; what has no time that can be read is left out. */
export function timesLayout<T extends TimedEvent>(events: readonly T[]): TimesLayout<T> {
  const timed = events.flatMap((event) => {
    const known = readInterval(event.at);
    return known ? [{ event, ...known }] : [];
  });
  const names = [...new Set(timed.map(({ event }) => event.lane))];
  const drawn = names.length > MAX_LANES ? names.slice(0, MAX_LANES - 1) : names;
  const others = names.length - drawn.length;
  const yOf = new Map(drawn.map((name, i) => [name, TOP + i * LANE]));
  const last = TOP + drawn.length * LANE;
  const first = timed.reduce((least, { from }) => Math.min(least, from), Number.POSITIVE_INFINITY);
  const end = timed.reduce((most, { to }) => Math.max(most, to), first);
  const [from, to] = Number.isFinite(first) ? [first, Math.max(end, first + HOUR)] : [0, DAY_MS];
  const time = scaleUtc([from, to], [LEFT + DOT, WIDTH - RIGHT]);
  return {
    lanes: [
      ...drawn.map((words, i) => ({ words, y: TOP + i * LANE })),
      ...(others > 0 ? [{ words: undefined, y: last }] : []),
    ],
    others,
    events: timed.map(({ event, ...at }) => {
      const width = Math.max(DOT, time(at.to) - time(at.from));
      return { event, x: time(at.from) - (width === DOT ? DOT / 2 : 0), width, y: yOf.get(event.lane) ?? last };
    }),
    ticks: apart(time.ticks(TICKS).map((at) => ({ x: time(at), at }))),
    length: to - from,
    height: TOP + (drawn.length + Number(others > 0)) * LANE + 26,
  };
}

/** Those of the marks that leave room for each other's words, the first of them always. */
function apart(ticks: readonly { x: number; at: Date }[]): { x: number; at: Date }[] {
  const kept: { x: number; at: Date }[] = [];
  for (const tick of ticks) if (tick.x - (kept.at(-1)?.x ?? Number.NEGATIVE_INFINITY) >= MIN_APART) kept.push(tick);
  return kept;
}
