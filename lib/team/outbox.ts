// What is still to be sent. It is put there in the transaction that stores it, and leaves when the server has said that it
// keeps it, so that a worker that is ended at any moment loses nothing. A thing that is seen again and says the same is one
// entry still, with its first and its last sighting: a week without a server makes it no larger.

import { sha256 } from '@noble/hashes/sha2.js';
import { base64urlnopad } from '@scure/base';
import type { Table } from 'dexie';
import type { Observation } from '../model/observation.ts';
import { canonicalJson } from '../model/values.ts';
import { utf8 } from './bytes.ts';
import { isShared, type Letter, namedIn } from './letters.ts';
import type { TeamTokens } from './subjects.ts';

/** One entry. */
export interface Outgoing {
  id?: number;
  /** What it says, whenever it was seen. */
  of: string;
  /** The tokens of everybody whom it names. */
  people: string[];
  /** At most two: the first and the last sighting. */
  letters: Letter[];
}

/**
 * Puts observations out that are the team's to know. Must run in a transaction on the table.
 *
 * @returns whether there were any
 */
export async function putOut(
  outbox: Table<Outgoing, number>,
  observations: readonly Observation[],
  tokens: TeamTokens,
  isErased: (person: string) => boolean,
): Promise<boolean> {
  const entries = new Map<string, Outgoing>();
  for (const observation of observations) {
    if (!isShared(observation)) continue;
    const people = namedIn(observation).map((account) => tokens.person(account));
    if (people.some(isErased)) continue;
    const { seenAt: _, ...said } = observation;
    const of = base64urlnopad.encode(sha256(utf8(canonicalJson(said))).subarray(0, 16));
    const letter: Letter = { says: 'seen', observation };
    const known = entries.get(of);
    entries.set(
      of,
      known ? { ...known, letters: ends([...known.letters, letter]) } : { of, people, letters: [letter] },
    );
  }
  if (entries.size === 0) return false;
  const waiting = await outbox
    .where('of')
    .anyOf([...entries.keys()])
    .toArray();
  for (const { id, of, letters } of waiting) {
    const entry = entries.get(of) as Outgoing;
    entries.set(of, { ...entry, ...(id !== undefined && { id }), letters: ends([...letters, ...entry.letters]) });
  }
  await outbox.bulkPut([...entries.values()]);
  return true;
}

/** Puts out what is not an observation. Must run in a transaction on the table. */
export async function putLetterOut(outbox: Table<Outgoing, number>, letter: Letter): Promise<void> {
  const of = canonicalJson(letter);
  const known = await outbox.where('of').equals(of).count();
  if (known === 0) await outbox.add({ of, people: [], letters: [letter] });
}

/** The entries that were sent leave; what was seen again meanwhile stays. Must run in a transaction on the table. */
export async function takeOut(outbox: Table<Outgoing, number>, sent: readonly Outgoing[]): Promise<void> {
  const now = await outbox.bulkGet(sent.map(({ id }) => id as number));
  const gone: number[] = [];
  for (const [i, { letters }] of sent.entries()) {
    const entry = now[i];
    if (entry?.id === undefined) continue;
    const known = new Set(letters.map((letter) => canonicalJson(letter)));
    const left = entry.letters.filter((letter) => !known.has(canonicalJson(letter)));
    if (left.length === 0) gone.push(entry.id);
    else await outbox.put({ ...entry, letters: left });
  }
  await outbox.bulkDelete(gone);
}

/** The first and the last sighting. */
function ends(letters: Letter[]): Letter[] {
  const inOrder = letters.sort((a, b) => (seenAt(a) < seenAt(b) ? -1 : seenAt(a) > seenAt(b) ? 1 : 0));
  const [first, last] = [inOrder[0] as Letter, inOrder.at(-1) as Letter];
  return seenAt(first) === seenAt(last) ? [first] : [first, last];
}

const seenAt = (letter: Letter) => (letter.says === 'seen' ? letter.observation.seenAt : '');
