import { describe, expect, it } from 'vitest';
import type { SortedBlock } from '../../lib/text/packed.ts';
import { prepareText } from '../../lib/text/prepared-text.ts';
import { isFingerprint, shingles } from '../../lib/text/shingles.ts';
import { type PackedBlock, TextIndex } from '../../lib/text/text-index.ts';
import { tokenise } from '../../lib/text/tokens.ts';
import { random } from '../../scripts/evaluate/random.ts';

/** Sentences of invented words; the same seed gives the same text. */
function letter(seed: number, sentences = 6): string {
  const next = random(seed);
  const word = (): string => `w${Math.floor(5_000 ** next())}`;
  return Array.from({ length: sentences }, () => Array.from({ length: next.int(8, 14) }, word).join(' ')).join('. ');
}

/** Every third text is a copy of an earlier one by another account, with a sentence of its own. */
function fill(index: TextIndex, from: number, to: number): Map<number, string> {
  const texts = new Map<number, string>();
  for (let n = from; n < to; n++) {
    const text = n % 3 === 2 ? `${letter(n - 2)}. ${letter(n + 1_000_000, 1)}` : letter(n);
    texts.set(n, text);
    index.add(n, `s:a${n}`, text);
  }
  return texts;
}

const ask = (index: TextIndex, text: string, account = 's:asker', limit = 10) => {
  const { fingerprints, sentenceSpans } = prepareText(text, undefined);
  return index.query(fingerprints, sentenceSpans, account, limit);
};
const found = (index: TextIndex, text: string, account?: string) => ask(index, text, account).matches.map(({ n }) => n);

/** Numbers of fingerprints in common, counted without an index. */
function inCommon(a: string, b: string): number {
  const of = (text: string) => new Set(shingles(tokenise(text)).filter(isFingerprint));
  return of(a).intersection(of(b)).size;
}

describe('finding', () => {
  const index = new TextIndex();
  const texts = fill(index, 0, 12_000);

  it('finds the text itself and its copy, in a sealed block and in the open part, and counts what they share', () => {
    for (const n of [0, 3, 4_500, 8_190, 8_193, 11_997]) {
      const text = texts.get(n) as string;
      const { matches } = ask(index, text);
      expect(matches.map((match) => match.n)).toEqual([n, n + 2]);
      for (const match of matches) expect(match.shared).toBe(inCommon(text, texts.get(match.n) as string));
    }
  });

  it('leaves out the asker’s own texts', () => {
    expect(found(index, texts.get(30) as string, 's:a30')).toEqual([32]);
  });

  it('says who uses each fingerprint', () => {
    const answer = ask(index, texts.get(30) as string);
    const { starts } = answer.fingerprints;
    const rarest = Math.min(...Array.from(starts.subarray(1), (end, f) => end - (starts[f] as number)));
    expect(rarest).toBe(2);
  });

  it('finds nothing for a text of nobody', () => {
    expect(found(index, letter(77_000_000))).toEqual([]);
  });

  it('counts texts and accounts', () => {
    expect(index.size).toBe(12_000);
    expect(Math.abs(index.accounts - 12_000)).toBeLessThan(120);
  });

  it('counts an account once, however many texts it has', () => {
    const busy = new TextIndex();
    for (let n = 0; n < 6_000; n++) busy.add(n, `s:a${n % 300}`, 'Fine.');
    expect(Math.abs(busy.accounts - 300)).toBeLessThan(5);
  });

  it('finds every account of a large family in the end, and strangers among one account’s many copies', () => {
    const crowd = new TextIndex();
    const template = letter(1);
    for (let n = 0; n < 3_000; n++) crowd.add(n, 's:busy', `${template}. ${letter(n + 50, 1)}`);
    crowd.add(3_000, 's:other', `${template}. ${letter(5, 1)}`);
    fill(crowd, 4_000, 6_000);
    const { matches } = ask(crowd, template);
    expect(matches.filter(({ n }) => n < 3_000)).toHaveLength(5);
    expect(matches.map(({ n }) => n)).toContain(3_000);
  });
});

describe('removing', () => {
  it('finds a removed text no more, in the open part, in a block, and after freezing', () => {
    const index = new TextIndex();
    const texts = fill(index, 0, 9_000);
    for (const n of [2, 8_999]) {
      const text = texts.get(n - 2) as string;
      expect(found(index, text)).toContain(n);
      index.remove(n);
      expect(found(index, text)).not.toContain(n);
    }
    expect(index.size).toBe(8_998);
    const blocks = index.freeze()?.put ?? [];
    for (const { numbers } of blocks) {
      expect(numbers).not.toContain(2);
      expect(numbers).not.toContain(8_999);
    }
    expect(index.size).toBe(8_998);
    index.remove(123_456);
    expect(index.size).toBe(8_998);
  });

  it('answers as if what was removed had never been there: few texts are left, so each counts for much', () => {
    for (const most of [2, 40, 9_000]) {
      const [with_, without] = [new TextIndex(), new TextIndex()];
      const all = letter(1, 8);
      for (let n = 0; n < most; n++) {
        const text = n % 2 === 0 ? all : letter(n);
        with_.add(n, `s:a${n}`, text);
        if (n === 0 || n % 2 === 1) without.add(n, `s:a${n}`, text);
      }
      if (most === 9_000) with_.freeze();
      for (let n = 2; n < most; n += 2) with_.remove(n);
      if (most === 2) {
        with_.remove(1);
        without.remove(1);
      }
      const matches = (index: TextIndex) => ask(index, all.slice(0, 300)).matches.map(({ n, shared }) => [n, shared]);
      expect(matches(with_)).toEqual(matches(without));
      expect(with_.size).toBe(without.size);
    }
  });

  it('takes a changed text under its old number', () => {
    const index = new TextIndex();
    fill(index, 0, 30);
    index.remove(6);
    index.add(6, 's:a6', letter(900));
    expect(found(index, letter(900))).toEqual([6]);
    index.remove(6);
    expect(found(index, letter(900))).toEqual([]);
  });
});

