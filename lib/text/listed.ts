// What an index that holds a part of all fingerprints says to whoever puts the answers of several together: which texts
// have each fingerprint, as many of them as a search would look at.
import { GONE } from './open-part.ts';
import type { SortedBlock } from './packed.ts';
import { locate, lowerBound, type Scratch, sampledEnd, sampledOpen, sampledShare } from './postings.ts';
import type { IndexParts } from './query.ts';

/** The texts that have one fingerprint. */
export interface Listed {
  /** How many there are. */
  total: number;
  /** The store's numbers of those that are looked at, and their accounts. */
  numbers: Uint32Array;
  accounts: Uint32Array;
}

const asking = (fingerprints: Uint32Array) => ({ fingerprints, sentenceSpans: [], account: GONE, limit: 0 });

export function listedIn(fingerprints: Uint32Array, parts: IndexParts, scratch: Scratch): Listed[] {
  const { blocks, open } = parts;
  const { width, from, counts, totals } = locate(asking(fingerprints), parts, scratch);
  return Array.from(totals, (total, f) => {
    const share = sampledShare(total);
    const numbers: number[] = [];
    const accounts: number[] = [];
    for (let b = 0; b < blocks.length; b++) {
      const block = blocks[b] as SortedBlock;
      const count = counts[f * width + b] as number;
      const start = from[f * width + b] as number;
      const end = sampledEnd(count, share);
      for (let i = 0; i < count; i++) {
        if (i === end && count - end > i) i = count - end;
        const text = block.texts[start + i] as number;
        numbers.push(block.numbers[text] as number);
        accounts.push(block.accounts[text] as number);
      }
    }
    let posting = from[f * width + width - 1] as number;
    for (let left = sampledOpen(counts[f * width + width - 1] as number, share); left > 0; left--) {
      const text = open.texts[posting - 1] as number;
      numbers.push(open.numbers[text] as number);
      accounts.push(open.accounts[text] as number);
      posting = open.before[posting - 1] as number;
    }
    return { total, numbers: Uint32Array.from(numbers), accounts: Uint32Array.from(accounts) };
  });
}

/** Which of these fingerprints the text with a number has. */
export function markedIn(n: number, fingerprints: Uint32Array, parts: IndexParts, scratch: Scratch): Uint32Array {
  const { blocks, open } = parts;
  const { width, from, counts } = locate(asking(fingerprints), parts, scratch);
  const has = new Set<number>();
  blocks.forEach((block, b) => {
    const text = block.numbers.indexOf(n);
    if (text < 0) return;
    fingerprints.forEach((fingerprint, f) => {
      const count = counts[f * width + b] as number;
      if (count === 0) return;
      const start = from[f * width + b] as number;
      const at = lowerBound(block.texts, text, start, start + count);
      if (at < start + count && block.texts[at] === text) has.add(fingerprint);
    });
  });
  const text = open.numbers.subarray(0, open.size).indexOf(n);
  if (text >= 0) {
    for (const one of open.fingerprints.subarray(open.offsets[text], open.offsets[text + 1])) has.add(one);
  }
  return fingerprints.filter((fingerprint) => has.has(fingerprint));
}
