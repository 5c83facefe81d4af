// A finding is one red flag seen on one account: which flag, how strongly, together with which accounts, and
// the evidence, so that a person can check it and disagree. It is data: ids of messages and what fills them.
// The words stand in each red flag's catalogue (lib/red-flags/<id>/en.json) and are put together in lib/i18n.
import * as z from 'zod/mini';
import { MAX_ID, MAX_LIST, MAX_SHORT, MAX_URL } from './limits.ts';

/** What fills a place of a message. */
const datumSchema = z.union([
  z.number(),
  /** Shown as it stands: a name, a title, words that somebody wrote. */
  z.string(),
  /** A time as in time.ts. */
  z.object({ time: z.string() }),
  /** Accounts, as `site:account`. */
  z.object({ accounts: z.array(z.string()) }),
  /** A length of time. */
  z.object({ seconds: z.number() }),
  /** A share, 0 to 1. */
  z.object({ percent: z.number() }),
]);
export type Datum = z.infer<typeof datumSchema>;

const dataSchema = z.record(z.string(), datumSchema);
/** What fills the places of a message, by their names. */
export type Data = z.infer<typeof dataSchema>;

/** Id of a message in a flag's catalogue, or of one that all flags share. */
const messageId = z.string().check(z.maxLength(MAX_ID));

const messageSchema = z.object({ message: messageId, data: z.optional(dataSchema) });
/** One sentence or label: its id and what fills it. */
export type MessageRef = z.infer<typeof messageSchema>;

/** What stands in a table: a message of the flag's, or one value alone. */
const valueSchema = z.union([messageSchema, datumSchema]);

/** A row of a table: its label, a message of the flag's, and what stands beside it. */
const rowSchema = z.object({ label: messageId, data: z.optional(dataSchema), value: valueSchema });

/** Where what a finding rests on was seen. */
const sourceSchema = z.object({ url: z.string().check(z.maxLength(MAX_URL)), seenAt: z.string() });

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

export const templateEvidenceSchema = z.object({
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

/** Plain facts in rows, for flags that rest on figures. */
const countsEvidence = z.object({
  kind: z.literal('counts'),
  rows: z.array(rowSchema),
  sources: z.optional(z.array(sourceSchema).check(z.maxLength(MAX_LIST))),
});

/** Of a member's ratings (given, of a client; received, of a developer): how many are inside, and all. */
const ringShare = z.object({ account: z.string(), inside: z.number(), total: z.number() });

/** A group of clients and developers, and the ratings inside it; accounts as `site:account`. */
export const ringEvidenceSchema = z.object({
  kind: z.literal('ring'),
  clients: z.array(z.string()),
  developers: z.array(z.string()),
  /** Every member's, clients first. */
  shares: z.array(ringShare),
  /** The shortest time that surely holds all ratings inside, by its two sides. */
  from: z.string(),
  to: z.string(),
  /** The ratings inside, at most a hundred, this account's first. */
  ratings: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      value: z.number(),
      outOf: z.number(),
      /** A time as in time.ts. */
      at: z.optional(z.string()),
    }),
  ),
  rows: z.array(rowSchema),
  sources: z.optional(z.array(sourceSchema).check(z.maxLength(MAX_LIST))),
});

/** What happened when: drawn along time and listed, for flags on sign-ins and payments. */
const timesEvidenceSchema = z.object({
  kind: z.literal('times'),
  /** The earliest first. */
  events: z
    .array(
      z.object({
        /** A time as in time.ts. */
        at: z.string(),
        /** Where it was, by what or to whom: events of one lane are drawn on one line. */
        lane: valueSchema,
        /** How or how much. */
        value: valueSchema,
      }),
    )
    .check(z.maxLength(MAX_LIST)),
  /** How many there are, where only some are carried. */
  count: z.number(),
});

const evidence = z.discriminatedUnion('kind', [
  templateEvidenceSchema,
  countsEvidence,
  ringEvidenceSchema,
  timesEvidenceSchema,
]);

export const strengths = ['weak', 'moderate', 'strong'] as const;

export const findingSchema = z.object({
  /** Id of the red flag, the name of its folder. */
  flag: z.string(),
  /** Names the matter: the flag and the accounts or things it is about, in any order (see finding-key.ts). */
  key: z.string().check(z.maxLength(MAX_ID)),
  /** The fact it rests on: findings of one topic on one account count once, whichever flags make them. */
  topic: z.string().check(z.maxLength(MAX_ID)),
  site: z.string(),
  account: z.string(),
  /** Clauses of the advisory it bears on (advisory.ts). */
  clauses: z.array(z.string()),
  strength: z.enum(strengths),
  /** Upper bound of the share of ordinary accounts, with as much seen of them, that show as much: 0 to 1. */
  chance: z.number(),
  /** Set on what honest people do as often as anybody: it informs, and by itself asks for no attention. */
  commonPractice: z.optional(z.literal(true)),
  /** Set in assess/ where so many ordinary accounts show as much that, with all flags together, it only informs. */
  withinChance: z.optional(z.literal(true)),
  /** The other accounts involved, as `site:account`. */
  with: z.array(z.string()),
  ...messageSchema.shape,
  data: dataSchema,
  /** What must be said with it: who was seen first, why it counts for less. */
  notes: z.optional(z.array(messageSchema).check(z.maxLength(MAX_SHORT))),
  evidence: z.array(evidence),
});

export type Finding = z.infer<typeof findingSchema>;

export const results = ['found', 'clear', 'too-little'] as const;

/** What one flag could say of one account: what was compared, with how much, or what is missing. */
export const checkSchema = z.object({
  flag: z.string(),
  result: z.enum(results),
  ...messageSchema.shape,
  data: dataSchema,
});

export type Check = z.infer<typeof checkSchema>;
export type Result = Check['result'];

/** Whether a finding asks for attention rather than only informs. */
export function needsAttention(finding: Pick<Finding, 'flag'> & Partial<Finding>): boolean {
  return finding.commonPractice !== true && finding.withinChance !== true;
}

/** 0 for weak, 2 for strong. */
export function rankOf(strength: Strength): number {
  return strengths.indexOf(strength);
}

export type Strength = Finding['strength'];
export type EvidenceItem = z.infer<typeof evidence>;
export type EvidenceRow = z.infer<typeof rowSchema>;
export type Source = z.infer<typeof sourceSchema>;
export type TimesEvidence = z.infer<typeof timesEvidenceSchema>;
export type TemplateEvidence = z.infer<typeof templateEvidenceSchema>;
export type TemplateUse = z.infer<typeof templateUse>;
export type Part = z.infer<typeof part>;
