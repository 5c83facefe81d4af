// Every message between the parts of Hireflag: the script in a marketplace page, the background
// worker and the popup. Each is parsed where it arrives, because what a page's script sends was
// scraped, and because two versions of the extension may meet while one is being updated. The script
// in a page imports types only from here; its own end is in overlay/reply.ts and overlay/tree.ts.
import * as z from 'zod/mini';
import { assessmentSchema, coverageSchema, levels } from '../model/assessment.ts';
import { MAX_SHORT, MAX_TEXT, MAX_URL } from '../model/limits.ts';
import type { Tree } from './tree.ts';

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
  /** When the user found it fine, ISO 8601, while nothing new was found since. */
  checked: z.optional(z.string()),
});

const requestSchema = z.discriminatedUnion('type', [
  /** A marketplace page is loading: get ready to answer soon. */
  z.object({ type: z.literal('wake') }),
  /** A page's script read a page. `reading` is parsed by the site readers' own schema. */
  z.object({ type: z.literal('page-read'), reading: z.unknown() }),
  /** The popup had a page of no marketplace read, as the user asked; `reading` as above. */
  z.object({ type: z.literal('any-page'), reading: z.unknown() }),
  /** The user says whose words a selected text is: somebody's who was seen, or somebody's by a name. */
  z.object({
    type: z.literal('keep-text'),
    text: z.string().check(z.maxLength(MAX_TEXT)),
    /** Address of the page it was selected on. */
    url: z.string().check(z.maxLength(MAX_URL)),
    whose: z.union([
      z.object({ site: z.string(), account: z.string() }),
      z.object({ name: z.string().check(z.maxLength(MAX_SHORT)) }),
    ]),
  }),
  /** The panel of one account opened. */
  z.object({ type: z.literal('explain'), site: z.string(), account: z.string() }),
  /** The user did something in a panel; `values` holds what its fields said, by name. */
  z.object({
    type: z.literal('act'),
    site: z.string(),
    account: z.string(),
    act: z.enum(['fine', 'mute', 'false-alarm', 'same-person', 'not-same-person', 'undo', 'record', 'open-record']),
    values: z.record(z.string().check(z.maxLength(40)), z.string().check(z.maxLength(2_000))),
  }),
  /** The popup asks for marks of the accounts on a page. */
  z.object({ type: z.literal('mark'), site: z.string(), accounts: z.array(z.string()).check(z.maxLength(2_000)) }),
  /** The dashboard asks for everything found on some accounts, each `site:account`. */
  z.object({ type: z.literal('assess'), accounts: z.array(z.string()).check(z.maxLength(100)) }),
  /** The popup searches among everyone seen. */
  z.object({ type: z.literal('search'), typed: z.string().check(z.maxLength(300)) }),
  /** The popup asks how much there is. */
  z.object({ type: z.literal('totals') }),
]);

/** Work that takes a while, asked for over a port of this name; `{ type: 'stop' }` ends it early. */
export const WORK_PORT = 'work';
const workSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('assess-everyone') }),
  /** Takes in what the dashboard put into the table `incoming` under this name. */
  z.object({ type: z.literal('import'), of: z.string(), observations: z.number() }),
  /** Deletes accounts, each `site:account`. */
  z.object({ type: z.literal('forget'), accounts: z.array(z.string()).check(z.maxLength(100)) }),
  z.object({ type: z.literal('forget-all') }),
  /** Deletes what was last seen before this time. */
  z.object({ type: z.literal('expire'), before: z.iso.datetime() }),
]);
const workReplySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), done: z.number(), of: z.optional(z.number()) }),
  z.object({
    type: z.literal('done'),
    added: z.optional(z.number()),
    seenAgain: z.optional(z.number()),
    gone: z.optional(z.number()),
  }),
  z.object({ type: z.literal('stopped') }),
  z.object({ type: z.literal('problem'), problem: z.string() }),
]);
const assessmentsReplySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('assessments'), assessments: z.array(assessmentSchema) }),
  z.object({ type: z.literal('problem'), problem: z.string() }),
]);
const totalsReplySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('totals'), accounts: z.number() }),
  z.object({ type: z.literal('problem'), problem: z.string() }),
]);

