// Finds accounts of different people in one log that one machine or one session was used for: a device that the log
// names, one session, or one address together with a program that hardly anybody else has. An address alone is shared by
// families and flatmates and only informs; what many share is an office, a gateway or a desk.
import type { Evidence, PersonLogs } from '../../evidence/evidence.ts';
import { type AccountKey, splitAccountKey } from '../../model/account.ts';
import type { EvidenceRow, Finding, Strength } from '../../model/finding.ts';
import { findingKey } from '../../model/finding-key.ts';
import { type LogKey, logKeysOf, type SignIn } from '../../model/log-event.ts';
import { DAY_MS, intervalOf } from '../../model/time.ts';
import { NONE_FOUND } from '../joined-logs.ts';
import type { FlagCheck, RedFlag } from '../red-flag.ts';
import { MAX_SHARING, othersWith } from '../sign-ins.ts';
import en from './en.json' with { type: 'json' };

type MessageId = keyof typeof en.messages;
type Row = EvidenceRow & { label: MessageId };

const MIN_SIGN_INS = 5;
/** Keys looked up of one person, the most used first. */
const MAX_KEYS = 400;
const MAX_SHOWN = 20;
/** One machine seen on so many days was not lent once. */
const MIN_DAYS = 2;

/** What a key of each kind is evidence of; an address where it is none of these. */
const kinds: Readonly<Record<string, Shared['kind']>> = { device: 'device', session: 'session' };

/** What two accounts have in common, and on how many days this one had it. */
interface Shared {
  kind: 'device' | 'session' | 'machine' | 'address';
  value: string;
  others: AccountKey[];
  days: number;
}

export const sharedAddress: RedFlag = {
  id: 'shared-address',
  clauses: ['P2'],
  falseAlarms: { question: NONE_FOUND.weak, closer: 0 },
  words: en,

  async evaluate(accounts, evidence) {
    const checks = new Map<AccountKey, FlagCheck & { message: MessageId }>();
    const findings: Finding[] = [];
    const logs = await evidence.logsOf(accounts);
    for (const account of accounts) {
      const own = logs.get(account);
      const signIns = (own?.signIns ?? []).filter(({ ip, device, session }) => ip ?? device ?? session);
      const data = { signIns: signIns.length, needed: MIN_SIGN_INS };
      if (!own || signIns.length < MIN_SIGN_INS) {
        checks.set(account, { result: 'too-little', message: own ? 'tooFew' : 'noLogs', data: own ? data : {} });
        continue;
      }
      const shared = await sharedBy(own, signIns, evidence);
      if (shared.length > 0) findings.push(finding(account, shared));
      const others = new Set(shared.flatMap((one) => one.others)).size;
      const message = others > 0 ? 'checkFound' : 'clear';
      checks.set(account, { result: others > 0 ? 'found' : 'clear', message, data: { ...data, others } });
    }
    return { checks, findings };
  },
};

async function sharedBy(own: PersonLogs, signIns: readonly SignIn[], evidence: Evidence): Promise<Shared[]> {
  const days = new Map<LogKey, Set<number>>();
  for (const signIn of signIns) {
    const day = Math.floor(intervalOf(signIn.at).from / DAY_MS);
    for (const key of logKeysOf(signIn)) {
      if (!/^(?:ip|device|session|client):/.test(key)) continue;
      const known = days.get(key);
      if (known) known.add(day);
      else days.set(key, new Set([day]));
    }
  }
  const keys = [...days].sort(([, a], [, b]) => b.size - a.size).slice(0, MAX_KEYS);
  const found = await othersWith(
    own,
    keys.map(([key]) => key),
    evidence,
  );
  const shared: Shared[] = [];
  const rareClients = new Set<AccountKey>();
  for (const [key, { others, all }] of found) {
    if (others.length === 0 || all > MAX_SHARING) continue;
    const kind = key.slice(0, key.indexOf(':'));
    if (kind === 'client') for (const { key: other } of others) rareClients.add(other);
    else {
      const value = key.slice(kind === 'ip' ? 3 : key.indexOf(':', kind.length + 1) + 1);
      const count = days.get(key)?.size ?? 0;
      const named = others.map((other) => other.key);
      shared.push({
        kind: kinds[kind] ?? 'address',
        value,
        others: named,
        days: count,
      });
    }
  }
  // One address and one program that hardly anybody has: most likely one machine.
  return shared.map((one) => {
    const onMachine = one.kind === 'address' ? one.others.filter((other) => rareClients.has(other)) : [];
    return onMachine.length > 0 ? { ...one, kind: 'machine', others: onMachine } : one;
  });
}

function finding(account: AccountKey, all: readonly Shared[]): Finding {
  const machines = all.filter(({ kind, days }) => kind === 'session' || (kind !== 'address' && days >= MIN_DAYS));
  const isAsking = machines.length > 0;
  const shared = [...(isAsking ? machines : all)].sort((a, b) => b.days - a.days);
  const others = [...new Set(shared.flatMap((one) => one.others))].sort();
  const seen = new Set(shared.map(({ kind }) => kind));
  const strength: Strength = isAsking ? 'moderate' : 'weak';
  const label = { device: 'rowDevice', session: 'rowSession', machine: 'rowMachine', address: 'rowAddress' } as const;
  const rows: Row[] = shared.slice(0, MAX_SHOWN).map((one) => ({
    label: label[one.kind],
    data: { value: one.value },
    value: { message: 'sharedWith', data: { accounts: { accounts: one.others }, days: one.days } },
  }));
  const message = seen.has('device')
    ? 'foundDevice'
    : seen.has('session')
      ? 'foundSession'
      : isAsking
        ? 'foundMachine'
        : 'foundAddress';
  return {
    flag: 'shared-address',
    key: findingKey('shared-address', [account, ...others]),
    topic: findingKey('shared-address', [account, ...others]),
    ...splitAccountKey(account),
    clauses: ['P2'],
    strength,
    chance: NONE_FOUND[strength],
    ...(!isAsking && { commonPractice: true as const }),
    with: others,
    message,
    data: { others: { accounts: others }, days: shared[0]?.days ?? 0 },
    evidence: [{ kind: 'counts', rows }],
  };
}
