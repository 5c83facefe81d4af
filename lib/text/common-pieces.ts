// When everybody is to be assessed, nearly every question ends the same way: no text of anyone else has
// more than one or two of these pieces. This says so without a whole search. Of every piece that several
// accounts have it keeps, side by side, the texts that a search would look at.
import { GONE } from './open-part.ts';
import { DIRECTORY, type SortedBlock, sorted } from './packed.ts';
import { MAX_FINGERPRINTS } from './shingles.ts';
import { FEWEST, larger, type Parts, POSTINGS } from './text-query.ts';

/** What was true when it was made: it is of no use once a text was added or removed, or a block sorted. */
export class CommonPieces {
  /** Account of each text; texts stand in the order of the parts. */
  readonly #accounts: Uint32Array;
  /** Accounts with a text of which not every fingerprint is indexed: they may ask for one that nobody is known to share. */
  readonly #unsure = new Set<number>();
  /** Fingerprints of several accounts, ascending: the high half is the directory's place, the low half stands here. */
  readonly #directory = new Uint32Array(DIRECTORY);
  #low = new Uint16Array(4_096);
  /** Where the texts of each begin, and the end of the last. */
  #starts = new Uint32Array(4_096);
  #texts = new Uint32Array(32_768);
  #count = 0;
  /** Per text: how many of the fingerprints it has; all zero between two questions. */
  readonly #have: Uint8Array;
  readonly #asked = new Uint32Array(MAX_FINGERPRINTS);

  constructor({ blocks, open }: Parts) {
    const parts = [...blocks, sorted(0, open)];
    const bases = [0];
    for (const { accounts } of parts) bases.push((bases.at(-1) as number) + accounts.length);
    this.#accounts = new Uint32Array(bases.at(-1) as number);
    this.#have = new Uint8Array(this.#accounts.length);
    parts.forEach((part, b) => {
      this.#accounts.set(part.accounts, bases[b]);
      this.#noteLongest(part);
    });
    // A search looks at the latest texts of the open part; which these are changes when some were removed: take all.
    const takesAll = open.accounts.subarray(0, open.size).includes(GONE);
    const from = new Uint32Array(parts.length);
    const to = new Uint32Array(parts.length);
    for (let high = 0; high < DIRECTORY - 1; high++) {
      this.#directory[high] = this.#count;
      parts.forEach(({ directory }, b) => {
        to[b] = directory[high] as number;
      });
      for (let key = 0; key < DIRECTORY; ) {
        key = DIRECTORY;
        for (let b = 0; b < parts.length; b++) {
          const { directory, low } = parts[b] as SortedBlock;
          const at = to[b] as number;
          if (at < (directory[high + 1] as number) && (low[at] as number) < key) key = low[at] as number;
        }
        if (key === DIRECTORY) break;
        let total = 0;
        for (let b = 0; b < parts.length; b++) {
          const { directory, low } = parts[b] as SortedBlock;
          const end = directory[high + 1] as number;
          let at = to[b] as number;
          from[b] = at;
          while (at < end && low[at] === key) at++;
          to[b] = at;
          total += at - (from[b] as number);
        }
        if (total > 1) this.#take(key, total, parts, bases, from, to, takesAll);
      }
    }
    this.#directory[DIRECTORY - 1] = this.#count;
  }

  /** Bytes held. */
  get bytes(): number {
    const { byteLength: low } = this.#low;
    return low + this.#starts.byteLength + this.#texts.byteLength + this.#accounts.byteLength + this.#have.byteLength;
  }

  /**
   * Whether a search could find anything.
   *
   * @param fingerprints distinct, of a text that is in the index
   * @param account hash of the asker's account
   * @returns false when no text of another account has FEWEST of these fingerprints
   */
  mayAnswer(fingerprints: Uint32Array, account: number): boolean {
    if (this.#unsure.has(account)) return true;
    const directory = this.#directory;
    const low = this.#low;
    const starts = this.#starts;
    const texts = this.#texts;
    const have = this.#have;
    const asked = this.#asked;
    const accounts = this.#accounts;
    let common = 0;
    for (let f = 0; f < fingerprints.length; f++) {
      const fingerprint = fingerprints[f] as number;
      const key = fingerprint & 0xffff;
      const end = directory[(fingerprint >>> 16) + 1] as number;
      let at = directory[fingerprint >>> 16] as number;
      while (at < end && (low[at] as number) < key) at++;
      if (at < end && low[at] === key) asked[common++] = at;
    }
    let found = false;
    for (let i = 0; i < common; i++) {
      const end = starts[(asked[i] as number) + 1] as number;
      for (let p = starts[asked[i] as number] as number; p < end; p++) {
        const text = texts[p] as number;
        const count = (have[text] as number) + 1;
        have[text] = count;
        if (count === FEWEST && accounts[text] !== account) found = true;
      }
    }
    for (let i = 0; i < common; i++) {
      const end = starts[(asked[i] as number) + 1] as number;
      for (let p = starts[asked[i] as number] as number; p < end; p++) have[texts[p] as number] = 0;
    }
    return found;
  }

  /** Notes whose texts have as many fingerprints as are indexed at most: they may have more. */
  #noteLongest({ texts, accounts }: SortedBlock): void {
    const counts = new Uint16Array(accounts.length);
    for (let i = 0; i < texts.length; i++) (counts[texts[i] as number] as number)++;
    counts.forEach((count, text) => {
      if (count >= MAX_FINGERPRINTS) this.#unsure.add(accounts[text] as number);
    });
  }

  /** Takes one fingerprint in, if several accounts have it: its postings stand from `from` to before `to` of each part. */
  #take(
    low: number,
    total: number,
    parts: readonly SortedBlock[],
    bases: readonly number[],
    from: Uint32Array,
    to: Uint32Array,
    takesAll: boolean,
  ): void {
    if (!isOfSeveral(parts, from, to)) return;
    if (this.#count + 2 > this.#starts.length) {
      this.#starts = larger(this.#starts, this.#count + 2);
      this.#low = larger(this.#low, this.#count + 2);
    }
    const share = Math.min(1, POSTINGS / total);
    let at = this.#starts[this.#count] as number;
    if (at + total > this.#texts.length) this.#texts = larger(this.#texts, at + total);
    for (let b = 0; b < parts.length; b++) {
      const { texts } = parts[b] as SortedBlock;
      const start = from[b] as number;
      const stop = to[b] as number;
      const isOpen = b === parts.length - 1;
      // The same as a search looks at: of a block the first and the last, of the open part the latest.
      const part = isOpen && takesAll ? 1 : share;
      const first = part === 1 ? stop - start : isOpen ? 0 : Math.ceil(((stop - start) * part) / 2);
      const last = isOpen ? Math.ceil((stop - start) * part) : first;
      for (let i = start; i < stop; i++) {
        if (i === start + first && stop - last > i) i = stop - last;
        this.#texts[at++] = (bases[b] as number) + (texts[i] as number);
      }
    }
    this.#low[this.#count++] = low;
    this.#starts[this.#count] = at;
  }
}

/** Whether the texts from `from` to before `to` of each part are not all of one account. */
function isOfSeveral(parts: readonly SortedBlock[], from: Uint32Array, to: Uint32Array): boolean {
  let one = -1;
  for (let b = 0; b < parts.length; b++) {
    const { texts, accounts } = parts[b] as SortedBlock;
    for (let i = from[b] as number; i < (to[b] as number); i++) {
      const account = accounts[texts[i] as number] as number;
      if (one >= 0 && account !== one) return true;
      one = account;
    }
  }
  return false;
}
