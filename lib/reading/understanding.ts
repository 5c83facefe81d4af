// One page's fields as they are understood, and the account that is kept of it: what was said, what was understood, what
// the page cut off, and where two ways of reading said different things, of which the more trusted one counts.
import type { Meaning, Seen } from './meanings.ts';
import type { Sighting } from './reading.ts';

/** Characters; shorter words that end so are somebody's own. */
const MIN_CUT_OFF = 40;

/** True for a text that ends in an ellipsis, which is how pages end what they do not show whole. */
export const isCutOff = (value: unknown) =>
  typeof value === 'string' && value.length >= MIN_CUT_OFF && value.endsWith('…');

/** Understands one page's fields and keeps account of what was said, understood and disputed. */
export class Understanding {
  readonly #page: Seen;
  readonly said = new Set<string>();
  readonly understood = new Set<string>();
  /** Long texts that end where the page cut them off. */
  readonly cut = new Set<string>();
  disagreed = 0;

  constructor(page: Seen) {
    this.#page = page;
  }

  /** What a field is understood to say: the most trusted statement, filled up with what others say more of the same. */
  take<T extends {}>(sighting: Sighting, field: string, meaning: Meaning<T>): T | undefined {
    const statements = sighting.said[field] ?? [];
    const key = `${sighting.kind}.${field}`;
    if (statements.length) this.said.add(key);
    const meanings = statements.map(({ value }) => meaning.of(value, this.#page)).filter((one) => one !== undefined);
    const [first, ...others] = meanings;
    if (first === undefined) return undefined;
    this.understood.add(key);
    if (others.some((other) => !meaning.same(first, other))) this.disagreed++;
    const taken = others.reduce((all, other) => (meaning.same(all, other) ? meaning.merge(all, other) : all), first);
    if (isCutOff(taken)) this.cut.add(key);
    return taken;
  }
}