describe('freezing and reviving', () => {
  /** What the store does with what freeze() says. */
  function save(stored: Map<number, PackedBlock>, index: TextIndex): void {
    const frozen = index.freeze();
    for (const id of frozen?.drop ?? []) stored.delete(id);
    for (const block of frozen?.put ?? []) stored.set(block.id, structuredClone(block));
  }
  const revived = (stored: Map<number, PackedBlock>) => TextIndex.revive([...stored.values()]) as TextIndex;

  it('answers the same after any number of ends and new starts, in few blocks', () => {
    const stored = new Map<number, PackedBlock>();
    const texts = new Map<number, string>();
    let index = new TextIndex();
    for (let page = 0; page < 500; page++) {
      for (const [n, text] of fill(index, page * 60, page * 60 + 60)) texts.set(n, text);
      save(stored, index);
      expect(index.freeze()).toBeUndefined();
      if (page % 50 === 7) {
        index = revived(stored);
        expect(index.size).toBe((page + 1) * 60);
      }
    }
    expect(index.freeze()).toBeUndefined();
    expect(stored.size).toBeLessThan(30);
    const again = revived(stored);
    for (const n of [0, 3, 1_899, 15_000, 29_997]) {
      const text = texts.get(n) as string;
      expect(found(again, text)).toEqual([n, n + 2]);
      expect(ask(again, text)).toEqual(ask(index, text));
    }
    expect(again.accounts).toBe(index.accounts);
  });

  it('takes a removal along', () => {
    const stored = new Map<number, PackedBlock>();
    const index = new TextIndex();
    fill(index, 0, 2_000);
    save(stored, index);
    fill(index, 2_000, 2_100);
    save(stored, index);
    const second = revived(stored);
    second.remove(5);
    second.remove(2_042);
    save(stored, second);
    const third = revived(stored);
    expect(third.size).toBe(2_098);
    expect(found(third, letter(3))).toEqual([3]);
    for (const { numbers } of stored.values()) expect([...numbers]).not.toContain(5);
  });

  it.each<[string, (block: SortedBlock) => unknown]>([
    ['another version', (block) => ({ ...block, version: 0 })],
    ['a shortened array', (block) => ({ ...block, numbers: block.numbers.slice(1) })],
    ['plain arrays', (block) => ({ ...block, low: [], texts: [] })],
    [
      'a directory out of order',
      (block) => ({ ...block, directory: block.directory.map((x, i) => (i === 9 ? 4e9 : x)) }),
    ],
    ['texts that are not there', (block) => ({ ...block, texts: block.texts.map(() => 60_000) })],
    ['a missing field', (block) => ({ ...block, low: undefined })],
    ['no object', () => 'block'],
    ['nothing', () => null],
  ])('refuses %s', (_, damage) => {
    const index = new TextIndex();
    fill(index, 0, 2_000);
    const [block] = index.freeze()?.put ?? [];
    expect(TextIndex.revive([block])).toBeInstanceOf(TextIndex);
    expect(TextIndex.revive([damage(block as SortedBlock)])).toBeUndefined();
  });
});

describe('hostile', () => {
  it.each([
    ['nothing', ''],
    ['one word', 'work'],
    ['one word again and again', 'work '.repeat(1_000_000)],
    ['emoji', '🚀'.repeat(5_000)],
    ['a text of 20,000 different words', Array.from({ length: 20_000 }, (_, i) => `w${i}`).join(' ')],
  ])('takes in and asks about %s', (_, text) => {
    const index = new TextIndex();
    fill(index, 0, 30);
    index.add(100, 's:x', text);
    expect(index.size).toBe(31);
    expect(() => ask(index, text)).not.toThrow();
  });

  it('stays bounded when one text comes 20,000 times', () => {
    const index = new TextIndex();
    const text = letter(1);
    for (let n = 0; n < 20_000; n++) index.add(n, `s:a${n}`, text);
    const { matches, fingerprints } = ask(index, text);
    expect(matches).toHaveLength(10);
    expect(fingerprints.accounts.length).toBeLessThan(20_000);
    const { starts, scale } = fingerprints;
    const users = ((starts[1] as number) - (starts[0] as number)) * (scale[0] as number);
    expect(users / 20_000).toBeCloseTo(1, 1);
  });
});
