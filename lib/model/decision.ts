// What the user decided about an account: checked and fine, a flag muted, a false alarm, the same person
// as another account or not. A decision changes what is shown and never what was seen, and it can be undone.
import * as z from 'zod/mini';
import { strengths } from './finding.ts';
import { MAX_ID, MAX_SHORT } from './limits.ts';

const id = () => z.string().check(z.maxLength(MAX_ID));

/** A finding as it stood when the user looked at it; version 0.1 kept no key. */
const known = z.object({ flag: id(), key: z.optional(id()), strength: z.enum(strengths) });

const about = {
  /** `site:account`. */
  account: z.string().check(z.maxLength(MAX_ID * 2)),
  /** ISO 8601 UTC. */
  at: z.string(),
};
const other = z.string().check(z.maxLength(MAX_ID * 2));
const flag = id();

export const decisionSchema = z.discriminatedUnion('kind', [
  /** Checked and fine. Findings that are new, or stronger than those known then, show all the same. */
  z.object({
    kind: z.literal('fine'),
    ...about,
    reason: z.string().check(z.maxLength(MAX_SHORT)),
    known: z.array(known),
  }),
  /** Do not show this flag for this account. */
  z.object({ kind: z.literal('muted'), ...about, flag }),
  /** This flag was wrong about this account: in one matter, by its key, or without one in whatever it finds. */
  z.object({ kind: z.literal('false-alarm'), ...about, flag, key: z.optional(id()) }),
  /** Both accounts belong to one person, openly. */
  z.object({ kind: z.literal('same-person'), ...about, other }),
  z.object({ kind: z.literal('not-same-person'), ...about, other }),
]);

export type Decision = z.infer<typeof decisionSchema>;
