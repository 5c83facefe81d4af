// What two profiles of one person say that cannot both be true. Less told, another spelling or language, a shortened or
// married name, a rounded date, a second job, or what was seen much later is no contradiction.
import type { ProfileHistory } from '../../evidence/evidence.ts';
import type { Profile } from '../../model/observation.ts';
import { DAY_MS, type Interval, intervalOf, readInterval } from '../../model/time.ts';
import { mayBeOneName } from '../../statements/name-match.ts';
import { mayBeOneOrganisation } from '../../statements/organisations.ts';
import { foldLetters } from '../../statements/spelling.ts';

export type ConflictField = 'name' | 'schools' | 'schoolYears' | 'employers' | 'employerYears' | 'country';

/** Two statements that cannot both be true, as they stand. */
export interface Conflict {
  field: ConflictField;
  here: string;
  there: string;
}

/** Dates that lie nearer are one, rounded or misremembered. */
const NEAR_MS = 100 * DAY_MS;
const FAR_MS = 540 * DAY_MS;
/** Profiles that were seen farther apart may have changed in between. */
const SAME_TIME_MS = 45 * DAY_MS;

/** A school or a job with its years. */
interface Entry {
  name: string;
  from?: string | undefined;
  to?: string | undefined;
}

/** Everything in which two profiles contradict each other, in the order of the fields. */
export function conflictsBetween(a: ProfileHistory, b: ProfileHistory): Conflict[] {
  const [one, other] = [a.profile, b.profile];
  return [
    ...names(one, other),
    ...entries(schoolsIn(one), schoolsIn(other), 'schools', 'schoolYears'),
    ...entries(jobsIn(one), jobsIn(other), 'employers', 'employerYears'),
    ...(seenTogether(a, b) ? countries(one, other) : []),
  ];
}

const schoolsIn = ({ education = [] }: Profile): Entry[] =>
  education.map(({ school, from, to }) => ({ name: school, from, to }));
const jobsIn = ({ employment = [] }: Profile): Entry[] =>
  employment.map(({ employer, from, to }) => ({ name: employer, from, to }));

function names({ name: here }: Profile, { name: there }: Profile): Conflict[] {
  if (here === undefined || there === undefined || mayBeOneName(here, there)) return [];
  return [{ field: 'name', here, there }];
}

function entries(
  here: readonly Entry[],
  there: readonly Entry[],
  other: ConflictField,
  years: ConflictField,
): Conflict[] {
  const isKnown = ({ name }: Entry, list: readonly Entry[]) => list.some((one) => mayBeOneOrganisation(name, one.name));
  const found: Conflict[] = [];
  for (const one of here) {
    const only = there.find(({ name }) => mayBeOneOrganisation(name, one.name));
    const namesakes = (list: readonly Entry[]) =>
      list.filter(({ name }) => foldLetters(name) === foldLetters(one.name));
    const [stay] = namesakes(there);
    // Who was somewhere twice has two stays to compare with.
    const isOneStay = namesakes(there).length === 1 && namesakes(here).length === 1;
    if (stay && isOneStay && areMoved(one, stay))
      found.push({ field: years, here: written(one), there: written(stay) });
    if (only) continue;
    // At the same time somewhere else, and neither is on the other's list.
    const instead = there.find((two) => areOfOneTime(one, two) && !isKnown(two, here));
    if (instead) found.push({ field: other, here: written(one), there: written(instead) });
  }
  return found;
}

const written = ({ name, from, to }: Entry) => (from || to ? `${name} (${from ?? '…'}–${to ?? '…'})` : name);

function intervals({ from, to }: Entry): { from: Interval; to: Interval } | undefined {
  const [first, last] = [readInterval(from ?? ''), readInterval(to ?? '')];
  return first && last ? { from: first, to: last } : undefined;
}

/** So far apart that no rounding explains it, ms; 0 where the intervals touch. */
function gap(a: Interval, b: Interval): number {
  return Math.max(0, b.from - a.to, a.from - b.to);
}

function areMoved(a: Entry, b: Entry): boolean {
  const [one, other] = [intervals(a), intervals(b)];
  return !!one && !!other && gap(one.from, other.from) > FAR_MS && gap(one.to, other.to) > FAR_MS;
}

function areOfOneTime(a: Entry, b: Entry): boolean {
  const [one, other] = [intervals(a), intervals(b)];
  if (one && other) return gap(one.from, other.from) < NEAR_MS && gap(one.to, other.to) < NEAR_MS && isPrecise(a, b);
  // Both go on to this day.
  const [first, second] = [readInterval(a.from ?? ''), readInterval(b.from ?? '')];
  return a.to === undefined && b.to === undefined && !!first && !!second && gap(first, second) < NEAR_MS;
}

/** Years alone fit much: two such jobs may have followed each other. */
function isPrecise(a: Entry, b: Entry): boolean {
  return a.from === b.from && a.to === b.to
    ? true
    : [a.from, a.to, b.from, b.to].every((time) => (time ?? '').length > 4);
}

function seenTogether(a: ProfileHistory, b: ProfileHistory): boolean {
  const apart = Math.abs(intervalOf(a.lastSeenAt).from - intervalOf(b.lastSeenAt).from);
  return apart < SAME_TIME_MS;
}

/** Countries, unless a text names the other place: whoever moved says so. */
function countries(a: Profile, b: Profile): Conflict[] {
  const [here, there] = [a.location?.country, b.location?.country];
  if (here === undefined || there === undefined || here === there || speaksOfPlace(a, b) || speaksOfPlace(b, a))
    return [];
  return [{ field: 'country', here: placeOf(a), there: placeOf(b) }];
}

function speaksOfPlace({ about = '', headline = '' }: Profile, { location }: Profile): boolean {
  const city = foldLetters(location?.city ?? '');
  return city.length > 2 && foldLetters(`${headline}\n${about}`).includes(city);
}

function placeOf({ location }: Profile): string {
  return [location?.city, location?.country].filter(Boolean).join(', ');
}
