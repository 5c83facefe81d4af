// Who is in a team: a list that the administrator signs and puts into the pool. Each member is a name and a public key. What
// stands in the pool under a key that is not on it is not taken, whatever the server says. A member who leaves in peace
// has a last message that still counts; one whose line is gone never wrote anything.

import * as z from 'zod/mini';
import { isPublicKey } from './keys.ts';
import { authorOf } from './subjects.ts';

/** Most members of a team. */
export const MAX_MEMBERS = 500;
/** So many observations of one member are taken that reached the pool on one day, unless the roster says otherwise. */
export const PER_DAY = 100_000;

const publicKey = z.string().check(z.refine((key) => isPublicKey(key), 'not a public key'));

const member = z.object({
  /** As the team calls them. */
  name: z.string().check(z.minLength(1), z.maxLength(100)),
  key: publicKey,
  /** Left after this message of the stream: what came later does not count. */
  until: z.optional(z.int().check(z.nonnegative())),
  /** May have people erased for the whole team, as the administrator may. */
  erases: z.optional(z.boolean()),
  /** Is no person but assesses what the team has seen, and may say what was found. */
  analyst: z.optional(z.boolean()),
});

export const rosterSchema = z.object({
  /** The highest that is seen counts. */
  version: z.int().check(z.nonnegative()),
  members: z.array(member).check(z.maxLength(MAX_MEMBERS)),
  /** Most observations a member and day of the server. */
  perDay: z.optional(z.int().check(z.positive())),
  /** Whether members who want to may show the others what they decided about people. */
  decisions: z.optional(z.boolean()),
});

export type Member = z.infer<typeof member>;
export type Roster = z.infer<typeof rosterSchema>;

/** The members of a roster by their token in subjects, the administrator among them, who may always erase. */
export class Members {
  readonly #byAuthor = new Map<string, Member>();
  /** The administrator's token. */
  readonly administrator: string;

  /** @param administrator their public key, as the invitation says it */
  constructor(administrator: string, roster: Pick<Roster, 'members'> = { members: [] }) {
    this.administrator = authorOf(administrator);
    for (const one of roster.members) this.#byAuthor.set(authorOf(one.key), one);
    const known = this.#byAuthor.get(this.administrator);
    this.#byAuthor.set(this.administrator, { name: known?.name ?? '', key: administrator, erases: true });
  }

  /** Who has this token, if what they wrote as this message of the stream counts. */
  at(author: string, sequence: number): Member | undefined {
    const known = this.#byAuthor.get(author);
    return known?.until !== undefined && sequence > known.until ? undefined : known;
  }

  /** The tokens of all. */
  authors(): string[] {
    return [...this.#byAuthor.keys()];
  }
}
