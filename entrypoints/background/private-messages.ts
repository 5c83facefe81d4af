// Messages are private correspondence. Of a conversation that the user opens, Hireflag keeps the two accounts, the
// time, and of each message a fingerprint by which the same one is known again, but no words.
import type { Observation } from '../../lib/model/observation.ts';
import { fingerprintOf } from '../../lib/store/fingerprint.ts';

/** The observations as they may be kept: a message's words give way to their fingerprint, `#` and letters. */
export function withoutMessageWords(observations: readonly Observation[]): Observation[] {
  return observations.map((one) => (one.kind === 'message' ? { ...one, text: fingerprintOf(one) } : one));
}
