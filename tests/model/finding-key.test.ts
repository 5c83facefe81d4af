import { describe, expect, it } from 'vitest';
import { findingKey } from '../../lib/model/finding-key.ts';

describe('the key of a finding', () => {
  it('is the same for the same people in whichever order, and another for others', () => {
    const key = findingKey('a', ['guru:ben', 'guru:cleo']);
    expect(key).toMatch(/^a:[0-9a-f]{16}$/);
    expect(findingKey('a', ['guru:cleo', 'guru:ben', 'guru:cleo'])).toBe(key);
    const others = [
      ['guru:ben'],
      ['guru:ben', 'guru:cleo', 'guru:dan'],
      ['guru:ben\nguru:cleo'],
      ['guru:clea', 'guru:ben'],
    ];
    expect(new Set([key, ...others.map((one) => findingKey('a', one)), findingKey('b', ['guru:ben'])]).size).toBe(6);
  });

  it('is the flag where it is about nobody else', () => {
    expect(findingKey('mass-bidding')).toBe('mass-bidding');
  });

  it('names nobody, and is short however many it is about', () => {
    const key = findingKey(
      'rating-ring',
      Array.from({ length: 5_000 }, (_, i) => `guru:member${i}`),
    );
    expect(key).toHaveLength('rating-ring:'.length + 16);
    expect(findingKey('a', ['guru:ben'])).not.toContain('ben');
  });

  it('differs for thousands of groups', () => {
    const keys = new Set(Array.from({ length: 50_000 }, (_, i) => findingKey('a', [`guru:${i}`, `guru:${i * 7}`])));
    expect(keys.size).toBe(50_000);
  });
});
