// Scores texts by the fingerprints they share with the one asked about. A score is one number: points in its low
// 16 bits, how many fingerprints in the next 8, of how many sentences in the highest 8.
import { KNOWN } from './expected-overlap.ts';
import { doubled } from './grown.ts';
import type { SortedBlock } from './packed.ts';
import { mostLookedAt, type Postings, type Scratch, sampledEnd, sampledOpen } from './postings.ts';
import type { IndexParts, Query } from './query.ts';
import { rarity } from './rarity.ts';

const FINGERPRINT = 0x1_0000;
const SENTENCE = 0x100_0000;
/** From here on no more sentences are counted. */
const FULL = 0xff00_0000;

/** A match has this many fingerprints in common … */
export const MIN_SHARED = 3;
/** … this many points (see points()) … */
const MIN_POINTS = 90;
/** … and something of this many sentences … */
const MIN_SENTENCES = 2;
/** … or of one, in fingerprints that no more texts than this have: a short copy has few that are indexed. */
const FEW_TEXTS = 16;

/** When more texts than this have a fingerprint, it is looked into how rare it is. */
export const MANY_TEXTS = 48;

/**
 * How telling a fingerprint is: 12 points for each time the texts that have it would have to double to
 * be all. At most 255, so that the points of MAX_FINGERPRINTS fit 16 bits.
 *
 * @param size how many texts there are
 * @param texts how many have the fingerprint
 */
export function points(size: number, texts: number): number {
  return Math.min(255, Math.round(12 * Math.log2(1 + size / texts)));
}

export function pointsOf(score: number): number {
  return score & 0xffff;
}

/**
 * Adds a fingerprint to a score.
 *
 * @param isNewSentence whether it is the first that the text has of its sentence
 */
export function withFingerprint(score: number, points: number, isNewSentence: boolean): number {
  return score + FINGERPRINT + points + (isNewSentence && score < FULL ? SENTENCE : 0);
}

/**
 * The number by which a sentence is told from the one before while texts are scored; 0 for fingerprints that
 * cross from one sentence into the next, which count for no sentence.
 */
export function sentenceTag(span: number, sentenceSpans: ArrayLike<number>): number {
  return span + 2 < sentenceSpans.length ? (span % 255) + 1 : 0;
}

/** The span of fingerprint f, given that of one before it. */
export function spanAt(f: number, from: number, sentenceSpans: ArrayLike<number>): number {
  let span = from;
  while (span + 2 < sentenceSpans.length && f >= (sentenceSpans[span + 1] as number)) span++;
  return span;
}

/** Points that a match must have which has something of one sentence only. */
export function minPointsAlone(size: number): number {
  return MIN_SHARED * points(size, FEW_TEXTS);
}

/**
 * Whether a score is high enough for a match.
 *
 * @param alone see minPointsAlone()
 */
export function isMatch(score: number, alone: number): boolean {
  const least = score >>> 24 >= MIN_SENTENCES ? MIN_POINTS : alone;
  return (score & 0xffff) >= least && ((score >>> 16) & 0xff) >= MIN_SHARED;
}

/**
 * How rare a fingerprint is at most among texts that are no match. One that many texts have of which most share
 * nothing else is a stock phrase; a text that shares only such phrases with others is let go at once.
 *
 * @param matches how many of the texts examined are matches
 */
export function rarityAmong(total: number, matches: number, examined: number, size: number): number {
  return rarity(((1 - Math.min(1, matches / examined)) * total + 0.5) / size);
}

/**
 * Scores every text that is looked at.
 *
 * @returns how many texts have a score; their places stand in scratch.touched
 */
