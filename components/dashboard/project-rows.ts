// A project as the client sees it: how many of its bids were read, who bid, in which groups, what was decided; and
// its bidders as a table for a spreadsheet.
import Papa from 'papaparse';
import { calledBy } from '../../lib/i18n/people.ts';
import { sentence, titleOf } from '../../lib/i18n/sentences.ts';
import { type AccountKey, splitAccountKey } from '../../lib/model/account.ts';
import type { Bid, Project } from '../../lib/model/observation.ts';
import type { AccountRow, StoredObservation } from '../../lib/store/rows.ts';
import { joined } from './account-groups.ts';
import type { AccountNote } from './account-notes.ts';

/** Somebody who bid on the project: their row in the list of everyone, and the bid. */
export interface Bidder extends AccountRow {
  bid: Bid;
}

export interface ProjectSummary {
  /** `site:project`. */
  key: AccountKey;
  /** Absent where only bids on it were seen. */
  project?: Project;
  lastSeenAt: string;
  bidders: readonly Bidder[];
  /** Bids there as far as is known: those that the page stated, never fewer than were read. */
  bidCount: number;
  /** Bidders that ask for attention and were not checked. */
  asking: number;
  /** Groups that findings make of the bidders that ask, each bidder in one at most. */
  groups: number;
  checked: number;
  records: number;
}

/**
 * Puts a project together.
 *
 * @param rows everything stored that names the project
 * @param accounts the rows of the accounts that bid
 * @param notes what the user decided about them
 */
export function projectSummary(
  key: AccountKey,
  rows: readonly StoredObservation[],
  accounts: ReadonlyMap<AccountKey, AccountRow>,
  notes: ReadonlyMap<AccountKey, AccountNote>,
): ProjectSummary {
  const project = rows.find(({ body }) => body.kind === 'project')?.body as Project | undefined;
  const bidders = rows.flatMap(({ body, who }): Bidder[] => {
    const account = who && accounts.get(who);
    return body.kind === 'bid' && account ? [{ ...account, bid: body }] : [];
  });
  const asking = bidders.filter((one) => one.rank < 2 && !notes.get(one.key)?.checked);
  const lastSeenAt = rows.reduce((last, row) => (row.lastSeenAt > last ? row.lastSeenAt : last), '');
  return {
    key,
    ...(project && { project }),
    lastSeenAt,
    bidders,
    bidCount: Math.max(project?.bidCount ?? 0, bidders.length),
    asking: asking.length,
    groups: joined(asking).length,
    checked: bidders.filter((one) => notes.get(one.key)?.checked).length,
    records: bidders.filter((one) => notes.get(one.key)?.record !== undefined).length,
  };
}

/** A project's title, or its id where none was seen. */
export function titleOfProject({ key, project }: Pick<ProjectSummary, 'key' | 'project'>): string {
  return project?.title ?? splitAccountKey(key).account;
}

const columns = [
  'account',
  'name',
  'level',
  'flags',
  'reason',
  'amount',
  'currency',
  'days',
  'sent',
  'bids seen',
  'reviews seen',
  'checked',
  'set aside',
  'record',
  'text',
] as const;

/**
 * Bidders as CSV, RFC 4180, with a first line of names. What a spreadsheet would take for a formula is written so
 * that it shows as text.
 */
export function biddersCsv(bidders: readonly Bidder[], notes: ReadonlyMap<AccountKey, AccountNote>): string {
  const data = bidders.map((one) => {
    const { key, bid, level, findings, flags, coverage } = one;
    const [main] = findings;
    const note = notes.get(key);
    return [
      key,
      calledBy(key),
      level,
      flags.map((flag) => titleOf(flag)).join(', '),
      main ? sentence(main.flag, main.message, main.data) : '',
      bid.amount ?? '',
      bid.currency ?? '',
      bid.days ?? '',
      bid.submittedAt ?? '',
      coverage.bids,
      coverage.reviews,
      note?.checked ?? '',
      note?.muted ?? 0,
      note?.record ?? '',
      bid.text ?? '',
    ];
  });
  return Papa.unparse({ fields: [...columns], data }, { escapeFormulae: true, newline: '\r\n' });
}
