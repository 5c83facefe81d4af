// What the store's rows say, as the red flags are given it: the same for rows from the database and from memory.
import type { AccountKey } from '../model/account.ts';
import type { Bid, Message, Profile, Review } from '../model/observation.ts';
import { wordless } from '../model/observation.ts';
import type { ProjectedRow } from '../store/projection.ts';
import { stateOfRow } from '../store/row.ts';
import type { StoredObservation } from '../store/rows.ts';
import type { ProfileHistory, StoredBid, StoredMessage, StoredReview, StoredText } from './evidence.ts';

/** The bids among rows. */
export function bidsIn(rows: readonly StoredObservation[]): StoredBid[] {
  return rows.flatMap(({ n, firstSeenAt, lastSeenAt, body }) => {
    return body.kind === 'bid' ? [{ ...(body as Bid), n, firstSeenAt, lastSeenAt }] : [];
  });
}

/** The reviews among rows. */
export function reviewsIn(rows: readonly StoredObservation[]): StoredReview[] {
  return rows.flatMap(({ n, firstSeenAt, lastSeenAt, body }) => {
    return body.kind === 'review' ? [{ ...(body as Review), n, firstSeenAt, lastSeenAt }] : [];
  });
}

/** The texts among rows: of bids, and of messages to the user whose words were kept. */
export function textsIn(rows: readonly StoredObservation[]): StoredText[] {
  return rows.flatMap((row): StoredText[] => {
    const text = textOf(row);
    const { n, firstSeenAt, lastSeenAt, body } = row;
    if (text === undefined || (body.kind !== 'bid' && body.kind !== 'message')) return [];
    const { site, account, url } = body;
    const project = body.kind === 'bid' ? body.project : '';
    const sentAt = body.kind === 'bid' ? body.submittedAt : body.sentAt;
    const stored = { n, firstSeenAt, lastSeenAt, site, account, project, text };
    return [{ ...stored, ...(url !== undefined && { url }), ...(sentAt !== undefined && { sentAt }) }];
  });
}

/** The text of a row that is compared with others'; undefined when it has none. */
export function textOf({ body }: ProjectedRow): string | undefined {
  if (body.kind === 'bid') return body.text;
  return body.kind === 'message' && !body.mine && !wordless.test(body.text) ? body.text : undefined;
}

/** The profile among the rows of one account. */
export function profileIn(rows: readonly StoredObservation[]): Profile | undefined {
  return rows.find(({ kind }) => kind === 'profile')?.body as Profile | undefined;
}

/** What the profile among the rows of one account said over time. */
export function profileHistoryIn(rows: readonly StoredObservation[]): ProfileHistory | undefined {
  const row = rows.find(({ kind }) => kind === 'profile');
  if (!row) return undefined;
  const { firstSeenAt, lastSeenAt, body } = row;
  return { firstSeenAt, lastSeenAt, profile: body as Profile, values: stateOfRow(row).values };
}

/** The messages among rows, with words or without. */
export function messagesIn(rows: readonly StoredObservation[]): StoredMessage[] {
  return rows.flatMap(({ n, firstSeenAt, lastSeenAt, body }) => {
    return body.kind === 'message' ? [{ ...(body as Message), n, firstSeenAt, lastSeenAt }] : [];
  });
}

/** What `find` finds in the rows of each account; accounts of which it finds nothing are left out. */
export function byAccount<T>(
  rowsOf: ReadonlyMap<AccountKey, readonly StoredObservation[]>,
  find: (rows: readonly StoredObservation[]) => T | undefined,
): Map<AccountKey, T> {
  const all = new Map<AccountKey, T>();
  for (const [account, rows] of rowsOf) {
    const found = find(rows);
    if (found !== undefined && !(Array.isArray(found) && found.length === 0)) all.set(account, found);
  }
  return all;
}

/**
 * What was answered about some accounts, for as long as somebody holds the list of them: a dozen flags ask the same of
 * the same list, one after the other.
 */
export class AnswersByList {
  readonly #answers = new WeakMap<readonly AccountKey[], Map<unknown, unknown>>();

  /**
   * @param accounts a list that does not change
   * @param find one of the functions above, which always finds the same in the same rows
   */
  byAccount<T>(
    accounts: readonly AccountKey[],
    rowsOf: () => ReadonlyMap<AccountKey, readonly StoredObservation[]>,
    find: (rows: readonly StoredObservation[]) => T | undefined,
  ): Map<AccountKey, T> {
    const answers = this.#answers.get(accounts) ?? new Map<unknown, unknown>();
    this.#answers.set(accounts, answers);
    const found = (answers.get(find) as Map<AccountKey, T> | undefined) ?? byAccount(rowsOf(), find);
    answers.set(find, found);
    return found;
  }
}
