// Makes projections from the rows. Everyone's rows take a second to read for each ten thousand, and the first account
// that is assessed after an import asks for all projections at once: what is asked for together is made in one reading.
import { allRows, type HireflagDatabase } from './database.ts';
import type { StoredObservation } from './rows.ts';

/** One projection while it is made, in one transaction on the rows and the projections. */
export interface Making {
  /** Takes away what was kept of it. */
  begin(): Promise<void>;
  /** Takes in rows and keeps what it needs of them. */
  take(rows: readonly StoredObservation[]): Promise<void>;
  /** Says that it is kept. @returns its state */
  end(): Promise<unknown>;
}

interface Asked {
  making: Making;
  done(state: unknown): void;
  failed(problem: unknown): void;
}

export class ProjectionMaker {
  readonly #db: HireflagDatabase;
  #asked: Asked[] = [];

  constructor(db: HireflagDatabase) {
    this.#db = db;
  }

  /**
   * Makes a projection, with all others that are asked for before the rows are read. What is wrong with one is no
   * matter of the others; a worker that ends before they are done leaves things as they were.
   *
   * @returns its state; rejects when it cannot be made, or the database refuses
   */
  make(making: Making): Promise<unknown> {
    return new Promise((done, failed) => {
      this.#asked.push({ making, done, failed });
      if (this.#asked.length === 1) void this.#makeAsked();
    });
  }

  async #makeAsked(): Promise<void> {
    const { observations, projections } = this.#db;
    // Those who asked at the same moment find that nothing is kept of theirs before this is answered.
    await projections.count().catch(() => undefined);
    const together = this.#asked;
    this.#asked = [];
    try {
      // Dexie keeps a transaction open over the awaits of an async function only.
      const made = await this.#db.transaction('rw', observations, projections, async () =>
        makeFromRows(
          this.#db,
          together.map(({ making }) => making),
        ),
      );
      for (const [n, { done, failed }] of together.entries()) {
        const one = made[n];
        if (one?.status === 'fulfilled') done(one.value);
        else failed(one?.reason);
      }
    } catch (problem) {
      for (const { failed } of together) failed(problem);
    }
  }
}

/** Makes projections in one reading of all rows. Must run in a transaction on the rows and the projections. */
export async function makeFromRows(
  db: HireflagDatabase,
  together: readonly Making[],
): Promise<PromiseSettledResult<unknown>[]> {
  const problems = new Map<Making, unknown>();
  const step = async (making: Making, work: () => Promise<unknown>): Promise<unknown> => {
    if (problems.has(making)) return undefined;
    return work().catch((problem: unknown) => {
      problems.set(making, problem);
    });
  };
  for (const making of together) await step(making, () => making.begin());
  for await (const rows of allRows(db)) for (const making of together) await step(making, () => making.take(rows));
  const ended: PromiseSettledResult<unknown>[] = [];
  for (const making of together) {
    const value = await step(making, () => making.end());
    const isFine = !problems.has(making);
    ended.push(isFine ? { status: 'fulfilled', value } : { status: 'rejected', reason: problems.get(making) });
  }
  return ended;
}
