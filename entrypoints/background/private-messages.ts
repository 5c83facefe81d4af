// Messages are private correspondence. Of a conversation that the user opens, Hireflag keeps the two accounts, the
// time, of each message a fingerprint by which the same one is known again, and the ways to reach or pay somebody that it
// names; but no words, except for a sentence in which a red flag finds what it looks for. So the flags that read words
// read them here, before they are let go.

import { MAX_SHORT } from '../../lib/model/limits.ts';
import type { Message, MessageReading, Observation } from '../../lib/model/observation.ts';
import { contactsIn } from '../../lib/statements/contacts.ts';
import { withBefore } from '../../lib/statements/requests/before.ts';
import { findRequests } from '../../lib/statements/requests/find-requests.ts';
import { fingerprintOf } from '../../lib/store/fingerprint.ts';

/** Contacts kept of one message. */
const MAX_KEPT = 20;

/** The observations as they may be kept: a message's words give way to their fingerprint, `#` and letters. */
export function withoutMessageWords(observations: readonly Observation[]): Observation[] {
  const messages = observations.filter((one): one is Message => one.kind === 'message');
  const before = new Map(withBefore(messages).map(({ message, before }) => [message, before]));
  return observations.map((one) => (one.kind === 'message' ? withoutWords(one, before.get(one)) : one));
}

function withoutWords(message: Message, before: string | undefined): Message {
  const contacts = contactsIn(message.text)
    .filter(({ isGroup, value }) => !isGroup && value.length <= MAX_SHORT)
    .slice(0, MAX_KEPT)
    .map(({ kind, value }) => ({ type: kind, value }));
  return {
    ...message,
    text: fingerprintOf(message),
    ...(contacts.length > 0 && { contacts }),
    ...(!message.mine && { reading: readingOf(message, before) }),
  };
}

function readingOf({ site, text }: Message, before: string | undefined): MessageReading {
  const { language, requests } = findRequests(text, { site, stage: 'message', before });
  const quotes = requests.map(({ flag, strength, quote }) => ({ flag, strength, quote }));
  return { ...(language !== undefined && { language }), quotes };
}
