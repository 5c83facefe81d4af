// The steps of a record: the measures of the advisory of 2022, and those that later guidance added. Each is a
// question that a person answers; Hireflag says which of them what was found makes urgent (urgent.ts).

/** The advisory's own measures, by its clauses. */
export const measures = ['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8'] as const;
export type Measure = (typeof measures)[number];

/**
 * What the guidance of 2023 to 2025 added (FBI public service announcements of 18 October 2023, 23 January and 23 July
 * 2025): on video the hand before the face, the camera to the window and a plain background; the same person again;
 * the payee, a change of bank details, the least access that does, and what to do when code is held to ransom.
 */
export const laterSteps = ['G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7', 'G8'] as const;

export const stepIds = [...measures, ...laterSteps] as const;
export type StepId = (typeof stepIds)[number];

/** True for a measure whose words stand in the advisory. */
export function isMeasure(step: StepId): step is Measure {
  return (measures as readonly string[]).includes(step);
}
