// What an analyst tells the team: of one person, what was found in everything that the team has seen. It stands in a stream of
// its own, under `found.<analyst>.<person>`, of each person the newest only. It is sealed and signed like everything in the
// pool, and counts only from a member whom the roster calls an analyst. It says what, never who of the team saw it.
import * as z from 'zod/mini';
import { levels } from '../model/assessment.ts';
import { findingSchema } from '../model/finding.ts';
import { MAX_ID, MAX_LIST } from '../model/limits.ts';
import { TOKEN } from './subjects.ts';

/** The stream's name, and every subject in it. */
export const FOUND = 'FOUND';
export const FOUND_SUBJECTS = 'found.*.*';

const SUBJECT = new RegExp(`^found\\.(${TOKEN})\\.(${TOKEN})$`);

const foundSchema = z.object({
  says: z.literal('found'),
  site: z.string().check(z.minLength(1), z.maxLength(MAX_ID)),
  account: z.string().check(z.minLength(1), z.maxLength(MAX_ID)),
  /** When it was assessed; of two, the later holds. */
  at: z.iso.datetime(),
  level: z.enum(levels),
  /** None any more: what was said before is to be taken away. */
  findings: z.array(findingSchema).check(z.maxLength(MAX_LIST)),
});

/** What was found of one account. */
export type Found = z.infer<typeof foundSchema>;

/** Parses what a body under `found.…` said. Never throws. */
export function parseFound(untrusted: unknown): Found | undefined {
  return z.safeParse(foundSchema, untrusted).data;
}

export function foundSubjectOf(author: string, person: string): string {
  return `found.${author}.${person}`;
}

/** Takes such a subject apart; undefined for any other text. */
export function parseFoundSubject(subject: string): { author: string; person: string } | undefined {
  const [, author, person] = SUBJECT.exec(subject) ?? [];
  return author && person ? { author, person } : undefined;
}
