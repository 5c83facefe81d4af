// Finds accounts that are used through remote control of a machine: sign-ins from the ports that such programs listen on,
// or by a program for remote control, again and again. Where several of your people use the same program it is your
// company's practice and does not count.
import type { Evidence, PersonLogs } from '../../evidence/evidence.ts';
import { type AccountKey, splitAccountKey } from '../../model/account.ts';
import type { EvidenceRow, Finding, Strength } from '../../model/finding.ts';
import { findingKey } from '../../model/finding-key.ts';
import type { LogKey, SignIn } from '../../model/log-event.ts';
import { DAY_MS, intervalOf } from '../../model/time.ts';
import { NONE_FOUND } from '../joined-logs.ts';
import type { FlagCheck, RedFlag } from '../red-flag.ts';
import { MAX_SHARING } from '../sign-ins.ts';
import en from './en.json' with { type: 'json' };
import { isRemoteControl, REMOTE_PORTS } from './programs.ts';

type MessageId = keyof typeof en.messages;
type Row = EvidenceRow & { label: MessageId };

const MIN_SIGN_INS = 5;
/** Once may be a port drawn by chance, or a helping hand. */
const MIN_USES = 2;
/** On so many days it is a way of working. */
const MANY_DAYS = 3;
const MAX_SHOWN = 20;

/** A program or a port, and the sign-ins with it. */
interface Use {
  what: string;
  signIns: SignIn[];
}

export const remoteDesktop: RedFlag = {
  id: 'remote-desktop',
  clauses: ['P4', 'M3'],
  falseAlarms: { question: NONE_FOUND.weak, closer: 0 },
  words: en,

  async evaluate(accounts, evidence) {
    const checks = new Map<AccountKey, FlagCheck & { message: MessageId }>();
    const findings: Finding[] = [];
    const logs = await evidence.logsOf(accounts);
    for (const account of accounts) {
      const own = logs.get(account);
      const said = own?.signIns.filter(({ client, port }) => client !== undefined || port !== undefined) ?? [];
      const data = { signIns: said.length, needed: MIN_SIGN_INS };
      if (!own || said.length < MIN_SIGN_INS) {
        checks.set(account, { result: 'too-little', message: own ? 'tooFew' : 'noLogs', data: own ? data : {} });
        continue;
      }
      const uses = await usesIn(own, evidence);
      if (uses.length > 0) findings.push(finding(account, uses));
      const count = uses.reduce((sum, { signIns }) => sum + signIns.length, 0);
      const message = count > 0 ? 'checkFound' : 'clear';
      checks.set(account, { result: count > 0 ? 'found' : 'clear', message, data: { ...data, uses: count } });
    }
    return { checks, findings };
  },
};

async function usesIn({ signIns }: PersonLogs, evidence: Evidence): Promise<Use[]> {
  const byPort = signIns.filter(({ port }) => port !== undefined && REMOTE_PORTS.has(port));
  const byProgram = signIns.filter(({ client }) => client !== undefined && isRemoteControl(client));
  const keys = new Set(byProgram.map(({ site, client }): LogKey => `client:${site}:${client}`));
  const holders = await evidence.logHoldersOf([...keys]);
  const unusual = byProgram.filter(
    ({ site, client }) => (holders.get(`client:${site}:${client}`)?.length ?? 0) <= MAX_SHARING,
  );
  const uses = [
    ...Map.groupBy(byPort, ({ port }) => String(port)),
    ...Map.groupBy(unusual, ({ client = '' }) => client),
  ];
  return uses.flatMap(([what, own]) => (own.length >= MIN_USES ? [{ what, signIns: own }] : []));
}

function finding(account: AccountKey, uses: readonly Use[]): Finding {
  const all = uses.flatMap(({ signIns }) => signIns);
  const days = new Set(all.map(({ at }) => Math.floor(intervalOf(at).from / DAY_MS))).size;
  const most = uses.reduce((best, one) => (one.signIns.length > best.signIns.length ? one : best));
  const strength: Strength = days >= MANY_DAYS ? 'moderate' : 'weak';
  const rows = all.slice(0, MAX_SHOWN).map(
    (one): Row => ({
      label: 'rowAt',
      data: { at: { time: one.at } },
      value: [one.ip, one.port, one.client].filter((part) => part !== undefined).join(' · '),
    }),
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
    evidence: [{ kind: 'counts', rows }],
  };
}
