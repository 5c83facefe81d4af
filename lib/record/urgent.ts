// Which of the advisory's measures a finding makes urgent. What was found bears on a clause, and each
// clause is answered by some measures: texts shared by accounts ask who is behind this one, so see the
// person in a call and ask earlier employers; a wish to leave the marketplace asks for caution there.
import type { ClauseId } from '../model/advisory.ts';
import { type Finding, needsAttention, type Strength } from '../model/finding.ts';
import { type Measure, type StepId, stepIds } from './steps.ts';

/** Per clause, the steps that answer it. Measures themselves need no answer. */
export const answers: Readonly<Record<Exclude<ClauseId, Measure>, readonly StepId[]>> = {
  P1: ['M2', 'M3', 'G7'],
  P2: ['M1', 'M2'],
  P3: ['M3', 'G7'],
  P4: ['M3', 'G7'],
  P5: ['M4', 'M5', 'G5'],
  P6: ['M1', 'M5'],
  P7: ['M4', 'M5'],
  P8: ['M1', 'M4'],
  P9: ['M2', 'M8', 'G5', 'G6'],
  C1: ['M1', 'M2', 'G4', 'G5'],
  C2: ['M2', 'G5'],
  C3: ['M5', 'M1', 'M4'],
  C4: ['M5', 'M4'],
  C5: ['M1', 'M4'],
  C6: ['M6'],
  C7: ['M7', 'M2'],
  C8: ['M2'],
  C9: ['M1', 'M8'],
  C10: ['M1', 'M5'],
  C11: ['M5', 'M2', 'G6'],
  C12: ['M1', 'M4', 'M5'],
  C13: ['M1'],
  C14: ['M1'],
  C15: ['M1', 'M2', 'G4'],
  O1: ['M1', 'G1', 'G2', 'G3'],
  O2: ['M1', 'M4'],
  O3: ['M1', 'M2', 'G4'],
  O4: ['M4', 'M5'],
  A1: ['M4'],
};

const weight: Record<Strength, number> = { weak: 1, moderate: 2, strong: 4 };

/**
 * The steps in the order to take them: those that the findings make urgent first, then by number.
 *
 * @returns every step once, with the findings' flags that make it urgent, strongest first
 */
export function byUrgency(findings: readonly Finding[]): { measure: StepId; because: string[] }[] {
  const strongestFirst = findings.filter(needsAttention).sort((a, b) => weight[b.strength] - weight[a.strength]);
  const urgent = stepIds.map((measure) => {
    const because = strongestFirst.filter(({ clauses }) => clauses.some((clause) => answeredBy(clause, measure)));
    return {
      measure,
      because: [...new Set(because.map(({ flag }) => flag))],
      points: because.reduce((sum, { strength }) => sum + weight[strength], 0),
    };
  });
  return urgent.sort((a, b) => b.points - a.points).map(({ measure, because }) => ({ measure, because }));
}

function answeredBy(clause: string, measure: StepId): boolean {
  // A measure of the guidance that a finding cites is its own answer.
  if (clause === measure) return true;
  return Object.hasOwn(answers, clause) && answers[clause as keyof typeof answers].includes(measure);
}
