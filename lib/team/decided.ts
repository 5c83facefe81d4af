// What a member decided about a person, for the others to read: they found them fine, or a finding wrong. It stands in a stream
// of its own, under `decided.<member>.<person>`, of each the newest only, sealed and signed like everything in the pool. It goes
// there where the team wants it and the member says so; whoever reads it keeps their own decisions as they are.
import * as z from 'zod/mini';
import type { Decision } from '../model/decision.ts';
import { MAX_ID, MAX_SHORT } from '../model/limits.ts';
import { TOKEN } from './subjects.ts';

/** The stream's name, and every subject in it. */
export const DECIDED = 'DECIDED';
export const DECIDED_SUBJECTS = 'decided.*.*';
/** Decisions of one member about one person. */
const MAX_DECISIONS = 40;

const SUBJECT = new RegExp(`^decided\\.(${TOKEN})\\.(${TOKEN})$`);

const oneSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fine'), at: z.iso.datetime(), reason: z.string().check(z.maxLength(MAX_SHORT)) }),
  z.object({ kind: z.literal('false-alarm'), at: z.iso.datetime(), flag: z.string().check(z.maxLength(MAX_ID)) }),
]);

const decidedSchema = z.object({
  says: z.literal('decided'),
  /** When it was said; of two, the later holds. */
  at: z.iso.datetime(),
  /** None any more: what was said before was taken back. */
  decisions: z.array(oneSchema).check(z.maxLength(MAX_DECISIONS)),
});

/** A decision as the others read it. */
export type SharedDecision = z.infer<typeof oneSchema>;
/** What one member decided about one person. */
export type DecidedLetter = z.infer<typeof decidedSchema>;

/** Parses what a body under `decided.…` said. Never throws. */
export function parseDecided(untrusted: unknown): DecidedLetter | undefined {
  return z.safeParse(decidedSchema, untrusted).data;
}

/** What of a member's decisions about a person the others read, the oldest first. */
export function sharedOf(decisions: readonly Decision[]): SharedDecision[] {
  return decisions
    .flatMap((one): SharedDecision[] => {
      if (one.kind === 'fine') return [{ kind: 'fine', at: one.at, reason: one.reason }];
      return one.kind === 'false-alarm' ? [{ kind: 'false-alarm', at: one.at, flag: one.flag }] : [];
    })
    .slice(-MAX_DECISIONS);
}

export function decidedSubjectOf(author: string, person: string): string {
  return `decided.${author}.${person}`;
}

/** Takes such a subject apart; undefined for any other text. */
export function parseDecidedSubject(subject: string): { author: string; person: string } | undefined {
  const [, author, person] = SUBJECT.exec(subject) ?? [];
  return author && person ? { author, person } : undefined;
}
