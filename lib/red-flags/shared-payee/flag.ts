// Finds developers whose payments go to an account that also pays for a client, that somebody else is paid to as well, or
// that is in another person's name. What an agency collects for many does not count; where one of two names is a firm's,
// or the two can be one person's, nothing is said.
import type { Evidence, PersonLogs } from '../../evidence/evidence.ts';
import { type AccountKey, splitAccountKey } from '../../model/account.ts';
import type { Finding, Strength } from '../../model/finding.ts';
import { findingKey } from '../../model/finding-key.ts';
import { type LogKey, type Payment, payeeKey } from '../../model/log-event.ts';
import { mayBeOneName, namesFirm } from '../../statements/name-match.ts';
import { eachAccount } from '../each-account.ts';
import { foundAtMost } from '../joined-logs.ts';
import { timesOf } from '../log-times.ts';
import { namesAccount } from '../payees.ts';
import type { RedFlag } from '../red-flag.ts';
import { MAX_SHARING } from '../sign-ins.ts';
import en from './en.json' with { type: 'json' };

type MessageId = keyof typeof en.messages;

/** Of all payments to an account. */
const MOSTLY = 0.8;

/** A payee under whose names and for whom else it is used. */
interface Use {
  payee: string;
  kind: 'client' | 'others' | 'name';
  others: AccountKey[];
  /** The other name. */
  name: string;
}

/** Measured on generated companies (docs/evaluation.md), 95 %. */
const CHANCE = foundAtMost(0.012);

export const sharedPayee: RedFlag = {
  id: 'shared-payee',
  clauses: ['P5', 'C3'],
  falseAlarms: { question: CHANCE.weak, closer: 0 },
  words: en,

  async evaluate(accounts, evidence) {
    const [logs, profiles] = await Promise.all([evidence.logsOf(accounts), evidence.profilesOf(accounts)]);
    return eachAccount<MessageId>(accounts, async (account) => {
      const own = logs.get(account);
      const payments = (own?.payments ?? []).filter(namesAccount);
      if (!own || payments.length === 0)
        return { check: { result: 'too-little', message: own ? 'noPayee' : 'noLogs', data: {} } };
      const name = profiles.get(account)?.name ?? own.signIns.find((one) => one.name !== undefined)?.name;
      const use = await unusual(own, payments, name, evidence);
      const data = { payments: payments.length, payees: new Set(payments.map(({ payee }) => payeeKey(payee))).size };
      const check = { result: use ? 'found' : 'clear', message: use ? 'checkFound' : 'clear', data } as const;
      return { check, findings: use ? [finding(account, use, payments)] : [] };
    });
  },
};

async function unusual(
  own: PersonLogs,
  payments: readonly Payment[],
  name: string | undefined,
  evidence: Evidence,
): Promise<Use | undefined> {
  const paidTo = payments.filter(({ direction }) => direction === 'out');
  const payees = [...new Set(paidTo.map(({ payee = '' }) => payeeKey(payee)))];
  const holders = await evidence.logHoldersOf(payees.map((payee): LogKey => `payee:${payee}`));
  const uses: Use[] = [];
  for (const payee of payees) {
    const others = (holders.get(`payee:${payee}`) ?? []).filter(({ key }) => !own.accounts.includes(key));
    // What many are paid to is an agency's.
    if (others.length >= MAX_SHARING) continue;
    const known = name ?? paidTo.find((one) => one.name !== undefined)?.name;
    const theirs = others.map(({ key }) => key);
    const logs = await evidence.logsOf(theirs);
    const all = [
      ...payments.filter((one) => payeeKey(one.payee ?? '') === payee),
      ...[...logs.values()].flatMap((one) => one.payments).filter((one) => payeeKey(one.payee ?? '') === payee),
    ];
    if (isFirms(all)) continue;
    const isOther = (one: Payment) => known !== undefined && one.name !== undefined && areTwo(known, one.name);
    const client = all.find((one) => one.direction === 'in' && isOther(one));
    const other = all.find((one) => one.direction === 'out' && isOther(one));
    const otherName = (client ?? other)?.name ?? '';
    if (client) uses.push({ payee, kind: 'client', others: theirs, name: otherName });
    else if (other) uses.push({ payee, kind: theirs.length > 0 ? 'others' : 'name', others: theirs, name: otherName });
  }
  const order = ['client', 'others', 'name'] as const;
  return uses.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))[0];
}

/** Whether what is paid names a firm time and again, in its reference or as the payee: an agency's or a payroll's account. */
function isFirms(payments: readonly Payment[]): boolean {
  const firms = payments.filter(({ reference = '', method = '' }) => namesFirm(reference) || namesFirm(method));
  return firms.length >= payments.length * MOSTLY;
}

/** Two people's names, and not of one family: a couple's account is theirs. */
function areTwo(a: string, b: string): boolean {
  return !mayBeOneName(a, b);
}

function finding(account: AccountKey, { payee, kind, others, name }: Use, payments: readonly Payment[]): Finding {
  const strength: Strength = kind === 'name' ? 'weak' : 'moderate';
  const paid = payments.filter((one) => payeeKey(one.payee ?? '') === payee);
  const times = timesOf(
    paid.map((one) => ({
      at: one.at,
      lane: one.name ?? payee,
      value: {
        message: one.direction === 'out' ? 'paidOut' : 'paidIn',
        data: { amount: one.amount, currency: one.currency },
      },
    })),
  );
  const message = { client: 'foundClient', others: 'foundOthers', name: 'foundName' } as const;
  return {
    flag: 'shared-payee',
    key: findingKey('shared-payee', [account, payee]),
    topic: findingKey('payee', [payee]),
    ...splitAccountKey(account),
    clauses: kind === 'client' ? ['P5', 'C3'] : ['C3'],
    strength,
    chance: CHANCE[strength],
    with: others,
    message: message[kind],
    data: { payee, name, payments: paid.length },
    evidence: [times],
  };
}
