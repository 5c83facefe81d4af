// What goes between a browser and the pool over one connection: what is new is taken in, what waits is sent, what is to be
// erased is erased. A browser ends a worker whenever it likes, so that everything is done in parts, each whole by itself.

import type { Observation } from '../model/observation.ts';
import { namingOnServer } from './erasing.ts';
import { Hearing } from './hearing.ts';
import { publicKeyOf } from './keys.ts';
import type { Link, PoolMessage } from './link.ts';
import type { Outgoing } from './outbox.ts';
import { pack } from './packing.ts';
import { type Read, read, type Team, taken } from './reading.ts';
import { Members, type Roster } from './roster.ts';
import { type NewestStream, newestIn } from './sayings.ts';
import { openerOf, type Sealer, sealerOf } from './sealing.ts';
import type { Position, Refusal, Status } from './state.ts';
import type { TeamStore } from './store.ts';
import { authorOf } from './subjects.ts';

/** Entries of the outbox sent at a time. */
const SENT_AT_ONCE = 500;
/** Observations stored at a time, about: a page that is read meanwhile waits for them. */
const STORED_AT_ONCE = 1_000;

export interface ExchangeOptions {
  /** After so long no further part is begun, ms. */
  budget?: number;
  /** Hears how far the pool is read: a message's number, of the last. */
  progress?(done: number, of: number): void;
  now?(): number;
}

/** What came of it. */
export interface Did {
  sent: number;
  received: number;
  /** Of what was received, what this browser had not said itself. */
  news: number;
}

/** What goes over one connection. */
export class Exchange {
  readonly #store: TeamStore;
  readonly #link: Link;
  readonly #options: ExchangeOptions;
  readonly #did: Did;
  readonly #until: number;
  readonly #now: () => number;
  readonly #hearing: Hearing;

  /** @param did is counted on */
  constructor(store: TeamStore, link: Link, options: ExchangeOptions, did: Did) {
    this.#store = store;
    this.#link = link;
    this.#options = options;
    this.#did = did;
    this.#now = options.now ?? Date.now;
    this.#hearing = new Hearing(store, link, this.#now);
    this.#until = performance.now() + (options.budget ?? Number.POSITIVE_INFINITY);
  }

