// Where an account was signed in to from one moment to the next: which of its addresses are of one network whatever the
// logs call it, and which ways between two sign-ins nobody travels.
import { neighbourhoodOf } from '../../model/log-event.ts';
import { DAY_MS } from '../../model/time.ts';
import { HOUR, type Moment } from '../sign-ins.ts';

/** No aeroplane is faster, km/h; nearer than so many km the log's map may be wrong. */
const [MAX_SPEED, MIN_DISTANCE] = [1_000, 500];
/** From a gate to the seat and from the seat to a gate. */
const BOARDING = 0.75 * HOUR;
/** Two addresses of one place, km. */
const SAME_PLACE = 100;
/** Where a log has no coordinates: from one country to another within so long. */
const MAX_CROSSING = 2 * HOUR;
/** Two countries may meet at one's door; three hardly do. */
const MIN_COUNTRIES = 3;
/** There and back again within a day. */
const MIN_LEAPS = 2;
/** Nobody crosses so many countries within hours, even without coming back. */
const MANY_COUNTRIES = 4;
/**
 * Whoever lives at a border works across it, from home and from an office there: to and fro once a day. Two countries
 * count where it is more often, in more networks than a home's and a phone's, and on so many days.
 */
const [NEAR_LEAPS, NEAR_NETWORKS, NEAR_DAYS] = [3, 3, 8];
const phones = /iphone|ipad|\bios\b|android|mobile/i;

/** A day on which an account was in several places at once. */
export interface LeapDay {
  from: number;
  to: number;
  /** The sign-ins after which the next was too far away, each with that next one. */
  leaps: readonly (readonly [Moment, Moment])[];
  places: number;
}

/**
 * Which network each sign-in is of. Logs name one network by its number, by its name or not at all: those of one address
 * are one, and so are those of one neighbourhood of addresses where a log names none.
 */
export function networksOf(moments: readonly Moment[]): (moment: Moment) => string {
  const parents = new Map<string, string>();
  const find = (label: string): string => {
    let at = label;
    for (let up = parents.get(at); up !== undefined; up = parents.get(at)) at = up;
    return at;
  };
  const labelsOf = ({ signIn: { network, ip } }: Moment) =>
    network === undefined
      ? [`ip ${ip}`, ...(ip === undefined ? [] : [`near ${neighbourhoodOf(ip)}`])]
      : [`ip ${ip}`, `network ${network.toLowerCase()}`];
  for (const moment of moments) {
    const [first = '', second = first] = labelsOf(moment).map(find);
    if (first !== second) parents.set(second, first);
  }
  return (moment) => find(labelsOf(moment)[0] ?? '');
}

/** Days on which an account was there and back again faster than anybody travels, none within another. */
export function leapDays(moments: readonly Moment[], networkOf: (moment: Moment) => string): LeapDay[] {
  // A phone is where its carrier's gateway is.
  const placed = moments.filter(
    ({ signIn: { client = '', country, latitude } }) => !phones.test(client) && (country ?? latitude) !== undefined,
  );
  const leaps = placed.slice(1).flatMap((now, i) => {
    const before = placed[i] as Moment;
    return networkOf(before) !== networkOf(now) && isLeap(before, now) ? [[before, now] as const] : [];
  });
  const days: (LeapDay & { isNear: boolean })[] = [];
  for (let i = 0; i < leaps.length; ) {
    const from = (leaps[i] as LeapDay['leaps'][number])[0].at;
    const own = leaps.slice(i).filter(([, { at }]) => at <= from + DAY_MS);
    const networks = new Set(own.flatMap(([a, b]) => [networkOf(a), networkOf(b)]));
    const countries = new Set(own.flatMap(([a, b]) => [a.signIn.country, b.signIn.country]));
    const byPlace = own.filter(([a, b]) => distance(a, b) !== undefined).length >= MIN_LEAPS;
    const returns = own.length >= MIN_LEAPS && comesBack(own, networkOf);
    const isFar = returns ? byPlace || countries.size >= MIN_COUNTRIES : countries.size >= MANY_COUNTRIES;
    const isNear = !isFar && returns && own.length >= NEAR_LEAPS && networks.size >= NEAR_NETWORKS;
    if (isFar || isNear) {
      const to = (own.at(-1) as LeapDay['leaps'][number])[1].at;
      days.push({ from, to, leaps: own, places: networks.size, isNear });
      i += own.length;
    } else i++;
  }
  const near = days.filter((day) => day.isNear).length;
  return near >= NEAR_DAYS ? days : days.filter((day) => !day.isNear);
}

/** Whether a network or a place is come back to: a journey goes on. */
function comesBack(leaps: LeapDay['leaps'], networkOf: (moment: Moment) => string): boolean {
  return leaps.some(([before], i) =>
    leaps
      .slice(i)
      .some(
        ([, after]) => networkOf(after) === networkOf(before) || (distance(before, after) ?? Infinity) < SAME_PLACE,
      ),
  );
}

function isLeap(before: Moment, now: Moment): boolean {
  const km = distance(before, now);
  if (km !== undefined) return km > MIN_DISTANCE && now.at - before.at < BOARDING + (km / MAX_SPEED) * HOUR;
  const [from, to] = [before.signIn.country, now.signIn.country];
  return from !== undefined && to !== undefined && from !== to && now.at - before.at <= MAX_CROSSING;
}

/** Along the surface of the earth, km (haversine); undefined where a log has no coordinates. */
function distance({ signIn: a }: Moment, { signIn: b }: Moment): number | undefined {
  const { latitude: lat1, longitude: lon1 } = a;
  const { latitude: lat2, longitude: lon2 } = b;
  if (lat1 === undefined || lat2 === undefined || lon1 === undefined || lon2 === undefined) return undefined;
  const rad = (degrees: number) => (degrees * Math.PI) / 180;
  const h =
    Math.sin(rad(lat2 - lat1) / 2) ** 2 +
    Math.cos(rad(lat1)) * Math.cos(rad(lat2)) * Math.sin(rad(lon2 - lon1) / 2) ** 2;
  return 2 * 6_371 * Math.asin(Math.min(1, Math.sqrt(h)));
}
