// Asks the text index: which texts of other accounts share the most pieces with one text, and who uses
// each piece and each sentence. Of a piece that very many texts have only a sample is looked at, the same
// end of every list, so that texts of one family meet in every sample. Most texts resemble nobody's, and
// the answer ends there; only for the others it is worked out who uses what.
import { GONE, type OpenPart } from './open-part.ts';
import type { SortedBlock } from './packed.ts';
import { MIN_RARE_TERMS, rarity, WORDS_PER_FINGERPRINT } from './rarity.ts';
import { MAX_FINGERPRINTS } from './shingles.ts';

/** Most texts looked at for one fingerprint; enough to see any family. */
export const POSTINGS = 64;
/** Most texts of one account among the matches: one busy account must not crowd out the others. */
const PER_ACCOUNT = 5;
/** So many matches are given however far they are behind the first. */
const CLOSEST = 32;
/** A match has this many fingerprints in common … */
export const FEWEST = 3;
/** … this many points (see weight()) … */
const FEWEST_POINTS = 90;
/** … and something of this many sentences … */
const FEWEST_SENTENCES = 2;
/** … or of one, in pieces that no more texts than this have: a short copy has few pieces that are indexed. */
const FEW = 16;

/** How usual a fingerprint is, is looked into when more texts than this have it. */
export const MANY = 48;

/** One stored text that shares fingerprints with the one asked about. */
export interface TextMatch {
  /** The store's number of the text. */
  n: number;
  /** Its account: place in the answer's list of accounts. */
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
  /** Places of accounts, each once for a thing; of a frequent thing only a sample. */
  accounts: Uint16Array;
  /** How many accounts each one of the sample stands for; 1 when it is whole. */
  scale: Float64Array;
}

export interface QueryResult {
  /** Texts of other accounts that share the most, most telling first. */
  matches: TextMatch[];
  /** How many accounts the places stand for. */
  accounts: number;
  /** Who has each fingerprint; empty when there is no match. */
  fingerprints: Users;
  /** Who has the whole of each sentence (see wholeOf()) in one text. */
  sentences: Users;
}

/** What is asked. */
export interface Question {
  /** Distinct, at most MAX_FINGERPRINTS. */
  fingerprints: Uint32Array;
  /** Where each sentence's fingerprints begin among them, ascending, and their number last. */
  sentences: ArrayLike<number>;
  /** Hash of the asker's account, whose texts are left out. */
  account: number;
  /** Most matches given back. */
  limit: number;
}

/** What is asked about: all parts of the index. */
export interface Parts {
  blocks: readonly SortedBlock[];
  open: OpenPart;
  /** Where the first text of each block, and of the open part, stands among all. */
  bases: Uint32Array;
}

/** How many of a sentence's fingerprints must be there for the sentence to be. */
export function wholeOf(fingerprints: number): number {
  return Math.ceil(fingerprints * 0.75);
}

