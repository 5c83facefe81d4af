// When the worker of the package for teams speaks with the pool: soon after something was read, and every minute. While the
// user is at work the connection stays, so that what one reads is with the others at once; then it is let go of, and the
// browser may end the worker. One contact at a time, whoever asks.
import { type Burst, type BurstOptions, Contact } from '../../../lib/team/burst.ts';
import type { TeamStore } from '../../../lib/team/store.ts';

/** A page is read in steps: the first goes at once, and what follows within so long goes together, ms. */
const SOON_MS = 100;
/** Where the pool cannot be reached, pages that are read have it tried anew no more often than this. */
const PAUSE_MS = 15_000;
/** No part of a burst begins after so long: a browser may end a worker that has been busy for longer. */
const BUDGET_MS = 15_000;
/** So long after the user did something the connection stays, unless the browser ends the worker before. */
const STAY_MS = 300_000;
/** A connection that was lost is made anew after so long. */
const AGAIN_MS = 1_000;

export interface Around {
  store(): Promise<TeamStore>;
  open: BurstOptions['open'];
  /** Runs work alone, over all of the browser's pages and workers. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /**
   * What is to be done when something came out of the pool.
   *
   * @param isCatchingUp there is more to read, so that what is reckoned now is reckoned again soon
   */
  afterwards(isCatchingUp: boolean): Promise<void>;
  /** How long a connection stays; otherwise as long as is usual, ms. */
  stay?: number;
}

export class TeamRunner {
  readonly #around: Around;
  #running: Promise<Burst> | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  /** The connection that stands, once it has caught up. */
  #contact: Contact | undefined;
  /** Done when the one that was opened last is closed. */
  #closed: Promise<unknown> = Promise.resolve();
  #letGo: ReturnType<typeof setTimeout> | undefined;
  /** How many are letting go of it. */
  #lettingGo = 0;
  /** Until when it stays. */
  #until = Number.NEGATIVE_INFINITY;
  /** When something was sent last by itself. */
  #sentAt = Number.NEGATIVE_INFINITY;
  /** When the last burst that could not be done ended. */
  #failed = Number.NEGATIVE_INFINITY;
  #afterwards: Promise<void> | undefined;
  #isNews = false;
  /** How far the pool is read, while it is. */
  reading: { done: number; of: number } | undefined;
  /** Whether the last burst left something undone. */
  more = false;

  constructor(around: Around) {
    this.#around = around;
  }

  /** The user is at work: the connection is made if there is none, and stays for some time from now on. */
  active(): void {
    this.#until = performance.now() + (this.#around.stay ?? STAY_MS);
    if (!this.#contact && !this.#running) this.soon();
    else this.#letGoLater();
  }

  /** Brings everything to its end that waits, or waits for what is going on. */
  burst(): Promise<Burst> {
    this.#running ??= this.#burst().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** Does a burst soon: something was put into the outbox. */
  soon(): void {
    const now = performance.now();
    // Where there is no connection yet, making one takes longer than a page.
    const next = Math.max(this.#contact ? this.#sentAt + SOON_MS : now + SOON_MS, this.#failed + PAUSE_MS);
    this.#waiting ??= setTimeout(
      () => {
        this.#waiting = undefined;
        this.#sentAt = performance.now();
        const going = this.#running;
        // What goes on may have begun before this was put out.
        void (going ? going.then(() => this.burst()) : this.burst()).catch(console.error);
      },
      Math.max(0, next - now),
    );
  }

  /** Lets go of the server, as before another team is joined. */
  async letGo(): Promise<void> {
    clearTimeout(this.#letGo);
    // One that is still catching up does not stay afterwards.
    this.#lettingGo += 1;
    try {
      await this.#contact?.close();
      await this.#closed;
    } finally {
      this.#lettingGo -= 1;
    }
  }

  async #burst(): Promise<Burst> {
    const store = await this.#around.store();
    const contact = this.#contact;
    // Erasing reads the whole pool, which only one reader can at a time.
    const isErasing = contact && (await store.openErasures()).length > 0;
    if (isErasing) await this.letGo();
    const did = contact && !isErasing ? await contact.send() : await this.#open(store);
    // It was let go of in the middle.
    const isLost = contact && !isErasing && (did.more || did.problem !== undefined);
    if (isLost) await this.letGo();
    const last = isLost ? await this.#open(store) : did;
    this.#failed = last.problem === undefined ? Number.NEGATIVE_INFINITY : performance.now();
    return last;
  }

  /** Makes a connection and catches up. */
  #open(store: TeamStore): Promise<Burst> {
    return new Promise((caughtUp, failed) => {
      this.#closed = this.#around.alone(() => this.#contactWith(store, caughtUp)).catch(failed);
    });
  }

  async #contactWith(store: TeamStore, caughtUp: (did: Burst) => void): Promise<void> {
    const contact = new Contact(store, {
      open: this.#around.open,
      budget: BUDGET_MS,
      progress: (done, of) => {
        this.reading = { done, of };
      },
    });
    let isOver = true;
    try {
      const did = await contact.burst();
      this.reading = did.more ? this.reading : undefined;
      const isCaughtUp = this.more && !did.more;
      this.more = did.more;
      if (did.news > 0 || isCaughtUp) this.#tell();
      const stays = performance.now() <= this.#until && this.#lettingGo === 0;
      isOver = did.more || did.problem !== undefined || !store.membership || !stays;
      if (!isOver) this.#contact = contact;
      this.#letGoLater();
      caughtUp(did);
      if (!isOver) await contact.follow(({ news }) => void (news > 0 && this.#tell()));
    } finally {
      this.#contact = undefined;
      await contact.close();
    }
    // Lost, or there is another roster by which to read on.
    if (!isOver && performance.now() < this.#until) setTimeout(() => this.soon(), AGAIN_MS);
  }

  #letGoLater(): void {
    clearTimeout(this.#letGo);
    if (this.#contact) this.#letGo = setTimeout(() => void this.letGo(), this.#until - performance.now());
  }

  /** Has what follows from news be done, once at a time and once more where there are more by then. */
  #tell(): void {
    this.#isNews = true;
    this.#afterwards ??= (async () => {
      while (this.#isNews) {
        this.#isNews = false;
        await this.#around.afterwards(this.more).catch(console.error);
      }
      this.#afterwards = undefined;
    })();
  }
}
