// The fingerprint of a message, by which it is known again whether its words are kept or not.
import { type Message, wordless } from '../model/observation.ts';

/**
 * `#` and the first 24 hexadecimal digits of the SHA-256 of the message and its conversation: with the conversation
 * in it, the fingerprint of "ok" says nothing about another "ok". Of a message without words the one it has.
 */
export function fingerprintOf({ site, thread, account, text }: Message): string {
  if (wordless.test(text)) return text;
  return `#${hashOf([site, thread, account, text].join('\n'))}`;
}

/** The first 24 hexadecimal digits of a text's SHA-256. */
export function hashOf(text: string): string {
  const words = sha256(new TextEncoder().encode(text));
  return [...words.subarray(0, 3)].map((word) => word.toString(16).padStart(8, '0')).join('');
}

/** The first so many digits of the fractional part of a root, as the constants of SHA-256 are made. */
function fraction(root: number): number {
  return Math.floor((root - Math.floor(root)) * 0x1_0000_0000) >>> 0;
}

const primes = ((): number[] => {
  const found: number[] = [];
  for (let n = 2; found.length < 64; n++) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
})();
const START = Uint32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
const ROUNDS = Uint32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));

const rotate = (word: number, by: number) => (word >>> by) | (word << (32 - by));

/**
 * SHA-256 (FIPS 180-4) as eight words. The browser's own is only to be had with a promise, and the store asks for
 * what makes two observations the same where it cannot wait.
 */
function sha256(bytes: Uint8Array): Uint32Array {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 4, bytes.length * 8);
  const hash = START.slice();
  const schedule = new Uint32Array(64);
  for (let from = 0; from < padded.length; from += 64) {
    for (let i = 0; i < 16; i++) schedule[i] = view.getUint32(from + i * 4);
    for (let i = 16; i < 64; i++) {
      const [a, b] = [schedule[i - 15] as number, schedule[i - 2] as number];
      const first = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3);
      const second = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10);
      schedule[i] = (schedule[i - 16] as number) + first + (schedule[i - 7] as number) + second;
    }
    let [a, b, c, d, e, f, g, h] = hash as unknown as [number, number, number, number, number, number, number, number];
    for (let i = 0; i < 64; i++) {
      const choice = (e & f) ^ (~e & g);
      const turned = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
      const first = (h + turned + choice + (ROUNDS[i] as number) + (schedule[i] as number)) | 0;
      const majority = (a & b) ^ (a & c) ^ (b & c);
      const second = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + majority) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => {
      hash[i] = (hash[i] as number) + word;
    });
  }
  return hash;
}
