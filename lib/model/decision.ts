// What the user decided about an account: checked and fine, a flag muted, a false alarm, the same person
// as another account or not. A decision changes what is shown and never what was seen, and it can be undone.
import * as z from 'zod/mini';
import { MAX_ID, MAX_SHORT } from './limits.ts';

/** A flag as it stood when the user looked at it. */
const known = z.object({ flag: z.string(), strength: z.enum(['weak', 'moderate', 'strong']) });

const about = {
  /** `site:account`. */
  account: z.string().check(z.maxLength(MAX_ID * 2)),
  /** ISO 8601 UTC. */
  at: z.string(),
};
const other = z.string().check(z.maxLength(MAX_ID * 2));
const flag = z.string().check(z.maxLength(MAX_ID));

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
  /** This flag was wrong about this account. */
  z.object({ kind: z.literal('false-alarm'), ...about, flag }),
  /** Both accounts belong to one person, openly. */
  z.object({ kind: z.literal('same-person'), ...about, other }),
  z.object({ kind: z.literal('not-same-person'), ...about, other }),
]);

export type Decision = z.infer<typeof decisionSchema>;
