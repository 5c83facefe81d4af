// One text index in several parts, as several machines would hold it: each part has the fingerprints of one band of their
// range, of all texts. Two near copies share fingerprints, each of these lies in one band, and there the two meet. A
// question goes to the parts whose bands it touches; what they answer is put together and judged by the same search.
import { AccountCount } from '../../lib/text/account-count.ts';
import { OpenPart } from '../../lib/text/open-part.ts';
import { MAX_POSTINGS, Scratch } from '../../lib/text/postings.ts';
import type { QueryResult } from '../../lib/text/query.ts';
import { type Marked, searchIn } from '../../lib/text/search.ts';
import { fingerprintsOf, MAX_FINGERPRINTS } from '../../lib/text/shingles.ts';
import { accountHash, TextIndex } from '../../lib/text/text-index.ts';
import { TokenBuffer } from '../../lib/text/tokens.ts';

/** What went between the parts and whoever asked them. */
export interface Traffic {
  /** Questions asked of the whole, and of single parts. */
  questions: number;
  askedParts: number;
  /** Bytes of the answers: a number and an account for each text listed, a total for each fingerprint. */
  bytes: number;
  /** Questions which frequent fingerprints a text has, that were found beside. */
  asides: number;
}

export class BandedIndex {
  readonly bands: readonly TextIndex[];
  readonly traffic: Traffic = { questions: 0, askedParts: 0, bytes: 0, asides: 0 };
  /** Entries of texts in parts: a text is in each part in whose band it has a fingerprint. */
  entries = 0;
  #size = 0;
  readonly #accounts = new AccountCount();
  readonly #tokens = new TokenBuffer();
  readonly #fingerprints = new Uint32Array(MAX_FINGERPRINTS);
  readonly #scratch = new Scratch();

  constructor(bands: number) {
    this.bands = Array.from({ length: bands }, () => new TextIndex());
  }

  get size(): number {
    return this.#size;
  }

  get accounts(): number {
    return this.#accounts.count;
  }

  add(n: number, account: string, text: string): void {
    const count = fingerprintsOf(text, this.#tokens, this.#fingerprints);
    const hash = accountHash(account);
    for (const [band, own] of this.#inBands(this.#fingerprints.subarray(0, count))) {
      (this.bands[band] as TextIndex).addFingerprints(n, hash, own);
      this.entries++;
    }
    this.#accounts.add(hash);
    this.#size++;
  }

  /** As that of the whole index. */
  query(fingerprints: Uint32Array, sentenceSpans: ArrayLike<number>, account: string, limit: number): QueryResult {
    this.traffic.questions++;
    const placeOf = new Map(Array.from(fingerprints, (fingerprint, f) => [fingerprint, f]));
    const totals = new Uint32Array(fingerprints.length);
    const texts = new Map<number, { account: number; fingerprints: number[] }>();
    for (const [band, own] of this.#inBands(fingerprints)) {
      this.traffic.askedParts++;
      for (const [i, listed] of (this.bands[band] as TextIndex).listed(own).entries()) {
        this.traffic.bytes += 4 + listed.numbers.byteLength + listed.accounts.byteLength;
        const fingerprint = own[i] as number;
        totals[placeOf.get(fingerprint) as number] = listed.total;
        listed.numbers.forEach((n, place) => {
          const known = texts.get(n);
          if (known) known.fingerprints.push(fingerprint);
          else texts.set(n, { account: listed.accounts[place] as number, fingerprints: [fingerprint] });
        });
      }
    }
    // In the order in which they were taken in: where two are equal, the whole index takes the earlier.
    const open = new OpenPart();
    const numbers = [...texts.keys()].sort((a, b) => a - b);
    for (const n of numbers) {
      const { account: hash, fingerprints: own } = texts.get(n) as { account: number; fingerprints: number[] };
      open.add(n, hash, Uint32Array.from(own), own.length);
    }
    open.chain();
    const slots = Array.from(fingerprints, (fingerprint) => open.slot(fingerprint));
    const postings = {
      width: 1,
      from: Uint32Array.from(slots, (slot) => open.heads[slot] as number),
      counts: Uint32Array.from(slots, (slot) => open.counts[slot] as number),
      totals,
      // The parts have chosen already.
      shares: new Float64Array(fingerprints.length).fill(1),
    };
    const frequent = fingerprints.filter((_, f) => (totals[f] as number) > MAX_POSTINGS);
    const markedAt = (place: number): Marked => {
      const own = new Set(open.fingerprints.subarray(open.offsets[place], open.offsets[place + 1]));
      for (const [band, asked] of this.#inBands(frequent.filter((fingerprint) => !own.has(fingerprint)))) {
        this.traffic.asides++;
        for (const one of (this.bands[band] as TextIndex).marked(numbers[place] as number, asked)) own.add(one);
      }
      const marks = new Uint32Array((fingerprints.length + 31) >>> 5);
      for (const one of own) {
        const f = placeOf.get(one) as number;
        marks[f >>> 5] = (marks[f >>> 5] as number) | (1 << (f & 31));
      }
      return { marks, shared: own.size };
    };
    const query = { fingerprints, sentenceSpans, account: accountHash(account), limit };
    const parts = { blocks: [], open, bases: Uint32Array.of(0) };
    return searchIn(query, parts, postings, this.#scratch, this.size, this.accounts, markedAt);
  }

  /** Nothing is known before the parts were asked. */
  mayMatch(): boolean {
    return true;
  }

  /** Which of these fingerprints belong to which part. */
  #inBands(fingerprints: Uint32Array): Map<number, Uint32Array> {
    const share = this.bands.length / 0x1_0000_0000;
    const own = Map.groupBy(fingerprints, (fingerprint) => Math.floor(fingerprint * share));
    return new Map([...own].map(([band, some]) => [band, Uint32Array.from(some)]));
  }
}
