// The border between page and background worker: a message that claims to be a reading is parsed here
// before anything else looks at it. Kept apart from reading.ts so that the content script, which only
// sends readings, does not carry the parser.
import * as z from 'zod/mini';
import { MAX_ID, MAX_LIST, MAX_PER_PAGE, MAX_SHORT, MAX_TEXT, MAX_URL } from '../model/limits.ts';
import { MAX_ITEMS, MAX_PATH } from './outline-limits.ts';
import {
  countables,
  type OutlineCard,
  pageKinds,
  type Reading,
  type Sighting,
  sightingKinds,
  ways,
} from './reading.ts';

/** Most fields one sighting may carry; no site has half as many. */
const MAX_FIELDS = 60;
/** Most parts of one entry of a list, such as an employment. */
const MAX_PARTS = 10;

const clipped = (max: number) =>
  z.pipe(
    z.string(),
    z.transform((s: string) => (s.length > max ? s.slice(0, max) : s)),
  );
const id = z.string().check(z.minLength(1), z.maxLength(MAX_ID));
const count = z.int().check(z.nonnegative());

const value = z.union([
  clipped(MAX_TEXT),
  z.number(),
  z.boolean(),
  z.array(clipped(MAX_SHORT)).check(z.maxLength(MAX_LIST)),
  z
    .array(
      z
        .record(z.string().check(z.maxLength(40)), clipped(MAX_TEXT))
        .check(z.refine((entry) => Object.keys(entry).length <= MAX_PARTS)),
    )
    .check(z.maxLength(MAX_LIST)),
]);

const statement = z.object({ by: z.enum(ways), value });

const ids = z.object({
  project: z.optional(id),
  account: z.optional(id),
  from: z.optional(id),
  to: z.optional(id),
  thread: z.optional(id),
});

const sighting = z.object({
  kind: z.enum(sightingKinds),
  ids,
  url: z.optional(z.string().check(z.maxLength(MAX_URL))),
  said: z
    .record(z.string().check(z.maxLength(40)), z.array(statement).check(z.maxLength(ways.length)))
    .check(z.refine((said) => Object.keys(said).length <= MAX_FIELDS)),
});

const number = z.int().check(z.nonnegative());
const item = z.object({
  text: clipped(MAX_TEXT),
  same: z.optional(z.tuple([number, number, number])),
  gaps: z.optional(clipped(MAX_TEXT)),
  path: z.array(number).check(z.maxLength(MAX_PATH)),
  slot: clipped(2 * MAX_SHORT),
  level: z.optional(number),
  naming: z.optional(z.enum(['in', 'line', 'around'])),
  label: z.optional(clipped(MAX_SHORT)),
  isTags: z.optional(z.boolean()),
  href: z.optional(clipped(MAX_URL)),
  rating: z.optional(clipped(MAX_SHORT)),
  scaled: z.optional(z.boolean()),
  time: z.optional(clipped(MAX_SHORT)),
  flag: z.optional(clipped(MAX_SHORT)),
  list: z.optional(number),
  isName: z.optional(z.boolean()),
});
const fields = z
  .record(z.string().check(z.maxLength(40)), value)
  .check(z.refine((said) => Object.keys(said).length <= MAX_FIELDS));
const card = z.object({
  account: z.string().check(z.maxLength(MAX_ID)),
  name: z.optional(clipped(MAX_SHORT)),
  said: z.optional(fields),
  items: z.array(item).check(z.maxLength(MAX_ITEMS)),
});
const outline = z.object({
  as: z.enum(['bids', 'people', 'reviews', 'profile', 'project', 'messages']),
  by: z.enum(ways),
  isLinked: z.optional(z.boolean()),
  names: z.optional(z.array(clipped(MAX_SHORT)).check(z.maxLength(MAX_LIST))),
  ids,
  url: z.string().check(z.maxLength(MAX_URL)),
  cards: z.array(card).check(z.maxLength(MAX_PER_PAGE)),
});
/** A page has one list of people, or a profile with a few that may be reviews. */
const MAX_OUTLINES = 10;

