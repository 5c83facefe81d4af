// The learned judge of requests: a weight a feature and flag, summed over two pieces of a text that stand beside each
// other. Linear support vector machines with squared hinge (Fan, Chang, Hsieh, Wang and Lin 2008, LIBLINEAR), trained by
// scripts/train-requests.ts on invented sentences; what all flags have in common is learned once for all of them (Daumé
// 2007, frustratingly easy domain adaptation). A sum is explained by its parts: which words weighed most.
import { fnv } from '../../../model/fnv.ts';
import type { Analysis } from '../analyse.ts';
import type { FlagId, Stage } from '../request.ts';
import { Features, type Meanings, muchOf, type TextPiece } from './features.ts';

/** What training comes to, as it is kept. */
export interface PackedModel {
  /** A flag's sum begins at `begin`; from `alone` on it is a request by itself, and below `withRule` it doubts what a rule found. */
  flags: readonly { id: FlagId; begin: number; alone: number; withRule: number }[];
  /** Features kept. */
  features: number;
  /** Base64 of hashes in order, each as what it is more than the one before, seven bits a byte, the lowest first. */
  hashes: string;
  /** Base64 of the weights, a signed byte a flag and feature, those of 0 left out: before each feature's a bit a flag, two bytes. */
  weights: string;
}

/** A sum of a flag over one place of a text. */
export interface Judged {
  /** More is likelier. */
  sum: number;
  /** The tokens that it speaks of. */
  from: number;
  to: number;
}

export class Model {
  readonly flags: PackedModel['flags'];
  readonly #features: Features;
  /** By feature a weight for every flag. */
  readonly #weights: Int8Array;
  /** In which two pieces a feature was counted last. */
  readonly #counted: Int32Array;
  #pair = 0;

  constructor(packed: PackedModel, meanings: Meanings) {
    this.flags = packed.flags;
    const numbers = hashesOf(packed);
    this.#weights = weightsOf(packed);
    this.#counted = new Int32Array(packed.features);
    this.#features = new Features(meanings, (name) => numbers.get(fnv(name)) ?? -1);
  }

  /** The place with the greatest sum of each flag, by its number; undefined in an empty text. Linear in its words. */
  judge(analysis: Analysis, stage: Stage, before?: Analysis): (Judged | undefined)[] {
    const { flags } = this;
    const best: (Judged | undefined)[] = new Array(flags.length);
    const pieces = this.#features.piecesOf(analysis);
    const around = this.#features.ofStage(stage).concat(before ? this.#features.ofBefore(before) : []);
    const sums = new Int32Array(flags.length);
    const ofAround = new Int32Array(flags.length);
    const ofFirst = new Int32Array(flags.length);
    for (let i = 0; i < Math.max(1, pieces.length - 1); i++) {
      const first = pieces[i];
      const second = pieces[i + 1];
      if (!first) break;
      this.#pair++;
      sums.fill(0);
      this.#add(sums, around);
      ofAround.set(sums);
      this.#add(sums, first.numbers);
      ofFirst.set(sums);
      if (second) this.#add(sums, second.numbers);
      const much = muchOf((second ?? first).to - first.from + 1);
      for (let n = 0; n < flags.length; n++) {
        const sum = (flags[n] as { begin: number }).begin + (sums[n] as number) * much;
        if (sum <= (best[n]?.sum ?? Number.NEGATIVE_INFINITY)) continue;
        const [one, both] = [ofFirst[n] as number, sums[n] as number];
        best[n] = { sum, ...placeOf(first, second, one - (ofAround[n] as number), both - one) };
      }
    }
    return best;
  }

  #add(sums: Int32Array, numbers: readonly number[]): void {
    const weights = this.#weights;
    const many = sums.length;
    for (const feature of numbers) {
      if (this.#counted[feature] === this.#pair) continue;
      this.#counted[feature] = this.#pair;
      const at = feature * many;
      for (let n = 0; n < many; n++) sums[n] = (sums[n] as number) + (weights[at + n] as number);
    }
  }
}

/** Of two pieces those that a sum speaks of: one that took from it, or gave little, is left out. */
function placeOf(first: TextPiece, second: TextPiece | undefined, one: number, other: number) {
  if (!second || other <= one / 4) return { from: first.from, to: first.to };
  if (one <= other / 4) return { from: second.from, to: second.to };
  return { from: first.from, to: second.to };
}

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

/** The number of each feature by its hash. */
function hashesOf({ hashes }: PackedModel): Map<number, number> {
  const numbers = new Map<number, number>();
  const bytes = bytesOf(hashes);
  let hash = 0;
  for (let i = 0; i < bytes.length; ) {
    let more = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = bytes[i++] as number;
      more += (byte & 127) * factor;
      if (byte < 128) break;
    }
    hash += more;
    numbers.set(hash | 0, numbers.size);
  }
  return numbers;
}

function weightsOf({ features, flags, weights }: PackedModel): Int8Array {
  const all = new Int8Array(features * flags.length);
  const bytes = bytesOf(weights);
  for (let i = 0, feature = 0; i < bytes.length; feature++) {
    const has = (bytes[i++] as number) | ((bytes[i++] as number) << 8);
    for (let n = 0; n < flags.length; n++) {
      if (has & (1 << n)) all[feature * flags.length + n] = ((bytes[i++] as number) << 24) >> 24;
    }
  }
  return all;
}

/** Packs what training came to: `hashes` in order as numbers of 32 bits without a sign, `weights` a row a feature. */
export function packed(
  flags: PackedModel['flags'],
  hashes: readonly number[],
  weights: readonly (readonly number[])[],
): PackedModel {
  const [hashBytes, weightBytes]: [number[], number[]] = [[], []];
  let last = 0;
  for (const hash of hashes) {
    let more = hash - last;
    last = hash;
    for (; more >= 128; more = Math.floor(more / 128)) hashBytes.push((more % 128) + 128);
    hashBytes.push(more);
  }
  for (const row of weights) {
    const has = row.reduce((bits, weight, n) => (weight === 0 ? bits : bits | (1 << n)), 0);
    weightBytes.push(has & 255, has >> 8, ...row.filter((weight) => weight !== 0).map((weight) => weight & 255));
  }
  return { flags, features: hashes.length, hashes: base64Of(hashBytes), weights: base64Of(weightBytes) };
}

function base64Of(bytes: readonly number[]): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
