// Which profiles are alike, by their sketches.
import { expect, test } from 'vitest';
import { isAlike, ProfileSketches, type Sketch, sketchOf } from '../../lib/graph/profile-sketches.ts';
import { random } from '../../scripts/evaluate/random.ts';

const next = random(5);
const words = (count: number) => Array.from({ length: count }, () => `word${next.int(0, 5_000)}`);
const sketch = (text: readonly string[]) => sketchOf(text.join(' ')) as Sketch;

test('a text of a few words has none', () => {
  expect(sketchOf('I build shops, and I answer soon.')).toBeUndefined();
});

test('texts are alike that share half of the shorter one, however long the other is', () => {
  const mould = words(120);
  const half = [...mould.slice(0, 70), ...words(50)];
  const longer = [...words(150), ...mould.slice(0, 90)];
  expect(isAlike(sketch(mould), sketch(mould))).toBe(true);
  expect(isAlike(sketch(mould), sketch(half))).toBe(true);
  expect(isAlike(sketch(mould.slice(0, 90)), sketch(longer))).toBe(true);
  expect(isAlike(sketch(mould), sketch(words(120)))).toBe(false);
  expect(isAlike(sketch(mould), sketch([...mould.slice(0, 15), ...words(100)]))).toBe(false);
});

test('what is usual is learned from pairs that have nothing to do with each other, whoever was seen first', () => {
  const sketches = (texts: readonly (readonly string[])[], order: (i: number) => number) => {
    const all = new ProfileSketches();
    for (let i = 0; i < texts.length; i++) {
      const at = order(i);
      all.put(at, `guru:a${at}`, sketch(texts[at] as string[]));
    }
    return all;
  };
  const apart = Array.from({ length: 60 }, () => words(80));
  const mould = words(80);
  const alike = Array.from({ length: 60 }, () => [...mould, ...words(10)]);
  expect(sketches(apart, (i) => i).usual()).toBeLessThan(0.001);
  expect(sketches(alike, (i) => i).usual()).toBeGreaterThan(0.4);
  const mixed = [...apart, ...alike];
  expect(sketches(mixed, (i) => 119 - i).usual()).toBe(sketches(mixed, (i) => i).usual());
  const all = sketches(mixed, (i) => i);
  const before = all.usual();
  for (let i = 60; i < 120; i++) all.remove(i);
  expect([all.size, all.usual() < before, all.of('guru:a61')]).toEqual([60, true, undefined]);
});
