// One budget of false alarms for all red flags together: of ordinary accounts at most 1 in 100 is to be shown as
// "look closer" and 5 in 100 as "worth a question", whether 3 flags are on or 30. Every finding says how many
// ordinary accounts show as much (`chance`); here the budget is divided over the flags, and what does not fit its
// flag's part counts for less: a strong finding as a moderate one, a moderate one as a weak one, a weak one informs.
//
// Method. Let p_i be the least chance among an account's findings of flag i (1 without any). That chance bounds how
// often this comes about says P(p_i ≤ x) ≤ x for an ordinary account. Each flag gets limits, so that, however much
// the flags depend on each other,
//   P(some p_i ≤ question_i)          ≤ Σ question_i     ≤ 5 %     (Bonferroni)
//   P(some p_i ≤ closer_i)            ≤ Σ closer_i       ≤ 0.5 %   (Bonferroni)
//   P(two or more p_i ≤ together_i)   ≤ Σ together_i / 2 ≤ 0.5 %   (Markov, on how many there are; Rüger 1978)
// and the last two together are 1 %. A flag that by its own measure needs less than an equal part leaves the rest to
// those that need more (weighted Bonferroni: Holm 1979, with weights that are known before anything is seen).
import type { Finding, Strength } from '../model/finding.ts';
import type { RedFlag } from '../red-flags/red-flag.ts';

/** Shares of ordinary accounts that may be shown so by chance. */
export const BUDGET = { question: 0.05, closer: 0.01 } as const;

/** The greatest chance with which a flag's finding still counts as so strong. */
export type Limits = Readonly<Record<Strength, number>>;

/** The limits of each flag, in the order given. */
export function limitsOf(flags: readonly Pick<RedFlag, 'falseAlarms'>[]): Limits[] {
  const forQuestions = flags.map(({ falseAlarms }) => falseAlarms.question);
  const forCloser = flags.map(({ falseAlarms }) => falseAlarms.closer);
  const weak = divide(BUDGET.question, forQuestions);
  // Half of it for one strong finding, half for two moderate ones.
  const strong = divide(BUDGET.closer / 2, forCloser);
  const moderate = divide(BUDGET.closer, forQuestions);
  return flags.map((_, i) => ({
    weak: weak[i] as number,
    // What counts as more also counts as less.
    moderate: Math.min(weak[i] as number, moderate[i] as number),
    strong: Math.min(weak[i] as number, strong[i] as number),
  }));
}

/** Divides a sum: nobody gets more than they want, and those who want more than an equal part all get as much. */
function divide(sum: number, wanted: readonly number[]): number[] {
  let left = sum;
  let share = 0;
  const ascending = [...wanted].sort((a, b) => a - b);
  for (const [i, want] of ascending.entries()) {
    share = left / (ascending.length - i);
    if (want >= share) break;
    left -= want;
    share = Number.POSITIVE_INFINITY;
  }
  return wanted.map((want) => Math.min(want, share));
}

/**
 * A finding as strong as the budget lets it be.
 *
 * @param limits of its flag
 * @param flags how many are on: said with the finding where it counts for less
 */
export function fitted(finding: Finding, limits: Limits, flags: number): Finding {
  if (finding.commonPractice) return finding;
  const steps = { strong: ['strong', 'moderate', 'weak'], moderate: ['moderate', 'weak'], weak: ['weak'] } as const;
  const strength = steps[finding.strength].find((step) => finding.chance <= limits[step]);
  if (strength === finding.strength) return finding;
  const note = { message: 'countsForLess', data: { chance: { percent: finding.chance }, flags } };
  return {
    ...finding,
    strength: strength ?? 'weak',
    ...(strength === undefined && { withinChance: true }),
    notes: [...(finding.notes ?? []), note],
  };
}
