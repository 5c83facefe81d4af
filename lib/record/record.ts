// A due-diligence record of one candidate: the advisory's measures as steps with what came of each, the
// candidate's own explanation, the decision, and copies of what was found, which stay when what they were
// copied from is deleted. It is written by people; Hireflag only keeps it in order.
import * as z from 'zod/mini';
import type { AccountKey } from '../model/account.ts';
import { type Assessment, assessmentSchema } from '../model/assessment.ts';
import { MAX_ID, MAX_SHORT, MAX_URL } from '../model/limits.ts';
import { earlierAssessmentSchema, presentAssessment } from './earlier.ts';

export const measures = ['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8'] as const;
export type Measure = (typeof measures)[number];

export const outcomes = ['open', 'fine', 'concern', 'not-needed'] as const;
export const verdicts = ['open', 'go-ahead', 'with-conditions', 'not-hired'] as const;

/** Longest note, in UTF-16 code units. */
export const MAX_NOTE = 4_000;
/** The format of records that are written now. */
export const FORMAT = 2;
/** Copies of what was found, at most: the first, and the latest. */
const MAX_COPIES = 20;

const short = z.string().check(z.maxLength(MAX_SHORT));
const note = z.string().check(z.maxLength(MAX_NOTE));

const stepSchema = z.object({
  measure: z.enum(measures),
  outcome: z.enum(outcomes),
  /** A day, `2026-03-01`, or empty. */
  on: short,
  by: short,
  note,
  /** What was kept to show for it, and where: a recording, a letter. */
  kept: note,
});

const copySchema = z.object({
  /** When it was copied, ISO 8601 UTC. */
  takenAt: z.string(),
  /** Version of Hireflag that found it. */
  version: short,
  assessment: z.union([assessmentSchema, earlierAssessmentSchema]),
  /** Addresses where the evidence was seen, with when. */
  sources: z.array(z.object({ url: z.string().check(z.maxLength(MAX_URL)), seenAt: z.string() })),
});

export const recordSchema = z.object({
  /** Version of this format: 1 of Hireflag 0.1, whose copies are in another shape. */
  format: z.union([z.literal(1), z.literal(FORMAT)]),
  id: z.string().check(z.maxLength(MAX_ID)),
  /** `site:account`. */
  account: z.string().check(z.maxLength(MAX_ID * 2)),
  openedAt: z.string(),
  changedAt: z.string(),
  steps: z.array(stepSchema).check(z.maxLength(measures.length)),
  /** What the candidate said about what was found. */
  explanation: note,
  decision: z.object({ verdict: z.enum(verdicts), on: short, by: short, why: note }),
  copies: z.array(copySchema).check(z.maxLength(MAX_COPIES)),
});

export type DueDiligence = z.infer<typeof recordSchema>;
export type Step = z.infer<typeof stepSchema>;
export type Outcome = Step['outcome'];
export type Verdict = DueDiligence['decision']['verdict'];
export type Copy = z.infer<typeof copySchema>;

/** A new record of an account, with a copy of what is found now. */
export function openRecord(id: string, assessment: Assessment, at: string, version: string): DueDiligence {
  return {
    format: FORMAT,
    id,
    account: `${assessment.site}:${assessment.account}`,
    openedAt: at,
    changedAt: at,
    steps: measures.map((measure) => ({ measure, outcome: 'open', on: '', by: '', note: '', kept: '' })),
    explanation: '',
    decision: { verdict: 'open', on: '', by: '', why: '' },
    copies: [copyOf(assessment, at, version)],
  };
}

/** Adds a copy of what is found now, unless nothing has changed since the last one. */
export function addCopy(record: DueDiligence, assessment: Assessment, at: string, version: string): DueDiligence {
  const last = record.copies.at(-1);
  if (last && JSON.stringify(last.assessment) === JSON.stringify(assessment)) return record;
  const [first, ...later] = [...record.copies, copyOf(assessment, at, version)];
  const kept = first ? [first, ...later.slice(-(MAX_COPIES - 1))] : later;
  return { ...record, format: FORMAT, changedAt: at, copies: kept };
}

function copyOf(assessment: Assessment, takenAt: string, version: string): Copy {
  const sources = new Map<string, string>();
  for (const { evidence } of assessment.findings) {
    for (const one of evidence) {
      for (const { url, seenAt } of one.kind === 'template' ? one.uses : (one.sources ?? [])) {
        if (url && !sources.has(url)) sources.set(url, seenAt ?? '');
      }
    }
  }
  return {
    takenAt,
    version,
    assessment: { ...assessment },
    sources: [...sources].map(([url, seenAt]) => ({ url: url.slice(0, MAX_URL), seenAt })),
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
