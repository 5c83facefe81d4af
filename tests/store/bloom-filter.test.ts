// What was put in is always found; of what was not, few are taken for it, however much was put in.
import { expect, it } from 'vitest';
import { fnv } from '../../lib/model/fnv.ts';
import { BloomFilter } from '../../lib/store/bloom-filter.ts';

const hash = (word: string) => fnv(word) & 0x3fff_ffff;

it('knows everything that was put in, and hardly anything else', () => {
  const filter = new BloomFilter();
  expect(filter.mayHave(hash('anything'))).toBe(false);
  const count = 100_000;
  for (let i = 0; i < count; i++) filter.put(hash(`bid ${i}`));
  let [missed, taken] = [0, 0];
  for (let i = 0; i < count; i++) {
    if (!filter.mayHave(hash(`bid ${i}`))) missed += 1;
    if (filter.mayHave(hash(`another ${i}`))) taken += 1;
  }
  expect(missed).toBe(0);
  expect(taken / count).toBeLessThan(0.03);
});
