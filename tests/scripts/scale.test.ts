// Texts in several parts, each with a band of the fingerprints, as docs/scale.md describes.
import { expect, test } from 'vitest';
import { prepareText } from '../../lib/text/prepared-text.ts';
import { TextIndex } from '../../lib/text/text-index.ts';
import { BandedIndex } from '../../scripts/scale/banded-index.ts';
import { bidsOf, groupsOf, pairsIn } from '../../scripts/scale/groups.ts';

const bids = bidsOf(700, 3);
const whole = new TextIndex();
const parts = new BandedIndex(16);
for (const { n, account, text } of bids) {
  whole.add(n, account, text);
  parts.add(n, account, text);
}

test('sixteen parts find the groups that one index finds, and there are groups to find', () => {
  const found = pairsIn(whole, bids);
  const groups = groupsOf(found);
  expect(groups.length).toBeGreaterThan(7);
  expect(groupsOf(pairsIn(parts, bids))).toEqual(groups);
  expect(parts.bands.every((band) => band.size > 0)).toBe(true);
});

test('a part by itself does not: what it lacks is in the others', () => {
  const [first] = parts.bands;
  expect(groupsOf(pairsIn(first as TextIndex, bids))).not.toEqual(groupsOf(pairsIn(whole, bids)));
});

test('each question gets the answer of the whole index, where no fingerprint is so frequent that only a sample is asked', () => {
  const few = bids.slice(0, 60);
  const [one, several] = [new TextIndex(), new BandedIndex(5)];
  for (const { n, account, text } of few) {
    one.add(n, account, text);
    several.add(n, account, text);
  }
  let matches = 0;
  for (const { text } of bids.slice(0, 400)) {
    const { fingerprints, sentenceSpans } = prepareText(text, undefined);
    const answer = one.query(fingerprints, sentenceSpans, 'generated:nobody', 32);
    expect(several.query(fingerprints, sentenceSpans, 'generated:nobody', 32)).toEqual(answer);
    matches += answer.matches.length;
  }
  expect(matches).toBeGreaterThan(50);
  expect([several.size, several.accounts]).toEqual([one.size, one.accounts]);
});
