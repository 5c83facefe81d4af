// Says of an account that it is new on its marketplace. Everybody was new once, so that this never asks for attention:
// it belongs to the picture, beside what other flags find.
import { type AccountKey, splitAccountKey } from '../../model/account.ts';
import type { Finding } from '../../model/finding.ts';
import { findingKey } from '../../model/finding-key.ts';
import type { Profile } from '../../model/observation.ts';
import { readInterval } from '../../model/time.ts';
import type { FlagCheck, RedFlag } from '../red-flag.ts';
import { sourcesOf } from '../sources.ts';
import en from './en.json' with { type: 'json' };

type MessageId = keyof typeof en.messages;

/** So long an account is new. */
const NEW_DAYS = 90;
const DAY_MS = 86_400_000;

export const newAccount: RedFlag = {
  id: 'new-account',
  clauses: ['A1'],
  // It never asks.
  falseAlarms: { question: 0, closer: 0 },
  onlyInforms: true,
  words: en,

  async evaluate(accounts, evidence) {
    const checks = new Map<AccountKey, FlagCheck & { message: MessageId }>();
    const findings: Finding[] = [];
    const profiles = await evidence.profilesOf(accounts);
    for (const account of accounts) {
      const profile = profiles.get(account);
      const since = profile?.role === 'freelancer' ? profile.memberSince : undefined;
      const joined = since === undefined ? undefined : readInterval(since);
      if (!profile || since === undefined || !joined) {
        checks.set(account, { result: 'too-little', message: 'notSeen', data: {} });
        continue;
      }
      // Counted from the earliest day that it can have joined: what may be older is not called new.
      const isNew = Date.parse(profile.seenAt) - joined.from <= NEW_DAYS * DAY_MS;
      if (isNew) findings.push(finding(account, profile, since));
      const data = { since: { time: since } };
      checks.set(account, { result: isNew ? 'found' : 'clear', message: isNew ? 'checkFound' : 'clear', data });
    }
    return { checks, findings };
  },
};

function finding(account: AccountKey, { url, seenAt }: Profile, since: string): Finding & { message: MessageId } {
  const data = { since: { time: since }, days: NEW_DAYS };
  return {
    flag: newAccount.id,
    key: findingKey(newAccount.id),
    topic: newAccount.id,
    ...splitAccountKey(account),
    clauses: [...newAccount.clauses],
    strength: 'weak',
    chance: 1,
    commonPractice: true,
    with: [],
    message: 'found',
    data,
    evidence: [
      {
        kind: 'counts',
        rows: [{ label: 'rowSince', value: { time: since } }],
        sources: sourcesOf([{ url, firstSeenAt: seenAt }]),
      },
    ],
  };
}
