// What the administrator hands to a new member, as one line to paste: where the server is, the team's key, and the key by
// which the administrator is known. Whoever has it can read the pool if the server lets them in; it is a secret.

import { base64urlnopad } from '@scure/base';
import * as z from 'zod/mini';
import { fromUtf8, utf8 } from './bytes.ts';
import { isPublicKey, teamKeyBytes } from './keys.ts';

const BEGINS = 'hireflag-team-1.';

const invitationSchema = z.object({
  /** What the team is called. */
  team: z.string().check(z.minLength(1), z.maxLength(100)),
  /** `wss://…` */
  server: z.string().check(z.maxLength(500), z.refine(isServer, 'not an address that begins with wss://')),
  teamKey: z.string().check(z.refine(isTeamKey, 'not a team’s key')),
  /** The administrator's public key. */
  administrator: z.string().check(z.refine((key) => isPublicKey(key), 'not a public key')),
});

export type Invitation = z.infer<typeof invitationSchema>;

export function writeInvitation(invitation: Invitation): string {
  return BEGINS + base64urlnopad.encode(utf8(JSON.stringify(invitationSchema.parse(invitation))));
}

/** Reads what was pasted; undefined where it is no invitation. */
export function readInvitation(pasted: string): Invitation | undefined {
  const line = pasted.trim();
  if (!line.startsWith(BEGINS) || line.length > 4_000) return undefined;
  try {
    return invitationSchema.parse(JSON.parse(fromUtf8(base64urlnopad.decode(line.slice(BEGINS.length)))));
  } catch {
    return undefined;
  }
}

function isServer(address: string): boolean {
  const url = URL.parse(address);
  return url?.protocol === 'wss:' && url.username === '' && url.password === '';
}

function isTeamKey(key: string): boolean {
  try {
    return teamKeyBytes(key).length > 0;
  } catch {
    return false;
  }
}
