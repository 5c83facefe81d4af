// What profiles show of somebody's life and work, piece by piece, so that an account that was opened with the pieces
// of one that was closed can be found.
import { type AccountKey, accountKey } from '../../model/account.ts';
import { fnv } from '../../model/fnv.ts';
import type { Profile } from '../../model/observation.ts';
import type { Projection } from '../../store/projection.ts';

/** Pieces kept of one profile. */
const MAX_PIECES = 80;
/** A sentence of fewer words is anybody's. */
const MIN_WORDS = 6;
/** A piece that more profiles have is anybody's, too. */
const MAX_HOLDERS = 6;

type Fact = readonly [account: AccountKey, isClosed: 0 | 1, pieces: readonly number[]];

/** The profiles by the pieces that they have in common. */
export class ProfilePieces {
  readonly #facts = new Map<number, Fact>();
  readonly #rows = new Map<AccountKey, number>();
  readonly #holders = new Map<number, Set<number>>();

  put(row: number, fact: Fact): void {
    this.remove(row);
    this.#facts.set(row, fact);
    this.#rows.set(fact[0], row);
    for (const piece of fact[2]) {
      const holders = this.#holders.get(piece);
      if (holders) holders.add(row);
      else this.#holders.set(piece, new Set([row]));
    }
  }

  remove(row: number): void {
    const fact = this.#facts.get(row);
    if (!fact) return;
    this.#facts.delete(row);
    this.#rows.delete(fact[0]);
    for (const piece of fact[2]) {
      const holders = this.#holders.get(piece);
      holders?.delete(row);
      if (holders?.size === 0) this.#holders.delete(piece);
    }
  }

  /** Profiles of which it is known that they are closed. */
  isClosed(account: AccountKey): boolean {
    return this.#facts.get(this.#rows.get(account) ?? -1)?.[1] === 1;
  }

  /** How many pieces a profile has. */
  count(account: AccountKey): number {
    return this.#facts.get(this.#rows.get(account) ?? -1)?.[2].length ?? 0;
  }

  /** Other accounts that have pieces of this one's profile, with how many. Pieces that many have do not count. */
  sharing(account: AccountKey): Map<AccountKey, number> {
    const own = this.#rows.get(account);
    const shared = new Map<AccountKey, number>();
    for (const piece of this.#facts.get(own ?? -1)?.[2] ?? []) {
      const holders = this.#holders.get(piece);
      if (!holders || holders.size > MAX_HOLDERS) continue;
      for (const row of holders) {
        const other = (this.#facts.get(row) as Fact)[0];
        if (row !== own) shared.set(other, (shared.get(other) ?? 0) + 1);
      }
    }
    return shared;
  }
}

export const closedAccounts: Projection<ProfilePieces, Fact> = {
  id: 'closed-accounts',
  version: 1,
  kinds: ['profile'],
  factOf({ body }) {
    if (body.kind !== 'profile' || body.role !== 'freelancer') return undefined;
    return [accountKey(body.site, body.account), body.closed ? 1 : 0, piecesOf(body)];
  },
  empty: () => new ProfilePieces(),
  take: (state, row, fact) => state.put(row, fact),
  drop: (state, row) => state.remove(row),
};

/** The sentences, works, schools and jobs of a profile, hashed. */
function piecesOf({ about = '', portfolio = [], education = [], employment = [] }: Profile): number[] {
  const texts = [about, ...portfolio.map(({ text = '' }) => text)];
  const sentences = texts.flatMap((text) => text.split(/[.!?\n]+/)).map((sentence) => sentence.trim());
  const pieces = [
    ...sentences.filter((sentence) => sentence.split(/\s+/).length >= MIN_WORDS),
    ...portfolio.map(({ title }) => `work\n${title}`),
    ...education.map(({ school, from = '', to = '' }) => `school\n${school}\n${from}\n${to}`),
    ...employment.map(({ employer, from = '', to = '' }) => `job\n${employer}\n${from}\n${to}`),
  ];
  return [...new Set(pieces.map(hash))].slice(0, MAX_PIECES);
}

/** FNV-1a over code units, 32 bits, of the words without regard to capitals. */
function hash(piece: string): number {
  return fnv(piece.toLowerCase()) >>> 0;
}
