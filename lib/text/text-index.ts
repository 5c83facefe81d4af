// Finds, among everything stored, the texts that share shingles with one text. It holds no words, only
// hashes of three-word shingles, so it is small and says nothing to a person who reads it. New texts go
// into a small open part; now and then that part is sorted into a packed block that is kept in the
// browser's database and used as it lies when it comes back.
import { AccountCount } from './account-count.ts';
import { CommonFingerprints } from './common-fingerprints.ts';
import { type Listed, listedIn, markedIn } from './listed.ts';
import { GONE, OpenPart } from './open-part.ts';
import { BLOCK, type Frozen, isSound, loose, merged, type PackedBlock, type SortedBlock, sorted } from './packed.ts';
import { Scratch } from './postings.ts';
import type { IndexParts, QueryResult } from './query.ts';
import { search } from './search.ts';
import { fingerprintsOf, MAX_FINGERPRINTS } from './shingles.ts';
import { hashText, TokenBuffer } from './tokens.ts';

export type { Frozen, PackedBlock } from './packed.ts';
export type { QueryResult, TextMatch } from './query.ts';

/** The open part is sorted into a block when it holds so many texts. */
const SEAL = 8_192;
/** freeze() writes fewer texts than this as they are, and sorts from here on. */
const SORT_FROM = 1_900;
/** freeze() lets so many unsorted blocks lie before it joins them. */
const LOOSE_BLOCKS = 16;
/** So many sorted blocks of one size are merged into the next size. */
const MERGE = 4;
/** After so many queries without a change, and one more for each so many texts, many more are expected. */
const MANY_QUERIES = { least: 500, texts: 128 };

