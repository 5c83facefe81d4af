// The history of a record: what was changed, when, by whom, from what and to what. Entries are only ever added, and
// each carries a hash over itself and the one before it, so that a changed or missing entry shows wherever a later
// hash is known, on paper or in a file. It is kept by the machine that keeps the record; it is no signature.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as z from 'zod/mini';
import { MAX_ID, MAX_SHORT } from '../model/limits.ts';
import { fixedForm } from './fixed-form.ts';

/** Longest note, in UTF-16 code units. */
export const MAX_NOTE = 4_000;
/** Entries of one record, at most; one that is full is closed and another opened. */
export const MAX_ENTRIES = 2_000;

const value = z.string().check(z.maxLength(MAX_NOTE));

export const entrySchema = z.object({
  /** When, ISO 8601 UTC. */
  at: z.string().check(z.maxLength(40)),
  /** Who, as the reviewer wrote it; empty where that was not said. */
  by: z.string().check(z.maxLength(MAX_SHORT)),
  /** What was changed: `M1.outcome`, `decision.verdict`, `opened`. */
  what: z.string().check(z.maxLength(MAX_ID)),
  from: value,
  to: value,
  /** SHA-256 over the hash of the entry before, and this entry without its own. */
  hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});
export type Entry = z.infer<typeof entrySchema>;

/** What is new in an entry. */
export type Change = Pick<Entry, 'what' | 'from' | 'to'>;

/** Adds entries for these changes; the same array where there are none. Throws a RangeError when it is full. */
export function withChanges(history: readonly Entry[], changes: readonly Change[], at: string, by: string): Entry[] {
  const entries = [...history];
  if (entries.length + changes.length > MAX_ENTRIES) throw new RangeError('The history of this record is full.');
  for (const { what, from, to } of changes) {
    const entry = { at, by: by.slice(0, MAX_SHORT), what, from: from.slice(0, MAX_NOTE), to: to.slice(0, MAX_NOTE) };
    entries.push({ ...entry, hash: hashAfter(entries.at(-1)?.hash ?? '', entry) });
  }
  return entries;
}

/** True when every entry's hash follows from the entries up to it. */
export function isWhole(history: readonly Entry[]): boolean {
  return history.every(({ hash, ...entry }, i) => hash === hashAfter(history[i - 1]?.hash ?? '', entry));
}

function hashAfter(before: string, entry: Omit<Entry, 'hash'>): string {
  return bytesToHex(sha256(utf8ToBytes(`${before}\n${fixedForm(entry)}`)));
}
