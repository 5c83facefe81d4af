// What the scripts in open pages have told the worker so far, so that each has to send only what is new. It is held in
// memory and bounded; a script whose page is not in it any more tells everything again.
import type { Reading } from '../../lib/reading/reading.ts';
import { type Numbered, parseNumbered } from '../../lib/reading/reading-schema.ts';

/** Pages that are held, those that spoke last, and UTF-16 code units of what each told. */
const MAX_PAGES = 8;
const MAX_SIZE = 10_000_000;

export class ToldPages {
  /** By tab and script, the one that spoke last at the end. */
  readonly #pages = new Map<string, Numbered & { size: number }>();

  /**
   * Parses a reading that says of things only what is new.
   *
   * @param tab which page's; another page's numbers are others
   * @returns undefined where a number is of nothing that is known; else as parseReading
   */
  take(
    reading: unknown,
    { by, things }: { by: string; things: string },
    tab: number,
  ): { reading: Reading } | { problem: string } | undefined {
    const name = `${tab} ${by}`;
    const page = this.#pages.get(name) ?? { sightings: new Map(), cards: new Map(), size: 0 };
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
}
