// What the dashboard reads of projects: which were seen, last seen first, and everything that names some of them.
import { type AccountNote, accountNotes } from '../../components/dashboard/account-notes.ts';
import type { GroupSample } from '../../components/dashboard/GroupList.tsx';
import { type ProjectSummary, projectSummary } from '../../components/dashboard/project-rows.ts';
import { learnNames } from '../../lib/i18n/people.ts';
import type { AccountKey } from '../../lib/model/account.ts';
import type { Bid, Profile, Project } from '../../lib/model/observation.ts';
import { identityOf } from '../../lib/store/identity.ts';
import type { AccountRow, StoredDecision, StoredObservation } from '../../lib/store/rows.ts';
import { db } from './database.ts';

/** Every project that anything was seen of, `site:project`; those whose own page was seen come first, last seen first. */
export async function projectKeys(): Promise<AccountKey[]> {
  const [rows, named] = await Promise.all([
    db.rowsOfKind('project').toArray(),
    db.observations.orderBy('project').uniqueKeys(),
  ]);
  const own = rows
    .sort((a, b) => (a.lastSeenAt < b.lastSeenAt ? 1 : -1))
    .flatMap(({ project }) => (project ? [project as AccountKey] : []));
  return [...new Set([...own, ...(named as AccountKey[])])];
}

/** These projects, in their order, and what the user decided about those who bid on them. */
export async function projectsOf(
  keys: readonly AccountKey[],
): Promise<{ projects: ProjectSummary[]; notes: Map<AccountKey, AccountNote> }> {
  const rowsOf = await Promise.all(
    keys.map((key) => db.observations.where('project').equals(key).toArray() as Promise<StoredObservation[]>),
  );
  const who = new Set(rowsOf.flat().flatMap(({ kind, who }) => (kind === 'bid' && who ? [who] : [])));
  const accounts = (await db.accounts.bulkGet([...who])).filter((row): row is AccountRow => row !== undefined);
  learnNames(accounts.map(({ key, name }) => [key, name]));
  const notes = await notesOf(accounts);
  const byKey = new Map(accounts.map((row) => [row.key, row]));
  return { projects: keys.map((key, i) => projectSummary(key, rowsOf[i] ?? [], byKey, notes)), notes };
}

/** What the user decided about these accounts. */
export async function notesOf(rows: readonly AccountRow[]): Promise<Map<AccountKey, AccountNote>> {
  const [decisions, records] = await Promise.all([db.decisions.toArray(), db.records.toArray()]);
  return accountNotes(rows, decisions as StoredDecision[], records);
}

/** The profiles seen of these accounts. */
export async function profilesOf(keys: readonly AccountKey[]): Promise<Map<AccountKey, Profile>> {
  const rows = await db.rowsUnder('who', keys);
  return new Map(
    rows.flatMap(({ kind, who, body }) => (kind === 'profile' && who ? [[who, body as Profile] as const] : [])),
  );
}

/** How the text of each of these accounts begins, and on which project that was; rings have members and no text. */
export async function samplesOf(
  keys: readonly AccountKey[],
  withWords: boolean,
): Promise<ReadonlyMap<AccountKey, GroupSample>> {
  if (!withWords) return new Map();
  const rows = (await db.rowsUnder('who', keys)).filter(({ kind }) => kind === 'bid');
  const titles = new Map(
    (
      await db.rowsUnder(
        'identity',
        rows.map(({ body }) => identityOf({ ...(body as Bid), kind: 'project' })),
      )
    ).map(({ project = '', body }) => [project, (body as Project).title]),
  );
  const samples = new Map<AccountKey, GroupSample>();
  for (const { who, project, body } of rows) {
    const { text, project: id } = body as Bid;
    if (!who || samples.get(who)?.words || !text) continue;
    const title = titles.get(project ?? '') ?? id;
    samples.set(who, { words: text, ...(project && { project: { key: project as AccountKey, title } }) });
  }
  return samples;
}
