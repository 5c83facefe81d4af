// Brings the database of an earlier version up to date. Of 0.1: its observations are merged as they are now, and what is
// derived from them is made anew. What the user decided and wrote down stays as it is. Of logs: their events are packed as
// they are now, each with the time that it was imported.

import type { Transaction } from 'dexie';
import { type AccountKey, splitAccountKey } from '../model/account.ts';
import { relativeLegacyTime, widenLegacyTime } from '../model/legacy-time.ts';
import type { LogEvent } from '../model/log-event.ts';
import { type Observation, parseObservation } from '../model/observation.ts';
import { accountRow, accountSummary } from './accounts.ts';
import { isGrouped } from './grouped-rows.ts';
import { identityOf, identityRange } from './identity.ts';
import { blockId, logAccountRow, logBlock } from './log-rows.ts';
import { merge } from './merge.ts';
import type { AccountRow, LogAccountRow, LogBlock, PendingNote, StoredObservation } from './rows.ts';

/** A row as version 0.1 wrote it. */
export interface EarlierRow {
  n: number;
  firstSeenAt: string;
  lastSeenAt: string;
  /** What was known. */
  body: Observation;
  /** What was said before it changed, oldest first. */
  earlier?: Observation[];
}

/** Rows merged at a time. */
const BATCH = 500;
const timeFields = ['postedAt', 'submittedAt', 'at', 'sentAt'] as const;

/** Merges every row anew. Runs in the transaction of the upgrade. */
export async function mergeAnew(tx: Transaction): Promise<void> {
  const table = tx.table<StoredObservation | EarlierRow, number>('observations');
  const end = (await table.toCollection().last())?.n ?? 0;
  for (let from = 0; from < end; ) {
    const rows = (await table.where('n').between(from, end, false, true).limit(BATCH).toArray()) as EarlierRow[];
    if (rows.length === 0) return;
    from = (rows.at(-1) as EarlierRow).n;
    const numbers = new Map<string, number>();
    const observations = rows.flatMap((row) => {
      const seen = observationsOfEarlierRow(row);
      for (const one of seen) if (!isGrouped(one.kind)) numbers.set(identityOf(one), row.n);
      return seen;
    });
    await table.bulkDelete(rows.map(({ n }) => n));
    for (const [identity, seen] of Map.groupBy(observations, identityOf)) {
      // Reviews and messages that were several rows may be one fact, some of them in an earlier batch.
      const range = identityRange(identity);
      const known = isGrouped((seen[0] as Observation).kind)
        ? ((await table
            .where('identity')
            .between(...range)
            .toArray()) as StoredObservation[])
        : [];
      const n = numbers.get(identity);
      const merged = merge(known, seen).map((row) => ({ ...row, ...(n !== undefined && { n }) }));
      const left = new Set(merged.map((row) => row.identity));
      await table.bulkDelete(known.flatMap((row) => (left.has(row.identity) ? [] : [row.n])));
      await table.bulkPut(merged as StoredObservation[]);
    }
  }
}

/** The observations that a row of version 0.1 was made of, as far as it kept them. */
export function observationsOfEarlierRow({ body, firstSeenAt, lastSeenAt, earlier = [] }: EarlierRow): Observation[] {
  const looks = [lastSeenAt, firstSeenAt, ...earlier.map(({ seenAt }) => seenAt)];
  const said = [...earlier, { ...body, seenAt: lastSeenAt }];
  const [oldest] = said as [Observation];
  if (firstSeenAt < oldest.seenAt) said.unshift(bare({ ...oldest, seenAt: firstSeenAt }));
  return said.flatMap((one) => {
    const parsed = parseObservation(widened(one, looks));
    return 'observation' in parsed ? [parsed.observation] : [];
  });
}

/** No more of an observation than makes it the same fact, where that says less than the whole. */
function bare(o: Observation): Observation {
  const { site, seenAt } = o;
  switch (o.kind) {
    case 'project':
      return { kind: o.kind, site, seenAt, project: o.project };
    case 'bid':
      return { kind: o.kind, site, seenAt, project: o.project, account: o.account };
    case 'profile':
      return { kind: o.kind, site, seenAt, account: o.account, role: o.role };
    default:
      return o;
  }
}

/** Exact moments that were made from what a page said less exactly say no more than the page did. */
function widened(observation: Observation, looks: readonly string[]): unknown {
  const said: Record<string, unknown> = { ...observation };
  for (const field of timeFields) {
    const time = said[field];
    if (typeof time !== 'string') continue;
    // A row kept the time of one of its looks, and not which one.
    const relative = looks.map((look) => relativeLegacyTime(time, look)).find((found) => found !== undefined);
    said[field] = relative ?? widenLegacyTime(time, observation.seenAt);
  }
  return said;
}

/** Lists everyone who was seen as not assessed yet, and notes that they are to be. */
export async function listAnew(tx: Transaction): Promise<void> {
  const byAccount = new Map<AccountKey, StoredObservation[]>();
  await tx
    .table<StoredObservation>('observations')
    .each(({ n, identity, kind, who, firstSeenAt, lastSeenAt, body }) => {
      if (!who) return;
      const own = byAccount.get(who) ?? [];
      // Everyone's rows are held at once, so only what the list shows of them is.
      const small = {
        kind,
        ...(body.kind === 'bid' && { project: body.project }),
        ...('name' in body && { name: body.name }),
      };
      own.push({ n, identity, kind, firstSeenAt, lastSeenAt, body: small as Observation });
      byAccount.set(who, own);
    });
  const rows = [...byAccount].flatMap(([key, own]) => {
    const summary = accountSummary(own);
    return summary ? [accountRow(key, summary)] : [];
  });
  const accounts = tx.table<AccountRow, AccountKey>('accounts');
  await accounts.clear();
  await accounts.bulkPut(rows);
  const pending = rows.map(({ key }) => ({ key, writer: 'upgrade', write: 0 }));
  await tx.table<PendingNote, AccountKey>('pending').bulkPut(pending);
}

/** The events of one account and day, as schemas 5 and 6 kept them: those that say the same of place and means together. */
export interface EarlierLogBlock {
  id: string;
  who: AccountKey;
  keptAt: string;
  events: { same: object; each: object[] }[];
}

/** Packs the events of logs anew, one account after the other. Runs in the transaction of the upgrade. */
export async function packLogs(tx: Transaction): Promise<void> {
  const blocks = tx.table<LogBlock | EarlierLogBlock, string>('logBlocks');
  const accounts = tx.table<LogAccountRow, AccountKey>('logAccounts');
  for (const who of await accounts.toCollection().primaryKeys()) {
    const old = (await blocks.where('who').equals(who).toArray()) as EarlierLogBlock[];
    const events = old.flatMap((block) => eventsOfEarlierBlock(block));
    await blocks.bulkDelete(old.map(({ id }) => id));
    const byBlock = Map.groupBy(events, blockId);
    await blocks.bulkPut([...byBlock].map(([id, some]) => logBlock(id, who, some)));
    await accounts.put(logAccountRow(who, new Set(events.map(({ name }) => name))));
  }
}

function eventsOfEarlierBlock({ who, keptAt, events }: EarlierLogBlock): LogEvent[] {
  const said = splitAccountKey(who);
  return events.flatMap(({ same, each }) =>
    each.map((one) => ({ ...same, ...one, ...said, seenAt: keptAt }) as unknown as LogEvent),
  );
}
