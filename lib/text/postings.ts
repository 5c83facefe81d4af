// Finds where the index lists the texts that have each fingerprint. Of a fingerprint that very many texts have only
// a sample is looked at, the same end of every list, so that texts of one template meet in every sample.
import { AccountPlaces } from './account-places.ts';
import { doubled } from './grown.ts';
import type { SortedBlock } from './packed.ts';
import type { IndexParts, Query } from './query.ts';
import { MAX_FINGERPRINTS } from './shingles.ts';

/** Most texts looked at for one fingerprint; enough to see any cluster. */
export const MAX_POSTINGS = 64;

/** Room that queries use again and again; `scores` and `hits` are all zero between two queries. */
export class Scratch {
  /** Per text: its score (see score.ts). */
  scores = new Uint32Array(1_024);
  /** Per text: the last sentence it had something of; later, fingerprints of the sentence at hand. */
  hits = new Uint8Array(1_024);
  /** See Postings. */
  from = new Uint32Array(1_024);
  counts = new Uint32Array(1_024);
  readonly totals = new Uint32Array(MAX_FINGERPRINTS);
  readonly shares = new Float64Array(MAX_FINGERPRINTS);
  /** Places of the texts that have a score. */
  touched = new Uint32Array(8_192);
  inSentence = new Uint32Array(1_024);
  fingerprintUsers = new Uint16Array(8_192);
  sentenceUsers = new Uint16Array(1_024);
  /** By place of account the last thing that it was noted for. */
  noted = new Int32Array(1_024);
  readonly accounts = new AccountPlaces();
  readonly histogram = new Uint32Array(1_024);

  /** Makes room for so many texts. */
  fit(texts: number): void {
    if (this.scores.length >= texts) return;
    this.scores = new Uint32Array(Math.ceil(texts * 1.25));
    this.hits = new Uint8Array(this.scores.length);
  }

  get bytes(): number {
    return this.scores.byteLength + this.hits.byteLength;
  }
}

/** Where each fingerprint's postings are in each part: entry f * width + part. */
export interface Postings {
  /** How many parts there are: the blocks, and the open part last. */
  width: number;
  /** In a block: place of the first. In the open part: the last posting (+ 1), from which the chain goes back. */
  from: Uint32Array;
  counts: Uint32Array;
  /** How many texts have each fingerprint. */
  totals: Uint32Array;
  /** What part of each fingerprint's lists is looked at, 0 to 1. */
  shares: Float64Array;
}

/** What part of a list is looked at, 0 to 1, where so many texts have the fingerprint. */
export function sampledShare(total: number): number {
  return total > MAX_POSTINGS ? MAX_POSTINGS / total : 1;
}

/** How many of a block's list are looked at from its beginning, and as many from its end. */
export function sampledEnd(count: number, share: number): number {
  return share < 1 ? Math.ceil((count * share) / 2) : count;
}

/** How many of the open part's list are looked at, from its end. */
export function sampledOpen(count: number, share: number): number {
  return Math.ceil(count * share);
}

/** Most texts looked at for one fingerprint: in each part the sample is rounded up. */
export function mostLookedAt({ width, counts, totals, shares }: Postings, f: number): number {
  if ((shares[f] as number) < 1) return Math.min(totals[f] as number, MAX_POSTINGS + 3 * width);
  let most = 0;
  for (let b = 0; b < width; b++) most += counts[f * width + b] as number;
  return most;
}

/** Looks up the postings of a query's fingerprints. They are good until the next query. */
export function locate({ fingerprints }: Query, { blocks, open }: IndexParts, scratch: Scratch): Postings {
  const asked = Math.min(fingerprints.length, MAX_FINGERPRINTS);
  const width = blocks.length + 1;
  if (scratch.from.length < asked * width) {
    scratch.from = doubled(scratch.from, asked * width);
    scratch.counts = doubled(scratch.counts, asked * width);
  }
  const from = scratch.from.fill(0, 0, asked * width);
  const counts = scratch.counts.fill(0, 0, asked * width);
  const totals = scratch.totals.subarray(0, asked).fill(0);
  for (let b = 0; b < blocks.length; b++) {
    const { directory, low } = blocks[b] as SortedBlock;
    for (let f = 0; f < asked; f++) {
      const fingerprint = fingerprints[f] as number;
      const high = fingerprint >>> 16;
      const key = fingerprint & 0xffff;
      const end = directory[high + 1] as number;
      const start = lowerBound(low, key, directory[high] as number, end);
      if (start === end || low[start] !== key) continue;
      let stop = start + 1;
      // Most lists are short: look a few places ahead before searching.
      while (stop < end && stop < start + 8 && low[stop] === key) stop++;
      if (stop === start + 8) stop = lowerBound(low, key + 1, stop, end);
      from[f * width + b] = start;
      counts[f * width + b] = stop - start;
      totals[f] = (totals[f] as number) + stop - start;
    }
  }
  open.chain();
  for (let f = 0; f < asked; f++) {
    const slot = open.slot(fingerprints[f] as number);
    const count = open.counts[slot] as number;
    from[f * width + width - 1] = open.heads[slot] as number;
    counts[f * width + width - 1] = count;
    totals[f] = (totals[f] as number) + count;
  }
  const shares = scratch.shares.subarray(0, asked);
  for (let f = 0; f < asked; f++) shares[f] = sampledShare(totals[f] as number);
  return { width, from, counts, totals, shares };
}

/** Place of the first entry at or after `from`, before `to`, that is not below `key`; `to` when there is none. */
export function lowerBound(sorted: Uint16Array, key: number, from: number, to: number): number {
  let left = from;
  let right = to;
  while (left < right) {
    const middle = (left + right) >>> 1;
    if ((sorted[middle] as number) < key) left = middle + 1;
    else right = middle;
  }
  return left;
}

/** In which part the text at a place among all stands. */
export function partOf(place: number, bases: Uint32Array): number {
  let left = 0;
  let right = bases.length - 1;
  while (left < right) {
    const middle = (left + right + 1) >>> 1;
    if ((bases[middle] as number) <= place) left = middle;
    else right = middle - 1;
  }
  return left;
}

/** Hash of the account of the text at a place among all. */
export function accountAt(place: number, { blocks, open, bases }: IndexParts): number {
  const b = partOf(place, bases);
  const part = b < blocks.length ? (blocks[b] as SortedBlock) : open;
  return part.accounts[place - (bases[b] as number)] as number;
}
