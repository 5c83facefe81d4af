import { describe, expect, it } from 'vitest';
import { familyOf, isPair, type Kin } from '../../lib/text/kin.ts';

/** What a text of 60 words shares: each number is a sentence of ten words. */
function kin(shared: readonly number[], logExpected: number, more: Partial<Kin> = {}): Kin {
  const covered = new Uint8Array(60);
  for (const sentence of shared) covered.fill(1, sentence * 10, sentence * 10 + 10);
  const words = shared.length * 10;
  return {
    like: { sentences: shared.length, rareWords: words, words, logExpected },
    covered,
    shorter: 60,
    longer: 60,
    mayQuote: false,
    ...more,
  };
}
const halfUsual = (logExpected: number): Kin => {
  const one = kin([0, 1, 2, 3], logExpected);
  return { ...one, like: { ...one.like, rareWords: 20 } };
};
const sentencesIn = (covered: Uint8Array): number => covered.reduce((sum, one) => sum + (one === 0 ? 0 : 1), 0) / 10;
const family = (...all: Kin[]): number => familyOf(all, -2, sentencesIn).size;

describe('a pair', () => {
  it.each<[string, Kin, boolean]>([
    ['three rare sentences', kin([0, 1, 2], -3), true],
    ['three sentences that chance brings about', kin([0, 1, 2], -1.9), false],
    ['two sentences of six', kin([0, 1], -3), false],
    ['two sentences that are most of the shorter', kin([0, 1], -3, { shorter: 30 }), true],
    ['three sentences that are half usual', halfUsual(-3), false],
    ['three sentences that are half usual, yet hardly by chance', halfUsual(-4), true],
    ['three sentences that both may have quoted', kin([0, 1, 2], -9, { mayQuote: true }), false],
    ['nearly all of it, though both may have quoted', kin([0, 1, 2, 3, 4], -9, { mayQuote: true }), true],
  ])('%s: %o', (_, one, expected) => {
    expect(isPair(one, -2)).toBe(expected);
  });
});

describe('a family', () => {
  it('is told by several that share too little each', () => {
    expect(family(kin([0, 1], -1.9), kin([1, 2], -1.9), kin([0, 2], -1.9))).toBe(3);
  });
  it('is not one alone, nor two whom chance brings about', () => {
    expect(family(kin([0, 1], -4))).toBe(0);
    expect(family(kin([0, 1], -1.9), kin([1, 2], -1.9))).toBe(0);
  });
  it('is not told by two sentences that always come together, unless they are most of the text', () => {
    const habit = () => kin([0, 5], -1.9);
    expect(family(habit(), habit(), habit(), habit())).toBe(0);
    const most = () => kin([0, 5], -1.9, { shorter: 32 });
    expect(family(most(), most(), most())).toBe(3);
  });
  it('leaves out who shares what many do', () => {
    expect(family(kin([0, 1], -1.9), kin([1, 2], -1.9), kin([0, 2], -1.9), kin([3, 4], 0.5))).toBe(3);
  });
  it('is none of nobody', () => {
    expect(family()).toBe(0);
  });
});
