// The words of an item in one line.
import { collapseSpaces } from '../model/beginning.ts';
import { ELEMENT_GAP, type Item } from './reading.ts';

/** An item's words as they are seen: what elements part is parted. */
export const lineOf = ({ gaps, text }: Item) => collapseSpaces((gaps ?? text).replaceAll(ELEMENT_GAP, ' '));
