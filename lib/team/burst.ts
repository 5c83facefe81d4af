// One burst: connect, take what is new in the pool, send what waits, erase what is to be erased, and let go again. A browser
// ends a worker whenever it likes, so that everything is done in parts, each of which is whole by itself.

import type { Observation } from '../model/observation.ts';
import { isShared, namedIn, parseLetter, subjectOfLetter } from './letters.ts';
import { asError, type Link, linkProblemOf, type PoolMessage } from './link.ts';
import type { Outgoing } from './outbox.ts';
import { opened, type Team, taken } from './reading.ts';
import { Members, type Roster } from './roster.ts';
import { openerOf, type Sealer, sealerOf } from './sealing.ts';
import type { Position, Refusal, Status, TeamProblem } from './state.ts';
import type { TeamStore } from './store.ts';
import { parseSubject } from './subjects.ts';

/** Entries of the outbox sent at a time. */
const SENT_AT_ONCE = 500;

export interface BurstOptions {
  /** Connects with the server of the membership. */
  open(server: string, seed: string): Promise<Link>;
  /** After so long no further part is begun, ms. */
  budget?: number;
  /** Hears how far the pool is read: a message's number, of the last. */
  progress?(done: number, of: number): void;
  now?(): number;
}

/** What a burst did. */
export interface Burst {
  sent: number;
  received: number;
  /** Whether there is more to do, for which the time was not enough. */
  more: boolean;
  problem?: TeamProblem;
}

/** Does a burst and notes what it came to. Never rejects: what is wrong stands in the status, and local work goes on. */
export async function burst(store: TeamStore, options: BurstOptions): Promise<Burst> {
  const did: Burst = { sent: 0, received: 0, more: false };
  const { membership } = store;
  if (!membership) return did;
  let link: Link | undefined;
  try {
    link = await options.open(membership.server, membership.seed);
    did.more = await new OneBurst(store, link, options, did).all();
    const { problem: _, detail: __, problemSince: ___, ...status } = await store.status();
    await store.keep({ ...status, ...(!did.more && { lastBurst: new Date().toISOString() }) });
  } catch (error) {
    did.problem = isDiskFull(error) ? 'disk-full' : linkProblemOf(error);
    // Where the database is closed by now there is no place to note it.
    await noteProblem(store, did.problem, error).catch(() => undefined);
  } finally {
    await link?.close();
  }
  return did;
}

async function noteProblem(store: TeamStore, problem: TeamProblem, error: unknown): Promise<void> {
  const status = await store.status();
  const since = status.problem === problem ? status.problemSince : undefined;
  const { name, message } = asError(error);
  await store.keep({
    ...status,
    problem,
    detail: `${name}: ${message}`.slice(0, 300),
    problemSince: since ?? new Date().toISOString(),
  });
}

class OneBurst {
  readonly #store: TeamStore;
  readonly #link: Link;
  readonly #options: BurstOptions;
  readonly #did: Burst;
  readonly #until: number;
  readonly #now: () => number;

  constructor(store: TeamStore, link: Link, options: BurstOptions, did: Burst) {
    this.#store = store;
    this.#link = link;
    this.#options = options;
    this.#did = did;
    this.#now = options.now ?? Date.now;
    this.#until = performance.now() + (options.budget ?? Number.POSITIVE_INFINITY);
  }

