// What others of the team say about people, of each author and person the newest only: what an analyst found, what a member
// decided. It stands beside what this browser finds and what its user decided, and changes neither. Two streams carry it, each
// read like the pool's observations: how far stands beside the rows, in one transaction.

import { type AccountKey, accountKey } from '../model/account.ts';
import type { TeamDatabase } from './database.ts';
import { DECIDED, parseDecided, parseDecidedSubject } from './decided.ts';
import { FOUND, parseFound, parseFoundSubject } from './found.ts';
import type { Member, Roster } from './roster.ts';
import type { NewestPosition, SayingRow } from './state.ts';
import type { TeamTokens } from './subjects.ts';

export const newestStreams = [FOUND, DECIDED] as const;
export type NewestStream = (typeof newestStreams)[number];

/** The streams of this kind that a team has something in. */
export function newestIn(roster: Roster | undefined): NewestStream[] {
  return newestStreams.filter((stream) =>
    stream === FOUND ? roster?.members.some(({ analyst }) => analyst) : roster?.decisions,
  );
}

/** Takes a subject of such a stream apart; undefined for any other text. */
export function newestSubject(stream: NewestStream, subject: string): { author: string; person: string } | undefined {
  return stream === FOUND ? parseFoundSubject(subject) : parseDecidedSubject(subject);
}

/**
 * What a letter of such a stream says; undefined where it says nothing, where its author may not say it, or where it stands
 * under somebody else than whom it is about.
 *
 * @param untrusted as it was opened
 */
export function sayingOf(
  stream: NewestStream,
  untrusted: unknown,
  { author, person, member }: { author: string; person: string; member: Member },
  tokens: TeamTokens,
): SayingRow | undefined {
  const key = `${stream} ${author} ${person}`;
  if (stream === DECIDED) {
    const letter = parseDecided(untrusted);
    return letter && { key, author, person, people: [person], at: letter.at, letter };
  }
  const letter = member.analyst ? parseFound(untrusted) : undefined;
  if (!letter || tokens.person(accountKey(letter.site, letter.account)) !== person) return undefined;
  if (letter.findings.some(({ site, account }) => site !== letter.site || account !== letter.account)) return undefined;
  const others = letter.findings.flatMap((finding) => finding.with).map((one) => tokens.person(one as AccountKey));
  return { key, author, person, people: [...new Set([person, ...others])], at: letter.at, letter };
}

const saysNothing = ({ letter }: SayingRow) =>
  (letter.says === 'found' ? letter.findings : letter.decisions).length === 0;

export class Sayings {
  readonly #db: TeamDatabase;

  constructor(db: TeamDatabase) {
    this.#db = db;
  }

  /** What is said about people, by their tokens, the oldest first. */
  async about(people: readonly string[]): Promise<Map<string, SayingRow[]>> {
    const rows = await this.#db.sayings.where('person').anyOf(people).sortBy('at');
    return Map.groupBy(rows, ({ person }) => person);
  }

  /** How far a stream that was made then was read. */
  async position(stream: NewestStream, created: string): Promise<number> {
    const known = (await this.#db.team.get(`read ${stream}`)) as NewestPosition | undefined;
    return known?.created === created ? known.sequence : 0;
  }

  /**
   * Keeps what was said and how far it was read. What is older than what its author said last is left. Must run in a
   * transaction on the tables of sayings and the team.
   *
   * @returns the accounts of which something else is found now
   */
  async take(rows: readonly SayingRow[], position: NewestPosition): Promise<AccountKey[]> {
    const newest = new Map<string, SayingRow>();
    for (const row of rows) if (row.at > (newest.get(row.key)?.at ?? '')) newest.set(row.key, row);
    const known = await this.#db.sayings.bulkGet([...newest.keys()]);
    const later = [...newest.values()].filter((row, i) => row.at > (known[i]?.at ?? ''));
    // That something was taken back is kept: an older message may come once more.
    await this.#db.sayings.bulkPut(later);
    await this.#db.team.put(position);
    const wasSaid = new Map(known.flatMap((row) => (row ? [[row.key, !saysNothing(row)] as const] : [])));
    return later.flatMap((row) => {
      if (row.letter.says !== 'found' || (saysNothing(row) && !wasSaid.get(row.key))) return [];
      return [accountKey(row.letter.site, row.letter.account)];
    });
  }

  /** Everything that names one of these people goes. Must run in a transaction on the table. */
  async forget(people: readonly string[]): Promise<void> {
    await this.#db.sayings.where('people').anyOf(people).delete();
  }

  /**
   * Everything goes, and is read anew: the roster has changed, and with it who may say what. Must run in a transaction on
   * the tables of sayings and the team.
   *
   * @returns the accounts of which something was found
   */
  async readAnew(): Promise<AccountKey[]> {
    const rows = await this.#db.sayings.toArray();
    await this.#db.sayings.clear();
    await this.#db.team.bulkDelete(newestStreams.map((stream) => `read ${stream}`));
    return rows.flatMap(({ letter }) =>
      letter.says === 'found' && letter.findings.length > 0 ? [accountKey(letter.site, letter.account)] : [],
    );
  }
}
