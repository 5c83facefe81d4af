// The store of a browser that is in a team. What is read here is stored and put into the outbox in one transaction; what
// comes out of the pool is stored with the position in the pool in one transaction. Either both are there or neither.

import type { Table } from 'dexie';
import type { AccountKey } from '../model/account.ts';
import type { Observation } from '../model/observation.ts';
import { lastSighting } from '../store/clock.ts';
import { openOrSay } from '../store/database.ts';
import type { AccountOfPage } from '../store/forget.ts';
import { KeptProjections } from '../store/kept-projections.ts';
import { Store, type StoreOptions } from '../store/store.ts';
import { TeamDatabase } from './database.ts';
import { Deciding, type Unsaid } from './deciding.ts';
import type { Found } from './found.ts';
import { type Letter, namedIn } from './letters.ts';
import { putLetterOut, putOut } from './outbox.ts';
import { accountsOf } from './people.ts';
import type { Roster } from './roster.ts';
import { Sayings } from './sayings.ts';
import { Sending } from './sending.ts';
import {
  type EntryOf,
  type Erased,
  type Membership,
  type NewestPosition,
  newPosition,
  newStatus,
  type Position,
  type SayingRow,
  type Status,
  type TeamEntry,
} from './state.ts';
import { TeamTokens } from './subjects.ts';

export class TeamStore extends Store {
  /** What is still to be sent. */
  readonly outgoing: Sending;
  /** What others of the team say about people. */
  readonly sayings: Sayings;
  /** What the team is still to hear of what the user decided. */
  readonly deciding: Deciding;
  /** The same database; the class above knows less of it. */
  readonly #db: TeamDatabase;
  #member: { membership: Membership; tokens: TeamTokens } | undefined;
  readonly #erased = new Set<string>();
  /** Called after something was put into the outbox. */
  onOutgoing: () => void = () => undefined;

