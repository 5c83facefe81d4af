// What was seen, as the command line and the flags' tests have it: remembered in memory.

import type { Evidence } from '../lib/evidence/evidence.ts';
import { MemoryStore } from '../lib/evidence/memory-evidence.ts';
import type { AccountKey } from '../lib/model/account.ts';
import type { LogEvent } from '../lib/model/log-event.ts';
import type { Observation } from '../lib/model/observation.ts';

/** @param people groups of accounts that the user said are one person's */
export function evidenceOf(
  observations: readonly Observation[],
  people: readonly (readonly AccountKey[])[] = [],
  events: readonly LogEvent[] = [],
): Evidence {
  const store = new MemoryStore();
  for (const person of people) store.samePeople(...person);
  for (const observation of observations) store.remember(observation);
  store.rememberEvents(events);
  return store.evidence();
}
