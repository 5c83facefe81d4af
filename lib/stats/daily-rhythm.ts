// When in the day somebody is at work, from the times of what they did: hours on a circle, of which some stretch is
// sleep. Each time is put into the hour that a clock shows in a zone, daylight saving included.

export const HOURS = 24;
/** Half-hours, in which the day is counted. */
const SLOTS = 48;

/** The events of one kind or of all, by the half-hour of the local day. */
export type Rhythm = Readonly<Float64Array>;

/** @param hours of the local day, 0 to 24 */
export function rhythmOf(hours: readonly number[]): Rhythm {
  const slots = new Float64Array(SLOTS);
  for (const hour of hours) {
    const slot = Math.floor(hour * 2) % SLOTS;
    slots[slot] = (slots[slot] as number) + 1;
  }
  return slots;
}

function countIn(rhythm: Rhythm, from: number, slots: number): number {
  let count = 0;
  for (let i = 0; i < slots; i++) count += rhythm[(from + i) % SLOTS] as number;
  return count;
}

const total = (rhythm: Rhythm) => rhythm.reduce((sum, one) => sum + one, 0);

/** Hours between two hours of the day, the shorter way round: 0 to 12. */
export function hoursApart(a: number, b: number): number {
  const apart = Math.abs(a - b) % HOURS;
  return Math.min(apart, HOURS - apart);
}

/** The least share of events in a stretch of so many hours that lies wholly between two hours of the day. */
export function quietestWithin(rhythm: Rhythm, length: number, from: number, to: number): number {
  const slots = Math.round(length * 2);
  const span = Math.round(((to - from + HOURS) % HOURS) * 2);
  let least = 1;
  for (let start = 0; start + slots <= span; start++) {
    least = Math.min(least, countIn(rhythm, Math.round(from * 2) + start, slots) / Math.max(1, total(rhythm)));
  }
  return least;
}

/** The longest stretch of the day with at most such a share of the events in it: how many hours, and its middle. */
export function longestQuiet(rhythm: Rhythm, share: number): { hours: number; middle: number } {
  const most = share * total(rhythm);
  for (let slots = SLOTS; slots > 0; slots--) {
    for (let from = 0; from < SLOTS; from++) {
      if (countIn(rhythm, from, slots) <= most) return { hours: slots / 2, middle: ((from + slots / 2) / 2) % HOURS };
    }
  }
  return { hours: 0, middle: 0 };
}
