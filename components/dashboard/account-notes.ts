// What the user decided about accounts, as lists show it: checked, something muted, a due-diligence record. It stands
// beside what was found and never in its place.
import { countSetAside, isStillFine } from '../../lib/assess/apply-decisions.ts';
import { presentDecision } from '../../lib/assess/present-decision.ts';
import type { AccountKey } from '../../lib/model/account.ts';
import type { AccountRow, StoredDecision, StoredRecord } from '../../lib/store/rows.ts';

export interface AccountNote {
  /** When the user found the account fine, ISO 8601, while nothing new was found since. */
  checked?: string;
  /** How many findings or flags the user set aside. */
  muted: number;
  /** Id of the record that was changed last. */
  record?: string;
}

export const noteKinds = ['checked', 'muted', 'record', 'none'] as const;
export type NoteKind = (typeof noteKinds)[number];

/** The notes on each of these rows that has any. */
export function accountNotes(
  rows: readonly AccountRow[],
  decisions: readonly StoredDecision[],
  records: readonly StoredRecord[],
): Map<AccountKey, AccountNote> {
  const recordOf = new Map<string, StoredRecord>();
  for (const record of records) {
    if ((recordOf.get(record.account)?.changedAt ?? '') < record.changedAt) recordOf.set(record.account, record);
  }
  const decided = new Map<string, StoredDecision[]>();
  for (const decision of decisions) {
    const own = presentDecision(decision);
    decided.set(own.account, [...(decided.get(own.account) ?? []), own]);
  }
  const notes = new Map<AccountKey, AccountNote>();
  for (const { key, findings } of rows) {
    const own = decided.get(key) ?? [];
    const fine = own.findLast((one) => one.kind === 'fine');
    const muted = countSetAside(own);
    const record = recordOf.get(key)?.id;
    const checked = fine && isStillFine(fine, findings) ? fine.at : undefined;
    if (!checked && muted === 0 && record === undefined) continue;
    notes.set(key, { muted, ...(checked && { checked }), ...(record !== undefined && { record }) });
  }
  return notes;
}

/** Whether an account with this note, or with none, is of this kind. */
export function isNoted(note: AccountNote | undefined, kind: NoteKind): boolean {
  switch (kind) {
    case 'checked':
      return note?.checked !== undefined;
    case 'muted':
      return (note?.muted ?? 0) > 0;
    case 'record':
      return note?.record !== undefined;
    case 'none':
      return note === undefined;
  }
}
