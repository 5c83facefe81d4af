// What profiles have in common, piece by piece: fingerprints of their texts, works that they show, schools and jobs.
// Pieces that many have are anybody's and count for nothing.
import type { AccountKey } from '../model/account.ts';
import { fingerprintsOf, MAX_FINGERPRINTS, shingles } from './shingles.ts';
import { shinglesOfTheTrade } from './stock-phrases.ts';
import { hashText, TokenBuffer, tokenise } from './tokens.ts';

export const documentKinds = ['text', 'works', 'past'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** The pieces of a profile, hashed, by what they are of. */
export type Pieces = Readonly<Record<DocumentKind, readonly number[]>>;

/** A piece that more profiles have is anybody's. */
const MAX_HOLDERS = 8;

export class DocumentIndex {
  readonly #rows = new Map<number, { account: AccountKey; pieces: Pieces }>();
  readonly #rowOf = new Map<AccountKey, number>();
  /** By piece the rows that have it. */
  readonly #holders = new Map<number, number | number[]>();

  /** Profiles that have any pieces. */
  get accounts(): number {
    return this.#rowOf.size;
  }

  put(row: number, account: AccountKey, pieces: Pieces): void {
    this.remove(row);
    this.#rows.set(row, { account, pieces });
    this.#rowOf.set(account, row);
    for (const key of keysOf(pieces)) {
      const known = this.#holders.get(key);
      if (known === undefined) this.#holders.set(key, row);
      else if (typeof known === 'number') this.#holders.set(key, [known, row]);
      else known.push(row);
    }
  }

  /** Does nothing for a row that was never taken in. */
  remove(row: number): void {
    const known = this.#rows.get(row);
    if (!known) return;
    this.#rows.delete(row);
    if (this.#rowOf.get(known.account) === row) this.#rowOf.delete(known.account);
    for (const key of keysOf(known.pieces)) {
      const left = this.#rowsWith(key).filter((other) => other !== row);
      if (left.length === 0) this.#holders.delete(key);
      else this.#holders.set(key, left.length === 1 ? (left[0] as number) : left);
    }
  }

  /** How many pieces of an account's profile are not anybody's, by kind. */
  own(account: AccountKey): Record<DocumentKind, number> {
    const { pieces } = this.#rows.get(this.#rowOf.get(account) ?? -1) ?? {};
    const counted = (kind: DocumentKind) =>
      (pieces?.[kind] ?? []).filter((piece) => this.#rowsWith(keyOf(kind, piece)).length <= MAX_HOLDERS).length;
    return { text: counted('text'), works: counted('works'), past: counted('past') };
  }

  /** The other accounts that have pieces of this one's profile, with how many of each kind. */
  sharing(account: AccountKey): Map<AccountKey, Record<DocumentKind, number>> {
    const own = this.#rowOf.get(account);
    const found = new Map<AccountKey, Record<DocumentKind, number>>();
    const { pieces } = this.#rows.get(own ?? -1) ?? {};
    if (!pieces) return found;
    for (const kind of documentKinds) {
      for (const piece of pieces[kind]) {
        const rows = this.#rowsWith(keyOf(kind, piece));
        if (rows.length > MAX_HOLDERS) continue;
        for (const row of rows) {
          const other = this.#rows.get(row)?.account;
          if (row === own || other === undefined) continue;
          const counts = found.get(other) ?? { text: 0, works: 0, past: 0 };
          counts[kind]++;
          found.set(other, counts);
        }
      }
    }
    return found;
  }

  #rowsWith(key: number): readonly number[] {
    const known = this.#holders.get(key);
    return known === undefined ? [] : typeof known === 'number' ? [known] : known;
  }
}

/** One number for a piece and its kind: below 2^34, so exact. */
const keyOf = (kind: DocumentKind, piece: number) => piece * 4 + documentKinds.indexOf(kind);

function keysOf(pieces: Pieces): number[] {
  return documentKinds.flatMap((kind) => pieces[kind].map((piece) => keyOf(kind, piece)));
}

const buffer = new TokenBuffer();
const prints = new Uint32Array(MAX_FINGERPRINTS);

/** The fingerprints of a text, without those of phrases that everybody writes. */
export function textPieces(text: string): number[] {
  const count = fingerprintsOf(text, buffer, prints);
  const stockShingles = shinglesOfTheTrade();
  return [...prints.subarray(0, count)].filter((one) => !stockShingles.has(one));
}

/** The piece for words that must be the same but for capitals and spaces. */
export function wordsPiece(...words: string[]): number {
  return hashText(words.map((some) => some.toLowerCase().replace(/\s+/g, ' ').trim()).join('\n')) >>> 0;
}

/** What two texts have in common: shingles in both, and how many the shorter one has; phrases of everybody left out. */
export function sharedShingles(a: string, b: string): { shared: number; of: number } {
  const stockShingles = shinglesOfTheTrade();
  const [one, other] = [a, b].map(
    (text) => new Set([...shingles(tokenise(text))].filter((s) => !stockShingles.has(s))),
  );
  const [short, long] = (one as Set<number>).size <= (other as Set<number>).size ? [one, other] : [other, one];
  let shared = 0;
  for (const shingle of short as Set<number>) if ((long as Set<number>).has(shingle)) shared++;
  return { shared, of: (short as Set<number>).size };
}
