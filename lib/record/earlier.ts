// What version 0.1 copied into a record: findings as English sentences and rows of English words. Such a copy stays
// in the record as it was written, so that the record's hash stays true, and is put into the present shape when shown.
import * as z from 'zod/mini';
import { type Assessment, coverageSchema, levels } from '../model/assessment.ts';
import {
  type EvidenceRow,
  type Finding,
  ringEvidenceSchema,
  strengths,
  templateEvidenceSchema,
} from '../model/finding.ts';

const rows = z.array(z.object({ label: z.string(), value: z.string() }));

const findingSchema = z.object({
  flag: z.string(),
  site: z.string(),
  account: z.string(),
  clauses: z.array(z.string()),
  strength: z.enum(strengths),
  common: z.optional(z.literal(true)),
  with: z.array(z.string()),
  evidence: z.array(
    z.discriminatedUnion('kind', [
      templateEvidenceSchema,
      z.object({ kind: z.literal('counts'), rows }),
      z.extend(z.omit(ringEvidenceSchema, { rows: true, sources: true }), { rows }),
    ]),
  ),
  /** The finding in one plain English sentence. */
  says: z.string(),
});

export const earlierAssessmentSchema = z.object({
  site: z.string(),
  account: z.string(),
  level: z.enum(levels),
  coverage: coverageSchema,
  findings: z.array(findingSchema),
});

export type EarlierAssessment = z.infer<typeof earlierAssessmentSchema>;

/** The same in the present shape: its sentences stand as they were written, and of checks nothing is known. */
export function presentAssessment(copied: Assessment | EarlierAssessment): Assessment {
  if ('checks' in copied) return copied;
  return { ...copied, checks: [], findings: copied.findings.map(presentFinding) };
}

function presentFinding({ says, common, evidence, ...kept }: EarlierAssessment['findings'][number]): Finding {
  return {
    ...kept,
    key: kept.flag,
    topic: kept.flag,
    chance: 1,
    ...(common && { commonPractice: true }),
    message: 'verbatim',
    data: { words: says },
    evidence: evidence.map((one) => (one.kind === 'template' ? one : { ...one, rows: one.rows.map(presentRow) })),
  };
}

function presentRow({ label, value }: { label: string; value: string }): EvidenceRow {
  return { label: 'verbatim', data: { words: label }, value };
}
