// The open part of the text index: texts that came since the last sorting, in the order they came. When
// something is asked, a hash table of chains through their fingerprints is made, so that they are found at once;
// an import that asks nothing until it is through never pays for it.

import { grown } from './grown.ts';

/** Stands in place of the account of a text that was removed. */
export const GONE = 0xffffffff;

/** New texts: fingerprints in the order they came, and a hash table of chains through them. */
export class OpenPart {
  size = 0;
  /** Texts whose account is GONE. */
  removed = 0;
  numbers = new Uint32Array(64);
  accounts = new Uint32Array(64);
  offsets = new Uint32Array(65);
  /** Per posting: the fingerprint and the text. */
  fingerprints = new Uint32Array(2_048);
  texts = new Uint16Array(2_048);
  /** Below are the chains, which chain() brings up to date. The posting before with the same fingerprint (+ 1). */
  before = new Uint32Array(0);
  /** Open addressing: last posting (+ 1) of a fingerprint, and how many it has. */
  heads = new Uint32Array(4_096);
  counts = new Uint16Array(4_096);
  keys = 0;
  chained = 0;

  add(n: number, account: number, fingerprints: Uint32Array, count: number): void {
    const text = this.size;
    if (text === this.numbers.length) {
      this.numbers = grown(this.numbers, text * 2);
      this.accounts = grown(this.accounts, text * 2);
      this.offsets = grown(this.offsets, text * 2 + 1);
    }
    this.numbers[text] = n;
    this.accounts[text] = account;
    let posting = this.offsets[text] as number;
    if (posting + count > this.fingerprints.length) {
      const room = Math.max(posting + count, this.fingerprints.length * 2);
      this.fingerprints = grown(this.fingerprints, room);
      this.texts = grown(this.texts, room);
    }
    for (let i = 0; i < count; i++) {
      this.fingerprints[posting] = fingerprints[i] as number;
      this.texts[posting++] = text;
    }
    this.offsets[text + 1] = posting;
    this.size++;
  }

  /** The same without the texts that were removed, in the same order. */
  withoutRemoved(): OpenPart {
    const kept = new OpenPart();
    for (let i = 0; i < this.size; i++) {
      if (this.accounts[i] === GONE) continue;
      const own = this.fingerprints.subarray(this.offsets[i], this.offsets[i + 1]);
      kept.add(this.numbers[i] as number, this.accounts[i] as number, own, own.length);
    }
    return kept;
  }

  /** Puts the texts added since the last time into the chains. */
  chain(): void {
    const end = this.offsets[this.size] as number;
    if (this.chained === end) return;
    if (this.before.length < end) this.before = grown(this.before, this.fingerprints.length);
    for (let posting = this.chained; posting < end; ) {
      if (this.keys * 2 >= this.heads.length) this.rehash();
      const slot = this.slot(this.fingerprints[posting] as number);
      const head = this.heads[slot] as number;
      if (head === 0) this.keys++;
      this.before[posting] = head;
      this.heads[slot] = ++posting;
      (this.counts[slot] as number)++;
    }
    this.chained = end;
  }

  slot(fingerprint: number): number {
    const { heads, fingerprints } = this;
    const last = heads.length - 1;
    let slot = (fingerprint >>> 7) & last;
    while (heads[slot] !== 0 && fingerprints[(heads[slot] as number) - 1] !== fingerprint) slot = (slot + 1) & last;
    return slot;
  }

  rehash(): void {
    const { heads, counts } = this;
    this.heads = new Uint32Array(heads.length * 2);
    this.counts = new Uint16Array(heads.length * 2);
    for (let old = 0; old < heads.length; old++) {
      const head = heads[old] as number;
      if (head === 0) continue;
      const slot = this.slot(this.fingerprints[head - 1] as number);
      this.heads[slot] = head;
      this.counts[slot] = counts[old] as number;
    }
  }
}