/** The worker's answers to the popup. */
const marksReplySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('marks'), marks: z.array(markSchema) }),
  z.object({ type: z.literal('problem'), problem: z.string() }),
]);

const anyPageReplySchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('any-page'),
    page: pageSummarySchema,
    /** Who was read, and which fields of their profile. */
    people: z.array(z.object({ mark: markSchema, name: z.optional(z.string()), fields: z.array(z.string()) })),
  }),
  z.object({ type: z.literal('problem'), problem: z.string() }),
]);

/** What the script that ran once in a page of no marketplace gives to the popup; `reading` is the worker's to parse. */
const anyPageReadSchema = z.object({
  reading: z.looseObject({ url: z.string() }),
  selected: z.optional(z.string().check(z.maxLength(MAX_TEXT))),
});

/** What the script in a page answers to the popup's `{ type: 'what-is-here' }`. */
const hereSchema = z.object({
  site: z.string(),
  /** Accounts in the order of the page. */
  accounts: z.array(z.string()),
  /** Absent while the page is still being read. */
  page: z.optional(pageSummarySchema),
});

export type Request = z.infer<typeof requestSchema>;
export type Mark = z.infer<typeof markSchema>;
export type PageSummary = z.infer<typeof pageSummarySchema>;
export type Here = z.infer<typeof hereSchema>;
export type MarksReply = z.infer<typeof marksReplySchema>;
export type AnyPageReply = z.infer<typeof anyPageReplySchema>;
export type AssessmentsReply = z.infer<typeof assessmentsReplySchema>;
export type TotalsReply = z.infer<typeof totalsReplySchema>;
export type Work = z.infer<typeof workSchema>;
export type WorkReply = z.infer<typeof workReplySchema>;

/** The worker's answer to `page-read`: a badge for each account, and a note when nothing was understood. */
export interface BadgesReply {
  type: 'badges';
  badges: { account: string; badge: Tree }[];
  page: PageSummary;
  note?: Tree;
}

/** The worker's answer to `wake`: how what we show in the page looks, so that its script need not carry that. */
export interface AwakeReply {
  type: 'awake';
  styles: string;
}

/** The worker's answer to `explain` and to `act`, which may have changed the badge as well. */
export interface PanelReply {
  type: 'panel';
  panel: Tree;
  badge?: Tree;
  /** What was wrong with what the user did; the panel says it too. */
  problem?: string;
}

export type Reply = AwakeReply | BadgesReply | PanelReply | MarksReply | AnyPageReply | AssessmentsReply | TotalsReply;

/** Parses a message at the worker. Throws where it is not one of ours. */
export const parseRequest = (message: unknown): Request => requestSchema.parse(message);
/** Parses the worker's answer at the popup. Throws where it is not one of ours. */
export const parseMarks = (message: unknown): MarksReply => marksReplySchema.parse(message);
/** Parses the page script's answer to the popup. Throws where it is not one of ours. */
export const parseHere = (message: unknown): Here => hereSchema.parse(message);
/** Parses what the script in a page of no marketplace gave. Throws where it is not one of ours. */
export const parseAnyPageRead = (message: unknown) => anyPageReadSchema.parse(message);
/** Parses the worker's answer to `any-page`. Throws where it is not one of ours. */
export const parseAnyPage = (message: unknown): AnyPageReply => anyPageReplySchema.parse(message);
/** Parses the worker's answer to `assess`. Throws where it is not one of ours. */
export const parseAssessments = (message: unknown): AssessmentsReply => assessmentsReplySchema.parse(message);
/** Parses the worker's answer to `totals`. Throws where it is not one of ours. */
export const parseTotals = (message: unknown): TotalsReply => totalsReplySchema.parse(message);
/** Parses what arrives at the worker over the port. Throws where it is not one of ours. */
export const parseWork = (message: unknown): Work => workSchema.parse(message);
/** Parses what the worker says over the port. Throws where it is not one of ours. */
export const parseWorkReply = (message: unknown): WorkReply => workReplySchema.parse(message);
