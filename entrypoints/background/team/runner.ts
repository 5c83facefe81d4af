// When the worker of the package for teams speaks with the pool: in bursts, one at a time whoever asks, soon after
// something was read, and every minute.
import type { BurstOptions } from '../../../lib/team/burst.ts';
import { type Burst, burst } from '../../../lib/team/burst.ts';
import type { TeamStore } from '../../../lib/team/store.ts';

/** A page is read in steps; what it says goes together. */
const SOON_MS = 200;
/** A page that changes all the time does not make the worker speak all the time. */
const PAUSE_MS = 15_000;
/** No part of a burst begins after so long: a browser may end a worker that has been busy for longer. */
const BUDGET_MS = 15_000;

export interface Around {
  store(): Promise<TeamStore>;
  open: BurstOptions['open'];
  /** Runs work alone, over all of the browser's pages and workers. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** What is to be done when something came out of the pool. */
  afterwards(): Promise<void>;
}

export class TeamRunner {
  readonly #around: Around;
  #running: Promise<Burst> | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #ended = Number.NEGATIVE_INFINITY;
  /** How far the pool is read, while it is. */
  reading: { done: number; of: number } | undefined;
  /** Whether the last burst left something undone. */
  more = false;

  constructor(around: Around) {
    this.#around = around;
  }

  /** Does a burst, or waits for the one that is going on. */
  burst(): Promise<Burst> {
    this.#running ??= this.#burst().finally(() => {
      this.#running = undefined;
      this.#ended = performance.now();
    });
    return this.#running;
  }

  /** Does a burst soon: something was put into the outbox. */
  soon(): void {
    const since = performance.now() - this.#ended;
    this.#waiting ??= setTimeout(
      () => {
        this.#waiting = undefined;
        const going = this.#running;
        // What goes on may have begun before this was put out.
        void (going ? going.then(() => this.burst()) : this.burst()).catch(console.error);
      },
      Math.max(SOON_MS, PAUSE_MS - since),
    );
  }

  async #burst(): Promise<Burst> {
    const store = await this.#around.store();
    const did = await this.#around.alone(() =>
      burst(store, {
        open: this.#around.open,
        budget: BUDGET_MS,
        progress: (done, of) => {
          this.reading = { done, of };
        },
      }),
    );
    this.reading = did.more ? this.reading : undefined;
    this.more = did.more;
    if (did.received > 0) await this.#around.afterwards();
    return did;
  }
}
