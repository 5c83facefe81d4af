// Counts who uses what: which other accounts have each fingerprint of a text, and each of its sentences as a whole.
// What strangers use says nothing; phrase-frequencies.ts weighs matches by it.
import { doubled } from './grown.ts';
import { GONE } from './open-part.ts';
import type { SortedBlock } from './packed.ts';
import { accountAt, mostLookedAt, type Postings, type Scratch, sampledEnd, sampledOpen } from './postings.ts';
import { type IndexParts, type Query, type QueryResult, wholeSentence } from './query.ts';

/** Gives the accounts that one result is about small numbers. */
export class AccountPlaces {
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

/** Which accounts have each fingerprint of a query, and each sentence as a whole. */
export function usersOf(
  { sentenceSpans, account: own }: Query,
  { blocks, open, bases }: IndexParts,
  postings: Postings,
  scratch: Scratch,
  places: AccountPlaces,
): Pick<QueryResult, 'fingerprints' | 'sentences'> {
  const { width, from, counts, totals, shares } = postings;
  const { hits } = scratch;
  let { inSentence, fingerprintUsers, sentenceUsers } = scratch;
  const ofFingerprints = { starts: new Uint32Array(totals.length + 1), scale: new Float64Array(totals.length) };
  const count = Math.max(0, sentenceSpans.length - 1);
  const ofSentences = { starts: new Uint32Array(count + 1), scale: new Float64Array(count) };
  // Last thing that each account was noted for: fingerprints count up from 1, sentences down from -1.
  let noted = new Int32Array(1_024);
  let users = 0;
  let wholeUsers = 0;
  for (let s = 0; s < count; s++) {
    const end = Math.min(totals.length, sentenceSpans[s + 1] as number);
    const whole = wholeSentence(end - (sentenceSpans[s] as number));
    let here = 0;
    let fewest = Number.POSITIVE_INFINITY;
    let scale = 1;
    for (let f = sentenceSpans[s] as number; f < end; f++) {
      const total = totals[f] as number;
      const share = shares[f] as number;
      const most = mostLookedAt(postings, f);
      if (users + most > fingerprintUsers.length) {
        fingerprintUsers = scratch.fingerprintUsers = doubled(fingerprintUsers, users + most);
      }
      if (here + most > inSentence.length) inSentence = scratch.inSentence = doubled(inSentence, here + most);
      if (places.size + most > noted.length) noted = doubled(noted, places.size + most);
      let examined = 0;
      for (let b = 0; b < width; b++) {
        const isOpen = b === width - 1;
        const part = isOpen ? open : (blocks[b] as SortedBlock);
        const { texts, accounts } = part;
        const base = bases[b] as number;
        const listed = counts[f * width + b] as number;
        const start = from[f * width + b] as number;
        const half = sampledEnd(listed, share);
        const visits = isOpen ? sampledOpen(listed, share) : Math.min(listed, half * 2);
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
      sentenceUsers = scratch.sentenceUsers = doubled(sentenceUsers, wholeUsers + here);
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
