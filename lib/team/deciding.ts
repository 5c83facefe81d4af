// What this browser still has to tell the team of what its user decided: the decisions as they are are compared with what was
// said last, so that whatever changed them, and whenever the worker was ended, the team hears what holds.

import type { AccountKey } from '../model/account.ts';
import type { Decision } from '../model/decision.ts';
import { canonicalJson } from '../model/values.ts';
import type { TeamDatabase } from './database.ts';
import { type DecidedLetter, sharedOf } from './decided.ts';
import { isShared } from './letters.ts';
import type { DecidedNote, KeptRoster, Sharing } from './state.ts';
import type { TeamTokens } from './subjects.ts';

/** What is to be said of one person, by their token, and what is noted once it is. */
export interface Unsaid {
  person: string;
  letter: DecidedLetter;
  note: DecidedNote;
}

export class Deciding {
  readonly #db: TeamDatabase;

  constructor(db: TeamDatabase) {
    this.#db = db;
  }

  /**
   * What the team has not heard yet. Where the team or the user does not want it to hear of decisions, it hears that what was
   * said is taken back.
   *
   * @param isErased whether nothing of a person is to be said
   */
  async unsaid(tokens: TeamTokens, isErased: (person: string) => boolean, now: number): Promise<Unsaid[]> {
    const [sharing, kept] = (await this.#db.team.bulkGet(['sharing', 'roster'])) as [
      Sharing | undefined,
      KeptRoster | undefined,
    ];
    const isSharing = sharing?.decisions === true && kept?.roster.decisions === true;
    const notes = new Map(
      ((await this.#db.team.where('key').startsWith('decided ').toArray()) as DecidedNote[]).map((note) => [
        note.key,
        note,
      ]),
    );
    const unsaid = new Map<string, Unsaid>();
    const say = (person: string, decisions: DecidedLetter['decisions'], known: DecidedNote | undefined) => {
      // A clock that went back makes nothing older of what is said later.
      const at = new Date(Math.max(now, known ? Date.parse(known.at) + 1 : 0)).toISOString();
      const note: DecidedNote = { key: `decided ${person}`, said: canonicalJson(decisions), at };
      unsaid.set(person, { person, letter: { says: 'decided', at, decisions }, note });
    };
    const decisions: Decision[] = isSharing ? await this.#db.decisions.toArray() : [];
    for (const [account, made] of Map.groupBy(decisions, (one) => one.account)) {
      const shared = sharedOf(made);
      if (shared.length === 0) continue;
      const person = tokens.person(account as AccountKey);
      const known = notes.get(`decided ${person}`);
      notes.delete(`decided ${person}`);
      if (isErased(person) || known?.said === canonicalJson(shared)) continue;
      if (known || (await isKnownToTeam(this.#db, account))) say(person, shared, known);
    }
    for (const note of notes.values()) say(note.key.slice('decided '.length), [], note);
    return [...unsaid.values()];
  }

  /** Notes what the team has heard. */
  async said(heard: readonly Unsaid[]): Promise<void> {
    const { team } = this.#db;
    await this.#db.transaction('rw', team, async () => {
      await team.bulkPut(heard.map(({ note }) => note));
      await team.bulkDelete(heard.flatMap(({ letter, note }) => (letter.decisions.length === 0 ? [note.key] : [])));
    });
  }
}

/** Of whom nothing is the team's to know, it hears no decision either. */
async function isKnownToTeam(db: TeamDatabase, account: string): Promise<boolean> {
  for (const index of ['who', 'giver'] as const) {
    const shared = await db.observations
      .where(index)
      .equals(account)
      .filter(({ body }) => isShared(body))
      .first();
    if (shared) return true;
  }
  return false;
}
