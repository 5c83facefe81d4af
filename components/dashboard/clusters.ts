// Puts the accounts that one flag names together into groups: whoever is named with somebody is in a
// group with them.

import type { AccountKey } from '../../lib/model/account.ts';
import type { AccountRow } from '../../lib/store/rows.ts';

export interface Cluster {
  /** The rows of its members, those that ask for most attention first; named members that are not listed have none. */
  rows: AccountRow[];
  /** Every member, listed or only named. */
  members: AccountKey[];
}

/** The groups that a flag's findings make, largest first. */
export function clustersOf(rows: readonly AccountRow[], flag: string): Cluster[] {
  const parent = new Map<AccountKey, AccountKey>();
  const find = (key: AccountKey): AccountKey => {
    let root = key;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    parent.set(key, root);
    return root;
  };
  const flagged = rows.filter((row) => row.flags.includes(flag));
  for (const row of flagged) {
    for (const finding of row.findings) {
      if (finding.flag === flag) for (const other of finding.with) parent.set(find(other), find(row.key));
    }
    find(row.key);
  }
  const clusters = new Map<AccountKey, Cluster>();
  for (const key of parent.keys()) {
    const root = find(key);
    const cluster = clusters.get(root) ?? { rows: [], members: [] };
    cluster.members.push(key);
    clusters.set(root, cluster);
  }
  for (const row of flagged) clusters.get(find(row.key))?.rows.push(row);
  for (const cluster of clusters.values()) cluster.rows.sort((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : 1));
  return [...clusters.values()].sort((a, b) => b.members.length - a.members.length);
}
