// A due-diligence record of one candidate: who is hired for what, the steps with what came of each, the candidate's
// own explanation, the decision, copies of what was checked and found, which stay when what they were copied from is
// deleted, and the history of all of it. It is written by people; Hireflag only keeps it in order.
import * as z from 'zod/mini';
import type { AccountKey } from '../model/account.ts';
import { type Assessment, assessmentSchema } from '../model/assessment.ts';
import type { EvidenceItem } from '../model/finding.ts';
import { MAX_ID, MAX_LIST, MAX_SHORT, MAX_URL } from '../model/limits.ts';
import { earlierAssessmentSchema, presentAssessment } from './earlier.ts';
import { entrySchema, MAX_ENTRIES, MAX_NOTE } from './history.ts';
import { type StepId, stepIds } from './steps.ts';

export const outcomes = ['open', 'fine', 'concern', 'not-needed', 'not-possible'] as const;
export const verdicts = ['open', 'go-ahead', 'with-conditions', 'not-hired'] as const;

/** The format of records that are written now: 1 was Hireflag 0.1's, whose copies are in another shape; 2 had no history. */
export const FORMAT = 3;
/** Copies of what was found, at most: the first, and the latest. */
const MAX_COPIES = 20;
/** Files named as kept, of one step. */
export const MAX_FILES = 20;

const short = z.string().check(z.maxLength(MAX_SHORT));
const note = z.string().check(z.maxLength(MAX_NOTE));

const fileSchema = z.object({
  name: short,
  /** SHA-256 of what is in it, 64 hexadecimal digits: the file itself is not kept. */
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});

const stepSchema = z.object({
  measure: z.enum(stepIds),
  outcome: z.enum(outcomes),
  /** A day, `2026-03-01`, or empty. */
  on: short,
  by: short,
  note,
  /** What was kept to show for it, and where: a recording, a letter. */
  kept: note,
  files: z.optional(z.array(fileSchema).check(z.maxLength(MAX_FILES))),
});

const copySchema = z.object({
  /** When it was copied, ISO 8601 UTC. */
  takenAt: z.string(),
  /** Version of Hireflag that found it. */
  version: short,
  assessment: z.union([assessmentSchema, earlierAssessmentSchema]),
  /** Addresses where the evidence was seen, with when. */
  sources: z.array(z.object({ url: z.string().check(z.maxLength(MAX_URL)), seenAt: z.string() })),
  /** How Hireflag was set then, where that changes what is found. */
  settings: z.optional(
    z.object({
      /** Ids of red flags that were not looked for. */
      flagsOff: z.array(z.string().check(z.maxLength(MAX_ID))).check(z.maxLength(MAX_LIST)),
      /** Of red flags of which weak findings did not count, what did. */
      weakest: z.record(z.string().check(z.maxLength(MAX_ID)), z.string().check(z.maxLength(40))),
    }),
  ),
});

/** What is written once and stands at the head of the record. */
const aboutSchema = z.object({
  company: short,
  role: short,
  project: short,
  reviewer: short,
  /** The name in the candidate's documents. */
  candidate: short,
});

export const recordSchema = z.object({
  format: z.union([z.literal(1), z.literal(2), z.literal(FORMAT)]),
  id: z.string().check(z.maxLength(MAX_ID)),
  /** `site:account`; empty once the record was deleted. */
  account: z.string().check(z.maxLength(MAX_ID * 2)),
  /** As the marketplace showed it. */
  name: z.optional(short),
  openedAt: z.string(),
  changedAt: z.string(),
  about: z.optional(aboutSchema),
  steps: z.array(stepSchema).check(z.maxLength(stepIds.length)),
  /** What the candidate said about what was found. */
  explanation: note,
  decision: z.object({
    verdict: z.enum(verdicts),
    on: short,
    by: short,
    why: note,
    /** Why to go ahead though urgent steps were open. */
    override: z.optional(note),
  }),
  copies: z.array(copySchema).check(z.maxLength(MAX_COPIES)),
  history: z.optional(z.array(entrySchema).check(z.maxLength(MAX_ENTRIES))),
  /** Set while it is closed: nothing is changed until it is opened again, which the history says. */
  closedAt: z.optional(z.string().check(z.maxLength(40))),
  /** Set where only this stub is left. */
  deletedAt: z.optional(z.string().check(z.maxLength(40))),
});

export type DueDiligence = z.infer<typeof recordSchema>;
export type Step = z.infer<typeof stepSchema>;
export type Outcome = Step['outcome'];
export type Verdict = DueDiligence['decision']['verdict'];
export type Copy = z.infer<typeof copySchema>;
export type CopySettings = NonNullable<Copy['settings']>;
export type About = z.infer<typeof aboutSchema>;
export type KeptFile = z.infer<typeof fileSchema>;

export const emptyAbout: About = { company: '', role: '', project: '', reviewer: '', candidate: '' };

/** What a step says before anybody took it. */
export function openStep(measure: StepId): Step {
  return { measure, outcome: 'open', on: '', by: '', note: '', kept: '' };
}

/** A step of a record; open where the record does not have it. */
export function stepOf(record: DueDiligence, measure: StepId): Step {
  return record.steps.find((step) => step.measure === measure) ?? openStep(measure);
}

/** A new record without a history (changes.ts gives it one), with a copy of what is found now. */
export function newRecord(id: string, copy: Copy, account: AccountKey, name?: string): DueDiligence {
  return {
    format: FORMAT,
    id,
    account,
    ...(name !== undefined && { name: name.slice(0, MAX_SHORT) }),
    openedAt: copy.takenAt,
    changedAt: copy.takenAt,
    about: emptyAbout,
    steps: stepIds.map(openStep),
    explanation: '',
    decision: { verdict: 'open', on: '', by: '', why: '' },
    copies: [copy],
  };
}

/** The copies with one more: the first stays, of the others the latest. */
export function withCopy(copies: readonly Copy[], copy: Copy): Copy[] {
  const [first, ...later] = [...copies, copy];
  return first ? [first, ...later.slice(-(MAX_COPIES - 1))] : later;
}

function sourcesOf(one: EvidenceItem): readonly { url?: string | undefined; seenAt?: string | undefined }[] {
  if (one.kind === 'template') return one.uses;
  return one.kind === 'times' ? [] : (one.sources ?? []);
}

/** A copy of an assessment, with where its evidence was seen. */
export function copyOf(assessment: Assessment, takenAt: string, version: string, settings?: CopySettings): Copy {
  const sources = new Map<string, string>();
  for (const { evidence } of assessment.findings) {
    for (const one of evidence) {
      for (const { url, seenAt } of sourcesOf(one)) {
        if (url && !sources.has(url)) sources.set(url, seenAt ?? '');
      }
    }
  }
  return {
    takenAt,
    version,
    assessment: { ...assessment },
    sources: [...sources].map(([url, seenAt]) => ({ url: url.slice(0, MAX_URL), seenAt })),
    ...(settings && { settings }),
  };
}

/** What a copy holds, in the present shape whichever version copied it. */
export function foundIn(copy: Copy): Assessment {
  return presentAssessment(copy.assessment);
}

/** The account a record is about. */
export function accountOf(record: DueDiligence): AccountKey {
  return record.account as AccountKey;
}

/** The record's number as it is printed: short, and the same for ever. */
export function numberOf({ id, openedAt }: DueDiligence): string {
  return `${openedAt.slice(0, 10).replaceAll('-', '')}-${id
    .replace(/[^a-z0-9]/gi, '')
    .slice(0, 6)
    .toUpperCase()}`;
}