  /** @returns whether there is more to do */
  async all(): Promise<boolean> {
    const { seed, teamKey } = this.#membership;
    const sealer = await sealerOf(teamKey, seed);
    await this.#readRoster();
    // Who was erased meanwhile must be known before anything is sent.
    while (!(await this.#read(sealer.author))) if (this.#isOver()) return true;
    if (await this.#send(sealer)) return true;
    for (const { person } of await this.#store.openErasures()) {
      if (this.#isOver()) return true;
      await this.#erase(person);
      await this.#send(sealer);
    }
    return false;
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
      isErased: (person) => this.#store.isErased(person),
    };
  }

  /** Takes the newest roster: whose line is gone by now is not to be read again by anybody who comes new. */
  async #readRoster(): Promise<void> {
    const team = await this.#team();
    const { administrator } = team.members;
    const message = await this.#link.latest(`obs.${administrator}.${team.tokens.matter('roster')}.*`);
    if (!message) return;
    const [letter] = await opened([message], team);
    if (!letter || 'refused' in letter) return;
    const position = await this.#store.position(this.#link.created);
    const said = taken(message, letter, team, position, this.#now());
    if ('roster' in said && said.roster.version > (team.roster?.version ?? -1)) {
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
      await this.#store.sendAllAgain();
      position = { ...position, sequence: 0, taken: {}, leftOut: [] };
    }
    const team = await this.#team();
    let again = false;
    await this.#link.read(position.sequence, async (messages) => {
      const upTo = messages.at(-1)?.sequence ?? last;
      const next = await this.#take(messages, team, { ...structuredClone(position), sequence: upTo }, own);
      again = next === 'again';
      if (next === 'again') return false;
      position = next;
      this.#options.progress?.(position.sequence, last);
      return !this.#isOver();
    });
    return !again && position.sequence >= last;
  }

  /**
   * Takes a part in.
   *
   * @param position as it is after it
   * @returns that, or `again` where the roster has changed: then what is kept says where to go on
   */
  async #take(
    messages: readonly PoolMessage[],
    team: Team,
    position: Position,
    own: string,
  ): Promise<Position | 'again'> {
    const letters = await opened(messages, team);
    const refused: Partial<Record<Refusal, number>> = {};
    let observations: Observation[] = [];
    const leftOut = new Set(position.leftOut);
    const toErase: number[] = [];
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
      await this.#store.takeFromPool(observations, at, counted);
      this.#did.received += observations.length;
      observations = [];
    };
    for (const [i, letter] of letters.entries()) {
      const message = messages[i] as PoolMessage;
      const one = 'refused' in letter ? letter : taken(message, letter, team, position, this.#now());
      if ('observation' in one) {
        // One's own are stored already: when they were read, or when everything was put out.
        observations.push(one.observation);
      } else if ('refused' in one) {
        refused[one.refused] = (refused[one.refused] ?? 0) + 1;
        if (one.refused === 'unknown' && one.author !== undefined) leftOut.add(one.author);
        if (one.refused === 'erased' && team.members.at(own, this.#link.last)?.erases) toErase.push(message.sequence);
      } else if ('erased' in one) {
        const here = { ...position, sequence: message.sequence - 1, leftOut: [...leftOut] };
        await store(here);
        await this.#store.obeyErased(
          { person: one.erased, at: new Date(message.at).toISOString() },
          { ...here, sequence: message.sequence },
        );
      } else if (one.roster.version > (team.roster?.version ?? -1)) {
        const here = { ...position, sequence: message.sequence, leftOut: [...leftOut] };
        await store({ ...here, sequence: message.sequence - 1 });
        await this.#store.keepRoster(one.roster, this.#anew(one.roster, here) ?? here);
        return 'again';
      }
    }
    const after = { ...position, leftOut: [...leftOut] };
    await store(after);
    for (const sequence of toErase) await this.#link.erase(sequence);
    return after;
  }

  /** @returns whether there is more */
  async #send(sealer: Sealer): Promise<boolean> {
    for (let more = true; more; ) {
      more = await this.#store.putBacklogOut();
      for (;;) {
        if (this.#isOver()) return true;
        const entries = await this.#store.firstOut(SENT_AT_ONCE);
        if (entries.length === 0) break;
        await this.#sendEntries(entries, sealer);
      }
    }
    return false;
  }

  async #sendEntries(entries: readonly Outgoing[], sealer: Sealer): Promise<void> {
    const sealed = await Promise.all(
      entries.flatMap((entry) =>
        entry.letters.map(async (letter) => {
          const subject = subjectOfLetter(letter, sealer.author, this.#store.tokens);
          return { entry, subject, body: await sealer.seal(subject, letter) };
        }),
      ),
    );
    const whole = sealed.filter((one): one is typeof one & { body: Uint8Array } => one.body !== undefined);
    const results = await this.#link.send(whole);
    const failed = new Map<Outgoing, Error>();
    for (const [i, result] of results.entries()) {
      if (result !== true) failed.set((whole[i] as (typeof whole)[number]).entry, result);
    }
    const done = entries.filter((entry) => !failed.has(entry));
    const counted = {
      sent: results.filter((result) => result === true).length,
      tooLarge: sealed.length - whole.length,
    };
    await this.#store.sent(done, counted);
    this.#did.sent += counted.sent;
    const [error] = failed.values();
    if (error) throw error;
  }

  /**
   * Takes everything that names a person off the server. What others' projects say beside stays: it is sent anew, without
   * the name.
   */
  async #erase(person: string): Promise<void> {
    const team = await this.#team();
    const gone: number[] = [];
    const anonymous: Observation[] = [];
    await this.#link.read(0, async (messages) => {
      const letters = await opened(messages, team);
      for (const [i, letter] of letters.entries()) {
        const { subject, sequence } = messages[i] as PoolMessage;
        const read = 'letter' in letter ? parseLetter(letter.letter) : undefined;
        const said = read && 'letter' in read ? read.letter : undefined;
        if (said && said.says !== 'seen') continue;
        const observation = said?.says === 'seen' ? said.observation : undefined;
        const named = observation ? namedIn(observation).map((account) => team.tokens.person(account)) : [];
        if (parseSubject(subject)?.person !== person && !named.includes(person)) continue;
        gone.push(sequence);
        if (observation?.kind === 'project' && isShared(observation)) {
          const { client: _, ...rest } = observation;
          anonymous.push(rest);
        }
      }
      return true;
    });
    for (const sequence of gone) await this.#link.erase(sequence);
    await this.#store.erasedOnServer(person, anonymous);
  }
}

function isDiskFull(error: unknown): boolean {
  const { name, inner } = (error ?? {}) as { name?: string; inner?: { name?: string } };
  return name === 'QuotaExceededError' || inner?.name === 'QuotaExceededError';
}
