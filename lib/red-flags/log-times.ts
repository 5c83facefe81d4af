// What happened when in a log, as evidence: the same for sign-ins and for payments.
import type { TimesEvidence } from '../model/finding.ts';
import { compareTimes, writeTime } from '../model/time.ts';
import type { Moment } from './sign-ins.ts';

/** So many are carried: a drawing of more shows nothing more. */
const MAX_EVENTS = 60;

type Event = TimesEvidence['events'][number];

/** @param events in any order; of many the earliest are carried, and how many there are is said */
export function timesOf(events: readonly Event[]): TimesEvidence {
  const sorted = events.toSorted((a, b) => compareTimes(a.at, b.at));
  return { kind: 'times', events: sorted.slice(0, MAX_EVENTS), count: events.length };
}

/** Sign-ins, each with what it is drawn under and what stands beside it. */
export function signInTimes(
  moments: readonly Moment[],
  of: (moment: Moment) => Pick<Event, 'lane' | 'value'>,
): TimesEvidence {
  return timesOf(moments.map((moment) => ({ at: writeTime({ from: moment.at, to: moment.at }), ...of(moment) })));
}
