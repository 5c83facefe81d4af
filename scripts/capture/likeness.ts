// Compares how two pages are read: a captured page is worth nothing as a test page unless Hireflag reads on it
// what it reads on the original, by the same ways. Only counts, kinds and figures are compared, never words.
import type { Observation } from '../../lib/model/observation.ts';
import { readPageOf } from '../../lib/reading/read-page.ts';
import { type Reading, type Sighting, type Value, type Way, ways } from '../../lib/reading/reading.ts';
import { parseReading } from '../../lib/reading/reading-schema.ts';
import type { Site } from '../../lib/reading/site.ts';
import { observationsIn } from '../../lib/sites/registry.ts';

export interface Read {
  observations: Observation[];
  /** By all ways together, and by each alone, what was seen, without any words. */
  shapes: Map<Way | 'all', string[]>;
}

/** Reads a page by all ways; undefined where it is no page of a kind that is read. */
export function readByAllWays(site: Site, document: Document, url: string, seenAt: string): Read | undefined {
  const shapes: Read['shapes'] = new Map();
  let observations: Observation[] | undefined;
  for (const by of [undefined, ...ways]) {
    const read = readPageOf(site, document, url, { seenAt, ...(by && { by }) });
    const parsed = read && parseReading(JSON.parse(JSON.stringify(read.reading)));
    if (!parsed || 'problem' in parsed) return undefined;
    const seen = observationsIn(parsed.reading);
    observations ??= seen;
    shapes.set(by ?? 'all', [...shapeOf(parsed.reading, read.anchors.size), ...seen.map(figuresOf)]);
  }
  return observations && { observations, shapes };
}

/** The differences between two readings, each in a sentence; none where they are alike. */
export function differences(original: Read, captured: Read): string[] {
  return [...original.shapes].flatMap(([way, before]) => {
    const after = captured.shapes.get(way) ?? [];
    const by = way === 'all' ? 'by all ways together' : `by ${way} alone`;
    if (before.length !== after.length)
      return [`${by}: ${after.length} things are seen where the original has ${before.length}`];
    const at = before.findIndex((one, n) => one !== after[n]);
    return at < 0 ? [] : [`${by}: ${after[at]} where the original has ${before[at]}`];
  });
}

/** What was seen, one line each, with people and projects as numbers in the order they first stand in. */
function shapeOf({ page, sightings, of }: Reading, anchors: number): string[] {
  const numbers = new Map<string, number>();
  const numberOf = (id: string) => {
    if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
    return numbers.get(id);
  };
  const one = ({ kind, ids, said }: Sighting) => {
    const whose = Object.entries(ids).map(([name, id]) => `${name} ${numberOf(id)}`);
    const fields = Object.entries(said).map(
      ([field, statements]) => `${field} ${statements.map(({ by, value }) => `by ${by}: ${kindOf(value)}`).join(', ')}`,
    );
    return `${kind} (${whose.join(', ')}) with ${fields.join('; ')}`;
  };
  return [`a page of kind ${page}, ${JSON.stringify(of ?? {})}, ${anchors} badges`, ...sightings.map(one)];
}

function kindOf(value: Value): string {
  // An invented address may be shorter or longer: of another host, without its query.
  if (typeof value === 'string')
    return /^(?:https?:|\.{0,2}\/)\S*$/.test(value) ? 'an address' : `text of ${value.length}`;
  if (typeof value !== 'object') return String(value).replace(/\d{5,}/, (digits) => `${digits.length} digits`);
  return `${value.length} of ${JSON.stringify(value.map((one) => (typeof one === 'string' ? kindOf(one) : Object.keys(one))))}`;
}

/** What was understood: which fields, and of those that are figures, days and places which. */
function figuresOf(one: Observation): string {
  const known = new Set(['read', 'page', 'outcome', 'currency', 'country', 'timezone', 'localTime', 'role', 'missing']);
  const isTime = new Set([
    'seenAt',
    'postedAt',
    'submittedAt',
    'memberSince',
    'activeSince',
    'at',
    'sentAt',
    'from',
    'to',
  ]);
  const plain = (value: unknown, key: string): unknown => {
    // Of a list of words each is told once: words that were the same may have become different ones.
    if (Array.isArray(value) && value.every((each) => typeof each === 'string') && !known.has(key)) return ['…'];
    if (Array.isArray(value)) return value.map((each) => plain(each, key));
    if (typeof value === 'object' && value !== null) {
      // A town is known by its name, which is invented.
      return Object.fromEntries(
        Object.entries(value)
          .filter(([name]) => name !== 'city')
          .map(([name, each]) => [name, plain(each, name)]),
      );
    }
    if (typeof value !== 'string' || known.has(key)) return value;
    return isTime.has(key) && /^\d{4}(?:-\d{2}){0,2}(?:T|$)/.test(value) ? value : '…';
  };
  return `${one.kind} ${JSON.stringify(plain(one, ''))}`;
}
