// What several readers ask of an item: its words in one line, and which element of its own it stands in.
import { collapseSpaces } from '../model/beginning.ts';
import { ELEMENT_GAP, type Item } from './reading.ts';

/** An item's words as they are seen: what elements part is parted. */
export const lineOf = ({ gaps, text }: Item) => collapseSpaces((gaps ?? text).replaceAll(ELEMENT_GAP, ' '));

/** The tag and class of the element that an item stands in; empty where that has no class. What is around may differ in every card. */
export function ownSlotOf({ slot }: Item): string {
  const own = slot.slice(0, Math.max(0, slot.indexOf('<')));
  return /\../.test(own) ? own : '';
}
