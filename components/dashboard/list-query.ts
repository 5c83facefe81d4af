// What the list of developers shows: those that a person filters and searches for, in the order chosen.

import type { Level } from '../../lib/model/assessment.ts';
import type { AccountRow } from '../../lib/store/rows.ts';

export type SortKey = 'attention' | 'account' | 'bids' | 'lastSeen';

export interface ListQuery {
  typed: string;
  level: Level | '';
  site: string;
  flag: string;
  sort: SortKey;
  /** The other way round than the column's own way. */
  turned: boolean;
}

export const everyone: ListQuery = { typed: '', level: '', site: '', flag: '', sort: 'attention', turned: false };

type Compare = (a: AccountRow, b: AccountRow) => number;

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byName: Compare = (a, b) => byText(a.words[0] ?? '', b.words[0] ?? '');
const compare: Record<SortKey, Compare> = {
  attention: (a, b) => a.rank - b.rank || b.findings.length - a.findings.length || byText(b.lastSeenAt, a.lastSeenAt),
  account: byName,
  bids: (a, b) => b.coverage.bids - a.coverage.bids || byName(a, b),
  lastSeen: (a, b) => byText(b.lastSeenAt, a.lastSeenAt),
};

/** The rows in an order; the rows given stay as they are. */
export function sorted(rows: readonly AccountRow[], sort: SortKey, turned: boolean): AccountRow[] {
  const inOrder = [...rows].sort(compare[sort]);
  return turned ? inOrder.reverse() : inOrder;
}

/** Those of the rows that the query asks for, in the order they stand in. */
export function filtered(rows: readonly AccountRow[], { typed, level, site, flag }: ListQuery): AccountRow[] {
  const part = typed.trim().replace(/^@/, '').toLowerCase();
  return rows.filter(
    (row) =>
      (level === '' || row.level === level) &&
      (site === '' || row.site === site) &&
      (flag === '' || row.flags.includes(flag)) &&
      (part === '' || row.words.some((word) => word.includes(part))),
  );
}