export function scoreAll(
  { sentenceSpans }: Query,
  { blocks, open, bases }: IndexParts,
  postings: Postings,
  scratch: Scratch,
  size: number,
): number {
  const { width, from, counts, totals, shares } = postings;
  scratch.fit((bases[width - 1] as number) + open.size);
  const { scores, hits } = scratch;
  let { touched } = scratch;
  let reached = 0;
  let span = 0;
  for (let f = 0; f < totals.length; f++) {
    span = spanAt(f, span, sentenceSpans);
    const tag = sentenceTag(span, sentenceSpans);
    const total = totals[f] as number;
    if (total === 0) continue;
    const share = shares[f] as number;
    const own = points(size, total);
    const room = reached + mostLookedAt(postings, f);
    if (room > touched.length) touched = scratch.touched = doubled(touched, room);
    for (let b = 0; b < blocks.length; b++) {
      const count = counts[f * width + b] as number;
      if (count === 0) continue;
      const { texts } = blocks[b] as SortedBlock;
      const base = bases[b] as number;
      const start = from[f * width + b] as number;
      const stop = start + count;
      const end = sampledEnd(count, share);
      for (let i = start; i < stop; i++) {
        if (i === start + end && stop - end > i) i = stop - end;
        const place = base + (texts[i] as number);
        const score = scores[place] as number;
        if (score === 0) touched[reached++] = place;
        scores[place] = withFingerprint(score, own, tag !== 0 && hits[place] !== tag);
        if (tag !== 0) hits[place] = tag;
      }
    }
    const base = bases[width - 1] as number;
    let left = sampledOpen(counts[f * width + width - 1] as number, share);
    for (let posting = from[f * width + width - 1] as number; posting > 0 && left > 0; left--) {
      const place = base + (open.texts[posting - 1] as number);
      const score = scores[place] as number;
      if (score === 0) touched[reached++] = place;
      scores[place] = withFingerprint(score, own, tag !== 0 && hits[place] !== tag);
      if (tag !== 0) hits[place] = tag;
      posting = open.before[posting - 1] as number;
    }
  }
  return reached;
}

/** Puts the scores of the texts reached back to 0. */
export function clearScores({ scores, hits, touched }: Scratch, reached: number): void {
  for (let i = 0; i < reached; i++) {
    scores[touched[i] as number] = 0;
    hits[touched[i] as number] = 0;
  }
}

/** What is known of each fingerprint of a query. */
export interface Rarities {
  /** How rare it is at most: see rarityAmong(). */
  rare: Float32Array;
  /** How many texts have it that may be strangers', as far as the sample tells: see isBeyondChance(). */
  outside: Float32Array;
}

/** How rare each fingerprint is, and how many strangers have it. */
export function rarities(
  { blocks, open, bases }: IndexParts,
  postings: Postings,
  { scores }: Scratch,
  size: number,
): Rarities {
  const { width, from, counts, totals, shares } = postings;
  const rare = new Float32Array(totals.length);
  const outside = new Float32Array(totals.length);
  const alone = minPointsAlone(size);
  for (let f = 0; f < totals.length; f++) {
    const total = totals[f] as number;
    if (total === 0) continue;
    const isFew = total <= MANY_TEXTS;
    const share = isFew ? 2 : (shares[f] as number);
    let examined = 0;
    let matches = 0;
    let known = 0;
    const look = (score: number): void => {
      examined++;
      if (isMatch(score, alone)) matches++;
      if (((score >>> 16) & 0xff) >= KNOWN) known++;
    };
    // Of many texts one end of each list says enough.
    for (let b = 0; b < blocks.length; b++) {
      const count = counts[f * width + b] as number;
      if (count === 0) continue;
      const { texts } = blocks[b] as SortedBlock;
      const base = bases[b] as number;
      const start = from[f * width + b] as number;
      const end = Math.ceil((count * share) / 2);
      for (let i = 0; i < end; i++) look(scores[base + (texts[start + i] as number)] as number);
    }
    let left = Math.ceil(((counts[f * width + width - 1] as number) * share) / 2);
    const base = bases[width - 1] as number;
    for (let posting = from[f * width + width - 1] as number; posting > 0 && left > 0; left--) {
      look(scores[base + (open.texts[posting - 1] as number)] as number);
      posting = open.before[posting - 1] as number;
    }
    outside[f] = (1 - known / examined) * total;
    rare[f] = isFew ? 1 : rarityAmong(total, matches, examined, size);
  }
  return { rare, outside };
}
