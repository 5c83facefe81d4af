// Messages are private correspondence. Of a conversation that the user opens, Hireflag keeps the two accounts, the
// time, and of each message a fingerprint by which the same one is known again, but no words.
import type { Message, Observation } from '../../lib/model/observation.ts';

/** The observations as they may be kept: a message's words give way to their fingerprint, `#` and letters. */
export async function withoutMessageWords(observations: readonly Observation[]): Promise<Observation[]> {
  return Promise.all(observations.map((one) => (one.kind === 'message' ? withoutWords(one) : one)));
}

async function withoutWords(message: Message): Promise<Message> {
  // With its conversation in it, the fingerprint of "ok" says nothing about another "ok".
  const words = [message.site, message.thread, message.account, message.text].join('\n');
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(words)));
  return { ...message, text: `#${[...hash.slice(0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}` };
}
