// A text made ready to compare: its tokens, its three-word shingles, its sentences, and which of its
// words are only the client's own, quoted.
import type { ClientPost } from './client-post.ts';
import { MAX_FINGERPRINTS, SHINGLE, selectFingerprints, shinglesInto } from './shingles.ts';
import { MAX_TOKENS, OPENS_SENTENCE, scan, TokenBuffer, wordWeight } from './tokens.ts';

/** A sentence is taken as ended after so many words, whatever its punctuation says. */
const MAX_SENTENCE = 36;

/** As many quoted words in a row may be a title, named within a sentence. */
const MAX_TITLE = 20;

export interface PreparedText {
  readonly text: string;
  readonly length: number;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Hash of each token. */
  readonly hashes: Uint32Array;
  /** Words each token counts for. */
  readonly words: Float32Array;
  /** Number of the sentence each token stands in. */
  readonly sentences: Uint16Array;
  /** 1 for a token that is quoted from the post. */
  readonly quoted: Uint8Array;
  /** Shingle hashes; 0 for one with a quoted word or one that stood in the text before. */
  readonly shingles: Uint32Array;
  /** Distinct fingerprints among them, sentence by sentence; those across two sentences come last. */
  readonly fingerprints: Uint32Array;
  /** At which shingle each stands. */
  readonly places: Uint16Array;
  /** Where the fingerprints of each span begin, and their number last: a span is a sentence, the last all that cross. */
  readonly sentenceSpans: Uint16Array;
  /** The sentence of each span but the last. */
  readonly spanSentences: Uint16Array;
  /** How many words are its own, not quoted. */
  readonly ownWords: number;
}

const tokens = new TokenBuffer();
const shingles = new Uint32Array(MAX_TOKENS);
const quotedTokens = new Uint8Array(MAX_TOKENS);
const fingerprints = new Uint32Array(MAX_FINGERPRINTS);
const places = new Uint16Array(MAX_FINGERPRINTS);

/** Reads the text and blanks what is quoted; returns the number of shingles and of own words. */
function readInto(text: string, post: ClientPost | undefined): { count: number; ownWords: number } {
  scan(text, tokens);
  const { length, hashes, flags } = tokens;
  const count = shinglesInto(hashes, length, shingles);
  quotedTokens.fill(0, 0, length);
  if (post) {
    post.mark(tokens, shingles, quotedTokens);
    for (let i = 0; i < count; i++) {
      const quoted = (quotedTokens[i] as number) + (quotedTokens[i + 1] as number) + (quotedTokens[i + 2] as number);
      if (quoted > 0) shingles[i] = 0;
    }
  }
  let ownWords = 0;
  for (let i = 0; i < length; i++) if (quotedTokens[i] === 0) ownWords += wordWeight(flags[i] as number);
  return { count, ownWords };
}

/** What the index is asked about a text; enough to see that it resembles no other. */
export type TextFingerprint = Pick<PreparedText, 'fingerprints' | 'sentenceSpans' | 'ownWords'>;

/** The fingerprint of a text, at half the cost of the whole. */
export function fingerprint(text: string, post: ClientPost | undefined): TextFingerprint {
  const { found, ownWords } = prepare(text, post);
  const { within, spans } = orderBySentence(found);
  return { fingerprints: inOrder(found), sentenceSpans: spansOf(spans, within, found), ownWords };
}

/** The whole text made ready. */
export function prepareText(text: string, post: ClientPost | undefined): PreparedText {
  const { count, found, ownWords } = prepare(text, post);
  const { length } = tokens;
  const { within, spans } = orderBySentence(found);
  const ordered = new Uint16Array(found);
  for (let i = 0; i < found; i++) ordered[i] = places[order[i] as number] as number;
  return {
    text,
    length,
    starts: tokens.starts.slice(0, length),
    ends: tokens.ends.slice(0, length),
    hashes: tokens.hashes.slice(0, length),
    words: words.slice(0, length),
    sentences: sentences.slice(0, length),
    quoted: quotedTokens.slice(0, length),
    shingles: shingles.slice(0, count),
    fingerprints: inOrder(found),
    places: ordered,
    sentenceSpans: spansOf(spans, within, found),
    spanSentences: spanSentences.slice(0, spans),
    ownWords,
  };
}

const words = new Float32Array(MAX_TOKENS);
const sentences = new Uint16Array(MAX_TOKENS);
const order = new Uint16Array(MAX_FINGERPRINTS);
const spanStarts = new Uint16Array(MAX_FINGERPRINTS);
const spanSentences = new Uint16Array(MAX_FINGERPRINTS);

/** Reads a text into the shared arrays, finds its sentences, and selects its fingerprints. */
function prepare(text: string, post: ClientPost | undefined): { count: number; found: number; ownWords: number } {
  const { count, ownWords } = readInto(text, post);
  const { length, flags } = tokens;
  withoutRepeats(count);
  const found = selectFingerprints(shingles, count, fingerprints, places);
  let sentence = -1;
  let inSentence = 0;
  let inQuote = 0;
  for (let i = 0; i < length; i++) {
    const flag = flags[i] as number;
    const word = wordWeight(flag);
    // A full stop inside a quoted title ends no sentence of the bidder's.
    const opens = (flag & OPENS_SENTENCE) !== 0 && (inQuote === 0 || inQuote > MAX_TITLE);
    inQuote = quotedTokens[i] === 1 ? inQuote + 1 : 0;
    if (opens || sentence < 0 || inSentence + word > MAX_SENTENCE) {
      sentence++;
      inSentence = 0;
    }
    words[i] = word;
    inSentence += word;
    sentences[i] = sentence;
  }
  return { count, found, ownWords };
}

const met = new Uint32Array(2 * 4_096);

/** Blanks a shingle that stood in the text before: what is repeated is no further evidence. */
function withoutRepeats(count: number): void {
  met.fill(0);
  const last = met.length - 1;
  for (let i = 0; i < count; i++) {
    const shingle = shingles[i] as number;
    if (shingle === 0) continue;
    let slot = shingle & last;
    while (met[slot] !== 0 && met[slot] !== shingle) slot = (slot + 1) & last;
    if (met[slot] === shingle) shingles[i] = 0;
    met[slot] = shingle;
  }
}

/** Puts the selected fingerprints together by sentence, those across two sentences last. */
function orderBySentence(found: number): { within: number; spans: number } {
  let within = 0;
  let spans = 0;
  let before = -1;
  const crosses = (f: number): boolean => {
    const place = places[f] as number;
    return sentences[place] !== sentences[place + SHINGLE - 1];
  };
  for (let f = 0; f < found; f++) {
    if (crosses(f)) continue;
    const sentence = sentences[places[f] as number] as number;
    if (sentence !== before) {
      spanStarts[spans] = within;
      spanSentences[spans++] = sentence;
      before = sentence;
    }
    order[within++] = f;
  }
  let last = within;
  for (let f = 0; f < found; f++) if (crosses(f)) order[last++] = f;
  return { within, spans };
}

function inOrder(found: number): Uint32Array {
  const ordered = new Uint32Array(found);
  for (let i = 0; i < found; i++) ordered[i] = fingerprints[order[i] as number] as number;
  return ordered;
}

function spansOf(spans: number, within: number, found: number): Uint16Array {
  const starts = new Uint16Array(spans + 2);
  starts.set(spanStarts.subarray(0, spans));
  starts[spans] = within;
  starts[spans + 1] = found;
  return starts;
}
