// The dashboard reads the database itself, so that long lists need no messages. What the worker or another
// dashboard writes shows here too. It writes only what a file holds that the user imports (import-file.ts), by the
// store's own means: observations are staged for the worker, decisions and records kept as any others.

import Dexie from 'dexie';
import { useEffect, useState } from 'preact/hooks';
import type { SameProfile } from '../../components/dashboard/SameProfiles.tsx';
import { accountsToName, learnNames } from '../../lib/i18n/people.ts';
import type { AccountKey } from '../../lib/model/account.ts';
import type { Assessment } from '../../lib/model/assessment.ts';
import type { Profile, Project } from '../../lib/model/observation.ts';
import { HireflagDatabase } from '../../lib/store/database.ts';
import { Decisions } from '../../lib/store/decisions.ts';
import { identityOf } from '../../lib/store/identity.ts';
import { PendingAccounts } from '../../lib/store/pending.ts';
import { Records } from '../../lib/store/records.ts';
import type { AccountRow, StoredDecision, StoredObservation, StoredRecord } from '../../lib/store/rows.ts';

export const db = new HireflagDatabase();

/** So many rows are shown before all of them are read. */
const FIRST_ROWS = 100;
/** After a change the list waits for more of them before it is read again. */
const QUIET_MS = 1_000;

/** Counts up whenever the list of accounts was changed, by whichever page or worker. */
export function useChanges(): number {
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onChange = (parts: Record<string, unknown>) => {
      if (!Object.keys(parts).some((part) => part.startsWith(`idb://${db.name}/accounts/`))) return;
      clearTimeout(timer);
      timer = setTimeout(() => setChanges((before) => before + 1), QUIET_MS);
    };
    Dexie.on('storagemutated', onChange);
    return () => {
      clearTimeout(timer);
      Dexie.on.storagemutated.unsubscribe(onChange);
    };
  }, []);
  return changes;
}

interface Accounts {
  rows: readonly AccountRow[];
  complete: boolean;
  /** How many are stored and not listed: they were not assessed yet. */
  waiting: number;
}

/** Everyone listed: first those that ask for most attention, then all. */
export function useAccounts(): Accounts {
  const [state, setState] = useState<Accounts>({ rows: [], complete: false, waiting: 0 });
  const changes = useChanges();
  useEffect(() => {
    let gone = false;
    void (async () => {
      if (changes === 0) {
        const rows = await db.accounts.orderBy('rank').limit(FIRST_ROWS).toArray();
        learnNames(rows.map(({ key, name }) => [key, name]));
        if (!gone && rows.length > 0) setState({ rows, complete: rows.length < FIRST_ROWS, waiting: 0 });
      }
      const [pending, rows] = await Promise.all([new PendingAccounts(db).all(), db.accounts.toArray()]);
      learnNames(rows.map(({ key, name }) => [key, name]));
      const listed = new Set(rows.map(({ key }) => key));
      const waiting = pending.filter((key) => !listed.has(key)).length;
      if (!gone) setState({ rows, complete: true, waiting });
    })();
    return () => {
      gone = true;
    };
  }, [changes]);
  return state;
}

/** Those listed with this flag. Undefined until they are read. */
export function useFlagged(flag: string): readonly AccountRow[] | undefined {
  const [rows, setRows] = useState<readonly AccountRow[]>();
  const changes = useChanges();
  useEffect(() => {
    void (async () => {
      const found = await db.accounts.where('flags').equals(flag).toArray();
      learnNames(found.map(({ key, name }) => [key, name]));
      setRows(found);
    })();
  }, [flag, changes]);
  return rows;
}

/** Everything stored about an account, and the projects it bid on, by `site:project`. */
export async function everythingOf(
  key: AccountKey,
): Promise<{ rows: StoredObservation[]; projects: Map<string, Project> }> {
  const rows = await db.observations.where('who').equals(key).toArray();
  const identities = new Set(
    rows.flatMap(({ body }) =>
      body.kind === 'bid' ? identityOf({ kind: 'project', site: body.site, project: body.project, seenAt: '' }) : [],
    ),
  );
  const found = await db.rowsUnder('identity', identities);
  return { rows, projects: new Map(found.map(({ project = '', body }) => [project, body as Project])) };
}

/** Learns what these accounts are called, and those that their findings name, before any of it is shown. */
export async function learnNamesIn(assessments: readonly Assessment[]): Promise<void> {
  const rows = await db.accounts.bulkGet(accountsToName(assessments));
  learnNames(rows.flatMap((row) => (row ? [[row.key, row.name] as const] : [])));
}

/** Accounts that the user said are one person's are compared up to so many. */
const MAX_SAME = 6;

/** This account and those that the user said are the same person's, each with its profile where one was seen. */
export async function samePersonAs(key: AccountKey): Promise<SameProfile[]> {
  const decisions = await db.decisions.where('account').equals(key).or('other').equals(key).toArray();
  const others = decisions.flatMap((one) =>
    one.kind === 'same-person' ? [(one.account === key ? one.other : one.account) as AccountKey] : [],
  );
  const keys = [...new Set([key, ...others])].slice(0, MAX_SAME);
  const rows = (await db.rowsUnder('who', keys)).filter(({ kind }) => kind === 'profile');
  const profiles = new Map(rows.map(({ who, body }) => [who as AccountKey, body as Profile]));
  learnNames([...profiles].map(([one, { name }]) => [one, name]));
  return keys.map((one) => {
    const profile = profiles.get(one);
    return { key: one, ...(profile && { profile }) };
  });
}

/** An account's due-diligence record, the same as its panel opens; undefined where there is none. */
export function recordOf(key: AccountKey): Promise<StoredRecord | undefined> {
  return new Records(db).of(key);
}

/** What the user decided about an account, oldest first. */
export async function decisionsOf(key: AccountKey): Promise<StoredDecision[]> {
  return (await new Decisions(db).of([key])).get(key) ?? [];
}
