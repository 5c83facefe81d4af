// What a list of developers shows: those that a person filters and searches for, in the order chosen; and how that
// stands in the address, so that it can be come back to and passed on.

import type { AccountKey } from '../../lib/model/account.ts';
import { type Level, levels } from '../../lib/model/assessment.ts';
import { hasInWords, searchedFor } from '../../lib/store/accounts.ts';
import type { AccountRow } from '../../lib/store/rows.ts';
import { lookOf } from '../look.ts';
import { type AccountNote, isNoted, type NoteKind, noteKinds } from './account-notes.ts';

export type SortKey = 'attention' | 'account' | 'bids' | 'lastSeen';

export interface ListQuery {
  typed: string;
  level: Level | '';
  site: string;
  flag: string;
  /** What the user decided. */
  note: NoteKind | '';
  sort: SortKey;
  /** The other way round than the column's own way. */
  turned: boolean;
}

export const everyone: ListQuery = {
  typed: '',
  level: '',
  site: '',
  flag: '',
  note: '',
  sort: 'attention',
  turned: false,
};

const sortKeys: readonly SortKey[] = ['attention', 'account', 'bids', 'lastSeen'];

/** A query as it stands in an address: what is not as usual. */
export function queryText(query: ListQuery): string {
  const said = new URLSearchParams();
  if (query.typed !== '') said.set('q', query.typed);
  for (const name of ['level', 'site', 'flag', 'note'] as const) if (query[name] !== '') said.set(name, query[name]);
  if (query.sort !== everyone.sort) said.set('sort', query.sort);
  if (query.turned) said.set('turned', '1');
  return said.toString();
}

/** Reads a query from an address; what is none of ours is as usual. */
export function parseQuery(text: string): ListQuery {
  const said = new URLSearchParams(text);
  const one = <T extends string>(name: string, all: readonly T[]) => all.find((known) => known === said.get(name));
  return {
    typed: (said.get('q') ?? '').slice(0, 300),
    level: one('level', levels) ?? '',
    site: (said.get('site') ?? '').slice(0, 40),
    flag: (said.get('flag') ?? '').slice(0, 40),
    note: one('note', noteKinds) ?? '',
    sort: one('sort', sortKeys) ?? everyone.sort,
    turned: said.get('turned') === '1',
  };
}

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
export function sorted<R extends AccountRow>(rows: readonly R[], sort: SortKey, turned: boolean): R[] {
  const inOrder = [...rows].sort(compare[sort]);
  return turned ? inOrder.reverse() : inOrder;
}

/** What the list shows of an account: where that is what the user decided, no filter by levels finds it. */
function shows({ level }: AccountRow, note: AccountNote | undefined) {
  return lookOf({ level, checked: note?.checked, setAside: note?.muted });
}

/** Those of the rows that the query asks for, in the order they stand in. */
export function filtered<R extends AccountRow>(
  rows: readonly R[],
  { typed, level, site, flag, note }: ListQuery,
  notes: ReadonlyMap<AccountKey, AccountNote> = new Map(),
): R[] {
  const searched = searchedFor(typed);
  return rows.filter(
    (row) =>
      (level === '' || shows(row, notes.get(row.key)) === level) &&
      (site === '' || row.site === site) &&
      (flag === '' || row.flags.includes(flag)) &&
      (note === '' || isNoted(notes.get(row.key), note)) &&
      (searched === '' || hasInWords(row, searched)),
  );
}
