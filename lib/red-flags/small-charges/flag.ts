// Finds developers to whom money went in many small sums at odd times, none of which names what it was for: the
// guidance tells of USD 50,000 in 30 small instalments that nobody had approved. Whoever is paid by the week or the
// month, or for tasks and expenses that are named, is left alone.
import type { PersonLogs } from '../../evidence/evidence.ts';
import { type AccountKey, splitAccountKey } from '../../model/account.ts';
import type { EvidenceRow, Finding, Strength } from '../../model/finding.ts';
import { findingKey } from '../../model/finding-key.ts';
import type { Payment } from '../../model/log-event.ts';
import { DAY_MS, intervalOf } from '../../model/time.ts';
import { eachAccount } from '../each-account.ts';
import { NONE_FOUND } from '../joined-logs.ts';
import { timesOf } from '../log-times.ts';
import { lackOfPayments, NO_PAYMENTS } from '../payees.ts';
import type { RedFlag } from '../red-flag.ts';
import en from './en.json' with { type: 'json' };

type MessageId = keyof typeof en.messages;
type Row = EvidenceRow & { label: MessageId };

/** So many small sums within so many days. */
const [MIN_CHARGES, WINDOW] = [15, 180 * DAY_MS];
/** The guidance's own case has sums of 1,700 on average; in whatever currency, since it only rules out what is large. */
const SMALL = 2_500;
/** Of a rhythm are gaps of whole weeks, half months and months, to a day. */
const RHYTHMS = [7, 14, 15, 21, 28, 30, 31];
const MAX_IN_RHYTHM = 0.6;
/** So many gaps within a day of the usual one, or sums on two weekdays, are a rhythm as well. */
const MIN_ALIKE = 0.75;
/** Fewer payments say nothing. */
const MIN_PAYMENTS = 5;

export const smallCharges: RedFlag = {
  id: 'small-charges',
  clauses: ['M8'],
  falseAlarms: { question: NONE_FOUND.weak, closer: 0 },
  words: en,

  async evaluate(accounts, evidence) {
    const [logs, profiles] = await Promise.all([evidence.logsOf(accounts), evidence.profilesOf(accounts)]);
    return eachAccount(accounts, (account) => {
      const own = logs.get(account);
      const out = own?.payments.filter(({ direction }) => direction === 'out') ?? [];
      const lack = lackOfPayments(own, profiles.has(account), out.length, MIN_PAYMENTS);
      if (!own || lack) return { check: lack ?? NO_PAYMENTS };
      const data = { payments: out.length, needed: MIN_PAYMENTS };
      const charges = smallIn(own);
      const small = charges?.length ?? out.filter(({ amount }) => amount <= SMALL).length;
      const message: MessageId = charges ? 'checkFound' : 'clear';
      const check = { result: charges ? 'found' : 'clear', message, data: { ...data, small } } as const;
      return { check, findings: charges ? [finding(account, charges)] : [] };
    });
  },
};

/** The fullest half year of small sums that have neither a rhythm nor a reference; undefined where there are too few. */
function smallIn({ payments }: PersonLogs): Payment[] | undefined {
  const out = payments.filter(({ direction, amount }) => direction === 'out' && amount <= SMALL);
  // One reference on all is a subject and no account of what each was for.
  const isNamed = new Set(out.flatMap(({ reference = [] }) => reference)).size > 1;
  const unnamed = out.filter(({ reference }) => !isNamed || reference === undefined);
  const timed = unnamed.map((payment) => ({ payment, at: intervalOf(payment.at).from }));
  let best: typeof timed = [];
  for (let from = 0, to = 0; to < timed.length; to++) {
    while ((timed[to]?.at ?? 0) - (timed[from]?.at ?? 0) > WINDOW) from++;
    if (to - from + 1 > best.length) best = timed.slice(from, to + 1);
  }
  if (best.length < MIN_CHARGES) return undefined;
  return isPay(best.map(({ at }) => at)) ? undefined : best.map(({ payment }) => payment);
}

/** Whether money goes at times that somebody settled: every so many days, or on one or two days of the week. */
function isPay(times: readonly number[]): boolean {
  const gaps = times.slice(1).map((at, i) => (at - (times[i] ?? 0)) / DAY_MS);
  const inRhythm = gaps.filter((gap) => RHYTHMS.some((days) => Math.abs(gap - days) <= 1)).length;
  if (inRhythm > gaps.length * MAX_IN_RHYTHM) return true;
  const usual = gaps.toSorted((a, b) => a - b)[gaps.length >> 1] ?? 0;
  const alike = gaps.filter((gap) => Math.abs(gap - usual) <= 1).length;
  if (usual >= 2 && alike >= gaps.length * MIN_ALIKE) return true;
  const weekdays = [...Map.groupBy(times, (at) => new Date(at).getUTCDay()).values()].map(({ length }) => length);
  const [first = 0, second = 0] = weekdays.sort((a, b) => b - a);
  return first + second >= times.length * MIN_ALIKE;
}

function finding(account: AccountKey, charges: readonly Payment[]): Finding {
  const currencies = [...Map.groupBy(charges, ({ currency }) => currency)].sort(([, a], [, b]) => b.length - a.length);
  const [currency, most] = currencies[0] as [string, Payment[]];
  const sum = Math.round(most.reduce((total, { amount }) => total + amount, 0));
  const [first, last] = [charges[0] as Payment, charges.at(-1) as Payment];
  const strength: Strength = charges.length >= MIN_CHARGES + 5 ? 'moderate' : 'weak';
  const rows: Row[] = [{ label: 'rowSum', value: { message: 'paid', data: { amount: sum, currency } } }];
  const times = timesOf(
    charges.map((one) => ({
      at: one.at,
      lane: one.payee ?? one.account,
      value: { message: 'paid', data: { amount: one.amount, currency: one.currency } },
    })),
  );
  return {
    flag: 'small-charges',
    key: findingKey('small-charges'),
    topic: 'small-charges',
    ...splitAccountKey(account),
    clauses: ['M8'],
    strength,
    chance: NONE_FOUND[strength],
    with: [],
    message: 'found',
    data: {
      charges: charges.length,
      amount: sum,
      currency,
      first: { time: first.at },
      last: { time: last.at },
    },
    evidence: [{ kind: 'counts', rows }, times],
  };
}
