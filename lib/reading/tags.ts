// Skills as cards show them: a row of tags, or a list whose items are one link each. A row of what can be done with a card,
// of its tabs or of figures looks the same and says nothing of who somebody is.
import { collapseSpaces } from '../model/beginning.ts';
import { badge, isTerms } from './field-patterns.ts';
import { ELEMENT_GAP, type Item } from './reading.ts';

/**
 * The labels of a row of tags, or of a list whose items are one link each.
 *
 * @param everywhere tags that most cards have: a list of links to such alone is what can be done with each card
 * @param isThere given where another card's tags stand: there fewer than three count as well
 */
export function tagsOf(
  items: readonly Item[],
  everywhere: ReadonlySet<string> = new Set(),
  isThere?: (item: Item) => boolean,
): string[] | undefined {
  for (const [n, item] of items.entries()) {
    const { isTags, slot, path, naming } = item;
    if (!isTags || naming || (isThere && !isThere(item))) continue;
    const isList = slot.startsWith('li.');
    const tags = isList ? items.slice(n).flatMap((one) => (one.path[1] === path[1] ? tagsIn(one) : [])) : tagsIn(item);
    if (
      tags.length > (isThere ? 0 : 2) &&
      !(isList && tags.every((tag) => everywhere.has(tag))) &&
      // Tabs count what is behind them.
      !tags.every((tag) => /\s\(?\d+\)?$/.test(tag)) &&
      tags.every(
        (tag) => tag.length < 60 && /\p{L}|\d/u.test(tag) && !counted.test(tag) && !isTerms(tag) && !badge.test(tag),
      )
    )
      return [...new Set(tags)];
  }
  return undefined;
}

/** "12 projects": a figure, and what it counts. */
const counted = /^\d[\d.,]*\+? \p{L}/u;

/** The labels of an item that is tags: of a list each item is one, of a row all are. */
function tagsIn({ isTags, gaps, text, slot }: Item): string[] {
  if (!isTags) return [];
  const row = slot.startsWith('li.') ? [text] : (gaps ?? text).split(ELEMENT_GAP);
  return row.map(collapseSpaces).filter((tag) => tag !== '' && !/^\+\d/.test(tag));
}

/** The tags that stand in most of the cards: what can be done with each, or what the site says of everybody. */
export function sameTags(words: readonly (readonly Item[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const own of words) for (const tag of new Set(own.flatMap(tagsIn))) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return new Set([...counts].flatMap(([tag, count]) => (count > 1 && count * 2 > words.length ? tag : [])));
}

/** Where the tags of a list's cards stand, if some have enough of them to show it. */
export function placeOfTags(
  words: readonly (readonly Item[])[],
  everywhere: ReadonlySet<string>,
): ((item: Item) => boolean) | undefined {
  const slots = new Set(
    words.flatMap((own) =>
      own.filter((item) => item.isTags && tagsOf(own.slice(own.indexOf(item)), everywhere)).map(({ slot }) => slot),
    ),
  );
  return words.length > 1 && slots.size > 0 && slots.size < 4 ? ({ slot }) => slots.has(slot) : undefined;
}
