// Lists of address ranges that the user loads, of relays and VPNs: whoever comes from there stands elsewhere than their
// address. Read are MISP's warning lists (JSON with a `list`), a bare JSON list, and text with a range or an address a
// line. A list stays as it was written; for looking up it becomes sorted ranges.
import * as z from 'zod/mini';
import { MAX_SHORT } from '../model/limits.ts';
import type { LogEvent } from '../model/log-event.ts';
import { onceForEach } from '../model/once-for-each.ts';
import { addressOf } from './addresses.ts';

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

/** The first and the last address of a range, as 32 hexadecimal digits; undefined for what is none. */
function rangeOf(written: string): [first: string, last: string] | undefined {
  const match = /^([0-9a-fA-F.:]{2,45})(?:\/(\d{1,3}))?$/.exec(written);
  const digits = match?.[1] && digitsOf(match[1]);
  if (!digits) return undefined;
  const isFour = digits.startsWith(FOUR);
  const length = match[2] === undefined ? 128 : Number(match[2]) + (isFour ? 96 : 0);
  // A whole quarter of all addresses is no list of relays.
  if (length > 128 || length < (isFour ? 96 + 3 : 8)) return undefined;
  const host = (1n << BigInt(128 - length)) - 1n;
  const address = BigInt(`0x${digits}`);
  return [hex(address & ~host), hex(address | host)];
}

const FOUR = '00000000000000000000ffff';
const hex = (address: bigint) => address.toString(16).padStart(32, '0');

/** An address of either version as 32 hexadecimal digits. */
function digitsOf(written: string): string | undefined {
  const ip = addressOf(written)?.ip;
  if (ip === undefined) return undefined;
  if (ip.includes(':'))
    return ip
      .split(':')
      .map((group) => group.padStart(4, '0'))
      .join('');
  return (
    FOUR +
    ip
      .split('.')
      .map((part) => Number(part).toString(16).padStart(2, '0'))
      .join('')
  );
}

/** Looks addresses up in lists. */
export function inLists(lists: readonly AddressList[]): (ip: string) => boolean {
  const sorted = lists
    .flatMap(({ ranges }) => ranges.flatMap((one) => [rangeOf(one) ?? []].filter(isRange)))
    .sort(byFirst);
  const [firsts, lasts]: [string[], string[]] = [[], []];
  for (const [first, last] of sorted) {
    const before = lasts.at(-1);
    if (before !== undefined && first <= before) {
      if (last > before) lasts[lasts.length - 1] = last;
    } else {
      firsts.push(first);
      lasts.push(last);
    }
  }
  return (ip) => {
    const digits = digitsOf(ip);
    if (digits === undefined) return false;
    let [low, high] = [0, firsts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((firsts[middle] as string) <= digits) low = middle + 1;
      else high = middle;
    }
    return low > 0 && digits <= (lasts[low - 1] as string);
  };
}

const isRange = (range: readonly string[]): range is [string, string] => range.length === 2;
const byFirst = ([a]: [string, string], [b]: [string, string]) => (a < b ? -1 : Number(a > b));

/** Says of sign-ins from listed addresses that they came by a relay. */
export function relayMarker(lists: readonly AddressList[]): (event: LogEvent) => LogEvent {
  if (lists.length === 0) return (event) => event;
  const isListed = onceForEach(inLists(lists));
  return (event) => {
    if (event.kind !== 'sign-in' || event.ip === undefined || event.proxy === true) return event;
    return isListed(event.ip) ? { ...event, proxy: true } : event;
  };
}
