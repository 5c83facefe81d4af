// The packed parts of the text index: how texts and their fingerprints lie in typed arrays, are sorted,
// merged, checked and left out again. A sorted block is used as it lies.
import { GONE, type OpenPart } from './open-part.ts';

/** Changes whenever hashes or layout change, so that a block of another version is refused. */
const VERSION = 1;
/** Most texts in one block: a text's place in its block fits 16 bits. */
export const BLOCK = 65_536;
/** Entries of a directory: one for each high half of a fingerprint, and the end. */
export const DIRECTORY = 65_537;

/** Texts as they came: few, so their fingerprints are simply put in again. */
export interface LooseBlock {
  readonly kind: 'loose';
  readonly version: number;
  readonly id: number;
  /** The store's number of each text, and a hash of its account. */
  readonly numbers: Uint32Array;
  readonly accounts: Uint32Array;
  /** Where each text's fingerprints begin; one entry more than there are texts. */
  readonly offsets: Uint32Array;
  readonly fingerprints: Uint32Array;
}

/** Postings sorted by fingerprint: its high half is the directory's place, its low half `low`. */
export interface SortedBlock {
  readonly kind: 'sorted';
  readonly version: number;
  readonly id: number;
  readonly numbers: Uint32Array;
  readonly accounts: Uint32Array;
  readonly directory: Uint32Array;
  readonly low: Uint16Array;
  /** The text's place in `numbers`, ascending within a fingerprint. */
  readonly texts: Uint16Array;
}

/** A part of the index as it is kept: plain numbers and typed arrays, fit for IndexedDB. */
export type PackedBlock = LooseBlock | SortedBlock;

/** What to change in the stored blocks, best in one transaction: remove `drop` by id, write `put`. */
export interface Frozen {
  put: PackedBlock[];
  drop: number[];
}

/** Whether a value is a block that this version can use. */
export function isSound(value: unknown): value is PackedBlock {
  if (typeof value !== 'object' || value === null) return false;
  const block = value as Partial<Record<keyof LooseBlock | keyof SortedBlock, unknown>>;
  const { numbers, accounts } = block;
  if (block.version !== VERSION || typeof block.id !== 'number') return false;
  if (!(numbers instanceof Uint32Array) || !(accounts instanceof Uint32Array)) return false;
  if (numbers.length !== accounts.length || numbers.length > BLOCK) return false;
  const ascends = (array: Uint32Array, end: number): boolean => {
    for (let i = 1; i < array.length; i++) if ((array[i] as number) < (array[i - 1] as number)) return false;
    return array[0] === 0 && array[array.length - 1] === end;
  };
  if (block.kind === 'loose') {
    const { offsets, fingerprints } = block;
    if (!(offsets instanceof Uint32Array) || !(fingerprints instanceof Uint32Array)) return false;
    return offsets.length === numbers.length + 1 && ascends(offsets, fingerprints.length);
  }
  const { directory, low, texts } = block;
  if (block.kind !== 'sorted' || !(directory instanceof Uint32Array) || directory.length !== DIRECTORY) return false;
  if (!(low instanceof Uint16Array) || !(texts instanceof Uint16Array) || low.length !== texts.length) return false;
  let highest = -1;
  for (let i = 0; i < texts.length; i++) if ((texts[i] as number) > highest) highest = texts[i] as number;
  return highest < numbers.length && ascends(directory, low.length);
}

/** The texts of the open part from `from` on, as they came. Removed ones are left out. */
export function loose(id: number, open: OpenPart, from: number): LooseBlock {
  const { numbers, accounts, offsets, fingerprints, size } = open;
  const kept: number[] = [];
  let postings = 0;
  for (let i = from; i < size; i++) {
    if (accounts[i] === GONE) continue;
    kept.push(i);
    postings += (offsets[i + 1] as number) - (offsets[i] as number);
  }
  const block: LooseBlock = {
    kind: 'loose',
    version: VERSION,
    id,
    numbers: Uint32Array.from(kept, (i) => numbers[i] as number),
    accounts: Uint32Array.from(kept, (i) => accounts[i] as number),
    offsets: new Uint32Array(kept.length + 1),
    fingerprints: new Uint32Array(postings),
  };
  let at = 0;
  kept.forEach((i, place) => {
    const own = fingerprints.subarray(offsets[i], offsets[i + 1]);
    block.fingerprints.set(own, at);
    at += own.length;
    block.offsets[place + 1] = at;
  });
  return block;
}

