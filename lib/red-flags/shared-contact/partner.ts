// One other account that something is shared with: what, how much that says, and what the profiles say of why.
import type { KeyKind } from '../../evidence/projections/contacts.ts';
import { type AccountKey, splitAccountKey } from '../../model/account.ts';
import { type Strength, strengths } from '../../model/finding.ts';
import type { Profile } from '../../model/observation.ts';
import { type Tie, tieBetween } from '../ties.ts';
import type en from './en.json';
import type { Shared } from './shared.ts';

export type MessageId = keyof typeof en.messages;

/** Another account, what is shared with it, and what the profiles say of that. */
export interface Partner {
  account: AccountKey;
  shared: readonly Shared[];
  tie: Tie | undefined;
  /** Undefined where it only informs. */
  strength: Strength | undefined;
}

export function partnerOf(
  account: AccountKey,
  other: AccountKey,
  shared: readonly Shared[],
  profiles: ReadonlyMap<AccountKey, Profile>,
): Partner {
  const tie = tieBetween(profiles.get(account), profiles.get(other));
  const isOneSite = splitAccountKey(account).site === splitAccountKey(other).site;
  const full = strengthOf(shared);
  // One name twice on one site is a person with two accounts there, whom most sites allow one.
  const strength = tie === undefined ? full : tie.kind === 'name' && isOneSite ? oneStepDown(full) : undefined;
  return { account: other, shared, tie, strength };
}

/** What is passed on easily, or may be anybody's, is weak; two ways at once are hardly chance. */
function strengthOf(shared: readonly Shared[]): Strength {
  const kinds = new Set(shared.map(({ kind }) => (kind === 'national' ? 'phone' : kind)));
  const firm = [...kinds].filter((kind) => !isSoft(kind)).length;
  return firm >= 2 ? 'strong' : firm === 1 ? 'moderate' : kinds.size > 1 ? 'moderate' : 'weak';
}

const isSoft = (kind: KeyKind) => kind === 'picture' || kind === 'host';

function oneStepDown(strength: Strength): Strength {
  return strengths[Math.max(0, strengths.indexOf(strength) - 1)] as Strength;
}
