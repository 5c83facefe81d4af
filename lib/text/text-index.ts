// Finds, among everything stored, the texts that share pieces with one text. It holds no words, only
// hashes of three-word pieces, so it is small and says nothing to a person who reads it. New texts go
// into a small open part; now and then that part is sorted into a packed block that is kept in the
// browser's database and used as it lies when it comes back.

import { fingerprintsOf, MAX_FINGERPRINTS } from './shingles.ts';
import { hashText, mix, TokenBuffer } from './tokens.ts';

/** Changes whenever hashes or layout change, so that a block of another version is refused. */
const VERSION = 1;
/** Most texts in one block: a text's place in its block fits 16 bits. */
const BLOCK = 65_536;
/** The open part is sorted into a block when it holds so many texts. */
const SEAL = 8_192;
/** freeze() writes fewer texts than this as they are, and sorts from here on. */
const SORT_FROM = 1_900;
/** freeze() lets so many unsorted blocks lie before it joins them. */
const LOOSE_BLOCKS = 16;
/** So many sorted blocks of one size are merged into the next size. */
const MERGE = 4;
/** Most texts looked at for one fingerprint, from both ends of its list; enough to see any family. */
const POSTINGS = 256;
const DIRECTORY = 65_537;
/** Size of the bitmap that accounts are counted with, as a power of two: 128 kB. */
const ACCOUNT_BITS = 20;
/** Stands in place of the account of a text that was removed. */
const GONE = 0xffffffff;

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

/** One stored text that shares fingerprints with the one asked about. */
export interface Match {
  /** The store's number of the text. */
  n: number;
  /** Hash of its account: see accountHash(). */
  account: number;
  /** How many of the fingerprints asked about it has. */
  shared: number;
  /** Which: bit i % 32 of entry i >> 5 stands for fingerprint i. */
  marks: Uint32Array;
}

export interface Answer {
  /** How many texts have each fingerprint asked about, the asker's own account's among them. */
  texts: Uint32Array;
  /** How many other accounts have it: exact for rare ones, an estimate from a sample for frequent ones. */
  accounts: Float64Array;
  /** Texts of other accounts that share the most, most telling first. */
  matches: Match[];
}

/** The number an account goes by in the index. */
export function accountHash(account: string): number {
  const hash = hashText(account);
  return hash === GONE ? 0 : hash;
}

/** New texts: fingerprints in the order they came, and a hash table of chains through them. */
class OpenPart {
  size = 0;
  numbers = new Uint32Array(64);
  accounts = new Uint32Array(64);
  offsets = new Uint32Array(65);
  /** Per posting: the fingerprint, the text, the posting before it with the same fingerprint (+ 1). */
  fingerprints = new Uint32Array(2_048);
  texts = new Uint16Array(2_048);
  before = new Uint32Array(2_048);
  /** Open addressing: last posting (+ 1) of a fingerprint, and how many it has. */
  heads = new Uint32Array(4_096);
  counts = new Uint16Array(4_096);
  keys = 0;

  add(n: number, account: number, fingerprints: Uint32Array, count: number): void {
    const text = this.size;
    if (text === this.numbers.length) {
      this.numbers = grown(this.numbers, text * 2);
      this.accounts = grown(this.accounts, text * 2);
      this.offsets = grown(this.offsets, text * 2 + 1);
    }
    this.numbers[text] = n;
    this.accounts[text] = account;
    let posting = this.offsets[text] as number;
    if (posting + count > this.fingerprints.length) {
      const room = Math.max(posting + count, this.fingerprints.length * 2);
      this.fingerprints = grown(this.fingerprints, room);
      this.texts = grown(this.texts, room);
      this.before = grown(this.before, room);
    }
    for (let i = 0; i < count; i++) {
      if (this.keys * 2 >= this.heads.length) this.rehash();
      const fingerprint = fingerprints[i] as number;
      const slot = this.slot(fingerprint);
      const head = this.heads[slot] as number;
      if (head === 0) this.keys++;
      this.fingerprints[posting] = fingerprint;
      this.texts[posting] = text;
      this.before[posting] = head;
      this.heads[slot] = ++posting;
      (this.counts[slot] as number)++;
    }
    this.offsets[text + 1] = posting;
    this.size++;
  }

