// Reading what a page's program left in the page as JSON. Nothing of its shape is trusted: a field of an
// unexpected type counts as not there, and looking for something in it stops at fixed bounds.

type Json = Record<string, unknown>;

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
  const root = parse(document.querySelector(selector)?.textContent ?? '');
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

function parse(text: string): unknown {
  if (text.length > MAX_STATE) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return parseOldEscapes(text);
  }
}

/** Angular wrote state with its own escapes until 2023: `&q;` for a quotation mark. */
function parseOldEscapes(text: string): unknown {
  const signs: Record<string, string> = { q: '"', a: '&', s: "'", l: '<', g: '>' };
  try {
    return JSON.parse(text.replace(/&([qaslg]);/g, (_, sign: string) => signs[sign] ?? ''));
  } catch {
    return undefined;
  }
}

/** The object under a key, if it is one. */
export function objectIn(value: Json | undefined, key: string): Json | undefined {
  const field = value?.[key];
  return typeof field === 'object' && field !== null && !Array.isArray(field) ? (field as Json) : undefined;
}

/** The objects in the list under a key; anything else in it is passed over. */
export function objectsIn(value: Json | undefined, key: string): Json[] {
  const field = value?.[key];
  if (!Array.isArray(field)) return [];
  return field.filter((one) => typeof one === 'object' && one !== null && !Array.isArray(one));
}

/** The text under a key, if there is any. */
export function stringIn(value: Json | undefined, key: string): string | undefined {
  const field = value?.[key];
  return typeof field === 'string' && field.trim() !== '' ? field : undefined;
}

/** The finite number under a key. A number written as text counts too. */
export function numberIn(value: Json | undefined, key: string): number | undefined {
  const field = value?.[key];
  if (typeof field === 'number') return Number.isFinite(field) ? field : undefined;
  return typeof field === 'string' && /^\d{1,15}(?:\.\d{1,6})?$/.test(field) ? Number(field) : undefined;
}
