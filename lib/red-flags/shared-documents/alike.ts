// What two profiles have nearly identical: their text, the works they show, their schools and jobs with the years.

import { wordsOf } from '../../evidence/projections/documents.ts';
import type { Profile } from '../../model/observation.ts';
import { type DocumentKind, sharedShingles } from '../../text/document-index.ts';

/** Two strangers share at most six tenths of their three-word runs, in half a million pairs (docs/evaluation.md). */
const ALIKE = 0.72;
const NEARLY_WHOLE = 0.9;
/** Texts of fewer shingles are not compared; those of fewer than `LONG` must be nearly whole copies. */
const MIN_SHINGLES = 24;
const LONG = 40;
/** Works, and schools and jobs, in common: two people may well have made two together, or been at one school and one firm. */
const MIN_WORKS = 3;
const MIN_PAST = 3;
/** And this share of the fewer. */
const MOST = 0.6;

/** What is alike, with how much of how much. */
export interface Alike {
  kind: DocumentKind;
  shared: number;
  of: number;
  isSure: boolean;
}

type Counts = Readonly<Record<DocumentKind, number>>;

/**
 * What of two profiles is nearly identical.
 *
 * @param counts pieces in common that are not anybody's
 * @param own the pieces of either that are not anybody's
 */
export function alike(counts: Counts, own: readonly [Counts, Counts], profiles: readonly [Profile, Profile]): Alike[] {
  const fewer = (kind: DocumentKind) => Math.min(own[0][kind], own[1][kind]);
  const found: Alike[] = [];
  if (counts.text > 0 && counts.text >= ALIKE * 0.8 * fewer('text')) {
    const { shared, of } = sharedShingles(wordsOf(profiles[0]), wordsOf(profiles[1]));
    const isNearlyWhole = shared >= NEARLY_WHOLE * of;
    const isAlike = of >= LONG ? shared >= ALIKE * of : of >= MIN_SHINGLES && isNearlyWhole;
    if (isAlike) found.push({ kind: 'text', shared, of, isSure: of >= LONG && isNearlyWhole });
  }
  for (const [kind, least] of [
    ['works', MIN_WORKS],
    ['past', MIN_PAST],
  ] as const) {
    const [shared, of] = [counts[kind], fewer(kind)];
    if (shared >= least && shared >= MOST * of) found.push({ kind, shared, of, isSure: true });
  }
  return found;
}
