// Counts who uses what: which other accounts have each fingerprint of a text, and each of its sentences as a whole.
// What strangers use says nothing; phrase-frequencies.ts weighs matches by it.
import type { AccountPlaces } from './account-places.ts';
import { doubled } from './grown.ts';
import { GONE } from './open-part.ts';
import type { SortedBlock } from './packed.ts';
import { accountAt, mostLookedAt, type Postings, type Scratch, sampledEnd, sampledOpen } from './postings.ts';
import { type IndexParts, type Query, type QueryResult, wholeSentence } from './query.ts';

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
  let { inSentence, fingerprintUsers, sentenceUsers, noted } = scratch;
  const ofFingerprints = { starts: new Uint32Array(totals.length + 1), scale: new Float64Array(totals.length) };
  const count = Math.max(0, sentenceSpans.length - 1);
  const ofSentences = { starts: new Uint32Array(count + 1), scale: new Float64Array(count) };
  // Last thing that each account was noted for: fingerprints count up from 1, sentences down from -1.
  noted.fill(0);
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
      if (places.size + most > noted.length) noted = scratch.noted = doubled(noted, places.size + most);
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
