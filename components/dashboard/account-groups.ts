// The groups that one flag's findings make of the accounts in the list. Being alike is not passed on: whoever
// matches two accounts that do not match each other is in a group with each of them.
import { communities } from '../../lib/graph/communities.ts';
import type { AccountKey } from '../../lib/model/account.ts';
import type { AccountRow } from '../../lib/store/rows.ts';

/** What grouping needs to know of an account in a list. */
export interface Groupable {
  key: AccountKey;
  /** 0 asks for most attention. */
  rank: number;
  flags: readonly string[];
  findings: readonly { flag: string; with: readonly AccountKey[] }[];
}

export interface AccountGroup<R extends Groupable = AccountRow> {
  /** The rows of its members, those that ask for most attention first; named members that are not listed have none. */
  rows: R[];
  /** Every member, listed or only named, those with rows first and in their order. */
  members: AccountKey[];
}

/** The groups that a flag's findings make, largest first. */
export function accountGroups<R extends Groupable>(rows: readonly R[], flag: string): AccountGroup<R>[] {
  const listed = new Map(rows.flatMap((row) => (row.flags.includes(flag) ? [[row.key, row] as const] : [])));
  const numbers = new Map<AccountKey, number>();
  const number = (key: AccountKey): number => {
    const n = numbers.get(key) ?? numbers.size;
    numbers.set(key, n);
    return n;
  };
  const [from, to]: [number[], number[]] = [[], []];
  const alone: R[] = [];
  for (const row of listed.values()) {
    const own = number(row.key);
    const named = row.findings.flatMap((finding) => (finding.flag === flag ? finding.with : []));
    if (named.length === 0) alone.push(row);
    let before: number | undefined;
    for (const key of named) {
      from.push(own);
      to.push(number(key));
      // Those without findings of their own do not say whom they match: named together, they stay together.
      if (listed.has(key)) continue;
      if (before !== undefined) {
        from.push(before);
        to.push(number(key));
      }
      before = number(key);
    }
  }
  const keys = [...numbers.keys()];
  const groups = communities(keys.length, from, to).map((group) => {
    const members = group.map((n) => keys[n] as AccountKey);
    const own = members.flatMap((key) => listed.get(key) ?? []).sort(byAttention);
    return { rows: own, members: [...new Set([...own.map(({ key }) => key), ...members])] };
  });
  const named = new Set(groups.flatMap(({ members }) => members));
  const single = alone.filter(({ key }) => !named.has(key)).map((row) => ({ rows: [row], members: [row.key] }));
  return [...groups, ...single];
}

/** Accounts that the findings of one flag join. */
export interface Joined<R extends Groupable> {
  flag: string;
  /** Two or more, those that ask for most attention first. */
  rows: R[];
}

/**
 * The groups of these accounts over all flags, each account in one at most: in the one of those that ask for most
 * attention, and among equals in the largest. How many groups there are is counted so wherever it is said.
 */
export function joined<R extends Groupable>(rows: readonly R[]): Joined<R>[] {
  const inOrder = [...rows].sort(byAttention);
  const flags = [...new Set(inOrder.flatMap(({ findings }) => findings.map(({ flag }) => flag)))].sort();
  const found = flags.flatMap((flag) => accountGroups(inOrder, flag).map((group) => ({ flag, rows: group.rows })));
  const first = (one: Joined<R>) => one.rows[0]?.rank ?? Number.POSITIVE_INFINITY;
  found.sort((a, b) => first(a) - first(b) || b.rows.length - a.rows.length);
  const placed = new Set<R>();
  return found.flatMap((one) => {
    const own = one.rows.filter((row) => !placed.has(row));
    if (own.length < 2) return [];
    for (const row of own) placed.add(row);
    return [{ flag: one.flag, rows: own }];
  });
}

/** The group at an address: the one of an account, or of two accounts where one is in several. */
export function groupAt(
  groups: readonly AccountGroup[],
  key: AccountKey,
  other: AccountKey | undefined,
): AccountGroup | undefined {
  const own = groups.filter(({ members }) => members.includes(key));
  return own.find(({ members }) => other !== undefined && members.includes(other)) ?? own[0];
}

/** Two members that tell a group from every other: one where the first is in no other group. */
export function addressOf(
  group: AccountGroup,
  groups: readonly AccountGroup[],
): { key: AccountKey; other?: AccountKey } {
  const [key] = group.members as [AccountKey, ...AccountKey[]];
  const others = groups.filter((one) => one !== group && one.members.includes(key));
  if (others.length === 0) return { key };
  const other = group.members.find((member) => others.every(({ members }) => !members.includes(member)));
  return { key, ...(other && { other }) };
}

function byAttention(a: Groupable, b: Groupable): number {
  return a.rank - b.rank || (a.key < b.key ? -1 : 1);
}
