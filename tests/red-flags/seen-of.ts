// What was seen, as the command line and the flags' tests have it: remembered in memory.
import type { Observation } from '../../lib/model/observation.ts';
import type { Seen } from '../../lib/red-flags/seen.ts';
import { MemoryStore } from '../../lib/store/memory.ts';

export function seenOf(observations: readonly Observation[]): Seen {
  const store = new MemoryStore();
  for (const observation of observations) store.remember(observation);
  return store.seen();
}
