// JSON as a page carries it. Nothing of its shape is trusted: a value of an unexpected type counts as not there.
import type { Value } from './reading.ts';

/** A JSON object. */
export type Json = Record<string, unknown>;

/** True for a JSON object, as against a list or a plain value. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Parses JSON. Never throws.
 *
 * @param longest longest text that is parsed, in UTF-16 code units
 * @returns undefined for what is longer or no JSON
 */
export function parseJson(text: string, longest: number): unknown {
  if (text.length > longest) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The object under a key, if it is one. */
export function objectIn(value: Json | undefined, key: string): Json | undefined {
  const field = value?.[key];
  return isObject(field) ? field : undefined;
}

/** The objects in the list under a key; anything else in it is passed over. */
export function objectsIn(value: Json | undefined, key: string): Json[] {
  const field = value?.[key];
  return Array.isArray(field) ? field.filter(isObject) : [];
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

/** The fields that say something: neither undefined nor an empty text or list. */
export function definedFields(fields: Readonly<Record<string, Value | undefined>>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      (field): field is [string, Value] => field[1] !== undefined && (field[1] as { length?: number }).length !== 0,
    ),
  );
}
