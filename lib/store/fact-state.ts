// What is known of one fact, field by field, apart from how a row writes it down. What two sightings say together is
// their join (seen-values.ts), whatever came first.

import { catalogue, type Field } from '../model/fields.ts';
import type { Observation } from '../model/observation.ts';
import { earlier, inOrder, later, type SeenValue, settle } from './seen-values.ts';

/** What is known of one fact: of each field the values seen of it. Fields of a group are written `stats.rating`. */
export interface FactState {
  first: string;
  last: string;
  /** The fields that make it this fact. */
  identity: Readonly<Record<string, unknown>>;
  values: Map<string, SeenValue[]>;
}

/** A field and where it stands in an observation. */
export interface FieldPlace {
  path: string;
  field: Field;
  /** The group that it is in, such as `stats`. */
  group?: string;
  name: string;
}

type FieldTree = { readonly [name: string]: Field | FieldTree };
const isField = (one: Field | FieldTree): one is Field => typeof one.canonical === 'function';

function placesIn(fields: FieldTree): FieldPlace[] {
  return Object.entries(fields).flatMap(([name, one]): FieldPlace[] =>
    isField(one)
      ? [{ path: name, field: one, name }]
      : Object.entries(one as Record<string, Field>).map(([part, field]) => ({
          path: `${name}.${part}`,
          field,
          group: name,
          name: part,
        })),
  );
}

const places = new Map(Object.entries(catalogue).map(([kind, fields]) => [kind, placesIn(fields as FieldTree)]));

/** The fields of a kind of observation, in the order in which rows have them. */
export function placesOf(kind: Observation['kind']): readonly FieldPlace[] {
  return places.get(kind) as FieldPlace[];
}

/** Fields by name. */
export type Said = Readonly<Record<string, unknown>>;

/** What an observation says in a field; undefined when nothing. */
export function saidIn(body: Said, { group, name }: FieldPlace): unknown {
  return group === undefined ? body[name] : (body[group] as Said | undefined)?.[name];
}

/** What stays of a value that was seen once. */
export function settledOnce(field: Field, value: unknown, at: string): SeenValue[] {
  return settle(field, [{ value: inOrder(value), first: at, last: at }]);
}

/** What one observation says. */
export function stateOfOne(observation: Observation): FactState {
  const at = observation.seenAt;
  const identity: Record<string, unknown> = {};
  const values = new Map<string, SeenValue[]>();
  for (const place of placesOf(observation.kind)) {
    const value = saidIn(observation, place);
    if (value === undefined) continue;
    if (place.field.keep === 'identity') identity[place.path] = value;
    else values.set(place.path, settledOnce(place.field, value, at));
  }
  return { first: at, last: at, identity, values };
}

/** What two say together. */
export function join(kind: Observation['kind'], a: FactState, b: FactState): FactState {
  const values = new Map<string, SeenValue[]>();
  for (const { path, field } of placesOf(kind)) {
    const [one, other] = [a.values.get(path), b.values.get(path)];
    const both = one && other ? settle(field, [...one, ...other]) : (one ?? other);
    if (both) values.set(path, both);
  }
  return { first: earlier(a.first, b.first), last: later(a.last, b.last), identity: a.identity, values };
}

/** Writes a field into an observation. */
export function put(body: Record<string, unknown>, { group, name }: FieldPlace, value: unknown): void {
  if (group === undefined) body[name] = value;
  else body[group] = { ...(body[group] as Said | undefined), [name]: value };
}

/** An observation of these fields, in the order in which rows have them. */
export function observationOf(
  { kind, site }: Pick<Observation, 'kind' | 'site'>,
  seenAt: string,
  ...said: (ReadonlyMap<string, unknown> | Readonly<Record<string, unknown>>)[]
): Observation {
  const all = new Map(said.flatMap((some) => [...(some instanceof Map ? some : Object.entries(some))]));
  const body: Record<string, unknown> = { kind, site, seenAt };
  for (const place of placesOf(kind)) {
    const value = all.get(place.path);
    if (value !== undefined) put(body, place, value);
  }
  return body as Observation;
}
