// Where the network of an address is registered, by the table that is shipped (assets/networks.json, written by
// scripts/networks.ts): the country that one of the five regional registries entered for the network's holder. It says who
// was given the addresses and never where anybody was. The table is packed: for each version the numbers at which the
// answer changes, each as its distance from the one before, and the answers.
import { gunzipSync } from 'fflate';
import type { LogEvent } from '../model/log-event.ts';
import { onceForEach } from '../model/once-for-each.ts';
import { WORDS, wordsOf } from './address-words.ts';
import { isReserved } from './reserved.ts';

/** The table as it is shipped. */
export interface PackedNetworks {
  /** The day it is of, ISO 8601. */
  at: string;
  /** Codes of countries, ISO 3166-1 alpha-2; the first is empty, for what is registered nowhere. */
  codes: string[];
  /** How often the answer changes, in addresses of version 4, and in the first 48 bits of those of version 6. */
  four: number;
  six: number;
  /** Base64 of gzip. */
  table: string;
}

/** The day of the table that is shipped, for those who show it without the table. */
export const NETWORKS_AT = '2026-06-17';

/** Bits of an address of version 6 that count. */
export const SIX_BITS = 48;

/** Looks up where the network of an address, in its normal form, is registered; undefined where that is not known. */
export function networksIn({ codes, four, six, table }: PackedNetworks): (ip: string) => string | undefined {
  const bytes = gunzipSync(Uint8Array.from(atob(table), (letter) => letter.charCodeAt(0)));
  let at = 0;
  const starts = <List extends Uint32Array | Float64Array>(into: List): List => {
    let start = 0;
    for (let i = 0; i < into.length; i++) {
      let [step, unit, byte] = [0, 1, 0];
      do {
        byte = bytes[at++] as number;
        step += (byte & 127) * unit;
        unit *= 128;
      } while (byte > 127);
      start += step;
      into[i] = start;
    }
    return into;
  };
  const answers = (count: number) => {
    at += count;
    return bytes.subarray(at - count, at);
  };
  const [starts4, answers4] = [starts(new Uint32Array(four)), answers(four)];
  const [starts6, answers6] = [starts(new Float64Array(six)), answers(six)];
  const words = new Uint32Array(WORDS);
  return (ip) => {
    if (!wordsOf(ip, words) || isReserved(ip)) return undefined;
    const isFour = words[0] === 0 && words[1] === 0;
    const number = isFour ? (words[3] as number) : (words[0] as number) * 65_536 + ((words[1] as number) >>> 16);
    const place = lastUpTo(isFour ? starts4 : starts6, number);
    return place < 0 ? undefined : codes[(isFour ? answers4 : answers6)[place] as number] || undefined;
  };
}

/** The last of sorted numbers that is not above this one; -1 where all are. */
function lastUpTo(sorted: Uint32Array | Float64Array, number: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) <= number) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Says of sign-ins for which the log names no country where their network is registered. */
export function registeredMarker(registeredIn: (ip: string) => string | undefined): (event: LogEvent) => LogEvent {
  const registered = onceForEach(registeredIn);
  return (event) => {
    if (event.kind !== 'sign-in' || event.ip === undefined || event.country !== undefined) return event;
    const country = registered(event.ip);
    return country === undefined ? event : { ...event, registered: country };
  };
}
