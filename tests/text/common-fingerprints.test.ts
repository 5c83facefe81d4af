import { beforeAll, describe, expect, it } from 'vitest';
import { prepareText } from '../../lib/text/prepared-text.ts';
import { TextIndex } from '../../lib/text/text-index.ts';
import { random } from '../../scripts/evaluate/random.ts';

/** More than fit the open part, so that there are blocks as well. */
const TEXTS = 9_000;
const CLUSTER = 150;

const next = random(5);
/** Words as people use them: a few all the time, most hardly ever. */
const words = (count: number): string =>
  Array.from({ length: count }, () => `w${Math.floor(5_000 ** next())}`).join(' ');
const sentences = (count: number): string => Array.from({ length: count }, () => words(10)).join('. ');
const stock = Array.from({ length: 6 }, () => words(9));
const cluster = sentences(5);

/** Every text has two of six stock sentences; 150 texts all over are one cluster, some more are pairs of copies. */
const texts = Array.from({ length: TEXTS }, (_, n) => {
  const frequent = `${stock[n % 6]}. ${stock[(n >> 3) % 6]}`;
  return n % (TEXTS / CLUSTER) === 7 ? `${frequent}. ${cluster}. ${words(8)}` : `${frequent}. ${sentences(4)}`;
});
for (let n = 500; n < TEXTS; n += 500) texts[n] = `${texts[n - 333]}. ${words(9)}`;

const ask = (index: TextIndex, n: number) => {
  const { fingerprints, sentenceSpans } = prepareText(texts[n] as string, undefined);
  return {
    mayMatch: index.mayMatch(fingerprints, sentenceSpans, `s:a${n}`),
    matches: index.query(fingerprints, sentenceSpans, `s:a${n}`, 64).matches.length,
  };
};

describe('asked about everybody', () => {
  const index = new TextIndex();
  let answers: { mayMatch: boolean; matches: number }[] = [];

  beforeAll(() => {
    texts.forEach((text, n) => {
      index.add(n, `s:a${n}`, text);
    });
    answers = texts.map((_, n) => ask(index, n));
  });

  it('never says that nothing is found where something is', () => {
    const found = answers.filter(({ matches }) => matches > 0);
    expect(found.length).toBeGreaterThan(CLUSTER);
    expect(found.filter(({ mayMatch }) => !mayMatch)).toEqual([]);
  });

  it('says so of most of which nothing is found', () => {
    const nothing = answers.slice(TEXTS / 2).filter(({ matches }) => matches === 0);
    expect(nothing.length).toBeGreaterThan(TEXTS / 4);
    expect(nothing.filter(({ mayMatch }) => mayMatch).length).toBeLessThan(nothing.length / 2);
  });

  it('knows of a copy that came since, and of one that was removed', () => {
    const alone = answers.findLastIndex(({ mayMatch }) => !mayMatch);
    index.add(TEXTS, 's:copier', texts[alone] as string);
    for (let i = 0; i < 2_000; i++) expect(ask(index, alone).mayMatch).toBe(true);
    index.remove(TEXTS);
    expect(ask(index, alone).matches).toBe(0);
  });

  it('lets an account ask that has a text too long to be indexed whole', () => {
    const long = new TextIndex();
    const text = sentences(150);
    const { fingerprints, sentenceSpans } = prepareText(text.slice(text.length / 2), undefined);
    long.add(0, 's:long', text);
    long.add(1, 's:other', text.slice(text.length / 2));
    for (let i = 0; i < 1_200; i++) expect(long.mayMatch(fingerprints, sentenceSpans, 's:long')).toBe(true);
    expect(long.query(fingerprints, sentenceSpans, 's:long', 8).matches).toHaveLength(1);
  });
});
