// A finding is one red flag seen on one account: which flag, how strongly, together with whom, and
// the evidence, so that a person can check it and disagree. It never says what anyone is.
import * as z from 'zod/mini';

const place = {
  /** Registry id of the marketplace. */
  site: z.string(),
  account: z.string(),
  project: z.optional(z.string()),
  projectTitle: z.optional(z.string()),
  url: z.optional(z.string()),
  seenAt: z.optional(z.string()),
};

/** A stretch of somebody's text: shared with the others (`same`) or their own (a slot). */
const part = z.object({ same: z.boolean(), text: z.string() });

/** One use of a template: who sent it where, and their whole text cut into shared and own parts. */
const templateUse = z.object({ ...place, parts: z.array(part) });

const templateEvidence = z.object({
  kind: z.literal('template'),
  /** The template: constant stretches, and slots (`same: false`, with one sample filling). */
  template: z.array(part),
  /** Uses, this account's first; at most a handful are carried, `useCount` says how many there are. */
  uses: z.array(templateUse),
  useCount: z.number(),
  accountCount: z.number(),
  projectCount: z.number(),
  /** Words of this account's text that stand in the template. */
  sharedWords: z.number(),
  /** Share of this account's words that stand in the template, 0 to 1. */
  share: z.number(),
  firstSeen: z.string(),
  lastSeen: z.string(),
  /** How many bids of how many accounts it was compared with. */
  comparedBids: z.number(),
  comparedAccounts: z.number(),
});

/** Plain numbered facts, for flags that rest on counts. */
const countsEvidence = z.object({
  kind: z.literal('counts'),
  rows: z.array(z.object({ label: z.string(), value: z.string() })),
});

/** Of a member's ratings (given, of a client; received, of a developer): how many are inside, and all. */
const ringShare = z.object({ account: z.string(), inside: z.number(), total: z.number() });

/** A group of clients and developers, and the ratings inside it; accounts as `site:account`. */
const ringEvidence = z.object({
  kind: z.literal('ring'),
  clients: z.array(z.string()),
  developers: z.array(z.string()),
  /** Every member's, clients first. */
  shares: z.array(ringShare),
  /** Days of the first and the last rating inside: `2026-03-01`. */
  from: z.string(),
  to: z.string(),
  /** The ratings inside, at most a hundred, this account's first. */
  ratings: z.array(
    z.object({ from: z.string(), to: z.string(), value: z.number(), outOf: z.number(), at: z.optional(z.string()) }),
  ),
  rows: z.array(z.object({ label: z.string(), value: z.string() })),
});

const evidence = z.discriminatedUnion('kind', [templateEvidence, countsEvidence, ringEvidence]);

export const findingSchema = z.object({
  /** Id of the red flag, the name of its file. */
  flag: z.string(),
  site: z.string(),
  account: z.string(),
  /** Clauses of the advisory it bears on (advisory.ts). */
  clauses: z.array(z.string()),
  strength: z.enum(['weak', 'moderate', 'strong']),
  /** Set on what honest people do as often as anybody: it informs, and by itself asks for no attention. */
  common: z.optional(z.literal(true)),
  /** The other accounts involved, as `site:account`. */
  with: z.array(z.string()),
  evidence: z.array(evidence),
  /** The finding in one plain sentence. */
  says: z.string(),
});

export type Finding = z.infer<typeof findingSchema>;

/** Whether a finding asks for attention rather than only informs. */
export function asks({ common }: { flag: string; common?: true | undefined }): boolean {
  return common !== true;
}

export type Strength = Finding['strength'];
export type EvidenceItem = z.infer<typeof evidence>;
export type TemplateEvidence = z.infer<typeof templateEvidence>;
export type TemplateUse = z.infer<typeof templateUse>;
export type Part = z.infer<typeof part>;
