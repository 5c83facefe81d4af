// What a bidder wrote stands in a reading twice: as the site's own places have it, and in the outline of the card that
// the heuristics read. It is long, so that a page tells it once: in the outline stands where in the other it is.
import type { Item, Sighting } from './reading.ts';

/** Characters; to say where fewer stand takes as many. */
const MIN_SAME = 40;

/** The wordings that there are of what a bidder wrote; the heuristics add theirs at the end. */
export function wordingsOf(said: Sighting['said'] | undefined): readonly string[] {
  return (said?.text ?? []).flatMap(({ value }) => (typeof value === 'string' ? value : []));
}

/** The items of a card, without words that stand in these wordings. */
export function withoutSame(items: readonly Item[], wordings: readonly string[]): readonly Item[] {
  return items.map((item) => {
    const { text } = item;
    const n = text.length < MIN_SAME ? -1 : wordings.findIndex((one) => one.includes(text));
    return n < 0 ? item : { ...item, text: '', same: [n, (wordings[n] as string).indexOf(text), text.length] };
  });
}

/** The same items with all of their words. What stands in no wording has none. */
export function withSame(items: readonly Item[], wordings: readonly string[]): readonly Item[] {
  return items.map((item) => {
    const { same, ...rest } = item;
    if (!same) return item;
    const [n, at, length] = same;
    return { ...rest, text: (wordings[n] ?? '').slice(at, at + length) };
  });
}
