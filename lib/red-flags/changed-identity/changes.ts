// What of an account's name, ways to be reached, schools and jobs cannot be true beside what it said before. Marriage,
// another spelling, a move, one more job or a mended year are no such change.
import type { ProfileHistory, SeenValue } from '../../evidence/evidence.ts';
import type { Profile } from '../../model/observation.ts';
import { type Interval, readInterval } from '../../model/time.ts';
import { mayBeOneName } from '../../statements/name-match.ts';
import { mayBeOneOrganisation } from '../../statements/organisations.ts';

/** What changed: each is one kind of statement, however many sentences it takes. */
export type ChangedField = 'name' | 'country' | 'contacts' | 'code' | 'schools' | 'jobs' | 'years';

export interface Change {
  field: ChangedField;
  /** What was said, and when it was last seen so. */
  before: string;
  beforeAt: string;
  /** What is said instead, and since when that was seen. */
  after: string;
  afterAt: string;
  /** Set where a longer list, of which each time one entry was shown, would explain it. */
  isOpen?: true;
}

/** Years of school and work that were mended lie nearer; ms. */
const MENDED_MS = 2 * 365 * 86_400_000;
/** Dates that must have moved together: one alone is a slip of the fingers. */
const MIN_MOVED = 2;
/** Entries shown of a list. */
const MAX_SHOWN = 3;

/** A school or a job. */
export interface Entry {
  name: string;
  from?: string | undefined;
  to?: string | undefined;
}

export function schoolsIn(education: Profile['education'] = []): Entry[] {
  return education.map(({ school, from, to }) => ({ name: school, from, to }));
}

export function jobsIn(employment: Profile['employment'] = []): Entry[] {
  return employment.map(({ employer, from, to }) => ({ name: employer, from, to }));
}

/** Everything that changed so, in the order of the fields. */
export function changesOf({ values }: ProfileHistory): Change[] {
  const steps = <T>(field: keyof Profile) => stepsOf<T>(values.get(field) ?? []);
  const schools = steps<NonNullable<Profile['education']>>('education').map((step) => map(step, schoolsIn));
  const jobs = steps<NonNullable<Profile['employment']>>('employment').map((step) => map(step, jobsIn));
  return [
    ...changed('name', steps<string>('name'), (a, b) => !mayBeOneName(a, b), String),
    ...changed('country', steps<Place>('location'), isOtherCountry, ({ country = '' }) => country),
    ...replaced('schools', schools),
    ...replaced('jobs', jobs),
    ...changed('years', [...schools, ...jobs], areMoved, datesOf),
    ...steps<Contact[]>('contacts').flatMap(contactsChanged),
    ...changed('code', steps<string[]>('links'), isOtherLogin, (links) => codeLogins(links).join(', ')),
  ];
}

type Place = NonNullable<Profile['location']>;
type Contact = NonNullable<Profile['contacts']>[number];

interface Step<T> {
  before: T;
  beforeAt: string;
  after: T;
  afterAt: string;
}

/** The values of a field beside those that came next, in the order in which they were first seen. */
function stepsOf<T>(values: readonly SeenValue[]): Step<T>[] {
  const inOrder = [...values].sort((a, b) =>
    a.first < b.first ? -1 : a.first > b.first ? 1 : a.last < b.last ? -1 : 1,
  );
  return inOrder.slice(1).flatMap((after, i) => {
    const before = inOrder[i] as SeenValue;
    // Of what one page showed at once neither came first.
    if (before.first === after.first) return [];
    const beforeAt = before.last < after.first ? before.last : before.first;
    return [{ before: before.value as T, beforeAt, after: after.value as T, afterAt: after.first }];
  });
}

function map<T, U>(step: Step<T>, of: (value: T) => U): Step<U> {
  return { ...step, before: of(step.before), after: of(step.after) };
}

function changed<T>(
  field: ChangedField,
  steps: readonly Step<T>[],
  isChange: (before: T, after: T) => boolean,
  written: (value: T) => string,
): Change[] {
  return steps.filter(({ before, after }) => isChange(before, after)).map((step) => ({ field, ...map(step, written) }));
}

function replaced(field: ChangedField, steps: readonly Step<readonly Entry[]>[]): Change[] {
  return steps
    .filter(({ before, after }) => isReplaced(before, after))
    .map((step) => ({
      field,
      ...map(step, datesOf),
      ...(isOpen(step.before, step.after) && { isOpen: true as const }),
    }));
}

