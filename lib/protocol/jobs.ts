// Jobs: work of the background worker that takes a while. The dashboard asks for one over a port, which keeps
// the worker awake; the worker says how far it is, and the dashboard may stop it.
import * as z from 'zod/mini';
import { MAX_ID } from '../model/limits.ts';
import { maySend, type Sender, type SenderKind } from './senders.ts';

/** Name of the port over which a job is asked for. */
export const JOB_PORT = 'job';

/** Who may open the port. */
const from: readonly SenderKind[] = ['own-page'];

const jobSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('assess-everyone') }),
  /** Takes in what the dashboard put into the table `incoming` under this name. */
  z.object({ type: z.literal('import'), of: z.string(), observations: z.number() }),
  /** Deletes accounts, each `site:account`. */
  z.object({
    type: z.literal('forget'),
    accounts: z.array(z.string().check(z.maxLength(MAX_ID + 41))).check(z.maxLength(100)),
  }),
  z.object({ type: z.literal('forget-all') }),
  /** Deletes what was last seen before this time. */
  z.object({ type: z.literal('expire'), before: z.iso.datetime() }),
]);

/** Ends the job early. */
const stopSchema = z.object({ type: z.literal('stop') });

const jobReplySchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('progress'),
    /** What is counted: an import first stores, then assesses everyone. */
    part: z.enum(['storing', 'assessing']),
    done: z.number(),
    of: z.optional(z.number()),
  }),
  z.object({
    type: z.literal('done'),
    added: z.optional(z.number()),
    seenAgain: z.optional(z.number()),
    gone: z.optional(z.number()),
  }),
  /** An import says how much was taken in before. */
  z.object({ type: z.literal('stopped'), added: z.optional(z.number()), seenAgain: z.optional(z.number()) }),
  z.object({ type: z.literal('problem'), problem: z.string() }),
]);

export type Job = z.infer<typeof jobSchema>;
/** What a job is at. */
export type JobPart = Extract<JobReply, { type: 'progress' }>['part'];
export type Stop = z.infer<typeof stopSchema>;
export type JobReply = z.infer<typeof jobReplySchema>;

/** Whether a port of this name, opened by this sender, is one for jobs. */
export function isJobPort(name: string, sender: Sender | undefined): boolean {
  return name === JOB_PORT && sender !== undefined && maySend(sender, from, undefined);
}

/** Parses what arrives at the worker over the port. Throws where it is not one of ours. */
export function parseJob(untrusted: unknown): Job | Stop {
  return z.union([jobSchema, stopSchema]).parse(untrusted);
}

/** Parses what the worker says over the port. Throws where it is not one of ours. */
export function parseJobReply(untrusted: unknown): JobReply {
  return jobReplySchema.parse(untrusted);
}
