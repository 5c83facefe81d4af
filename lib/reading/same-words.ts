// What a bidder wrote stands in a reading twice: as the site's own places have it, and in the outline of the card that
// the heuristics read. It is long, so that a page tells it once: in the outline stands where in the other it is.
import type { Item, Sighting } from './reading.ts';

/** Characters; to say where fewer stand takes as many. */
const MIN_SAME = 40;

/** The wordings that ways other than the heuristics have of what a bidder wrote, which the heuristics add theirs to. */
export function wordingsOf(said: Sighting['said'] | undefined): readonly string[] {
  return (said?.text ?? []).flatMap(({ by, value }) => (by !== 'cards' && typeof value === 'string' ? value : []));
}

/** The items of a card, without words that stand in these wordings. */
export function withoutSame(items: readonly Item[], wordings: readonly string[]): readonly Item[] {
  return items.map((item) => {
    const { text } = item;
    if (text.length < MIN_SAME) return item;
    for (const [n, wording] of wordings.entries()) {
      const at = wording.indexOf(text);
      if (at >= 0) return { ...item, text: '', same: [n, at, text.length] };
    }
    return item;
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
