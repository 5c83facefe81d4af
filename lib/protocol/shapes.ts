// Shapes that several messages carry: an account as a badge shows it, how much of a page was read.
import * as z from 'zod/mini';
import { assessmentSchema, coverageSchema, levels } from '../model/assessment.ts';
import { decisionSchema } from '../model/decision.ts';
import { findingSchema, strengths } from '../model/finding.ts';

/** How much of a page was understood, as the popup shows it. */
export const pageSummarySchema = z.object({
  page: z.string(),
  read: z.enum(['whole', 'part', 'not']),
  missing: z.array(z.string()),
  found: z.record(z.string(), z.number()),
  of: z.record(z.string(), z.number()),
});

/** What a badge shows of an account; the evidence is fetched when the panel opens. */
export const markSchema = z.object({
  site: z.string(),
  account: z.string(),
  /** As pages show it, where that is known. */
  name: z.optional(z.string()),
  level: z.enum(levels),
  coverage: coverageSchema,
  findings: z.array(
    z.object({
      flag: z.string(),
      /** The other accounts involved, as `site:account`; of many only some. */
      with: z.array(z.string()),
      title: z.string(),
      strength: z.enum(strengths),
      says: z.string(),
    }),
  ),
  /** When the user found it fine, ISO 8601, while nothing new was found since. */
  checked: z.optional(z.string()),
  /** How many flags and findings the user set aside; absent where none. */
  setAside: z.optional(z.number()),
});

/** A level, or in its place what the user decided: found fine, or set aside whatever asked for attention. */
export const looks = [...levels, 'checked', 'set-aside'] as const;

/** What a badge beside a name shows, all of it text. */
export const badgeSchema = z.object({
  /** Its shape and colours: a level, or what the user decided in its place. */
  look: z.enum(looks),
  words: z.string(),
  /** Its name for screen readers, which says whom it is about and why. */
  label: z.string(),
  /** What a pointer that rests on it is told. */
  title: z.string(),
});

/** What the line in a corner of a list says. */
export const lineSchema = z.object({
  words: z.string(),
  /** Its name for screen readers: pressed, it leads to the next who asks for a look. */
  label: z.string(),
  /** The name of what closes it. */
  close: z.string(),
});

const storedDecision = z.intersection(decisionSchema, z.object({ id: z.number() }));

/** What the frame over a marketplace's page shows: the panel of an account, or that the page was not understood. */
export const frameViewSchema = z.discriminatedUnion('view', [
  z.object({
    view: z.literal('panel'),
    assessment: z.extend(assessmentSchema, {
      setAside: z.array(z.object({ finding: findingSchema, by: storedDecision })),
      decisions: z.array(storedDecision),
      checked: z.optional(z.object({ at: z.string(), reason: z.string() })),
      newSince: z.array(z.string()),
    }),
    /** When the account's record was last changed, ISO 8601, if it has one. */
    recordChanged: z.optional(z.string()),
    /** What was wrong with what the user just did. */
    problem: z.optional(z.string()),
    /** What people named there are called whose ids say something else, by `site:account`. */
    names: z.record(z.string(), z.string()),
  }),
  z.object({ view: z.literal('note') }),
]);

export type Look = (typeof looks)[number];
export type Mark = z.infer<typeof markSchema>;
export type PageSummary = z.infer<typeof pageSummarySchema>;
export type BadgeView = z.infer<typeof badgeSchema>;
export type LineView = z.infer<typeof lineSchema>;
export type FrameView = z.infer<typeof frameViewSchema>;
