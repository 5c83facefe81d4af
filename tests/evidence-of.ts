// What was seen, as the command line and the flags' tests have it: remembered in memory.

import type { Evidence } from '../lib/evidence/evidence.ts';
import { MemoryStore } from '../lib/evidence/memory-evidence.ts';
import type { Observation } from '../lib/model/observation.ts';

export function evidenceOf(observations: readonly Observation[]): Evidence {
  const store = new MemoryStore();
  for (const observation of observations) store.remember(observation);
  return store.evidence();
}