/** Room that questions use again and again; all zero between two questions. */
export class Scratch {
  /** Per text: points in the low half, then a byte each for the number of fingerprints and of sentences. */
  scores = new Uint32Array(1_024);
  /** Per text: the last sentence it had something of; later, fingerprints of the sentence at hand. */
  hits = new Uint8Array(1_024);
  /** See Lists. */
  from = new Uint32Array(1_024);
  counts = new Uint32Array(1_024);
  readonly totals = new Uint32Array(MAX_FINGERPRINTS);
  touched = new Uint32Array(8_192);
  inSentence = new Uint32Array(1_024);
  fingerprintUsers = new Uint16Array(8_192);
  sentenceUsers = new Uint16Array(1_024);
  readonly histogram = new Uint32Array(1_024);

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
interface Lists {
  width: number;
  /** In a block: place of the first. In the open part: the last posting (+ 1), from which the chain goes back. */
  from: Uint32Array;
  counts: Uint32Array;
  totals: Uint32Array;
}

/** @param size how many texts there are */
export function ask(question: Question, parts: Parts, scratch: Scratch, size: number): QueryResult {
  const lists = locate(question, parts, scratch);
  const reached = score(question, parts, lists, scratch, size);
  const found = best(question, parts, scratch, reached, size);
  const rare = found.length === 0 ? undefined : rarities(parts, lists, scratch, size);
  const { scores, hits, touched } = scratch;
  for (let i = 0; i < reached; i++) {
    scores[touched[i] as number] = 0;
    hits[touched[i] as number] = 0;
  }
  if (!rare) return nothing;
  const places = new AccountPlaces();
  const asked = new Map(Array.from(lists.totals, (_, f) => [question.fingerprints[f] as number, f]));
  const matches = found.map((place) => matchAt(place, asked, parts, lists, places));
  if (!matches.some(({ marks }) => rareTerms(marks, rare) >= MIN_RARE_TERMS)) return nothing;
  const users = usersOf(question, parts, lists, scratch, places);
  return { matches, accounts: places.size, ...users };
}

const nobody: Users = { starts: new Uint32Array(1), accounts: new Uint16Array(0), scale: new Float64Array(0) };
const nothing: QueryResult = { matches: [], accounts: 0, fingerprints: nobody, sentences: nobody };

/** Words that a match shares, at most: each fingerprint's times how rare it is at most. */
function rareTerms(marks: Uint32Array, rare: Float32Array): number {
  let words = 0;
  for (let f = 0; f < rare.length; f++) {
    if (((marks[f >>> 5] as number) >>> (f & 31)) & 1) words += WORDS_PER_FINGERPRINT * (rare[f] as number);
  }
  return words;
}

function locate({ fingerprints }: Question, { blocks, open }: Parts, scratch: Scratch): Lists {
  const asked = Math.min(fingerprints.length, MAX_FINGERPRINTS);
  const width = blocks.length + 1;
  if (scratch.from.length < asked * width) {
    scratch.from = larger(scratch.from, asked * width);
    scratch.counts = larger(scratch.counts, asked * width);
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
  return { width, from, counts, totals };
}

/**
 * Gives every text points for the fingerprints it has.
 *
 * @returns how many texts were reached; they stand in scratch.touched
 */
function score(
  { sentences }: Question,
  { blocks, open, bases }: Parts,
  lists: Lists,
  scratch: Scratch,
  size: number,
): number {
  const { width, from, counts, totals } = lists;
  scratch.fit((bases[width - 1] as number) + open.size);
  const { scores, hits } = scratch;
  let { touched } = scratch;
  let reached = 0;
  let sentence = 0;
  for (let f = 0; f < totals.length; f++) {
    while (sentence + 2 < sentences.length && f >= (sentences[sentence + 1] as number)) sentence++;
    // The last one is no sentence (see PreparedText): it is not counted.
    const tag = sentence + 2 < sentences.length ? (sentence % 255) + 1 : 0;
    const total = totals[f] as number;
    if (total === 0) continue;
    const share = total > POSTINGS ? POSTINGS / total : 1;
    const points = 0x10000 + weight(size, total);
    const room = reached + Math.min(total, POSTINGS + 3 * width);
    if (room > touched.length) touched = scratch.touched = larger(touched, room);
    for (let b = 0; b < blocks.length; b++) {
      const count = counts[f * width + b] as number;
      if (count === 0) continue;
      const { texts } = blocks[b] as SortedBlock;
      const base = bases[b] as number;
      const start = from[f * width + b] as number;
      const stop = start + count;
      const half = share < 1 ? Math.ceil((count * share) / 2) : count;
      for (let i = start; i < stop; i++) {
        if (i === start + half && stop - half > i) i = stop - half;
        const place = base + (texts[i] as number);
        const sofar = scores[place] as number;
        if (sofar === 0) touched[reached++] = place;
        if (tag === 0 || hits[place] === tag || sofar >= 0xff000000) scores[place] = sofar + points;
        else {
          scores[place] = sofar + points + 0x1000000;
          hits[place] = tag;
        }
      }
    }
    const base = bases[width - 1] as number;
    let left = Math.ceil((counts[f * width + width - 1] as number) * share);
    for (let posting = from[f * width + width - 1] as number; posting > 0 && left > 0; left--) {
      const place = base + (open.texts[posting - 1] as number);
      const sofar = scores[place] as number;
      if (sofar === 0) touched[reached++] = place;
      if (tag === 0 || hits[place] === tag || sofar >= 0xff000000) scores[place] = sofar + points;
      else {
        scores[place] = sofar + points + 0x1000000;
        hits[place] = tag;
      }
      posting = open.before[posting - 1] as number;
    }
  }
  return reached;
}

/** Points that a match has which has something of one sentence only. */
export function pointsAlone(size: number): number {
  return FEWEST * weight(size, FEW);
}

/** Whether a score is high enough for a match. */
export function isMatch(score: number, alone: number): boolean {
  const points = score >>> 24 >= FEWEST_SENTENCES ? FEWEST_POINTS : alone;
  return (score & 0xffff) >= points && ((score >>> 16) & 0xff) >= FEWEST;
}

/**
 * How rare each fingerprint is at most. One that many texts have of which most share nothing else is a
 * stock phrase; a text that shares only such phrases with others is let go at once.
 */
function rarities({ blocks, open, bases }: Parts, lists: Lists, scratch: Scratch, size: number): Float32Array {
  const { width, from, counts, totals } = lists;
  const { scores } = scratch;
  const rare = new Float32Array(totals.length);
  const alone = pointsAlone(size);
  for (let f = 0; f < totals.length; f++) {
    const total = totals[f] as number;
    if (total <= MANY) {
      rare[f] = 1;
      continue;
    }
    let examined = 0;
    let alike = 0;
    for (let b = 0; b < blocks.length; b++) {
      const { texts } = blocks[b] as SortedBlock;
      const base = bases[b] as number;
      const start = from[f * width + b] as number;
      const first = Math.ceil(((counts[f * width + b] as number) * Math.min(1, POSTINGS / total)) / 2);
      for (let i = 0; i < first; i++) {
        examined++;
        if (isMatch(scores[base + (texts[start + i] as number)] as number, alone)) alike++;
      }
    }
    let left = Math.ceil(((counts[f * width + width - 1] as number) * Math.min(1, POSTINGS / total)) / 2);
    const base = bases[width - 1] as number;
    for (let posting = from[f * width + width - 1] as number; posting > 0 && left > 0; left--) {
      examined++;
      if (isMatch(scores[base + (open.texts[posting - 1] as number)] as number, alone)) alike++;
      posting = open.before[posting - 1] as number;
    }
    rare[f] = rarity(((1 - alike / examined) * total + 0.5) / size);
  }
  return rare;
}

/** The texts of others with the most points, not too many of one account, most points first. */
function best({ account, limit }: Question, parts: Parts, scratch: Scratch, reached: number, size: number): number[] {
  const { scores, touched, histogram } = scratch;
  const alone = pointsAlone(size);
  const bin = (points: number): number => Math.min(1_023, points >>> 4);
  const found: number[] = [];
  for (let i = 0; i < reached; i++) {
    const place = touched[i] as number;
    const score = scores[place] as number;
    if (!isMatch(score, alone)) continue;
    const owner = accountAt(place, parts);
    if (owner !== account && owner !== GONE) found.push(place);
  }
  if (found.length > limit * PER_ACCOUNT) {
    // Keep only those with the most points before sorting.
    histogram.fill(0);
    for (const place of found) {
      const at = bin((scores[place] as number) & 0xffff);
      histogram[at] = (histogram[at] as number) + 1;
    }
    let lowest = 1_023;
    let above = histogram[lowest] as number;
    while (lowest > 0 && above < limit * PER_ACCOUNT) above += histogram[--lowest] as number;
    let kept = 0;
    for (const place of found) {
      if (bin((scores[place] as number) & 0xffff) >= lowest) found[kept++] = place;
    }
    found.length = kept;
  }
  found.sort((a, b) => ((scores[b] as number) & 0xffff) - ((scores[a] as number) & 0xffff) || a - b);
  const of = new Map<number, number>();
  const kept: number[] = [];
  for (const place of found) {
    const owner = accountAt(place, parts);
    const sofar = of.get(owner) ?? 0;
    if (sofar === PER_ACCOUNT) continue;
    of.set(owner, sofar + 1);
    kept.push(place);
    if (kept.length === limit) break;
    // Far behind the first, they can be neither family nor worth a look.
    const points = (scores[place] as number) & 0xffff;
    if (kept.length >= CLOSEST && points * 4 < ((scores[kept[0] as number] as number) & 0xffff)) break;
  }
  return kept;
}

/** Gives the accounts that one answer is about small numbers. */
class AccountPlaces {
  #hashes = new Uint32Array(1_024);
  #places = new Uint16Array(1_024);
  size = 0;

  of(account: number): number {
    if (this.size * 2 >= this.#hashes.length) this.#grow();
    const last = this.#hashes.length - 1;
    let slot = Math.imul(account, 0x9e3779b1) >>> 8;
    for (;;) {
      slot &= last;
      const place = this.#places[slot] as number;
      if (place === 0) break;
      if (this.#hashes[slot] === account) return place - 1;
      slot++;
    }
    this.#hashes[slot] = account;
    this.#places[slot] = ++this.size;
    return this.size - 1;
  }

  #grow(): void {
    const hashes = this.#hashes;
    const places = this.#places;
    this.#hashes = new Uint32Array(hashes.length * 2);
    this.#places = new Uint16Array(hashes.length * 2);
    const last = this.#hashes.length - 1;
    for (let old = 0; old < hashes.length; old++) {
      if (places[old] === 0) continue;
      let slot = (Math.imul(hashes[old] as number, 0x9e3779b1) >>> 8) & last;
      while (this.#places[slot] !== 0) slot = (slot + 1) & last;
      this.#hashes[slot] = hashes[old] as number;
      this.#places[slot] = places[old] as number;
    }
  }
}

/** Which accounts have each fingerprint, and each sentence as a whole. */
function usersOf(
  { sentences, account: own }: Question,
  { blocks, open, bases }: Parts,
  lists: Lists,
  scratch: Scratch,
  places: AccountPlaces,
): Pick<QueryResult, 'fingerprints' | 'sentences'> {
  const { width, from, counts, totals } = lists;
  const { hits } = scratch;
  let { inSentence, fingerprintUsers, sentenceUsers } = scratch;
  const ofFingerprints = { starts: new Uint32Array(totals.length + 1), scale: new Float64Array(totals.length) };
  const count = Math.max(0, sentences.length - 1);
  const ofSentences = { starts: new Uint32Array(count + 1), scale: new Float64Array(count) };
  // Last thing that each account was noted for: fingerprints count up from 1, sentences down from -1.
  let noted = new Int32Array(1_024);
  let users = 0;
  let wholeUsers = 0;
  for (let s = 0; s < count; s++) {
    const end = Math.min(totals.length, sentences[s + 1] as number);
    const whole = wholeOf(end - (sentences[s] as number));
    let here = 0;
    let fewest = Number.POSITIVE_INFINITY;
    let scale = 1;
    for (let f = sentences[s] as number; f < end; f++) {
      const total = totals[f] as number;
      const share = total > POSTINGS ? POSTINGS / total : 1;
      const most = Math.min(total, POSTINGS + 3 * width);
      if (users + most > fingerprintUsers.length) {
        fingerprintUsers = scratch.fingerprintUsers = larger(fingerprintUsers, users + most);
      }
      if (here + most > inSentence.length) inSentence = scratch.inSentence = larger(inSentence, here + most);
      if (places.size + most > noted.length) noted = larger(noted, places.size + most);
      let examined = 0;
      for (let b = 0; b < width; b++) {
        const isOpen = b === width - 1;
        const part = isOpen ? open : (blocks[b] as SortedBlock);
        const { texts, accounts } = part;
        const base = bases[b] as number;
        const listed = counts[f * width + b] as number;
        const start = from[f * width + b] as number;
        const half = share < 1 ? Math.ceil((listed * share) / 2) : listed;
        const visits = isOpen ? Math.ceil(listed * share) : Math.min(listed, half * 2);
        let posting = start;
        for (let i = 0; i < visits; i++) {
          let text: number;
          if (isOpen) {
            text = texts[posting - 1] as number;
            posting = open.before[posting - 1] as number;
          } else text = texts[i < half ? start + i : start + listed - visits + i] as number;
          examined++;
          const account = accounts[text] as number;
          if (account === GONE || account === own) continue;
          const who = places.of(account);
          if (noted[who] !== f + 1) {
            noted[who] = f + 1;
            fingerprintUsers[users++] = who;
          }
          const place = base + text;
          const hit = hits[place] as number;
          if (hit === 0) inSentence[here++] = place;
          hits[place] = hit + 1;
        }
      }
      ofFingerprints.starts[f + 1] = users;
      ofFingerprints.scale[f] = examined === 0 ? 1 : total / examined;
      if (total < fewest) {
        fewest = total;
        scale = ofFingerprints.scale[f] as number;
      }
    }
    if (wholeUsers + here > sentenceUsers.length) {
      sentenceUsers = scratch.sentenceUsers = larger(sentenceUsers, wholeUsers + here);
    }
    for (let i = 0; i < here; i++) {
      const place = inSentence[i] as number;
      if ((hits[place] as number) >= whole) {
        const who = places.of(accountAt(place, { blocks, open, bases }));
        if (noted[who] !== -1 - s) {
          noted[who] = -1 - s;
          sentenceUsers[wholeUsers++] = who;
        }
      }
      hits[place] = 0;
    }
    ofSentences.starts[s + 1] = wholeUsers;
    ofSentences.scale[s] = scale;
  }
  return {
    fingerprints: { ...ofFingerprints, accounts: fingerprintUsers.slice(0, users) },
    sentences: { ...ofSentences, accounts: sentenceUsers.slice(0, wholeUsers) },
  };
}

/** A match, and which fingerprints it has, also those whose lists were only sampled. */
function matchAt(
  place: number,
  asked: ReadonlyMap<number, number>,
  { blocks, open, bases }: Parts,
  { width, from, counts, totals }: Lists,
  places: AccountPlaces,
): TextMatch {
  const b = partOf(place, bases);
  const text = place - (bases[b] as number);
  const marks = new Uint32Array((totals.length + 31) >>> 5);
  let shared = 0;
  const note = (f: number): void => {
    shared++;
    marks[f >>> 5] = (marks[f >>> 5] as number) | (1 << (f & 31));
  };
  if (b === blocks.length) {
    for (let i = open.offsets[text] as number; i < (open.offsets[text + 1] as number); i++) {
      const f = asked.get(open.fingerprints[i] as number);
      if (f !== undefined) note(f);
    }
    return { n: open.numbers[text] as number, account: places.of(open.accounts[text] as number), shared, marks };
  }
  const { texts, numbers, accounts } = blocks[b] as SortedBlock;
  for (let f = 0; f < totals.length; f++) {
    const count = counts[f * width + b] as number;
    if (count === 0) continue;
    const start = from[f * width + b] as number;
    const at = lowerBound(texts, text, start, start + count);
    if (at < start + count && texts[at] === text) note(f);
  }
  return { n: numbers[text] as number, account: places.of(accounts[text] as number), shared, marks };
}

/** A copy with more room. */
export function larger<T extends Uint32Array | Uint16Array | Int32Array>(array: T, room: number): T {
  const copy = new (array.constructor as new (length: number) => T)(Math.max(room, array.length * 2));
  copy.set(array);
  return copy;
}

/** Place of the first entry at or after `from` that is not below `key`. */
function lowerBound(sorted: Uint16Array, key: number, from: number, to: number): number {
  let left = from;
  let right = to;
  while (left < right) {
    const middle = (left + right) >>> 1;
    if ((sorted[middle] as number) < key) left = middle + 1;
    else right = middle;
  }
  return left;
}

/**
 * How telling a fingerprint is: 12 points for each time the texts that have it would have to double to
 * be all. At most 255, so that the points of MAX_FINGERPRINTS fit 16 bits.
 */
export function weight(size: number, texts: number): number {
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

function accountAt(place: number, { blocks, open, bases }: Parts): number {
  const b = partOf(place, bases);
  const part = b < blocks.length ? (blocks[b] as SortedBlock) : open;
  return part.accounts[place - (bases[b] as number)] as number;
}