  slot(fingerprint: number): number {
    const { heads, fingerprints } = this;
    const last = heads.length - 1;
    let slot = (fingerprint >>> 7) & last;
    while (heads[slot] !== 0 && fingerprints[(heads[slot] as number) - 1] !== fingerprint) slot = (slot + 1) & last;
    return slot;
  }

  rehash(): void {
    const { heads, counts } = this;
    this.heads = new Uint32Array(heads.length * 2);
    this.counts = new Uint16Array(heads.length * 2);
    for (let old = 0; old < heads.length; old++) {
      const head = heads[old] as number;
      if (head === 0) continue;
      const slot = this.slot(this.fingerprints[head - 1] as number);
      this.heads[slot] = head;
      this.counts[slot] = counts[old] as number;
    }
  }
}

function grown<T extends Uint32Array | Uint16Array>(array: T, length: number): T {
  const larger = new (array.constructor as new (length: number) => T)(length);
  larger.set(array);
  return larger;
}

/** A sorted block in use: whether it still has to be written. */
interface Held {
  block: SortedBlock;
  saved: boolean;
}

export class TextIndex {
  #held: Held[] = [];
  #open = new OpenPart();
  /** Texts of the open part that are already in a stored loose block, and those blocks. */
  #openSaved = 0;
  #loose: number[] = [];
  #openChanged = false;
  #dropped: number[] = [];
  #gone = 0;
  #lastId = 0;
  #last = -1;
  #removed = 0;
  readonly #accountBits = new Uint32Array(1 << (ACCOUNT_BITS - 5));
  #accountsSet = 0;
  readonly #tokens = new TokenBuffer();
  readonly #fingerprints = new Uint32Array(MAX_FINGERPRINTS);
  #scores = new Uint32Array(1_024);

  /** How many texts can be found. */
  get size(): number {
    return this.#stored() - this.#gone;
  }

  /** The highest number that was ever added, -1 when none was. */
  get last(): number {
    return this.#last;
  }

