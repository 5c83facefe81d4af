// Finds things in what a page's program left in the page as JSON. The search stops at fixed bounds.

import { type Json, parseJson } from './json.ts';
import { firstIn, textIn } from './walk.ts';

/** Longest state script that is parsed, in UTF-16 code units. */
const MAX_STATE = 20_000_000;
/** Most objects and lists looked into while searching. */
const MAX_LOOKED_INTO = 50_000;
const MAX_DEPTH = 14;

/**
 * Finds, in the JSON of a script element, the objects that hold a given key, nearest the top first.
 *
 * @returns each with the key it stands under itself; empty when there is no script or it is no JSON
 */
export function findInState(document: Document, selector: string, key: string): { holder: Json; key: string }[] {
  const text = textIn(firstIn(document, selector));
  if (text.trim() === '' || text.length > MAX_STATE) return [];
  const root = parseJson(text, MAX_STATE) ?? parseJson(withoutOldEscapes(text), MAX_STATE);
  const found: { holder: Json; key: string }[] = [];
  let level: { value: unknown; key: string }[] = [{ value: root, key: '' }];
  let looked = 0;
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0; depth++) {
    const next: typeof level = [];
    for (const { value, key: at } of level) {
      if (typeof value !== 'object' || value === null || ++looked > MAX_LOOKED_INTO) continue;
      if (Object.hasOwn(value, key)) found.push({ holder: value as Json, key: at });
      else for (const name of Object.keys(value)) next.push({ value: (value as Json)[name], key: name });
    }
    level = next;
  }
  return found;
}

/** Angular wrote state with its own escapes until 2023: `&q;` for a quotation mark. */
function withoutOldEscapes(text: string): string {
  const signs: Record<string, string> = { q: '"', a: '&', s: "'", l: '<', g: '>' };
  return text.replace(/&([qaslg]);/g, (_, sign: string) => signs[sign] ?? '');
}
