// Rows of the store and how they change when their fact is seen again. The rows of a fact are a function of the set
// of its observations: whatever the order, however often, whoever saw them.

import { accountKey } from '../model/account.ts';
import type { Observation } from '../model/observation.ts';
import { canonicalJson } from '../model/values.ts';
import { type FactState, join, placesOf, put, saidIn, settledOnce, stateOfOne } from './fact-state.ts';
import { identityOf, projectKey, whoIs } from './identity.ts';
import type { OtherValue, SeenFields, StoredObservation } from './rows.ts';
import { compareMoments, earlier, inOrder, inSettledOrder, later, presentOf, type SeenValue } from './seen-values.ts';

/** A row that has no number yet, or has one. */
export type Row = Omit<StoredObservation, 'n'> & { n?: number };

/** What a row says. */
export function stateOfRow(row: Row): FactState {
  const { firstSeenAt: first, lastSeenAt: last, body, seen = [], others = [], composed = [] } = row;
  const timesOf = new Map(seen.flatMap(({ fields, ...times }) => fields.map((path) => [path, times] as const)));
  const identity: Record<string, unknown> = {};
  const values = new Map<string, SeenValue[]>();
  for (const place of placesOf(row.kind)) {
    const value = saidIn(body, place);
    if (value === undefined) continue;
    if (place.field.keep === 'identity') {
      identity[place.path] = value;
      continue;
    }
    const times = { first, last, ...timesOf.get(place.path) };
    if (place.field.keep === 'last') times.first = times.last;
    const own = composed.includes(place.path) ? [] : [{ value, ...times }];
    const other = others.filter(({ field }) => field === place.path);
    const all = [...own, ...other.map(({ value, first, last }) => ({ value, first, last }))];
    values.set(place.path, inSettledOrder(place.field, all));
  }
  return { first, last, identity, values };
}

/** The parts of a row that say what the fields hold and when that was seen. */
export function fieldsOfRow(
  kind: Observation['kind'],
  { first, last, identity, values }: FactState,
): Pick<Row, 'seen' | 'others' | 'composed'> & { said: Record<string, unknown> } {
  const said: Record<string, unknown> = {};
  const groups = new Map<string, SeenFields>();
  const others: OtherValue[] = [];
  const composed: string[] = [];
  for (const place of placesOf(kind)) {
    const { path, field } = place;
    const known = values.get(path);
    const value = known ? inOrder(presentOf(field, known)) : identity[path];
    if (value === undefined) continue;
    put(said, place, value);
    if (!known) continue;
    const own = known.find((one) => isEqual(one.value, value));
    if (own) noteTimes(groups, path, own, { first: field.keep === 'last' ? own.first : first, last });
    else composed.push(path);
    for (const one of known) if (one !== own) others.push({ field: path, ...one });
  }
  const seen = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
  return {
    said,
    ...(seen.length > 0 && { seen }),
    ...(others.length > 0 && { others }),
    ...(composed.length > 0 && { composed }),
  };
}

function isEqual(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && canonicalJson(a) === canonicalJson(b));
}

/** Notes when a field was seen, with the others of the same times; nothing where it is as the row. */
function noteTimes(
  groups: Map<string, SeenFields>,
  path: string,
  own: SeenValue,
  row: Pick<SeenValue, 'first' | 'last'>,
): void {
  if (own.first === row.first && own.last === row.last) return;
  const times = {
    ...(own.first !== row.first && { first: own.first }),
    ...(own.last !== row.last && { last: own.last }),
  };
  const key = JSON.stringify(times);
  const group = groups.get(key) ?? { ...times, fields: [] };
  group.fields.push(path);
  groups.set(key, group);
}

/** A row of what is known. */
function rowOf(identity: string, kind: Observation['kind'], site: string, state: FactState): Row {
  const { said, ...seen } = fieldsOfRow(kind, state);
  const body = { kind, site, seenAt: state.last, ...said } as Observation;
  return { ...keysOf(identity, body), firstSeenAt: state.first, lastSeenAt: state.last, body, ...seen };
}

