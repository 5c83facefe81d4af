// Finds accounts that say of themselves what cannot be true beside what they said before: another person's name,
// other schools and jobs in place of the earlier ones, the same ones many years earlier, other ways to be reached
// time and again; and accounts that were closed and whose works and words stand on a new one. People marry, move,
// rename themselves and mend what they wrote, so only statements that have nothing in common count.
import type { Evidence, ProfileHistory } from '../../evidence/evidence.ts';
import { type AccountKey, splitAccountKey } from '../../model/account.ts';
import type { Data, EvidenceRow, Finding, Strength } from '../../model/finding.ts';
import { findingKey } from '../../model/finding-key.ts';
import { spanOf, type Time } from '../../model/time.ts';
import type { FlagCheck, FlagReport, RedFlag } from '../red-flag.ts';
import { sourcesOf } from '../sources.ts';
import { type Change, type ChangedField, changesOf } from './changes.ts';
import { type Successor, successorsOf } from './closed-then-new.ts';
import en from './en.json' with { type: 'json' };

type MessageId = keyof typeof en.messages;
type IdentityCheck = FlagCheck & { message: MessageId };
type IdentityFinding = Finding & { message: MessageId };
type Row = EvidenceRow & { label: MessageId };

/** So many changes of contacts, at once or one after the other, are more than a lost telephone. */
const MIN_CONTACTS = 2;
const MANY_CONTACTS = 3;

/**
 * The shares of ordinary accounts that are found, at most (95 %). Of 4,258 on held-out seeds none was (docs/evaluation.md),
 * which bounds the share at .0007; with 24,923 more on seeds that may be tuned on none of 29,181, which bounds it at .00011
 * however strong. Worlds are tidier than life, so that the weaker ones keep the wider bound.
 */
const CHANCE: Readonly<Record<Strength, number>> = { weak: 0.00071, moderate: 0.0004, strong: 0.00015 };

export const changedIdentity: RedFlag = {
  id: 'changed-identity',
  clauses: ['C1', 'C11', 'C12'],
  falseAlarms: { question: CHANCE.weak, closer: CHANCE.strong },
  words: en,
  evaluate,
};

async function evaluate(accounts: readonly AccountKey[], evidence: Evidence): Promise<FlagReport> {
  const checks = new Map<AccountKey, IdentityCheck>();
  const findings: Finding[] = [];
  const histories = await evidence.profileHistoriesOf(accounts);
  const successors = histories.size > 0 ? await successorsOf([...histories.keys()], evidence) : new Map();
  for (const account of accounts) {
    const history = histories.get(account);
    if (!history) {
      checks.set(account, { result: 'too-little', message: 'noProfile', data: {} });
      continue;
    }
    const own = [changed(account, history), succeeded(account, successors.get(account), history)].flatMap(
      (finding) => finding ?? [],
    );
    findings.push(...own);
    checks.set(account, checkOf(history, own));
  }
  return { checks, findings };
}

function checkOf({ firstSeenAt, lastSeenAt }: ProfileHistory, own: readonly IdentityFinding[]): IdentityCheck {
  const data = { period: { time: periodOf(firstSeenAt, lastSeenAt) } };
  const [finding] = own;
  if (finding)
    return { result: 'found', message: finding.message === 'changed' ? 'checkFound' : 'checkSucceeded', data };
  if (dayOf(firstSeenAt) === dayOf(lastSeenAt)) return { result: 'too-little', message: 'seenOnce', data };
  return { result: 'clear', message: 'clear', data };
}

