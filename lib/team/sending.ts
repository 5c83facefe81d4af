// What a browser still has to send, as its store keeps it: entries come first in, first out, and what was stored before the team was
// joined is put out a part at a time.

import { observationsOfRow } from '../store/export.ts';
import type { TeamDatabase } from './database.ts';
import { type Outgoing, putOut, takeOut } from './outbox.ts';
import { type Backlog, newStatus, type Status } from './state.ts';
import type { TeamTokens } from './subjects.ts';

/** Rows that are put into the outbox at a time, of those stored before. */
const BACKLOG_BATCH = 500;

/** What of a store is needed here. */
export interface Sender {
  tokens(): TeamTokens;
  isErased(person: string): boolean;
  /** Runs a write after those before it. */
  queue<T>(work: () => Promise<T>): Promise<T>;
}

export class Sending {
  readonly #db: TeamDatabase;
  readonly #sender: Sender;

  constructor(db: TeamDatabase, sender: Sender) {
    this.#db = db;
    this.#sender = sender;
  }

  /** How many entries wait to be sent. */
  waiting(): Promise<number> {
    return this.#db.outbox.count();
  }

  /** Puts everything that is stored into the outbox again, a part with each burst: the pool has lost it. */
  async allAgain(): Promise<void> {
    const { team, observations } = this.#db;
    await this.#db.transaction('rw', team, observations, async () => team.put(await this.backlog()));
  }

  /**
   * Puts a part of what was stored before into the outbox.
   *
   * @returns whether there is more
   */
  async putBacklogOut(): Promise<boolean> {
    const { team, outbox, observations } = this.#db;
    // Mostly there is none: what was just read is to go out while its page is assessed, and not wait for its turn to write.
    if (!(await team.get('backlog'))) return false;
    return this.#sender.queue(() =>
      this.#db.transaction('rw', team, outbox, observations, async () => {
        const backlog = (await team.get('backlog')) as Backlog | undefined;
        if (!backlog) return false;
        const rows = await observations
          .where('n')
          .between(backlog.done, backlog.upTo, false, true)
          .limit(BACKLOG_BATCH)
          .toArray();
        await putOut(outbox, rows.flatMap(observationsOfRow), this.#sender.tokens(), (person) =>
          this.#sender.isErased(person),
        );
        const last = rows.at(-1)?.n;
        if (last === undefined || rows.length < BACKLOG_BATCH) await team.delete('backlog');
        else await team.put({ ...backlog, done: last });
        return rows.length === BACKLOG_BATCH;
      }),
    );
  }

  /** The entries of the outbox that come first. */
  first(limit: number): Promise<Outgoing[]> {
    return this.#db.outbox.orderBy('id').limit(limit).toArray();
  }

  /** Takes out what the server keeps now, and counts it. */
  sent(entries: readonly Outgoing[], counted: { sent: number; tooLarge: number }): Promise<void> {
    const { outbox, team } = this.#db;
    return this.#db.transaction('rw', outbox, team, async () => {
      await takeOut(outbox, entries);
      const status = ((await team.get('status')) as Status | undefined) ?? newStatus;
      await team.put({
        ...status,
        sent: status.sent + counted.sent,
        tooLarge: status.tooLarge + counted.tooLarge,
      });
    });
  }

  /** What is stored now, to be put out a part at a time. */
  async backlog(): Promise<Backlog> {
    const last = await this.#db.observations.orderBy('n').last();
    return { key: 'backlog', done: 0, upTo: last?.n ?? 0 };
  }
}
