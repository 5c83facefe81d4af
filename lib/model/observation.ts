// An observation is one plain fact that was on a page somebody opened: a bid, a profile, a review,
// a project, a message, or how much of a page could be read. Everything else in Hireflag is worked
// out from these. The schemas here are the border: what is scraped, imported or piped in passes
// through them before anything else sees it.
import * as z from 'zod/mini';
import { relativeLegacyTime } from './legacy-time.ts';
import { MAX_ID, MAX_LIST, MAX_SHORT, MAX_TEXT, MAX_URL } from './limits.ts';
import { dayOrMoment, parseTime, precisionOf, type Time, writeTime } from './time.ts';

const clipped = (max: number) =>
  z.pipe(
    z.string(),
    z.transform((s: string) => (s.length > max ? s.slice(0, max) : s).toWellFormed()),
  );
const text = () => clipped(MAX_TEXT);
const short = () => clipped(MAX_SHORT);
const id = () => z.string().check(z.minLength(1), z.maxLength(MAX_ID), z.regex(/^[^\p{Cc}\p{Cs}]*$/u));
const url = () => clipped(MAX_URL);
/** An exact moment, in UTC to the millisecond: written alike, moments are in order as texts too. */
const moment = () =>
  z.pipe(
    z.string(),
    z.transform((written, { issues }) => {
      const time = parseTime(written);
      if (time !== undefined && precisionOf(time) === 'moment') return new Date(time).toISOString();
      issues.push({ code: 'custom', input: written, message: 'not a moment' });
      return z.NEVER;
    }),
  );
/** When something was, as far as it is known: an interval in its canonical form (time.ts). */
const time = () =>
  z.pipe(
    z.string(),
    z.transform((written, { issues }): Time => {
      const time = timeOf(written);
      if (time === undefined) issues.push({ code: 'custom', input: written, message: 'not a time' });
      return time ?? z.NEVER;
    }),
  );
/** An end of a period in somebody's past: a time where it is one, and else the words as they stand. */
const timeOrWords = () =>
  z.pipe(
    short(),
    z.transform((words) => timeOf(words) ?? words),
  );
const list = <T extends z.ZodMiniType>(item: T) =>
  z.pipe(
    z.array(item),
    z.transform((items) => items.slice(0, MAX_LIST)),
  );
const amount = () => z.number().check(z.nonnegative());
const count = () => z.int().check(z.nonnegative());
const rate = () => z.number().check(z.gte(0), z.lte(1));
const currency = () => z.string().check(z.regex(/^[A-Z]{3}$/));
const optional = z.optional;

/** A time in its canonical form; undefined for what is none. Midnight to the millisecond is a day. */
function timeOf(written: string): Time | undefined {
  const time = parseTime(written);
  return time !== undefined && precisionOf(time) === 'moment' ? writeTime(dayOrMoment(Date.parse(time))) : time;
}

const seen = {
  /** Registry id of the marketplace, such as `freelancer`. */
  site: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/)),
  /** When the page was read. */
  seenAt: moment(),
  /** Address of the page. */
  url: optional(url()),
};

/** Whether a text is there as it was written, or a page showed no more than its beginning; absent where that is not known. */
const extent = () => z.enum(['whole', 'part']);

const project = z.object({
  kind: z.literal('project'),
  ...seen,
  project: id(),
  title: optional(short()),
  text: optional(text()),
  textIs: optional(extent()),
  client: optional(id()),
  postedAt: optional(time()),
  bidCount: optional(count()),
  /** Where a page says no number but between which ones it lies: both ends count. */
  bidCountRange: optional(z.object({ min: optional(count()), max: optional(count()) })),
  budget: optional(z.object({ min: optional(amount()), max: optional(amount()), currency: currency() })),
  skills: optional(list(short())),
  status: optional(short()),
});

const bid = z.object({
  kind: z.literal('bid'),
  ...seen,
  project: id(),
  account: id(),
  text: optional(text()),
  textIs: optional(extent()),
  amount: optional(amount()),
  currency: optional(currency()),
  days: optional(amount()),
  submittedAt: optional(time()),
  outcome: optional(z.enum(['open', 'awarded', 'rejected', 'withdrawn'])),
});

const profile = z.object({
  kind: z.literal('profile'),
  ...seen,
  account: id(),
  role: z.enum(['freelancer', 'client']),
  name: optional(short()),
  headline: optional(short()),
  about: optional(text()),
  location: optional(
    z.object({
      city: optional(short()),
      country: optional(z.string().check(z.regex(/^[A-Z]{2}$/))),
      timezone: optional(short()),
    }),
  ),
  localTime: optional(short()),
  memberSince: optional(time()),
  activeSince: optional(time()),
  hourlyRate: optional(z.object({ amount: amount(), currency: currency() })),
  skills: optional(list(short())),
  languages: optional(list(short())),
  education: optional(
    list(
      z.object({
        school: short(),
        degree: optional(short()),
        from: optional(timeOrWords()),
        to: optional(timeOrWords()),
      }),
    ),
  ),
  employment: optional(
    list(
      z.object({
        employer: short(),
        title: optional(short()),
        from: optional(timeOrWords()),
        to: optional(timeOrWords()),
      }),
    ),
  ),
  portfolio: optional(list(z.object({ title: short(), url: optional(url()), text: optional(text()) }))),
  links: optional(list(url())),
  contacts: optional(list(z.object({ type: short(), value: short() }))),
  avatar: optional(url()),
  verified: optional(list(short())),
  closed: optional(z.boolean()),
  stats: optional(
    z.object({
      jobsCompleted: optional(count()),
      completionRate: optional(rate()),
      onTime: optional(rate()),
      onBudget: optional(rate()),
      rehireRate: optional(rate()),
      /** The site's own score of how many jobs went well, as Upwork's Job Success. */
      jobSuccess: optional(rate()),
      acceptRate: optional(rate()),
      reviewCount: optional(count()),
      rating: optional(amount()),
      earnings: optional(amount()),
      bidsPlaced: optional(count()),
      bidsWon: optional(count()),
      responseHours: optional(amount()),
    }),
  ),
});

