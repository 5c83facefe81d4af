// Shapes that several messages carry: an account as a badge shows it, how much of a page was read.
import * as z from 'zod/mini';
import { coverageSchema, levels } from '../model/assessment.ts';
import { strengths } from '../model/finding.ts';
import type { Tree } from './tree.ts';

/** How much of a page was understood, as the popup shows it. */
export const pageSummarySchema = z.object({
  page: z.string(),
  read: z.enum(['whole', 'part', 'not']),
  missing: z.array(z.string()),
  found: z.record(z.string(), z.number()),
  of: z.record(z.string(), z.number()),
});

/** What a badge shows of an account; the evidence is fetched when the panel opens. */
export const markSchema = z.object({
  site: z.string(),
  account: z.string(),
  /** As pages show it, where that is known. */
  name: z.optional(z.string()),
  level: z.enum(levels),
  coverage: coverageSchema,
  findings: z.array(
    z.object({
      flag: z.string(),
      /** The other accounts involved, as `site:account`; of many only some. */
      with: z.array(z.string()),
      title: z.string(),
      strength: z.enum(strengths),
      says: z.string(),
    }),
  ),
  /** When the user found it fine, ISO 8601, while nothing new was found since. */
  checked: z.optional(z.string()),
});

/** A drawn view. What it is made of is checked piece by piece where it is planted (overlay/plant.ts). */
export const treeSchema = z.custom<Tree>((value) => typeof value === 'string' || Array.isArray(value));

export type Mark = z.infer<typeof markSchema>;
export type PageSummary = z.infer<typeof pageSummarySchema>;
