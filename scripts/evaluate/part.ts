// What each part of the evaluation gives.

/** One part of docs/evaluation.md: its heading, and what stands under it. */
export interface EvaluatedPart {
  title: string;
  markdown: string;
}