  /** About how many accounts the texts are from (within 1 %; removals count from the next start on). */
  get accounts(): number {
    const bits = 1 << ACCOUNT_BITS;
    return Math.round(-bits * Math.log(Math.max(1, bits - this.#accountsSet) / bits));
  }

  /** How many texts were added or removed since the last freeze(). */
  get unpacked(): number {
    let added = this.#open.size - this.#openSaved;
    for (const { block, saved } of this.#held) if (!saved) added += block.numbers.length;
    return added + this.#removed;
  }

  /** Bytes held by the index itself. */
  get bytes(): number {
    const open = this.#open;
    let bytes = this.#scores.byteLength + open.heads.byteLength + open.counts.byteLength;
    for (const part of [open.numbers, open.accounts, open.offsets, open.fingerprints, open.texts, open.before])
      bytes += part.byteLength;
    for (const { block } of this.#held) {
      bytes += block.numbers.byteLength + block.accounts.byteLength + block.directory.byteLength;
      bytes += block.low.byteLength + block.texts.byteLength;
    }
    return bytes;
  }

  /**
   * Takes in a text.
   *
   * @param n the store's number of it, 0 to 2^32 - 1. A text that changed is removed first, then added.
   * @param account whose it is, as `site:account`
   */
  add(n: number, account: string, text: string): void {
    if (this.#open.size >= SEAL) this.#seal();
    const count = fingerprintsOf(text, this.#tokens, this.#fingerprints);
    const hash = accountHash(account);
    this.#open.add(n, hash, this.#fingerprints, count);
    this.#count(hash);
    if (n > this.#last) this.#last = n;
  }

  /** Forgets a text. Its hashes leave the stored blocks with the next freeze(). */
  remove(n: number): void {
    const open = this.#open;
    const at = open.numbers.indexOf(n);
    if (at >= 0 && at < open.size && open.accounts[at] !== GONE) {
      open.accounts[at] = GONE;
      this.#gone++;
      this.#removed++;
      if (at < this.#openSaved) this.#openChanged = true;
      return;
    }
    for (const held of this.#held) {
      const place = held.block.numbers.indexOf(n);
      if (place < 0 || held.block.accounts[place] === GONE) continue;
      held.block.accounts[place] = GONE;
      held.saved = false;
      this.#gone++;
      this.#removed++;
      return;
    }
  }

  /**
   * The texts of other accounts that share the most with these fingerprints, and how usual each is.
   * Work is bounded: of a fingerprint that thousands of texts have, only a sample is looked at.
   *
   * @param fingerprints distinct, at most MAX_FINGERPRINTS: see fingerprintsOf()
   * @param account the asker, `site:account`: its own texts are left out
   * @param limit most matches given back
   */
  query(fingerprints: Uint32Array, account: string, limit: number): Answer {
    const asked = Math.min(fingerprints.length, MAX_FINGERPRINTS);
    return new Query(
      fingerprints,
      asked,
      accountHash(account),
      this.#held.map(({ block }) => block),
      this.#open,
      this.#room(),
    ).run(limit, this.size);
  }

  #stored(): number {
    let stored = this.#open.size;
    for (const { block } of this.#held) stored += block.numbers.length;
    return stored;
  }

  #room(): Uint32Array {
    const needed = this.#stored();
    if (this.#scores.length < needed) this.#scores = new Uint32Array(Math.ceil(needed * 1.25));
    return this.#scores;
  }

  #nextId(): number {
    return ++this.#lastId;
  }

  /** Sorts the open part into a block of its own and starts a new one. */
  #seal(): void {
    const open = this.#open;
    const block = sorted(this.#nextId(), open);
    if (block.numbers.length > 0) this.#held.push({ block, saved: false });
    this.#gone -= open.size - block.numbers.length;
    this.#dropped.push(...this.#loose);
    this.#open = new OpenPart();
    this.#openSaved = 0;
    this.#openChanged = false;
    this.#loose = [];
    this.#merge();
  }

  /** Joins sorted blocks of one size, so that their number grows with the logarithm of the texts. */
  #merge(): void {
    for (;;) {
      const alike = new Map<number, Held[]>();
      for (const held of this.#held) {
        const tier = Math.floor(Math.log2(Math.max(1, held.block.numbers.length / SORT_FROM)) / 2);
        alike.set(tier, [...(alike.get(tier) ?? []), held]);
      }
      const fits = (parts: readonly Held[]): boolean =>
        parts.reduce((sum, { block }) => sum + block.numbers.length, 0) <= BLOCK;
      const parts = [...alike.values()]
        .filter((blocks) => blocks.length >= MERGE)
        .flatMap((blocks) => [blocks.slice(0, MERGE), blocks.slice(0, 2)])
        .find(fits);
      if (parts === undefined) return;
      this.#replace(
        parts,
        merged(
          this.#nextId(),
          parts.map(({ block }) => block),
        ),
      );
    }
  }

  #replace(parts: readonly Held[], block: SortedBlock): void {
    let before = 0;
    for (const part of parts) {
      before += part.block.numbers.length;
      if (!this.#isNew(part.block.id)) this.#dropped.push(part.block.id);
    }
    this.#gone -= before - block.numbers.length;
    const place = this.#held.indexOf(parts[0] as Held);
    this.#held = this.#held.filter((held) => !parts.includes(held));
    if (block.numbers.length > 0) this.#held.splice(place, 0, { block, saved: false });
  }

  /** Ids above this were given since the last freeze: nothing stored goes by them. */
  #storedId = 0;

  #isNew(id: number): boolean {
    return id > this.#storedId;
  }

  /**
   * Packs what changed since the last freeze.
   *
   * @returns what to write and what to delete, or undefined when nothing changed. The arrays are the
   * index's own: store them (IndexedDB copies), do not change them.
   */
  freeze(): Frozen | undefined {
    if (this.#open.size >= SORT_FROM) this.#seal();
    for (const held of [...this.#held]) {
      if (!held.saved && held.block.accounts.includes(GONE))
        this.#replace([held], merged(this.#nextId(), [held.block]));
    }
    const put: PackedBlock[] = [];
    for (const held of this.#held) {
      if (held.saved) continue;
      put.push(held.block);
      held.saved = true;
    }
    const open = this.#open;
    if (this.#openChanged || (this.#loose.length >= LOOSE_BLOCKS && open.size > this.#openSaved)) {
      this.#dropped.push(...this.#loose);
      this.#loose = [];
      this.#openSaved = 0;
      this.#openChanged = false;
    }
    if (open.size > this.#openSaved) {
      const block = loose(this.#nextId(), open, this.#openSaved);
      put.push(block);
      this.#loose.push(block.id);
      this.#openSaved = open.size;
    }
    const drop = this.#dropped;
    this.#dropped = [];
    this.#storedId = this.#lastId;
    this.#removed = 0;
    return put.length > 0 || drop.length > 0 ? { put, drop } : undefined;
  }

  /**
   * Takes stored blocks into use, without copying the large ones. Every text with a number above `last`
   * is new to the index and must be added.
   *
   * @returns the index; or undefined when a block is damaged or of another version: then delete all
   * blocks, start with a new index and add every text again
   */
  static revive(blocks: readonly unknown[]): TextIndex | undefined {
    const index = new TextIndex();
    for (const block of blocks) {
      if (!isSound(block)) return undefined;
      index.#lastId = Math.max(index.#lastId, block.id);
      for (const number of block.numbers) if (number > index.#last) index.#last = number;
      for (const account of block.accounts) {
        if (account === GONE) index.#gone++;
        else index.#count(account);
      }
      if (block.kind === 'sorted') {
        index.#held.push({ block, saved: true });
        continue;
      }
      const { numbers, accounts, offsets, fingerprints } = block;
      for (let i = 0; i < numbers.length; i++) {
        const own = fingerprints.subarray(offsets[i], offsets[i + 1]);
        index.#open.add(numbers[i] as number, accounts[i] as number, own, own.length);
      }
      index.#loose.push(block.id);
    }
    index.#openSaved = index.#open.size;
    index.#storedId = index.#lastId;
    return index;
  }

  /** Notes an account in a bitmap: linear counting (Whang et al. 1990) keeps no list of who was seen. */
  #count(account: number): void {
    const bit = mix(account) >>> (32 - ACCOUNT_BITS);
    const word = this.#accountBits[bit >>> 5] as number;
    const with1 = word | (1 << (bit & 31));
    if (with1 === word) return;
    this.#accountBits[bit >>> 5] = with1;
    this.#accountsSet++;
  }
}

function isSound(value: unknown): value is PackedBlock {
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
  return ascends(directory, low.length);
}

/** The texts of the open part from `from` on, as they came. Removed ones are left out. */
function loose(id: number, open: OpenPart, from: number): LooseBlock {
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
function sorted(id: number, open: OpenPart): SortedBlock {
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
function merged(id: number, blocks: readonly SortedBlock[]): SortedBlock {
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

/** Place of the first posting at or after `from` whose low half is not below `key`. */
function lowerBound(low: Uint16Array, key: number, from: number, to: number): number {
  let left = from;
  let right = to;
  while (left < right) {
    const middle = (left + right) >>> 1;
    if ((low[middle] as number) < key) left = middle + 1;
    else right = middle;
  }
  return left;
}

const ACCOUNT_SLOTS = 1_024;
const seenAccounts = new Uint32Array(ACCOUNT_SLOTS);
const seenStamps = new Uint32Array(ACCOUNT_SLOTS);
let stamp = 0;

/** One question to the index. */
class Query {
  readonly #fingerprints: Uint32Array;
  readonly #asked: number;
  readonly #own: number;
  readonly #blocks: readonly SortedBlock[];
  readonly #open: OpenPart;
  readonly #scores: Uint32Array;
  /** Where the first text of each block, and of the open part, stands among all. */
  readonly #bases: number[] = [];
  /** Texts with a score, and the fingerprint that each was touched by. */
  readonly #touched: number[] = [];

  constructor(
    fingerprints: Uint32Array,
    asked: number,
    own: number,
    blocks: readonly SortedBlock[],
    open: OpenPart,
    scores: Uint32Array,
  ) {
    this.#fingerprints = fingerprints;
    this.#asked = asked;
    this.#own = own;
    this.#blocks = blocks;
    this.#open = open;
    this.#scores = scores;
    let base = 0;
    for (const block of blocks) {
      this.#bases.push(base);
      base += block.numbers.length;
    }
    this.#bases.push(base);
  }

  run(limit: number, size: number): Answer {
    const asked = this.#asked;
    const blocks = this.#blocks;
    const texts = new Uint32Array(asked);
    const accounts = new Float64Array(asked);
    const width = blocks.length + 1;
    const from = new Uint32Array(asked * width);
    const counts = new Uint32Array(asked * width);
    for (let f = 0; f < asked; f++) this.#locate(f, width, from, counts, texts);
    for (let f = 0; f < asked; f++) {
      accounts[f] = this.#gather(f, width, from, counts, texts[f] as number, weight(size, texts[f] as number));
    }
    const matches = this.#best(limit);
    this.#mark(matches, width, from, counts);
    for (const place of this.#touched) this.#scores[place] = 0;
    return { texts, accounts, matches: matches.map(({ place, ...match }) => match) };
  }

  /** Finds where each fingerprint's postings are in each block. */
  #locate(f: number, width: number, from: Uint32Array, counts: Uint32Array, texts: Uint32Array): void {
    const fingerprint = this.#fingerprints[f] as number;
    const high = fingerprint >>> 16;
    const key = fingerprint & 0xffff;
    let total = 0;
    for (let b = 0; b < this.#blocks.length; b++) {
      const { directory, low } = this.#blocks[b] as SortedBlock;
      const end = directory[high + 1] as number;
      const start = lowerBound(low, key, directory[high] as number, end);
      let stop = start;
      if (start < end && low[start] === key) {
        stop = start + 1;
        // Most lists are short: look a few places ahead before searching.
        while (stop < end && stop < start + 8 && low[stop] === key) stop++;
        if (stop === start + 8) stop = lowerBound(low, key + 1, stop, end);
      }
      from[f * width + b] = start;
      counts[f * width + b] = stop - start;
      total += stop - start;
    }
    const slot = this.#open.slot(fingerprint);
    from[f * width + width - 1] = this.#open.heads[slot] as number;
    counts[f * width + width - 1] = this.#open.counts[slot] as number;
    texts[f] = total + (this.#open.counts[slot] as number);
  }

  /**
   * Adds a fingerprint's weight to the texts that have it.
   *
   * @returns how many other accounts have it
   */
  #gather(f: number, width: number, from: Uint32Array, counts: Uint32Array, total: number, points: number): number {
    stamp++;
    let distinct = 0;
    let looked = 0;
    const visit = (account: number, place: number): void => {
      if (account === GONE || account === this.#own) return;
      looked++;
      const slot = Math.imul(account, 0x9e3779b1) >>> 22;
      if (seenStamps[slot] !== stamp || seenAccounts[slot] !== account) {
        seenStamps[slot] = stamp;
        seenAccounts[slot] = account;
        distinct++;
      }
      const score = this.#scores[place] as number;
      if (score === 0) this.#touched.push(place);
      // The low half sums the points, the high half counts the fingerprints.
      this.#scores[place] = score + 0x10000 + points;
    };
    let examined = 0;
    this.#each(f, width, from, counts, total, (account, place) => {
      examined++;
      visit(account, place);
    });
    if (examined === 0 || examined >= total) return distinct;
    // Of a sample: accounts that came more than once would come more often still in the whole.
    return looked === 0 ? 0 : (distinct / examined) * total;
  }

  /** Visits a fingerprint's texts, from both ends of each block's list when there are too many. */
  #each(
    f: number,
    width: number,
    from: Uint32Array,
    counts: Uint32Array,
    total: number,
    visit: (account: number, place: number) => void,
  ): void {
    const share = total > POSTINGS ? POSTINGS / total : 1;
    for (let b = 0; b < this.#blocks.length; b++) {
      const count = counts[f * width + b] as number;
      if (count === 0) continue;
      const { texts, accounts } = this.#blocks[b] as SortedBlock;
      const base = this.#bases[b] as number;
      const start = from[f * width + b] as number;
      const end = start + count;
      const half = share < 1 ? Math.ceil((count * share) / 2) : count;
      for (let i = start; i < end; i++) {
        if (i === start + half && end - half > i) i = end - half;
        const text = texts[i] as number;
        visit(accounts[text] as number, base + text);
      }
    }
    const { before, texts, accounts } = this.#open;
    const base = this.#bases[this.#blocks.length] as number;
    let left = Math.ceil((counts[f * width + width - 1] as number) * share);
    for (let posting = from[f * width + width - 1] as number; posting > 0 && left > 0; left--) {
      const text = texts[posting - 1] as number;
      visit(accounts[text] as number, base + text);
      posting = before[posting - 1] as number;
    }
  }

  /** The texts with the most points among those with two fingerprints or more. */
  #best(limit: number): (Match & { place: number })[] {
    const scores = this.#scores;
    const histogram = new Uint32Array(4_096);
    const bin = (score: number): number => Math.min(4_095, (score & 0xffff) >>> 2);
    for (const place of this.#touched) {
      const score = scores[place] as number;
      if (score >= 0x20000) (histogram[bin(score)] as number)++;
    }
    let lowest = 4_095;
    let above = histogram[lowest] as number;
    while (lowest > 0 && above < limit) above += histogram[--lowest] as number;
    const best: { place: number; score: number }[] = [];
    for (const place of this.#touched) {
      const score = scores[place] as number;
      if (score >= 0x20000 && bin(score) >= lowest) best.push({ place, score });
    }
    best.sort((a, b) => (b.score & 0xffff) - (a.score & 0xffff) || a.place - b.place);
    best.length = Math.min(best.length, limit);
    const marks = (this.#asked + 31) >>> 5;
    return best.map(({ place }) => {
      let b = this.#bases.length - 1;
      while (place < (this.#bases[b] as number)) b--;
      const part = b < this.#blocks.length ? (this.#blocks[b] as SortedBlock) : this.#open;
      const text = place - (this.#bases[b] as number);
      return {
        place,
        n: part.numbers[text] as number,
        account: part.accounts[text] as number,
        shared: 0,
        marks: new Uint32Array(marks),
      };
    });
  }

  /** Notes which fingerprints each match has, also those whose lists were only sampled. */
  #mark(matches: (Match & { place: number })[], width: number, from: Uint32Array, counts: Uint32Array): void {
    matches.forEach((match) => {
      let b = this.#bases.length - 1;
      while (match.place < (this.#bases[b] as number)) b--;
      const text = match.place - (this.#bases[b] as number);
      const note = (f: number): void => {
        match.shared++;
        match.marks[f >>> 5] = (match.marks[f >>> 5] as number) | (1 << (f & 31));
      };
      if (b === this.#blocks.length) {
        const own = new Set<number>();
        const { offsets, fingerprints } = this.#open;
        for (let i = offsets[text] as number; i < (offsets[text + 1] as number); i++)
          own.add(fingerprints[i] as number);
        for (let f = 0; f < this.#asked; f++) if (own.has(this.#fingerprints[f] as number)) note(f);
        return;
      }
      const { texts } = this.#blocks[b] as SortedBlock;
      for (let f = 0; f < this.#asked; f++) {
        const start = from[f * width + b] as number;
        const end = start + (counts[f * width + b] as number);
        const at = lowerBound(texts, text, start, end);
        if (at < end && texts[at] === text) note(f);
      }
    });
  }
}

/**
 * How telling a fingerprint is: 12 points for each time the texts that have it would have to double to
 * be all. At most 255, so that the points of MAX_FINGERPRINTS fit 16 bits.
 */
function weight(size: number, texts: number): number {
  return Math.min(255, Math.round(12 * Math.log2(1 + size / Math.max(1, texts))));
}