export const readingSchema = z.object({
  site: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/)),
  url: z.string().check(z.maxLength(MAX_URL)),
  seenAt: z.iso.datetime({ offset: true }),
  page: z.enum(pageKinds),
  sightings: z.array(sighting).check(z.maxLength(MAX_PER_PAGE)),
  of: z.optional(z.partialRecord(z.enum(countables), count)),
  outlines: z.optional(z.array(outline).check(z.maxLength(MAX_OUTLINES))),
  surroundings: z.optional(
    z.array(z.object({ text: clipped(MAX_SHORT), is: z.enum(['h', 'p', 'more', 'busy']) })).check(z.maxLength(400)),
  ),
  title: z.optional(clipped(MAX_SHORT)),
  cut: z.optional(z.array(z.string().check(z.maxLength(40))).check(z.maxLength(20))),
});

/**
 * Parses an untrusted value into a reading. Texts over their limit are cut.
 *
 * @returns the reading, or in one sentence what is wrong with the value. Never throws.
 */
export function parseReading(value: unknown): { reading: Reading } | { problem: string } {
  const result = parse(readingSchema, value);
  return 'problem' in result ? result : { reading: result.value as Reading };
}

function parse(schema: z.ZodMiniType<unknown>, value: unknown): { value: unknown } | { problem: string } {
  const result = z.safeParse(schema, value);
  if (result.success) return { value: result.data };
  const issue = result.error.issues[0];
  const where = issue?.path.join('.');
  const what = issue?.message ?? 'not a reading';
  return { problem: where ? `${where}: ${what}` : what };
}

/** A reading whose sightings and cards are numbers for what was told before. */
const numberedSchema = z.looseObject({
  sightings: z.array(number).check(z.maxLength(MAX_PER_PAGE)),
  outlines: z.optional(
    z
      .array(z.looseObject({ cards: z.array(number).check(z.maxLength(MAX_PER_PAGE)) }))
      .check(z.maxLength(MAX_OUTLINES)),
  ),
});
const thingsSchema = z.array(z.tuple([number, z.unknown()]));

/** Things that a page told of before, by the numbers that its script gave them. */
export interface Numbered {
  sightings: Map<number, Sighting>;
  cards: Map<number, OutlineCard>;
}

/**
 * The same for a reading that says of things only what is new.
 *
 * @param told the new things, JSON of pairs of number and thing
 * @param known what this page told before; what is new comes to it
 * @returns also undefined, where a number is of nothing that is known
 */
export function parseNumbered(
  value: unknown,
  told: string,
  known: Numbered,
): { reading: Reading } | { problem: string } | undefined {
  let things: unknown;
  try {
    things = JSON.parse(told);
  } catch {
    return { problem: 'not JSON' };
  }
  const [numbers, pairs] = [z.safeParse(numberedSchema, value), z.safeParse(thingsSchema, things)];
  if (!numbers.success || !pairs.success) return { problem: 'not numbered' };
  const news = new Map(pairs.data);
  const { sightings, outlines = [] } = numbers.data;
  let problem: string | undefined;
  let isKnown = true;
  const of = <T>(all: Map<number, T>, schema: z.ZodMiniType<unknown>, number: number): T[] => {
    let one = all.get(number);
    if (!one) {
      isKnown &&= news.has(number);
      const parsed = news.has(number) ? parse(schema, news.get(number)) : undefined;
      if (!parsed) return [];
      if ('problem' in parsed) {
        problem = parsed.problem;
        return [];
      }
      one = parsed.value as T;
      all.set(number, one);
    }
    return [one];
  };
  const seen = sightings.flatMap((one) => of(known.sightings, sighting, one));
  const cards = outlines.map((one) => one.cards.flatMap((n) => of(known.cards, card, n)));
  if (problem !== undefined) return { problem };
  if (!isKnown) return undefined;
  const bare = {
    ...numbers.data,
    sightings: [],
    ...(numbers.data.outlines && { outlines: outlines.map((one) => ({ ...one, cards: [] })) }),
  };
  const rest = parseReading(bare);
  if ('problem' in rest) return rest;
  const { reading } = rest;
  return {
    reading: {
      ...reading,
      sightings: seen,
      ...(reading.outlines && { outlines: reading.outlines.map((one, n) => ({ ...one, cards: cards[n] ?? [] })) }),
    },
  };
}
