// Every message between the parts of Hireflag: the script in a marketplace page, the background
// worker and the popup. Each is parsed where it arrives, because what a page's script sends was
// scraped, and because two versions of the extension may meet while one is being updated.
import * as z from 'zod/mini';
import { assessmentSchema, coverageSchema, levels } from './model/assessment.ts';

/** How much of a page was understood, as the popup shows it. */
const pageSummarySchema = z.object({
  page: z.string(),
  read: z.enum(['whole', 'part', 'not']),
  missing: z.array(z.string()),
  found: z.record(z.string(), z.number()),
  of: z.record(z.string(), z.number()),
});

/** What a badge shows of an account; the evidence is fetched when the panel opens. */
const markSchema = z.object({
  site: z.string(),
  account: z.string(),
  level: z.enum(levels),
  coverage: coverageSchema,
  findings: z.array(
    z.object({
      flag: z.string(),
      title: z.string(),
      strength: z.enum(['weak', 'moderate', 'strong']),
      says: z.string(),
    }),
  ),
});

/** A red flag's own words, for the panel. */
const explainedFlagSchema = z.object({
  id: z.string(),
  title: z.string(),
  looksFor: z.string(),
  clauses: z.array(z.object({ id: z.string(), words: z.string() })),
  innocent: z.array(z.string()),
  limits: z.array(z.string()),
  clearedBy: z.array(z.string()),
  ask: z.string(),
});

const requestSchema = z.discriminatedUnion('type', [
  /** A page's script read a page. `reading` is parsed by the site readers' own schema. */
  z.object({ type: z.literal('page-read'), reading: z.unknown() }),
  /** The panel of one account opened. */
  z.object({ type: z.literal('explain'), site: z.string(), account: z.string() }),
  /** The popup asks for marks of the accounts on a page. */
  z.object({ type: z.literal('mark'), site: z.string(), accounts: z.array(z.string()).check(z.maxLength(2_000)) }),
]);

const replySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('marks'), marks: z.array(markSchema), page: z.optional(pageSummarySchema) }),
  z.object({ type: z.literal('explanation'), assessment: assessmentSchema, flags: z.array(explainedFlagSchema) }),
  z.object({ type: z.literal('problem'), problem: z.string() }),
]);

/** The popup's question to the script in a page, and its answer. */
const whatIsHereSchema = z.object({ type: z.literal('what-is-here') });
const hereSchema = z.object({
  site: z.string(),
  /** Accounts in the order of the page. */
  accounts: z.array(z.string()),
  /** Absent while the page is still being read. */
  page: z.optional(pageSummarySchema),
});

export type Request = z.infer<typeof requestSchema>;
export type Reply = z.infer<typeof replySchema>;
export type Mark = z.infer<typeof markSchema>;
export type PageSummary = z.infer<typeof pageSummarySchema>;
export type ExplainedFlag = z.infer<typeof explainedFlagSchema>;
export type Explanation = Extract<Reply, { type: 'explanation' }>;
export type Here = z.infer<typeof hereSchema>;

/** Parses a message at the worker. Throws where it is not one of ours. */
export const parseRequest = (message: unknown): Request => requestSchema.parse(message);
/** Parses the worker's answer. Throws where it is not one of ours. */
export const parseReply = (message: unknown): Reply => replySchema.parse(message);
/** True for the popup's question to a page's script. */
export const isWhatIsHere = (message: unknown): boolean => whatIsHereSchema.safeParse(message).success;
/** Parses the page script's answer to the popup. Throws where it is not one of ours. */
export const parseHere = (message: unknown): Here => hereSchema.parse(message);
