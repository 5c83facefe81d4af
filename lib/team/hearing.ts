// What members and analysts say about people goes between a browser and the pool: it is heard, what the user decided is said, and
// what was said of somebody who is erased comes off the server.

import { DAY_MS } from '../model/time.ts';
import { decidedSubjectOf } from './decided.ts';
import type { Link, PoolMessage } from './link.ts';
import type { Team } from './reading.ts';
import type { Roster } from './roster.ts';
import { type NewestStream, newestIn, newestSubject, sayingOf } from './sayings.ts';
import type { Sealer } from './sealing.ts';
import type { TeamStore } from './store.ts';

/** Decisions said at a time. */
const SAID_AT_ONCE = 500;

export class Hearing {
  readonly #store: TeamStore;
  readonly #link: Link;
  readonly #now: () => number;

  constructor(store: TeamStore, link: Link, now: () => number) {
    this.#store = store;
    this.#link = link;
    this.#now = now;
  }

  /**
   * Reads what is new in a stream.
   *
   * @returns whether there is more, and of how many accounts something else is found now
   */
  async read(stream: NewestStream, team: Team, isOver: () => boolean): Promise<{ more: boolean; news: number }> {
    const extent = await this.#link.extent(stream);
    if (!extent) return { more: false, news: 0 };
    const { created, last } = extent;
    const known = await this.#store.sayings.position(stream, created);
    let [done, news] = [known > last ? 0 : known, 0];
    const take = async (messages: readonly PoolMessage[]) => {
      // Where the last messages were erased nothing is left to come.
      done = messages.at(-1)?.sequence ?? last;
      news += await this.take(stream, created, messages, team, done);
      return !isOver();
    };
    while (done < last && !isOver()) await this.#link.read(done, take, extent);
    return { more: done < last, news };
  }

  /**
   * Takes in what was said.
   *
   * @returns of how many accounts something else is found now
   */
  async take(
    stream: NewestStream,
    created: string,
    messages: readonly PoolMessage[],
    { members, opener, tokens }: Team,
    sequence = messages.at(-1)?.sequence,
  ): Promise<number> {
    if (sequence === undefined) return 0;
    const rows = await Promise.all(
      messages.map(async (message) => {
        const stands = newestSubject(stream, message.subject);
        const member = stands && members.at(stands.author, message.sequence);
        if (!member) return [];
        const read = await opener.open(message.subject, member.key, message.body);
        const row = 'letter' in read ? sayingOf(stream, read.letter, { ...stands, member }, tokens) : undefined;
        return row && Date.parse(row.at) <= Math.min(message.at, this.#now()) + DAY_MS ? [row] : [];
      }),
    );
    return this.#store.takeSayings(rows.flat(), { key: `read ${stream}`, created, sequence });
  }

  /** Says what the user decided since it was last said. */
  async sendDecisions(sealer: Sealer): Promise<void> {
    const unsaid = await this.#store.unsaidDecisions(this.#now());
    for (let i = 0; i < unsaid.length; i += SAID_AT_ONCE) {
      const part = unsaid.slice(i, i + SAID_AT_ONCE);
      const sealed = await Promise.all(
        part.map(async ({ person, letter }) => {
          const subject = decidedSubjectOf(sealer.author, person);
          // A few sentences are never too large.
          return { subject, body: (await sealer.seal(subject, letter)) as Uint8Array };
        }),
      );
      const results = await this.#link.send(sealed);
      await this.#store.deciding.said(part.filter((_, i) => results[i] === true));
      const failed = results.find((result) => result !== true);
      if (failed) throw failed;
    }
  }

  /** Takes off the server what was said about a person. What else names them, whoever said it takes off. */
  async erase(person: string, roster: Roster | undefined): Promise<void> {
    for (const stream of newestIn(roster)) {
      const extent = await this.#link.extent(stream);
      if (!extent) continue;
      const gone: number[] = [];
      const take = async (messages: readonly PoolMessage[]) => {
        const about = messages.filter(({ subject }) => newestSubject(stream, subject)?.person === person);
        gone.push(...about.map(({ sequence }) => sequence));
        return true;
      };
      await this.#link.read(0, take, extent);
      for (const sequence of gone) await this.#link.erase(sequence, stream);
    }
  }
}
