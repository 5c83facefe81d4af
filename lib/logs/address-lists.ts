// Lists of address ranges that the user loads, of relays and VPNs: whoever comes from there stands elsewhere than their
// address. Read are MISP's warning lists (JSON with a `list`), a bare JSON list, and text with a range or an address a
// line. A list stays as it was written; for looking up it becomes sorted ranges.
import * as z from 'zod/mini';
import { MAX_SHORT } from '../model/limits.ts';
import type { LogEvent } from '../model/log-event.ts';
import { onceForEach } from '../model/once-for-each.ts';
import { inRanges, rangeOf } from './address-ranges.ts';

/** So many lists, and so many ranges in one. */
export const MAX_LISTS = 20;
const MAX_RANGES = 200_000;
/** Longest file, in UTF-16 code units. */
export const MAX_FILE = 20_000_000;

const listSchema = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(MAX_SHORT)),
  ranges: z.array(z.string().check(z.maxLength(60))).check(z.maxLength(MAX_RANGES)),
});
/** A list as it is kept. */
export type AddressList = z.infer<typeof listSchema>;

/** Those of what is stored that are lists. */
export function storedLists(stored: unknown): AddressList[] {
  return (Array.isArray(stored) ? stored.slice(0, MAX_LISTS) : []).flatMap((one) => {
    const parsed = z.safeParse(listSchema, one);
    return parsed.success ? [parsed.data] : [];
  });
}

export interface ParsedList {
  list: AddressList;
  /** How many entries were no ranges. */
  refused: number;
}

/**
 * Reads a list.
 *
 * @param file its name, by which a list that names none is called
 * @returns undefined where there is no range in it
 */
export function parseAddressList(text: string, file: string): ParsedList | undefined {
  if (text.length > MAX_FILE) return undefined;
  const { name, entries } = entriesOf(text);
  const ranges: string[] = [];
  let refused = 0;
  for (const entry of entries) {
    if (ranges.length < MAX_RANGES && rangeOf(entry)) ranges.push(entry);
    else refused++;
  }
  if (ranges.length === 0) return undefined;
  return { list: { name: (name || file).slice(0, MAX_SHORT).toWellFormed(), ranges }, refused };
}

function entriesOf(text: string): { name?: string; entries: string[] } {
  const words = (list: readonly unknown[]) => list.map((one) => (typeof one === 'string' ? one.trim() : ''));
  try {
    const json: unknown = JSON.parse(text);
    if (Array.isArray(json)) return { entries: words(json) };
    const { name, list } = (json ?? {}) as { name?: unknown; list?: unknown };
    const named = typeof name === 'string' ? { name } : {};
    return { ...named, entries: Array.isArray(list) ? words(list) : [] };
  } catch {
    // Lines: what stands after a mark, a comma or a blank is about the range.
    const lines = text.split(/\r?\n/).map((line) => line.trim());
    return { entries: lines.flatMap((line) => (/^[#;]|^$/.test(line) ? [] : [line.split(/[\s,;#]/, 1)[0] ?? ''])) };
  }
}

/** Looks addresses up in lists. */
export function inLists(lists: readonly AddressList[]): (ip: string) => boolean {
  return inRanges(lists.flatMap(({ ranges }) => ranges.flatMap((one) => rangeOf(one) ?? [])));
}

/** Says of sign-ins from listed addresses that they came by a relay. */
export function relayMarker(lists: readonly AddressList[]): (event: LogEvent) => LogEvent {
  if (lists.length === 0) return (event) => event;
  const isListed = onceForEach(inLists(lists));
  return (event) => {
    if (event.kind !== 'sign-in' || event.ip === undefined || event.proxy === true) return event;
    return isListed(event.ip) ? { ...event, proxy: true } : event;
  };
}
