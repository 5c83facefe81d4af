// Says which words of one text stand in another too: sentence by sentence, wherever the sentence stands
// there. Sentences may have been moved, dropped, or filled in between; but what is shared of a sentence
// must stand together in the other text too. Scattered turns of phrase are chance.
import type { Draft } from './draft.ts';
import { SHINGLE } from './shingles.ts';

/** Shortest stretch that counts, in tokens. */
const SHORTEST = 4;
/** How far the pieces of one sentence may have been pushed apart by what was filled in, in tokens. */
const DRIFT = 10;
/** Share of a sentence's own words that must be there. */
const SENTENCE_SHARE = 0.4;

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

/**
 * Which tokens of `text` stand in a stretch shared with `other`; what either quotes from its post does
 * not count.
 *
 * @param into one entry a token of `text`; 1 is set for a shared one, others are left as they are
 */
export function coverInto(text: Draft, other: Draft, into: Uint8Array): void {
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
    coverSentence(text, start, end, into);
    start = end;
  }
}

/** Marks what is shared of the sentence from token `start` to before `end`. */
function coverSentence({ shingles, quoted, words }: Draft, start: number, end: number, into: Uint8Array): void {
  // Shingles that reach into the neighbouring sentences belong to this one too.
  const from = Math.max(0, start - SHINGLE + 1);
  const to = Math.min(end, shingles.length);
  if (end - start < SHORTEST) {
    // Too short to tell anything alone: shared when it leads into the same words there as here.
    for (let i = start; i < end; i++) if (i >= shingles.length || found[i] === NOWHERE) return;
    for (let t = start; t < end; t++) if (quoted[t] === 0) into[t] = 1;
    return;
  }
  let all = 0;
  for (let i = from; i < to; i++) if (found[i] !== NOWHERE) all++;
  let most = 0;
  let anchor = 0;
  // As a rule all agree with the first; a sentence is no longer than LONG_SENTENCE, so the worst is small.
  for (let i = from; i < to && most * 2 < all; i++) {
    if (found[i] === NOWHERE) continue;
    const shift = (found[i] as number) - i;
    let agreeing = 0;
    for (let j = from; j < to; j++) {
      if (found[j] !== NOWHERE && Math.abs((found[j] as number) - j - shift) <= DRIFT) agreeing++;
    }
    if (agreeing > most) {
      most = agreeing;
      anchor = shift;
    }
  }
  if (most < SHORTEST - SHINGLE + 1) return;
  const agrees = (i: number): boolean =>
    i >= from && i < to && found[i] !== NOWHERE && Math.abs((found[i] as number) - i - anchor) <= DRIFT;
  let own = 0;
  for (let t = start; t < end; t++) if (quoted[t] === 0) own += words[t] as number;
  let shared = 0;
  const stretches: [number, number][] = [];
  for (let i = from; i < to; i++) {
    if (!agrees(i)) continue;
    const first = i;
    while (agrees(i + 1)) i++;
    const stop = i + SHINGLE;
    if (stop - first < SHORTEST) continue;
    const stretch: [number, number] = [Math.max(first, start), Math.min(stop, end)];
    stretches.push(stretch);
    for (let t = stretch[0]; t < stretch[1]; t++) if (quoted[t] === 0) shared += words[t] as number;
  }
  if (shared < SENTENCE_SHARE * own) return;
  for (const [first, stop] of stretches) for (let t = first; t < stop; t++) if (quoted[t] === 0) into[t] = 1;
}

/** The same in an array of its own. */
export function cover(text: Draft, other: Draft): Uint8Array {
  const into = new Uint8Array(text.length);
  coverInto(text, other, into);
  return into;
}
