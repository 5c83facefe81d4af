// Finds accounts of different people in one log that one machine or one session was used for: a device that the log
// names, one session, one address together with a program that hardly anybody else has, or one address at which three
// accounts and more are used one after the other, never at once. An address alone is shared by families and flatmates
// and only informs; what many share is an office, a gateway or a desk.
import type { Evidence, PersonLogs } from '../../evidence/evidence.ts';
import { type AccountKey, splitAccountKey } from '../../model/account.ts';
import type { EvidenceRow, Finding, Strength } from '../../model/finding.ts';
import { findingKey } from '../../model/finding-key.ts';
import { type LogKey, logKeysOf, type SignIn } from '../../model/log-event.ts';
import { DAY_MS, intervalOf } from '../../model/time.ts';
import { eachAccount } from '../each-account.ts';
import { NONE_FOUND } from '../joined-logs.ts';
import type { RedFlag } from '../red-flag.ts';
import { MAX_SHARING, othersWith } from '../sign-ins.ts';
import en from './en.json' with { type: 'json' };
import { takenInTurns } from './turns.ts';

type MessageId = keyof typeof en.messages;
type Row = EvidenceRow & { label: MessageId };

const MIN_SIGN_INS = 5;
/** Keys looked up of one person, the most used first. */
const MAX_KEYS = 400;
const MAX_SHOWN = 20;
/** One person works through so many accounts at most: more are a desk's, a ward's, a support team's. */
const [MAX_ON_MACHINE, MAX_ON_SESSION] = [8, 12];
/** One machine seen on so many days was not lent once. */
const MIN_DAYS = 2;

/** What a key of each kind is evidence of; an address where it is none of these. */
const kinds: Readonly<Record<string, Shared['kind']>> = { device: 'device', session: 'session' };

/** What two accounts have in common, and on how many days this one had it. */
export interface Shared {
  kind: 'device' | 'session' | 'machine' | 'turns' | 'address';
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
    const logs = await evidence.logsOf(accounts);
    return eachAccount<MessageId>(accounts, async (account) => {
      const own = logs.get(account);
      const signIns = (own?.signIns ?? []).filter(({ ip, device, session }) => ip ?? device ?? session);
      const data = { signIns: signIns.length, needed: MIN_SIGN_INS };
      if (!own || signIns.length < MIN_SIGN_INS)
        return { check: { result: 'too-little', message: own ? 'tooFew' : 'noLogs', data: own ? data : {} } };
      const shared = await sharedBy(own, signIns, evidence);
      const others = new Set(shared.flatMap((one) => one.others)).size;
      const message = others > 0 ? 'checkFound' : 'clear';
      const check = { result: others > 0 ? 'found' : 'clear', message, data: { ...data, others } } as const;
      return { check, findings: shared.length > 0 ? [finding(account, shared)] : [] };
    });
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
  const isPlace = placesAmong(signIns, found);
  for (const [key, { others, all }] of found) {
    const kind = key.slice(0, key.indexOf(':'));
    if (others.length === 0 || all > maxSharing(kind, key, isPlace)) continue;
    const named = others.map((other) => other.key);
    if (kind === 'client') for (const other of named) rareClients.add(other);
    else {
      const value = key.slice(kind === 'ip' ? 3 : key.indexOf(':', kind.length + 1) + 1);
      shared.push({ kind: kinds[kind] ?? 'address', value, others: named, days: days.get(key)?.size ?? 0 });
    }
  }
  const addresses = shared.filter(({ kind }) => kind === 'address');
  const turns = new Set(await takenInTurns(own, addresses, evidence));
  return shared.flatMap((one) => {
    if (one.kind !== 'address') return [one];
    if (turns.has(one)) return [{ ...one, kind: 'turns' }];
    // One address and one program that hardly anybody has: most likely one machine.
    const onMachine = one.others.filter((other) => rareClients.has(other));
    if (onMachine.length > 0 && one.others.length < MAX_SHARING)
      return [{ ...one, kind: 'machine', others: onMachine }];
    return one.others.length < MAX_SHARING ? [one] : [];
  });
}

/** How many may have a key that is no common place of work. A session is one browser's, whoever is signed in with it. */
function maxSharing(kind: string, key: LogKey, isPlace: (key: LogKey) => boolean): number {
  if (kind === 'client') return MAX_SHARING;
  if (kind === 'session') return MAX_ON_SESSION;
  if (kind === 'ip') return MAX_ON_MACHINE;
  return isPlace(key) ? MAX_SHARING : MAX_ON_MACHINE;
}

/** Devices that were used at an address which as many share as the device: a common desk, and its office. */
function placesAmong(
  signIns: readonly SignIn[],
  found: ReadonlyMap<LogKey, { all: number }>,
): (key: LogKey) => boolean {
  const holders = (key: LogKey) => found.get(key)?.all ?? 0;
  const desks = signIns.flatMap(({ site, device, ip }) => {
    const key = `device:${site}:${device}` as const;
    return device !== undefined && ip !== undefined && holders(`ip:${ip}`) >= holders(key) ? [key] : [];
  });
  const all = new Set<LogKey>(desks);
  return (key) => all.has(key);
}

function finding(account: AccountKey, all: readonly Shared[]): Finding {
  const machines = all.filter(({ kind, days }) => kind === 'session' || (kind !== 'address' && days >= MIN_DAYS));
  const isAsking = machines.length > 0;
  const shared = [...(isAsking ? machines : all)].sort((a, b) => b.days - a.days);
  const others = [...new Set(shared.flatMap((one) => one.others))].sort();
  const seen = new Set(shared.map(({ kind }) => kind));
  const strength: Strength = isAsking ? 'moderate' : 'weak';
  const label = {
    device: 'rowDevice',
    session: 'rowSession',
    machine: 'rowMachine',
    turns: 'rowTurns',
    address: 'rowAddress',
  } as const;
  const rows: Row[] = shared.slice(0, MAX_SHOWN).map((one) => ({
    label: label[one.kind],
    data: { value: one.value },
    value: { message: 'sharedWith', data: { accounts: { accounts: one.others }, days: one.days } },
  }));
  const message = seen.has('device')
    ? 'foundDevice'
    : seen.has('session')
      ? 'foundSession'
      : seen.has('turns')
        ? 'foundTurns'
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