  private constructor(
    db: TeamDatabase,
    projections: KeptProjections,
    accountOfPage: AccountOfPage,
    last: number | undefined,
  ) {
    super(db, projections, accountOfPage, last);
    this.#db = db;
    this.outgoing = new Sending(db, {
      tokens: () => this.tokens,
      isErased: (person) => this.isErased(person),
      queue: (work) => this.queue(work),
    });
    this.sayings = new Sayings(db);
    this.deciding = new Deciding(db);
    const hear = () => {
      if (this.#member) this.onOutgoing();
    };
    db.decisions.hook('creating', hear);
    db.decisions.hook('updating', hear);
    db.decisions.hook('deleting', hear);
  }

  /** Opens the database, with the tables of a team. */
  static override async open({ name, projections = [], accountOfPage = () => undefined }: StoreOptions = {}) {
    const db = new TeamDatabase(name);
    await openOrSay(db);
    const kept = new KeptProjections(db, projections);
    const [last] = await Promise.all([lastSighting(db), kept.tidy()]);
    const store = new TeamStore(db, kept, accountOfPage, last);
    await store.#remember();
    return store;
  }

  /** This browser's membership; undefined while it is in no team. */
  get membership(): Membership | undefined {
    return this.#member?.membership;
  }

  /** The tokens of the team. */
  get tokens(): TeamTokens {
    if (!this.#member) throw new Error('in no team');
    return this.#member.tokens;
  }

  /** What is kept under a name. */
  async entry<K extends TeamEntry['key']>(key: K): Promise<EntryOf<K> | undefined> {
    return (await this.#db.team.get(key)) as EntryOf<K> | undefined;
  }

  async status(): Promise<Status> {
    return (await this.entry('status')) ?? newStatus;
  }

  /**
   * Joins a team, or takes another place in it.
   *
   * @param withStored whether what is stored already is the team's to know as well
   */
  async join(membership: Omit<Membership, 'key' | 'joinedAt'>, withStored: boolean): Promise<void> {
    await this.leave();
    const { team, observations } = this.#db;
    await this.queue(() =>
      this.#db.transaction('rw', team, observations, async () => {
        await team.put({ ...membership, key: 'membership', joinedAt: new Date().toISOString() });
        if (withStored) await team.put(await this.outgoing.backlog());
      }),
    );
    await this.#remember();
    this.onOutgoing();
  }

  /** Leaves the team. What was read together stays; nothing goes in or out any more. */
  async leave(): Promise<void> {
    const { team, outbox, sayings } = this.#db;
    await this.queue(() =>
      this.#db.transaction('rw', team, outbox, sayings, async () => {
        const own = await team.get('own-key');
        await team.clear();
        if (own) await team.put(own);
        await outbox.clear();
        await sayings.clear();
      }),
    );
    await this.#remember();
  }

  /** Keeps something of what is known of the team. */
  async keep(entry: TeamEntry): Promise<void> {
    await this.#db.team.put(entry);
  }

  /** Keeps another roster, and where to go on with it when that is elsewhere. */
  keepRoster(roster: Roster, position?: Position): Promise<void> {
    const { team, sayings } = this.#db;
    return this.write([this.db.pending, team, sayings], async () => {
      await team.bulkPut([{ key: 'roster', roster }, ...(position ? [position] : [])]);
      await this.pendingAccounts.add(await this.sayings.readAnew());
    });
  }

  /**
   * Keeps what others say about people, with how far it was read.
   *
   * @returns of how many accounts something else is found now
   */
  takeSayings(rows: readonly SayingRow[], position: NewestPosition): Promise<number> {
    const { team, sayings } = this.#db;
    return this.write([this.db.pending, team, sayings], async () => {
      const changed = await this.sayings.take(
        rows.filter(({ people }) => !people.some((person) => this.#erased.has(person))),
        position,
      );
      await this.pendingAccounts.add(changed);
      return changed.length;
    });
  }

  /** What analysts found of these accounts; who has nothing is absent. */
  async foundOf(accounts: readonly AccountKey[]): Promise<Map<AccountKey, Found[]>> {
    if (!this.#member) return new Map();
    const people = new Map(accounts.map((account) => [this.tokens.person(account), account]));
    const said = await this.sayings.about([...people.keys()]);
    return new Map(
      [...said].map(([person, rows]) => [
        people.get(person) as AccountKey,
        rows.flatMap(({ letter }) => (letter.says === 'found' ? [letter] : [])),
      ]),
    );
  }

  /** What the team has not heard yet of what the user decided. */
  unsaidDecisions(now: number): Promise<Unsaid[]> {
    return this.deciding.unsaid(this.tokens, (person) => this.isErased(person), now);
  }

  /** How far the stream that was made then was read. */
  async position(created: string): Promise<Position> {
    const known = await this.entry('position');
    return known?.created === created ? known : newPosition(created);
  }

  /** Whether nothing of this person is kept, sent or taken. */
  isErased(person: string): boolean {
    return this.#erased.has(person);
  }

  /** Those whose messages this browser is to take off the server. */
  async openErasures(): Promise<Erased[]> {
    const all = await this.#db.team.where('key').startsWith('erased ').toArray();
    return (all as Erased[]).filter(({ open }) => open);
  }

  /** Whether an observation names somebody of whom nothing is kept. */
  namesErased(observation: Observation): boolean {
    return (
      this.#erased.size > 0 && namedIn(observation).some((account) => this.#erased.has(this.tokens.person(account)))
    );
  }

  /** Puts out what is to be sent in place of messages that are erased next: one who is ended in between sends it all the same. */
  async sendInstead(observations: readonly Observation[]): Promise<void> {
    if (observations.length === 0) return;
    const { outbox } = this.#db;
    await this.#db.transaction('rw', outbox, () =>
      putOut(outbox, observations, this.tokens, (one) => this.#erased.has(one)),
    );
  }

  /** Notes that nothing of a person is on the server any more. */
  async erasedOnServer(person: string): Promise<void> {
    const { team } = this.#db;
    const key = `erased ${person}` as const;
    await this.#db.transaction('rw', team, async () => {
      const { open: _, ...erased } = (await team.get(key)) as Erased;
      await team.put(erased);
    });
  }

  /**
   * Has a person erased for the whole team: here at once, with everybody when they next read the pool.
   *
   * @param account `site:account`
   */
  async eraseForTeam(account: AccountKey): Promise<void> {
    const person = this.tokens.person(account);
    await this.obeyErased({ person, at: new Date().toISOString(), open: true }, undefined, {
      says: 'erased',
      person,
    });
    this.onOutgoing();
  }

  /**
   * Stores what came out of the pool, with how far it was read and what was counted.
   *
   * @returns how many were new
   */
  takeFromPool(observations: readonly Observation[], position: Position, status: Status): Promise<number> {
    return this.write([this.db.pending, this.#db.team], async () => {
      const added = await super.takeIn(this.forgotten.without(observations));
      await this.#db.team.bulkPut([position, status]);
      return added;
    });
  }

  /**
   * Obeys an erasure: nothing that names this person stays here or in the outbox.
   *
   * @param position after it, when it came out of the pool
   * @param letter to be sent, when it was begun here
   */
  async obeyErased(erased: Omit<Erased, 'key'>, position?: Position, letter?: Letter): Promise<void> {
    const key = `erased ${erased.person}` as const;
    const accounts = await accountsOf(this.#db, erased.person, this.tokens);
    const { team, outbox } = this.#db;
    await this.write([...this.forgetting, team, outbox], async () => {
      const known = (await team.get(key)) as Erased | undefined;
      if (accounts.length > 0 && !known) await this.forgetIn(accounts);
      await outbox.where('people').equals(erased.person).delete();
      await this.sayings.forget([erased.person]);
      await team.delete(`decided ${erased.person}`);
      await team.put({ ...known, ...erased, key });
      if (position) await team.put(position);
      if (letter) await putLetterOut(outbox, letter);
    });
    this.#erased.add(erased.person);
  }

  /** Deletes everything that was seen, and what was still to be sent of it. How far the pool was read stays. */
  override async forgetAll(): Promise<void> {
    await super.forgetAll();
    await this.#db.team.delete('backlog');
  }

  /** What was said before this time goes with what was seen before it. */
  override async expire(before: string) {
    await this.#db.sayings.where('at').below(before).delete();
    return super.expire(before);
  }

  protected override get everything(): Table[] {
    return super.everything.filter((table) => table !== this.#db.team);
  }

  protected override get taking(): Table[] {
    return [...super.taking, this.#db.outbox];
  }

  protected override get forgetting(): Table[] {
    return [...super.forgetting, this.#db.outbox, this.#db.sayings];
  }

  protected override async takeIn(observations: readonly Observation[]): Promise<number> {
    const added = await super.takeIn(observations);
    if (this.#member) {
      const isErased = (person: string) => this.#erased.has(person);
      if (await putOut(this.#db.outbox, observations, this.#member.tokens, isErased)) this.onOutgoing();
    }
    return added;
  }

  /** What of somebody was still to be sent goes with them. */
  protected override async forgetIn(accounts: readonly AccountKey[]) {
    const forgotten = await super.forgetIn(accounts);
    if (this.#member) {
      const people = accounts.map((account) => (this.#member as { tokens: TeamTokens }).tokens.person(account));
      await this.#db.outbox.where('people').anyOf(people).delete();
      await this.sayings.forget(people);
    }
    return forgotten;
  }

  /** Reads what has to be known at once. */
  async #remember(): Promise<void> {
    const membership = await this.entry('membership');
    this.#member = membership && { membership, tokens: new TeamTokens(membership.teamKey) };
    this.#erased.clear();
    for (const one of await this.#db.team.where('key').startsWith('erased ').toArray()) {
      this.#erased.add((one as Erased).person);
    }
  }
}
