// Addresses as keyed hashes: the same address is the same hash for whoever holds the key, and nobody learns the address
// from it. Of the neighbourhood the same, so that a hash still says whether two addresses are of one network.
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type LogEvent, neighbourhoodOf } from '../model/log-event.ts';
import { onceForEach } from '../model/once-for-each.ts';

/** Hexadecimal digits of a hash: 96 bits. */
const DIGITS = 24;

/** Puts hashes in the place of addresses. @param key at least 128 bits */
export function addressHasher(key: Uint8Array): (event: LogEvent) => LogEvent {
  const hash = onceForEach((address) => `#${bytesToHex(hmac(sha256, key, utf8ToBytes(address))).slice(0, DIGITS)}`);
  return (event) => {
    if (event.kind !== 'sign-in' || event.ip === undefined || event.ip.startsWith('#')) return event;
    return { ...event, ip: hash(event.ip), network: event.network ?? hash(neighbourhoodOf(event.ip)) };
  };
}
