// Addresses as numbers, for looking them up in sorted ranges: four words of 32 bits, those of version 4 in their place among
// the others (RFC 4291). Only the normal form is read that addresses.ts gives, since it is what events hold.

/** Words of an address. */
export const WORDS = 4;
/** What stands before an address of version 4. */
const FOUR = 0xffff;

/**
 * Writes the words of an address.
 *
 * @param ip in its normal form
 * @param into the first word goes to the place `at`
 * @returns false for what is no address, such as its keyed hash
 */
export function wordsOf(ip: string, into: Uint32Array, at = 0): boolean {
  const isFour = ip.indexOf('.') > 0;
  return isFour ? fourOf(ip, into, at) : sixOf(ip, into, at);
}

const [ZERO, NINE, A, F, DOT, COLON] = [48, 57, 97, 102, 46, 58];

function fourOf(ip: string, into: Uint32Array, at: number): boolean {
  let [all, part, parts] = [0, 0, 1];
  for (let i = 0; i < ip.length; i++) {
    const code = ip.charCodeAt(i);
    if (code === DOT) {
      all = all * 256 + part;
      part = 0;
      parts++;
    } else if (code >= ZERO && code <= NINE) part = part * 10 + code - ZERO;
    else return false;
    if (part > 255) return false;
  }
  into[at] = 0;
  into[at + 1] = 0;
  into[at + 2] = FOUR;
  into[at + 3] = all * 256 + part;
  return parts === 4;
}

function sixOf(ip: string, into: Uint32Array, at: number): boolean {
  let [group, groups, word] = [0, 0, 0];
  for (let i = 0; i <= ip.length; i++) {
    const code = i === ip.length ? COLON : ip.charCodeAt(i);
    if (code === COLON) {
      if (groups === 8) return false;
      if (groups % 2 === 0) word = group;
      else into[at + (groups >> 1)] = word * 65_536 + group;
      group = 0;
      groups++;
    } else {
      const digit = code >= ZERO && code <= NINE ? code - ZERO : code >= A && code <= F ? code - A + 10 : 16;
      group = group * 16 + digit;
      if (digit === 16 || group > 0xffff) return false;
    }
  }
  return groups === 8;
}
