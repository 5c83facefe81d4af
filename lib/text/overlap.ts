// Finds which words of one text stand in another too: sentence by sentence, wherever the sentence stands
// there. Sentences may have been moved, dropped, or filled in between; but what is shared of a sentence
// must stand together in the other text too. Scattered turns of phrase are chance.
import type { PreparedText } from './prepared-text.ts';
import { SHINGLE } from './shingles.ts';

/** Shortest stretch that counts, in tokens. */
const MIN_STRETCH = 4;
/** How far the pieces of one sentence may have been pushed apart by what was filled in, in tokens. */
const MAX_DRIFT = 10;
/** Share of a sentence's own words that must be there. */
const MIN_SENTENCE_SHARE = 0.4;

let slots = new Uint32Array(1_024);
let stamps = new Uint32Array(1_024);
let placed = new Uint16Array(1_024);
let stamp = 0;

function ready(count: number): number {
  const needed = 2 ** Math.ceil(Math.log2(Math.max(16, count * 2)));
  if (slots.length < needed) {
    slots = new Uint32Array(needed);
    stamps = new Uint32Array(needed);
    placed = new Uint16Array(needed);
    stamp = 0;
  }
  stamp++;
  return slots.length - 1;
}

const NOWHERE = 0xffff;
const found = new Uint16Array(4_096);

/** A token that stands in a shared stretch; and one in which the stretch goes on past a word that was replaced. */
export const SHARED = 1;
export const CONTINUED = 2;

/**
 * Which tokens of `text` stand in a stretch shared with `other`; what either quotes from its post does
 * not count.
 *
 * @param into one entry a token of `text`; SHARED or CONTINUED is set for a shared one, others are left as they are
 */
export function overlapInto(text: PreparedText, other: PreparedText, into: Uint8Array): void {
  const last = ready(other.shingles.length);
  for (let i = 0; i < other.shingles.length; i++) {
    const shingle = other.shingles[i] as number;
    if (shingle === 0) continue;
    let slot = (shingle >>> 6) & last;
    while (stamps[slot] === stamp && slots[slot] !== shingle) slot = (slot + 1) & last;
    if (stamps[slot] === stamp) continue;
    stamps[slot] = stamp;
    slots[slot] = shingle;
    placed[slot] = i;
  }
  const { shingles, sentences, length } = text;
  let any = false;
  for (let i = 0; i < shingles.length; i++) {
    const shingle = shingles[i] as number;
    found[i] = NOWHERE;
    if (shingle === 0) continue;
    let slot = (shingle >>> 6) & last;
    while (stamps[slot] === stamp && slots[slot] !== shingle) slot = (slot + 1) & last;
    if (stamps[slot] !== stamp) continue;
    found[i] = placed[slot] as number;
    any = true;
  }
  if (!any) return;
  for (let start = 0; start < length; ) {
    let end = start + 1;
    while (end < length && sentences[end] === sentences[start]) end++;
    overlapSentence(text, other, start, end, into);
    start = end;
  }
}

