// The keys of a team. Each member's browser makes a pair of its own (an nkey, which is Ed25519): the public half lets the
// server know the browser and lets every other member see who wrote what; the secret half never leaves the browser. One
// more key is the whole team's: with it bodies are sealed and names become tokens, so that the server reads neither.

import { nkeys } from '@nats-io/nats-core';
import { base32nopad, base64urlnopad } from '@scure/base';
import { onceForEach } from '../model/once-for-each.ts';
import { fromUtf8, utf8 } from './bytes.ts';

/** The bytes of a team's key. */
const TEAM_KEY_BYTES = 32;
/** What stands before a raw Ed25519 key in PKCS #8 (RFC 8410). */
const PKCS8 = Uint8Array.from([0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20]);

/** Keys that are remembered with what was worked out for them, which takes some milliseconds: a browser has one of its own. */
const MAX_KEPT = 1_000;

/** A new secret key of a member, as NATS writes it: `SU…`. */
export function newSeed(): string {
  return fromUtf8(nkeys.createUser().getSeed());
}

/**
 * The public key that belongs to a member's secret key: `U…`.
 *
 * @throws Error where it is none
 */
export const publicKeyOf: (seed: string) => string = onceForEach((seed) => {
  const key = nkeys.fromSeed(utf8(seed)).getPublicKey();
  if (!isPublicKey(key)) throw new Error('not a member’s key');
  return key;
}, MAX_KEPT);

/** Whether this is the public key of a member. */
export function isPublicKey(key: string): boolean {
  if (!/^U[A-Z2-7]{55}$/.test(key)) return false;
  try {
    return nkeys.fromPublic(key).getPublicKey() === key;
  } catch {
    return false;
  }
}

/** A new key of a team, in base64url. */
export function newTeamKey(): string {
  return base64urlnopad.encode(crypto.getRandomValues(new Uint8Array(TEAM_KEY_BYTES)));
}

/**
 * The bytes of a team's key.
 *
 * @throws Error where it is none
 */
export function teamKeyBytes(key: string): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(base64urlnopad.decode(key));
  if (bytes.length !== TEAM_KEY_BYTES) throw new Error('not a team’s key');
  return bytes;
}

/** A secret key as the platform signs with it. */
export function signingKey(seed: string): Promise<CryptoKey> {
  publicKeyOf(seed);
  const raw = base32nopad.decode(seed).slice(2, 34);
  return crypto.subtle.importKey('pkcs8', Uint8Array.from([...PKCS8, ...raw]), 'Ed25519', false, ['sign']);
}

/** A public key as the platform checks with it. */
export function checkingKey(publicKey: string): Promise<CryptoKey> {
  if (!isPublicKey(publicKey)) throw new Error('not a member’s key');
  const raw = Uint8Array.from(base32nopad.decode(publicKey).slice(1, 33));
  return crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
}
