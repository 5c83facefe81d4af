// Bodies in a team's pool: made small, signed by whoever wrote them, and sealed with the team's key. The server's owner reads
// nothing of them; a member who tries to write as another, or puts a body under another subject, is found out by everybody.
// A body is: one byte (1), 12 bytes at random, then AES-256-GCM of the signature (Ed25519, 64 bytes) and the compressed
// JSON. The key is one for each author, made of the team's; what is sealed and what is signed both hold for one subject.

import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { deflateSync, inflateSync } from 'fflate';
import { onceForEach } from '../model/once-for-each.ts';
import { fromUtf8, joined, utf8 } from './bytes.ts';
import { checkingKey, publicKeyOf, signingKey, teamKeyBytes } from './keys.ts';
import { authorOf } from './subjects.ts';

const FORM = 1;
const NONCE = 12;
const SIGNATURE = 64;
/** Most bytes of a body, sealed. The stream takes none that is larger. */
export const MAX_BODY = 65_536;
/** Most bytes of what a body says, open. An observation is no larger, whatever its author made of it. */
const MAX_OPEN = 1_000_000;

/** Members whose keys are remembered. */
const MAX_KEPT = 1_000;

/** Why a body is not taken: `not-ours` cannot be opened at all, `not-theirs` has another signature than its author's. */
export type NotTaken = 'not-ours' | 'not-theirs' | 'not-readable';

/** What a member writes with. */
export interface Sealer {
  /** Their token in subjects. */
  readonly author: string;
  /**
   * The body of a letter. A body too large for the stream is undefined.
   *
   * @param subject under which it will stand
   * @param letter becomes JSON
   */
  seal(subject: string, letter: unknown): Promise<Uint8Array | undefined>;
}

/** @param seed the member's secret key */
export async function sealerOf(teamKey: string, seed: string): Promise<Sealer> {
  const author = authorOf(publicKeyOf(seed));
  const [sealing, signing] = await writingKeys(`${teamKey} ${seed}`);
  return {
    author,
    async seal(subject, letter) {
      const open = utf8(JSON.stringify(letter));
      if (open.length > MAX_OPEN) return undefined;
      const small = deflateSync(open);
      const signature = await crypto.subtle.sign('Ed25519', signing, signed(subject, small));
      const iv = crypto.getRandomValues(new Uint8Array(NONCE));
      const both = joined(new Uint8Array(signature), small);
      const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8(subject) }, sealing, both);
      const body = joined(Uint8Array.of(FORM), iv, new Uint8Array(sealed));
      return body.length > MAX_BODY ? undefined : body;
    },
  };
}

/** What a member reads with. */
export interface Opener {
  /**
   * What a body says, unparsed: the letter is untrusted still. Never rejects.
   *
   * @param subject under which it stands
   * @param publicKey of the member whose token the subject has
   */
  open(subject: string, publicKey: string, body: Uint8Array): Promise<{ letter: unknown } | { not: NotTaken }>;
  /**
   * What a body says, whoever signed it: to find whom it names, and for nothing else. Never rejects.
   *
   * @param author the token that the subject has
   * @returns undefined where it cannot be opened or read
   */
  words(subject: string, author: string, body: Uint8Array): Promise<unknown>;
}

/**
 * @param teamKey in base64url
 * @param inflate makes a body's letter large again, for where there is a quicker way; it must throw on more than `most` bytes
 */
export function openerOf(teamKey: string, inflate: (small: Uint8Array, most: number) => Uint8Array = inflated): Opener {
  const unsealed = async (subject: string, author: string, body: Uint8Array) => {
    if (body.length > MAX_BODY || body[0] !== FORM) return undefined;
    try {
      const iv = new Uint8Array(body.subarray(1, 1 + NONCE));
      const rest = new Uint8Array(body.subarray(1 + NONCE));
      const sealing = await sealingKeys(`${teamKey} ${author}`);
      const both = new Uint8Array(
        await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: utf8(subject) }, sealing, rest),
      );
      return { signature: new Uint8Array(both.subarray(0, SIGNATURE)), small: both.subarray(SIGNATURE) };
    } catch {
      return undefined;
    }
  };
  const read = (small: Uint8Array): unknown => JSON.parse(fromUtf8(inflate(small, MAX_OPEN)));
  return {
    async open(subject, publicKey, body) {
      const both = await unsealed(subject, authorOf(publicKey), body);
      if (!both) return { not: 'not-ours' };
      const { signature, small } = both;
      const checking = await checkingKeys(publicKey);
      if (!(await crypto.subtle.verify('Ed25519', checking, signature, signed(subject, small)))) {
        return { not: 'not-theirs' };
      }
      try {
        return { letter: read(small) };
      } catch {
        return { not: 'not-readable' };
      }
    },
    async words(subject, author, body) {
      const both = await unsealed(subject, author, body);
      try {
        return both && read(both.small);
      } catch {
        return undefined;
      }
    },
  };
}

/**
 * What nearly every letter fits into. To make room for the most that each could be took ten times as long as opening it, and
 * the browser's own way, which works in streams, took longer still.
 */
const room = new Uint8Array(65_536);

/**
 * Never more than the most that a body may say: a few bytes can stand for very many. What it gives holds until the next.
 *
 * @throws Error where it is more, or cannot be read
 */
function inflated(small: Uint8Array, most: number): Uint8Array {
  const first = inflateSync(small, { out: room });
  // What does not fit is cut off without a word.
  if (first.length < room.length) return first;
  const open = inflateSync(small, { out: new Uint8Array(Math.min(most, small.length * 1_100) + 1) });
  if (open.length > most) throw new Error('larger than any observation');
  return open;
}

function signed(subject: string, small: Uint8Array): Uint8Array<ArrayBuffer> {
  return joined(utf8(`hireflag team 1\n${subject}\n`), small);
}

/** What a member writes with and is read with, by the team's key and theirs: made once, since every part that comes needs them. */
const writingKeys = onceForEach<string, Promise<[CryptoKey, CryptoKey]>>((both) => {
  const [teamKey = '', seed = ''] = both.split(' ');
  return Promise.all([sealingKeys(`${teamKey} ${authorOf(publicKeyOf(seed))}`), signingKey(seed)]);
}, MAX_KEPT);
const checkingKeys = onceForEach<string, Promise<CryptoKey>>(checkingKey, MAX_KEPT);
const sealingKeys = onceForEach<string, Promise<CryptoKey>>((both) => {
  const [teamKey = '', author = ''] = both.split(' ');
  const raw = Uint8Array.from(hmac(sha256, teamKeyBytes(teamKey), utf8(`seal ${author}`)));
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}, MAX_KEPT);
