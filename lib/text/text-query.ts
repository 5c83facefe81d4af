// Asks the text index: which texts of other accounts share the most pieces with one text, and how many
// accounts use each piece and each sentence. Of a piece that thousands of texts have only a sample is
// looked at, the same end of every list, so that texts of one family meet in every sample.
import { GONE, type OpenPart } from './open-part.ts';
import type { SortedBlock } from './packed.ts';
import { MAX_FINGERPRINTS } from './shingles.ts';

/** Most texts looked at for one fingerprint; enough to see any family. */
const POSTINGS = 256;
/** Most texts of one account among the matches: one busy account must not crowd out the others. */
const PER_ACCOUNT = 3;
/** Fewest fingerprints in common. */
const FEWEST = 2;

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

/** Which other accounts use each of a list of things. */
export interface Users {
  /** Where each thing's accounts begin in `accounts`, and their number last. */
  starts: Uint32Array;
  /** Hashes of accounts, each once for a thing; of a frequent thing only a sample. */
  accounts: Uint32Array;
  /** How many accounts each one of the sample stands for; 1 when it is whole. */
  scale: Float64Array;
}

export interface Answer {
  /** Who has each fingerprint. */
  fingerprints: Users;
  /** Who has the whole of each sentence (see wholeOf()) in one text. */
  sentences: Users;
  /** Texts of other accounts that share the most, most telling first. */
  matches: Match[];
}

