// Worlds to measure the identity and hours flags on: observations as a store's export has them, and, apart from them,
// which accounts carry what was planted and which only look so. Seeded; the same seed gives the same world.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as changedIdentity from './identities/changed-identity.ts';
import * as conflictingClaims from './identities/conflicting-claims.ts';
import * as conflictingProfiles from './identities/conflicting-profiles.ts';
import * as hours from './identities/hours.ts';
import type { Observation } from './identities/observations.ts';
import { ordinary } from './identities/ordinary.ts';
import * as sharedContacts from './identities/shared-contacts.ts';
import * as sharedDocuments from './identities/shared-documents.ts';
import { type Kinds, type Labels, World } from './identities/world.ts';

const KINDS: Record<string, { planted: Kinds; innocent: Kinds }> = {
  'shared-documents': sharedDocuments,
  'shared-contact': sharedContacts,
  'changed-identity': changedIdentity,
  'conflicting-profiles': conflictingProfiles,
  'conflicting-claims': conflictingClaims,
  'hours-mismatch': hours,
};
export const IDENTITY_FLAGS = Object.keys(KINDS);

export interface Size {
  seed: number;
  /** Ordinary freelancers. */
  ordinary?: number;
  /** How often each planted and each innocent kind is made. */
  each?: number;
  /** Only these flags' kinds. */
  flags?: readonly string[];
}

/** Observations sorted by when they were seen, with the labels of `Labels`. */
export function identities(size: Size): Labels & { observations: Observation[] } {
  const { seed, ordinary: many = 1000, each = 3, flags = IDENTITY_FLAGS } = size;
  const world = new World(seed);
  for (const flag of flags) {
    const kinds = KINDS[flag];
    if (!kinds) throw new Error(`No such flag: ${flag}. There are ${IDENTITY_FLAGS.join(', ')}.`);
    for (let n = 0; n < each; n++) {
      for (const [kind, build] of Object.entries(kinds.planted)) world.plantAll(build(world), `${flag}/${kind}`);
      for (const [kind, build] of Object.entries(kinds.innocent)) world.excuse(build(world), `${flag}/${kind}`);
    }
  }
  for (let n = 0; n < many; n++) ordinary(world);
  return world.finished();
}

/**
 * Which accounts a flag is judged by: those that carry one of its planted kinds, and those on which nothing at all is
 * planted. Accounts planted for another flag are neither: a copied life, say, may well show two of them.
 */
export function judgedBy(flag: string, world: ReturnType<typeof identities>): { guilty: string[]; innocent: string[] } {
  const of = (kinds: readonly string[] = []) => kinds.some((kind) => kind.startsWith(`${flag}/`));
  const accounts = Object.keys(world.country);
  return {
    guilty: accounts.filter((account) => of(world.planted[account])),
    innocent: accounts.filter((account) => !world.planted[account]),
  };
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      ordinary: { type: 'string', default: '1000' },
      each: { type: 'string', default: '3' },
      flag: { type: 'string', multiple: true },
      labels: { type: 'string' },
    },
  });
  const { observations, ...labels } = identities({
    seed: Number(values.seed),
    ordinary: Number(values.ordinary),
    each: Number(values.each),
    ...(values.flag ? { flags: values.flag } : {}),
  });
  if (values.labels) writeFileSync(values.labels, `${JSON.stringify(labels, null, 2)}\n`);
  process.stdout.write(observations.map((observation) => `${JSON.stringify(observation)}\n`).join(''));
}
