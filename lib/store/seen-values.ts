// What is known of one field of one fact: the values that were seen, each with its first and last sighting. It is
// a function of the set of sightings and of nothing else, so stores that exchange what they saw come to the same.
//
// A value that says less than another is not kept, unless it was the last one seen: it then tells which of the
// others holds now. So the state is the join of two: the values that no other absorbs, and the last sighting. Both
// are joins in the sense of lattices: settling all sightings at once, or some first and the rest later, in any
// order and any number of times, comes to the same.
//
// The bound on their number is one as well. Of n values that no other absorbs, those highest by compareKeys stay.
// A value that was dropped had so many above it; a value that comes later and absorbs some of these absorbs at most
// one, since what one value absorbs is a single line, and stands itself above the one it absorbs. So what was
// dropped once would never have come back. An order by hashes, or an order by inclusion in which one long list
// absorbs many short ones, has no such bound.

import type { Field } from '../model/fields.ts';
import { intervalOf } from '../model/time.ts';
import { canonicalJson, compareKeys } from '../model/values.ts';

/** A value with the moments when it was first and last seen. */
export interface SeenValue {
  value: unknown;
  first: string;
  last: string;
}

/** Values kept of one field. */
export const MAX_VALUES = 20;
/** A value whose canonical form is longer is known only for as long as it is the last one seen. UTF-16 code units. */
const MAX_KEPT_LENGTH = 50_000;

type Spelt = SeenValue & { key: string };

/** What stays of these sightings of a field, the last seen first. */
export function settle(field: Field, sightings: readonly SeenValue[]): SeenValue[] {
  const [one] = sightings;
  // Most fields say the same at every sighting.
  if (one && typeof one.value !== 'object' && sightings.every(({ value }) => value === one.value)) {
    const last = sightings.reduce((latest, other) => later(latest, other.last), one.last);
    if (field.keep === 'last') return [{ value: field.plain(one.value), first: last, last }];
    return [
      { value: one.value, first: sightings.reduce((first, other) => earlier(first, other.first), one.first), last },
    ];
  }
  const values = spellings(field, sightings);
  const [latest] = values;
  if (!latest) return [];
  const kept = keptOf(field, values);
  const settled = values.filter((one) => kept.has(one));
  if (!kept.has(latest)) settled.unshift({ ...latest, value: inOrder(field.plain(latest.value)), first: latest.last });
  return settled.map(({ value, first, last }) => ({ value, first, last }));
}

/** The same value with the parts of things in one order. */
export function inOrder(value: unknown): unknown {
  return typeof value === 'object' ? JSON.parse(canonicalJson(value)) : value;
}

/** One entry a value, however it is spelt, the last seen first. */
function spellings(field: Field, sightings: readonly SeenValue[]): Spelt[] {
  const known = new Map<string, Spelt>();
  for (const one of sightings) {
    const key = field.canonical(one.value);
    const before = known.get(key);
    known.set(key, before ? { ...span(before, one), value: fuller(before.value, one.value), key } : { ...one, key });
  }
  return [...known.values()].sort(compareSeen);
}

/** The last seen first. */
function compareSeen(a: Spelt, b: Spelt): number {
  return compareMoments(b.last, a.last) || compareKeys(b.key, a.key);
}

/** What settled once, in the order that it had then. */
export function inSettledOrder(field: Field, settled: readonly SeenValue[]): SeenValue[] {
  if (settled.length < 2) return [...settled];
  const spelt = settled.map((one) => ({ one, ...one, key: field.canonical(one.value) }));
  return spelt.sort(compareSeen).map(({ one }) => one);
}

function span(a: SeenValue, b: SeenValue): Pick<SeenValue, 'first' | 'last'> {
  return { first: earlier(a.first, b.first), last: later(a.last, b.last) };
}

/** Of two spellings the longer: it has the line breaks that a list leaves out. */
function fuller(a: unknown, b: unknown): unknown {
  if (a === b) return a;
  return compareKeys(canonicalJson(a), canonicalJson(b)) >= 0 ? a : b;
}

function keptOf(field: Field, values: readonly Spelt[]): Set<Spelt> {
  if (field.keep === 'last') return new Set();
  if (field.keep === 'ends') return endsOf(values);
  const short = values.filter(({ key }) => key.length <= MAX_KEPT_LENGTH);
  const whole = short.filter((one) => !short.some((other) => field.absorbs(other.value, one.value)));
  if (whole.length > MAX_VALUES) whole.sort((a, b) => compareKeys(b.key, a.key)).splice(MAX_VALUES);
  return new Set(whole);
}

/** Of times the one that ends first and the one that begins last: what all of them leave open lies between the two. */
function endsOf(values: readonly Spelt[]): Set<Spelt> {
  const times = values.map((one) => ({ one, ...intervalOf(one.key) }));
  const endsFirst = times.reduce((a, b) => ((a.to - b.to || b.from - a.from) <= 0 ? a : b));
  const beginsLast = times.reduce((a, b) => ((b.from - a.from || a.to - b.to) <= 0 ? a : b));
  return new Set([endsFirst.one, beginsLast.one]);
}

/** What a field says now: the last seen value, filled up with what the others say of the same, younger ones first. */
export function presentOf(field: Field, settled: readonly SeenValue[]): unknown {
  const [latest, ...others] = settled;
  return others.reduce(
    (known, { value }) => (field.same(known, value) ? field.merge(known, value) : known),
    latest?.value,
  );
}

/** Orders moments: parseObservation writes them all alike, so that they are in order as texts. */
export function compareMoments(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export const earlier = (a: string, b: string): string => (a < b ? a : b);
export const later = (a: string, b: string): string => (a < b ? b : a);
