// Answers a query: which texts of other accounts share the most fingerprints with one text, and who uses each
// fingerprint and each sentence. Most texts resemble nobody's, and the search ends there; only for the others it is
// worked out who uses what (users.ts).
import type { AccountPlaces } from './account-places.ts';
import { isBeyondChance } from './expected-overlap.ts';
import { GONE } from './open-part.ts';
import type { SortedBlock } from './packed.ts';
import { accountAt, locate, lowerBound, type Postings, partOf, type Scratch } from './postings.ts';
import { type IndexParts, isMarked, type Query, type QueryResult, type TextMatch, type Users } from './query.ts';
import { minRareTerms, WORDS_PER_FINGERPRINT } from './rarity.ts';
import { clearScores, isMatch, minPointsAlone, pointsOf, rarities, scoreAll } from './score.ts';
import { usersOf } from './users.ts';

/** Most texts of one account among the matches: one busy account must not crowd out the others. */
const MAX_PER_ACCOUNT = 5;
/** So many matches are given however far they are behind the first. */
const CLOSEST = 32;

const nobody: Users = { starts: new Uint32Array(1), accounts: new Uint16Array(0), scale: new Float64Array(0) };
const nothing: QueryResult = { matches: [], accounts: 0, fingerprints: nobody, sentences: nobody };

/**
 * @param size how many texts there are
 * @param accounts how many accounts
 */
export function search(query: Query, parts: IndexParts, scratch: Scratch, size: number, accounts: number): QueryResult {
  const postings = locate(query, parts, scratch);
  // Only of texts in the open part it is asked which place a fingerprint has in the query.
  let known: ReadonlyMap<number, number> | undefined;
  const asked = () => {
    known ??= new Map(Array.from(postings.totals, (_, f) => [query.fingerprints[f] as number, f]));
    return known;
  };
  return searchIn(query, parts, postings, scratch, size, accounts, (place) => marksAt(place, asked, parts, postings));
}

/** Which fingerprints of a query a text has, and how many. */
export type Marked = Pick<TextMatch, 'marks' | 'shared'>;

/**
 * The same where it is known already which texts have each fingerprint.
 *
 * @param markedAt says of the text at a place all that it has, also what it was not looked at for
 */
export function searchIn(
  query: Query,
  parts: IndexParts,
  postings: Postings,
  scratch: Scratch,
  size: number,
  accounts: number,
  markedAt: (place: number) => Marked,
): QueryResult {
  const reached = scoreAll(query, parts, postings, scratch, size);
  const found = best(query, parts, scratch, reached, size);
  const rare = found.length === 0 ? undefined : rarities(parts, postings, scratch, size);
  clearScores(scratch, reached);
  if (!rare) return nothing;
  const { outside } = rare;
  const beyond = found.flatMap((place) => {
    const marked = markedAt(place);
    const has = (f: number) => isMarked(marked.marks, f);
    const isWorth = isBeyondChance(query.sentenceSpans, has, (f) => outside[f] as number, size, accounts);
    return isWorth ? [{ place, ...marked }] : [];
  });
  if (!beyond.some(({ marks }) => rareTerms(marks, rare.rare) >= minRareTerms(size))) return nothing;
  const places = scratch.accounts.clear();
  const matches = beyond.map(({ place, marks, shared }) => matchAt(place, marks, shared, parts, places));
  const users = usersOf(query, parts, postings, scratch, places);
  return { matches, accounts: places.size, ...users };
}

/** Rare terms that a match shares, at most: the words of each fingerprint times how rare it is at most. */
function rareTerms(marks: Uint32Array, rare: Float32Array): number {
  let terms = 0;
  for (let f = 0; f < rare.length; f++) {
    if (isMarked(marks, f)) terms += WORDS_PER_FINGERPRINT * (rare[f] as number);
  }
  return terms;
}

/** Places of the texts of others with the most points, not too many of one account, most points first. */
function best({ account, limit }: Query, parts: IndexParts, scratch: Scratch, reached: number, size: number): number[] {
  const { scores, touched, histogram } = scratch;
  const alone = minPointsAlone(size);
  const pointsAt = (place: number): number => pointsOf(scores[place] as number);
  const bin = (place: number): number => Math.min(1_023, pointsAt(place) >>> 4);
  const found: number[] = [];
  for (let i = 0; i < reached; i++) {
    const place = touched[i] as number;
    if (!isMatch(scores[place] as number, alone)) continue;
    const owner = accountAt(place, parts);
    if (owner !== account && owner !== GONE) found.push(place);
  }
  if (found.length > limit * MAX_PER_ACCOUNT) {
    // Keep only those with the most points before sorting.
    histogram.fill(0);
    for (const place of found) {
      const at = bin(place);
      histogram[at] = (histogram[at] as number) + 1;
    }
    let lowest = 1_023;
    let above = histogram[lowest] as number;
    while (lowest > 0 && above < limit * MAX_PER_ACCOUNT) above += histogram[--lowest] as number;
    let kept = 0;
    for (const place of found) {
      if (bin(place) >= lowest) found[kept++] = place;
    }
    found.length = kept;
  }
  found.sort((a, b) => pointsAt(b) - pointsAt(a) || a - b);
  const byOwner = new Map<number, number>();
  const kept: number[] = [];
  for (const place of found) {
    const owner = accountAt(place, parts);
    const count = byOwner.get(owner) ?? 0;
    if (count === MAX_PER_ACCOUNT) continue;
    byOwner.set(owner, count + 1);
    kept.push(place);
    if (kept.length === limit) break;
    // Far behind the first, they can be neither of its cluster nor worth comparing.
    if (kept.length >= CLOSEST && pointsAt(place) * 4 < pointsAt(kept[0] as number)) break;
  }
  return kept;
}

/** Which fingerprints the text at a place has, also those of whose lists only a sample was looked at, and how many. */
function marksAt(
  place: number,
  asked: () => ReadonlyMap<number, number>,
  { blocks, open, bases }: IndexParts,
  { width, from, counts, totals }: Postings,
): Marked {
  const b = partOf(place, bases);
  const text = place - (bases[b] as number);
  const marks = new Uint32Array((totals.length + 31) >>> 5);
  let shared = 0;
  const mark = (f: number): void => {
    shared++;
    marks[f >>> 5] = (marks[f >>> 5] as number) | (1 << (f & 31));
  };
  if (b === blocks.length) {
    const placeOf = asked();
    for (let i = open.offsets[text] as number; i < (open.offsets[text + 1] as number); i++) {
      const f = placeOf.get(open.fingerprints[i] as number);
      if (f !== undefined) mark(f);
    }
    return { marks, shared };
  }
  const { texts } = blocks[b] as SortedBlock;
  for (let f = 0; f < totals.length; f++) {
    const count = counts[f * width + b] as number;
    if (count === 0) continue;
    const start = from[f * width + b] as number;
    const at = lowerBound(texts, text, start, start + count);
    if (at < start + count && texts[at] === text) mark(f);
  }
  return { marks, shared };
}

/** The match at a place. */
function matchAt(
  place: number,
  marks: Uint32Array,
  shared: number,
  { blocks, open, bases }: IndexParts,
  places: AccountPlaces,
): TextMatch {
  const b = partOf(place, bases);
  const part = b === blocks.length ? open : (blocks[b] as SortedBlock);
  const text = place - (bases[b] as number);
  return { n: part.numbers[text] as number, account: places.of(part.accounts[text] as number), shared, marks };
}
