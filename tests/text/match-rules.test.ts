import { describe, expect, it } from 'vitest';
import { type Comparison, clusterOf, isPairMatch, type Quoting } from '../../lib/text/match-rules.ts';

/** What a text of 60 words shares: each number is a sentence of ten words. */
function comparison(shared: readonly number[], logExpected: number, more: Partial<Comparison> = {}): Comparison {
  const overlap = new Uint8Array(60);
  for (const sentence of shared) overlap.fill(1, sentence * 10, sentence * 10 + 10);
  const words = shared.length * 10;
  return {
    similarity: {
      sentences: shared.length,
      nearWhole: shared.length,
      wholeSentence: 0,
      rareTerms: words,
      words,
      logExpected,
    },
    overlap,
    inOne: words,
    shorter: 60,
    longer: 60,
    ...more,
  };
}
const halfFrequent = (logExpected: number): Comparison => {
  const one = comparison([0, 1, 2, 3], logExpected);
  return { ...one, similarity: { ...one.similarity, rareTerms: 20 } };
};
const likely = { isLikely: true, places: 2 };
const oneStretch = { isLikely: false, places: 1 };
const half = (mayQuote: Quoting) => comparison([0, 1, 2], -9, { mayQuote });
/** Three sentences, of which so many stand whole in one text, with so many words in it. */
const habit = (nearWhole: number, inOne: number, logExpected = -5.9): Comparison => {
  const one = comparison([0, 1, 2], logExpected, { inOne });
  return { ...one, similarity: { ...one.similarity, nearWhole, words: 36 } };
};
const sentencesIn = (overlap: Uint8Array): number => overlap.reduce((sum, one) => sum + (one === 0 ? 0 : 1), 0) / 10;
const cluster = (...all: Comparison[]): number => clusterOf(all, -2, sentencesIn).size;

describe('a pair', () => {
  it.each<[string, Comparison, boolean]>([
    ['three rare sentences', comparison([0, 1, 2], -3), true],
    ['three sentences that chance brings about', comparison([0, 1, 2], -1.9), false],
    ['two sentences of six', comparison([0, 1], -3), false],
    ['two sentences that are most of the shorter', comparison([0, 1], -3, { shorter: 30 }), true],
    ['three sentences that are half frequent', halfFrequent(-3), false],
    ['three sentences that are half frequent, yet hardly by chance', halfFrequent(-4), true],
    ['three sentences that both may have quoted', comparison([0, 1, 2], -9, { mayQuote: likely }), false],
    ['nearly all of it, though both may have quoted', comparison([0, 1, 2, 3, 4], -9, { mayQuote: likely }), true],
    ['half of it in one stretch, where it is not likely that they quote', half({ isLikely: false, places: 1 }), true],
    ['less than half in one stretch', comparison([0, 1, 2], -9, { longer: 80, mayQuote: oneStretch }), false],
    [
      'the same in two places',
      comparison([0, 1, 2], -9, { longer: 80, mayQuote: { isLikely: false, places: 2 } }),
      true,
    ],
    ['two whole sentences among turns of phrase in less than half of it', habit(2, 25), false],
    ['three whole ones', habit(3, 25), true],
    ['two, where one text has half of it', habit(2, 30), true],
    ['two, where all is far less likely than a pair need be', habit(2, 25, -6), true],
  ])('%s: %o', (_, one, expected) => {
    expect(isPairMatch(one, -2)).toBe(expected);
  });
});

describe('a cluster', () => {
  it('is several that share too little each', () => {
    expect(cluster(comparison([0, 1], -1.9), comparison([1, 2], -1.9), comparison([0, 2], -1.9))).toBe(3);
  });
  it('is not one alone, nor two that chance brings about', () => {
    expect(cluster(comparison([0, 1], -4))).toBe(0);
    expect(cluster(comparison([0, 1], -1.9), comparison([1, 2], -1.9))).toBe(0);
  });
  it('is not made by two sentences that always come together, unless they are most of the text', () => {
    const habit = () => comparison([0, 5], -1.9);
    expect(cluster(habit(), habit(), habit(), habit())).toBe(0);
    const most = () => comparison([0, 5], -1.9, { shorter: 32 });
    expect(cluster(most(), most(), most())).toBe(3);
  });
  it('leaves out who shares what many do', () => {
    expect(
      cluster(comparison([0, 1], -1.9), comparison([1, 2], -1.9), comparison([0, 2], -1.9), comparison([3, 4], 0.5)),
    ).toBe(3);
  });
  it('is not made of halves of sentences that many have, nor of what no text of an account has together', () => {
    const ofMany = () => {
      const one = comparison([0, 1, 2], -3);
      return { ...one, similarity: { ...one.similarity, rareTerms: 19 } };
    };
    expect(cluster(ofMany(), ofMany(), ofMany())).toBe(0);
    const apart = (inOne: number) => {
      const shared = [
        [0, 1],
        [1, 2],
        [0, 2],
      ];
      return cluster(...shared.map((sentences) => comparison(sentences, -1.9, { inOne })));
    };
    expect([apart(15), apart(16)]).toEqual([0, 3]);
  });
  it('is empty where nothing was compared', () => {
    expect(cluster()).toBe(0);
  });
});
