// The rows of reviews and messages. A page gives neither a number, and often only a rough time; so those of one
// identity are taken together: their words, of which a list may show the beginning, and all times that were seen of
// each. A row is written for every one that the times tell apart. The first and last sighting are those of all of
// them, since a rough time may be of any.

import { catalogue } from '../model/fields.ts';
import { type Message, type Observation, type Review, wordless } from '../model/observation.ts';
import { parseTime, type Time } from '../model/time.ts';
import { canonicalJson, compareKeys, text as textKind } from '../model/values.ts';
import { type FactState, join, stateOfOne } from './fact-state.ts';
import { identityOf, rowIdentity, textHash } from './identity.ts';
import { fieldsOfRow, keysOf, type Row, stateOfRow } from './row.ts';
import { MAX_VALUES } from './seen-values.ts';
import { clustersOf, keptTimes } from './time-clusters.ts';

type Grouped = Review | Message;

/** The same words with every time that was seen of them. */
interface Wording {
  text: string | undefined;
  times: readonly Time[];
}

interface GroupState {
  fields: FactState;
  wordings: Map<string, Wording>;
}

const timeField = { review: 'at', message: 'sentAt' } as const;

/** What stands for the words among those of one identity; those of one message are the same, kept or not. */
function keyOf(kind: Grouped['kind'], text: string | undefined): string {
  return kind === 'message' || text === undefined ? '' : catalogue.review.text.canonical(text);
}

/** Of two spellings of the same words the one that says more: words rather than their fingerprint, with line breaks. */
function fuller(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined || a === b) return a ?? b;
  if (wordless.test(a) !== wordless.test(b)) return wordless.test(a) ? b : a;
  return compareKeys(canonicalJson(a), canonicalJson(b)) >= 0 ? a : b;
}

function groupOf(
  fields: FactState,
  kind: Grouped['kind'],
  text: string | undefined,
  times: readonly Time[],
): GroupState {
  fields.values.delete('text');
  fields.values.delete(timeField[kind]);
  return { fields, wordings: new Map([[keyOf(kind, text), { text, times: keptTimes(times) }]]) };
}

function groupOfOne(observation: Grouped): GroupState {
  const time = parseTime(timeOf(observation) ?? '');
  return groupOf(stateOfOne(observation), observation.kind, observation.text, time === undefined ? [] : [time]);
}

function groupOfRow(row: Row): GroupState {
  const { kind, text } = row.body as Grouped;
  return groupOf(stateOfRow(row), kind, text, timesIn(row));
}

function timesIn({ body, times }: Pick<Row, 'body' | 'times'>): readonly Time[] {
  const time = timeOf(body as Grouped);
  return times ?? (time === undefined ? [] : [time]);
}

function timeOf(body: Grouped): Time | undefined {
  return body.kind === 'review' ? body.at : body.sentAt;
}

function joinGroups(kind: Grouped['kind'], groups: readonly GroupState[]): GroupState {
  const wordings = new Map<string, { text: string | undefined; times: Set<Time> }>();
  for (const group of groups) {
    for (const [key, { text, times }] of group.wordings) {
      const known = wordings.get(key) ?? { text, times: new Set() };
      for (const time of times) known.times.add(time);
      wordings.set(key, { ...known, text: fuller(known.text, text) });
    }
  }
  const fields = groups.map((group) => group.fields).reduce((all, one) => join(kind, all, one));
  const kept = keptWordings(wordings).map(
    ([key, { text, times }]) => [key, { text, times: keptTimes(times) }] as const,
  );
  return { fields, wordings: new Map(kept) };
}

/** The words that no others go on with; of too many those highest by compareKeys, which is a join (seen-values.ts). */
function keptWordings<W extends Pick<Wording, 'text'>>(wordings: ReadonlyMap<string, W>): [string, W][] {
  if (wordings.size === 1) return [...wordings];
  const all = [...wordings];
  const whole = all.filter(([, { text }]) => !all.some(([, other]) => isPartOf(text, other.text)));
  return whole.sort(([a], [b]) => compareKeys(b, a)).slice(0, MAX_VALUES);
}

function isPartOf(part: string | undefined, whole: string | undefined): boolean {
  return part !== undefined && whole !== undefined && textKind.absorbs(whole, part);
}

/** The rows of reviews or messages of one identity after they were seen in these observations. */
export function mergeGrouped(rows: readonly Row[], observations: readonly Grouped[]): Row[] {
  const [{ kind, site }] = observations as [Grouped];
  const fact = identityOf(observations[0] as Grouped);
  const { fields, wordings } = joinGroups(kind, [...rows.map(groupOfRow), ...observations.map(groupOfOne)]);
  const numbers = new Map(rows.map(({ identity, n }) => [identity, n]));
  const { said, ...seen } = fieldsOfRow(kind, fields);
  return [...wordings].flatMap(([key, { text, times }]) => {
    const words = textHash(key);
    const clusters = times.length === 0 ? [{ time: undefined, times: [] }] : clustersOf(times);
    return clusters.map(({ time, times }, i): Row => {
      const identity = rowIdentity(fact, words, String(i));
      const body = {
        kind,
        site,
        seenAt: fields.last,
        ...said,
        ...(text !== undefined && { text }),
        ...(time !== undefined && { [timeField[kind]]: time }),
      } as Grouped;
      const n = numbers.get(identity);
      return {
        ...(n !== undefined && { n }),
        ...keysOf(identity, body),
        firstSeenAt: fields.first,
        lastSeenAt: fields.last,
        body,
        ...seen,
        ...((times.length > 1 || times[0] !== time) && { times }),
      };
    });
  });
}

/** True for the kinds of which several rows may have one identity. */
export function isGrouped(kind: Observation['kind']): kind is Grouped['kind'] {
  return kind === 'review' || kind === 'message';
}

/** What every observation of a review's or a message's row says, by the path of the field. */
export function fixedOf({ body }: Pick<Row, 'body'>): Map<string, unknown> {
  if (!isGrouped(body.kind)) return new Map();
  const said = ['text', 'rating', 'fromRole', 'mine'].map((path) => [path, body[path as never]] as const);
  return new Map(said.filter(([, value]) => value !== undefined));
}

/** The times that were seen of a review or a message, each with the path of its field. */
export function timesOf(row: Pick<Row, 'body' | 'times'>): [path: string, time: Time][] {
  if (!isGrouped(row.body.kind)) return [];
  const path = timeField[row.body.kind];
  return timesIn(row).map((time) => [path, time]);
}