/** What a row is found by. */
export function keysOf(
  identity: string,
  body: Observation,
): Pick<Row, 'identity' | 'kind' | 'who' | 'giver' | 'project'> {
  const who = whoIs(body);
  const giver = body.kind === 'review' && accountKey(body.site, body.from);
  const project = 'project' in body ? projectKey(body) : undefined;
  return {
    identity,
    kind: body.kind,
    ...(who && { who }),
    ...(giver && { giver }),
    ...(project && { project }),
  };
}

/** The row of a project, a bid or a profile after it was seen in these observations. */
export function mergeFields(row: Row | undefined, observations: readonly Observation[]): Row {
  const [first, ...more] = observations as [Observation, ...Observation[]];
  if (more.length === 0) {
    if (!row) return newRow(first);
    if (saysTheSame(row, first)) return seenAgain(row, first.seenAt);
  }
  const { kind, site } = first;
  const states = observations.map(stateOfOne);
  if (row) states.unshift(stateOfRow(row));
  const state = states.reduce((all, one) => join(kind, all, one));
  const merged = rowOf(identityOf(first), kind, site, state);
  return row?.n === undefined ? merged : { ...merged, n: row.n };
}

/** The row of a fact that was seen once: the same as of its state, and quicker, since most rows are seen once. */
function newRow(observation: Observation): Row {
  const { kind, site, seenAt } = observation;
  const body: Record<string, unknown> = { kind, site, seenAt };
  for (const place of placesOf(kind)) {
    const value = saidIn(observation, place);
    if (value === undefined) continue;
    const known = place.field.keep === 'identity' ? value : settledOnce(place.field, value, seenAt)[0]?.value;
    put(body, place, known);
  }
  const kept = body as Observation;
  return { ...keysOf(identityOf(kept), kept), firstSeenAt: seenAt, lastSeenAt: seenAt, body: kept };
}

/** True when an observation says what the row says, no less and no more, and the row remembers nothing else. */
function saysTheSame({ body, seen, others, composed }: Row, observation: Observation): boolean {
  if (seen || others || composed) return false;
  return placesOf(body.kind).every((place) => {
    const [known, said] = [saidIn(body, place), saidIn(observation, place)];
    return known === said || (known !== undefined && said !== undefined && isEqual(known, said));
  });
}

function seenAgain(row: Row, at: string): Row {
  const lastSeenAt = later(row.lastSeenAt, at);
  return {
    ...row,
    firstSeenAt: earlier(row.firstSeenAt, at),
    lastSeenAt,
    body: { ...row.body, seenAt: lastSeenAt },
  };
}

/** The row without those values of a field. */
export function withoutValues<R extends Row>(row: R, path: string, isGone: (value: unknown) => boolean): R {
  const state = stateOfRow(row);
  const left = (state.values.get(path) ?? []).filter(({ value }) => !isGone(value));
  if (left.length > 0) state.values.set(path, left);
  else state.values.delete(path);
  return { ...(row.n !== undefined && { n: row.n }), ...rowOf(row.identity, row.kind, row.body.site, state) } as R;
}

/** The row of a page: how much of it was read is true of one reading only, as a whole, and the last one counts. */
export function mergePage(row: Row | undefined, observations: readonly Observation[]): Row {
  const moments = observations.map(({ seenAt }) => seenAt);
  const all = row ? [row.body, ...observations] : observations;
  const last = all.reduce((a, b) => (comparePages(a, b) >= 0 ? a : b));
  const { kind, site, seenAt, ...said } = last;
  const values = Object.entries(said).filter(([, value]) => value !== undefined);
  const body = { kind, site, seenAt, ...(inOrder(Object.fromEntries(values)) as object) } as Observation;
  return {
    ...(row?.n !== undefined && { n: row.n }),
    ...keysOf(identityOf(body), body),
    firstSeenAt: moments.reduce(earlier, row?.firstSeenAt ?? (moments[0] as string)),
    lastSeenAt: seenAt,
    body,
  };
}

function comparePages(a: Observation, b: Observation): number {
  const [one, other] = [canonicalJson(a), canonicalJson(b)];
  return compareMoments(a.seenAt, b.seenAt) || (one < other ? -1 : one > other ? 1 : 0);
}
