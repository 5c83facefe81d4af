// An assessment is every check on one account with what it found, how much of the account was seen, and one
// of four levels. The level orders attention; it is not a probability and not a judgement of a person.
import * as z from 'zod/mini';
import { checkSchema, findingSchema } from './finding.ts';
import { MAX_ID, MAX_LIST, MAX_SHORT, MAX_URL } from './limits.ts';

export const levels = ['not-enough-seen', 'no-flags', 'worth-a-question', 'look-closer'] as const;

export const coverageSchema = z.object({
  bids: z.number(),
  projects: z.number(),
  reviews: z.number(),
  profiles: z.number(),
  messages: z.number(),
});

/** Another account that may be the same person's, and why: for the user to say. */
export const proposalSchema = z.object({
  /** `site:account`. */
  account: z.string().check(z.maxLength(MAX_ID * 2)),
  /** What both show, such as `mail`. */
  because: z.string().check(z.maxLength(MAX_ID)),
  value: z.string().check(z.maxLength(MAX_URL)),
});

/** Something that an account shows and that is on the user's own list. */
export const listedSchema = z.object({
  value: z.string().check(z.maxLength(MAX_URL)),
  /** Where the user has it from. */
  source: z.string().check(z.maxLength(MAX_SHORT)),
  /** A time as in time.ts. */
  date: z.optional(z.string().check(z.maxLength(MAX_ID))),
});

export const assessmentSchema = z.object({
  site: z.string(),
  account: z.string(),
  level: z.enum(levels),
  coverage: coverageSchema,
  /** One of each flag that is on, in the order of the flags. */
  checks: z.array(checkSchema),
  findings: z.array(findingSchema),
  /** Absent where there is nothing. */
  listed: z.optional(z.array(listedSchema).check(z.maxLength(MAX_LIST))),
  /** Absent where there are none. */
  proposals: z.optional(z.array(proposalSchema).check(z.maxLength(MAX_LIST))),
});

export type Proposal = z.infer<typeof proposalSchema>;
export type Listed = z.infer<typeof listedSchema>;
export type Level = (typeof levels)[number];
export type Coverage = z.infer<typeof coverageSchema>;
export type Assessment = z.infer<typeof assessmentSchema>;
