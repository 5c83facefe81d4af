// Finds accounts that are used through remote control of a machine: sign-ins from the ports that such programs listen on,
// or by a program for remote control, again and again. Where several of your people use the same program it is your
// company's practice and does not count.
import type { Evidence, PersonLogs } from '../../evidence/evidence.ts';
import { type AccountKey, splitAccountKey } from '../../model/account.ts';
import type { Finding, Strength } from '../../model/finding.ts';
import { findingKey } from '../../model/finding-key.ts';
import type { LogKey, SignIn } from '../../model/log-event.ts';
import { DAY_MS, intervalOf } from '../../model/time.ts';
import { eachAccount } from '../each-account.ts';
import { NONE_FOUND } from '../joined-logs.ts';
import { timesOf } from '../log-times.ts';
import type { RedFlag } from '../red-flag.ts';
import { MAX_SHARING } from '../sign-ins.ts';
import en from './en.json' with { type: 'json' };
import { isRemoteControl, REMOTE_PORTS, remotePrograms } from './programs.ts';

type MessageId = keyof typeof en.messages;

const MIN_SIGN_INS = 5;
/** Once may be a port drawn by chance, or a helping hand. */
const MIN_USES = 2;
/** On so many days it is a way of working. */
const MANY_DAYS = 3;

/** A program or a port, and the sign-ins with it. */
interface Use {
  what: string;
  signIns: SignIn[];
}

/** @param programs names of programs for remote control */
export const remoteDesktopBy = (programs: readonly string[]): RedFlag => ({
  id: 'remote-desktop',
  clauses: ['P4', 'M3'],
  falseAlarms: { question: NONE_FOUND.weak, closer: 0 },
  words: en,

  async evaluate(accounts, evidence) {
    const logs = await evidence.logsOf(accounts);
    return eachAccount<MessageId>(accounts, async (account) => {
      const own = logs.get(account);
      const said = own?.signIns.filter(({ client, device, port }) => (client ?? device ?? port) !== undefined) ?? [];
      const data = { signIns: said.length, needed: MIN_SIGN_INS };
      if (!own || said.length < MIN_SIGN_INS)
        return { check: { result: 'too-little', message: own ? 'tooFew' : 'noLogs', data: own ? data : {} } };
      const uses = await usesIn(own, evidence, programs);
      const count = uses.reduce((sum, { signIns }) => sum + signIns.length, 0);
      const message = count > 0 ? 'checkFound' : 'clear';
      const check = { result: count > 0 ? 'found' : 'clear', message, data: { ...data, uses: count } } as const;
      return { check, findings: uses.length > 0 ? [finding(account, uses)] : [] };
    });
  },
});

export const remoteDesktop = remoteDesktopBy(remotePrograms);

async function usesIn({ signIns }: PersonLogs, evidence: Evidence, programs: readonly string[]): Promise<Use[]> {
  const byPort = signIns.filter(({ port }) => port !== undefined && REMOTE_PORTS.has(port));
  const byName = (['client', 'device'] as const).flatMap((field) =>
    signIns.flatMap((signIn) => {
      const what = signIn[field];
      if (what === undefined || !isRemoteControl(what, programs)) return [];
      return [{ signIn, what, key: `${field}:${signIn.site}:${what}` satisfies LogKey }];
    }),
  );
  const holders = await evidence.logHoldersOf([...new Set(byName.map(({ key }) => key))]);
  const unusual = byName.filter(({ key }) => (holders.get(key)?.length ?? 0) <= MAX_SHARING);
  const uses = [
    ...Map.groupBy(byPort, ({ port }) => String(port)),
    ...[...Map.groupBy(unusual, ({ what }) => what)].map(
      ([what, own]) => [what, own.map(({ signIn }) => signIn)] as const,
    ),
  ];
  return uses.flatMap(([what, own]) => (own.length >= MIN_USES ? [{ what, signIns: own }] : []));
}

function finding(account: AccountKey, uses: readonly Use[]): Finding {
  const all = uses.flatMap(({ signIns }) => signIns);
  const days = new Set(all.map(({ at }) => Math.floor(intervalOf(at).from / DAY_MS))).size;
  const most = uses.reduce((best, one) => (one.signIns.length > best.signIns.length ? one : best));
  const strength: Strength = days >= MANY_DAYS ? 'moderate' : 'weak';
  const times = timesOf(
    uses.flatMap(({ what, signIns }) =>
      signIns.map((one) => ({
        at: one.at,
        lane: /^\d+$/.test(what) ? { message: 'lanePort', data: { port: what } } : what,
        value: [one.ip, one.port].filter((part) => part !== undefined).join(' · '),
      })),
    ),
  );
  return {
    flag: 'remote-desktop',
    key: findingKey('remote-desktop'),
    topic: 'remote-desktop',
    ...splitAccountKey(account),
    clauses: ['P4', 'M3'],
    strength,
    chance: NONE_FOUND[strength],
    with: [],
    message: /^\d+$/.test(most.what) ? 'foundPort' : 'foundProgram',
    data: { what: most.what, uses: all.length, days },
    evidence: [times],
  };
}