  /**
   * Reads what is new, sends what waits, erases what is to be erased.
   *
   * @returns whether there is more to do
   */
  async all(): Promise<boolean> {
    const { seed, teamKey } = this.#membership;
    const sealer = await sealerOf(teamKey, seed);
    await this.#readRoster();
    // What an analyst found is there before all that it was found in: a large pool takes its time.
    const team = await this.#team();
    for (const stream of newestIn(team.roster)) {
      const { more, news } = await this.#hearing.read(stream, team, () => this.#isOver());
      this.#did.news += news;
      if (more) return true;
    }
    // Who was erased meanwhile must be known before anything is sent.
    while (!(await this.#read(sealer.author))) if (this.#isOver()) return true;
    if (await this.#sendAll(sealer)) return true;
    await this.#hearing.sendDecisions(sealer);
    for (const { person } of await this.#store.openErasures()) {
      if (this.#isOver()) return true;
      const team = await this.#team();
      const { messages, instead } = await namingOnServer(this.#link, person, team);
      await this.#store.sendInstead(instead);
      for (const sequence of messages) await this.#link.erase(sequence);
      await this.#hearing.erase(person, team.roster);
      await this.#store.erasedOnServer(person);
      await this.#sendAll(sealer);
    }
    return false;
  }

  /** Sends what waits. */
  async send(): Promise<void> {
    const { seed, teamKey } = this.#membership;
    const sealer = await sealerOf(teamKey, seed);
    if (!(await this.#sendAll(sealer))) await this.#hearing.sendDecisions(sealer);
  }

  /** Takes in what others said about people since all of it was read. */
  async takeSayings(stream: NewestStream, created: string, messages: readonly PoolMessage[]): Promise<void> {
    this.#did.news += await this.#hearing.take(stream, created, messages, await this.#team());
  }

  /**
   * Takes in what has come since everything was read.
   *
   * @returns false where the roster has changed: what is kept says where to go on
   */
  async take(messages: readonly PoolMessage[]): Promise<boolean> {
    const position = await this.#store.position(this.#link.created);
    const fresh = messages.filter(({ sequence }) => sequence > position.sequence);
    const last = fresh.at(-1);
    if (!last) return true;
    const own = authorOf(publicKeyOf(this.#membership.seed));
    const team = await this.#team();
    const letters = await read(fresh, team);
    return (await this.#take(fresh, letters, team, { ...position, sequence: last.sequence }, own)) !== 'again';
  }

  get #membership() {
    const { membership } = this.#store;
    if (!membership) throw new Error('left the team meanwhile');
    return membership;
  }

  #isOver(): boolean {
    return performance.now() > this.#until;
  }

  async #team(): Promise<Team> {
    const { administrator, teamKey } = this.#membership;
    const roster = (await this.#store.entry('roster'))?.roster;
    return {
      roster,
      members: new Members(administrator, roster),
      tokens: this.#store.tokens,
      opener: openerOf(teamKey),
      namesErased: (observation) => this.#store.namesErased(observation),
    };
  }

  /** Takes the newest roster: whose line is gone by now is not to be read again by anybody who comes new. */
  async #readRoster(): Promise<void> {
    const team = await this.#team();
    const { administrator } = team.members;
    const message = await this.#link.latest(`obs.${administrator}.${team.tokens.matter('roster')}.*`);
    if (!message) return;
    const [letter] = await read([message], team);
    if (!letter) return;
    const position = await this.#store.position(this.#link.created);
    const [said] = taken(message, letter, team, position, this.#now());
    if (said && 'roster' in said && said.roster.version > (team.roster?.version ?? -1)) {
      await this.#store.keepRoster(said.roster, this.#anew(said.roster, position));
    }
  }

  /** With another roster reading begins anew where somebody is on it who was left out before. */
  #anew(roster: Roster, position: Position): Position | undefined {
    const known = new Set(new Members(this.#membership.administrator, roster).authors());
    return position.leftOut.some((author) => known.has(author))
      ? { ...position, sequence: 0, taken: {}, leftOut: [] }
      : undefined;
  }

  /** @returns whether all was read */
  async #read(own: string): Promise<boolean> {
    const { created, last } = this.#link;
    const before = await this.#store.entry('position');
    let position = await this.#store.position(created);
    if (before && (before.created !== created || before.sequence > last)) {
      // The pool is another one, or lost its end: what was sent may be gone.
      await this.#store.outgoing.allAgain();
      position = { ...position, sequence: 0, taken: {}, leftOut: [] };
    }
    const team = await this.#team();
    let again = false;
    const take = async (messages: readonly PoolMessage[], letters: readonly Read[]): Promise<boolean> => {
      const upTo = messages.at(-1)?.sequence ?? last;
      const next = await this.#take(messages, letters, team, { ...structuredClone(position), sequence: upTo }, own);
      again = next === 'again';
      if (next === 'again') return false;
      position = next;
      this.#options.progress?.(position.sequence, last);
      return !this.#isOver();
    };
    // While the browser writes a part, the next one comes and is read.
    let writing = Promise.resolve(true);
    try {
      await this.#link.read(position.sequence, async (messages) => {
        const letters = await read(messages, team);
        if (!(await writing)) return false;
        writing = take(messages, letters);
        // Whoever waits for it is told; until then it is nobody's.
        writing.catch(() => undefined);
        return true;
      });
    } finally {
      await writing;
    }
    return !again && position.sequence >= last;
  }

  /**
   * Takes a part in.
   *
   * @param letters what stands in the messages
   * @param position as it is after it
   * @returns that, or `again` where the roster has changed: then what is kept says where to go on
   */
  async #take(
    messages: readonly PoolMessage[],
    letters: readonly Read[],
    team: Team,
    position: Position,
    own: string,
  ): Promise<Position | 'again'> {
    const refused: Partial<Record<Refusal, number>> = {};
    let observations: Observation[] = [];
    let others = 0;
    const leftOut = new Set(position.leftOut);
    const toErase: number[] = [];
    const instead: Observation[] = [];
    const store = async (at: Position) => {
      const status = await this.#store.status();
      const counted: Status = {
        ...status,
        received: status.received + observations.length,
        refused: { ...status.refused },
      };
      for (const [why, count] of Object.entries(refused) as [Refusal, number][]) {
        counted.refused[why] = (counted.refused[why] ?? 0) + count;
        delete refused[why];
      }
      const added = await this.#store.takeFromPool(observations, at, counted);
      this.#did.received += observations.length;
      this.#did.news += Math.max(others, added);
      observations = [];
      others = 0;
    };
    const mayErase = team.members.at(own, this.#link.last)?.erases === true;
    for (const [i, letter] of letters.entries()) {
      const message = messages[i] as PoolMessage;
      const all = taken(message, letter, team, position, this.#now());
      const here = { ...position, sequence: message.sequence, leftOut: [...leftOut] };
      for (const one of all) {
        if ('observation' in one) {
          // One's own are stored already: when they were read, or when everything was put out.
          observations.push(one.observation);
          if ('author' in letter && letter.author !== own) others += 1;
        } else if ('refused' in one) {
          refused[one.refused] = (refused[one.refused] ?? 0) + 1;
          if (one.refused === 'unknown' && one.author !== undefined) leftOut.add(one.author);
        } else if ('erased' in one) {
          await store({ ...here, sequence: message.sequence - 1 });
          this.#did.news += 1;
          await this.#store.obeyErased({ person: one.erased, at: new Date(message.at).toISOString() }, here);
        } else if (one.roster.version > (team.roster?.version ?? -1)) {
          await store({ ...here, sequence: message.sequence - 1 });
          await this.#store.keepRoster(one.roster, this.#anew(one.roster, here) ?? here);
          return 'again';
        }
      }
      if (mayErase && all.some((one) => 'refused' in one && one.refused === 'erased')) {
        toErase.push(message.sequence);
        instead.push(...all.flatMap((one) => ('observation' in one ? [one.observation] : [])));
      }
      if (observations.length >= STORED_AT_ONCE) {
        await store({ ...position, sequence: message.sequence, leftOut: [...leftOut] });
      }
    }
    const after = { ...position, leftOut: [...leftOut] };
    await store(after);
    await this.#store.sendInstead(instead);
    for (const sequence of toErase) await this.#link.erase(sequence);
    return after;
  }

  /** @returns whether there is more */
  async #sendAll(sealer: Sealer): Promise<boolean> {
    for (let more = true; more; ) {
      more = await this.#store.outgoing.putBacklogOut();
      for (;;) {
        if (this.#isOver()) return true;
        const entries = await this.#store.outgoing.first(SENT_AT_ONCE);
        if (entries.length === 0) break;
        await this.#sendEntries(entries, sealer);
      }
    }
    return false;
  }

  async #sendEntries(entries: readonly Outgoing[], sealer: Sealer): Promise<void> {
    const entryOf = new Map(entries.flatMap((entry) => entry.letters.map((letter) => [letter, entry] as const)));
    const packed = await pack([...entryOf.keys()], sealer, this.#store.tokens);
    const whole = packed.filter((one): one is typeof one & { body: Uint8Array } => one.body !== undefined);
    const results = await this.#link.send(whole);
    const failed = new Map<Outgoing, Error>();
    let sent = 0;
    for (const [i, result] of results.entries()) {
      const { of } = whole[i] as (typeof whole)[number];
      if (result === true) sent += of.length;
      else for (const letter of of) failed.set(entryOf.get(letter) as Outgoing, result);
    }
    const done = entries.filter((entry) => !failed.has(entry));
    const counted = { sent, tooLarge: packed.length - whole.length };
    await this.#store.outgoing.sent(done, counted);
    this.#did.sent += counted.sent;
    const [error] = failed.values();
    if (error) throw error;
  }
}