/** How many of a sentence's fingerprints must be there for the sentence to be. */
export function wholeOf(fingerprints: number): number {
  return Math.ceil(fingerprints * 0.75);
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

/** Collects users of one thing after the other. */
class UserList {
  readonly #room: { accounts: Uint32Array<ArrayBuffer> };
  readonly #starts: Uint32Array;
  readonly #scale: Float64Array;
  #length = 0;

  constructor(room: { accounts: Uint32Array<ArrayBuffer> }, things: number) {
    this.#room = room;
    this.#starts = new Uint32Array(things + 1);
    this.#scale = new Float64Array(things);
  }

  push(account: number): void {
    if (this.#length === this.#room.accounts.length) this.#room.accounts = larger(this.#room.accounts);
    this.#room.accounts[this.#length++] = account;
  }

  close(thing: number, scale: number): void {
    this.#starts[thing + 1] = this.#length;
    this.#scale[thing] = scale;
  }

  users(): Users {
    return { starts: this.#starts, accounts: this.#room.accounts.slice(0, this.#length), scale: this.#scale };
  }
}

/** Room that questions use again and again; all zero between two questions. */
export class Scratch {
  /** Per text: points in the low half, number of fingerprints in the high half. */
  scores = new Uint32Array(1_024);
  /** Per text: fingerprints of the sentence at hand. */
  hits = new Uint8Array(1_024);
  touched = new Uint32Array(MAX_FINGERPRINTS * POSTINGS * 2);
  inSentence = new Uint32Array(MAX_FINGERPRINTS * POSTINGS * 2);
  readonly seenAccounts = new Uint32Array(1_024);
  readonly seenStamps = new Uint32Array(1_024);
  readonly histogram = new Uint32Array(4_096);
  readonly fingerprintUsers = { accounts: new Uint32Array(8_192) };
  readonly sentenceUsers = { accounts: new Uint32Array(2_048) };
  stamp = 0;

  fit(texts: number): void {
    if (this.scores.length >= texts) return;
    this.scores = new Uint32Array(Math.ceil(texts * 1.25));
    this.hits = new Uint8Array(this.scores.length);
  }

  get bytes(): number {
    return this.scores.byteLength + this.hits.byteLength + this.touched.byteLength + this.inSentence.byteLength;
  }
}

/**
 * @param fingerprints distinct, at most MAX_FINGERPRINTS
 * @param sentences where each sentence's fingerprints begin among them, ascending, and their number last
 * @param own hash of the asker's account, whose texts are left out
 * @param size how many texts there are
 * @param limit most matches given back
 */
export function ask(
  fingerprints: Uint32Array,
  sentences: ArrayLike<number>,
  own: number,
  blocks: readonly SortedBlock[],
  open: OpenPart,
  scratch: Scratch,
  size: number,
  limit: number,
): Answer {
  const asked = Math.min(fingerprints.length, MAX_FINGERPRINTS);
  const bases = new Uint32Array(blocks.length + 1);
  for (let b = 0; b < blocks.length; b++)
    bases[b + 1] = (bases[b] as number) + (blocks[b] as SortedBlock).numbers.length;
  const width = blocks.length + 1;
  scratch.fit((bases[width - 1] as number) + open.size);
  const from = new Uint32Array(asked * width);
  const counts = new Uint32Array(asked * width);
  const totals = new Uint32Array(asked);
  for (let b = 0; b < blocks.length; b++)
    locate(blocks[b] as SortedBlock, b, fingerprints, asked, width, from, counts, totals);
  for (let f = 0; f < asked; f++) {
    const slot = open.slot(fingerprints[f] as number);
    from[f * width + width - 1] = open.heads[slot] as number;
    const count = open.counts[slot] as number;
    counts[f * width + width - 1] = count;
    totals[f] = (totals[f] as number) + count;
  }

  const { scores, hits, seenAccounts, seenStamps } = scratch;
  let { touched, inSentence } = scratch;
  const ofFingerprints = new UserList(scratch.fingerprintUsers, asked);
  const ofSentences = new UserList(scratch.sentenceUsers, Math.max(0, sentences.length - 1));
  let reached = 0;
  const isNew = (account: number): boolean => {
    const slot = Math.imul(account, 0x9e3779b1) >>> 22;
    if (seenStamps[slot] === scratch.stamp && seenAccounts[slot] === account) return false;
    seenStamps[slot] = scratch.stamp;
    seenAccounts[slot] = account;
    return true;
  };
  for (let s = 0; s + 1 < sentences.length; s++) {
    const end = Math.min(asked, sentences[s + 1] as number);
    const whole = wholeOf(end - (sentences[s] as number));
    let here = 0;
    let fewest = Number.POSITIVE_INFINITY;
    let scale = 1;
    for (let f = sentences[s] as number; f < end; f++) {
      const total = totals[f] as number;
      if (total === 0) {
        ofFingerprints.close(f, 1);
        fewest = 0;
        continue;
      }
      // The low half sums the points, the high half counts the fingerprints.
      const points = 0x10000 + weight(size, total);
      const share = total > POSTINGS ? POSTINGS / total : 1;
      let examined = 0;
      scratch.stamp++;
      const visit = (account: number, place: number): void => {
        examined++;
        if (account === GONE || account === own) return;
        if (isNew(account)) ofFingerprints.push(account);
        const score = scores[place] as number;
        if (score === 0) {
          if (reached === touched.length) touched = scratch.touched = larger(touched);
          touched[reached++] = place;
        }
        scores[place] = score + points;
        const hit = hits[place] as number;
        if (hit === 0) {
          if (here === inSentence.length) inSentence = scratch.inSentence = larger(inSentence);
          inSentence[here++] = place;
        }
        hits[place] = hit + 1;
      };
      for (let b = 0; b < blocks.length; b++) {
        const count = counts[f * width + b] as number;
        if (count === 0) continue;
        const { texts, accounts: owners } = blocks[b] as SortedBlock;
        const base = bases[b] as number;
        const start = from[f * width + b] as number;
        const stop = start + count;
        const half = share < 1 ? Math.ceil((count * share) / 2) : count;
        for (let i = start; i < stop; i++) {
          if (i === start + half && stop - half > i) i = stop - half;
          const text = texts[i] as number;
          visit(owners[text] as number, base + text);
        }
      }
      const base = bases[width - 1] as number;
      let left = Math.ceil((counts[f * width + width - 1] as number) * share);
      for (let posting = from[f * width + width - 1] as number; posting > 0 && left > 0; left--) {
        const text = open.texts[posting - 1] as number;
        visit(open.accounts[text] as number, base + text);
        posting = open.before[posting - 1] as number;
      }
      ofFingerprints.close(f, total / examined);
      if (total < fewest) {
        fewest = total;
        scale = total / examined;
      }
    }
    scratch.stamp++;
    for (let i = 0; i < here; i++) {
      const place = inSentence[i] as number;
      if ((hits[place] as number) >= whole) {
        const account = accountAt(place, blocks, bases, open);
        if (isNew(account)) ofSentences.push(account);
      }
      hits[place] = 0;
    }
    ofSentences.close(s, scale);
  }

  const matches = best(scratch, reached, limit, blocks, bases, open, asked);
  for (const match of matches) mark(match, fingerprints, asked, width, from, counts, blocks, bases, open);
  for (let i = 0; i < reached; i++) scores[touched[i] as number] = 0;
  return {
    fingerprints: ofFingerprints.users(),
    sentences: ofSentences.users(),
    matches: matches.map(({ place, ...match }) => match),
  };
}

function larger(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const copy = new Uint32Array(array.length * 2);
  copy.set(array);
  return copy;
}

/** Finds where each fingerprint's postings are in a block. */
function locate(
  { directory, low }: SortedBlock,
  b: number,
  fingerprints: Uint32Array,
  asked: number,
  width: number,
  from: Uint32Array,
  counts: Uint32Array,
  totals: Uint32Array,
): void {
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

/**
 * How telling a fingerprint is: 12 points for each time the texts that have it would have to double to
 * be all. At most 255, so that the points of MAX_FINGERPRINTS fit 16 bits.
 */
function weight(size: number, texts: number): number {
  return Math.min(255, Math.round(12 * Math.log2(1 + size / texts)));
}

function partOf(place: number, bases: Uint32Array): number {
  let left = 0;
  let right = bases.length - 1;
  while (left < right) {
    const middle = (left + right + 1) >>> 1;
    if ((bases[middle] as number) <= place) left = middle;
    else right = middle - 1;
  }
  return left;
}

function accountAt(place: number, blocks: readonly SortedBlock[], bases: Uint32Array, open: OpenPart): number {
  const b = partOf(place, bases);
  const part = b < blocks.length ? (blocks[b] as SortedBlock) : open;
  return part.accounts[place - (bases[b] as number)] as number;
}

type Placed = Match & { place: number };

/** The texts with the most points, not too many of one account. */
function best(
  { scores, touched, histogram }: Scratch,
  reached: number,
  limit: number,
  blocks: readonly SortedBlock[],
  bases: Uint32Array,
  open: OpenPart,
  asked: number,
): Placed[] {
  histogram.fill(0);
  const bin = (score: number): number => Math.min(4_095, (score & 0xffff) >>> 2);
  for (let i = 0; i < reached; i++) {
    const score = scores[touched[i] as number] as number;
    if (score >>> 16 >= FEWEST) histogram[bin(score)] = (histogram[bin(score)] as number) + 1;
  }
  let lowest = 4_095;
  let above = histogram[lowest] as number;
  while (lowest > 0 && above < limit * PER_ACCOUNT) above += histogram[--lowest] as number;
  const found: { place: number; points: number }[] = [];
  for (let i = 0; i < reached; i++) {
    const place = touched[i] as number;
    const score = scores[place] as number;
    if (score >>> 16 >= FEWEST && bin(score) >= lowest) found.push({ place, points: score & 0xffff });
  }
  found.sort((a, b) => b.points - a.points || a.place - b.place);
  const of = new Map<number, number>();
  const placed: Placed[] = [];
  for (const { place } of found) {
    const b = partOf(place, bases);
    const part = b < blocks.length ? (blocks[b] as SortedBlock) : open;
    const text = place - (bases[b] as number);
    const account = part.accounts[text] as number;
    const sofar = of.get(account) ?? 0;
    if (sofar === PER_ACCOUNT) continue;
    of.set(account, sofar + 1);
    const marks = new Uint32Array((asked + 31) >>> 5);
    placed.push({ place, n: part.numbers[text] as number, account, shared: 0, marks });
    if (placed.length === limit) break;
  }
  return placed;
}

/** Notes which fingerprints a match has, also those whose lists were only sampled. */
function mark(
  match: Placed,
  fingerprints: Uint32Array,
  asked: number,
  width: number,
  from: Uint32Array,
  counts: Uint32Array,
  blocks: readonly SortedBlock[],
  bases: Uint32Array,
  open: OpenPart,
): void {
  const b = partOf(match.place, bases);
  const text = match.place - (bases[b] as number);
  const note = (f: number): void => {
    match.shared++;
    match.marks[f >>> 5] = (match.marks[f >>> 5] as number) | (1 << (f & 31));
  };
  if (b === blocks.length) {
    const own = new Set(open.fingerprints.subarray(open.offsets[text], open.offsets[text + 1]));
    for (let f = 0; f < asked; f++) if (own.has(fingerprints[f] as number)) note(f);
    return;
  }
  const { texts } = blocks[b] as SortedBlock;
  for (let f = 0; f < asked; f++) {
    const count = counts[f * width + b] as number;
    if (count === 0) continue;
    const start = from[f * width + b] as number;
    const at = lowerBound(texts, text, start, start + count);
    if (at < start + count && texts[at] === text) note(f);
  }
}
