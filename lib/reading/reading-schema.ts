// The border between page and background worker: a message that claims to be a reading is parsed here
// before anything else looks at it. Kept apart from reading.ts so that the content script, which only
// sends readings, does not carry the parser.
import * as z from 'zod/mini';
import { MAX_ID, MAX_LIST, MAX_PER_PAGE, MAX_SHORT, MAX_TEXT, MAX_URL } from '../model/limits.ts';
import { MAX_ITEMS, MAX_PATH } from './outline-limits.ts';
import { countables, pageKinds, type Reading, sightingKinds, ways } from './reading.ts';

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
const outline = z.object({
  as: z.enum(['bids', 'people', 'reviews', 'profile', 'project']),
  by: z.enum(ways),
  isLinked: z.optional(z.boolean()),
  ids,
  url: z.string().check(z.maxLength(MAX_URL)),
  cards: z
    .array(
      z.object({
        account: z.string().check(z.maxLength(MAX_ID)),
        name: z.optional(clipped(MAX_SHORT)),
        said: z.optional(fields),
        items: z.array(item).check(z.maxLength(MAX_ITEMS)),
      }),
    )
    .check(z.maxLength(MAX_PER_PAGE)),
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
  const result = z.safeParse(readingSchema, value);
  if (result.success) return { reading: result.data as Reading };
  const issue = result.error.issues[0];
  const where = issue?.path.join('.');
  const what = issue?.message ?? 'not a reading';
  return { problem: where ? `${where}: ${what}` : what };
}