/** Marks what is shared of the sentence from token `start` to before `end`. */
function overlapSentence(text: PreparedText, other: PreparedText, start: number, end: number, into: Uint8Array): void {
  const { shingles, quoted, words } = text;
  // Shingles that reach into the neighbouring sentences belong to this one too.
  const from = Math.max(0, start - SHINGLE + 1);
  const to = Math.min(end, shingles.length);
  if (end - start < MIN_STRETCH) {
    // Too short to say anything alone: shared when the same words follow there as here.
    for (let i = start; i < end; i++) if (i >= shingles.length || found[i] === NOWHERE) return;
    for (let t = start; t < end; t++) if (quoted[t] === 0) into[t] = SHARED;
    return;
  }
  let all = 0;
  for (let i = from; i < to; i++) if (found[i] !== NOWHERE) all++;
  if (all === 0) return;
  let most = 0;
  let anchor = 0;
  // As a rule all agree with the first; a sentence is no longer than LONG_SENTENCE, so the worst is small.
  for (let i = from; i < to && most * 2 < all; i++) {
    if (found[i] === NOWHERE) continue;
    const shift = (found[i] as number) - i;
    let agreeing = 0;
    for (let j = from; j < to; j++) {
      if (found[j] !== NOWHERE && Math.abs((found[j] as number) - j - shift) <= MAX_DRIFT) agreeing++;
    }
    if (agreeing > most) {
      most = agreeing;
      anchor = shift;
    }
  }
  const agrees = (i: number): boolean =>
    i >= from && i < to && found[i] !== NOWHERE && Math.abs((found[i] as number) - i - anchor) <= MAX_DRIFT;
  marks.fill(0, 0, end - start);
  let longest = 0;
  let main = 0;
  for (let i = from; i < to; i++) {
    if (!agrees(i)) continue;
    const first = i;
    while (agrees(i + 1) && found[i + 1] === (found[i] as number) + 1) i++;
    const stop = Math.min(i + SHINGLE, end);
    const begin = Math.max(first, start);
    if (stop <= begin) continue;
    marks.fill(SHARED, begin - start, stop - start);
    const there = found[first] as number;
    const led =
      continueStretch(text, other, start, end, stop, there + stop - first, 1) +
      continueStretch(text, other, start, end, begin - 1, there + begin - 1 - first, -1);
    if (stop - begin + led > longest) {
      longest = stop - begin + led;
      main = first;
    }
  }
  if (longest < MIN_STRETCH) return;
  // Three words by themselves are a turn of phrase, unless they stand on the same side of the longest stretch there.
  for (let i = from; i < to; i++) {
    if (!agrees(i) || agrees(i - 1) || agrees(i + 1)) continue;
    if (i < main !== (found[i] as number) < (found[main] as number)) {
      for (let t = Math.max(i, start); t < Math.min(i + SHINGLE, end); t++) marks[t - start] = 0;
    }
  }
  let own = 0;
  let shared = 0;
  for (let t = start; t < end; t++) {
    if (quoted[t] === 1) continue;
    own += words[t] as number;
    if (marks[t - start] !== 0) shared += words[t] as number;
  }
  if (shared < MIN_SENTENCE_SHARE * own) return;
  for (let t = start; t < end; t++) {
    const mark = marks[t - start] as number;
    if (mark !== 0 && quoted[t] === 0 && into[t] !== SHARED) into[t] = mark;
  }
}

const marks = new Uint8Array(4_096);

/** Words passed over here and there: one replaced, one put in, one left out, two replaced. */
const STEPS = [
  [1, 1],
  [0, 1],
  [1, 0],
  [2, 2],
] as const;

/**
 * Follows a stretch on past a word that was replaced, as long as two words in a row, or the sentence's last, are the same again.
 *
 * @param i the first token after (or before) the stretch, here; j the same, there
 * @param way 1 for onwards, -1 for backwards
 * @returns how many tokens were added
 */
function continueStretch(
  text: PreparedText,
  other: PreparedText,
  start: number,
  end: number,
  i: number,
  j: number,
  way: 1 | -1,
): number {
  const same = (a: number, b: number): boolean =>
    a >= start &&
    a < end &&
    b >= 0 &&
    b < other.length &&
    text.hashes[a] === other.hashes[b] &&
    text.quoted[a] === 0 &&
    other.quoted[b] === 0;
  let led = 0;
  for (;;) {
    const step = STEPS.find(([here, there]) => {
      const a = i + way * here;
      const b = j + way * there;
      return same(a, b) && (same(a + way, b + way) || a + way < start || a + way >= end);
    });
    if (!step) return led;
    i += way * step[0];
    j += way * step[1];
    for (; same(i, j); i += way, j += way) {
      if (marks[i - start] !== 0) return led;
      marks[i - start] = CONTINUED;
      led++;
    }
  }
}

/** The same in an array of its own. */
export function overlapOf(text: PreparedText, other: PreparedText): Uint8Array {
  const into = new Uint8Array(text.length);
  overlapInto(text, other, into);
  return into;
}

/** Fewer words than this between two shared stretches part nothing: something was filled in. */
const APART = 6;

/** In how many places of a text what is shared stands, with words of its own between them that are not quoted. */
export function placesIn({ length, quoted }: PreparedText, overlap: Uint8Array): number {
  let places = 0;
  let between = APART;
  for (let i = 0; i < length; i++) {
    if (overlap[i] === 0) {
      if (quoted[i] === 0) between++;
      continue;
    }
    if (between >= APART) places++;
    between = 0;
  }
  return places;
}

/** Adds one overlap to another. */
export function addOverlap(overlap: Uint8Array, more: Uint8Array): void {
  for (let i = 0; i < more.length; i++) if (more[i] !== 0 && overlap[i] !== SHARED) overlap[i] = more[i] as number;
}
