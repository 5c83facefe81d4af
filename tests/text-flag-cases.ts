// How the flags that read words are tested: single sentences where they say that they were written, and the open half
// of the sentences that were written before the flags.
import { expect } from 'vitest';
import { type FLAGS, LANGUAGES, type Sentence, sentences } from '../scripts/evaluate/sets/sentences.ts';
import { foundIn } from '../scripts/evaluate/text-flags.ts';

/** A sentence, or one with what stands around it. */
export type Case = string | (Partial<Sentence> & { text: string });

const whole = (one: Case): Sentence => ({
  guilty: true,
  kind: 'case',
  ...(typeof one === 'string' ? { text: one } : one),
});

/** Those of these in which the flag finds something. */
export async function found(flag: (typeof FLAGS)[number], cases: readonly Case[]): Promise<string[]> {
  const all = cases.map(whole);
  const strengths = await foundIn(flag, all);
  return all.flatMap(({ text }, i) => (strengths[i] ? [text] : []));
}

/** The texts of these. */
export const textsOf = (cases: readonly Case[]): string[] => cases.map((one) => whole(one).text);

/** Expects of the sentences of every language as many found, and as few mistaken, as these shares say. */
export async function expectShares(flag: (typeof FLAGS)[number], least: number, most: number): Promise<void> {
  const all = LANGUAGES.flatMap((language) => sentences(flag, language));
  const strengths = await foundIn(flag, all);
  const share = (guilty: boolean) => {
    const some = all.flatMap((one, i) => (one.guilty === guilty ? [strengths[i]] : []));
    return some.filter(Boolean).length / some.length;
  };
  expect(share(true)).toBeGreaterThanOrEqual(least);
  expect(share(false)).toBeLessThanOrEqual(most);
}
