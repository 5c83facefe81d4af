// Accounts that may be one person's, for the user to say: one contact or page on both, a link from one to the other, or
// one handle on two sites. A proposal is no finding and changes nothing until the user says that it is so.
import type { Evidence } from '../evidence/evidence.ts';
import { contacts, type KeyKind, partsOfKey } from '../evidence/projections/contacts.ts';
import type { AccountKey } from '../model/account.ts';
import type { Proposal } from '../model/assessment.ts';
import { type LogKey, nameKey } from '../model/log-event.ts';

/** More accounts than this with one contact are hardly one person's. */
const MAX_HOLDERS = 4;
/** Proposals for one account. */
const MAX_PROPOSED = 5;
/** What says most comes first. */
const order: readonly KeyKind[] = ['page', 'mail', 'wallet', 'phone', 'national', 'handle', 'host', 'account'];

/** For each account those that may be the same person's, with why. Who has none is absent. */
export async function proposalsFor(
  accounts: readonly AccountKey[],
  evidence: Evidence,
): Promise<Map<AccountKey, Proposal[]>> {
  const { own, clients } = await evidence.projection(contacts);
  const found = new Map<AccountKey, Proposal[]>();
  for (const account of accounts) {
    const keys = own.keysOf(account).filter((key) => {
      const count = own.count(key);
      return count > 1 && count <= MAX_HOLDERS && !clients.has(key) && order.includes(partsOfKey(key).kind);
    });
    keys.sort((a, b) => order.indexOf(partsOfKey(a).kind) - order.indexOf(partsOfKey(b).kind));
    const proposed = new Map<AccountKey, Proposal>();
    for (const key of keys) {
      const { kind, value } = partsOfKey(key);
      for (const other of own.holders(key).keys()) {
        const isOther = other !== account && !proposed.has(other) && proposed.size < MAX_PROPOSED;
        // One handle twice on one site cannot be; on two sites it may.
        if (isOther) proposed.set(other, { account: other, because: kind, value });
      }
    }
    if (proposed.size > 0) found.set(account, [...proposed.values()]);
  }
  await proposeFromLogs(accounts, evidence, found);
  return found;
}

/** Adds the accounts of logs that have a mail address or the name of a profile. */
async function proposeFromLogs(
  accounts: readonly AccountKey[],
  evidence: Evidence,
  found: Map<AccountKey, Proposal[]>,
): Promise<void> {
  const [{ own }, profiles, people] = await Promise.all([
    evidence.projection(contacts),
    evidence.profilesOf(accounts),
    evidence.peopleOf(accounts),
  ]);
  const keysOf = new Map<AccountKey, LogKey[]>();
  for (const account of accounts) {
    const mails = own.keysOf(account).filter((key): key is LogKey => key.startsWith('mail:'));
    const name = nameKey(profiles.get(account)?.name ?? '');
    const keys: LogKey[] = [...mails, ...(name === undefined ? [] : [`name:${name}` as const])];
    if (keys.length > 0) keysOf.set(account, keys);
  }
  if (keysOf.size === 0) return;
  const holders = await evidence.logHoldersOf([...new Set([...keysOf.values()].flat())]);
  for (const [account, keys] of keysOf) {
    const known = new Set<string>([account, ...(people.get(account) ?? [])]);
    const proposals = found.get(account) ?? [];
    for (const key of keys) {
      for (const holder of holders.get(key)?.slice(0, MAX_HOLDERS) ?? []) {
        if (known.has(holder.key) || proposals.length >= MAX_PROPOSED) continue;
        known.add(holder.key);
        const isMail = key.startsWith('mail:');
        const value = isMail ? key.slice(5) : (holder.name ?? '');
        proposals.push({ account: holder.key, because: isMail ? 'mail' : 'name', value });
      }
    }
    if (proposals.length > 0) found.set(account, proposals);
  }
}