/** What makes of changes a finding; undefined where they are what happens to everybody. */
function strengthOf(changes: readonly Change[]): Strength | undefined {
  const count = (field: ChangedField) => changes.filter((change) => change.field === field).length;
  const kinds = [
    count('name') > 0,
    count('schools') > 0,
    count('jobs') > 0,
    count('years') > 0,
    count('contacts') >= MIN_CONTACTS || (count('contacts') > 0 && count('code') > 0),
  ].filter(Boolean).length;
  if (kinds === 0) return undefined;
  if (kinds > 1 || (count('name') > 0 && count('country') > 0)) return 'strong';
  if (changes.every(({ field, isOpen }) => isOpen || field === 'country')) return 'weak';
  const onlyContacts = changes.every(({ field }) => field === 'contacts' || field === 'country');
  return onlyContacts && count('contacts') < MANY_CONTACTS ? 'weak' : 'moderate';
}

function changed(account: AccountKey, history: ProfileHistory): IdentityFinding | undefined {
  const changes = changesOf(history);
  const strength = strengthOf(changes);
  if (!strength) return undefined;
  const { url } = history.profile;
  return {
    ...common(account, strength),
    key: findingKey(
      changedIdentity.id,
      changes.map(({ field, before, after }) => [field, before, after].join('\n')),
    ),
    with: [],
    message: 'changed',
    data: { changes: changes.length, period: { time: periodOf(history.firstSeenAt, history.lastSeenAt) } },
    evidence: [
      {
        kind: 'counts',
        rows: changes.map(rowOf),
        sources: sourcesOf([{ url, firstSeenAt: history.lastSeenAt }]),
      },
    ],
  };
}

const labels = {
  name: 'rowName',
  country: 'rowCountry',
  contacts: 'rowContacts',
  code: 'rowCode',
  schools: 'rowSchools',
  jobs: 'rowJobs',
  years: 'rowYears',
} as const satisfies Record<ChangedField, MessageId>;

function rowOf({ field, before, beforeAt, after, afterAt }: Change): Row {
  const data: Data = { before, seen: { time: dayOf(beforeAt) }, after, later: { time: dayOf(afterAt) } };
  return { label: labels[field], value: { message: 'beforeAndAfter', data } };
}

/** The same documents on an account that was closed and on one that was opened about then. */
function succeeded(
  account: AccountKey,
  pair: Successor | undefined,
  history: ProfileHistory,
): IdentityFinding | undefined {
  if (!pair) return undefined;
  const other = pair.closed === account ? pair.opened : pair.closed;
  const names: Row = {
    label: 'rowName',
    value: { message: 'closedAndNew', data: { closed: pair.names.closed, opened: pair.names.opened } },
  };
  return {
    ...common(account, 'moderate'),
    key: findingKey(changedIdentity.id, [pair.closed, pair.opened]),
    topic: findingKey('documents', [pair.closed, pair.opened]),
    // Who goes on under the same name often has a reason that is nobody's business.
    ...(!pair.isSomebodyElse && { commonPractice: true as const, chance: 1, strength: 'weak' as const }),
    with: [other],
    message: pair.closed === account ? 'openedElsewhere' : 'openedAfter',
    data: { other: { accounts: [other] }, pieces: pair.shared, who: pair.isSomebodyElse ? 'other' : 'same' },
    evidence: [
      {
        kind: 'counts',
        rows: [
          ...(pair.names.closed !== '' && pair.names.opened !== '' ? [names] : []),
          { label: 'rowClosed', value: { time: dayOf(pair.closedSeenAt) } },
          { label: 'rowMember', value: { time: pair.memberSince } },
          { label: 'rowShared', value: pair.shared },
        ] satisfies Row[],
        sources: sourcesOf([{ url: history.profile.url, firstSeenAt: history.lastSeenAt }]),
      },
    ],
  };
}

function common(account: AccountKey, strength: Strength) {
  return {
    flag: changedIdentity.id,
    topic: changedIdentity.id,
    ...splitAccountKey(account),
    clauses: [...changedIdentity.clauses],
    strength,
    chance: CHANCE[strength],
  };
}

const dayOf = (moment: string) => moment.slice(0, 10);
const periodOf = (first: string, last: string) => spanOf([dayOf(first), dayOf(last)]) as Time;