function isOtherCountry(before: Place, after: Place): boolean {
  return before.country !== undefined && after.country !== undefined && before.country !== after.country;
}

/** True when nothing of a list is left, and something else stands in its place. */
export function isReplaced(before: readonly Entry[], after: readonly Entry[]): boolean {
  if (before.length === 0 || after.length === 0) return false;
  return !before.some(({ name }) => after.some((other) => mayBeOneOrganisation(name, other.name)));
}

/** One entry in place of another may be another part of a longer list, unless both took up the same years. */
function isOpen(before: readonly Entry[], after: readonly Entry[]): boolean {
  return (
    Math.min(before.length, after.length) === 1 && !before.some((one) => after.some((other) => isAtOnce(one, other)))
  );
}

/** True when two things took place at one time for certain. */
function isAtOnce(a: Entry, b: Entry): boolean {
  const [x, y] = [surelyDuring(a), surelyDuring(b)];
  return x !== undefined && y !== undefined && Math.min(x.to, y.to) - Math.max(x.from, y.from) > MENDED_MS / 4;
}

function surelyDuring({ from, to }: Entry): Interval | undefined {
  const [begin, end] = [readInterval(from ?? ''), readInterval(to ?? '')];
  return begin && end && begin.to < end.from ? { from: begin.to, to: end.from } : undefined;
}

/** True when several dates of the same schools or jobs moved, all of them backward or all of them forward. */
function areMoved(before: readonly Entry[], after: readonly Entry[]): boolean {
  const moves = before.flatMap((one) => {
    const others = after.filter(({ name }) => mayBeOneOrganisation(one.name, name));
    const other = others.length === 1 ? others[0] : undefined;
    return other ? [moveOf(one.from, other.from), moveOf(one.to, other.to)] : [];
  });
  const count = (direction: number) => moves.filter((move) => move === direction).length;
  return [1, -1].some((direction) => count(direction) >= MIN_MOVED && count(-direction) === 0);
}

/** Whether a date moved forward (1), backward (-1) or not for certain (0). */
function moveOf(before = '', after = ''): number {
  const [x, y] = [readInterval(before), readInterval(after)];
  if (!x || !y) return 0;
  return y.from - x.to > MENDED_MS ? 1 : x.from - y.to > MENDED_MS ? -1 : 0;
}

/** Of each way to be reached those that all gave way to others. */
function contactsChanged(step: Step<Contact[]>): Change[] {
  const types = new Set(step.before.map(({ type }) => type));
  return [...types].flatMap((type): Change[] => {
    const [before, after] = [step.before, step.after].map((contacts) =>
      contacts.filter((contact) => contact.type === type).map(({ value }) => value),
    ) as [string[], string[]];
    const kept = before.some((one) => after.some((other) => plainContact(one) === plainContact(other)));
    if (kept || after.length === 0) return [];
    return [{ field: 'contacts', ...map({ ...step, before, after }, shown) }];
  });
}

/** One spelling of a way to be reached: a mail without tags and dots before the @, a number as its last figures. */
function plainContact(value: string): string {
  const [name = '', host] = value.trim().toLowerCase().split('@');
  if (host !== undefined && name !== '') return `${name.replace(/\+.*/s, '').replaceAll('.', '')}@${host}`;
  const figures = value.replace(/\D/g, '');
  return figures.length >= 7 ? figures.slice(-9) : name.replace(/^@/, '') || (host ?? '');
}

function isOtherLogin(before: readonly string[], after: readonly string[]): boolean {
  const [x, y] = [codeLogins(before), codeLogins(after)];
  return x.length > 0 && y.length > 0 && !x.some((login) => y.includes(login));
}

/** Whose code is linked to: "github.com/ada" of `https://github.com/ada/till`. */
function codeLogins(links: readonly string[]): string[] {
  return links.flatMap((link) => {
    const [, host, login] = /^(?:https?:\/\/)?(?:www\.)?(git(?:hub|lab)\.com)\/([\w.-]+)/i.exec(link) ?? [];
    return host && login ? [`${host}/${login}`.toLowerCase()] : [];
  });
}

function datesOf(list: readonly Entry[]): string {
  return shown(
    list.map(({ name, from = '', to = '' }) => (from === '' && to === '' ? name : `${name} (${from}–${to})`)),
  );
}

function shown(list: readonly string[]): string {
  return list.length > MAX_SHOWN ? `${list.slice(0, MAX_SHOWN).join('; ')}; …` : list.join('; ');
}
