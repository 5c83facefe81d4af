// One burst: connect, take what is new in the pool, send what waits, erase what is to be erased. While somebody is at work the
// connection then stays: what the others read comes at once, and what is read here goes at once.

import { type Did, Exchange, type ExchangeOptions } from './exchange.ts';
import { asError, type Link, linkProblemOf, type PoolMessage } from './link.ts';
import { newestIn } from './sayings.ts';
import type { TeamProblem } from './state.ts';
import type { TeamStore } from './store.ts';

export interface BurstOptions extends ExchangeOptions {
  /** Connects with the server of the membership. */
  open(server: string, seed: string): Promise<Link>;
}

/** What a burst did. */
export interface Burst extends Did {
  /** Whether there is more to do, for which the time was not enough. */
  more: boolean;
  problem?: TeamProblem;
}

/** Does a burst and notes what it came to. Never rejects: what is wrong stands in the status, and local work goes on. */
export async function burst(store: TeamStore, options: BurstOptions): Promise<Burst> {
  const contact = new Contact(store, options);
  try {
    return await contact.burst();
  } finally {
    await contact.close();
  }
}

/** The connection was let go of meanwhile. */
class LetGo extends Error {}

/** A connection with the pool, of the membership as it is now. */
export class Contact {
  readonly #store: TeamStore;
  readonly #options: BurstOptions;
  #link: Link | undefined;
  #following: { stop(): void }[] = [];
  /** Parts that write do so one after the other. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(store: TeamStore, options: BurstOptions) {
    this.#store = store;
    this.#options = options;
  }

  /** Connects and does everything that there is to do. Never rejects. */
  burst(): Promise<Burst> {
    return this.#do(async (did) => {
      const { membership } = this.#store;
      if (!membership) return false;
      this.#link = await this.#options.open(membership.server, membership.seed);
      return new Exchange(this.#store, this.#link, this.#options, did).all();
    });
  }

  /** Sends what waits, over the connection that stands. Never rejects. */
  send(): Promise<Burst> {
    return this.#do(async (did) => {
      await new Exchange(this.#store, this.#connected, this.#options, did).send();
      return false;
    });
  }

  /**
   * Takes in what comes, as it comes, after a burst that left nothing to do.
   *
   * @param took hears what came of each part
   * @returns once nothing comes any more: the connection has ended or is closed, or the roster has changed. Never rejects.
   */
  async follow(took: (did: Burst) => void): Promise<void> {
    const link = this.#link;
    if (!link) return;
    try {
      const part = async (take: (exchange: Exchange) => Promise<boolean>) => {
        let goesOn = false;
        const did = await this.#do(async (did) => {
          goesOn = await take(new Exchange(this.#store, this.#connected, this.#options, did));
          // It is stored: an open page need not wait until it is noted when.
          took({ ...did, more: false });
          return false;
        });
        return goesOn && did.problem === undefined;
      };
      const { sequence } = await this.#store.position(link.created);
      const following = await link.follow(sequence, (messages) => part((exchange) => exchange.take(messages)));
      this.#following.push(following);
      for (const stream of newestIn((await this.#store.entry('roster'))?.roster)) {
        const extent = await link.extent(stream);
        if (!extent) continue;
        const from = await this.#store.sayings.position(stream, extent.created);
        const take = (messages: readonly PoolMessage[]) =>
          part(async (exchange) => {
            await exchange.takeSayings(stream, extent.created, messages);
            return true;
          });
        this.#following.push(await link.follow(from, take, stream));
      }
      await following.ended;
    } catch (error) {
      console.debug(error);
    }
  }

  /** Lets go of the server. */
  async close(): Promise<void> {
    for (const one of this.#following) one.stop();
    this.#following = [];
    const link = this.#link;
    this.#link = undefined;
    await this.#last.catch(() => undefined);
    await link?.close();
  }

  get #connected(): Link {
    if (!this.#link) throw new LetGo();
    return this.#link;
  }

  /** Does a part alone and notes what it came to; `work` says whether there is more to do. */
  #do(work: (did: Did) => Promise<boolean>): Promise<Burst> {
    const done = this.#last.then(async () => {
      const did: Burst = { sent: 0, received: 0, news: 0, more: false };
      if (!this.#store.membership) return did;
      try {
        did.more = await work(did);
        const { problem: _, detail: __, problemSince: ___, ...status } = await this.#store.status();
        await this.#store.keep({ ...status, ...(!did.more && { lastBurst: new Date().toISOString() }) });
      } catch (error) {
        // What was not done is done with the next contact.
        if (error instanceof LetGo) return { ...did, more: true };
        did.problem = isDiskFull(error) ? 'disk-full' : linkProblemOf(error);
        // Where the database is closed by now there is no place to note it.
        await noteProblem(this.#store, did.problem, error).catch(() => undefined);
      }
      return did;
    });
    this.#last = done;
    return done;
  }
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

function isDiskFull(error: unknown): boolean {
  const { name, inner } = (error ?? {}) as { name?: string; inner?: { name?: string } };
  return name === 'QuotaExceededError' || inner?.name === 'QuotaExceededError';
}
