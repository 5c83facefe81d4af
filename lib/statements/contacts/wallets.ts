// Addresses that virtual currency is sent to, known by their checksums. What has none or a wrong one is no address.

import { sha256 } from '@noble/hashes/sha2.js';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { base16, base58, base58xmr, base64urlnopad, bech32, bech32m, createBase58check } from '@scure/base';
import type { ContactForm } from './contact.ts';

const base58check = createBase58check(sha256);
const utf8 = new TextEncoder();

/** Chains whose addresses are base58 with four bytes of checksum, by the version byte (SLIP 44 and their sources). */
const versions = new Map<number, string>([
  [0x00, 'bitcoin'],
  [0x05, 'bitcoin'],
  [0x41, 'tron'],
  [0x30, 'litecoin'],
  [0x32, 'litecoin'],
  [0x1e, 'dogecoin'],
  [0x16, 'dogecoin'],
  [0x4c, 'dash'],
]);
const segwit = new Map([
  ['bc', 'bitcoin'],
  ['ltc', 'litecoin'],
]);

/** The address in its normal form; undefined when the checksum is not right. */
export function walletOf(written: string): ContactForm | undefined {
  const found = etherOf(written) ?? segwitOf(written) ?? base58Of(written) ?? tonOf(written) ?? moneroOf(written);
  return found && { kind: 'wallet', value: `${found.on}:${found.address}`, on: found.on };
}

interface Address {
  on: string;
  address: string;
}

/** EIP-55: capitals are the checksum; all small or all large letters have none. */
function etherOf(written: string): Address | undefined {
  const digits = /^0[xX]([0-9a-fA-F]{40})$/.exec(written)?.[1];
  if (digits === undefined || /^0+$/.test(digits)) return undefined;
  const small = digits.toLowerCase();
  if (digits !== small && digits !== digits.toUpperCase()) {
    const hash = keccak_256(utf8.encode(small));
    for (let i = 0; i < 40; i++) {
      const nibble = ((hash[i >> 1] as number) >> (i % 2 === 0 ? 4 : 0)) & 15;
      const char = small[i] as string;
      if (digits[i] !== (nibble > 7 ? char.toUpperCase() : char)) return undefined;
    }
  }
  return { on: 'ethereum', address: `0x${small}` };
}

/** BIP 173 and BIP 350. */
function segwitOf(written: string): Address | undefined {
  const small = written.toLowerCase();
  const on = segwit.get(small.slice(0, small.indexOf('1')));
  if (on === undefined || (written !== small && written !== written.toUpperCase())) return undefined;
  for (const code of [bech32, bech32m]) {
    const decoded = code.decodeUnsafe(small as `${string}1${string}`, 90);
    if (decoded && (decoded.words[0] === 0) === (code === bech32)) return { on, address: small };
  }
  return undefined;
}

function base58Of(written: string): Address | undefined {
  if (!/^[1-9A-HJ-NP-Za-km-z]{26,36}$/.test(written)) return undefined;
  try {
    const bytes = base58check.decode(written);
    const on = bytes.length === 21 ? versions.get(bytes[0] as number) : undefined;
    return on === undefined ? undefined : { on, address: written };
  } catch {
    return undefined;
  }
}

/** The Open Network: a flag, a workchain, 32 bytes and CRC-16/XMODEM. */
function tonOf(written: string): Address | undefined {
  if (!/^[EU]Q[\w-]{46}$/.test(written)) return undefined;
  const bytes = base64urlnopad.decode(written);
  let crc = 0;
  for (const byte of bytes.subarray(0, 34)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  const sum = ((bytes[34] as number) << 8) + (bytes[35] as number);
  return crc === sum ? { on: 'ton', address: base16.encode(bytes.subarray(1, 34)).toLowerCase() } : undefined;
}

function moneroOf(written: string): Address | undefined {
  if (!/^[48][1-9A-HJ-NP-Za-km-z]{94}$/.test(written)) return undefined;
  try {
    const bytes = base58xmr.decode(written);
    const sum = keccak_256(bytes.subarray(0, -4)).subarray(0, 4);
    return sum.every((byte, i) => byte === bytes[bytes.length - 4 + i])
      ? { on: 'monero', address: written }
      : undefined;
  } catch {
    return undefined;
  }
}

/** A Solana address is any 32 bytes: only where it is said that it is one. */
export function solanaOf(written: string): ContactForm | undefined {
  if (!/^[1-9A-HJ-NP-Za-km-z]{32,44}$/.test(written)) return undefined;
  try {
    return base58.decode(written).length === 32
      ? { kind: 'wallet', value: `solana:${written}`, on: 'solana' }
      : undefined;
  } catch {
    return undefined;
  }
}

export interface FoundWallet {
  form: ContactForm;
  start: number;
  end: number;
}

/** Addresses in a plain text. */
export function walletsIn(text: string): FoundWallet[] {
  const found: FoundWallet[] = [];
  for (let i = MIN_LENGTH - 1; i < text.length; i += MIN_LENGTH) {
    // Of signs so far apart at least one is within an address.
    if (!isOfAddress(text.charCodeAt(i))) continue;
    let index = i;
    while (index > 0 && isOfAddress(text.charCodeAt(index - 1))) index--;
    while (i < text.length && isOfAddress(text.charCodeAt(i))) i++;
    if (i - index < MIN_LENGTH || i - index > MAX_LENGTH) continue;
    const word = text.slice(index, i);
    const form =
      walletOf(word) ??
      (/\bsol(?:ana)?\b|phantom/i.test(text.slice(Math.max(0, index - 40), index)) ? solanaOf(word) : undefined);
    if (form) found.push({ form, start: index, end: index + word.length });
  }
  return found;
}

/** Signs of the shortest address, and of the longest. */
const MIN_LENGTH = 26;
const MAX_LENGTH = 110;

/** Letters and figures of ASCII, the low line and the hyphen. */
function isOfAddress(unit: number): boolean {
  const small = unit | 0x20;
  return (small >= 0x61 && small <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || unit === 0x5f || unit === 0x2d;
}
