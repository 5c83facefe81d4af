// What the scripts in open pages have told the worker so far, so that each has to send only what is new. It is held in
// memory and bounded; a script whose page is not in it any more tells everything again.
import type { Observation } from '../../lib/model/observation.ts';
import type { Reading } from '../../lib/reading/reading.ts';
import { type Numbered, parseNumbered } from '../../lib/reading/reading-schema.ts';

/** Pages that are held, those that spoke last, and UTF-16 code units of what each told. */
const MAX_PAGES = 8;
const MAX_SIZE = 10_000_000;
/** So long what a page goes on saying need not be stored as seen again, ms. */
const SEEN_MS = 600_000;

interface ToldPage extends Numbered {
  size: number;
  /** What is stored of it, with when it was, ms since 1970. */
  stored: Map<string, number>;
  /** Where, and what had been deleted there by then. */
  store?: Deleting | undefined;
  deletion?: number | undefined;
}

/** What things are stored in: `deletion` changes whenever some are deleted. */
interface Deleting {
  readonly deletion: number;
}

/** Which script of a page tells: numbers are its own. */
interface Teller {
  by: string;
  tab: number;
}
const nameOf = ({ by, tab }: Teller) => `${tab} ${by}`;

export class ToldPages {
  /** By tab and script, the one that spoke last at the end. */
  readonly #pages = new Map<string, ToldPage>();

  /**
   * Parses a reading that says of things only what is new.
   *
   * @param things as they were told
   * @returns undefined where a number is of nothing that is known; else as parseReading
   */
  take(reading: unknown, things: string, teller: Teller): { reading: Reading } | { problem: string } | undefined {
    const name = nameOf(teller);
    const fresh = (): ToldPage => ({ sightings: new Map(), cards: new Map(), size: 0, stored: new Map() });
    const page = this.#pages.get(name) ?? fresh();
    this.#pages.delete(name);
    const taken = parseNumbered(reading, things, page);
    page.size += things.length;
    if (page.size <= MAX_SIZE) this.#pages.set(name, page);
    for (const oldest of this.#pages.keys()) {
      if (this.#pages.size <= MAX_PAGES) break;
      this.#pages.delete(oldest);
    }
    return taken;
  }

  /**
   * Of what a page says, what was not stored a moment ago.
   *
   * @param store where it would be stored: once something was deleted there, nothing counts as stored
   * @returns that, and what to call once it is stored
   */
  unstored(
    observations: readonly Observation[],
    teller: Teller,
    store: Deleting,
    now = Date.now(),
  ): { news: Observation[]; stored(): void } {
    const page = this.#pages.get(nameOf(teller));
    if (!page) return { news: [...observations], stored: () => undefined };
    const { deletion } = store;
    const isAsThen = () => page.store === store && page.deletion === deletion && store.deletion === deletion;
    if (!isAsThen()) page.stored.clear();
    Object.assign(page, { store, deletion });
    const { stored } = page;
    const says = new Map(observations.map((one) => [one, JSON.stringify({ ...one, seenAt: '' })]));
    const news = observations.filter((one) => {
      const at = stored.get(says.get(one) ?? '');
      return at === undefined || now < at || now > at + SEEN_MS;
    });
    return {
      news,
      stored: () => {
        if (!isAsThen()) return;
        // What it says no more is forgotten.
        const before = new Map(stored);
        stored.clear();
        const isNew = new Set(news);
        for (const [one, said] of says) stored.set(said, isNew.has(one) ? now : (before.get(said) ?? now));
      },
    };
  }
}