/** The number an account goes by in the index. */
export function accountHash(account: string): number {
  const hash = hashText(account);
  return hash === GONE ? 0 : hash;
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
  readonly #accounts = new AccountCount();
  readonly #tokens = new TokenBuffer();
  readonly #fingerprints = new Uint32Array(MAX_FINGERPRINTS);
  readonly #scratch = new Scratch();
  /** Made when many queries come in a row; undefined after a change. */
  #common: CommonFingerprints | undefined;
  #queries = 0;

  /** How many texts can be found. */
  get size(): number {
    return this.#stored() - this.#gone;
  }

  /** About how many accounts the texts are from (within 1 %; removals count from the next start on). */
  get accounts(): number {
    return this.#accounts.count;
  }

  /** Bytes held by the index itself. */
  get bytes(): number {
    const open = this.#open;
    let bytes = this.#scratch.bytes + (this.#common?.bytes ?? 0) + open.heads.byteLength + open.counts.byteLength;
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
    const count = fingerprintsOf(text, this.#tokens, this.#fingerprints);
    this.addFingerprints(n, accountHash(account), this.#fingerprints.subarray(0, count));
  }

  /** The same for a text whose fingerprints are known, or for those of them that are to be found here. */
  addFingerprints(n: number, account: number, fingerprints: Uint32Array): void {
    if (this.#open.size >= SEAL) this.#seal();
    this.#changed();
    this.#open.add(n, account, fingerprints, fingerprints.length);
    this.#accounts.add(account);
  }

  /** Forgets a text. Its hashes leave the stored blocks with the next freeze(). */
  remove(n: number): void {
    this.#changed();
    const open = this.#open;
    // A text that was removed and added again stands here twice.
    let at = open.numbers.indexOf(n);
    while (at >= 0 && at < open.size && open.accounts[at] === GONE) at = open.numbers.indexOf(n, at + 1);
    if (at >= 0 && at < open.size) {
      open.accounts[at] = GONE;
      open.removed++;
      this.#gone++;
      if (at < this.#openSaved) this.#openChanged = true;
      return;
    }
    for (const held of this.#held) {
      const place = held.block.numbers.indexOf(n);
      if (place < 0 || held.block.accounts[place] === GONE) continue;
      held.block.accounts[place] = GONE;
      held.saved = false;
      this.#gone++;
      return;
    }
  }

  /**
   * The texts of other accounts that share the most with these fingerprints, and how many use each.
   * Work is bounded: of a fingerprint that thousands of texts have, only a sample is looked at.
   *
   * @param fingerprints distinct, at most MAX_FINGERPRINTS: see fingerprintsOf()
   * @param sentenceSpans where each sentence's fingerprints begin among them (see Query)
   * @param account the asker, `site:account`: its own texts are left out
   * @param limit most matches given back
   */
  query(fingerprints: Uint32Array, sentenceSpans: ArrayLike<number>, account: string, limit: number): QueryResult {
    const query = { fingerprints, sentenceSpans, account: accountHash(account), limit };
    return search(query, this.#parts(), this.#scratch, this.size, this.accounts);
  }

  /** Which texts have each of these fingerprints: as many of them as a query looks at, and how many there are. */
  listed(fingerprints: Uint32Array): Listed[] {
    return listedIn(fingerprints, this.#parts(), this.#scratch);
  }

  /** Which of these fingerprints a text has. */
  marked(n: number, fingerprints: Uint32Array): Uint32Array {
    return markedIn(n, fingerprints, this.#parts(), this.#scratch);
  }

  /**
   * Whether query() could find anything, for a text that is in the index. When it is asked again and again
   * without a change, as for an assessment of everybody, this is far quicker than a query.
   */
  mayMatch(fingerprints: Uint32Array, sentenceSpans: ArrayLike<number>, account: string): boolean {
    const many = MANY_QUERIES.least + this.#stored() / MANY_QUERIES.texts;
    if (++this.#queries <= many) return true;
    this.#common ??= new CommonFingerprints(this.#parts());
    return this.#common.mayMatch(fingerprints, sentenceSpans, accountHash(account), this.size, this.accounts);
  }

  #parts(): IndexParts {
    this.#leaveOutRemoved();
    const blocks = this.#held.map(({ block }) => block);
    const bases = new Uint32Array(blocks.length + 1);
    for (let b = 0; b < blocks.length; b++) {
      bases[b + 1] = (bases[b] as number) + (blocks[b] as SortedBlock).numbers.length;
    }
    return { blocks, open: this.#open, bases };
  }

  /**
   * Takes out what was removed before anything is asked: how telling a fingerprint is goes by how many texts have it,
   * and those that are gone must not count, as they will not after the next start.
   */
  #leaveOutRemoved(): void {
    if (this.#gone === 0) return;
    if (this.#open.removed > 0) {
      // Where a text that is stored already was among them, all of the open part is written anew (see freeze()).
      this.#gone -= this.#open.removed;
      this.#open = this.#open.withoutRemoved();
    }
    for (const held of [...this.#held]) {
      if (held.block.accounts.includes(GONE)) this.#replace([held], merged(this.#nextId(), [held.block]));
    }
  }

  /** What was made for many queries no longer holds. */
  #changed(): void {
    this.#common = undefined;
    this.#queries = 0;
  }

  #stored(): number {
    let stored = this.#open.size;
    for (const { block } of this.#held) stored += block.numbers.length;
    return stored;
  }

  #nextId(): number {
    return ++this.#lastId;
  }

  /** Sorts the open part into a block of its own and starts a new one. */
  #seal(): void {
    this.#changed();
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
    this.#changed();
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
    this.#leaveOutRemoved();
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
    return put.length > 0 || drop.length > 0 ? { put, drop } : undefined;
  }

  /**
   * Takes stored blocks into use, without copying the large ones.
   *
   * @returns the index; or undefined when a block is damaged or of another version: then delete all
   * blocks, start with a new index and add every text again
   */
  static revive(blocks: readonly unknown[]): TextIndex | undefined {
    const index = new TextIndex();
    for (const block of blocks) {
      if (!isSound(block)) return undefined;
      index.#lastId = Math.max(index.#lastId, block.id);
      for (const account of block.accounts) {
        if (account === GONE) index.#gone++;
        else index.#accounts.add(account);
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
}