/** The open part as a sorted block. Two passes of a radix sort; texts stay ascending. */
export function sorted(id: number, open: OpenPart): SortedBlock {
  const place = new Uint16Array(open.size);
  const kept: number[] = [];
  for (let i = 0; i < open.size; i++) {
    if (open.accounts[i] === GONE) continue;
    place[i] = kept.length;
    kept.push(i);
  }
  const all = open.offsets[open.size] as number;
  const isGone = (posting: number): boolean => open.accounts[open.texts[posting] as number] === GONE;
  const starts = new Uint32Array(DIRECTORY);
  const directory = new Uint32Array(DIRECTORY);
  let postings = 0;
  for (let i = 0; i < all; i++) {
    if (isGone(i)) continue;
    const fingerprint = open.fingerprints[i] as number;
    (starts[(fingerprint & 0xffff) + 1] as number)++;
    (directory[(fingerprint >>> 16) + 1] as number)++;
    postings++;
  }
  for (let i = 1; i < DIRECTORY; i++) {
    (starts[i] as number) += starts[i - 1] as number;
    (directory[i] as number) += directory[i - 1] as number;
  }
  const byLow = new Uint32Array(postings);
  for (let i = 0; i < all; i++) {
    if (isGone(i)) continue;
    const low = (open.fingerprints[i] as number) & 0xffff;
    byLow[(starts[low] as number)++] = i;
  }
  const low = new Uint16Array(postings);
  const texts = new Uint16Array(postings);
  const next = directory.slice();
  for (let i = 0; i < postings; i++) {
    const posting = byLow[i] as number;
    const fingerprint = open.fingerprints[posting] as number;
    const at = (next[fingerprint >>> 16] as number)++;
    low[at] = fingerprint & 0xffff;
    texts[at] = place[open.texts[posting] as number] as number;
  }
  return {
    kind: 'sorted',
    version: VERSION,
    id,
    numbers: Uint32Array.from(kept, (i) => open.numbers[i] as number),
    accounts: Uint32Array.from(kept, (i) => open.accounts[i] as number),
    directory,
    low,
    texts,
  };
}

/** Several sorted blocks as one, without the texts that were removed. */
export function merged(id: number, blocks: readonly SortedBlock[]): SortedBlock {
  const total = blocks.reduce((sum, block) => sum + block.numbers.length, 0);
  const numbers = new Uint32Array(total);
  const accounts = new Uint32Array(total);
  let kept = 0;
  const places = blocks.map((block) => {
    const place = new Uint32Array(block.numbers.length);
    for (let i = 0; i < place.length; i++) {
      const account = block.accounts[i] as number;
      place[i] = account === GONE ? GONE : kept;
      if (account === GONE) continue;
      numbers[kept] = block.numbers[i] as number;
      accounts[kept++] = account;
    }
    return place;
  });
  const most = blocks.reduce((sum, block) => sum + block.low.length, 0);
  const low = new Uint16Array(most);
  const texts = new Uint16Array(most);
  const directory = new Uint32Array(DIRECTORY);
  let at = 0;
  for (let bucket = 0; bucket < DIRECTORY - 1; bucket++) {
    const first = at;
    for (let b = 0; b < blocks.length; b++) {
      const block = blocks[b] as SortedBlock;
      const place = places[b] as Uint32Array;
      const end = block.directory[bucket + 1] as number;
      for (let i = block.directory[bucket] as number; i < end; i++) {
        const text = place[block.texts[i] as number] as number;
        if (text === GONE) continue;
        // Runs of the earlier blocks are in order and hold smaller texts, so equals stay ascending.
        const key = block.low[i] as number;
        let to = at++;
        while (to > first && (low[to - 1] as number) > key) {
          low[to] = low[to - 1] as number;
          texts[to] = texts[to - 1] as number;
          to--;
        }
        low[to] = key;
        texts[to] = text;
      }
    }
    directory[bucket + 1] = at;
  }
  return {
    kind: 'sorted',
    version: VERSION,
    id,
    numbers: numbers.slice(0, kept),
    accounts: accounts.slice(0, kept),
    directory,
    low: low.slice(0, at),
    texts: texts.slice(0, at),
  };
}