const review = z.object({
  kind: z.literal('review'),
  ...seen,
  from: id(),
  fromRole: z.enum(['client', 'freelancer']),
  to: id(),
  rating: optional(z.object({ value: z.number(), outOf: z.number().check(z.positive()) })),
  text: optional(text()),
  at: optional(time()),
  project: optional(id()),
});

const counts = z.object({
  bids: optional(count()),
  profiles: optional(count()),
  reviews: optional(count()),
  messages: optional(count()),
});

const page = z.object({
  kind: z.literal('page'),
  ...seen,
  page: z.enum(['project', 'bids', 'profile', 'reviews', 'messages', 'search']),
  /** How much of the page was understood. */
  read: z.enum(['whole', 'part', 'not']),
  /** Fields that should be there and were found nowhere on the page. */
  missing: optional(list(short())),
  /** How many of each kind were read. */
  found: optional(counts),
  /** How many of each kind the page itself says there are. */
  of: optional(counts),
  /** How many readings of one field disagreed between two ways of reading it. */
  disagreed: optional(count()),
});

/** What stands in place of a message's words where these are not kept: a fingerprint. */
export const wordless = /^#[0-9a-f]{24}$/;

/** Longest sentence that is kept of what somebody wrote, UTF-16 code units. */
export const MAX_QUOTE = 300;
/** Sentences that are kept of one message. */
const MAX_QUOTES = 40;

/** What reading a message came to, where its words are not kept: its language, and the sentences that a red flag quotes. */
const reading = z.object({
  /** ISO 639-1; absent where it is none that is known. */
  language: optional(z.string().check(z.regex(/^[a-z]{2,3}$/))),
  quotes: z.pipe(
    z.array(z.object({ flag: id(), strength: z.enum(['weak', 'moderate', 'strong']), quote: clipped(MAX_QUOTE) })),
    z.transform((quotes) => quotes.slice(0, MAX_QUOTES)),
  ),
});

const message = z.object({
  kind: z.literal('message'),
  ...seen,
  thread: id(),
  account: id(),
  /** True when the user wrote it. */
  mine: z.boolean(),
  text: text(),
  sentAt: optional(time()),
  /** Ways to reach or pay somebody that the words name, in their normal form, where the words are not kept. */
  contacts: optional(list(z.object({ type: short(), value: short() }))),
  reading: optional(reading),
});

const kinds = [project, bid, profile, review, page, message] as const;
const observation = z.discriminatedUnion('kind', kinds);
/** The kinds of observation that this version knows. */
export const observationKinds: ReadonlySet<string> = new Set(kinds.flatMap(({ shape }) => shape.kind.def.values));

export type Observation = z.infer<typeof observation>;
export type Project = z.infer<typeof project>;
export type Bid = z.infer<typeof bid>;
export type Profile = z.infer<typeof profile>;
export type Review = z.infer<typeof review>;
export type Page = z.infer<typeof page>;
export type Message = z.infer<typeof message>;
export type MessageReading = z.infer<typeof reading>;

/**
 * Parses one untrusted value into an observation. Fields that are `null` or empty are read as not
 * seen; texts and lists over their limit (see limits.ts) are cut; unknown fields are dropped. Moments that version
 * 0.1 made from relative words become the intervals that the words stand for.
 *
 * @returns the observation, or in one sentence what is wrong with the value. Never throws.
 */
export function parseObservation(value: unknown): { observation: Observation } | { problem: string } {
  const result = z.safeParse(observation, widened(withoutUnseen(value)));
  if (result.success) return { observation: result.data };
  const issue = result.error.issues[0];
  const where = issue?.path.join('.');
  const what = issue?.message ?? 'not an observation';
  return { problem: where ? `${where}: ${what}` : what };
}

/** A copy without the fields that say nothing, three levels deep: as deep as observations go. */
function withoutUnseen(value: unknown, depth = 3): unknown {
  if (depth === 0 || typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const kept: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(value)) {
    if (field === null || field === '' || field === undefined) continue;
    kept[key] = withoutUnseen(field, depth - 1);
  }
  return kept;
}

/** Fields that version 0.1 filled with a moment whatever the page had said. */
const timeFields = ['postedAt', 'submittedAt', 'at', 'sentAt'] as const;

/**
 * A file does not say which version wrote it. 0.1 wrote every moment with its milliseconds, which since then only
 * moments have that fall between two seconds; so what is written so and has the seconds of the look was relative words.
 * What 0.1 took for the beginning of somebody's membership without its being a time is left out.
 */
function widened(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const fields: Record<string, unknown> = { ...value };
  for (const field of timeFields) {
    const [time, seenAt] = [fields[field], fields.seenAt];
    if (typeof time !== 'string' || typeof seenAt !== 'string' || !/^.{19}\.\d{3}Z$/.test(time)) continue;
    fields[field] = relativeLegacyTime(time, seenAt) ?? time;
  }
  if (typeof fields.memberSince === 'string' && timeOf(fields.memberSince) === undefined) delete fields.memberSince;
  return fields;
}
