// When an account was active, on the clocks of the places that its profile named then.
import type { Evidence, ProfileHistory, StoredBid, StoredMessage, StoredReview } from '../../evidence/evidence.ts';
import type { AccountKey } from '../../model/account.ts';
import type { Profile } from '../../model/observation.ts';
import { DAY_MS, readInterval } from '../../model/time.ts';
import { offsetAt, zonesOf } from '../../statements/time-zones.ts';

/** A time that is known less precisely says nothing of the hour. */
const MAX_WIDTH_MS = 2 * 3_600_000;
/** Events of one account that are looked at, the last ones. */
const MAX_EVENTS = 3_000;

export interface Event {
  /** ms since 1970 */
  at: number;
  kind: 'bid' | 'message' | 'review';
}

/** An event on a local clock. */
export interface LocalEvent extends Event {
  /** 0 to 24 */
  hour: number;
  /** Number of the local day. */
  day: number;
}

/** What an account did of which the hour is known, in order of time. */
export function eventsOf(
  account: AccountKey,
  bids: readonly StoredBid[],
  messages: readonly StoredMessage[],
  reviews: readonly StoredReview[],
): Event[] {
  const timed = [
    ...bids.map(({ submittedAt }) => ['bid', submittedAt] as const),
    ...messages.filter(({ mine }) => !mine).map(({ sentAt }) => ['message', sentAt] as const),
    ...reviews.filter(({ site, from }) => `${site}:${from}` === account).map(({ at }) => ['review', at] as const),
  ];
  return timed
    .flatMap(([kind, time]): Event[] => {
      const ends = readInterval(time ?? '');
      return ends && ends.to - ends.from <= MAX_WIDTH_MS ? [{ kind, at: (ends.from + ends.to) / 2 }] : [];
    })
    .sort((a, b) => a.at - b.at)
    .slice(-MAX_EVENTS);
}

type Place = NonNullable<Profile['location']>;

/** The place that was stated at a moment: not known between the last sighting of one and the first of the next. */
interface Stay {
  place: Place;
  from: number;
  to: number;
}

function staysIn({ values, profile }: ProfileHistory): Stay[] {
  const places = [...(values.get('location') ?? [])].sort((a, b) => (a.first < b.first ? -1 : 1));
  if (places.length < 2) return profile.location ? [{ place: profile.location, from: -Infinity, to: Infinity }] : [];
  return places.map(({ value, first, last }, i) => ({
    place: value as Place,
    from: i === 0 ? -Infinity : Date.parse(first),
    to: i === places.length - 1 ? Infinity : Date.parse(last),
  }));
}

/**
 * The events on every clock that the stated places can have: one list a zone where the country has several. Empty where
 * no zone is known.
 */
export function onLocalClocks(events: readonly Event[], history: ProfileHistory): LocalEvent[][] {
  const stays = staysIn(history).map((stay) => ({ ...stay, zones: zonesOf(stay.place) }));
  if (stays.length === 0 || stays.some(({ zones }) => zones.length === 0)) return [];
  const count = Math.max(...stays.map(({ zones }) => zones.length));
  return Array.from({ length: count }, (_, i) =>
    events.flatMap((event): LocalEvent[] => {
      const stay = stays.findLast(({ from, to }) => from <= event.at && event.at <= to);
      if (!stay) return [];
      const local = event.at + offsetAt(stay.zones[i % stay.zones.length] as string, event.at);
      const day = Math.floor(local / DAY_MS);
      return [{ ...event, day, hour: (local - day * DAY_MS) / 3_600_000 }];
    }),
  );
}

/** What was seen of these accounts' hours. */
export async function seenOf(accounts: readonly AccountKey[], evidence: Evidence) {
  const [histories, bids, messages, reviews] = await Promise.all([
    evidence.profileHistoriesOf(accounts),
    evidence.bidsOf(accounts),
    evidence.messagesOf(accounts),
    evidence.reviewsOf(accounts),
  ]);
  return new Map(
    accounts.map((account) => {
      const own = { bids: bids.get(account) ?? [], messages: messages.get(account) ?? [] };
      const events = eventsOf(account, own.bids, own.messages, reviews.get(account) ?? []);
      return [account, { ...own, events, history: histories.get(account) }] as const;
    }),
  );
}
