// The rows that events of logs make: one of an account's events in a week with what they are found by, and one of the account.
import { type AccountKey, splitAccountKey } from '../model/account.ts';
import { keysOfAccount, keysOfEvent, type LogEvent, type LogKey, whoOf } from '../model/log-event.ts';
import { packed, unpacked, weekOf } from './log-blocks.ts';
import type { LogAccountRow, LogBlock } from './rows.ts';

/** What one row of events is found by, at most, and what one account. */
const MAX_KEYS = 5_000;

/** The row that an event is in. */
export function blockId(event: LogEvent): string {
  return `${whoOf(event)}\u0000${weekOf(event)}`;
}

/** Whose events a row holds, by its id: no account's has a zero character. */
export function whoOfBlock(id: string): AccountKey {
  return id.slice(0, id.indexOf('\u0000')) as AccountKey;
}

/** The row of events of one account and week. */
export function logBlock(id: string, who: AccountKey, events: readonly LogEvent[]): LogBlock {
  let keptAt: string | undefined;
  for (const { seenAt } of events) if (keptAt === undefined || seenAt < keptAt) keptAt = seenAt;
  return { id, who, keptAt: keptAt ?? '', keys: atMost(keysIn(events)), events: packed(events) };
}

/** What sign-ins of one account are found by. */
const found = ['ip', 'device', 'session', 'client'] as const;

function keysIn(events: readonly LogEvent[]): Set<LogKey> {
  const keys = new Set<LogKey>();
  const known = found.map(() => new Set<string>());
  for (const event of events) {
    let isNew = event.kind !== 'sign-in';
    if (event.kind === 'sign-in' && event.outcome !== 'failed') {
      for (const [i, field] of found.entries()) {
        const said = event[field];
        if (said === undefined || known[i]?.has(said)) continue;
        known[i]?.add(said);
        isNew = true;
      }
    }
    // Most say what others said: to write their keys takes longer than all else that is done with them.
    if (isNew) for (const key of keysOfEvent(event)) keys.add(key);
  }
  return keys;
}

/** The events of a row. */
export function eventsOfBlock({ who, events }: LogBlock): LogEvent[] {
  return unpacked(who, events);
}

/** @param names what events call the account @param before what is known of it */
export function logAccountRow(
  key: AccountKey,
  names: Iterable<string | undefined>,
  before?: LogAccountRow,
): LogAccountRow {
  const said = splitAccountKey(key);
  const all = [...names];
  const name = all.find((one) => one !== undefined) ?? before?.name;
  const keys = new Set<LogKey>(before?.keys);
  for (const one of all) {
    for (const found of keysOfAccount({ account: said.account, ...(one !== undefined && { name: one }) }))
      keys.add(found);
  }
  return { key, ...said, ...(name !== undefined && { name }), keys: atMost(keys) };
}

const atMost = (keys: ReadonlySet<LogKey>) => [...keys].sort().slice(0, MAX_KEYS);
