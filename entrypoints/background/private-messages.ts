// Messages are private correspondence. Of a conversation that the user opens, Hireflag keeps the two accounts, the
// time, of each message a fingerprint by which the same one is known again, and the ways to reach or pay somebody that it
// names; but no words.

import { MAX_SHORT } from '../../lib/model/limits.ts';
import type { Message, Observation } from '../../lib/model/observation.ts';
import { contactsIn } from '../../lib/statements/contacts.ts';
import { fingerprintOf } from '../../lib/store/fingerprint.ts';

/** Contacts kept of one message. */
const MAX_KEPT = 20;

/** The observations as they may be kept: a message's words give way to their fingerprint, `#` and letters. */
export function withoutMessageWords(observations: readonly Observation[]): Observation[] {
  return observations.map((one) => (one.kind === 'message' ? withoutWords(one) : one));
}

function withoutWords(message: Message): Message {
  const contacts = contactsIn(message.text)
    .filter(({ isGroup, value }) => !isGroup && value.length <= MAX_SHORT)
    .slice(0, MAX_KEPT)
    .map(({ kind, value }) => ({ type: kind, value }));
  const kept = { ...message, text: fingerprintOf(message) };
  return contacts.length > 0 ? { ...kept, contacts } : kept;
}
