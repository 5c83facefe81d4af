// How the events of one account of a log are packed into a row of the database: by columns, each of the values that it
// has and, for every event, which of them it is. A log says the same few things again and again, so that an event is some
// ten bytes; the browser's database takes as long for a kilobyte as for a whole row of little.
import { type AccountKey, splitAccountKey } from '../model/account.ts';
import { contentOf, type LogEvent, sameEvent } from '../model/log-event.ts';
import { onceForEach } from '../model/once-for-each.ts';
import { DAY_MS, intervalOf, type Time } from '../model/time.ts';

/** Which of a column's values each event has: one more than its place among them, 0 where the event says nothing of it. */
type Places = Uint8Array | Uint16Array | Uint32Array;

/** What one field says in each of some events. */
export interface LogColumn {
  values: unknown[];
  /** Absent where all of them say the one value. */
  places?: Places;
}

/** Events by their fields. */
export interface LogColumns {
  count: number;
  fields: Record<string, LogColumn>;
  /** When each was, seconds since 1970, where all were at whole seconds; else `at` is one of the fields. */
  seconds?: Uint32Array;
}

/** What events of one account share is not packed with them. */
const shared: ReadonlySet<string> = new Set(['site', 'account']);

/** Packs events of one account, at least one. */
export function packed(events: readonly LogEvent[]): LogColumns {
  const seconds = secondsOf(events);
  const columns = new Map<string, { places: Map<unknown, number>; each: Uint32Array }>();
  for (const [i, event] of events.entries()) {
    for (const name in event) {
      if (shared.has(name) || (name === 'at' && seconds)) continue;
      const value = event[name as keyof LogEvent];
      if (value === undefined) continue;
      let column = columns.get(name);
      if (!column) {
        column = { places: new Map(), each: new Uint32Array(events.length) };
        columns.set(name, column);
      }
      let place = column.places.get(value);
      if (place === undefined) {
        place = column.places.size + 1;
        column.places.set(value, place);
      }
      column.each[i] = place;
    }
  }
  const fields = [...columns].map(([name, { places, each }]): [string, LogColumn] => {
    const values = [...places.keys()];
    return [
      name,
      values.length === 1 && each.every((place) => place === 1)
        ? { values }
        : { values, places: small(each, values.length) },
    ];
  });
  return { count: events.length, fields: Object.fromEntries(fields), ...(seconds && { seconds }) };
}

function small(each: Uint32Array, most: number): Places {
  return most < 256 ? new Uint8Array(each) : most < 65_536 ? new Uint16Array(each) : each;
}

/** The seconds since 1970 of each event; undefined where one of them is no moment at a whole second. */
function secondsOf(events: readonly LogEvent[]): Uint32Array | undefined {
  const seconds = new Uint32Array(events.length);
  for (const [i, { at }] of events.entries()) {
    if (!wholeSecond.test(at)) return undefined;
    seconds[i] = Date.parse(at) / 1_000;
  }
  return seconds;
}
const wholeSecond = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** The events that were packed, in the same order. @param who their account */
export function unpacked(who: AccountKey, { count, fields, seconds }: LogColumns): LogEvent[] {
  const { site, account } = splitAccountKey(who);
  const events = Array.from({ length: count }, (): Record<string, unknown> => ({ site, account }));
  for (const [name, { values, places }] of Object.entries(fields)) {
    for (const [i, event] of events.entries()) {
      const place = places ? (places[i] as number) : 1;
      if (place > 0) event[name] = values[place - 1];
    }
  }
  if (seconds) {
    for (const [i, event] of events.entries()) event.at = timeOf((seconds[i] as number) * 1_000);
  }
  return events as LogEvent[];
}

const timeOf = (moment: number): Time => `${new Date(moment).toISOString().slice(0, 19)}Z`;

/** Each event once, with the later of the times that it was read and all that was looked up of it. */
export function onlyOnce(events: readonly LogEvent[]): LogEvent[] {
  const all: LogEvent[] = [];
  const byTime = new Map<Time, number>();
  // What an event says is compared only where two are of one time, which few are.
  const byContent = new Map<string, number>();
  for (const event of events) {
    const place = byTime.get(event.at);
    if (place === undefined) {
      byTime.set(event.at, all.push(event) - 1);
      continue;
    }
    const first = all[place] as LogEvent;
    const firstContent = contentOf(first);
    if (!byContent.has(firstContent)) byContent.set(firstContent, place);
    const content = contentOf(event);
    const known = byContent.get(content);
    if (known === undefined) byContent.set(content, all.push(event) - 1);
    else all[known] = readAgain(all[known] as LogEvent, event);
  }
  return all;
}

function readAgain(known: LogEvent, event: LogEvent): LogEvent {
  const seenAt = known.seenAt > event.seenAt ? known.seenAt : event.seenAt;
  return { ...sameEvent(event, known), seenAt };
}

/** The Monday of the week (UTC) in which an event began: events of one account and week are one row. */
export function weekOf({ at }: Pick<LogEvent, 'at'>): string {
  return at.length >= DAY_LENGTH && !at.includes('/')
    ? weekOfDay(at.slice(0, DAY_LENGTH))
    : mondayBefore(intervalOf(at).from);
}

const DAY_LENGTH = 10;
const weekOfDay = onceForEach((day) => mondayBefore(Date.parse(day)), 5_000);

function mondayBefore(moment: number): string {
  const days = Math.floor(moment / DAY_MS);
  // The first of January 1970 was a Thursday.
  const monday = days - ((days + 3) % 7);
  return new Date(monday * DAY_MS).toISOString().slice(0, DAY_LENGTH);
}
